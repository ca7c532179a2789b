"""Area look-up: which place a text names, by ZIP, city, county, state or province.

Coarse on purpose: a street is skipped and never returned. Pure except for the tables it reads. A text that names no
place, or one that could be in several states, gives None: it is better to ask than to guess.

Every look is a search in a dictionary, and their number is bounded, so that no text takes longer than a few
milliseconds (`python -m tests.bench.area` measures it). Digits of any script are read as digits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.directory import canada
from bot.directory import regions as states
from bot.directory.place_names import folded, name_of, plain
from bot.flows.model import Area

IsWord = Callable[[str], bool]

MOST_CHARACTERS = 600
MOST_WORDS = 40
LONGEST_NAME = 6
SHORT_TEXT = 12
FAR_LOOKS = 30
SLIP_LOOKS = 24
"""Limits of the look-up.

MOST_CHARACTERS and MOST_WORDS: how much of a text is read. LONGEST_NAME: words of a place together with its state.
SHORT_TEXT: words of a text in which anything between commas may be a place. FAR_LOOKS and SLIP_LOOKS: searches of the
whole country, and for misspelt cities, in one text.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ZIP = re.compile(r"(?<![\d-])(\d{5})(?:-\d{4})?(?![\d-])", re.ASCII)
_POSTAL = re.compile(r"\b[abceghj-nprstvxy]\d[abceghj-nprstv-z][ -]?\d[abceghj-nprstv-z]\d\b", re.IGNORECASE | re.ASCII)
_HALF_POSTAL = re.compile(r"[abceghj-nprstvxy]\d[abceghj-nprstv-z]", re.IGNORECASE | re.ASCII)
_SLANG = frozenset({"l8r", "m8s", "h8r", "h8s", "b4n", "g2g", "k9s"})
_KINDS = "street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|way|place|pl|highway|hwy"
_STREET = re.compile(
    rf"\b\d+[a-z]?\s+(?:[^\s,]+\s+){{0,4}}?(?:{_KINDS})\b\.?(?:\s*,?\s*(?:apt|unit|suite|#)\s*\w+)?"
    r"|\b(?:calle|avenida|av)\s[^,]*(?=,)",
    re.IGNORECASE,
)
_LEADS = _words("in near nearby at around by from outside of to called outta en cerca por de desde a para x d pa")
_FILLER = _words(
    "i im am is it its my the we were me us live living stay staying right now here please pls thanks thank you "
    "area zip code city town of downtown so um uh ok yes no hey hi somewhere close maybe think just actually "
    "estoy vivo soy esta estamos mi zona ciudad codigo postal centro ahora aqui por favor gracias creo si"
)
NOT_PLACES = _words(
    "alex alone andrew anna anywhere bay beach bed best black blanket blue boss busy call camp carlos casa cash "
    "center check church clear coin cook cool cost daniel david day deal early earth energy english falls fine "
    "friend friendly garden gas gate gay george golden grace green guy guys hall happy haven help hill holiday home "
    "hope house hurt island jack jeff joy justice kevin king lake laura leo love lovely luck man many mark may media "
    "michael midnight miles mobile moon mountain nada nice none normal nowhere only page pain park paul point pool "
    "post power pray price queen reading rescue river rush ruth ryan safe santa sarah school skip snow start story "
    "street strong sun sweet tea tell trouble union village wake war welcome west white why winter work young "
    "china cuba jamaica lebanon mexico panama peru"
)
"""Words that are also small towns somewhere. Such a town needs its state beside it, or a ZIP."""
_ALSO_WORDS = _words("in or me ok hi oh la pa ma al de id co mi mo ne ar va on")
"""State codes that are also words: they count only at the end of a phrase."""
_SHORT = {
    "la": "Los Angeles, CA", "l a": "Los Angeles, CA", "nyc": "New York, NY", "new york city": "New York, NY",
    "sf": "San Francisco, CA", "san fran": "San Francisco, CA", "frisco": "San Francisco, CA",
    "philly": "Philadelphia, PA", "filadelfia": "Philadelphia, PA", "vegas": "Las Vegas, NV",
    "atl": "Atlanta, GA", "dc": "Washington, DC", "washington dc": "Washington, DC", "nola": "New Orleans, LA",
    "slc": "Salt Lake City, UT", "pdx": "Portland, OR", "hb": "Huntington Beach, CA",
    "el chuco": "El Paso, TX", "chuco": "El Paso, TX", "abq": "Albuquerque, NM", "burque": "Albuquerque, NM",
    "h town": "Houston, TX", "htown": "Houston, TX", "chi town": "Chicago, IL", "chitown": "Chicago, IL",
    "okc": "Oklahoma City, OK", "indy": "Indianapolis, IN", "jax": "Jacksonville, FL", "phx": "Phoenix, AZ",
    "cincy": "Cincinnati, OH", "bmore": "Baltimore, MD", "sacto": "Sacramento, CA", "satx": "San Antonio, TX",
    "san anto": "San Antonio, TX", "lbc": "Long Beach, CA", "st pete": "Saint Petersburg, FL",
}  # fmt: skip
NICKNAMES = frozenset({*_SHORT, "oc"})
_CLEARLY_CANADIAN = frozenset(
    {"toronto", "montreal", "calgary", "edmonton", "winnipeg", "whitehorse", "regina", "abbotsford", "halifax",
     "leamington"}
)  # fmt: skip
"""Cities of Canada that are meant although a small town of the United States has the name."""
_OF_BOTH = frozenset({"the soo"})
"""Names that people of both countries use, each for a city of their own."""
_SHORTEST_TOWN = 5
_NATIONS = {"usa": "US", "united states": "US", "estados unidos": "US", "canada": "CA"}
_CANADIAN: dict[str, dict[str, Area]] = {}
"""By plain name and province."""
for _name, _province in canada.CITIES:
    _CANADIAN.setdefault(plain(_name), {})[_province] = Area(_name, "", _province, "CA")
for _called, (_name, _province) in canada.SHORT.items():
    _CANADIAN.setdefault(_called, {})[_province] = Area(_name, "", _province, "CA")


class _Home(NamedTuple):
    """The programme's own area: a country, and a state or province if known."""

    country: str
    region: str


@dataclass(frozen=True, slots=True)
class _Said:
    """Run of words in a text, and their plain name.

    `whole`: it fills a piece between commas.
    """

    words: tuple[str, ...]
    name: str
    whole: bool
    led: bool  # a word such as "near" comes before them
    last: bool  # only filler comes after them

    @property
    def placed(self) -> bool:
        """Return True if the words are where a place would be."""
        return self.whole or self.led


def find_area(text: str, home_region: str = "US", is_word: IsWord = lambda _: True) -> Area | None:
    """Return the place that `text` names, or None; `home_region` ("US-CA") decides between places of one name.

    `is_word` tells whether a plain name is a word that people use. A small town of one word is found if it is none.
    """
    country, _, rest = home_region.upper().partition("-")
    home = _Home(country, rest.partition("-")[0])
    text = _STREET.sub(" , ", _in_our_digits(text[:MOST_CHARACTERS]))
    if area := _postal(text):
        return area
    said = list(_said(text))
    looks = 0
    for each in said:
        looks += each.placed
        if area := _named(each, home) or _city(each, home, looks <= FAR_LOOKS, is_word):
            return area
    placed = [each for each in said if each.placed][:SLIP_LOOKS]
    return next((area for each in placed if (area := _misspelt(each, home))), None)


def _in_our_digits(text: str) -> str:
    """Write the digits of every script as ours, and letters in their plain form."""
    if text.isascii():
        return text
    folded = unicodedata.normalize("NFKC", text)[:MOST_CHARACTERS]
    return "".join(
        c if c.isascii() or not c.isdecimal() else str(unicodedata.decimal(c)) for c in folded
    )  # fmt: skip


def _postal(text: str) -> Area | None:
    """Look up the last real ZIP in the text, or else a Canadian postal code."""
    for found in reversed(_ZIP.findall(text)):
        if area := states.by_zip(found):
            return area
    if postal := _POSTAL.search(text):
        return canada.by_letter(postal[0])
    alone = text.strip().lower()
    return canada.by_letter(alone) if _HALF_POSTAL.fullmatch(alone) and alone not in _SLANG else None


def _said(text: str) -> Iterator[_Said]:
    """Yield every run of words, the longest first, so that "santa ana california" is read before "santa ana"."""
    tokens, starts, ends, stops = _tokens(text)
    for size in range(min(LONGEST_NAME, len(tokens)), 0, -1):
        for at in range(len(tokens) - size + 1):
            end = at + size
            if any(at < stop < end for stop in stops):
                continue
            before = tokens[at - 1] if at else ""
            words = tuple(tokens[at:end])
            yield _Said(
                words,
                name_of(words),
                whole=at in starts and end in ends and len(tokens) <= SHORT_TEXT,
                led=before in _LEADS,
                last=end in ends,
            )


def _tokens(text: str) -> tuple[list[str], set[int], set[int], set[int]]:
    """Return the words, the positions where pieces between commas start and end, and where sentences end."""
    text = text.lower().replace("\u2019", "'")
    text = re.sub(r"\b([a-z])\.\s?([a-z])\.?(?=\W|$)", r"\1\2", text)  # D.C., L.A.
    text = re.sub(r"\b(st|ft|mt)\.", r"\1", text)
    tokens: list[str] = []
    starts, ends, stops = set(), set(), set()
    for piece in re.split(r"([,.;:!?()\n/]+)", text):
        if re.fullmatch(r"[,.;:!?()\n/]+", piece):
            if piece.strip(","):
                stops.add(len(tokens))
            continue
        words = folded(piece).split()
        first, last = len(tokens), len(tokens) + len(words)
        tokens += words
        starts |= _edge(tokens, range(first, last))
        ends |= {at + 1 for at in _edge(tokens, range(last - 1, first - 1, -1))}
    return tokens[:MOST_WORDS], starts, ends, stops


def _edge(tokens: list[str], places: range) -> set[int]:
    """Return the first of some positions, and those after it up to the first word that is not filler."""
    edge = set()
    for at in places:
        edge.add(at)
        if tokens[at] not in _FILLER:
            break
    return edge


def _named(said: _Said, home: _Home) -> Area | None:
    """Return the place if the words name it exactly: with its state, a county, a nickname, a state."""
    name = said.name
    if area := _with_state(said) or _county(name, home):
        return area
    if said.placed and said.last and name in _SHORT and home.country == "US":
        city, _, code = _SHORT[name].partition(", ")
        return states.state(code).cities[plain(city)]
    if said.placed and name in _NATIONS:
        return Area(country=_NATIONS[name])
    if len(name) > 3 and (said.placed or said.last or len(said.words) > 1):
        return _region(name, home)
    return None


def _region(name: str, home: _Home) -> Area | None:
    """Return a state or a province; "ontario" is a city if the programme's own state has one."""
    if name in states.STATES and name not in states.SHORT:
        return Area(region=states.STATES[name], country="US")
    if name in canada.PROVINCES and (home.country == "CA" or name not in states.state(home.region).cities):
        return Area(region=canada.PROVINCES[name], country="CA")
    return None


def _with_state(said: _Said) -> Area | None:
    """Return a place that is followed by its state or country: "columbus ohio", "orange county ca", "surrey bc"."""
    for cut in range(len(said.words) - 1, 0, -1):
        tail = name_of(said.words[cut:])
        if tail not in states.STATES and tail not in canada.PROVINCES and tail != "canada":
            continue
        if tail in _ALSO_WORDS and not said.last:
            continue
        head = name_of(said.words[:cut]).removeprefix("city of ").removesuffix(" in")
        if code := states.STATES.get(tail):
            known = states.state(code)
            if area := known.counties.get(_county_name(head)) or known.cities.get(head):
                return area
        if area := _CANADIAN.get(head, {}).get(canada.PROVINCES.get(tail, "")):
            return area
        if tail == "canada" and (area := _in_canada(head)):
            return area
    return None


def _in_canada(name: str) -> Area | None:
    """Return a province, or a city that only one province has."""
    if name in canada.PROVINCES:
        return Area(region=canada.PROVINCES[name], country="CA")
    cities = list(_CANADIAN.get(name, {}).values())
    return cities[0] if len(cities) == 1 else None


def _county_name(name: str) -> str:
    """Return the bare name in "orange county", "county of orange" or "condado de orange"; "" for others."""
    found = re.fullmatch(r"(.+?) (?:county|parish|condado)|(?:county of|condado de|parish of) (.+)", name)
    return (found[1] or found[2]) if found else ""


def _county(name: str, home: _Home) -> Area | None:
    """Return a county of the home state; most names exist in several states, so no other state is guessed."""
    if home.country != "US" or not home.region:
        return None
    bare = "orange" if name == "oc" and home.region == "CA" else _county_name(name)
    return states.state(home.region).counties.get({"la": "los angeles"}.get(bare, bare))


def _city(said: _Said, home: _Home, far: bool, is_word: IsWord) -> Area | None:
    """Return a city of the home region, or, if `far`, one that clearly belongs to a single state or province."""
    name = said.name
    if name in NOT_PLACES or len(name) < 3 or not (said.placed or len(said.words) > 1):
        return None
    canadian = _CANADIAN.get(name, {})
    only = next(iter(canadian.values())) if len(canadian) == 1 else None
    if home.country == "CA":
        near = canadian.get(home.region, only)
    else:
        near = states.state(home.region).cities.get(name) if home.region else None
    if near or not (far and said.placed):
        return near
    # A name of both countries is asked about, never guessed.
    if canadian:
        is_theirs = not states.is_known(name) and name not in _OF_BOTH
        return only if name in _CLEARLY_CANADIAN or is_theirs else None
    is_town = len(name) >= _SHORTEST_TOWN and not is_word(name)
    return states.by_name(name) or (states.only_by_name(name) if is_town else None)


def _misspelt(said: _Said, home: _Home) -> Area | None:
    """Return a city of the home region, or of the state named beside it, whose name is one or two typos away."""
    if len(said.words) > 4:
        return None
    name, region, tail = said.name, home.region, name_of(said.words[-1:])
    if home.country == "US" and said.last and len(said.words) > 1 and tail in states.STATES:
        name, region = name_of(said.words[:-1]), states.STATES[tail]
    if not 6 <= len(name) <= _LONGEST_MENDED or name in NOT_PLACES or not region or states.is_known(name):
        return None
    if home.country == "CA":
        cities: Mapping[str, Area] = {
            key: by[region] for key, by in _CANADIAN.items() if region in by and key[0] == name[0]
        }
    else:
        cities = states.state(region).larger.get(name[0], {})
    slips = 1 if len(name) < 9 else 2
    found = process.extract(name, cities.keys(), scorer=OSA.distance, score_cutoff=slips, limit=3)
    near = [(slip, key) for key, slip, _ in found if len(key) >= 6]
    if not near or (len(near) > 1 and near[0][0] == near[1][0]):
        return None
    return cities[near[0][1]]


_LONGEST_MENDED = 40
