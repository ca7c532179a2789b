"""Clock that a jump of the machine's time of day does not move.

The time of day is read at the start and then counted on by the machine's own ticks, which nobody can set. Without that,
a time of day that is wrong for some seconds would take steps of alerts early and treat every screen as unsafe.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

log = logging.getLogger(__name__)

DRIFT_SECONDS = 2.0
"""A difference up to this is a correction, and followed at once."""

PATIENCE_SECONDS = 300.0
"""A larger difference is a jump. It is followed once it has lasted this long."""


def time_of_day() -> float:
    """Return what the machine takes for the time, in epoch seconds."""
    return time.time()


def ticks() -> float:
    """Return seconds that only ever go on, also while the machine sleeps where the system counts that."""
    source = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if source is None else time.clock_gettime(source)


class SteadyClock:
    """Clock in epoch seconds. Safe to share between threads, and across a fork."""

    def __init__(self, wall: Callable[[], float] = time_of_day, steady: Callable[[], float] = ticks) -> None:
        self._wall, self._steady = wall, steady
        self._lead = self._wall() - self._steady()
        self._jumped_at, self._jumped_to = 0.0, 0.0
        self._lock = threading.Lock()

    def __call__(self) -> int:
        """Return the time."""
        with self._lock:
            tick = self._steady()
            lead = self._wall() - tick
            if abs(lead - self._lead) <= DRIFT_SECONDS:
                self._lead, self._jumped_at = lead, 0.0
            elif not self._jumped_at or abs(lead - self._jumped_to) > DRIFT_SECONDS:
                self._jumped_at, self._jumped_to = tick, lead
                log.error("the time of day jumped by %d s: not followed for now", lead - self._lead)
            elif tick - self._jumped_at >= PATIENCE_SECONDS:
                self._lead, self._jumped_at = lead, 0.0
                log.warning("the time of day has stayed as it is after its jump: followed")
            return int(tick + self._lead)


steady_now = SteadyClock()
"""The clock of this process."""
