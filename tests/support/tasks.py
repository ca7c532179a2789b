"""Helpers for tests of tasks and referrals: the page's forms, and what is stored."""

from __future__ import annotations

import datetime as dt
from html import unescape

from flask.testing import FlaskClient

from bot.casework.tasks import Work
from bot.runtime.runtime import Runtime
from tests.support.console import act

WORDS = "Clinic on 5th, she takes bus 43"


def day(runtime: Runtime, days: int) -> str:
    """Return a time so many days from now, as a browser sends it."""
    now = dt.datetime.fromtimestamp(runtime.clock(), runtime.settings.timezone)
    return (now + dt.timedelta(days=days)).strftime("%Y-%m-%dT%H:%M")


def add(client: FlaskClient, code: str, words: str = WORDS, due: str = "", kind: str = "go_along") -> int:
    """Fill in the form for a task and return the status of the response."""
    return act(client, code, "task", kind=kind, words=words, due=due).status_code


def work(runtime: Runtime, code: str) -> Work:
    """Return the stored work of a case."""
    return runtime.store.work.get(code)


def page(client: FlaskClient, code: str) -> str:
    """Return the text of a case's page."""
    return unescape(client.get(f"/console/{code}").text)
