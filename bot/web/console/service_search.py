"""Search of the directory from a case: "bed tonight 16 in santa ana". What is typed is kept nowhere.

A need is read as the bot reads it, so synonyms, Spanish and slips count. Near is the area that the person shared,
unless a place is typed. No consent covers an age: it counts if it is typed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace

from bot.directory.directory import Directory
from bot.directory.hours import is_open
from bot.directory.match import distance_of, foreign, prepare
from bot.directory.model import Service
from bot.directory.vetting import OfferStatus
from bot.flows.model import Area, ServiceQuery
from bot.flows.names import Need
from bot.understanding import normalise
from bot.web.current import runtime

LONGEST = 100
MOST = 8
MOST_NEEDS = 2

_AGE = re.compile(r"(?<![\d/:.-])(1[1-9]|2[0-5])(?![\d/:.-])")
_NOW = re.compile(r"\b(?:open|now|tonight|today|abiert[oa]|ahora|hoy|esta noche)\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:in|near|around|en|cerca de) (.+)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a search is for. `text` is what is left of it for a search by name."""

    text: str
    needs: tuple[Need, ...] = ()
    area: Area | None = None
    language: str = "en"
    age: int = 0
    open_now: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """Service that was found. `is_open` is None if the hours do not say; `fits` and `asks` are short remarks.

    `words` are what the bot would text about it in the person's language, "" if it may not be offered.
    """

    id: str
    name: str
    organization: str
    label: str
    phone: str
    is_open: bool | None
    fits: tuple[str, ...]
    asks: tuple[str, ...]
    words: str = field(repr=False)
    is_translated: bool


def read(text: str, language: str, area: Area | None) -> Asked:
    """Read what is asked for. `area` is the one that the person shared, if a consent covers it."""
    text = " ".join(text.split())[:LONGEST]
    lexicon = runtime().content.now.lexicon
    said = lexicon.readings(lexicon.clean(text))
    tags = {hit.tag for hit in (*lexicon.find(said), *lexicon.find_inside(normalise(text)))}
    age, place = _AGE.search(text), _PLACE.search(text)
    typed = _AGE.sub(" ", place[1]) if place else ""
    there = runtime().find_area(_NOW.sub(" ", typed)) if typed else None
    return Asked(
        text=text,
        needs=tuple(need for need in Need if need in tags)[:MOST_NEEDS],
        area=there or area,
        language=language,
        age=int(age[1]) if age else 0,
        open_now=_NOW.search(text) is not None,
    )


def search(asked: Asked, most: int = MOST) -> list[Hit]:
    """Return what was found, the best first: those named so, those that meet the need, then any other name."""
    directory = runtime().directory.now.at(runtime().clock())
    named = directory.find(asked.text, most)
    found = dict.fromkeys([*(named if not asked.needs else named[:1]), *_matched(directory, asked, most), *named])
    services = (directory.service(service_id) for service_id in found if directory.has(service_id))
    shown = [each for each in services if directory.standing(each.id) is not OfferStatus.INACTIVE]
    return [_hit(directory, each, asked) for each in shown[:most]]


def _matched(directory: Directory, asked: Asked, most: int) -> Iterator[str]:
    """Yield the services that a person with these needs would be offered, one after the other."""
    ages = (asked.age, asked.age) if asked.age else None
    for need in asked.needs:
        query = ServiceQuery(need, asked.area, asked.language, ages=ages, open_now=asked.open_now)
        for _ in range(most):
            if not (service_id := directory.next_service(query)):
                break
            yield service_id
            query = replace(query, already_offered=(*query.already_offered, service_id))


def _hit(directory: Directory, service: Service, asked: Asked) -> Hit:
    there = is_open(service.hours, runtime().clock())
    offered = directory.offers(service.id)
    text = directory.describe(service.id, asked.language)
    fits, asks = _remarks(service, asked, is_offered=offered)
    return Hit(
        id=service.id,
        name=service.name,
        organization=service.organization if service.organization != service.name else "",
        label=directory.label(service),
        phone=text.phone or text.texts,
        is_open=there,
        fits=tuple(fits),
        asks=tuple(asks),
        words=text.words if offered else "",
        is_translated=asked.language in service.told and asked.language in service.reach,
    )


def _remarks(service: Service, asked: Asked, *, is_offered: bool) -> tuple[list[str], list[str]]:
    """Return what speaks for a service, and what to ask or to know first."""
    person = prepare(ServiceQuery(Need.CASE_MANAGEMENT, asked.area, asked.language), {}, runtime().clock())
    distance = distance_of(service.coverage, person.area)
    fits = [{0: "Near them", 1: "Nationwide"}.get(2 if distance is None else distance, "")]
    asks = [] if is_offered else ["Not vetted"]
    if asked.language != "en":
        if foreign(service, asked.language):
            asks.append("Ask about their language")
        else:
            fits.append("Speaks their language")
    ages = _ages(service)
    fits.append(f"Ages {ages}" if ages else "")
    if distance is None:
        asks.append("Not in their area")
    asks += [f"Needs {papers(service)}"] if service.documents else []
    return [words for words in fits if words], asks


def _ages(service: Service) -> str:
    least, most = service.minimum_age, service.maximum_age
    if least is None and most is None:
        return ""
    return f"{least or 0} to {most}" if most is not None else f"{least} and up"


def papers(service: Service) -> str:
    """Return what has to be brought there, such as "ID, proof of age"; "" if nothing is known to be."""
    return ", ".join(service.documents)


def is_of(text: str, words: Collection[str]) -> bool:
    """Return whether each part of what was typed occurs in one of these words."""
    return all(any(part in word.casefold() for word in words) for part in text.casefold().split())
