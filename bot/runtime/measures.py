"""What this process measures: turn times, send errors, missed texts. It holds no number, name or text.

Counting is an addition in memory. A thread of its own hands the sums to Redis, where those of all processes on all
machines add up, so that any web process can tell the whole. A process that is killed loses the last seconds.
"""

from __future__ import annotations

import atexit
import contextlib
import secrets
import threading
import time
from collections import Counter
from collections.abc import Callable

from bot.errors import StoreUnavailable
from bot.store.measures import MeasureStore, Process

FLUSH_SECONDS = 10.0

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0)
"""Upper limits in seconds of the buckets of turn times. The provider gives up after 15."""

TURN, TURN_MICROS, FALLBACK = "turn", "turn_micros", "fallback"
SEND_ERROR, MISSED, ERASED = "send_error", "missed", "erased"
OVER = "inf"


class Measures:
    """Sums of this process. Safe to share between threads. Without `store` nothing is counted."""

    def __init__(self, store: MeasureStore | None = None) -> None:
        self._store = store
        self._counted: Counter[str] = Counter()
        self._lock = threading.Lock()
        self._process = secrets.token_hex(4)
        self._sign: Callable[[], tuple[str, bool | None]] = lambda: ("other", None)
        self._streams: Callable[[], int] = lambda: 0
        self._over = threading.Event()

    def turn(self, seconds: float, *, fell_back: bool) -> None:
        """Count one text that was answered, and whether the fallback answered it."""
        bucket = next((str(limit) for limit in BUCKETS if seconds <= limit), OVER)
        counted = {f"{TURN}|{bucket}": 1, TURN_MICROS: round(seconds * 1_000_000)}
        self._count(counted | ({FALLBACK: 1} if fell_back else {}))

    def send_error(self, code: int) -> None:
        """Count a text that the provider did not take or could not deliver, by its code; 0 if it gave none."""
        self._count({f"{SEND_ERROR}|{code}": 1})

    def missed(self, texts: int) -> None:
        """Count missed texts that were found at the provider."""
        self._count({MISSED: texts} if texts else {})

    def erased(self, texts: int) -> None:
        """Count texts whose words were erased at the provider."""
        self._count({ERASED: texts} if texts else {})

    def count_streams(self, count: Callable[[], int]) -> None:
        """Hand over, with the sums, how many streams of the console are open: `count` says so."""
        self._streams = count

    def start(self, sign: Callable[[], tuple[str, bool | None]]) -> None:
        """Hand over the sums every few seconds, with a sign of life: the kind of process, and whether it has the model.

        To be called once, after the fork.
        """
        if self._store is None:
            return
        self._sign = sign
        threading.Thread(target=self._keep_flushing, daemon=True).start()
        atexit.register(self.stop)

    def stop(self) -> None:
        """Hand over the rest, and sign off."""
        self._over.set()
        with contextlib.suppress(StoreUnavailable):
            self.flush()
            if self._store is not None:
                self._store.leave(self._process)

    def flush(self) -> None:
        """Hand over the sums. What Redis does not take is kept for the next time. Raises StoreUnavailable."""
        if self._store is None:
            return
        with self._lock:
            counted, self._counted = self._counted, Counter()
        kind, has_model = self._sign()
        try:
            self._store.add(counted, self._process, Process(kind, int(time.time()), has_model), self._streams())
        except StoreUnavailable:
            with self._lock:
                self._counted.update(counted)
            raise

    def _count(self, counted: dict[str, int]) -> None:
        if self._store is not None and counted:
            with self._lock:
                self._counted.update(counted)

    def _keep_flushing(self) -> None:
        while not self._over.is_set():
            with contextlib.suppress(StoreUnavailable):
                self.flush()
            self._over.wait(FLUSH_SECONDS)


NOT_MEASURED = Measures()
"""Stands where nothing is measured: no token is set, or no process runs."""
