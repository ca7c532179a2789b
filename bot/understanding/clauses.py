"""Clauses of a text: the stretches in which words are read together.

A sentence ends at a full stop, a question mark and the like before a space. Commas, line breaks and conjunctions do
not end one: people who text break lines in the middle of a sentence. Very short pieces join the clause before,
so that "I. want. to. die." stays one clause.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.understanding.words import MOST_CHARACTERS, Words, normalise

LONGEST = 60
"""Maximum length of a clause in words. A longer one is cut, so that no text makes the search slow."""

_SHORTEST = 3
_END = re.compile(r"[.!?;\u2026\u00bf\u00a1\u3002\uff01\uff1f\u061f]+(?=\s|$)")


def clauses(text: str, words: Words, clean: Callable[[str], Words] = normalise) -> list[Words]:
    """Cut a text into clauses. `words` are those of the whole text, as `clean` returns them."""
    pieces = _END.split(text[:MOST_CHARACTERS])
    found = [words] if len(pieces) == 1 else _joined([clean(piece) for piece in pieces if piece.strip()])
    return [part for clause in found for part in _short(clause)]


def _joined(pieces: list[Words]) -> list[Words]:
    """Join pieces of one or two words to the clause before, or to the next if they are the first."""
    out: list[Words] = []
    for piece in pieces:
        if out and (len(piece.tokens) < _SHORTEST or len(out[-1].tokens) < _SHORTEST):
            out[-1] = _join(out[-1], piece)
        else:
            out.append(piece)
    return out


def _join(first: Words, second: Words) -> Words:
    return Words(first.tokens + second.tokens, first.stretched | second.stretched)


def _short(clause: Words) -> list[Words]:
    if len(clause.tokens) <= LONGEST:
        return [clause]
    return [Words(clause.tokens[at : at + LONGEST], clause.stretched) for at in range(0, len(clause.tokens), LONGEST)]
