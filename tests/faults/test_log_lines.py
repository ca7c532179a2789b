"""Lines of the real web, worker and supervisor with LOG_FORMAT=json: each is an object without content."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.logs import LEFT_OUT
from tests.support.http_server import free_port
from tests.support.product import Product, new_phone, new_sid, running, wait_until
from tests.support.redis_server import RealRedis
from tests.support.servers import ROOT, start, surroundings

pytestmark = pytest.mark.faults

WORDS = ("zanzibar", "kerfuffle")
FIELDS = {"time", "level", "logger", "role", "event"}


@pytest.fixture(scope="module")
def logged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """Run the product with JSON lines, as verbose as the libraries can be."""
    with running(tmp_path_factory.mktemp("logged"), LOG_FORMAT="json") as product:
        yield product


def lines_of(text: str) -> list[dict[str, Any]]:
    """Parse whole lines. Fail at one that is no object, without printing it."""
    found = []
    for number, line in enumerate(text[: text.rfind("\n") + 1].splitlines()):
        assert line.startswith("{") and line.endswith("}"), f"line {number} is no object"
        found.append(json.loads(line))
    return found


def told(product: Product, event: str) -> dict[str, Any]:
    """Wait for a line that begins like this."""
    wait_until(lambda: f'"event": "{event}' in product.log, what=event)
    return next(line for line in lines_of(product.log) if line["event"].startswith(event))


def test_each_process_writes_objects_that_hold_no_content(logged: Product) -> None:
    phone, provider = new_phone(), logged.provider
    assert logged.text("hey zanzibar", phone).status == 200
    key = f"{{{logged.store.person(phone)}}}:s"
    logged.redis.client.setrange(key, 20, b"\0\0\0")
    fallen = logged.text("my name is zanzibar kerfuffle", phone)
    turn = told(logged, "turn failed: DecryptionError at bot/")
    assert turn["request_id"] == fallen.headers["X-Request-ID"]
    assert (turn["role"], turn["level"], turn["logger"]) == ("web", "error", "bot.inbound.router")
    assert turn["exception"].startswith("DecryptionError at bot/")
    assert any(place.startswith("bot/inbound/router.py:") for place in turn["traceback"])
    assert turn["request_id"] not in fallen.text

    forged = logged.post("/sms", logged.form("kerfuffle", phone, new_sid(), {}), signature="forged")
    refused = told(logged, "a request without a good signature")
    assert refused["request_id"] == forged.headers["X-Request-ID"] != turn["request_id"]

    with provider.broken("429"):
        assert told(logged, "catching up put off")["job"] == "catch_up"
    for mode in ("500", "21211"):
        other = new_phone()
        with logged.redis.replica():  # takes no writes: the worker answers these later
            logged.text("tangerine kerfuffle", other)
            provider.received(new_sid(), other, "tangerine kerfuffle", ago=45)
        before = provider.creations
        with provider.broken(mode, lists=True):
            wait_until(lambda before=before: provider.creations > before, 30)  # type: ignore[misc]
            late = told(logged, "a text put off" if mode == "500" else "a text refused")
        assert (late["job"], late["role"]) == ("send", "worker")
        assert "request_id" not in late

    log = logged.log
    lines = lines_of(log)
    assert {line["role"] for line in lines} == {"server", "web", "worker"}
    for line in lines:
        assert line.keys() >= FIELDS
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", line["time"])
        assert not line["logger"].startswith("bot.") or LEFT_OUT not in line["event"], line["event"]
    assert any(line["level"] == "debug" for line in lines), "the libraries were not verbose"
    for word in (*WORDS, phone, phone[1:], phone[2:], phone[5:]):
        assert word not in log


def test_access_log_tells_status_and_id_alone(logged: Product) -> None:
    logged.get("/nothing-at-all?q=zanzibar")
    wait_until(lambda: '"event": "answered with status 404 in ' in logged.log)
    (line,) = [one for one in lines_of(logged.log) if one["event"].startswith("answered with status 404")]
    assert line["logger"] == "gunicorn.access"
    assert re.fullmatch("([a-z]{4}-){2}[a-z]{4}", line["request_id"])
    assert "nothing-at-all" not in logged.log


def test_request_that_cannot_be_read_has_no_id_of_another(logged: Product) -> None:
    """The threads that refuse these have answered other requests before, and the parser's words quote the header."""
    port = int(logged.environ["PORT"])
    for _ in range(40):
        assert logged.get("/healthz") == 200
    for _ in range(12):
        with socket.create_connection(("127.0.0.1", port), 10) as line:
            line.sendall(b"GET /x HTTP/1.1\r\nHost: a\r\nZanzibar 2135550123: x\r\n\r\n")
            assert line.recv(12) == b"HTTP/1.1 400"

    def refused() -> list[dict[str, Any]]:
        return [one for one in lines_of(logged.log) if (one["logger"], one["level"]) == ("gunicorn.error", "warning")]

    wait_until(lambda: len(refused()) >= 12, what="their lines")
    assert not any("request_id" in one for one in refused())
    assert "2135550123" not in logged.log


def demo(folder: Path, **environ: str) -> dict[str, str]:
    return {
        **surroundings(), "DEMO": "1", "PORT": str(free_port()), "VAR_DIR": str(folder / "var"), "LOCAL_MODEL": "0",
        "LOG_FORMAT": "json", **environ,
    }  # fmt: skip


def test_lines_past_the_log_are_objects_as_well(tmp_path: Path) -> None:
    """A process that cannot start prints what no formatter saw. Numbers in it are replaced."""
    procfile = tmp_path / "Procfile"
    procfile.write_text("worker: sh -c 'echo sorry, +1 213-555-0123; echo; echo \"[1]\"; exit 3'\n")
    done = subprocess.run(
        [sys.executable, "-m", "bot.server", "--procfile", str(procfile)],
        env=demo(tmp_path), cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    lines = lines_of(done.stdout)
    printed = [(line["level"], line["event"]) for line in lines if line["logger"] == "output"]
    assert printed[:2] == [("warning", "sorry, [number]"), ("warning", "[1]")]
    assert {line["role"] for line in lines if line["logger"] == "output"} == {"worker"}
    assert [line["level"] for line in lines if "ended 3 times" in line["event"]] == ["error"]
    assert done.stderr == ""


def test_wrong_setting_is_named_in_the_form_that_is_set(tmp_path: Path) -> None:
    for wrong in ({"IDLE_MINUTES": "never"}, {"LOG_FORMAT": "xml"}):
        done = subprocess.run(
            [sys.executable, "-m", "bot.server"],
            env=demo(tmp_path, **wrong), cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
        assert done.returncode == 2
        if "LOG_FORMAT" in wrong:
            assert "-- LOG_FORMAT: does not look right; expected text or json\n" in done.stdout
        else:
            (line,) = lines_of(done.stdout)
            assert line["event"].startswith("IDLE_MINUTES: ")


def test_worker_of_demo_mode_asks_no_provider(tmp_path: Path) -> None:
    """In demo mode our own web takes the provider's place: the worker starts before it, and asks it for no texts."""
    redis, environ = RealRedis(tmp_path / "var"), demo(tmp_path)
    redis.start()
    with socket.create_server(("127.0.0.1", int(environ["PORT"]))) as web:
        worker = start(["flask", "--app", "app", "worker"], environ | {"REDIS_URL": redis.url}, tmp_path / "output.log")
        try:
            # the periodic tasks run one after the other: this one comes after catching up
            wait_until(lambda: "cmdstat_bgrewriteaof" in redis.client.info("commandstats"), 60, "a later task")
            wait_until(lambda: not redis.client.zcard("due"), what="an idle worker")
        finally:
            worker.stop()
            redis.client.close()
            redis.stop()
        web.setblocking(False)
        with pytest.raises(BlockingIOError):
            web.accept()
    assert worker.process.returncode == 0
    assert worker.said() == ""
