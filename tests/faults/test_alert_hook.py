"""Alert webhook: the agency's system gets each step once, signed, without content; it may fail or hang."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bot.config.settings import load_settings
from bot.jobs import alert_webhook as hook
from bot.jobs.worker import Worker
from bot.sms.twilio import TwilioClient
from tests.support.product import new_phone
from tests.support.team import Team

pytestmark = pytest.mark.faults

MINUTE = 60
KEY = "k" * 40


class _Ear(BaseHTTPRequestHandler):
    heard: list[tuple[dict[str, str], bytes]]
    status: int
    wait_seconds: float

    def do_POST(self) -> None:
        self.heard.append((dict(self.headers), self.rfile.read(int(self.headers["Content-Length"]))))
        time.sleep(self.wait_seconds)
        with suppress(ConnectionError):
            self._answer()

    def _answer(self) -> None:
        self.send_response(self.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Log nothing."""


@contextmanager
def listening() -> Iterator[tuple[type[_Ear], str]]:
    """Run the agency's own system and yield its address."""
    ear = type("Ear", (_Ear,), {"heard": [], "status": 200, "wait_seconds": 0})
    server = ThreadingHTTPServer(("127.0.0.1", 0), ear)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield ear, f"http://127.0.0.1:{server.server_port}/alerts"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def told_of_alerts(team: Team, url: str) -> None:
    """Return the app with an alert webhook."""
    house = team.house
    own = load_settings(house.environ | {"ALERT_WEBHOOK_URL": url, "ALERT_WEBHOOK_KEY": KEY})
    house.runtime = replace(house.runtime, settings=own)
    house.worker = Worker(house.runtime, TwilioClient(own))


def test_hook_gets_each_step_once_signed_and_without_content(team: Team) -> None:
    with listening() as (ear, url):
        told_of_alerts(team, url)
        ear.status = 503
        code = team.asks(new_phone())
        team.house.work()
        ear.status = 200
        team.house.let_pass(2 * MINUTE)
    assert len(ear.heard) == 2
    headers, body = ear.heard[-1]
    assert headers[hook.SIGNATURE] == hook.sign(KEY, body)
    assert json.loads(body) == {"id": f"{code}:0:0", "case": code, "minutes": 0, "step": 0}


def test_hook_refusal_is_not_retried_and_redirects_are_not_followed(team: Team) -> None:
    with listening() as (ear, url):
        told_of_alerts(team, url)
        ear.status = 302
        team.asks(new_phone())
        team.house.let_pass(2 * MINUTE)
    assert len(ear.heard) == 1


def test_hanging_hook_delays_no_alert(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hook, "TIMEOUT_SECONDS", 0.2)
    sam = team.colleague("Sam")
    with listening() as (ear, url):
        told_of_alerts(team, url)
        ear.wait_seconds = 1
        team.asks(new_phone())
        started = time.monotonic()
        team.house.work()
    assert team.alerts(sam) == 1
    assert time.monotonic() - started < 3


def test_hook_is_silent_about_withdrawn_cases(team: Team) -> None:
    with listening() as (ear, url):
        told_of_alerts(team, url)
        anna = new_phone()
        team.asks(anna)
        team.house.worker.work_once()
        team.house.hears("take it back", anna)
        team.house.let_pass(MINUTE)
    assert ear.heard == []
