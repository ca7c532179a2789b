"""What the processes of the product took of the processors so far. Linux only: it reads /proc."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

KINDS = {"gunicorn": "web", "worker": "worker", "redis": "Redis", "valkey": "Redis"}
_TICK = os.sysconf("SC_CLK_TCK")


def busy_seconds(root: int) -> dict[str, float]:
    """Seconds on a processor of each kind of process below `root`, those that have ended left out."""
    found: Counter[str] = Counter()
    waiting = [root]
    while waiting:
        pid = waiting.pop()
        try:
            folder = Path(f"/proc/{pid}")
            for task in (folder / "task").iterdir():
                waiting += map(int, (task / "children").read_text().split())
            command = (folder / "cmdline").read_text().replace("\0", " ")
            spent = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        kind = next((kind for word, kind in KINDS.items() if word in command), "rest")
        found[kind] += (int(spent[11]) + int(spent[12])) / _TICK
    return dict(found)
