"""Search of the directory: the query parameters, and the services that match.

Pure; the caller looks up the area.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from bot.directory.directory import Directory
from bot.directory.hours import is_open
from bot.directory.model import Coverage, Service, Trait
from bot.directory.place_names import folded, plain, plain_county
from bot.directory.vetting import OfferStatus
from bot.flows.model import Area
from bot.flows.names import Need

ANYONE, RULES = "anyone", "rules"
"""Services open to anyone, or with rules of whom they take."""

LONGEST = 100


@dataclass(frozen=True, slots=True)
class Search:
    """Filters of the list; "" is no filter."""

    q: str = ""
    need: str = ""
    area: str = ""
    language: str = ""
    standing: str = ""
    takes: str = ""
    open: str = ""

    @property
    def chosen(self) -> dict[str, str]:
        """Filters that are set, by the name of their parameter."""
        wished = {
            "q": self.q, "need": self.need, "area": self.area, "language": self.language, "standing": self.standing,
            "takes": self.takes, "open": self.open,
        }  # fmt: skip
        return {name: value for name, value in wished.items() if value}


def read(args: Mapping[str, str]) -> Search:
    """Read the search from query parameters; unknown choices are left out."""
    given = {name: " ".join(args.get(name, "").split())[:LONGEST] for name in Search.__slots__}
    choices: dict[str, set[str]] = {
        "need": set(Need), "standing": set(OfferStatus), "takes": {ANYONE, RULES}, "open": {"now"},
    }  # fmt: skip
    return Search(**{n: v for n, v in given.items() if n not in choices or v in choices[n]})


def found(search: Search, directory: Directory, area: Area | None, now: int) -> list[Service]:
    """Return the services that match, by name; with an area, near ones before nationwide ones."""
    rows = []
    tests = list(_tests(search, directory, now))
    for service in directory:
        far = _far(service.coverage, area) if area else 0
        if far is not None and all(test(service) for test in tests):
            rows.append((far, service.name.casefold(), service.id, service))
    return [service for *_, service in sorted(rows, key=lambda row: row[:3])]


def _tests(search: Search, directory: Directory, now: int) -> Iterator[Callable[[Service], bool]]:
    """Yield the conditions that must hold, the cheapest first."""
    if search.need:
        need = Need(search.need)
        yield lambda service: need in service.needs
    if search.language:
        yield lambda service: search.language in service.languages
    if search.takes:
        free = search.takes == ANYONE
        yield lambda service: (Trait.BARRIER_FREE in service.traits) is free
    if search.open:
        yield lambda service: is_open(service.hours, now) is True
    if search.q:
        asked = folded(search.q).split()
        yield lambda service: _says(service, asked)
    if search.standing:
        yield lambda service: directory.standing(service.id) == search.standing


def _says(service: Service, asked: Iterable[str]) -> bool:
    """Return whether each word occurs in the service's name, its organization's, or the bot's words about it."""
    text = _folded(" ".join((service.name, service.organization, *service.told.values(), *service.reach.values())))
    return all(word in text for word in asked)


@lru_cache(maxsize=16_384)
def _folded(text: str) -> str:
    """Fold a text; cached, because folding the words of ten thousand services takes most of a second."""
    return folded(text)


def _far(coverage: Iterable[Coverage], area: Area) -> int | None:
    """Return 0 for a service of some part of the area or around it, 1 for a nationwide one, None for neither."""
    county, city = plain_county(area.county), plain(area.city)
    reaches = [
        1 if place.is_nationwide else 0
        for place in coverage
        if place.country == area.country
        and _meet(place.region, area.region)
        and _meet(place.county, county)
        and _meet(place.city, city)
    ]
    return min(reaches, default=None)


def _meet(one: str, other: str) -> bool:
    return not one or not other or one == other
