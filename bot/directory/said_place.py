"""The place where somebody says that they are, in any text: "hey im in surrey bc do u guys help here".

Stricter than the look-up of an answer to "which city". A place counts after words such as "im in" or "he took me to",
at either end of a sentence if no girl and no thing has that name, or as a short text of its own with its state,
province or postal code. What only happened somewhere of the home country ("he took me to vegas") tells nothing, and
neither does a place where somebody is not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import chain, islice
from typing import NamedTuple

from bot.directory import abroad, canada
from bot.directory import regions as states
from bot.directory.area import NICKNAMES, NOT_PLACES
from bot.directory.place_leads import (
    AROUND,
    ASKS_ROOM,
    BEFORE,
    CLAUSE,
    IS_THERE,
    LATER_LEAD,
    LEAD,
    LIVES,
    MOVED,
    NEXT,
    NOT_IN,
    OF_LONG_AGO,
    OF_ME,
    OF_OTHERS,
    OPENERS,
    ORIGIN,
    ROOM_FOR,
    ROOM_THEN,
    THEIR_KIN,
    THEIR_LEAD,
    WRITES_FOR,
)
from bot.directory.place_names import plain
from bot.flows.model import Area

FindArea = Callable[[str], Area | None]

MOST_CHARACTERS = 400
LONGEST_BARE, LONGEST_PLACE = 4, 4
MOST_LEADS, MOST_CLAUSES = 8, 8
"""Limits of the search: each lead and each clause costs some look-ups."""

_SPELLED = re.compile(r"\b([a-z])\.\s?([a-z])\.", re.IGNORECASE)  # B.C.
_ZIP = re.compile(r"\b(?:zip|zipcode|zip code|codigo postal)\b\D{0,6}(\d{5})\b", re.IGNORECASE)
_POSTAL = re.compile(r"\b[abceghj-nprstvxy]\d[abceghj-nprstv-z] ?\d[abceghj-nprstv-z]\d\b", re.IGNORECASE)
_AGE = re.compile(
    r"\W*(?:i'?m |i am |tengo )?(?:1[0-9]|2[0-5])(?: ?(?:[fm]|yo|girl|boy|anos|years old))?\b\W*", re.IGNORECASE
)
_NATION = re.compile(
    r"\b(?:in|en) canada\b|\b(?:this|it|that|it's|its|that's|thats|esto|es|ser) (?:is |es )?canada\b"
    r"|^\W*(?:(?:no|ok|sorry|yes|but|si|pero)\W+){0,2}canada\W*$",
    re.IGNORECASE,
)
_OF_NATION = re.compile(
    r"\b(?:from|de) canada\b|\b(?:i'?m|im|i am|soy)(?: (?:actually|a|originally))* canad(?:ian|iense)\b", re.IGNORECASE
)
_STATES = re.compile(
    r"\b(?:in|to|en|a) (?:the |los )?(?:us|usa|united states|states|america|ee ?uu|estados unidos)\b", re.IGNORECASE
)
_OF_THE_NATION = re.compile(r"\bcanada\b", re.IGNORECASE)
_PROVINCE_IN = re.compile(
    rf"\b(?:in|en) ({'|'.join(sorted(map(re.escape, canada.PROVINCES), key=len, reverse=True))})\b(?! \w+ing\b)",
    re.IGNORECASE,
)
_NOT_ALONE = frozenset({"on", "pe", "nt", "nu", "ns", "sk", "ab", "nl", "mb"})
"""Province codes that are not read without a city: they are also words or short forms."""
_NAMES = (
    "Ajax, Barrie, Belleville, Brandon, Burlington, Cambridge, Cornwall, Courtenay, Cranbrook, Dartmouth, Delta, "
    "Hamilton, Kingston, Langley, Laval, London, Markham, Nelson, North Bay, Pickering, Prince Albert, Prince George, "
    "Prince Rupert, Red Deer, Regina, Richmond, Richmond Hill, Saint John, St John's, Scarborough, Sudbury, Surrey, "
    "Sydney, Terrace, Thompson, Vaughan, Vernon, Victoria, Waterloo, Whitby, White Rock, Windsor"
)
_NAMES_TOO = frozenset(plain(name) for name in _NAMES.split(", "))
"""Cities of Canada that are also names of people, things or towns elsewhere: alone they are no place of hers."""


class SaidPlace(NamedTuple):
    """Where somebody says that they are. `unsure`: the name is one of Canada, but may be of another country.

    `outside`: it is unsure, yet hardly in the home country, whatever place was known before. `abroad`: it is neither
    in the United States nor in Canada. `origin`: they come from there, and may be elsewhere now.
    """

    area: Area | None = None
    unsure: bool = False
    outside: bool = False
    abroad: bool = False
    origin: bool = False


_IS = frozenset({"am", "im", "i'm", "are", "soy", "somos", "from", "country", "pais"})
"""Words before a country by which it is where somebody comes from."""

NOWHERE = SaidPlace()
_ABROAD = SaidPlace(unsure=True, outside=True, abroad=True)


def said_place(text: str, find_area: FindArea, home_region: str = "US", *, elsewhere: bool = False) -> SaidPlace:
    """Return the place that a text tells. `find_area` looks a name up and may raise; `home_region` is like "US-CA".

    `elsewhere`: what is known of the person is not in the United States. Then any place there tells of a return.
    """
    if not any(map(str.isalpha, text)):
        return NOWHERE
    country, _, rest = home_region.upper().partition("-")
    text = _SPELLED.sub(r"\1\2", _unaccented(text[:MOST_CHARACTERS].replace("\u2019", "'")))
    if found := _ZIP.search(text):
        return SaidPlace(find_area(found[1]))
    if found := _POSTAL.search(text):
        return SaidPlace(canada.by_letter(found[0]))
    here = NOT_IN.sub(" ", text)
    left = here != text and _OF_THE_NATION.search(text) is not None and _OF_THE_NATION.search(here) is None
    looks = _Looks(find_area, (country, rest.partition("-")[0]), elsewhere)
    place = looks.place(here)
    return SaidPlace(Area(country="US")) if place == NOWHERE and left else place


_LED_BY = re.compile(
    r"^(?:(?:its|it|is|thats|that|in|the|one|i|im|mean|meant|like|oh|yeah|yes|no|sorry|province|of|over|up|here"
    r"|es|el|la|de|en|si|queda|esta|digo|quiero|decir|perdon|provincia) )+"
)


def province_after(text: str, find_area: FindArea, *, city: str, elsewhere: bool) -> Area | None:
    """Return the place in Canada that a province tells, as a text of its own: "in hamilton", and then "ontario".

    `city` was told before. `elsewhere`: it may be in Canada, or is.
    """
    name = _LED_BY.sub("", plain(text[:MOST_CHARACTERS]))
    bare = name.removesuffix(" canada").removesuffix(" can")
    if bare not in canada.PROVINCES or (bare in _NOT_ALONE and bare == name):
        return None
    area = find_area(f"{city} {bare}") if city else None
    if area is not None and area.country == "CA" and plain(area.city) == plain(city):
        return area
    return Area(region=canada.PROVINCES[bare], country="CA") if elsewhere or bare != name else None


def _unaccented(text: str) -> str:
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))[:MOST_CHARACTERS]


class _Looks(NamedTuple):
    """Search of one text."""

    find_area: FindArea
    home: tuple[str, str]
    elsewhere: bool

    def place(self, text: str) -> SaidPlace:
        """Return the place of a text: where they are now, then where they were taken, then where they come from."""
        words = text.split()
        ways = chain(
            (self._led(lead) for lead in islice(LEAD.finditer(text), MOST_LEADS)),
            (self._moved(lead[1].split()) for lead in islice(MOVED.finditer(text), MOST_LEADS)),
            (way(words) for way in (self._first_in_canada, self._with_region, self._whole)),
            (self._with_region(words) for words in (*_after_age(text), *_last_clause(text))),
            (self._asked_for(asked) for asked in islice(_rooms(text), 1)),
            (self._beside(clause.split()) for clause in _clauses(text)),
            (self._came_from(lead[1].split()) for lead in islice(LATER_LEAD.finditer(text), MOST_LEADS)),
        )
        found = next((place for place in ways if place != NOWHERE), None)
        if found is not None:
            return found
        theirs = self._of_them(text)
        return theirs if theirs != NOWHERE else _ABROAD if _ends_abroad(text) else self._in_a_province(text)

    def _of_them(self, text: str) -> SaidPlace:
        """Return the place in Canada of whom somebody writes for: "my son is missing from halifax"."""
        writes_for = WRITES_FOR.search(text) is not None
        of_kin = THEIR_KIN.search(text) is not None and OF_ME.search(text) is None and LIVES.search(text) is None
        if not (writes_for or of_kin) or OF_LONG_AGO.search(text):
            return NOWHERE
        for lead in islice(THEIR_LEAD.finditer(text), MOST_LEADS):
            words = lead[1].split()
            known = any(plain(" ".join(words[:size])) in _CANADIAN for size in range(1, len(words) + 1))
            place = self._named(words) if known or writes_for else NOWHERE
            is_there = place.area is not None and place.area.country == "CA"
            works_there = writes_for and place.area is not None and place.area.city != ""
            if is_there or works_there or (place.outside and not place.abroad):
                return place
        return NOWHERE

    def _led(self, lead: re.Match[str]) -> SaidPlace:
        """Return the place after a lead. "Tengo 17 soy de honduras" tells where somebody comes from."""
        words = lead[1].split()
        return self._came_from(words) if ORIGIN.search(lead[0][: lead.start(1) - lead.start()]) else self._named(words)

    def _named(self, words: list[str]) -> SaidPlace:
        """Return the place that the words after a lead begin with; the longest name counts."""
        if _OF_THE_NATION.search(" ".join(words)):
            area = self.find_area(" ".join(words[:LONGEST_PLACE]))
            return SaidPlace(area if area and area.country == "CA" else Area(country="CA"))
        for size in range(min(LONGEST_PLACE, len(words)), 0, -1):
            name, after = plain(" ".join(words[:size])), words[size:]
            if self._is_abroad(name) and not (after and len(after[0]) > 2 and plain(after[0]) in states.STATES):
                return _ABROAD
            if size == 1 and name in canada.PROVINCES and name not in _NOT_ALONE:
                return SaidPlace(self.find_area(name) or Area(region=canada.PROVINCES[name], country="CA"))
            area = self.find_area(" ".join(words[:size]))
            if name in _CANADIAN:
                sure = area is not None and (area.country == "CA" or (area.country, area.region) == self.home)
                return SaidPlace(area) if area and sure else SaidPlace(unsure=True, outside=name not in _NAMES_TOO)
            if area and (_begins(name, area) or (_is_nickname(name) and _may_follow(after))):
                return SaidPlace(area)
        return self._somewhere_in_the_states(words)

    def _is_abroad(self, name: str) -> bool:
        """Return whether a name is of a place abroad, and not of one in Canada where the programme is there."""
        return abroad.is_abroad(name) and not (name in _CANADIAN and self.home[0] == "CA")

    def _somewhere_in_the_states(self, words: list[str]) -> SaidPlace:
        """Return the United States if a town is named that several states have: "buffalo".

        A town that is also a city abroad is unsure: "nogales".
        """
        if self.elsewhere or self.home[0] == "US":
            for size in (2, 1):
                name = plain(" ".join(words[:size]))
                if len(words) >= size and name not in NOT_PLACES and states.is_larger(name):
                    return SaidPlace(Area(country="US"))
        is_also_abroad = bool(words) and plain(words[0]) in abroad.ALSO_HERE
        return SaidPlace(unsure=True, outside=True) if is_also_abroad else NOWHERE

    def _moved(self, words: list[str]) -> SaidPlace:
        """Return where somebody was taken. Of a place in the home country only that counts: "he took me to vegas"."""
        place = self._named(words)
        area = place.area
        if IS_THERE.search(" ".join(words)) or not (place.outside or area):
            return NOWHERE
        at_home = area is not None and area.country == self.home[0] and area.country == "US" and not self.elsewhere
        return SaidPlace(Area(country="US")) if at_home else place

    def _came_from(self, words: list[str]) -> SaidPlace:
        """Return where somebody was before. Who comes from abroad is here now."""
        names = (plain(" ".join(words[:size])) for size in range(1, min(LONGEST_PLACE, len(words)) + 1))
        if any(abroad.is_abroad(name) for name in names):
            return NOWHERE
        place = self._named(words)
        return place if place == NOWHERE else place._replace(origin=True)

    def _first_in_canada(self, words: list[str]) -> SaidPlace:
        """Return the place of a text that begins with a city of Canada and its province: "burnaby bc need food"."""
        for size in range(2, min(LONGEST_PLACE, len(words)) + 1):
            if plain(words[size - 1]) in canada.PROVINCES and plain(" ".join(words[: size - 1])) in _CANADIAN:
                area = self.find_area(" ".join(words[:size]))
                if area is not None and area.country == "CA":
                    return SaidPlace(area)
        return NOWHERE

    def _with_region(self, words: list[str]) -> SaidPlace:
        """Return the place of a short text whose last word is a state or province: "surrey bc", "columbus ohio"."""
        if not 2 <= len(words) <= LONGEST_BARE or not ({plain(words[-1]), plain(" ".join(words[-2:]))} & _REGIONS):
            return NOWHERE
        area = self.find_area(" ".join(words))
        if area is None or not area.region or not area.city:
            return NOWHERE
        name = plain(" ".join(words))
        return SaidPlace(area) if _begins(name, area) and plain(area.city) != name else NOWHERE

    def _whole(self, words: list[str]) -> SaidPlace:
        """Return the place of a text that is a name of Canada or abroad, and no more."""
        name = plain(" ".join(words[: LONGEST_PLACE + 1]))
        is_abroad = abroad.is_abroad(name) and (name == "mexico" or name not in abroad.ALSO_WORDS)
        return self._named(words) if name in _CANADIAN or is_abroad else NOWHERE

    def _beside(self, words: list[str]) -> SaidPlace:
        """Return the place at the start or the end of a clause: "winnipeg he hits me", "help me calgary"."""
        first = next((at for at, word in enumerate(words) if plain(word) not in OPENERS), len(words))
        for start in (first, 0):
            for size in range(min(LONGEST_PLACE, len(words) - start), 0, -1):
                after = words[start + size :]
                if _may_follow(after) and (place := self._sayable(words[start : start + size])) != NOWHERE:
                    if place.abroad and start and plain(words[start - 1]) in _IS:
                        return NOWHERE  # "i am vietnam", in a learner's English, is where somebody comes from
                    return NOWHERE if IS_THERE.search(" ".join(after)) else place
        for size in range(min(LONGEST_PLACE, len(words) - 1), 0, -1):
            if plain(words[-size - 1]) in BEFORE and (place := self._sayable(words[-size:])) != NOWHERE:
                return place
        return NOWHERE

    def _asked_for(self, words: list[str]) -> SaidPlace:
        """Return the place where a bed is asked for: "need a bed in fresno im pregnant", "shelter tonight chicago"."""
        near = next((at for at, word in enumerate(words) if not _is_of_room(word)), len(words))
        starts = [near, *(at + 1 for at, word in enumerate(words) if plain(word) in AROUND)]
        for start in starts[:MOST_LEADS]:
            for size in range(min(LONGEST_PLACE, len(words) - start), 0, -1):
                name, after = words[start : start + size], words[start + size :]
                if after and not (plain(after[0]) in ROOM_THEN or after[0].isdigit()):
                    continue
                if plain(" ".join(name)) in NOT_PLACES or plain(name[0]) in ROOM_THEN | ROOM_FOR:
                    continue
                if (place := self._named(name)).area is not None and plain(" ".join(name)) not in _REGIONS:
                    return place
        return NOWHERE

    def _sayable(self, words: list[str]) -> SaidPlace:
        """Return the place that these words name, if nothing else has that name."""
        name = plain(" ".join(words))
        *before, last = name.split() or [""]
        bare = " ".join(before) if last == "canada" or last in canada.PROVINCES else name
        with_region = bare != name and bare in _CANADIAN
        if name == "canada" or with_region or (name in _CANADIAN and name not in _NAMES_TOO):
            return self._named(words)
        if abroad.is_abroad(name) and name not in abroad.ALSO_WORDS:
            return _ABROAD
        if self.elsewhere and len(words) > 1 and {last, " ".join(name.split()[-2:])} & _REGIONS:
            return self._with_region(words)
        return NOWHERE

    def _in_a_province(self, text: str) -> SaidPlace:
        """Return the province, or the country alone, that a text names."""
        if (found := _PROVINCE_IN.search(text)) and found[1].lower() not in _NOT_ALONE:
            name = found[1].lower()
            return SaidPlace(self.find_area(name) or Area(region=canada.PROVINCES[name], country="CA"))
        if (now := _NATION.search(text)) or _OF_NATION.search(text):
            return SaidPlace(Area(country="CA"), origin=now is None)
        return SaidPlace(Area(country="US")) if self.elsewhere and _STATES.search(text) else NOWHERE


def _ends_abroad(text: str) -> bool:
    """Return whether a text ends with a place abroad where it happens: "me tocaron en el bus en tegucigalpa"."""
    begin, _, place = text.rstrip(" .!?").rpartition(" en " if " en " in text else " in ")
    name = plain(place)
    if not begin or not abroad.is_abroad(name) or name in abroad.ALSO_WORDS:
        return False
    return OF_OTHERS.search(begin) is None and _NOT_NOW_THERE.search(begin) is None


_NOT_NOW_THERE = re.compile(
    r"\b(?:was|were|before|ago|when|born|family|live[sd]?|stay(?:ed|s)?|raised|visit\w*|vive|viven|vivia|nac\w+|crec\w+|era|estaba|estuve|antes|cuando|"
    r"familia|hij[oa]s?|alla|mandar|mande|send|sent|deport\w*|regres\w+|back)\b",
    re.IGNORECASE,
)


def _after_age(text: str) -> list[list[str]]:
    """Return the words of the first clause after an age with which a text begins: "16 laredo tx", "18f, gary in"."""
    begun = _AGE.match(text)
    return [clause.split() for clause in _clauses(text[begun.end() :])[:1]] if begun else []


def _last_clause(text: str) -> list[list[str]]:
    """Return the words after the last comma of a text that speaks of nobody else: "need a bed, fresno ca"."""
    clauses = _clauses(text)
    return [] if len(clauses) < 2 or OF_OTHERS.search(text) else [clauses[-1].split()]


def _rooms(text: str) -> list[list[str]]:
    """Return the words after the bed that a text of nobody else asks for."""
    asked = None if OF_OTHERS.search(text) or IS_THERE.search(text) else ASKS_ROOM.search(text)
    return [text[asked.end() :].replace(",", " ").replace(".", " ").split()] if asked else []


def _is_of_room(word: str) -> bool:
    return plain(word) in ROOM_FOR | AROUND or re.fullmatch(r"\d\d? ?(?:f|m|yo)?", word.lower()) is not None


def _clauses(text: str) -> list[str]:
    return [clause for clause in CLAUSE.split(text) if clause.strip()][:MOST_CLAUSES]


def _may_follow(words: list[str]) -> bool:
    """Return whether words may come after a place that stands by itself: "toronto he hits me", "la rn"."""
    return not words or plain(words[0]) in NEXT


def _begins(name: str, area: Area) -> bool:
    """Return whether a text begins with the place itself: a slip of the thumb is no place that somebody named."""
    if not area.city and not area.county:
        return True
    return name.startswith(plain(area.city or area.county))


def _is_nickname(name: str) -> bool:
    """Return whether a name is a short form of a city, with or without its state: "la", "la california"."""
    first, _, rest = name.partition(" ")
    return name in NICKNAMES or (first in NICKNAMES and rest in states.STATES)


_REGIONS = frozenset({*states.STATES, *canada.PROVINCES})
_CANADIAN = frozenset({*(plain(name) for name, _ in canada.CITIES), *canada.SHORT})
