"""What every benchmark needs: its form, a folder of its own, an end that leaves nothing behind, and a stopwatch."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any, NoReturn

from tests.support.servers import NotUp

QUICK = os.environ.get("QUICK", "0") not in ("", "0")
"""The short form of a benchmark."""

KINDS = {"gunicorn": "web", "worker": "worker", "redis": "Redis", "valkey": "Redis"}
_TICK = os.sysconf("SC_CLK_TCK")


class Wrong(Exception):
    """Something was answered wrongly, so that its time means nothing."""


def say(line: str) -> None:
    """Print one line at once: people wait for it."""
    print(line, flush=True)


def run(measure: Callable[[Path], Any]) -> NoReturn:
    """Run a benchmark in a folder of its own, and exit with its code. It is 1 if a server failed or was wrong."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that all is cleaned up
    with tempfile.TemporaryDirectory(prefix="warmline-bench-") as folder:
        try:
            code = int(measure(Path(folder)) or 0)
        except (NotUp, Wrong, OSError) as error:
            say(f"{type(error).__name__}: {error}")
            code = 1
    sys.exit(code)


def seconds(call: Callable[..., object], *arguments: Any, times: int = 1) -> float:
    """Return how long a call takes: the best of several, since other work on the machine only ever adds to it."""
    best = float("inf")
    for _ in range(times):
        started = time.perf_counter()
        call(*arguments)
        best = min(best, time.perf_counter() - started)
    return best


def percentiles(waits: Sequence[float], digits: int = 1) -> str:
    """Return how long one waits, from seconds."""
    ordered = sorted(waits) or [0.0]
    parts = {"p50": 0.50, "p95": 0.95, "p99": 0.99, "most": 1.0}
    return "  ".join(
        f"{name} {ordered[min(len(ordered) - 1, int(len(ordered) * part))] * 1000:{digits + 5}.{digits}f} ms"
        for name, part in parts.items()
    )


def wrongs(found: Counter[str]) -> str:
    """Return what was wrong, and how often."""
    return ", ".join(f"{count} {what}" for what, count in (+found).items()) or "nothing"


def middle_ratio(these: Sequence[float], those: Sequence[float]) -> float:
    """Return how these compare with those, pair by pair of what ran next to each other."""
    return median(this / that for this, that in zip(these, those, strict=True))


def busy_seconds(*roots: int) -> dict[str, float]:
    """Return the seconds on a processor of each kind of process from `roots` down, without those that have ended."""
    found: Counter[str] = Counter()
    waiting = list(roots)
    while waiting:
        folder = Path(f"/proc/{waiting.pop()}")
        try:
            for task in (folder / "task").iterdir():
                waiting += map(int, (task / "children").read_text().split())
            command = (folder / "cmdline").read_text().replace("\0", " ")
            spent = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        kind = next((kind for word, kind in KINDS.items() if word in command), "rest")
        found[kind] += (int(spent[11]) + int(spent[12])) / _TICK
    return dict(found)
