"""The services that may be offered, kept by need and place, so that one person's are found among very many at once.

Finds exactly what `match.match` finds, in the same order. Read only once made; reads no file and no clock.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import merge
from typing import NamedTuple

from bot.directory.match import Match, Rank, Seeker, rank, reasons, seeker, static_rank
from bot.directory.model import Coverage, Service
from bot.directory.vetting import Rules, offered_span
from bot.flows.model import Area, Wishes
from bot.flows.names import Need

_NEAR, _FAR = 0, 1


class _Kept(NamedTuple):
    """A service, and from which day to which it is offered."""

    service: Service
    since: dt.date
    until: dt.date


class Shelf:
    """All services by id, and by need and place those that are offered on some day."""

    def __init__(self, services: Iterable[Service], rules: Rules, country: str = "US") -> None:
        self.services = {service.id: service for service in services}
        self._country = country
        self._places: defaultdict[tuple[Need, Coverage], list[_Kept]] = defaultdict(list)
        for service in self.services.values():
            if span := offered_span(service, rules):
                kept = _Kept(service, *span)
                for place in frozenset(map(_whole, service.coverage)):
                    for need in service.needs:
                        self._places[need, place].append(kept)
        for (need, _), row in self._places.items():
            row.sort(key=lambda kept, need=need: _order(kept, need))  # type: ignore[misc]

    def ranked(self, wishes: Wishes, now: int) -> tuple[Match, ...]:
        """Every service that fits, the best first, with the reasons."""
        person = seeker(wishes, self.services, now, self._country)
        found: dict[str, tuple[Rank, Service]] = {}
        for distance in (_NEAR, _FAR):
            for place, service in self._fitting(person, distance):
                found.setdefault(service.id, (place, service))
        best = sorted(found.values(), key=lambda one: one[0])
        return tuple(Match(service, reasons(service, place, person)) for place, service in best)

    def first(self, wishes: Wishes, now: int) -> str:
        """The id of the best service that fits, or ""."""
        person = seeker(wishes, self.services, now, self._country)
        best: Rank | None = None
        for distance in (_NEAR, _FAR):
            for place, _ in self._fitting(person, distance):
                if best is None or place < best:
                    best = place
                # Rows are in the order of all that does not depend on the person: nothing after this one is better.
                if place[:5] == (False, 0, False, distance, 0):
                    return best[-1]
        return best[-1] if best else ""

    def _fitting(self, person: Seeker, distance: int) -> Iterator[tuple[Rank, Service]]:
        today, need = person.today, person.wishes.need
        rows = [row for place in _around(person.area, distance) if (row := self._places.get((need, place)))]
        kept_all = rows[0] if len(rows) == 1 else merge(*rows, key=lambda kept: _order(kept, need))
        for kept in kept_all:
            if kept.since <= today <= kept.until and (place := rank(kept.service, distance, person)):
                yield place, kept.service


def _order(kept: _Kept, need: Need) -> tuple[bool, int, bool, str, str]:
    return static_rank(kept.service, need, kept.service.needs[need])


def _whole(place: Coverage) -> Coverage:
    return Coverage(place.country) if place.is_nationwide else place


def _around(area: Area, distance: int) -> frozenset[Coverage]:
    """Every place that a service may serve so that this area is in it."""
    if distance == _FAR:
        return frozenset({Coverage(area.country)})
    if not area.region:
        return frozenset()
    return frozenset(
        Coverage(area.country, area.region, county, city) for county in ("", area.county) for city in ("", area.city)
    )
