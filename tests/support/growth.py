"""How much longer a long text takes than a short one, in one run: a measure that holds on any machine."""

from __future__ import annotations

import time
from collections.abc import Callable

LONG, TIMES = 1600, 4
"""Length of the long text, and how many times longer than the short one it is. Linear time grows as much."""

WORSE_THAN_LINEAR = 12
"""Growth that nothing linear reaches. Quadratic time grows 16-fold."""


def growth(read: Callable[[str], object], piece: str) -> float:
    """Return how many times longer reading `piece` repeated to 1,600 characters takes than reading a quarter of it."""
    long = (piece * LONG)[:LONG]
    return _seconds(read, long) / _seconds(read, long[: LONG // TIMES])


def _seconds(read: Callable[[str], object], text: str) -> float:
    """Return the processor time of the fastest of several rounds, each long enough for the clock."""
    rounds = []
    read(text)
    for _ in range(5):
        began_at = time.process_time()
        for _ in range(20):
            read(text)
        rounds.append(time.process_time() - began_at)
    return max(min(rounds), 1e-6)
