"""Staff for tests: an app with a movable clock for sign-in, and accounts that have joined or not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.staff.accounts import Role, Staff, handle_of, new_id
from bot.staff.credentials import STEP_SECONDS, code_at, new_secret
from bot.store.staff import StaffStore
from bot.web.staff.passwords import Passwords, put_passwords
from tests.support.app import NOON, MovedClock

PASSWORD = "tidal lamp oboe crisp"
MARK = re.compile(r'name="mark" value="([0-9a-f]+)"')
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@dataclass
class Team:
    """Staff side of an app."""

    app: Flask
    store: StaffStore
    clock: MovedClock = field(default_factory=lambda: MovedClock(NOON))

    def __post_init__(self) -> None:
        self.gate = Passwords(QUICK, self.clock)
        put_passwords(self.app, self.gate)
        self.hashed = QUICK.hash(PASSWORD)

    def person(self, *roles: str, name: str = "Ana", **more: object) -> Staff:
        """Create an account that has joined."""
        made = Staff(
            new_id(), "", name, frozenset(map(Role, roles or ("caseworker",))), self.clock(), password=self.hashed,
            secret=new_secret(), **more,  # type: ignore[arg-type]
        )  # fmt: skip
        return self.store.add(replace(made, handle=f"{handle_of(name)}-{made.id}"))

    def caller(self, address: str = "192.0.2.7") -> FlaskClient:
        """Return a browser that has never been here."""
        client = self.app.test_client()
        client.environ_base = {**client.environ_base, "REMOTE_ADDR": address}
        return client

    def code(self, person: Staff) -> str:
        """Return an unused code, moving the clock on for it."""
        self.clock.now += STEP_SECONDS
        kept = self.store.get(person.id)
        assert kept
        return code_at(kept.secret, self.clock())

    def inside(self, person: Staff) -> FlaskClient:
        """Return a browser in which this person has just signed in."""
        client = self.caller()
        answer = self.enter(client, person)
        assert answer.status_code == 303, answer.text
        return client

    def enter(self, client: FlaskClient, person: Staff, **typed: str) -> TestResponse:
        """Fill in the sign-in form; given values replace the right ones."""
        form = {"name": person.handle, "password": PASSWORD, **typed}
        return post(client, "/staff/login", code=form.pop("code", None) or self.code(person), **form)


def mark(client: FlaskClient, page: str = "/staff/login") -> str:
    """Return the CSRF token in this browser's forms."""
    answer = client.get(page, follow_redirects=True)
    found = MARK.search(answer.text)
    assert found, answer.text
    return found[1]


def open_link(client: FlaskClient, link: str) -> TestResponse:
    """Open an invitation as the page's script does: it posts what stands behind the # sign."""
    return post(client, "/staff/join", "/staff/join", invitation=link.rpartition("#")[2])


def post(client: FlaskClient, path: str, page: str = "/staff/login", **form: object) -> TestResponse:
    """Send a form as our pages do."""
    return client.post(path, data={"mark": mark(client, page), **form})
