"""Time zones as publishers write them: hours from UTC as the standard does, or the name of a zone.

A name like America/Chicago knows the half-year clocks, and is kept. An abbreviation like PST is read as its hours.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from zoneinfo import available_timezones

from babel.core import get_global

LEAST, MOST = -12.0, 14.0
"""Hours from UTC that exist."""

_NUMBER = re.compile(r"[+-]?\d{1,2}(\.\d{1,2})?", re.ASCII)
_CLOCK = re.compile(r"(?:UTC|GMT)? ?([+\-\u2212])(\d{1,2}(?=:|$)|\d\d)(?::?(\d\d))?", re.ASCII | re.IGNORECASE)
_SHORT = {
    "utc": 0, "gmt": 0, "z": 0, "nst": -3.5, "ndt": -2.5, "ast": -4, "adt": -3, "est": -5, "edt": -4, "cst": -6,
    "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "akst": -9, "akdt": -8, "hst": -10,
}  # fmt: skip
"""Abbreviations of the United States and Canada."""
_NAMES = {
    "America/New_York": "et, eastern, eastern time, eastern time (us & canada), us eastern",
    "America/Chicago": "ct, central, central time, central time (us & canada), us central",
    "America/Denver": "mt, mountain, mountain time, mountain time (us & canada), us mountain",
    "America/Los_Angeles": "pt, pacific, pacific time, pacific time (us & canada), us pacific",
    "America/Anchorage": "alaska, alaska time", "Pacific/Honolulu": "hawaii, hawaii time",
    "America/Phoenix": "arizona, arizona time", "America/Halifax": "atlantic time, atlantic time (canada)",
    "America/St_Johns": "newfoundland, newfoundland time",
}  # fmt: skip
"""Everyday names by zone, in lower case."""


@lru_cache(maxsize=1024)
def zone(text: str) -> float | str | None:
    """Return the hours from UTC, or the name of the zone; None if the text is neither or there are no such hours."""
    said = " ".join(text.split())
    hours: float | None = _SHORT.get(said.lower())
    if _NUMBER.fullmatch(said):
        hours = float(said)
    elif found := _CLOCK.fullmatch(said):
        hours = int(found[2]) + int(found[3] or 0) / 60
        hours = hours if found[1] == "+" else -hours
    if hours is not None:
        return hours if LEAST <= hours <= MOST else None
    return _zones().get(said.lower().replace(" ", "_")) or _zones().get(said.lower())


def standard(text: str) -> str | None:
    """Return a zone as a cell holds it: "-8", "5.5" or "America/Chicago"; None if unknown."""
    found = zone(text)
    return found if found is None or isinstance(found, str) else f"{found:g}"


@cache
def _zones() -> Mapping[str, str]:
    """Return the names of zones by themselves in lower case, by everyday names and by those of Windows."""
    found = {name.lower(): name for name in available_timezones() if "/" in name}
    windows = {name.lower(): zone for name, zone in get_global("windows_zone_mapping").items()}
    everyday = {name: zone for zone, names in _NAMES.items() for name in names.split(", ")}
    return {**windows, **found, **everyday}
