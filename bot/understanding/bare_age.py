"""An age that stands at an end of a text by itself: "17, why", "old enough. 19", "dies y ocho". Pure.

Phrases hear ages with words around them ("im 17"). Here the number alone tells, so what follows or precedes it must not
make it a number of something else: "17 dollars", "24/7", "18 and over", "at 17". The words are those of the facts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bot.understanding.facts import FactSet

_YOUNGEST, _OLDEST = 13, 24
_LONGEST = 14
"""Maximum length in words: a longer text is a story, with numbers of its own."""

_OF_SIGNS = re.compile(r"[$#\u20ac\u00a3]\s*\d|\d\s*(?:[%+/:]|[.,]\d|[-\u2013]\s*\d)")
_SIGNS = frozenset({"f", "m", "yo", "a"})
"""What stands directly behind an age: "17f", "19yo"."""

_JOINS = frozenset({"and", "n", "or", "y", "e", "o", "u"})
_TEN, _TWENTY = 10, 20


class _Number(NamedTuple):
    value: int
    end: int


def bare_age(text: str, parts: Sequence[Sequence[str]], facts: FactSet) -> int | None:
    """Return the age that a text begins or ends with, None if there is none. `parts` are the words of its clauses."""
    parts = [part for part in parts if part]
    if not parts or sum(map(len, parts)) > _LONGEST or _OF_SIGNS.search(text):
        return None
    first, last = parts[0], parts[-1]
    found = _number(first, _after_leads(first, facts), facts)
    if found and not _counts_something(first[found.end :], facts):
        return found.value
    starts = [_after_leads(last, facts), *(at for at in range(1, len(last)) if facts.has("tells_age", last[at - 1]))]
    ends = (found for at in starts if (found := _number(last, at, facts)) and found.end == len(last))
    return next((found.value for found in ends), None)


def _after_leads(words: Sequence[str], facts: FactSet) -> int:
    return next((at for at, word in enumerate(words) if not facts.has("leads", word)), len(words))


def _number(words: Sequence[str], at: int, facts: FactSet) -> _Number | None:
    """Return the number between 13 and 24 at a position: "17", "twenty two"."""
    value = _value(words, at, facts)
    if value is None:
        return None
    ones = _value(words, at + 1, facts) if value == _TWENTY and not words[at].isdecimal() else None
    found = _Number(value + ones, at + 2) if ones and ones < _TEN else _Number(value, at + 1)
    return found if _YOUNGEST <= found.value <= _OLDEST else None


def _value(words: Sequence[str], at: int, facts: FactSet) -> int | None:
    if at >= len(words):
        return None
    return int(words[at]) if words[at].isdecimal() and words[at].isascii() else facts.numbers.get(words[at])


def _counts_something(rest: Sequence[str], facts: FactSet) -> bool:
    """Return whether a number counts or measures what follows it, or begins a range."""
    if rest and rest[0] in _SIGNS:
        rest = rest[1:]
    if not rest:
        return False
    is_range = rest[0] in _JOINS and len(rest) > 1 and facts.has("ranges", rest[1])
    is_of = facts.has("units", rest[0]) or facts.has("no_age_before", rest[0])
    return is_range or is_of or _value(rest, 0, facts) is not None
