"""Names of areas on a page, in words that the directory's search understands too."""

from __future__ import annotations

from bot.directory import canada
from bot.directory import regions as states
from bot.directory.model import Coverage
from bot.directory.place_names import plain
from bot.web.directory.edit_form import COUNTRIES

_SMALL = {"Of": "of", "And": "and"}


def label(place: Coverage) -> str:
    """Return the name of an area, such as "Orange County", "Surrey", "California" or "United States"."""
    if place.county:
        area = states.state(place.region).counties.get(place.county) if place.country == "US" else None
        return area.county if area else _title(place.county)
    if place.city:
        return _city(place)
    return _region(place) if place.region else COUNTRIES.get(place.country, place.country)


def search_words(place: Coverage) -> str:
    """Return the text for the area field of the search, such as "Orange County, CA"."""
    if place.county or place.city:
        return f"{label(place)}, {place.region}"
    return label(place)


def _region(place: Coverage) -> str:
    known = states.STATES if place.country == "US" else canada.PROVINCES
    return next((_title(name) for name, code in known.items() if code == place.region), place.region)


def _city(place: Coverage) -> str:
    if place.country == "CA":
        names = (name for name, province in canada.CITIES if province == place.region and plain(name) == place.city)
        return next(names, _title(place.city))
    area = states.state(place.region).cities.get(place.city)
    return area.city if area else _title(place.city)


def _title(name: str) -> str:
    return " ".join(_SMALL.get(word, word) for word in name.title().split())
