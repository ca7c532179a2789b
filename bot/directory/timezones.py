"""Time zone of a person's area: by state or province, since no finer place is needed for a text at a part of the day.

A state with two zones has the one of most of its people. A part of the day stays within 8 to 21 h in the other as well.
"""

from __future__ import annotations

from functools import cache
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


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
