"""United States for the area look-up: ZIPs, cities and counties, read from the `zipcodes` package.

The package unpacks itself on first use (0.4 s and 40 MB per process, measured): `warm` does that early. The lists of a
state are built on first use and hold names only. A person's texts are never cached here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import zipcodes

from bot.directory.place_names import plain, plain_county
from bot.flows.model import Area

STATES = {
    "alabama": "AL", "alaska": "AK", "arizona": "AZ", "arkansas": "AR", "california": "CA", "colorado": "CO",
    "connecticut": "CT", "delaware": "DE", "district of columbia": "DC", "florida": "FL", "georgia": "GA",
    "guam": "GU", "hawaii": "HI", "idaho": "ID", "illinois": "IL", "indiana": "IN", "iowa": "IA", "kansas": "KS",
    "kentucky": "KY", "louisiana": "LA", "luisiana": "LA", "maine": "ME", "maryland": "MD", "massachusetts": "MA",
    "michigan": "MI", "minnesota": "MN", "mississippi": "MS", "missouri": "MO", "montana": "MT", "nebraska": "NE",
    "nevada": "NV", "new hampshire": "NH", "new jersey": "NJ", "nueva jersey": "NJ", "new mexico": "NM",
    "nuevo mexico": "NM", "new york": "NY", "nueva york": "NY", "north carolina": "NC", "carolina del norte": "NC",
    "north dakota": "ND", "ohio": "OH", "oklahoma": "OK", "oregon": "OR", "pennsylvania": "PA", "pensilvania": "PA",
    "puerto rico": "PR", "rhode island": "RI", "south carolina": "SC", "carolina del sur": "SC",
    "south dakota": "SD", "tennessee": "TN", "texas": "TX", "utah": "UT", "vermont": "VT", "virginia": "VA",
    "washington": "WA", "west virginia": "WV", "wisconsin": "WI", "wyoming": "WY", "calif": "CA", "cali": "CA",
}  # fmt: skip
STATES |= {code.lower(): code for code in STATES.values()}


_rows_by_zip: Callable[[str], list[dict[str, Any]]] = zipcodes.matching
_rows_by: Callable[..., list[dict[str, Any]]] = zipcodes.filter_by


@dataclass(frozen=True, slots=True)
class State:
    """Cities and counties of one state, by plain name. A city has its main county.

    `larger` are the cities with more than one ZIP or more than one word: typos are recognised in these only.
    """

    cities: dict[str, Area]
    larger: dict[str, Area]
    counties: dict[str, Area]


@lru_cache(maxsize=4096)
def by_zip(code: str) -> Area | None:
    """Return the area of a five-digit ZIP, or None if there is no such ZIP; a look-up takes about a millisecond."""
    try:
        found = _rows_by_zip(code)
    except ValueError:
        return None
    if not found:
        return None
    row = found[0]
    if row["zip_code_type"] == "MILITARY":
        return Area(country="US")
    return Area(row["city"], row["county"], row["state"], "US")


@lru_cache(maxsize=16)
def state(code: str) -> State:
    """Return the cities and counties of the state with this two-letter code; empty for an unknown code."""
    cities: dict[str, Counter[tuple[str, str]]] = {}
    other: dict[str, Counter[tuple[str, str]]] = {}
    counties: dict[str, Area] = {}
    for row in _rows_by(state=code):
        if not row["active"]:
            continue
        county = row["county"]
        cities.setdefault(plain(row["city"]), Counter())[row["city"], county] += 1
        for name in row["acceptable_cities"]:
            other.setdefault(plain(name), Counter())[name, county] += 1
        if county:
            counties[plain_county(county)] = Area("", county, code, "US")
    named = {key: _main(found, code) for key, found in (other | cities).items()}
    larger = {key: area for key, area in named.items() if " " in key or cities.get(key, Counter()).total() > 1}
    return State(named, larger, counties)


def _main(found: Counter[tuple[str, str]], code: str) -> Area:
    city, county = max(found, key=lambda pair: (found[pair], pair))
    return Area(city, county, code, "US")


def by_name(name: str) -> Area | None:
    """Return the city with this plain name if one state clearly has it; else None.

    Clear means four in five of its ZIPs, and for a one-word name at least three ZIPs: a smaller town is too often a
    common word.
    """
    rows = [row for spelling in _spellings(name) for row in _rows_by(city=spelling)]
    per_state = Counter(row["state"] for row in rows if row["active"])
    if not per_state:
        return None
    code, count = per_state.most_common(1)[0]
    total = per_state.total()
    if count * 5 >= total * 4 and (total >= 3 or " " in name):
        return state(code).cities.get(name)
    return None


def is_known(name: str) -> bool:
    """Return True if any state has a city with this plain name."""
    return any(_rows_by(city=spelling) for spelling in _spellings(name))


def _spellings(name: str) -> set[str]:
    """Return the spellings that the package may use for a plain name, since it searches by exact letters only."""
    title = name.title()
    spellings = {title}
    if title.startswith("Mc"):
        spellings |= {"Mc " + title[2:].strip().title(), "Mc" + title[2:].strip().title()}
    if title.startswith("Saint "):
        spellings.add("St" + title[5:])
    return spellings


def warm(code: str = "") -> None:
    """Unpack the package, and build the lists of a state, before a request needs them."""
    by_zip("10001")
    if code:
        state(code)
