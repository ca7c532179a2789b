"""The place in an answer to "what city are you near?", where a city is expected: "omaha south 24th", "albuqerque".

Elsewhere a city counts only where a place would stand ("near omaha"). Here each run of words of a short answer is
looked up, the longest first, and a misspelt big city is mended. Whoever asks something back names no place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.directory import regions
from bot.directory.area import NOT_PLACES
from bot.directory.place_names import plain
from bot.flows.model import Area

MOST_WORDS = 12
LONGEST_NAME = 4
SHORTEST_ALONE = 5
_SHORTEST_MENDED, _LONG = 5, 9
_BEFORE_NAMES = frozenset(
    {"with", "con", "is", "named", "called", "llama", "llamo", "llamado", "soy", "dad", "mom", "tia", "tio"}
)
_OF_SENTENCES = frozenset({"is", "was", "es", "era", "my", "mi", "me", "i", "im", "said", "dijo", "name", "who", "que"})
_AFTER_NAMES = re.compile(
    r"(?:(?:is|was|es|era) (?:my|a|the|so|mi|un|una|el|la)\b|(?:said|says|told|tells|hit|hits|hurts?|wants|made|makes"
    r"|took|knows|hates|left|dijo|dice|quiere|sabe|llevo)\b)"
)
_ASKS = re.compile(r"[?\uff1f]")
_SOUNDS = {"j": ("h",), "f": ("p", "ph"), "k": ("c",), "y": ("j", "ll"), "g": ("w",), "b": ("v",)}
"""First letters that Spanish ears write for those of a city: "jiuston", "filadelfia"."""


def asked_area(text: str, find_area: Callable[[str], Area | None]) -> Area | None:
    """Return the place that an answer tells, None if it tells none. `find_area` looks a text up, and may raise."""
    found = find_area(text)
    words = re.findall(r"[\w']+", text.lower())
    if (found and (found.city or found.county or not found.region)) or _ASKS.search(text) or len(words) > MOST_WORDS:
        return found
    if found:  # a state: the city beside it may be misspelt, or stand before a street that is named like a state
        named = (area for run in _runs(words) if run[0] == words[0] and (area := find_area(" ".join(run))))
        mended = (area for word in words if (area := _mended(plain(word), slips=2)) and area.region == found.region)
        beside = (area for word in words if len(word) >= SHORTEST_ALONE and (area := _in_state(word, found, find_area)))
        return next((area for area in (*named, *mended, *beside) if area.city), found)
    for run in _runs(words):
        if area := find_area(" ".join(run)):
            return area
    return next((area for word in words if (area := _mended(plain(word)))), None)


def _in_state(word: str, state: Area, find_area: Callable[[str], Area | None]) -> Area | None:
    """Return the city of that name in a state that was named with it: "the other columbus the one in georgia"."""
    if plain(word) in NOT_PLACES or not state.region or state.country != "US":
        return None
    area = find_area(f"{word}, {state.region}")
    return area if area is not None and area.region == state.region and plain(area.city) == plain(word) else None


def _runs(words: list[str]) -> Iterator[list[str]]:
    """Yield the runs of words that may name a city, the longest first. A single word must be long, and no common one.

    A name beside what only a person does or is, such as "said" or "is my", names nobody's city.
    """
    for size in range(min(LONGEST_NAME, len(words) - 1), 0, -1):
        for at in range(len(words) - size + 1):
            run = words[at : at + size]
            if run[-1] == "la" and at + size < len(words):
                continue  # the article in "en la calle", not Los Angeles
            is_long = max(map(len, run)) > 3 if size > 1 else len(run[0]) >= SHORTEST_ALONE
            if is_long and plain(run[0]) not in (NOT_PLACES if size == 1 else ()) and not _is_person(words, at, size):
                yield run


def _is_person(words: list[str], at: int, size: int) -> bool:
    if not _OF_SENTENCES.isdisjoint(words[at : at + size]):
        return True
    before, after = words[at - 1] if at else "", " ".join(words[at + size : at + size + 2])
    return before in _BEFORE_NAMES or _AFTER_NAMES.match(after) is not None


def _mended(word: str, slips: int = 0) -> Area | None:
    """Return the big city whose name is `slips` slips away, else one or two by its length, if there is only one."""
    if len(word) < _SHORTEST_MENDED or word in NOT_PLACES or regions.is_known(word):
        return None
    starts = {word: word}
    for sound in _SOUNDS.get(word[0], ()):
        starts[sound + word[1:]] = word
    found: dict[str, float] = {}
    for written in starts:
        most = slips or (1 if len(written) < _LONG else 2)
        near = process.extract(written, regions.big_names(written[0]), scorer=OSA.distance, score_cutoff=most, limit=3)
        found.update({name: min(slip, found.get(name, slip)) for name, slip, _ in near})
    best = sorted((slip, name) for name, slip in found.items())
    if not best or (len(best) > 1 and best[0][0] == best[1][0]):
        return None
    return regions.by_name(best[0][1])
