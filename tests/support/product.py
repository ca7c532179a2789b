"""Real product for fault tests: the Procfile's processes, a real Redis and a provider that can both be broken."""

from __future__ import annotations

import secrets
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from functools import cached_property
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode
from xml.etree import ElementTree

from bot.config.settings import Settings, load_settings, make_keys
from bot.runtime.build import open_store
from bot.sms.twilio import sign
from bot.store import Loaded, Store
from tests.support.http_server import free_port
from tests.support.provider import Provider
from tests.support.redis_server import RealRedis
from tests.support.servers import ROOT, Server, start, surroundings
from tests.support.vetting import vet

PUBLIC = "https://text.example.org"

CATCH_UP_EVERY_SECONDS = 1
UNDER_WAY_SECONDS = 6
"""How old a text must be before the worker answers it: long enough for a web process to be done with it."""
HASTY = (
    f"python -c 'import bot.jobs.periodic; bot.jobs.periodic.CATCH_UP_EVERY_SECONDS = {CATCH_UP_EVERY_SECONDS}; "
    f"bot.jobs.periodic.UNDER_WAY_SECONDS = {UNDER_WAY_SECONDS}; "
    "from flask.cli import main; main()'"
)
"""Replacement for `flask`, whose worker looks for missed texts more often, so that no test waits a minute for it."""

LOUD = "import logging\nlogging.basicConfig(level=logging.DEBUG)\n"
"""Code loaded by every process as `sitecustomize`: it makes libraries print all that they would log."""


class Answer(NamedTuple):
    """Response of a webhook. `status` is 0 if there was none."""

    status: int
    messages: list[str]
    seconds: float
    headers: dict[str, str]

    @property
    def text(self) -> str:
        """Return the only message."""
        assert self.status == 200
        assert len(self.messages) == 1
        return self.messages[0]


def wait_until(holds: Callable[[], object], seconds: float = 10.0, what: str = "it") -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, f"{what} did not come about in time"
        time.sleep(0.02)


def exchange(
    port: int, request: tuple[str, str], body: str | None, headers: dict[str, str], wait: float
) -> tuple[int, bytes, Message]:
    """Make one request on a connection of its own. Return status, body and headers; the status is 0 for no response."""
    line = HTTPConnection("127.0.0.1", port, timeout=wait)
    try:
        line.request(*request, body, headers)
        response = line.getresponse()
        return response.status, response.read(), response.headers
    except (OSError, HTTPException):
        return 0, b"", Message()
    finally:
        line.close()


class Phone(str):
    """Phone number that a failing test does not print."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "<phone>"


def new_phone() -> Phone:
    """Return a number that nobody has."""
    return Phone(f"+1{secrets.randbelow(8 * 10**9) + 2 * 10**9}")


def new_sid() -> str:
    return "SM" + secrets.token_hex(16)


@dataclass
class Product:
    """Running product with its surroundings."""

    folder: Path
    provider: Provider
    redis: RealRedis
    environ: dict[str, str] = field(repr=False)
    as_served: bool = False
    server: Server | None = None

    @property
    def log(self) -> str:
        """Return all that its processes have printed."""
        return (self.folder / "output.log").read_text(errors="replace")

    @cached_property
    def settings(self) -> Settings:
        """Return the settings that its processes read."""
        return load_settings(self.environ)

    @cached_property
    def store(self) -> Store:
        """Return its store, opened with its keys."""
        return open_store(self.settings)

    def person(self, phone: str) -> Loaded:
        """Return the stored data of one person."""
        return self.store.load(phone, "")

    def form(self, text: str, phone: str, sid: str, fields: dict[str, str]) -> dict[str, str]:
        """Return the provider's form fields for one text."""
        return self.provider.webhook_form(text, phone, sid, **fields)

    def text(self, text: str, phone: str, sid: str = "", wait: float = 15, **fields: str) -> Answer:
        """Sign and post one text as the provider does. It waits no longer than the provider would."""
        return self.post("/sms", self.form(text, phone, sid or new_sid(), fields), wait)

    def post(self, path: str, form: dict[str, str], wait: float = 15, signature: str | None = None) -> Answer:
        """Post a signed form to a path."""
        signature = signature if signature is not None else sign(self.provider.token, PUBLIC + path, form)
        headers = {
            "Content-Type": "application/x-www-form-urlencoded; charset=utf-8",
            "X-Twilio-Signature": signature,
            "User-Agent": "TwilioProxy/1.1",
        }
        return self._ask("POST", path, urlencode(form, errors="surrogatepass"), headers, wait)

    def get(self, path: str) -> int:
        """Return the status of a page; 0 for no response."""
        return self._ask("GET", path, None, {}, 10).status

    def _ask(self, method: str, path: str, body: str | None, headers: dict[str, str], wait: float) -> Answer:
        started = time.monotonic()
        status, page, told = exchange(int(self.environ["PORT"]), (method, path), body, headers, wait)
        messages = []
        if told.get_content_type() == "text/xml":
            messages = [message.text or "" for message in ElementTree.fromstring(page)]  # noqa: S314
        return Answer(status, messages, time.monotonic() - started, dict(told))

    def web_workers(self) -> list[int]:
        """List the processes that answer requests: gunicorn's children."""
        assert self.server is not None
        masters = [pid for pid in _children(self.server.process.pid) if "gunicorn" in _command(pid)]
        return [pid for master in masters for pid in _children(master)]

    def start(self) -> None:
        """Start all processes. They answer when it returns."""
        command = [sys.executable, "-m", "bot.server"]
        if not self.as_served:
            lines = (ROOT / "Procfile").read_text()
            assert "\nworker: flask " in lines
            procfile = self.folder / "Procfile"
            procfile.write_text(lines.replace("\nworker: flask ", f"\nworker: {HASTY} "))
            command += ["--procfile", str(procfile)]
        self.server = start(command, self.environ, self.folder / "output.log")
        self.server.wait("/readyz", 200)

    def stop(self) -> None:
        if self.server is not None:
            self.server.stop()


def environment(folder: Path, provider: Provider, redis_url: str, *, as_served: bool = False) -> dict[str, str]:
    """Return an environment outside demo mode: generated keys, the stand-in provider, and verbose logs."""
    made = {
        **surroundings(), **make_keys(), "DEMO": "0", "PORT": str(free_port()), "PUBLIC_URL": PUBLIC,
        "VAR_DIR": str(folder / "var"), "REDIS_URL": redis_url, "TWILIO_ACCOUNT_SID": provider.account,
        "TWILIO_AUTH_TOKEN": provider.token, "TWILIO_FROM": provider.number, "TWILIO_API_BASE": provider.url,
        "TEAM_HOURS": "",
    }  # fmt: skip
    if as_served:
        return made
    loud = folder / "loud"
    loud.mkdir(exist_ok=True)
    (loud / "sitecustomize.py").write_text(LOUD)
    gunicorn = "--log-level debug --access-logfile - --capture-output"
    made |= {"FLOOD_TEXTS": "0"}  # tests of races text from one phone faster than a person does
    return made | {"LOCAL_MODEL": "0", "PYTHONPATH": str(loud), "GUNICORN_CMD_ARGS": gunicorn}


@contextmanager
def running(folder: Path, *, as_served: bool = False, **settings: str) -> Iterator[Product]:
    """Run a product in `folder`, with a vetted directory. Raise NotUp.

    `as_served` leaves out what is for tests of faults: verbose logs, and a worker that looks for missed texts often.
    """
    real = RealRedis(folder / "var")
    with Provider().listening() as provider:
        environ = environment(folder, provider, real.url, as_served=as_served) | settings
        product = Product(folder, provider, real, environ, as_served)
        real.start()
        vet(product.store)
        try:
            product.start()
            yield product
        finally:
            product.stop()
            product.store.close()
            real.client.close()
            real.stop()


def _children(pid: int) -> list[int]:
    try:
        return [
            int(child)
            for task in Path(f"/proc/{pid}/task").iterdir()
            for child in (task / "children").read_text().split()
        ]
    except OSError:
        return []


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
    except OSError:
        return ""
