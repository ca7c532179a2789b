"""How many services there are for each need in each area, so that one sees where there is none. Pure: it only counts.

An area's own services stand in its column; those of a whole state or country stand in a column of their own, since
they would hide every gap.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from typing import NamedTuple

from bot.directory.model import Coverage, Service
from bot.flows.names import Need


class Matrix(NamedTuple):
    """The columns from near to far, and how many services stand in a cell; a cell that is not there has none."""

    columns: tuple[Coverage, ...]
    counts: Mapping[tuple[Need, Coverage], int]

    def at(self, need: Need, column: Coverage) -> int:
        """How many services are offered for a need in an area."""
        return self.counts.get((need, column), 0)


def scopes(services: Iterable[Service]) -> tuple[Coverage, ...]:
    """The countries that are served, and in each the states or provinces that are named, by their codes."""
    found = set()
    for service in services:
        for place in service.coverage:
            found |= {Coverage(place.country), Coverage(place.country, place.region)}
    return tuple(sorted(found, key=_code))


def tally(services: Iterable[Service], scope: Coverage, is_offered: Callable[[Service], bool]) -> Matrix:
    """The needs by the areas of a country, or of one state or province of it.

    An area where a service is known but not offered has its column too. Each service counts once in a cell.
    """
    columns = {Coverage(scope.country)}
    counts: defaultdict[tuple[Need, Coverage], int] = defaultdict(int)
    find = cache(partial(column_of, scope=scope))  # few places, many services
    for service in services:
        here = {column for place in service.coverage if (column := find(place))}
        columns |= here
        if here and is_offered(service):
            for need in service.needs:
                for column in here:
                    counts[need, column] += 1
    return Matrix(tuple(sorted(columns, key=_nearness)), dict(counts))


def column_of(place: Coverage, scope: Coverage) -> Coverage | None:
    """The column in which a service of this place stands; None when it is elsewhere.

    In a country's matrix that is a state as a whole; in a state's, a county, or a city that names no county.
    """
    if place.country != scope.country:
        return None
    if place.is_nationwide or not scope.region:
        return Coverage(place.country, place.region)
    if place.region != scope.region:
        return None
    return Coverage(place.country, place.region, place.county, "" if place.county else place.city)


def _code(place: Coverage) -> tuple[str, str]:
    return place.country, place.region


def _nearness(place: Coverage) -> tuple[bool, bool, bool, str, str, str]:
    """Counties, then cities, then what serves all of the state, then what serves all of the country."""
    wide = not (place.county or place.city)
    return (place.is_nationwide, wide, not place.county, place.region, place.county, place.city)
