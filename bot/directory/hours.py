"""Opening hours, and whether a service is open at a given time. Pure: the time is an argument."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from bot.directory.timezones import is_summer, offset_in

DAY, WEEK = 24 * 60, 7


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours that are the same on some days of every week.

    Monday is 0; times are minutes of the day; `utc_offset` is in hours. If `closes` is before `opens`, it is on the
    next day. `zone` is the name of the time zone, and counts before the offset. With neither it is unknown when a
    service is open, unless it always is.
    """

    days: frozenset[int]
    opens: int
    closes: int
    utc_offset: float | None = None
    zone: str = ""
    is_half_year: bool = False  # the offset may be that of the other half of the year
    starts: dt.date | None = None
    ends: dt.date | None = None  # the last day on which they hold
    is_unsure: bool = False  # they hold in some weeks only


def is_open(hours: Iterable[Hours], now: int) -> bool | None:
    """Return whether the service is open at `now` (seconds since the epoch); None if the hours do not say."""
    known, there, unsure = False, False, False
    for one in hours:
        if is_any_hour(one):
            return True
        offsets = _offsets(one, now)
        if not offsets:
            unsure = True
            continue
        state = _state(one, now, offsets[0])
        if len(offsets) > 1 and _state(one, now, offsets[1]) is not state:
            unsure = True
        elif state is not None:
            known, there = True, there or state
    return True if there else False if known and not unsure else None


def is_any_hour(hours: Hours) -> bool:
    """Return whether these are all hours of every day."""
    return (
        (hours.opens, hours.starts, hours.ends, hours.is_unsure) == (0, None, None, False)
        and hours.closes >= DAY - 1
        and len(hours.days) == WEEK
    )


def _offsets(one: Hours, now: int) -> tuple[float, ...]:
    """Return the offsets from UTC, in hours, that the clocks there may have now."""
    if one.zone:
        return (offset_in(one.zone, now),)
    if one.utc_offset is None:
        return ()
    if one.is_half_year:
        return one.utc_offset, one.utc_offset + (1 if is_summer(now) else -1)
    return (one.utc_offset,)


def _state(one: Hours, now: int, utc_offset: float) -> bool | None:
    """Return whether these hours are open; None if they have not begun or are over."""
    return _covers(one, now, utc_offset) if _holds(one, now, utc_offset) else None


def _holds(one: Hours, now: int, utc_offset: float) -> bool:
    """Return whether these hours have begun and are not over on this day."""
    if one.starts is None and one.ends is None:
        return True
    day = dt.datetime.fromtimestamp(now + utc_offset * 3600, dt.UTC).date()
    return (one.starts or day) <= day <= (one.ends or day)


def _covers(one: Hours, now: int, utc_offset: float) -> bool:
    minutes = now // 60 + round(utc_offset * 60)
    day, minute = (minutes // DAY + 3) % WEEK, minutes % DAY  # the epoch began on a Thursday
    if one.opens <= one.closes:
        return day in one.days and one.opens <= minute <= one.closes
    return (day in one.days and minute >= one.opens) or ((day - 1) % WEEK in one.days and minute <= one.closes)
