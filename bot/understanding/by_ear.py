"""Spanish as it sounds: words that are written differently and said the same have one key ("kedarme", "quedarme")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"ny|nh", "n"),
        (r"sh|ch", "C"),
        (r"ll", "y"),
        (r"qu(?=[ei])|q|k|c(?![eiC])", "k"),
        (r"[czx]", "s"),
        (r"g(?=[ei])", "j"),
        (r"gu(?=[ei])", "g"),
        (r"(?<![aeiou])w|(?<![a-z])h?[uw](?=[aeo])|gw|hu(?=[aeo])", "gu"),
        (r"h", ""),
        (r"[vw]", "b"),
        (r"y(?![aeiou])", "i"),
        (r"m(?=[bp])", "n"),
        (r"(.)\1+", r"\1"),
    )
]
_SHORTEST = 4
"""Shorter words sound like too many others."""


def sound(word: str) -> str:
    """Return the key of a word in small Latin letters without accents."""
    for pattern, said in _SOUNDS:
        word = pattern.sub(said, word)
    return word


@lru_cache(maxsize=2)
def sounds_of(words: tuple[str, ...]) -> Mapping[str, str]:
    """Return the word of each sound. Where several have one, it is the first, so give the most frequent first.

    It takes a tenth of a second, and each new edition of the words asks for the same: it is kept.
    """
    found: dict[str, str] = {}
    for word in words:
        if len(word) >= _SHORTEST - 1 and word.isascii() and word.isalpha():
            found.setdefault(sound(word), word)
    return {key: word for key, word in found.items() if len(word) >= _SHORTEST}
