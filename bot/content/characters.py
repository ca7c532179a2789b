"""Characters that texts may contain: invisible ones and mixed look-alike alphabets are refused. Pure.

An invisible character costs money, hides a word from the checks, and an editor cannot find it again.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex  # type: ignore[import-untyped]

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINERS = frozenset("\u200c\u200d\u200e\u200f")
"""Joiners and direction marks: invisible, but some scripts cannot be written correctly without them."""

_OF_SUCH_A_SCRIPT = regex.compile(r"[\p{L}\p{M}\p{So}\p{Sk}--[\p{Latin}\p{Greek}\p{Cyrillic}]]", regex.V1)
_TWO_ALPHABETS = regex.compile(
    r"[\p{L}\p{M}]*(?:\p{Latin}[\p{Cyrillic}\p{Greek}]|[\p{Cyrillic}\p{Greek}]\p{Latin})\p{L}*"
)


def tidy(text: str) -> str:
    """Normalise a text to the form that is stored: Unicode NFC, with lines ended by a newline only."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def is_storable(text: str) -> bool:
    """Return False for lone surrogates, which no file can hold."""
    return not any(0xD800 <= ord(letter) <= 0xDFFF for letter in text)


def has_words(text: str) -> bool:
    """Return True if there is anything to read aloud."""
    return any(letter.isalnum() for letter in text)


def printable(text: str) -> str:
    """Return the text for display, with U+FFFD in place of each unprintable character."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)


@lru_cache(maxsize=4096)
def faults(text: str) -> tuple[str, ...]:
    """Return what is wrong with a text's characters, one sentence each."""
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
