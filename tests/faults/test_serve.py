"""Supervisor through stops and kills: a real supervisor, real Redis, and small processes as web and worker."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import redis

from bot.server.embedded_redis import embedded_redis
from tests.support.http_server import free_port
from tests.support.product import wait_until

pytestmark = pytest.mark.faults

ROOT = Path(__file__).parents[2]

PART = """
import os, signal, sys, time
from http.server import BaseHTTPRequestHandler, HTTPServer
import redis

name = sys.argv[1]
store = redis.Redis.from_url(os.environ["REDIS_URL"])

def stop(*_):
    store.rpush("stopped", name)
    os._exit(0)

class Healthy(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
    def log_message(self, *_):
        pass

signal.signal(signal.SIGTERM, stop)
store.rpush("pids:" + name, os.getpid())
print("ready", flush=True)
if len(sys.argv) > 2:
    HTTPServer(("127.0.0.1", int(sys.argv[2])), Healthy).serve_forever()
while True:
    time.sleep(1)
"""


@dataclass
class House:
    """Folder with a Procfile, and the environment to run it in."""

    folder: Path
    environ: dict[str, str]

    def write(self, *lines: str) -> None:
        (self.folder / "Procfile").write_text("".join(f"{line}\n" for line in lines))

    @contextmanager
    def running(self, *command: str) -> Iterator[subprocess.Popen[str]]:
        with subprocess.Popen(
            command or (sys.executable, "-m", "bot.server"),
            cwd=self.folder, env=self.environ, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        ) as process:  # fmt: skip
            try:
                yield process
            finally:
                process.terminate()  # a test's communicate() may have reaped it already
                process.wait(30)

    @contextmanager
    def store(self) -> Iterator[redis.Redis]:
        """Return the supervisor's Redis while it runs, and our own on the same data once it is gone."""
        with (
            embedded_redis(self.folder / "var") as url,
            redis.Redis.from_url(url, decode_responses=True) as found,
        ):
            yield found

    def pids(self, store: redis.Redis, *names: str) -> list[int]:
        """Return the pids of these processes and of Redis, once all are up."""
        for name in names:
            wait_until(lambda name=name: store.exists(f"pids:{name}"))  # type: ignore[misc]
        parts = [int(pid) for name in names for pid in store.lrange(f"pids:{name}", 0, -1)]
        return [*parts, int(store.info("server")["process_id"])]


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Return a folder with a web and a worker, which record in Redis who they are and when they stop."""
    (tmp_path / ".venv").symlink_to(sys.prefix)
    (tmp_path / "bot").symlink_to(ROOT / "bot")
    (tmp_path / "Makefile").symlink_to(ROOT / "Makefile")
    (tmp_path / "part.py").write_text(PART)
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    made = House(tmp_path, {**kept, "PORT": str(free_port()), "VAR_DIR": str(tmp_path / "var"), "DEMO": "1"})
    made.write("web: python part.py web $PORT", "", "# a remark", "worker: python part.py worker")
    return made


def gone(pids: list[int]) -> bool:
    return not any(Path(f"/proc/{pid}").exists() and _state(pid) != "Z" for pid in pids)


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return "Z"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_signal_stops_everything_in_reverse_order_and_keeps_writes(house: House, number: signal.Signals) -> None:
    with house.running() as runner:
        _wait_for(runner, "webhook")
        with house.store() as store:
            pids = house.pids(store, "web", "worker")
        runner.send_signal(number)
        runner.send_signal(number)  # a terminal and make may both send theirs
        runner.communicate(timeout=30)
        assert runner.returncode == 0
    assert gone(pids)
    with house.store() as store:
        assert store.lrange("stopped", 0, -1) == ["worker", "web"]


def test_killed_supervisor_leaves_no_orphan(house: House) -> None:
    with house.running() as runner:
        _wait_for(runner, "webhook")
        with house.store() as store:
            pids = house.pids(store, "web", "worker")
        runner.kill()
        wait_until(lambda: gone(pids), seconds=5)
    with house.store() as store:
        assert store.exists("pids:web", "pids:worker") == 2


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_make_serve_takes_everything_with_it(house: House, number: signal.Signals) -> None:
    with house.running("make", "serve") as make:
        _wait_for(make, "webhook")
        with house.store() as store:
            pids = house.pids(store, "web", "worker")
        make.send_signal(number)
        wait_until(lambda: gone(pids))
    with house.store() as store:
        assert store.lrange("stopped", 0, -1) == ["worker", "web"]


def test_dead_process_and_redis_are_restarted(house: House) -> None:
    with house.running() as runner:
        _wait_for(runner, "webhook")
        with house.store() as store:
            web, worker, server = house.pids(store, "web", "worker")
            os.kill(worker, signal.SIGKILL)
            wait_until(lambda: store.llen("pids:worker") == 2)
        os.kill(server, signal.SIGKILL)
        _wait_for(runner, "is started again")
        with house.store() as store:
            assert store.lrange("pids:worker", 0, 0) == [str(worker)]
            assert house.pids(store, "web")[0] == web
        assert not gone([web])


def test_addresses_are_printed_once_the_web_answers(house: House) -> None:
    house.environ["PUBLIC_URL"] = "http://warmline.localhost"
    with house.running() as runner:
        lines = _wait_for(runner, "webhook")
        assert "web    | ready\n" in lines
        assert "-- simulator  http://warmline.localhost/try\n" in lines
        assert lines[-1] == "-- webhook    http://warmline.localhost/sms\n"


def test_process_that_keeps_dying_ends_the_supervisor(house: House) -> None:
    house.write("web: python part.py web $PORT", "worker: echo no settings; exit 3", "later: sleep 100")
    with house.running() as runner:
        said, _ = runner.communicate(timeout=20)
    assert runner.returncode == 1
    assert "worker ended 3 times as soon as it was started" in said
    assert said.endswith("-- stopped\n")


def test_invalid_settings_are_listed_before_start(house: House) -> None:
    house.environ |= {"DEMO": "0", "TWILIO_AUTH_TOKEN": "secret-that-must-not-show", "PORT": "none"}
    with house.running() as runner:
        said, _ = runner.communicate(timeout=10)
    assert runner.returncode == 2
    for name in ("PORT", "SEAL_KEYS", "LOOKUP_KEY", "SESSION_KEY"):
        assert f"\n-- {name}" in f"\n{said}"
    assert "must-not-show" not in said
    assert "ready" not in said


def test_port_in_use_is_reported_before_start(house: House) -> None:
    with socket.create_server(("127.0.0.1", int(house.environ["PORT"]))), house.running() as runner:
        said, _ = runner.communicate(timeout=10)
    assert runner.returncode == 2
    assert "cannot listen on 127.0.0.1" in said


def test_broken_procfile_is_reported_with_its_line(house: House) -> None:
    house.write("web: true", "worker")
    with house.running() as runner:
        said, _ = runner.communicate(timeout=10)
    assert runner.returncode == 2
    assert "line 2" in said


def test_external_redis_is_used_and_left_running(house: House) -> None:
    with embedded_redis(house.folder / "own") as url, redis.Redis.from_url(url) as store:
        house.environ["REDIS_URL"] = url
        with house.running() as runner:
            _wait_for(runner, "webhook")
            wait_until(lambda: store.exists("pids:worker"))
            runner.terminate()
            runner.communicate(timeout=10)
        assert store.lrange("stopped", 0, -1) == [b"worker", b"web"]
    assert not (house.folder / "var" / "redis").exists()


def test_process_started_alone_stays_in_the_release_that_a_link_led_to(house: House) -> None:
    """A link `current` moves to the next release while this one still loads modules and pages."""
    house.write('web: echo "in $PWD, programs of ${PATH%%:*}, process $$"')
    house.environ["REDIS_URL"] = "redis://127.0.0.1:1/0"
    link = house.folder / "current"
    link.symlink_to(house.folder)
    command = [str(link / ".venv" / "bin" / "python"), "-m", "bot.server", "web"]
    environ = {**house.environ, "PWD": str(link)}
    with subprocess.Popen(command, cwd=link, env=environ, text=True, stdout=subprocess.PIPE) as started:
        said, _ = started.communicate(timeout=20)
    programs = (link / ".venv" / "bin").resolve()
    assert said == f"in {house.folder.resolve()}, programs of {programs}, process {started.pid}\n"


def test_embedded_redis_runs_alone_to_take_a_backup(house: House) -> None:
    with house.running(sys.executable, "-m", "bot.server", "redis") as runner:
        _wait_for(runner, "the embedded Redis keeps its data")
        with house.store() as store:
            time.sleep(0.5)
            assert store.dbsize() == 0, "neither web nor worker has written"
        runner.terminate()
        runner.communicate(timeout=10)
    assert runner.returncode == 0
    house.environ["REDIS_URL"] = "redis://127.0.0.1:1/0"
    with house.running(sys.executable, "-m", "bot.server", "redis") as runner:
        said, _ = runner.communicate(timeout=10)
    assert runner.returncode == 2
    assert "REDIS_URL: is set" in said


def test_child_that_ignores_sigterm_is_killed(house: House) -> None:
    house.write("worker: sh -c 'trap \"\" TERM; echo ready; while true; do sleep 0.2; done'")
    hasty = "import sys; from bot.server import supervisor as serve; serve.STOP_SECONDS = 0.5; sys.exit(serve.main([]))"
    with house.running(sys.executable, "-c", hasty) as runner:
        _wait_for(runner, "ready")
        runner.terminate()
        said, _ = runner.communicate(timeout=10)
    assert "killed" in said
    assert runner.returncode == 0


def _wait_for(runner: subprocess.Popen[str], words: str) -> list[str]:
    """Return the supervisor's lines up to one that holds these words."""
    assert runner.stdout is not None
    lines = []
    for line in runner.stdout:
        lines.append(line)
        if words in line:
            return lines
    raise AssertionError(f"the runner ended without {words!r}:\n{''.join(lines)}")
