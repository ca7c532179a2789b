"""The services that may be offered, kept by need and place, so that one person's are found among very many at once.

Finds what a look at each service would find, in the same order. Read only once made; reads no file and no clock.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from heapq import merge
from typing import NamedTuple

from bot.directory.hours import Hours, is_open
from bot.directory.match import (
    Order,
    PersonPart,
    Rank,
    Searcher,
    distance_of,
    foreign,
    order_of,
    prepare,
    rank,
    reasons,
)
from bot.directory.model import Coverage, Service
from bot.directory.vetting import Rules, offered_span
from bot.flows.model import Area, ServiceQuery
from bot.flows.names import Need

_NEAR, _FAR = 0, 1
_ANY = ""
SHORT = 64


class IndexedService(NamedTuple):
    """A service of one need, and from which day to which it is offered. Sorts by its order, which ends with its id."""

    order: Order
    service: Service
    since: dt.date
    until: dt.date


@dataclass(slots=True)
class Bucket:
    """Some services in their order. What all of a long row have in common tells when a search may end early."""

    kept: list[IndexedService] = field(default_factory=list)
    hours: frozenset[tuple[Hours, ...]] | None = None  # all that occur; None for a short row: looking at each is cheap
    interprets: bool = False

    def finish(self) -> None:
        self.kept.sort()
        self.interprets = any(foreign(kept.service, "") == 1 for kept in self.kept)
        if len(self.kept) > SHORT:
            self.hours = frozenset(kept.service.hours for kept in self.kept)

    def is_shut(self, now: int) -> bool:
        """True when nobody in it is there."""
        every = (kept.service.hours for kept in self.kept) if self.hours is None else self.hours
        return all(is_open(hours, now) is False for hours in every)


_Place = tuple[Need, Coverage, str]


class ServiceIndex:
    """All services by id; and by need, place and language (or any) a row of those that are offered on some day."""

    def __init__(self, services: Iterable[Service], rules: Rules, country: str = "US") -> None:
        self.services = {service.id: service for service in services}
        self._rules, self._country = rules, country
        rows: defaultdict[_Place, Bucket] = defaultdict(Bucket)
        for service in self.services.values():
            for place, kept in self._places(service):
                rows[place].kept.append(kept)
        for row in rows.values():
            row.finish()
        self._rows: dict[_Place, Bucket] = dict(rows)

    def replaced(self, changed: Mapping[str, Service | None]) -> ServiceIndex:
        """Another shelf in which these services, by id, are as given, or gone. This one stays as it is."""
        new = copy(self)
        new.services = {**self.services, **{key: service for key, service in changed.items() if service}}
        put: defaultdict[_Place, list[IndexedService]] = defaultdict(list)
        for key, service in changed.items():
            if key in self.services:
                for place, _ in self._places(self.services[key]):
                    put[place] += ()
            if service is None:
                new.services.pop(key, None)
            else:
                for place, kept in self._places(service):
                    put[place].append(kept)
        new._rows = {**self._rows}
        for place, added in put.items():
            row = Bucket(
                [kept for kept in self._rows.get(place, Bucket()).kept if kept.service.id not in changed] + added
            )
            row.finish()
            new._rows[place] = row
        return new

    def _places(self, service: Service) -> Iterator[tuple[_Place, IndexedService]]:
        """Every row in which a service stands."""
        span = offered_span(service, self._rules)
        if span is None:
            return
        places = frozenset(map(_whole, service.coverage))
        for need in service.needs:
            kept = IndexedService(order_of(service, need), service, *span)
            for place in places:
                for language in (_ANY, *service.languages):
                    yield (need, place, language), kept

    def why(self, service_id: str, wishes: ServiceQuery, now: int) -> tuple[str, ...]:
        """The reasons for which one service fits, even if it was told before; none when it does not, or is gone."""
        service = self.services.get(service_id)
        if service is None or wishes.need not in service.needs:
            return ()
        told = tuple(one for one in wishes.already_offered if one != service_id)
        person = prepare(replace(wishes, already_offered=told), self.services, now, self._country)
        distance = distance_of(service.coverage, person.area)
        if distance is None or not (its_rank := rank(service, order_of(service, wishes.need), distance, person)):
            return ()
        return reasons(service, its_rank, person)

    def first(self, wishes: ServiceQuery, now: int) -> str:
        """The id of the best service that fits, or ""."""
        person = prepare(wishes, self.services, now, self._country)
        best: Rank | None = None
        for distance in (_NEAR, _FAR):
            for language in (wishes.language, _ANY):
                rows = self._row_list(person, distance, language)
                least = _least(person, distance, rows, speaks=bool(language))
                if best and best.person_part < least:
                    continue
                for its_rank in _fitting(person, distance, rows):
                    best = min(best or its_rank, its_rank)
                    # Rows are in the order of all that does not depend on the person: no later one is better.
                    if its_rank.person_part <= least:
                        break
        return best.service_part.service_id if best else ""

    def _row_list(self, person: Searcher, distance: int, language: str) -> list[Bucket]:
        keys = ((person.wishes.need, place, language) for place in _around(person.area, distance))
        return [self._rows[key] for key in keys if key in self._rows]


def _least(person: Searcher, distance: int, rows: list[Bucket], *, speaks: bool) -> PersonPart:
    """How well the best of some rows may fit, at the very best; who speaks the language was looked at before."""
    shut = person.urgent and bool(rows) and all(row.is_shut(person.now) for row in rows)
    gap = 0 if speaks else 1 if any(row.interprets for row in rows) else 2
    return PersonPart(False, 0, shut, distance, gap)


def _fitting(person: Searcher, distance: int, rows: list[Bucket]) -> Iterator[Rank]:
    today = person.today
    for kept in rows[0].kept if len(rows) == 1 else merge(*(row.kept for row in rows)):
        if kept.since <= today <= kept.until and (its_rank := rank(kept.service, kept.order, distance, person)):
            yield its_rank


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
