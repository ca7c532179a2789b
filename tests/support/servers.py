"""Processes of the product as a test or benchmark starts them. They die with this process, however it ends."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from bot.server.embedded_redis import die_with_parent
from bot.server.supervisor import read_procfile
from tests.support.http_server import free_port

ROOT = Path(__file__).parents[2]
START_SECONDS, STOP_SECONDS = 120.0, 30.0
"""A busy machine is slow, but a server that never comes still fails what needs it."""


class NotUp(Exception):
    """A server did not come up. Holds the last of what it wrote."""


@dataclass(frozen=True)
class Server:
    """Process that was started, where it listens, and the file that holds what it writes."""

    port: int
    log: Path
    process: subprocess.Popen[bytes]

    def wait(self, path: str = "/healthz", status: int = 0) -> None:
        """Return when a page is answered with this status, or with any if it is 0. Raise NotUp."""
        until = time.monotonic() + START_SECONDS
        while self.process.poll() is None and time.monotonic() < until:
            line = HTTPConnection("127.0.0.1", self.port, timeout=START_SECONDS)
            with closing(line), suppress(OSError, HTTPException):
                line.request("GET", path)
                if status in (0, line.getresponse().status):
                    return
            time.sleep(0.05)
        raise NotUp(self.said()[-2000:])

    def said(self) -> str:
        """Return all that it wrote."""
        return self.log.read_text(errors="replace")

    def stop(self) -> None:
        """Ask it to end, and wait for that."""
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start(command: Sequence[str], environ: dict[str, str], log: Path) -> Server:
    """Start a server that listens at the port PORT of its environment. It may not answer yet."""
    with log.open("ab") as output:
        process = subprocess.Popen(
            die_with_parent(command), env=environ, cwd=ROOT, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=output, stderr=output,
        )  # fmt: skip
    return Server(int(environ["PORT"]), log, process)


@contextmanager
def web(app: str, environ: dict[str, str], log: Path) -> Iterator[Server]:
    """Run gunicorn with `app` (like "app:app") by the Procfile's own line. It may not answer yet."""
    command = dict(read_procfile(ROOT / "Procfile"))["web"].replace("app:app", app)
    server = start(["sh", "-c", f"exec {command}"], surroundings() | environ | {"PORT": str(free_port())}, log)
    try:
        yield server
    finally:
        server.stop()


def surroundings() -> dict[str, str]:
    """Return the least of this environment: no setting of a developer's own changes what is tested."""
    kept = {name: os.environ[name] for name in ("HOME", "LANG", "LC_ALL", "TMPDIR") if name in os.environ}
    return kept | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"}
