"""Opening hours, and whether somebody is there at a moment. Pure: the moment comes in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

DAY = 24 * 60
_ALL_WEEK = frozenset(range(7))


@dataclass(frozen=True, slots=True)
class Hours:
    """The same hours on some days of every week. Monday is 0; times are minutes of the day; `utc_offset` is in hours.

    `closes` before `opens` is on the next day. An unknown offset leaves open when that is, unless it is always.
    """

    days: frozenset[int]
    opens: int
    closes: int
    utc_offset: float | None = None

    @property
    def is_always(self) -> bool:
        """Day and night, every day."""
        return self.days == _ALL_WEEK and self.opens == 0 and self.closes >= DAY - 1


def is_open(hours: Iterable[Hours], now: int) -> bool | None:
    """Whether somebody is there at `now` (seconds since the epoch); None when the hours do not tell."""
    hours = tuple(hours)
    if any(one.is_always for one in hours):
        return True
    if not hours or any(one.utc_offset is None for one in hours):
        return None
    return any(_covers(one, now) for one in hours)


def _covers(one: Hours, now: int) -> bool:
    minutes = now // 60 + round((one.utc_offset or 0) * 60)
    day, minute = (minutes // DAY + 3) % 7, minutes % DAY  # the epoch began on a Thursday
    if one.opens <= one.closes:
        return day in one.days and one.opens <= minute <= one.closes
    return (day in one.days and minute >= one.opens) or ((day - 1) % 7 in one.days and minute <= one.closes)
