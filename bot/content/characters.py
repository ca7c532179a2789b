"""Which letters words may hold: what cannot be seen, or looks like another alphabet's, is refused. Pure.

An unseen letter costs money, hides a word from the checks and cannot be found again by who edits.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex  # type: ignore[import-untyped]

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINERS = frozenset("\u200c\u200d\u200e\u200f")
"""Some scripts are not written right without them: joiners, and marks of direction."""

_OF_SUCH_A_SCRIPT = regex.compile(r"[\p{L}\p{M}\p{So}\p{Sk}--[\p{Latin}\p{Greek}\p{Cyrillic}]]", regex.V1)
_TWO_ALPHABETS = regex.compile(
    r"[\p{L}\p{M}]*(?:\p{Latin}[\p{Cyrillic}\p{Greek}]|[\p{Cyrillic}\p{Greek}]\p{Latin})\p{L}*"
)


def tidy(text: str) -> str:
    """The text as it is stored: each letter in its one form, lines ended in one way."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def is_storable(text: str) -> bool:
    """False for halves of letters, which no file can hold."""
    return not any(0xD800 <= ord(letter) <= 0xDFFF for letter in text)


def has_words(text: str) -> bool:
    """Whether there is anything to read aloud."""
    return any(letter.isalnum() for letter in text)


def printable(text: str) -> str:
    """The text as it may be shown: a mark stands for what cannot be seen."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)


@lru_cache(maxsize=4096)
def faults(text: str) -> tuple[str, ...]:
    """What is wrong with its letters, each a sentence."""
    found = []
    unseen = {letter for at, letter in enumerate(text) if _is_unseen(text, at)}
    if unseen:
        codes = ", ".join(f"U+{ord(letter):04X}" for letter in sorted(unseen))
        found.append(f"it contains an invisible character ({codes}). Type it again, without copying.")
    mixed = _TWO_ALPHABETS.search(text)
    if mixed:
        found.append(f'"{mixed.group()}" mixes two alphabets that look alike. Type the word again.')
    return tuple(found)


def _is_unseen(text: str, at: int) -> bool:
    letter = text[at]
    if letter == "\n" or unicodedata.category(letter) not in _UNSEEN:
        return False
    beside = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    return not (letter in _JOINERS and _OF_SUCH_A_SCRIPT.search(beside))
