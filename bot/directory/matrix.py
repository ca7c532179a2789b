"""Coverage matrix: counts of services by need and area, to show where there are none. Pure.

Services of an area are counted in its column. Those of a whole state or country have a column of their own, since they
would hide every gap.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from typing import NamedTuple

from bot.directory.model import Coverage, Service
from bot.flows.names import Need


class Matrix(NamedTuple):
    """Columns from near to far, and the number of services in each cell. A missing cell has none."""

    columns: tuple[Coverage, ...]
    counts: Mapping[tuple[Need, Coverage], int]

    def at(self, need: Need, column: Coverage) -> int:
        """Return the number of services offered for a need in an area."""
        return self.counts.get((need, column), 0)


def scopes(services: Iterable[Service]) -> tuple[Coverage, ...]:
    """Return the countries that are served, and their states or provinces that services name, sorted by code."""
    found = set()
    for service in services:
        for place in service.coverage:
            found |= {Coverage(place.country), Coverage(place.country, place.region)}
    return tuple(sorted(found, key=_code))


def tally(services: Iterable[Service], scope: Coverage, is_offered: Callable[[Service], bool]) -> Matrix:
    """Count services by need and by area of a country, or of one of its states or provinces.

    An area with known services has a column even if none is offered. A service counts once in a cell.
    """
    columns = {Coverage(scope.country)}
    counts: defaultdict[tuple[Need, Coverage], int] = defaultdict(int)
    find = cache(partial(column_of, scope=scope))  # there are few places and many services
    for service in services:
        here = {column for place in service.coverage if (column := find(place))}
        columns |= here
        if here and is_offered(service):
            for need in service.needs:
                for column in here:
                    counts[need, column] += 1
    return Matrix(tuple(sorted(columns, key=_nearness)), dict(counts))


def column_of(place: Coverage, scope: Coverage) -> Coverage | None:
    """Return the column that a place belongs to; None if it is outside the scope.

    In a country's matrix that is a whole state; in a state's, a county, or a city given without a county.
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
    """Return the sort key: counties, then cities, then the whole state, then the whole country."""
    wide = not (place.county or place.city)
    return (place.is_nationwide, wide, not place.county, place.region, place.county, place.city)
