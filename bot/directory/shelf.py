"""The services that may be offered, kept by need and place, so that one person's are found among very many at once.

Finds exactly what `match.match` finds, in the same order. Read only once made; reads no file and no clock.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import merge
from typing import NamedTuple

from bot.directory.match import Match, Order, Rank, Seeker, order_of, rank, reasons, seeker
from bot.directory.model import Coverage, Service
from bot.directory.vetting import Rules, offered_span
from bot.flows.model import Area, Wishes
from bot.flows.names import Need

_NEAR, _FAR = 0, 1
_ANY = ""


class _Kept(NamedTuple):
    """A service of one need, and from which day to which it is offered. Sorts by its order, which ends with its id."""

    order: Order
    service: Service
    since: dt.date
    until: dt.date


class Shelf:
    """All services by id; and by need, place and language (or any) a row of those that are offered on some day."""

    def __init__(self, services: Iterable[Service], rules: Rules, country: str = "US") -> None:
        self.services = {service.id: service for service in services}
        self._country = country
        self._rows: defaultdict[tuple[Need, Coverage, str], list[_Kept]] = defaultdict(list)
        for service in self.services.values():
            if span := offered_span(service, rules):
                self._put(service, *span)
        for row in self._rows.values():
            row.sort()

    def _put(self, service: Service, since: dt.date, until: dt.date) -> None:
        places = frozenset(map(_whole, service.coverage))
        for need in service.needs:
            kept = _Kept(order_of(service, need), service, since, until)
            for place in places:
                for language in (_ANY, *service.languages):
                    self._rows[need, place, language].append(kept)

    def ranked(self, wishes: Wishes, now: int) -> tuple[Match, ...]:
        """Every service that fits, the best first, with the reasons."""
        person = seeker(wishes, self.services, now, self._country)
        found: dict[str, tuple[Rank, Service]] = {}
        for distance in (_NEAR, _FAR):
            for place, service in self._fitting(person, distance, _ANY):
                found.setdefault(service.id, (place, service))
        best = sorted(found.values(), key=lambda one: one[0])
        return tuple(Match(service, reasons(service, place, person)) for place, service in best)

    def first(self, wishes: Wishes, now: int) -> str:
        """The id of the best service that fits, or ""."""
        person = seeker(wishes, self.services, now, self._country)
        best: Rank | None = None
        for distance in (_NEAR, _FAR):
            for language in (wishes.language, _ANY):
                for place, _ in self._fitting(person, distance, language):
                    if best is None or place < best:
                        best = place
                    # A row is in the order of all that does not depend on the person: no later one is better.
                    if place[:5] == (False, 0, False, distance, 0):
                        return best[-1]
        return best[-1] if best else ""

    def _fitting(self, person: Seeker, distance: int, language: str) -> Iterator[tuple[Rank, Service]]:
        today, need = person.today, person.wishes.need
        keys = [(need, place, language) for place in _around(person.area, distance)]
        rows = [self._rows[key] for key in keys if key in self._rows]
        for kept in rows[0] if len(rows) == 1 else merge(*rows):
            if kept.since <= today <= kept.until and (place := rank(kept.service, kept.order, distance, person)):
                yield place, kept.service


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
