"""Real workers that are killed with SIGKILL right before a chosen call to Redis, the provider or a webhook.

Each is a process forked from one that has everything imported. The state of Redis and the provider after one call is
the state before the next, so "before each call" covers "after each call" too.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
KILLED = -signal.SIGKILL


class Mortals:
    """Starter of such workers, one at a time."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def work(self, environ: dict[str, str], now: int, calls: int) -> bool:
        """Let one worker run the jobs due at `now`, and kill it before it makes one more call than `calls`.

        Return False if it finished before, with nothing left to do.
        """
        assert self._process.stdin and self._process.stdout
        print(json.dumps([environ, now, calls]), file=self._process.stdin, flush=True)
        ended = int(self._process.stdout.readline())
        assert ended in (0, KILLED), f"it ended in another way: {ended}"
        return ended == KILLED


@contextmanager
def mortals() -> Iterator[Mortals]:
    """Start the process from which they are forked."""
    environ = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.support.killable_worker"],
        env=environ,
        cwd=ROOT,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        yield Mortals(process)
        assert process.stdin
        process.stdin.close()


def _main() -> None:
    import requests  # noqa: PLC0415
    import twilio.http.http_client  # noqa: PLC0415
    import twilio.rest.api  # noqa: F401, PLC0415

    import bot.jobs.worker  # noqa: F401, PLC0415 -- each child would import it anew
    from bot.runtime.build import build  # noqa: PLC0415
    from bot.store.connection import RedisServer  # noqa: PLC0415
    from tests.support.app import settings  # noqa: PLC0415

    shipped = build(settings())
    gc.freeze()  # a collection in a child would copy all that it shares with this process
    doors: tuple[Any, ...] = ((RedisServer, "_exchange"), (requests.Session, "send"))
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _live(shipped, doors, *json.loads(line))
            os._exit(0)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def _live(shipped: Any, doors: tuple[Any, ...], environ: dict[str, str], now: int, calls: int) -> None:
    from dataclasses import replace  # noqa: PLC0415

    from bot.config.settings import load_settings  # noqa: PLC0415
    from bot.jobs.worker import Worker  # noqa: PLC0415
    from bot.runtime.build import open_store  # noqa: PLC0415
    from bot.sms.twilio import TwilioClient  # noqa: PLC0415

    left = calls

    def counted(real: Any) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            nonlocal left
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left -= 1
            return real(*args, **kwargs)

        return call

    own = load_settings(environ)
    runtime = replace(shipped, settings=own, store=open_store(own), clock=lambda: now)
    for owner, name in doors:
        setattr(owner, name, counted(getattr(owner, name)))
    worker = Worker(runtime, TwilioClient(own))
    while worker.work_once():
        pass


if __name__ == "__main__":
    _main()
