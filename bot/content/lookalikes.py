"""Characters that make a text cost more, and their cheaper look-alikes. Pure; counts segments as the carrier does."""

from __future__ import annotations

from typing import NamedTuple

from bot.sms.segments import count, is_gsm

LOOK_ALIKES = {
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u2032": "'", "\u00b4": "'", "`": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2013": "-", "\u2014": "-", "\u2212": "-", "\u2011": "-", "\u2010": "-",
    "\u2026": "...", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2022": "-", "\u00b7": "-", "\u00d7": "x",
    "\u200b": "", "\u200d": "", "\ufeff": "", "\u00ad": "",
}  # fmt: skip
"""Characters that word processors insert on their own. Letters of a language are never among them: á stays á."""


class Cost(NamedTuple):
    """Cost of a text, the characters that raise it, and those of them that have a look-alike."""

    segments: int
    encoding: str
    dear: tuple[str, ...]
    replaceable: tuple[str, ...]


def cost(text: str) -> Cost:
    """Return how a text would be sent, and which characters make it cost more."""
    size = count(text)
    dear = tuple(dict.fromkeys(letter for letter in text if not is_gsm(letter)))
    return Cost(size.segments, size.encoding, dear, tuple(letter for letter in dear if letter in LOOK_ALIKES))


def replaced(text: str) -> str:
    """Replace each character that raises the cost by its look-alike, where there is one."""
    return "".join(LOOK_ALIKES.get(letter, letter) if not is_gsm(letter) else letter for letter in text)
