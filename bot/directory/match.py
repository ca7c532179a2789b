"""Which services fit a person's wishes, the best first. Pure: no reading, no clock, no chance."""

from __future__ import annotations

from collections.abc import Iterable

from bot.directory.model import Coverage, Service, Trait
from bot.directory.place_names import plain, plain_county
from bot.flows.model import Area, Wishes
from bot.flows.names import Fit, Need

_ALLOWED = {
    Fit.PHONE_ONLY.value: frozenset({Trait.PHONE_OR_ONLINE}),
    Fit.RIDE.value: frozenset({Trait.RIDE, Trait.PHONE_OR_ONLINE}),
}
"""What each wish of a hesitating person asks for: one of these traits."""

URGENT = frozenset({Need.SHELTER_TONIGHT, Need.FOOD, Need.SAFETY_PLAN, Need.SEXUAL_ASSAULT_CARE, Need.MEDICAL})
"""Needs that do not wait for a caseworker."""


def match(services: Iterable[Service], wishes: Wishes, country: str = "US") -> tuple[Service, ...]:
    """The services that fit, the best first, in the same order whatever order they came in.

    `services` must hold the refused ones too: by them their organization is known, and is left out
    whole. `country` stands in for a person's own while that is unknown.
    Near ones come before nationwide ones, then those who speak the person's language, then those made
    for the need, then those open to anyone.
    """
    services = tuple(services)
    area = _plain(wishes.area) if wishes.area else Area()
    if not area.country:
        area = area._replace(country=country)
    refused = {service.organization_id for service in services if service.id in wishes.refused}
    traits = [_ALLOWED[fit] for fit in wishes.fits if fit in _ALLOWED]
    ranked = []
    for service in services:
        strength = service.needs.get(wishes.need)
        if strength is None or service.status != "active":
            continue
        if service.id in wishes.told or service.organization_id in refused:
            continue
        if any(service.traits.isdisjoint(wanted) for wanted in traits):
            continue
        distance = _distance(service.coverage, area)
        if distance is None:
            continue
        foreign = wishes.language not in service.languages
        closed = Trait.BARRIER_FREE not in service.traits
        # Tonight she needs somebody who answers: who is only reached by an introduction comes last.
        out_of_reach = wishes.need in URGENT and Trait.INTRODUCTION in service.traits
        ranked.append(((out_of_reach, distance, foreign, strength, closed, service.name, service.id), service))
    return tuple(service for _, service in sorted(ranked, key=lambda pair: pair[0]))


def _plain(area: Area) -> Area:
    return area._replace(city=plain(area.city), county=plain_county(area.county))


def _distance(coverage: tuple[Coverage, ...], area: Area) -> int | None:
    """0 for a service of the person's own part of the country, 1 for a nationwide one, None for neither."""
    reaches = [1 if place.is_nationwide else 0 for place in coverage if _covers(place, area)]
    return min(reaches, default=None)


def _covers(place: Coverage, area: Area) -> bool:
    """An unknown county does not match a county: she would be sent somewhere that may be hours away."""
    return place.country == area.country and (
        place.is_nationwide
        or (place.region == area.region and place.county in {"", area.county} and place.city in {"", area.city})
    )
