"""Time zones of areas by state or province: of a person, for a text at a part of the day, and of a service's hours.

A state with two zones has the one of most of its people. A part of the day stays within 8 to 21 h in the other as well.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Set
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from bot.flows.model import Area

_BY_ZONE = {
    "America/New_York": "CT DC DE FL GA IN KY MA MD ME MI NC NH NJ NY OH PA RI SC VA VT WV",
    "America/Chicago": "AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI",
    "America/Denver": "CO ID MT NM UT WY",
    "America/Phoenix": "AZ",
    "America/Los_Angeles": "CA NV OR WA",
    "America/Anchorage": "AK",
    "Pacific/Honolulu": "HI",
    "America/Puerto_Rico": "PR VI",
    "Pacific/Guam": "GU MP",
    "Pacific/Pago_Pago": "AS",
}
_BY_ZONE_IN_CANADA = {
    "America/St_Johns": "NL",
    "America/Halifax": "NB NS PE",
    "America/Toronto": "ON QC",
    "America/Winnipeg": "MB NU",
    "America/Regina": "SK",
    "America/Edmonton": "AB NT",
    "America/Vancouver": "BC",
    "America/Whitehorse": "YT",
}
_ZONES = {
    (country, region): zone
    for country, table in (("US", _BY_ZONE), ("CA", _BY_ZONE_IN_CANADA))
    for zone, regions in table.items()
    for region in regions.split()
}
_MIDDLE = {"US": "America/Chicago", "CA": "America/Winnipeg"}
"""A zone in the middle of each country, for a person of whom only the country is known."""


def zone_of(area: Area | None, home: ZoneInfo) -> ZoneInfo:
    """Return the time zone of an area, `home` (the programme's) when nothing tells another."""
    if area is None:
        return home
    name = _ZONES.get((area.country, area.region), "" if area.region else _MIDDLE.get(area.country, ""))
    return _zone(name) if name and name != home.key else home


_SPLIT = {"US": "AK AZ FL ID IN KS KY MI ND NE NV OR SD TN TX", "CA": "BC NL NU ON QC SK"}
_TWO_ZONES = {(country, region) for country, regions in _SPLIT.items() for region in regions.split()}
"""States and provinces in which a summer offset may be the winter offset of the next zone."""
_FURTHEST, _NEAREST = -10.0, -2.5
"""Offsets in use in the states and provinces."""


def clock_of(
    zone: float | str | None, offsets: Set[float | None], places: Iterable[tuple[str, str]]
) -> tuple[float | None, str, bool]:
    """Return what is known of the clocks at a service: offset, zone, and whether the offset may be of half a year.

    `zone` is what its record gives, `offsets` those that its times name, `places` the countries and regions it serves.
    An offset is no time zone: a place with offset -8 in winter has -7 in summer. The region tells which zone is meant.
    """
    if isinstance(zone, str):
        return (None, zone, False) if offsets <= set(_both(zone)) else (None, "", False)
    found = {offset for offset in (zone, *offsets) if offset is not None}
    if len(found) != 1:
        return None, "", False
    offset, there = found.pop(), set(places)
    if not there or not {country for country, _ in there} <= {"US", "CA"}:
        return offset, "", False
    zones = {_ZONES.get(place) for place in there}
    name = zones.pop() if len(zones) == 1 else None
    if name:
        winter, summer = _both(name)
        if offset == winter or (offset == summer and not there & _TWO_ZONES):
            return offset, name, False
    if not _FURTHEST <= offset <= _NEAREST:
        return None, "", False  # 09:00Z of a place in California is no time in Greenwich
    return offset, "", True


@cache
def _both(name: str) -> tuple[float, float]:
    """Return the offsets of a zone in winter and in summer, in the north."""
    winter, summer = (int(dt.datetime(2026, month, 15, 12, tzinfo=dt.UTC).timestamp()) for month in (1, 7))
    return _hours_from_utc(name, winter), _hours_from_utc(name, summer)


def offset_in(name: str, now: int) -> float:
    """Return the hours from UTC in a zone at `now` (seconds since the epoch)."""
    return _hours_from_utc(name, now // 900 * 900)  # clocks change at a quarter of an hour at the finest


def is_summer(now: int) -> bool:
    """Return whether most of the United States and Canada has summer time at `now`."""
    return offset_in("America/New_York", now) == -4


@lru_cache(maxsize=2048)
def _hours_from_utc(name: str, at: int) -> float:
    offset = dt.datetime.fromtimestamp(at, _zone(name)).utcoffset()
    return offset.total_seconds() / 3600 if offset is not None else 0.0


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
