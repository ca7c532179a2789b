"""What tests of the console share: acts on a case, the case as it is kept, and what waits to be sent."""

from __future__ import annotations

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.casework.cases import Case
from bot.runtime.runtime import Runtime
from bot.store import Store
from bot.store.job_queue import DUE
from tests.support.person import YoungPerson
from tests.support.staff import post


def act(client: FlaskClient, code: str, what: str, **form: str) -> TestResponse:
    """Post a form of the case's page."""
    return post(client, f"/console/{code}/{what}", "/staff/account", **form)


def kept(runtime: Runtime, code: str) -> Case:
    """The case as it stands."""
    case = runtime.store.cases.get(code)
    assert case
    return case


def waiting_texts(store: Store, her: YoungPerson) -> list[str]:
    """What the worker would send to her now, in order."""
    jobs = sorted(job.decode() for job in store._server.call("ZRANGE", DUE, 0, -1))
    refs = [job.removeprefix("send:") for job in jobs if job.startswith(f"send:{her.key}")]
    found = [waiting for ref in refs if (waiting := store.outgoing(ref))]
    assert all(phone == her.phone for phone, _ in found)
    return [words for _, words in found]
