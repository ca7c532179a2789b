"""What tests of tasks and referrals share: the forms of the page, and what is written down."""

from __future__ import annotations

import datetime as dt
from html import unescape

from flask.testing import FlaskClient

from bot.casework.tasks import Work
from bot.runtime.runtime import Runtime
from tests.support.console import act

WORDS = "Clinic on 5th, she takes bus 43"


def day(runtime: Runtime, days: int) -> str:
    """A time so many days from now, as a browser sends it."""
    now = dt.datetime.fromtimestamp(runtime.clock(), runtime.settings.timezone)
    return (now + dt.timedelta(days=days)).strftime("%Y-%m-%dT%H:%M")


def add(client: FlaskClient, code: str, words: str = WORDS, due: str = "", kind: str = "go_along") -> int:
    """Fill in the form for a task; the status of the answer."""
    return act(client, code, "task", kind=kind, words=words, due=due).status_code


def work(runtime: Runtime, code: str) -> Work:
    """What is written down for a case."""
    return runtime.store.work.get(code)


def page(client: FlaskClient, code: str) -> str:
    """The page of a case, as one reads it."""
    return unescape(client.get(f"/console/{code}").text)
