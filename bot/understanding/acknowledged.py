"""Texts that only say "i read it": "ok", "k", a thumbs up. Where something hangs on a yes, they are none. Pure."""

from __future__ import annotations

import re

from bot.understanding.words import plain

_ONLY_READ = re.compile(
    r"(?:\W*\b(?:o+k+(?:a+y+|i+e?|e+y+|s)?|k+|mm?\W?ka+y+|kk|mm+|h+m+|aja+|aja+m|va|vale|lol|thx|ty"
    r"|pls+|plz|please|porfa\w*|por favor|noted|got it|gotcha|entendido|enterad[ao]|ya))+\W*"
)


def only_read(text: str) -> bool:
    """Return whether a text only acknowledges, or is nothing but signs such as a thumbs up or a heart."""
    said = plain(text)
    return not any(letter.isalnum() for letter in said) or _ONLY_READ.fullmatch(said) is not None
