"""Counts as stored: a hash for each day with how often each event happened, one for each month with dimensions.

By day and area a count would be nearly a person's own on a quiet day, so what has dimensions is kept by month only.
Written by the person's own commit; names and numbers only, read here, and forgotten after two years.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.store.connection import Server

COUNTS_SECONDS = 731 * 86_400
MONTH_LETTERS = len("2026-11")


def places(day: str) -> tuple[str, str]:
    """The keys under which a turn of `day` (like 2026-11-22) is counted: the day's and the month's."""
    return f"counts:{day}", f"counts:{day[:MONTH_LETTERS]}"


class Counts:
    """Reads counts. Every call may raise StoreGone."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def of(self, periods: Sequence[str]) -> list[dict[str, int]]:
        """The counts of each period, days (like 2026-11-22) or months (2026-11), in their order."""
        answers = self._server.batch([("HGETALL", f"counts:{period}") for period in periods]) if periods else []
        return [_counted(flat) for flat in answers]


def _counted(flat: list[bytes]) -> dict[str, int]:
    return {name.decode(): int(count) for name, count in zip(flat[::2], flat[1::2], strict=True)}
