"""Two webs on one listening socket, as deploy/systemd starts them: texts are answered while each restarts."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode

import pytest

from bot.server.embedded_redis import die_with_parent
from bot.sms.twilio import sign
from tests.support.product import PUBLIC, environment, new_phone, new_sid
from tests.support.provider import Provider
from tests.support.redis_server import RealRedis
from tests.support.servers import ROOT

pytestmark = pytest.mark.faults

PASSED_ON = """
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.environ |= {"LISTEN_PID": str(os.getpid()), "LISTEN_FDS": "1"}
os.execv(sys.executable, [sys.executable, "-m", "bot.server", "web"])
"""
"""Start of the web as systemd does it: the socket is number 3, and belongs to exactly this process id."""

TEXTING = 4
START_SECONDS = 120.0


class Service:
    """A `warmline-web@.service`: restarted by stopping it and waiting until the next process says that it is ready."""

    def __init__(self, name: str, listening: socket.socket, environ: dict[str, str], folder: Path) -> None:
        self._listening, self._log = listening, folder / f"{name}.log"
        self._told = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._told.bind(str(folder / name))
        self._told.settimeout(START_SECONDS)
        self._environ = environ | {"NOTIFY_SOCKET": str(folder / name)}
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self._forget_what_was_told()
        number = self._listening.fileno()
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                die_with_parent([sys.executable, "-c", PASSED_ON, str(number)]), env=self._environ, cwd=ROOT,
                pass_fds=(number,), stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        assert self._told.recv(100) == b"READY=1"

    def _forget_what_was_told(self) -> None:
        """Each child of the process before has said it; systemd listens to the first alone."""
        self._told.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            while self._told.recv(100):
                pass
        self._told.settimeout(START_SECONDS)

    def stop(self) -> None:
        assert self._process is not None
        self._process.terminate()
        assert self._process.wait(15) == 0, "TimeoutStopSec"

    def close(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self.stop()
        self._told.close()


class Texting:
    """People who text all the time. A kept connection is used again, as a proxy does."""

    def __init__(self, port: int, provider: Provider) -> None:
        self._port, self._provider = port, provider
        self._over = threading.Event()
        self.answered: list[float] = []  # seconds
        self.failed: list[str] = []

    def person(self, keeps: bool) -> None:
        line = HTTPConnection("127.0.0.1", self._port, timeout=15)
        while not self._over.is_set():
            form = self._provider.webhook_form("hey", new_phone(), new_sid())
            headers = {
                "Content-Type": "application/x-www-form-urlencoded",
                "X-Twilio-Signature": sign(self._provider.token, f"{PUBLIC}/sms", form),
            }
            began = time.monotonic()
            try:
                line.request("POST", "/sms", urlencode(form), headers)
                response = line.getresponse()
                page = response.read()
            except (OSError, HTTPException) as error:
                self.failed.append(type(error).__name__)
                line.close()
                continue
            if response.status == 200 and b"<Message>" in page:
                self.answered.append(time.monotonic() - began)
            else:
                self.failed.append(str(response.status))
            if not keeps:
                line.close()
            time.sleep(0.02)
        line.close()

    @contextlib.contextmanager
    def going_on(self) -> Iterator[None]:
        threads = [threading.Thread(target=self.person, args=(number % 2 == 0,)) for number in range(TEXTING)]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self._over.set()
            for thread in threads:
                thread.join()


def answers_at_once(port: int) -> bool:
    with contextlib.closing(HTTPConnection("127.0.0.1", port, timeout=1.5)) as line:
        line.request("GET", "/healthz")
        return line.getresponse().status == 200


def test_no_text_is_refused_while_both_webs_get_a_new_release(
    real_redis: RealRedis, provider: Provider, tmp_path: Path
) -> None:
    real_redis.start()
    environ = environment(tmp_path, provider, real_redis.url, as_served=True) | {"LOCAL_MODEL": "0"}
    with socket.create_server(("127.0.0.1", 0), backlog=2048) as listening, contextlib.ExitStack() as stack:
        port = listening.getsockname()[1]
        services = [Service(name, listening, environ, tmp_path) for name in ("a", "b")]
        for service in services:
            stack.callback(service.close)
            service.start()
            assert answers_at_once(port), "ready was told too early"
        texting = Texting(port, provider)
        with texting.going_on():
            for service in services:
                before = len(texting.answered)
                service.stop()
                service.start()
                assert len(texting.answered) > before, "the other web answers meanwhile"
            time.sleep(1)
    assert texting.failed == []
    assert max(texting.answered) < 15, "the provider waits no longer"
