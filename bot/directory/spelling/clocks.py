"""Times of day, and days, as publishers write them."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

_DAY = re.compile(
    r"(\d{4})(-?)(\d\d)\2(\d\d)(?:[T ]\d\d(?::?\d\d(?::?\d\d(?:\.\d+)?)?)?(?:Z|[+-]\d\d:?\d\d)?)?", re.ASCII
)
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d)(?:\.0+)?)?(Z|[+-]\d\d:?\d\d)?", re.ASCII | re.IGNORECASE)


@lru_cache(maxsize=4096)
def clock(text: str) -> str | None:
    """Return a time as 09:00 or 09:00Z, None if it is none; the end of a day, 24:00, is 23:59."""
    found = _CLOCK.fullmatch(text.strip())
    if not found:
        return None
    hour, minute, second, zone = int(found[1]), int(found[2]), int(found[3] or 0), (found[4] or "").upper()
    if (hour, minute, second) == (24, 0, 0):
        hour, minute = 23, 59
    if hour > 23 or minute > 59 or second > 59:
        return None
    return f"{hour:02}:{minute:02}" + (f":{second:02}" if second else "") + zone


@lru_cache(maxsize=4096)
def day(text: str) -> str | None:
    """Return a day as 2026-11-22, also of 20261122 and of a day with a time, as iCalendar's UNTIL; None if it is none.

    The day is taken as it is written. A day with slashes is unknown: two orders are in use.
    """
    found = _DAY.fullmatch(text.strip())
    try:
        return dt.date(int(found[1]), int(found[3]), int(found[4])).isoformat() if found else None
    except ValueError:
        return None


def offset(time: str) -> float | None:
    """Return the hours from UTC that a time itself names; None if it names none."""
    if time.endswith("Z"):
        return 0.0
    found = re.search(r"([+-])(\d\d):?(\d\d)$", time)
    if not found:
        return None
    hours = int(found[2]) + int(found[3]) / 60
    return -hours if found[1] == "-" else hours
