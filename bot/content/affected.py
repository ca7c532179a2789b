"""Finds the texts that added phrases may change, so that only those are interpreted again. Pure.

A phrase can change a text only if the text holds the words that the phrase needs: as they are written, mended, as the
lexicon reads them, or hidden among its letters ("week end" for "weekend"). An added word can also be what a misspelt
word stands for, so each text that needs mending may change.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.understanding import Lexicon, normalise

_ODD = re.compile(r"[^\w\s.,?!'\u2019-]")
"""Signs and emoji: they may stand for letters or words."""


class TextWords(NamedTuple):
    """What a text holds, as the shipped lexicon reads it."""

    words: frozenset[str]
    letters: str
    """The text without spaces."""
    needs_mending: bool
    """Whether part of it is no known word, so that another lexicon may mend it otherwise."""


def words_in(text: str, lexicon: Lexicon) -> TextWords:
    """Return what a text holds. `lexicon` is the shipped one."""
    written, mended = normalise(text), lexicon.clean(text)
    read = [word for words in (written, mended) for readings in lexicon.readings(words) for word in readings]
    is_known = all(token.isdecimal() or lexicon.spelling.is_known(token) for token in written.tokens)
    return TextWords(
        frozenset((*written.tokens, *mended.tokens, *read)),
        "".join(text.lower().split()) + " " + "".join(written.tokens),
        not is_known or _ODD.search(text) is not None,
    )


def may_change(text: TextWords, lexicon: Lexicon) -> bool:
    """Return whether a lexicon with added phrases may interpret a text otherwise than the shipped one does."""
    if text.needs_mending:
        return bool(lexicon.added)
    return any(all(word in text.words or word in text.letters for word in needed) for needed in lexicon.added)
