"""The place where somebody says that they are, in any text: "hey im in surrey bc do u guys help here".

Stricter than the look-up of an answer to "which city": a place counts only after words such as "im in", or as
a short text of its own with its state, province or postal code. What only happened somewhere ("he took me to vegas")
tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from bot.directory import canada
from bot.directory import regions as states
from bot.directory.place_names import plain
from bot.flows.model import Area

FindArea = Callable[[str], Area | None]

MOST_CHARACTERS = 400
LONGEST_BARE, LONGEST_PLACE = 4, 4

_LEAD = re.compile(
    r"\b(?:(?:i'?m|i am|im|we'?re|we are|i was|been|i live|we live|live|living|i stay|stay|staying|"
    r"stuck|located|currently)"
    r"(?: (?:out|up|down|over|right now|rn|now|currently|still|living|staying|stuck|here))?"
    r" (?:in|near|by|from|around|outside|outside of|close to)"
    r"|^\W*(?:hi |hey |ok |rn )?(?:in|near|from)"
    r"|(?:estoy|ando|estamos|vivo|vivimos|soy|me quedo) (?:aqui |ahorita |ahora )?(?:en|cerca de|de|por))"
    r" ((?:[^\s.!?;\n]+ ?){1,5})",
    re.IGNORECASE,
)
_SPELLED = re.compile(r"\b([a-z])\.\s?([a-z])\.", re.IGNORECASE)  # B.C.
_ZIP = re.compile(r"\b(?:zip|zipcode|zip code|codigo postal)\b\D{0,6}(\d{5})\b", re.IGNORECASE)
_POSTAL = re.compile(r"\b[abceghj-nprstvxy]\d[abceghj-nprstv-z] ?\d[abceghj-nprstv-z]\d\b", re.IGNORECASE)
_NATION = re.compile(
    r"\b(?:in|from|en|de) canad[aá]\b|\b(?:i'?m|im|i am|soy) canad(?:ian|iense)\b|^\W*canad[aá]\W*$", re.IGNORECASE
)
_OF_THE_NATION = re.compile(r"\bcanad[aá]\b", re.IGNORECASE)
_PROVINCE_IN = re.compile(
    rf"\b(?:in|en) ({'|'.join(sorted(map(re.escape, canada.PROVINCES), key=len, reverse=True))})\b(?! \w+ing\b)",
    re.IGNORECASE,
)
_NOT_ALONE = frozenset({"on", "pe", "nt", "nu", "ns", "sk", "ab", "nl", "mb"})
"""Province codes that are not read without a city: they are also words or short forms."""


class SaidPlace(NamedTuple):
    """Where somebody says that they are. `unsure`: the name is one of Canada, but may be of another country."""

    area: Area | None = None
    unsure: bool = False


NOWHERE = SaidPlace()


def said_place(text: str, find_area: FindArea, home_region: str = "US") -> SaidPlace:
    """Return the place that a text tells. `find_area` looks a name up and may raise; `home_region` is like "US-CA"."""
    country, _, rest = home_region.upper().partition("-")
    home = (country, rest.partition("-")[0])
    text = _SPELLED.sub(r"\1\2", text[:MOST_CHARACTERS].replace("\u2019", "'"))
    if found := _ZIP.search(text):
        return SaidPlace(find_area(found[1]))
    if found := _POSTAL.search(text):
        return SaidPlace(canada.by_letter(found[0]))
    for lead in _LEAD.finditer(text):
        place = _named(lead[1].split(), find_area, home)
        if place != NOWHERE:
            return place
    words = text.split()
    short = words if len(words) <= LONGEST_BARE else []
    if area := _first_in_canada(words, find_area) or _with_region(short, find_area):
        return SaidPlace(area)
    if plain(text) in _CANADIAN:
        return _named(words, find_area, home)
    return _in_a_province(text, find_area)


def _in_a_province(text: str, find_area: FindArea) -> SaidPlace:
    """Return the province, or the country alone, that a text names."""
    if (found := _PROVINCE_IN.search(text)) and found[1].lower() not in _NOT_ALONE:
        return SaidPlace(find_area(found[1]) or Area(region=canada.PROVINCES[found[1].lower()], country="CA"))
    return SaidPlace(Area(country="CA")) if _NATION.search(text) else NOWHERE


def _named(words: list[str], find_area: FindArea, home: tuple[str, str]) -> SaidPlace:
    """Return the place that the words after a lead begin with; the longest name counts."""
    if _OF_THE_NATION.search(" ".join(words)):
        area = find_area(" ".join(words[:LONGEST_PLACE]))
        return SaidPlace(area if area and area.country == "CA" else Area(country="CA"))
    for size in range(min(LONGEST_PLACE, len(words)), 0, -1):
        name = plain(" ".join(words[:size]))
        if size == 1 and name in canada.PROVINCES and name not in _NOT_ALONE:
            return SaidPlace(find_area(name) or Area(region=canada.PROVINCES[name], country="CA"))
        area = find_area(" ".join(words[:size]))
        if name in _CANADIAN:
            sure = area is not None and (area.country == "CA" or (area.country, area.region) == home)
            return SaidPlace(area) if area and sure else SaidPlace(unsure=True)
        if area and (_begins(name, area) or (name in _NICKNAMES and size == len(words))):
            return SaidPlace(area)
    return NOWHERE


def _first_in_canada(words: list[str], find_area: FindArea) -> Area | None:
    """Return the place of a text that begins with a city of Canada and its province: "burnaby bc need food"."""
    for size in range(2, min(LONGEST_PLACE, len(words)) + 1):
        if plain(words[size - 1]) in canada.PROVINCES and plain(" ".join(words[: size - 1])) in _CANADIAN:
            area = find_area(" ".join(words[:size]))
            if area is not None and area.country == "CA":
                return area
    return None


def _with_region(words: list[str], find_area: FindArea) -> Area | None:
    """Return the place of a short text whose last word is a state or province: "surrey bc", "columbus ohio"."""
    if len(words) < 2 or not ({plain(words[-1]), plain(" ".join(words[-2:]))} & _REGIONS):
        return None
    area = find_area(" ".join(words))
    if area is None or not area.region or not area.city:
        return None
    return area if _begins(plain(" ".join(words)), area) and plain(area.city) != plain(" ".join(words)) else None


def _begins(name: str, area: Area) -> bool:
    """Return whether a text begins with the place itself: a slip of the thumb is no place that somebody named."""
    if not area.city and not area.county:
        return True
    return name.startswith(plain(area.city or area.county))


_NICKNAMES = frozenset({"la", "l a", "nyc", "sf", "philly", "vegas", "atl", "dc", "oc", "slc", "nola"})
_REGIONS = frozenset({*states.STATES, *canada.PROVINCES})
_CANADIAN = frozenset(plain(name) for name, _ in canada.CITIES)
