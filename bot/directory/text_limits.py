"""What the words of a service may be so that they can be texted: no longer than there is room for, and plain letters.

Says nothing of their tone, nor of what they give away: that is in `private`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from bot.sms.budgets import room_of

_ROOMS = {"told": "told", "reach": "reach"}
"""For each kind of words the room that a text has for them. Why a service fits is left out where they take it all."""

_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs"})
"""Kinds of letters that steer a screen or that no phone shows."""


def text_faults(words: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    """Each field, of words by kind and language, that cannot be texted as it is, and what is expected there.

    A provider takes no text of more than 1,600 letters: who was to get it would get nothing.
    """
    for kind, part in _ROOMS.items():
        for code, text in words.get(kind, {}).items():
            room = room_of(code, part)
            if len(text) > room:
                yield f"{kind}.{code}", f"has {len(text)} letters; expected {room} at most, to fit in a text"
            if any(unicodedata.category(letter) in _UNSEEN for letter in text if letter != "\n"):
                yield f"{kind}.{code}", "holds letters that no phone shows; expected words without them"
