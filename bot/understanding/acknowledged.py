"""Texts that only say "i read it": "ok", "k", a thumbs up. Where something hangs on a yes, they are none. Pure."""

from __future__ import annotations

import re

from bot.understanding.words import plain

_READ = (
    r"o+k+(?:a+y+|i+e?|e+y*|s)?|k+(?:ay)?|mm?\W?ka+y+|mm+|h+m+|aja+m?|va|vale|lol|thx|ty|pls+|plz|please"
    r"|porfa\w*|por favor|noted|got it|gotcha|entendid[ao]|enterad[ao]|ya"
)
_AGREED = (
    r"alright|aight|ight|bet|cool|word|got (?:you|u|that)|i see|sure|fine|right|mhm+"
    r"|dale|sale|bueno|orale|entiendo|esta bien|ya vi|si (?:entiendo|vi)|sobres|arre"
    r"|thanks?|thank you|gracias|then|so|pues|y|and|um+|eh"
)
"""Words that agree to a question, and say nothing about how somebody is."""

_ONLY_READ = re.compile(rf"(?:\W*\b(?:{_READ}))+\W*")
_ACKNOWLEDGES = re.compile(rf"(?:\W*\b(?:{_READ}|{_AGREED})\b)*\W*")


def only_read(text: str) -> bool:
    """Return whether a text only acknowledges, or is nothing but signs such as a thumbs up or a heart."""
    said = plain(text)
    return not any(letter.isalnum() for letter in said) or _ONLY_READ.fullmatch(said) is not None


def acknowledges(text: str) -> bool:
    """Return whether a text says no more than that it was read, or agrees to it. That makes nobody safe."""
    return _ACKNOWLEDGES.fullmatch(plain(text)) is not None
