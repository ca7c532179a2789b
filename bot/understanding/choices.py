"""Recognition of a choice by its number or by the words of its label. Numbers work even if every label is broken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from bot.understanding.words import Words, normalise

_SAID = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "6th": 6, "7th": 7, "8th": 8, "9th": 9,
    "uno": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9,
    "primero": 1, "primera": 1, "primer": 1, "segundo": 2, "segunda": 2, "tercero": 3, "tercera": 3, "cuarto": 4,
    "cuarta": 4, "quinto": 5, "quinta": 5, "sexto": 6, "sexta": 6, "septimo": 7, "septima": 7, "octavo": 8, "octava": 8,
    "noveno": 9, "novena": 9,
}  # fmt: skip
NUMBERS = frozenset(_SAID)
"""Words that are the number of a choice."""
_BESIDE = frozenset(
    normalise(
        "option number num choice answer opt nr the i pick choose want say said its it is please plz pls ok okay yes "
        "hi hey um so one opcion numero respuesta el la lo eligo elijo escojo quiero es por favor porfa digo hola si"
    ).tokens
)
_JOINING = frozenset({"and", "n", "plus", "also", "y", "e", "con", "tambien"})
_EMPTY = frozenset(
    normalise(
        "a an the to of or and in on at for with my me i is it its that this them you your do can how what who want "
        "need some any un una el la los las de del o y en a al para por con mi me que es lo le les tu su se como quien "
        "quiero necesito"
    ).tokens
)
_AGAINST = frozenset(
    normalise(
        "no not dont never nothing none nobody without cant cannot wont isnt aint nah nope stop nunca nada jamas sin "
        "ni tampoco nadie"
    ).tokens
)
"""Negations. A label's words after one of these do not mean the label."""
_PARTS = re.compile(r"[,/]| or | and | o | y ")
_MOST_BESIDE = 2
"""Number of other content words a text may have and still match a label."""


def numbers(words: Words) -> tuple[int, ...]:
    """Return the numbers a text consists of: "1", "the first one", "el 2", "1 and 3". Empty if it says more."""
    tokens = words.tokens
    if not tokens or len(tokens) > 12:
        return ()
    found: list[int] = []
    loose: list[int] = []
    for token in tokens:
        if token.isdecimal():
            if len(token) > 2:
                return ()
            found.append(int(token))
        elif token in _SAID:
            (loose if token in _BESIDE else found).append(_SAID[token])
        elif token not in _BESIDE and token not in _JOINING:
            return ()
    # "one" is a number only by itself: in "the first one" it is a word.
    return tuple(dict.fromkeys(found or loose))


def is_choice(words: Words, *, heard: bool) -> bool:
    """Return whether a text is several numbers, or one that was `heard` as an answer: "15" alone may be an age."""
    found = numbers(words)
    return len(found) > 1 or (heard and bool(found))


class _Wording(NamedTuple):
    whole: str
    tokens: tuple[str, ...]
    spelled: tuple[tuple[str, ...], ...]  # its tokens, and those without apostrophes: "dont send it"
    parts: tuple[frozenset[str], ...]  # content words of each part: "Papers, law, money" has three parts


@lru_cache(maxsize=8192)
def _wording(label: str) -> _Wording:
    tokens = normalise(label).tokens
    parts = (frozenset(normalise(part).tokens) - _EMPTY for part in (label, *_PARTS.split(label)))
    spelled = (tokens, normalise(label.replace("'", "").replace("\u2019", "")).tokens)
    return _Wording(" ".join(tokens), tokens, spelled, tuple(part for part in dict.fromkeys(parts) if part))


def by_label(words: Words, labels: Sequence[Sequence[str]]) -> int | None:
    """Return the index of the choice whose label equals the text; None if no label or more than one does."""
    said = words.tokens
    if not said:
        return None
    hits = [at for at, wordings in enumerate(labels) if any(said in _wording(label).spelled for label in wordings)]
    return hits[0] if len(hits) == 1 else None


def by_slip(words: Words, labels: Sequence[Sequence[str]]) -> int | None:
    """Return the index of the choice whose label the text misspells, or None.

    One typing slip counts from 5 letters on, two from 9.
    """
    said = " ".join(words.tokens)
    if not 4 <= len(said) <= 60:
        return None
    best: list[tuple[int, int]] = []
    for at, wordings in enumerate(labels):
        for label in wordings:
            whole = _wording(label).whole
            most = 0 if len(whole) < 5 else 1 if len(whole) < 9 else 2
            if most and abs(len(whole) - len(said)) <= most:
                slips = OSA.distance(whole, said, score_cutoff=most)
                if slips <= most:
                    best.append((slips, at))
    return _sole(best)


def by_content(words: Words, labels: Sequence[Sequence[str]]) -> int | None:
    """Return the index of the choice whose content words the text contains, or None.

    All content words of the label, or of one of its parts, must be there, with few others beside them.
    """
    said = {token for token in words.tokens if token not in _EMPTY}
    if not said or len(words.tokens) > 12:
        return None
    against = said & _AGAINST
    best: list[tuple[int, int]] = []
    for at, wordings in enumerate(labels):
        for label in wordings:
            for part in _wording(label).parts:
                if part <= said and against <= part and len(said) - len(part) <= _MOST_BESIDE:
                    best.append((-len(part), at))
    return _sole(best)


def _sole(best: list[tuple[int, int]]) -> int | None:
    if not best:
        return None
    least = min(score for score, _ in best)
    offers = {at for score, at in best if score == least}
    return offers.pop() if len(offers) == 1 else None
