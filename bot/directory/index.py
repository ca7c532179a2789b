"""Index of services by need, place and language, so that a person's best service is found among very many at once.

It finds what a comparison with each service would find. Immutable once made; no I/O, no clock.
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
from bot.directory.name_index import NameIndex
from bot.directory.vetting import Rules, offered_span
from bot.flows.model import Area, ServiceQuery
from bot.flows.names import Fact, Need

_NEAR, _FAR = 0, 1
_ANY = ""

SHORT = 64
"""Most services of a bucket for which opening hours are looked up one by one."""


class IndexedService(NamedTuple):
    """Service under one of its needs, with the first and last day on which it is offered. Sorts by its order."""

    order: Order
    service: Service
    since: dt.date
    until: dt.date


@dataclass(slots=True)
class Bucket:
    """Services in their order, with facts about all of them that tell when a search may stop early."""

    services: list[IndexedService] = field(default_factory=list)
    hours: frozenset[tuple[Hours, ...]] | None = None  # the different ones; None in a short bucket
    interprets: bool = False  # at least one has an interpreter

    def finish(self) -> None:
        """Sort the services and collect the facts. Call it once all services are added."""
        self.services.sort()
        self.interprets = any(foreign(each.service, "") == 1 for each in self.services)
        if len(self.services) > SHORT:
            self.hours = frozenset(each.service.hours for each in self.services)

    def is_closed(self, now: int) -> bool:
        """Return whether all services are closed."""
        hours = (each.service.hours for each in self.services) if self.hours is None else self.hours
        return all(is_open(each, now) is False for each in hours)


_Key = tuple[Need, Coverage, str]


class ServiceIndex:
    """All services by id, and buckets of those that may be offered, by need, place and language (or any language)."""

    def __init__(self, services: Iterable[Service], rules: Rules, country: str = "US") -> None:
        self.services = {service.id: service for service in services}
        self._rules, self._country = rules, country
        buckets: defaultdict[_Key, Bucket] = defaultdict(Bucket)
        for service in self.services.values():
            for key, indexed in self._entries(service):
                buckets[key].services.append(indexed)
        for bucket in buckets.values():
            bucket.finish()
        self._buckets: dict[_Key, Bucket] = dict(buckets)
        self._names: NameIndex | None = None

    @property
    def names(self) -> NameIndex:
        """Return the index of names. It is made at the first search."""
        if self._names is None:
            self._names = NameIndex(self.services.values())
        return self._names

    def replaced(self, changed: Mapping[str, Service | None]) -> ServiceIndex:
        """Return an index in which these services, by id, are replaced, or removed if None. This one stays as it is."""
        new = copy(self)
        new._names = None
        new.services = {**self.services, **{key: service for key, service in changed.items() if service}}
        added: defaultdict[_Key, list[IndexedService]] = defaultdict(list)
        for service_id, service in changed.items():
            if service_id in self.services:
                for key, _ in self._entries(self.services[service_id]):
                    added[key] += ()  # this bucket loses the old service
            if service is None:
                new.services.pop(service_id, None)
            else:
                for key, indexed in self._entries(service):
                    added[key].append(indexed)
        new._buckets = {**self._buckets}
        for key, more in added.items():
            old = self._buckets.get(key, Bucket()).services
            bucket = Bucket([each for each in old if each.service.id not in changed] + more)
            bucket.finish()
            new._buckets[key] = bucket
        return new

    def _entries(self, service: Service) -> Iterator[tuple[_Key, IndexedService]]:
        """Yield the key of every bucket to which a service belongs, with its entry there."""
        span = offered_span(service, self._rules)
        if span is None:
            return
        places = frozenset(map(_whole, service.coverage))
        for need in service.needs:
            indexed = IndexedService(order_of(service, need), service, *span)
            for place in places:
                for language in (_ANY, *service.languages):
                    yield (need, place, language), indexed

    def why(self, service_id: str, query: ServiceQuery, now: int) -> tuple[str, ...]:
        """Return why a service fits, even if it was offered before; () if it does not fit or is gone."""
        service = self.services.get(service_id)
        if service is None or query.need not in service.needs:
            return ()
        others = tuple(offered for offered in query.already_offered if offered != service_id)
        person = prepare(replace(query, already_offered=others), self.services, now, self._country)
        distance = distance_of(service.coverage, person.area)
        if distance is None or not (its_rank := rank(service, order_of(service, query.need), distance, person)):
            return ()
        return reasons(service, its_rank, person)

    def first(self, query: ServiceQuery, now: int) -> str:
        """Return the id of the best service that fits; "" if none does."""
        person = prepare(query, self.services, now, self._country)
        best: Rank | None = None
        for distance in (_NEAR, _FAR):
            for language in (query.language, _ANY):
                buckets = self._buckets_of(person, distance, language)
                limit = _limit(person, distance, buckets, speaks=bool(language))
                if best and best.person_part < limit:
                    continue
                for its_rank in _fitting(person, distance, buckets):
                    best = min(best or its_rank, its_rank)
                    # Services come in the order of their own part of the rank, so no later one is better.
                    if its_rank.person_part <= limit:
                        break
        return best.service_part.service_id if best else ""

    def _buckets_of(self, person: Searcher, distance: int, language: str) -> list[Bucket]:
        keys = ((person.query.need, place, language) for place in _around(person.area, distance))
        return [self._buckets[key] for key in keys if key in self._buckets]


def _limit(person: Searcher, distance: int, buckets: list[Bucket], *, speaks: bool) -> PersonPart:
    """Return the best rank possible in some buckets. Services that speak the language are searched before the rest."""
    is_closed = person.urgent and bool(buckets) and all(bucket.is_closed(person.now) for bucket in buckets)
    gap = 0 if speaks or person.seeks_youth_line else 1 if any(bucket.interprets for bucket in buckets) else 2
    people = 0 if Fact.NATIVE in person.query.told else 1
    return PersonPart(False, 0, is_closed, people, distance, 0, gap)


def _fitting(person: Searcher, distance: int, buckets: list[Bucket]) -> Iterator[Rank]:
    """Yield the ranks of the services that fit and are offered today, in the order of the services."""
    today = person.today
    for each in buckets[0].services if len(buckets) == 1 else merge(*(bucket.services for bucket in buckets)):
        if each.since <= today <= each.until and (its_rank := rank(each.service, each.order, distance, person)):
            yield its_rank


def _whole(place: Coverage) -> Coverage:
    return Coverage(place.country) if place.is_nationwide else place


def _around(area: Area, distance: int) -> frozenset[Coverage]:
    """Return every coverage that includes the area at this distance."""
    if distance == _FAR:
        return frozenset({Coverage(area.country)})
    if not area.region:
        return frozenset()
    return frozenset(
        Coverage(area.country, area.region, county, city) for county in ("", area.county) for city in ("", area.city)
    )
