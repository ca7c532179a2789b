"""`directory import` in separate processes, each killed with SIGKILL right before a chosen call to Redis.

They are forked from a process that has everything imported. The data after one call is the data before the next, so
"before each call" covers "after each call" too.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
KILLED = -signal.SIGKILL
RECORDS_AT_ONCE = 1
"""Batch size that makes the import of a small package take as many steps as that of a large one."""

Dying = Callable[[Path, int], bool]
"""Import a package, killed before one more call than so many. False if it finished before."""


@contextmanager
def dying_imports(url: str) -> Iterator[Dying]:
    """Yield a function that runs such imports into the Redis at this address, one at a time."""
    environ = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.support.dying_import", url],
        env=environ,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin and process.stdout
        asked, told = process.stdin, process.stdout

        def import_killed(package: Path, calls: int) -> bool:
            print(json.dumps([str(package), calls]), file=asked, flush=True)
            ended = int(told.readline())
            assert ended in (0, KILLED), f"it ended in another way: {ended}"
            return ended == KILLED

        yield import_killed
        asked.close()


def _main(url: str) -> None:
    from bot.cli.directory import directory  # noqa: PLC0415
    from bot.config.settings import load_settings  # noqa: PLC0415
    from bot.store import directory as store  # noqa: PLC0415
    from bot.store.connection import RedisServer  # noqa: PLC0415

    store.BATCH = RECORDS_AT_ONCE
    exchange = RedisServer._exchange
    for line in sys.stdin:
        package, calls = json.loads(line)
        if (child := os.fork()) == 0:
            os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what it prints answers no request
            RedisServer._exchange = _counted(exchange, calls)  # type: ignore[method-assign]
            # beside the package: its keys must be those of the previous import
            own = load_settings({"DEMO": "1", "VAR_DIR": str(Path(package).parent / "var"), "REDIS_URL": url})
            directory.main(["import", package, "--yes", "--trust-vetting"], obj=own)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def _counted(exchange: Any, left: int) -> Any:
    def call(*args: Any) -> Any:
        nonlocal left
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        left -= 1
        return exchange(*args)

    return call


if __name__ == "__main__":
    _main(sys.argv[1])
