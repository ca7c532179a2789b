"""Supervisor behind `make serve`: runs the embedded Redis and the processes of the Procfile in the foreground.

It starts them in the Procfile's order, restarts those that die, stops all in reverse order, and leaves no orphans. It
does not know what the processes do: they get an environment, and /healthz shows that they live. Where systemd or a
container engine supervises, `become` starts one of them without us.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from bot import logs
from bot.errors import SettingsError, StoreUnavailable
from bot.server.embedded_redis import EmbeddedRedis, die_with_parent
from bot.server.output import ROLE, Output
from bot.server.readiness import announce_by_worker

if TYPE_CHECKING:
    from types import FrameType

    from bot.config.settings import Settings

TICK_SECONDS = 0.1
STOP_SECONDS = 10.0
YOUNG_SECONDS = 10.0
"""Uptime after which a process counts as started. From then on it is restarted without limit."""

YOUNG_DEATHS = 3
"""Number of early deaths of a process after which the supervisor gives up."""

LONGEST_PAUSE_SECONDS = 30.0
UNFIT = 2

REDIS = "redis"
PROCESS_HELP = (
    f"become this process of the Procfile, without watching over it; or `{REDIS}`: run the embedded Redis alone"
)

_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)

_LINE = re.compile(r"([A-Za-z0-9_-]+):\s*(\S.*)")


class _Asked(BaseException):
    """SIGTERM, SIGINT or SIGHUP arrived. Not an Exception, so that no handler takes it for a fault."""


class _GivenUp(Exception):
    """Process that dies whenever it is started."""


@dataclass
class ManagedProcess:
    """Procfile entry and its current process, if any. Times are of the monotonic clock."""

    name: str
    command: str
    environ: dict[str, str]
    width: int
    output: Output
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    due_at: float = 0.0
    deaths: int = 0  # since it last ran for YOUNG_SECONDS
    settled: bool = False
    readers: list[threading.Thread] = field(default_factory=list)

    def tend(self) -> None:
        """Start the process when it is due, and notice its death. Raise _GivenUp if it never stays up."""
        now = time.monotonic()
        if self.process is None:
            if now >= self.due_at:
                self._start()
            return
        code = self.process.poll()
        if now - self.started_at > YOUNG_SECONDS:
            self.settled, self.deaths = True, 0
        if code is None:
            return
        self.deaths += 1
        _signal_group(self.process, signal.SIGTERM)  # descendants that outlived it
        self.process = None
        if not self.settled and self.deaths >= YOUNG_DEATHS:
            raise _GivenUp(f"{self.name} ended {self.deaths} times as soon as it was started: see its lines above")
        pause = min(0.5 * 2 ** (self.deaths - 1), LONGEST_PAUSE_SECONDS)
        self.due_at = now + pause
        self.output.log(f"{self.name} ended ({_ending(code)}), starting it again in {pause:g} s", "error")

    def stop(self) -> None:
        """Terminate the process, kill it if necessary, and pass on its last lines."""
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self.output.log(f"{self.name} did not stop in {STOP_SECONDS:g} s: killed", "warning")
            _signal_group(self.process, signal.SIGKILL)
            self.process.wait()
            self.process = None
        for reader in self.readers:
            reader.join(1.0)

    def _start(self) -> None:
        # Its own session, so that Ctrl-C reaches only the supervisor, which stops all in order.
        self.process = subprocess.Popen(
            die_with_parent(["sh", "-c", f"exec {self.command}"]),
            env=self.environ, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            start_new_session=True,
        )  # fmt: skip
        self.started_at = time.monotonic()
        assert self.process.stdout is not None  # noqa: S101 - for the type checker: stdout is a pipe
        what = (self.name, self.width, self.process.stdout)
        reader = threading.Thread(target=self.output.pass_on, args=what, daemon=True)
        reader.start()
        self.readers = [*(r for r in self.readers if r.is_alive()), reader]


def read_procfile(path: Path) -> list[tuple[str, str]]:
    """Return the names and commands of a Procfile, in order. Raise SettingsError with all malformed lines."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise SettingsError([f"{path}: cannot be read: {error.strerror}"]) from error
    found, problems = [], []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if match := _LINE.fullmatch(line.strip()):
            found.append((match[1], match[2]))
        else:
            problems.append(f"{path}, line {number}: not of the form `name: command`")
    if not found and not problems:
        problems.append(f"{path}: names no process")
    if problems:
        raise SettingsError(problems)
    return found


def serve(procfile: Path, *, redis_alone: bool = False) -> int:
    """Run everything until asked to stop. Return 0 if asked, 1 if something does not run, 2 for invalid settings.

    `redis_alone` leaves out the Procfile's processes, so that a backup can be restored.
    """
    # so that import faults are reported here, not raised
    from bot.config.settings import load_settings, read_log_format  # noqa: PLC0415

    form = read_log_format(os.environ)
    logs.configure(ROLE, form)
    output = Output(form)
    try:
        settings = load_settings(os.environ)
        if redis_alone and not settings.embedded_redis:
            raise SettingsError(["REDIS_URL: is set, so that there is no embedded Redis to start"])
        lines = [] if redis_alone else read_procfile(procfile)
        if lines:
            _check_port(settings.port)
    except SettingsError as error:
        return _refuse(error, output)
    redis = EmbeddedRedis(settings.var_dir) if settings.embedded_redis else None
    environ = _environ(settings)
    width = max((len(name) for name, _ in lines), default=0)
    children = [ManagedProcess(name, command, environ, width, output) for name, command in lines]
    try:
        _listen()
        if redis is not None:
            redis.ensure()
            output.log(f"the embedded Redis keeps its data in {settings.var_dir / 'redis'}")
        if lines:
            threading.Thread(target=_announce, args=(settings, output), daemon=True).start()
        _tend(children, redis, output)
    except _Asked:
        return 0
    except (_GivenUp, StoreUnavailable) as error:
        output.log(str(error), "error")
        return 1
    finally:
        _stop_listening()
        output.log("stopping")
        for child in reversed(children):
            child.stop()
        if redis is not None:
            redis.stop()
        output.log("stopped")


def become(name: str, procfile: Path) -> int:
    """Replace this process with one of the Procfile's, unsupervised. Return only if it cannot start: 2.

    The process id stays, so that gunicorn takes sockets that systemd passes. A path that leads here by a symbolic link
    is resolved: when the link moves to a new release, this process still loads all of its code from the old one.
    """
    from bot.config.settings import load_settings, read_log_format  # noqa: PLC0415 - as in serve

    form = read_log_format(os.environ)
    logs.configure(ROLE, form)
    try:
        settings = load_settings(os.environ)
        commands = dict(read_procfile(procfile))
        if name not in commands:
            raise SettingsError([f"{procfile}: has no process {name!r}, only {' and '.join(commands)}"])
        if settings.embedded_redis:
            raise SettingsError(["REDIS_URL: required where web and worker are started one by one"])
    except SettingsError as error:
        return _refuse(error, Output(form))
    environ = {**_environ(settings), "PWD": str(Path.cwd())}
    announce_by_worker(environ)
    shell = ["sh", "-c", f"exec {commands[name]}"]
    return os.execvpe(shell[0], shell, environ)  # noqa: S606 - a line of our own Procfile


def _refuse(error: SettingsError, output: Output) -> int:
    for problem in error.problems:
        output.log(problem, "error")
    if "DEMO" not in os.environ:
        output.log("docs/settings.md lists all settings. To try it out without any: make run")
    return UNFIT


def _tend(children: Sequence[ManagedProcess], redis: EmbeddedRedis | None, output: Output) -> NoReturn:
    """Keep all processes running until a signal arrives or one never stays up."""
    lost = False
    while True:
        for child in children:
            child.tend()
        time.sleep(TICK_SECONDS)
        if redis is None:
            continue
        try:
            if redis.ensure():
                output.log("the embedded Redis was gone, and is started again", "error")
            lost = False
        except StoreUnavailable as error:
            # The web process still answers with shipped messages. Try again at the next tick.
            if not lost:
                output.log(str(error), "error")
            lost = True


def _listen() -> None:
    for number in _SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:  # respect `nohup`
            signal.signal(number, _hear)


def _hear(number: int, frame: FrameType | None) -> None:
    _stop_listening()
    raise _Asked


def _stop_listening() -> None:
    """Ignore further signals after the first: make and a terminal may both send theirs."""
    for number in _SIGNALS:
        signal.signal(number, lambda *_: None)


def _environ(settings: Settings) -> dict[str, str]:
    """Return the processes' environment: ours, the shared settings, and our own programs first on PATH."""
    return {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent.resolve()}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
        "PORT": str(settings.port),
        "VAR_DIR": str(settings.var_dir.absolute()),
        "REDIS_URL": settings.redis_url,
        "PYTHONUNBUFFERED": "1",
    }


def _check_port(port: int) -> None:
    """Raise SettingsError if the port is taken, which is clearer than a server that fails later."""
    host = _host()
    try:
        socket.create_server((host, port)).close()
    except OSError as error:
        raise SettingsError([f"PORT: cannot listen on {host}:{port}: {error.strerror}"]) from error


def _host() -> str:
    return os.environ.get("HOST") or "127.0.0.1"


def _announce(settings: Settings, output: Output) -> None:
    """Wait until the web process answers, then print the addresses."""
    while not _lives(settings.port):
        time.sleep(TICK_SECONDS)
    if settings.demo:
        output.log(f"simulator  {settings.public_url}/try")
    output.log(f"webhook    {settings.public_url}/sms")


def _lives(port: int) -> bool:
    line = http.client.HTTPConnection(_host(), port, timeout=1.0)
    with contextlib.closing(line), contextlib.suppress(OSError, http.client.HTTPException):
        line.request("GET", "/healthz")
        return line.getresponse().status == http.HTTPStatus.OK
    return False


def _signal_group(process: subprocess.Popen[bytes], number: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, number)


def _ending(code: int) -> str:
    return f"exit code {code}" if code >= 0 else signal.Signals(-code).name


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bot.server", description="Run Redis and the Procfile's processes.")
    parser.add_argument("process", nargs="?", help=PROCESS_HELP)
    parser.add_argument("--procfile", type=Path, default=Path("Procfile"), help="default: ./Procfile")
    parser.add_argument("--stop-with-parent", action="store_true", help="stop when make, which started us, is killed")
    chosen = parser.parse_args(arguments)
    if chosen.process == REDIS:
        return serve(chosen.procfile, redis_alone=True)
    if chosen.process:
        return become(chosen.process, chosen.procfile)
    if chosen.stop_with_parent and sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG, as `leashed` does for our children
    return serve(chosen.procfile)
