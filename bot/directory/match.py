"""Whether a service fits a person's wishes, how well, and why. Pure: no reading, no clock, no chance.

What is not known of a service is no reason to leave it out: it comes after those known to fit, and the person is told
to ask. What is known not to fit is left out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from bot.directory.factors import Answer, Factor
from bot.directory.hours import is_open
from bot.directory.model import Coverage, Service, Strength, Trait
from bot.directory.place_names import plain, plain_county
from bot.directory.vetting import finding
from bot.flows.model import Area, ServiceQuery
from bot.flows.names import Fit, Need

_ALLOWED = {
    Fit.PHONE_ONLY.value: frozenset({Trait.PHONE_OR_ONLINE}),
    Fit.RIDE.value: frozenset({Trait.RIDE, Trait.PHONE_OR_ONLINE}),
}
"""What each wish of a hesitating person asks for: one of these traits."""

URGENT = frozenset({Need.SHELTER_TONIGHT, Need.FOOD, Need.SAFETY_PLAN, Need.SEXUAL_ASSAULT_CARE, Need.MEDICAL})
"""Needs that do not wait for a caseworker, nor for the morning."""

ADULT = 18
OLDEST = 200

REASONS = (
    "fits.near", "fits.nationwide", "fits.by_phone", "fits.ride", "fits.made_for", "fits.language", "fits.ages",
    "fits.anyone", "fits.open", "ask.ages", "ask.eligibility", "ask.language", "ask.open",
    *(f"{kind}.{factor}" for kind in ("fits", "ask") for factor in Factor),
)  # fmt: skip
"""Every reason there is, as the key of its words: why a service fits, and what to ask them first."""


class Order(NamedTuple):
    """The part of a rank that depends on the service alone. Compared field by field; the lower, the better."""

    out_of_reach: bool
    strength: Strength
    has_barriers: bool
    name: str
    service_id: str


class PersonPart(NamedTuple):
    """The part of a rank that depends on the person too. Compared field by field; the lower, the better."""

    out_of_reach: bool
    unknowns: int  # how much of what the person needs is not known of the service
    is_closed: bool
    distance: int
    language_gap: int


class Rank(NamedTuple):
    """How well a service fits a person; the lower, the better."""

    person_part: PersonPart
    service_part: Order


@dataclass(frozen=True, slots=True)
class Searcher:
    """A person's wishes made ready for comparing. `now` is seconds since the epoch."""

    wishes: ServiceQuery
    area: Area
    traits: tuple[frozenset[Trait], ...]
    asks: tuple[Factor, ...]
    refused: frozenset[str]  # organizations, by id and by name
    now: int
    today: dt.date  # by universal time: on the edge of a year's limit a few hours do not matter
    has_requirements: bool  # something has to hold there
    urgent: bool  # whoever is closed now comes last


def prepare(wishes: ServiceQuery, services: Mapping[str, Service], now: int, country: str = "US") -> Searcher:
    """The wishes made ready. `services` holds all by id, so that the refused ones' organizations are known.

    `country` stands in for a person's own while that is unknown. Raises ValueError for an ask that is no Factor.
    """
    area = wishes.area or Area()
    area = Area(plain(area.city), plain_county(area.county), area.region, area.country or country)
    refused = [services[key] for key in wishes.excluded if key in services]
    return Searcher(
        wishes=wishes,
        area=area,
        traits=tuple(_ALLOWED[fit] for fit in sorted(wishes.fits) if fit in _ALLOWED),
        asks=tuple(Factor(ask) for ask in sorted(wishes.requirements)),
        refused=frozenset(name for service in refused for name in (service.organization_id, service.organization)),
        now=now,
        today=dt.datetime.fromtimestamp(now, dt.UTC).date(),
        has_requirements=bool(wishes.ages or wishes.requirements or wishes.open_now),
        urgent=wishes.need in URGENT or wishes.open_now,
    )


def rank(service: Service, order: Order, distance: int, person: Searcher) -> Rank | None:
    """How well a service of the wished need fits, or None when it is known not to. Near ones come before nationwide
    ones, then those who speak the person's language, then those made for the need, then those open to anyone; but
    what is known to fit comes before all that would have to be asked.
    """
    wishes = person.wishes
    if service.id in wishes.already_offered:
        return None
    if person.refused and (service.organization_id in person.refused or service.organization in person.refused):
        return None
    for wanted in person.traits:
        if service.traits.isdisjoint(wanted):
            return None
    unknown = 0
    if person.has_requirements:
        for _, answer in _answers(service, person):
            if answer is Answer.NO:
                return None
            unknown += answer is Answer.UNKNOWN
    shut = person.urgent and is_open(service.hours, person.now) is False
    gap = foreign(service, wishes.language)
    return Rank(PersonPart(order.out_of_reach, unknown, shut, distance, gap), order)


def order_of(service: Service, need: Need) -> Order:
    """The order of a service among those who serve one of its needs."""
    # Tonight somebody has to answer: who is only reached by an introduction comes last.
    out_of_reach = need in URGENT and Trait.INTRODUCTION in service.traits
    has_barriers = Trait.BARRIER_FREE not in service.traits
    return Order(out_of_reach, service.needs[need], has_barriers, service.name, service.id)


def _answers(service: Service, person: Searcher) -> Iterator[tuple[str, Answer]]:
    """For each thing that the person wants to hold there: whether it does."""
    if person.wishes.ages:
        yield "ages", _age_fits(service, *person.wishes.ages)
    if person.wishes.open_now:
        there = is_open(service.hours, person.now)
        yield "open", Answer.UNKNOWN if there is None else Answer.YES if there else Answer.NO
    for factor in person.asks:
        found = finding(service, factor)
        # what a brochure claims is theirs to ask: the bot says only what somebody of the team was told
        yield factor, Answer.UNKNOWN if found.answer is Answer.YES and not found.was_asked else found.answer


def _age_fits(service: Service, low: int, high: int) -> Answer:
    """Whether people of a band of ages are taken: all of them, none, or some and not known which."""
    minors = finding(service, Factor.TAKES_MINORS).answer
    least = max(service.minimum_age or 0, ADULT if minors is Answer.NO else 0)
    most = OLDEST if service.maximum_age is None else service.maximum_age
    if high < least or low > most:
        return Answer.NO
    told = service.minimum_age is not None or service.maximum_age is not None or Trait.BARRIER_FREE in service.traits
    known = told or (minors is Answer.YES and high < ADULT) or (minors is Answer.NO and low >= ADULT)
    return Answer.YES if known and least <= low and high <= most else Answer.UNKNOWN


def foreign(service: Service, language: str) -> int:
    """0 for who speaks it, 1 for who has it interpreted, 2 for who may not understand."""
    if language in service.languages:
        return 0
    return 1 if finding(service, Factor.INTERPRETATION).answer is Answer.YES else 2


def reasons(service: Service, its_rank: Rank, person: Searcher) -> tuple[str, ...]:
    """Why it fits, and then what to ask them, as keys of words."""
    fit, order = its_rank
    wishes = person.wishes
    fits = ["fits.nationwide" if fit.distance else "fits.near"]
    asks = []
    if Trait.PHONE_OR_ONLINE in service.traits:
        fits.append("fits.by_phone")
    if Trait.RIDE in service.traits:
        fits.append("fits.ride")
    if order.strength is Strength.MADE_FOR:
        fits.append("fits.made_for")
    if fit.language_gap:
        asks.append("ask.language")
    elif wishes.language != "en":
        fits.append("fits.language")
    for key, answer in _answers(service, person):
        if answer is Answer.YES:
            fits.append(f"fits.{key}")
        else:
            asks.append(f"ask.{key}")
    if not order.has_barriers:
        fits.append("fits.anyone")
    elif service.eligibility:
        asks.append("ask.eligibility")
    if not wishes.open_now and is_open(service.hours, person.now):
        fits.append("fits.open")
    return (*fits, *asks)


def distance_of(coverage: Iterable[Coverage], area: Area) -> int | None:
    """0 for a service of the person's own part of the country, 1 for a nationwide one, None for neither."""
    reaches = [1 if place.is_nationwide else 0 for place in coverage if _covers(place, area)]
    return min(reaches, default=None)


def _covers(place: Coverage, area: Area) -> bool:
    """An unknown county does not match a county: she would be sent somewhere that may be hours away."""
    return place.country == area.country and (
        place.is_nationwide
        or (place.region == area.region and place.county in {"", area.county} and place.city in {"", area.city})
    )
