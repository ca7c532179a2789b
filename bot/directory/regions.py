"""United States for the area look-up: ZIP codes, cities and counties, read once from the `zipcodes` package.

The tables are built at the first question (1.5 s and 60 MB a process, measured), so `warm` builds them early. They hold
public names only. The package is compiled and can panic on odd input, so it is only ever asked for a whole state: what
a person texts never reaches it, and each look-up is one search in a dictionary.
"""

from __future__ import annotations

import threading
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any, NamedTuple

import zipcodes

from bot.directory import place_names
from bot.directory.place_names import plain_county
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
SHORT = {
    "mass": "MA", "tenn": "TN", "mich": "MI", "tex": "TX", "fla": "FL", "penn": "PA", "conn": "CT", "ariz": "AZ",
    "wash": "WA",
}  # fmt: skip
"""Short forms that name a state only beside a city: they are also words or names."""
STATES |= SHORT | {code.lower(): code for code in STATES.values()}

_MORE_CODES = ("AS", "FM", "MH", "MP", "PW", "VI")
"""Territories that have ZIP codes, but no name here that a text could be read as."""
_MILITARY = ("AA", "AE", "AP")

_rows_of: Callable[..., list[dict[str, Any]]] = zipcodes.filter_by


@dataclass(frozen=True, slots=True)
class State:
    """Cities and counties of one state, by plain name. A city has its main county.

    `larger` are the cities with more than one ZIP or more than one word, by their first letter: a slip in those is
    corrected.
    """

    cities: Mapping[str, Area] = field(default_factory=dict)
    larger: Mapping[str, Mapping[str, Area]] = field(default_factory=dict)
    counties: Mapping[str, Area] = field(default_factory=dict)


_NO_STATE = State()


class _Tables(NamedTuple):
    """All that is known of the country. `zips` are in ascending order, `areas` beside them."""

    states: Mapping[str, State]
    clear: Mapping[str, str]  # by the plain name of a city: the state that clearly has it, "" when none does
    big: Mapping[str, tuple[str, ...]]  # by first letter: the plain names of clear cities with many ZIPs
    zips: array[int]
    areas: list[Area]


_BIG = 8
"""Minimum number of ZIPs of a big city."""

_held: list[_Tables] = []
_building = threading.Lock()


def _tables() -> _Tables:
    """Return the tables, building them once."""
    if not _held:
        with _building:
            if not _held:
                _held.append(_build())
    return _held[0]


def by_zip(code: str) -> Area | None:
    """Return the area of a five-digit ZIP code, or None when there is none such."""
    if len(code) != 5 or not (code.isascii() and code.isdecimal()):
        return None
    tables = _tables()
    at = bisect_left(tables.zips, int(code))
    found = at < len(tables.zips) and tables.zips[at] == int(code)
    return tables.areas[at] if found else None


def state(code: str) -> State:
    """Return the cities and counties of the state with this two-letter code; empty for an unknown code."""
    return _tables().states.get(code, _NO_STATE)


def by_name(name: str) -> Area | None:
    """Return the city of this plain name, wherever it is, if one state clearly has it; else None.

    Clear is four in five of its ZIPs, and of a one-word name three ZIPs at least: a smaller one is too often a common
    word.
    """
    tables = _tables()
    code = tables.clear.get(name)
    return tables.states[code].cities.get(name) if code else None


def big_names(letter: str) -> tuple[str, ...]:
    """Return the plain names of big cities that begin with this letter, each clearly of one state."""
    return _tables().big.get(letter, ())


def only_by_name(name: str) -> Area | None:
    """Return the city of this plain name, however small, if no other state has one of this name; else None."""
    found = [one.cities[name] for one in _tables().states.values() if name in one.cities]
    return found[0] if len(found) == 1 else None


def is_known(name: str) -> bool:
    """Return whether any state has a city of this plain name."""
    return name in _tables().clear


def is_larger(name: str) -> bool:
    """Return whether any state has a city of this plain name that is more than one small post office."""
    return any(name in one.larger.get(name[:1], {}) for one in _tables().states.values())


def warm() -> None:
    """Build the tables before somebody waits for them."""
    _tables()


def _build() -> _Tables:
    plain = cache(place_names.plain)
    by_state: dict[str, State] = {}
    zips: list[tuple[int, Area]] = []
    counted: dict[str, Counter[str]] = {}
    for code in sorted({*STATES.values(), *_MORE_CODES}):
        rows = _rows_of(state=code)
        by_state[code] = _state(code, rows, plain)
        areas: dict[tuple[str, str], Area] = {}
        for row in rows:
            key = row["city"], row["county"]
            zips.append((int(row["zip_code"]), areas.setdefault(key, Area(*key, code, "US"))))
            counted.setdefault(plain(row["city"]), Counter())[code] += row["active"]
    zips += ((int(row["zip_code"]), Area(country="US")) for code in _MILITARY for row in _rows_of(state=code))
    zips.sort(key=lambda pair: pair[0])
    clear = {name: _clear(name, per_state) for name, per_state in counted.items()}
    big: dict[str, list[str]] = {}
    for name, per_state in counted.items():
        if clear[name] and per_state.total() >= _BIG:
            big.setdefault(name[0], []).append(name)
    named = {letter: tuple(names) for letter, names in big.items()}
    codes = array("I", (at for at, _ in zips))
    return _Tables(MappingProxyType(by_state), clear, named, codes, [area for _, area in zips])


def _state(code: str, rows: Iterable[dict[str, Any]], plain: Callable[[str], str]) -> State:
    cities: dict[str, Counter[tuple[str, str]]] = {}
    other: dict[str, Counter[tuple[str, str]]] = {}
    counties: set[str] = set()
    for row in rows:
        if not row["active"]:
            continue
        county = row["county"]
        cities.setdefault(plain(row["city"]), Counter())[row["city"], county] += 1
        for name in row["acceptable_cities"]:
            other.setdefault(plain(name), Counter())[name, county] += 1
        counties.add(county)
    named = {key: _main(found, code) for key, found in (other | cities).items()}
    larger: dict[str, dict[str, Area]] = {}
    for key, area in named.items():
        if " " in key or cities.get(key, Counter()).total() > 1:
            larger.setdefault(key[:1], {})[key] = area
    return State(
        named, larger, {plain_county(county): Area("", county, code, "US") for county in sorted(counties) if county}
    )


def _main(found: Counter[tuple[str, str]], code: str) -> Area:
    city, county = max(found, key=lambda pair: (found[pair], pair))
    return Area(city, county, code, "US")


def _clear(name: str, per_state: Counter[str]) -> str:
    """Return the state that clearly has a city of this plain name, or ""."""
    code, count = per_state.most_common(1)[0]
    total = per_state.total()
    return code if count * 5 >= total * 4 and count and (total >= 3 or " " in name) else ""
