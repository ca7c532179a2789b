"""The real servers: the embedded Redis as the product starts it, gunicorn by the Procfile's own line.

Everything listens on 127.0.0.1 or a socket file, and dies with this process, however it ends.
"""

from __future__ import annotations

import contextlib
import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.server.embedded_redis import die_with_parent
from bot.server.supervisor import read_procfile

ROOT = Path(__file__).parents[2]
START_SECONDS = 40.0
STOP_SECONDS = 10.0


class NotUp(Exception):
    """A server did not come up; what it said last is told."""


@dataclass(frozen=True)
class Web:
    """A gunicorn that was started, and where it listens."""

    port: int
    log: Path
    process: subprocess.Popen[bytes]

    def wait(self) -> None:
        """Return when it answers anything at all. Raises NotUp."""
        until = time.monotonic() + START_SECONDS
        while self.process.poll() is None and time.monotonic() < until:
            line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=START_SECONDS)
            with contextlib.closing(line), contextlib.suppress(OSError, http.client.HTTPException):
                line.request("GET", "/healthz")
                line.getresponse().read()
                return
            time.sleep(0.05)
        raise NotUp(self.said())

    def stop(self) -> None:
        """Ask it to end; leaving `web` waits for that."""
        self.process.terminate()

    def said(self) -> str:
        """The last of what it wrote."""
        return self.log.read_text(errors="replace")[-2000:]


@contextlib.contextmanager
def web(app: str, environ: dict[str, str], log: Path) -> Iterator[Web]:
    """gunicorn serving `app` (like "app:app"), as the Procfile has it but for that name. It may not answer yet."""
    command = dict(read_procfile(ROOT / "Procfile"))["web"].replace("app:app", app)
    port = free_port()
    with log.open("wb") as output:
        process = subprocess.Popen(
            die_with_parent(["sh", "-c", f"exec {command}"]),
            env=surroundings() | environ | {"PORT": str(port)},
            cwd=ROOT, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True,
        )  # fmt: skip
    try:
        yield Web(port, log, process)
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def surroundings() -> dict[str, str]:
    """The least of our own environment: no setting of somebody's own may change what is measured."""
    kept = {name: os.environ[name] for name in ("HOME", "LANG", "LC_ALL", "TMPDIR") if name in os.environ}
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    return kept | {"PATH": programs}


def free_port() -> int:
    """A port that nothing listens at."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
