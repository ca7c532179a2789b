"""Counts in Redis: one hash of events per day, and one hash with dimensions per month.

On a quiet day a count by day and area could identify a person, so dimensions are counted by month only. The person's
own commit writes the counts: names and numbers only. They expire after two years.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.store.connection import RedisServer

COUNTS_SECONDS = 731 * 86_400
MONTH_LETTERS = len("2026-11")


def places(day: str) -> tuple[str, str]:
    """Return the keys in which a turn of `day` (like 2026-11-22) is counted: the day's and the month's."""
    return f"counts:{day}", f"counts:{day[:MONTH_LETTERS]}"


class Counts:
    """Reader of counts. Every method may raise StoreUnavailable."""

    def __init__(self, server: RedisServer) -> None:
        self._server = server

    def of(self, periods: Sequence[str]) -> list[dict[str, int]]:
        """Return the counts of each period, in order: days (like 2026-11-22) or months (2026-11)."""
        answers = self._server.batch([("HGETALL", f"counts:{period}") for period in periods]) if periods else []
        return [_counted(flat) for flat in answers]


def _counted(flat: list[bytes]) -> dict[str, int]:
    return {name.decode(): int(count) for name, count in zip(flat[::2], flat[1::2], strict=True)}
