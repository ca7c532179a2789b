"""The whole product under way, as `make serve` runs it, and who is in it: colleagues signed in, and people they hold.

Everything listens on 127.0.0.1 or a socket file, and dies with this process, however it ends.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

from argon2 import PasswordHasher

from bot.actions.cases import CaseActions
from bot.config.settings import load_settings, make_keys
from bot.conversation.messages import Inbound
from bot.inbound.router import Router
from bot.runtime.build import build
from bot.runtime.runtime import Runtime
from bot.server.embedded_redis import die_with_parent
from bot.staff.accounts import Role, Staff, handle_of, new_id
from bot.staff.credentials import code_at, new_secret
from tests.bench.ground import ROOT, START_SECONDS, STOP_SECONDS, NotUp, free_port, surroundings
from tests.bench.talks import Account, new_account, phone
from tests.support.vetting import vet

ASKS = ("hey", "1", "ok", "talk to a person", "just say i want to talk", "no name")
"""How a young person asks for somebody."""

WAIT_SECONDS = 20
PASSWORD = secrets.token_hex(8)
_MARK = re.compile(rb'name="mark" value="([0-9a-f]+)"')


class Answer(NamedTuple):
    """What a page answered. `status` 0: no answer came."""

    status: int
    body: bytes
    headers: dict[str, str]


@dataclass
class Browser:
    """One browser of a colleague: its cookies, and the mark of its forms."""

    port: int
    person: Staff
    cookie: str = ""
    mark: str = ""

    def ask(self, method: str, path: str, form: dict[str, str] | None = None, etag: str = "") -> Answer:
        """One request, on a line of its own: the server closes one that was idle between two polls."""
        headers = {"Cookie": self.cookie, "Sec-Fetch-Site": "same-origin"}
        if etag:
            headers["If-None-Match"] = etag
        body = None
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            body = urlencode({"mark": self.mark, **form})
        line = HTTPConnection("127.0.0.1", self.port, timeout=WAIT_SECONDS)
        try:
            line.request(method, path, body, headers)
            response = line.getresponse()
            page = response.read()
        except OSError:
            return Answer(0, b"", {})
        finally:
            line.close()
        for header, value in response.headers.items():
            if header.lower() == "set-cookie" and value.startswith("staff="):
                self.cookie = value.partition(";")[0]
        if found := _MARK.search(page):
            self.mark = found[1].decode()
        return Answer(response.status, page, dict(response.headers))

    def sign_in(self) -> None:
        """With password and second factor, as anybody does. Raises NotUp."""
        self.ask("GET", "/staff/login")
        code = code_at(self.person.secret, int(time.time()))
        form = {"name": self.person.handle, "password": PASSWORD, "code": code}
        if (answer := self.ask("POST", "/staff/login", form)).status != 303:
            raise NotUp(f"a colleague could not sign in: {answer.status}")


@dataclass(frozen=True)
class Talk:
    """A live case: whose phone, and which colleague holds it, by their place in the team."""

    code: str
    phone: str
    holder: int


@dataclass(frozen=True)
class House:
    """The product that was started, and its parts seen with its keys."""

    port: int
    account: Account
    public_url: str
    runtime: Runtime
    process: subprocess.Popen[bytes]
    log: Path
    carrier_port: int

    def team(self, count: int) -> list[Browser]:
        """So many colleagues, each signed in by a browser of their own. None has a phone: nobody is texted an alert."""
        hashed = PasswordHasher(time_cost=3, memory_cost=32 * 1024, parallelism=1).hash(PASSWORD)
        browsers = []
        for number in range(count):
            name = f"Colleague {number}"
            person = Staff(
                new_id(), handle_of(name, number + 1), name, frozenset({Role.CASEWORKER}), int(time.time()),
                password=hashed, secret=new_secret(),
            )  # fmt: skip
            browsers.append(Browser(self.port, self.runtime.store.staff.add(person)))
            browsers[-1].sign_in()
        return browsers

    def talks(self, count: int, holders: list[Browser]) -> list[Talk]:
        """So many young people, each of whom asked for somebody, and is held by one of `holders`. Raises NotUp."""
        store, desk, made = self.runtime.store, CaseActions(self.runtime), []
        for number in range(count):
            who = phone(number)
            for text in ASKS:
                Router(self.runtime).process(Inbound("SM" + secrets.token_hex(16), who, text))
            session = store.load(who, "").session
            if session is None or not session.case:
                raise NotUp("nobody could be asked for")
            holder = number % len(holders)
            desk.claim(session.case, holders[holder].person.id, "Ana")
            made.append(Talk(session.case, who, holder))
        self.settle()
        return made

    def settle(self, seconds: float = 60.0) -> int:
        """Wait until the worker has nothing left to do, and say how many jobs there are still if it never has."""
        until = time.monotonic() + seconds
        while (waiting := self.runtime.store.due.waiting()) and time.monotonic() < until:
            time.sleep(0.2)
        return waiting

    def said(self) -> str:
        """All that the processes wrote."""
        return self.log.read_text(errors="replace")


@contextlib.contextmanager
def house(folder: Path) -> Iterator[House]:
    """The product with a Redis of its own, and a provider as a process of its own. Raises NotUp."""
    account, port = new_account(), free_port()
    with contextlib.ExitStack() as stack:
        carrier = _start(stack, [sys.executable, "-m", "tests.bench.carrier"],
                         surroundings() | {"TWILIO_ACCOUNT_SID": account.sid}, None)  # fmt: skip
        assert carrier.stdout
        carrier_port = int(carrier.stdout.readline())
        public_url = f"http://127.0.0.1:{port}"
        environ = {
            **make_keys(), "DEMO": "0", "PORT": str(port), "PUBLIC_URL": public_url, "VAR_DIR": str(folder / "var"),
            "REGION": "US-CA", "TEAM_HOURS": "", "TWILIO_ACCOUNT_SID": account.sid,
            "TWILIO_AUTH_TOKEN": account.token, "TWILIO_FROM": account.number,
            "TWILIO_API_BASE": f"http://127.0.0.1:{carrier_port}",
        }  # fmt: skip
        environ |= {name: os.environ[name] for name in ("WORKER_THREADS", "WEB_CONCURRENCY") if name in os.environ}
        log = folder / "product.log"
        product = _start(stack, [sys.executable, "-m", "bot.server"], surroundings() | environ, log)
        _wait(port, product, log)
        runtime = build(load_settings(environ))
        stack.callback(runtime.store.close)
        vet(runtime.store)
        yield House(port, account, public_url, runtime, product, log, carrier_port)


def _start(
    stack: contextlib.ExitStack, command: list[str], environ: dict[str, str], log: Path | None
) -> subprocess.Popen[bytes]:
    output = stack.enter_context(log.open("wb")) if log else subprocess.PIPE
    process = subprocess.Popen(
        die_with_parent(command), env=environ, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=output,
        stderr=subprocess.STDOUT if log else None, start_new_session=True,
    )  # fmt: skip
    stack.callback(_stop, process)
    return process


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(2 * STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < until:
        line = HTTPConnection("127.0.0.1", port, timeout=START_SECONDS)
        with contextlib.closing(line), contextlib.suppress(OSError):
            line.request("GET", "/readyz")
            if line.getresponse().status == 200:
                return
        time.sleep(0.1)
    raise NotUp(log.read_text(errors="replace")[-2000:])
