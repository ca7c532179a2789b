"""Every service that fits, the best first: by asking the directory again and again, and by looking at each service."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from operator import itemgetter
from typing import NamedTuple

from bot.directory.directory import Directory
from bot.directory.match import distance_of, order_of, prepare, rank, reasons
from bot.directory.model import Service
from bot.directory.vetting import Rules, is_offered
from bot.flows.model import ServiceQuery


class Match(NamedTuple):
    """A service that fits, and why: some of the keys in REASONS."""

    service: Service
    reasons: tuple[str, ...]


def offers(directory: Directory, wishes: ServiceQuery) -> tuple[Match, ...]:
    """Return what a person is offered who says "another" until nothing is left."""
    found: list[Match] = []
    left = wishes
    while service_id := directory.next_service(left):
        found.append(Match(directory.service(service_id), directory.why(service_id, wishes)))
        left = replace(left, already_offered=(*left.already_offered, service_id))
    return tuple(found)


def match(
    services: Iterable[Service], wishes: ServiceQuery, now: int, rules: Rules, country: str = "US"
) -> tuple[Match, ...]:
    """Return the services that fit and may be offered, by looking at each. `services` must hold the refused ones."""
    by_id = {service.id: service for service in services}
    person = prepare(wishes, by_id, now, country)
    found = []
    for service in by_id.values():
        distance = distance_of(service.coverage, person.area)
        if distance is None or wishes.need not in service.needs or not is_offered(service, person.today, rules):
            continue
        if its_rank := rank(service, order_of(service, wishes.need), distance, person):
            found.append((its_rank, service))
    return tuple(
        Match(service, reasons(service, its_rank, person)) for its_rank, service in sorted(found, key=itemgetter(0))
    )
