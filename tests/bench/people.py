"""Who is in a product under way: colleagues signed in by browsers of their own, and young people whom they hold."""

from __future__ import annotations

import re
import secrets
import time
from dataclasses import dataclass
from email.message import Message
from urllib.parse import urlencode

from argon2 import PasswordHasher

from bot.actions.cases import CaseActions
from bot.conversation.messages import Inbound
from bot.inbound.router import Router
from bot.runtime.runtime import Runtime
from bot.staff.accounts import Role, Staff, handle_of, new_id
from bot.staff.credentials import code_at, new_secret
from tests.bench.harness import Wrong
from tests.bench.talks import phone
from tests.support.product import exchange, new_sid

ASKS = ("hey", "1", "ok", "talk to a person", "just say i want to talk", "no name")
"""How a young person asks for a caseworker."""

WAIT_SECONDS = 20
PASSWORD = secrets.token_hex(8)
_MARK = re.compile(rb'name="mark" value="([0-9a-f]+)"')


@dataclass
class Browser:
    """Browser of a colleague: its cookies, and the mark of its forms."""

    port: int
    person: Staff
    cookie: str = ""
    mark: str = ""

    def ask(
        self, method: str, path: str, form: dict[str, str] | None = None, etag: str = ""
    ) -> tuple[int, bytes, Message]:
        """Make one request, and keep the cookie and the mark that come with it. Return status, body and headers."""
        headers = {"Cookie": self.cookie, "Sec-Fetch-Site": "same-origin"} | ({"If-None-Match": etag} if etag else {})
        body = None
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode({"mark": self.mark, **form})
        status, page, told = exchange(self.port, (method, path), body, headers, WAIT_SECONDS)
        for value in told.get_all("Set-Cookie", ()):
            if value.startswith("__Host-staff="):
                self.cookie = value.partition(";")[0]
        if found := _MARK.search(page):
            self.mark = found[1].decode()
        return status, page, told


@dataclass(frozen=True)
class Talk:
    """Live case: whose phone, and which colleague holds it, by their place in the team."""

    code: str
    phone: str
    holder: int


def sign_in(runtime: Runtime, port: int, count: int) -> list[Browser]:
    """Return so many colleagues, signed in as people do. None has a phone: nobody is texted an alert. Raise Wrong."""
    hashed = PasswordHasher(time_cost=3, memory_cost=32 * 1024, parallelism=1).hash(PASSWORD)
    browsers = []
    for number in range(count):
        name, now = f"Colleague {number}", int(time.time())
        person = runtime.store.staff.add(Staff(
            new_id(), handle_of(name, number + 1), name, frozenset({Role.CASEWORKER}), now,
            password=hashed, secret=new_secret(),
        ))  # fmt: skip
        browser = Browser(port, person)
        browser.ask("GET", "/staff/login")
        form = {"name": person.handle, "password": PASSWORD, "code": code_at(person.secret, int(time.time()))}
        if (status := browser.ask("POST", "/staff/login", form)[0]) != 303:
            raise Wrong(f"a colleague could not sign in: {status}")
        browsers.append(browser)
    return browsers


def hold_talks(runtime: Runtime, count: int, holders: list[Browser]) -> list[Talk]:
    """Return so many young people who asked for a caseworker, each held by one of `holders`. Raise Wrong."""
    desk, made = CaseActions(runtime), []
    for number in range(count):
        for text in ASKS:
            Router(runtime).process(Inbound(new_sid(), phone(number), text))
        session = runtime.store.load(phone(number), "").session
        if session is None or not session.case:
            raise Wrong("nobody could be asked for")
        desk.claim(session.case, holders[number % len(holders)].person.id, "Ana")
        made.append(Talk(session.case, phone(number), number % len(holders)))
    settle(runtime)
    return made


def settle(runtime: Runtime, seconds: float = 60.0) -> int:
    """Wait until the worker has nothing left to do. Return how many jobs are left."""
    until = time.monotonic() + seconds
    while (waiting := runtime.store.due.waiting()) and time.monotonic() < until:
        time.sleep(0.2)
    return waiting
