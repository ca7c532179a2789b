"""Helpers for console tests: case actions, the stored case, and the texts waiting to be sent."""

from __future__ import annotations

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.casework.cases import Case
from bot.runtime.runtime import Runtime
from bot.store import Store
from bot.store.job_queue import DUE
from bot.store.jobs import SendToPerson, load
from tests.support.person import YoungPerson
from tests.support.staff import post


def act(client: FlaskClient, code: str, what: str, **form: str) -> TestResponse:
    """Post one of the case page's forms."""
    return post(client, f"/console/{code}/{what}", "/staff/account", **form)


def kept(runtime: Runtime, code: str) -> Case:
    """Return the stored case."""
    case = runtime.store.cases.get(code)
    assert case
    return case


def waiting_texts(store: Store, her: YoungPerson) -> list[str]:
    """List the texts that the worker would send to the person now, in order."""
    jobs = [load(job_id.decode()) for job_id in sorted(store._server.call("ZRANGE", DUE, 0, -1))]
    hers = [job for job in jobs if isinstance(job, SendToPerson) and job.person == her.key]
    found = [waiting for job in hers if (waiting := store.waiting_text(job))]
    assert all(one.phone == her.phone for one in found)
    return [one.text for one in found]
