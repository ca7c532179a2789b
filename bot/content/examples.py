"""Simplest text that each phrase of the lexicon matches. Pure.

The examples show whether an added phrase changes how the shipped ones are understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.content.vocabulary import Vocabulary
from bot.flows.machine import PLACES
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Need, State
from bot.understanding import Lexicon, read

_PIECE = re.compile(r"\(|\)\??|\||\*|<[a-z_0-9]+>|[\^$]|[^\s()|*<>^$?]+")
_NO_COVER = "\0"
_QUIET = PLACES[State.NEEDS_AREA]
"""State with few answers of its own, so that it understands only what every state understands.

Callers pass a `find_area` that finds no place.
"""


class Example(NamedTuple):
    """Text, and the meaning of the phrase that it was made from."""

    text: str
    meaning: Answer | Need


def examples(vocabulary: Vocabulary) -> Iterator[Example]:
    """Yield a text for each phrase of the vocabulary, in order; idioms are skipped."""
    for _, phrase, meaning, _ in vocabulary.phrases:
        if isinstance(meaning, Answer | Need):
            yield Example(plainest(phrase, vocabulary.groups), meaning)


def plainest(phrase: str, groups: Mapping[str, Sequence[str]]) -> str:
    """Return the simplest text that a phrase matches: the first of its alternatives, without optional parts."""
    words, _ = _first(_PIECE.findall(phrase), 0, groups)
    return " ".join(words)


def _first(pieces: Sequence[str], at: int, groups: Mapping[str, Sequence[str]]) -> tuple[list[str], int]:
    """Return the first of the alternatives that begin at `at`, and the position where they end."""
    first: list[str] | None = None
    words: list[str] = []
    while at < len(pieces) and pieces[at] not in {")", ")?"}:
        piece = pieces[at]
        at += 1
        if piece == "|":
            first = words if first is None else first
            words = []
        elif piece == "(":
            inner, at = _first(pieces, at, groups)
            words += inner if pieces[at : at + 1] == [")"] else []
            at += 1
        elif piece[0] == "<":
            words.append("5" if piece == "<number>" else groups[piece[1:-1]][0])
        elif piece not in {"*", "^", "$"}:
            words.append(piece)
    return words if first is None else first, at


def heard(text: str, lexicon: Lexicon) -> Interpretation:
    """Interpret a text by its words alone, without any choices on offer."""
    return read(
        text, place=_QUIET, language="en", labels=(), lexicon=lexicon, cover_word=_NO_COVER, find_area=lambda _: None
    )
