"""Matching: whether a service fits a person, how well, and why. Pure: no I/O, no clock, no randomness.

A service that is known not to fit is left out. One of which something is not known comes after those known to fit, and
the person is told to ask.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from bot.directory.factors import Answer, Factor
from bot.directory.hours import is_open
from bot.directory.model import Coverage, Service, Strength, Trait
from bot.directory.place_names import plain, plain_county
from bot.directory.vetting import finding
from bot.flows.model import Area, ServiceQuery
from bot.flows.names import Fact, Fit, Need

_ALLOWED = {
    Fit.PHONE_ONLY.value: frozenset({Trait.PHONE_OR_ONLINE}),
    Fit.RIDE.value: frozenset({Trait.RIDE, Trait.PHONE_OR_ONLINE}),
}
"""Traits by transport preference. A service needs one of them."""

URGENT = frozenset({Need.SHELTER_TONIGHT, Need.FOOD, Need.SAFETY_PLAN, Need.SEXUAL_ASSAULT_CARE, Need.MEDICAL})
"""Needs that cannot wait for a caseworker, or until the morning."""

ADULT = 18
OLDEST = 200

REASONS = (
    "fits.near", "fits.nationwide", "fits.by_phone", "fits.ride", "fits.made_for", "fits.language", "fits.ages",
    "fits.anyone", "fits.open", "ask.ages", "ask.eligibility", "ask.language", "ask.open",
    *(f"{kind}.{factor}" for kind in ("fits", "ask") for factor in Factor),
)  # fmt: skip
"""All keys of reasons: why a service fits, and what the person should ask it first."""


class Order(NamedTuple):
    """Part of a rank that depends only on the service. Fields are compared in this order; lower is better."""

    out_of_reach: bool
    strength: Strength
    has_barriers: bool
    name: str
    service_id: str


class PersonPart(NamedTuple):
    """Part of a rank that depends on the person too. Fields are compared in this order; lower is better."""

    out_of_reach: bool
    unknowns: int  # requirements of which the service's answer is not known
    is_closed: bool
    is_for_others: int  # 0 if it is for people as this one says to be, 1 for anybody, 2 for people of another kind
    distance: int
    uncertain: int  # whether they take this person is not known: a place near is asked before one that is far
    language_gap: int


class Rank(NamedTuple):
    """How well a service fits a person; lower is better."""

    person_part: PersonPart
    service_part: Order


@dataclass(frozen=True, slots=True)
class Searcher:
    """A person's query, prepared for comparisons. `now` is in epoch seconds."""

    query: ServiceQuery
    area: Area
    traits: tuple[frozenset[Trait], ...]  # the service needs one of each set
    requirements: tuple[Factor, ...]
    eligibility: tuple[Factor, ...]
    excluded: frozenset[str]  # organizations, by id and by name
    now: int
    today: dt.date  # in UTC: a few hours do not matter to limits of a year
    has_requirements: bool  # an age, a factor or open hours must be checked
    urgent: bool  # services that are closed now come last
    seeks_youth_line: bool  # under 18, and needs a place to sleep


def prepare(query: ServiceQuery, services: Mapping[str, Service], now: int, country: str = "US") -> Searcher:
    """Prepare a query. `services` holds all services by id, also the excluded ones, whose organizations are excluded.

    `country` is used while the person's own is unknown. Raises ValueError for a requirement that is not a Factor.
    """
    area = query.area or Area()
    area = Area(plain(area.city), plain_county(area.county), area.region, area.country or country)
    excluded = [services[key] for key in query.excluded if key in services]
    return Searcher(
        query=query,
        area=area,
        traits=tuple(_ALLOWED[fit] for fit in sorted(query.fits) if fit in _ALLOWED),
        requirements=tuple(Factor(factor) for factor in sorted(query.requirements)),
        eligibility=tuple(Factor(factor) for factor in sorted(query.eligibility - query.requirements)),
        excluded=frozenset(name for service in excluded for name in (service.organization_id, service.organization)),
        now=now,
        today=dt.datetime.fromtimestamp(now, dt.UTC).date(),
        has_requirements=bool(query.ages or query.requirements or query.eligibility or query.open_now),
        urgent=query.need in URGENT or query.open_now,
        seeks_youth_line=query.need in _A_PLACE and query.ages is not None and query.ages[1] < ADULT,
    )


def rank(service: Service, order: Order, distance: int, person: Searcher) -> Rank | None:
    """Rank a service that serves the need; None if it is known not to fit.

    Services known to meet what the person requires come before those of which something must be asked. Among them those
    for people as this one says to be come first, then near services before nationwide ones, then those known to take
    this person, that speak their language, that are made for the need, that are open to anyone. For somebody under 18
    who needs a place, one for young people is known to take them, and comes before others whatever it speaks: it finds
    a bed for their age, which a general line may not.
    """
    query = person.query
    people = _for_others(service, query)
    if _is_left_out(service, person) or (people == _OTHERS and query.need in _A_PLACE):
        return None
    unknowns = uncertain = 0
    if person.has_requirements:
        for _, answer in _required(service, person):
            if answer is Answer.NO:
                return None
            unknowns += answer is Answer.UNKNOWN
        for _, answer in _eligible(service, person):
            if answer is Answer.NO:
                return None
            uncertain += answer is Answer.UNKNOWN
    is_closed = person.urgent and is_open(service.hours, person.now) is False
    gap = 0 if person.seeks_youth_line and _is_for_youth(service) else foreign(service, query.language)
    return Rank(PersonPart(order.out_of_reach, unknowns, is_closed, people, distance, uncertain, gap), order)


def _is_left_out(service: Service, person: Searcher) -> bool:
    """Return whether a service was offered, can't be reached as the person wants it, or is of a refused provider."""
    query = person.query
    if service.id in query.already_offered or (query.text_only and not _takes_texts(service)):
        return True
    if query.told and _is_unwanted(service, query):
        return True
    if person.excluded and (service.organization_id in person.excluded or service.organization in person.excluded):
        return True
    return any(service.traits.isdisjoint(wanted) for wanted in person.traits)


_YOUTH = re.compile(r"\b(?:young (?:people|persons?)|youths?|runaways?|teens?|teenagers?)\b", re.IGNORECASE)
_NATIVE = re.compile(r"\b(?:native|indigenous|first nations?|tribal|inuit|m[eé]tis)\b", re.IGNORECASE)
_OTHERS = 2
_A_PLACE = frozenset({Need.SHELTER_TONIGHT, Need.HOUSING})
"""Needs for which a line for people of another kind is no help."""

_SUICIDE = re.compile(r"suicid|crisis|\b988\b", re.IGNORECASE)


def _for_others(service: Service, query: ServiceQuery) -> int:
    """Return 0 if a service says that it is for people as this one told to be, 2 if for people whom they did not."""
    if not _is_for_native(service.name, service.eligibility):
        return 1
    return 0 if Fact.NATIVE in query.told else _OTHERS


def _is_for_youth(service: Service) -> bool:
    return _says_youth(service.name, service.eligibility)


@lru_cache(maxsize=65536)
def _says_youth(name: str, eligibility: str) -> bool:
    return _YOUTH.search(f"{name} {eligibility}") is not None


@lru_cache(maxsize=65536)
def _is_for_native(name: str, eligibility: str) -> bool:
    return _NATIVE.search(f"{name} {eligibility}") is not None


def _is_unwanted(service: Service, query: ServiceQuery) -> bool:
    """Return whether it is a line that the person does not want. Who asks for help by phone wants one again."""
    by_phone = Fit.PHONE_ONLY.value in query.fits
    if Fact.NO_HOTLINE in query.told and Trait.HOTLINE in service.traits and not by_phone:
        return True
    return Fact.NO_CRISIS_LINE in query.told and _SUICIDE.search(f"{service.name} {service.organization}") is not None


def _takes_texts(service: Service) -> bool:
    return any(phone.kind == "text" for phone in service.phones)


def order_of(service: Service, need: Need) -> Order:
    """Return the order of a service among all that serve this need."""
    # An urgent need must be answered today, so a service that needs an introduction comes last.
    out_of_reach = need in URGENT and Trait.INTRODUCTION in service.traits
    has_barriers = Trait.BARRIER_FREE not in service.traits
    return Order(out_of_reach, service.needs[need], has_barriers, service.name, service.id)


def _required(service: Service, person: Searcher) -> Iterator[tuple[str, Answer]]:
    """Yield each of the person's requirements with whether the service meets it."""
    if person.query.open_now:
        there = is_open(service.hours, person.now)
        yield "open", Answer.UNKNOWN if there is None else Answer.YES if there else Answer.NO
    for factor in person.requirements:
        yield factor, _asked(service, factor)


def _eligible(service: Service, person: Searcher) -> Iterator[tuple[str, Answer]]:
    """Yield what the person told about themselves with whether the service takes somebody like that."""
    if person.query.ages:
        fits = _age_fits(service, *person.query.ages)
        told = service.minimum_age is not None or service.maximum_age is not None
        is_youth = person.seeks_youth_line and fits is Answer.UNKNOWN and not told and _is_for_youth(service)
        yield "ages", Answer.YES if is_youth else fits
    for factor in person.eligibility:
        yield factor, _asked(service, factor)


def _asked(service: Service, factor: Factor) -> Answer:
    """Return what is known. Only a YES that the team asked for counts: a mere claim is left to the person to ask."""
    found = finding(service, factor)
    return Answer.UNKNOWN if found.answer is Answer.YES and not found.was_asked else found.answer


def _age_fits(service: Service, low: int, high: int) -> Answer:
    """Return whether the service takes people of an age band: YES all, NO none, UNKNOWN some or not known."""
    minors = finding(service, Factor.TAKES_MINORS).answer
    least = max(service.minimum_age or 0, ADULT if minors is Answer.NO else 0)
    most = OLDEST if service.maximum_age is None else service.maximum_age
    if high < least or low > most:
        return Answer.NO
    told = service.minimum_age is not None or service.maximum_age is not None or Trait.BARRIER_FREE in service.traits
    known = told or (minors is Answer.YES and high < ADULT) or (minors is Answer.NO and low >= ADULT)
    return Answer.YES if known and least <= low and high <= most else Answer.UNKNOWN


def foreign(service: Service, language: str) -> int:
    """Return 0 if the service speaks the language, 1 if it has an interpreter, else 2."""
    if language in service.languages:
        return 0
    return 1 if finding(service, Factor.INTERPRETATION).answer is Answer.YES else 2


def reasons(service: Service, its_rank: Rank, person: Searcher) -> tuple[str, ...]:
    """Return keys from REASONS: why the service fits, then what the person should ask it."""
    fit, order = its_rank
    query = person.query
    fits = ["fits.nationwide" if fit.distance else "fits.near"]
    asks = []
    if Trait.PHONE_OR_ONLINE in service.traits:
        fits.append("fits.by_phone")
    if Trait.RIDE in service.traits:
        fits.append("fits.ride")
    if order.strength is Strength.MADE_FOR:
        fits.append("fits.made_for")
    if foreign(service, query.language):
        asks.append("ask.language")
    elif query.language != "en":
        fits.append("fits.language")
    for key, answer in (*_required(service, person), *_eligible(service, person)):
        if answer is Answer.YES:
            fits.append(f"fits.{key}")
        else:
            asks.append(f"ask.{key}")
    if not order.has_barriers:
        fits.append("fits.anyone")
    elif service.eligibility and fit.is_for_others:
        asks.append("ask.eligibility")
    if not query.open_now and is_open(service.hours, person.now):
        fits.append("fits.open")
    return (*fits, *asks)


def distance_of(coverage: Iterable[Coverage], area: Area) -> int | None:
    """Return 0 if the service covers the area itself, 1 if only the whole country, None if neither."""
    reaches = [1 if place.is_nationwide else 0 for place in coverage if _covers(place, area)]
    return min(reaches, default=None)


def _covers(place: Coverage, area: Area) -> bool:
    """Return whether a place covers the area. An unknown county matches no county: the service may be hours away."""
    return place.country == area.country and (
        place.is_nationwide
        or (place.region == area.region and place.county in {"", area.county} and place.city in {"", area.city})
    )
