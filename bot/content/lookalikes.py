"""Letters that make a text cost more, and what looks the same and does not. Pure; counts as the carrier does."""

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
"""What word processors put in by themselves. Letters of a language are never among them: á stays á."""


class Cost(NamedTuple):
    """What a text costs, the letters that make it cost more, and those of them that have a look-alike."""

    segments: int
    encoding: str
    dear: tuple[str, ...]
    replaceable: tuple[str, ...]


def cost(text: str) -> Cost:
    """How a text would be sent, and why it is not sent for less."""
    size = count(text)
    dear = tuple(dict.fromkeys(letter for letter in text if not is_gsm(letter)))
    return Cost(size.segments, size.encoding, dear, tuple(letter for letter in dear if letter in LOOK_ALIKES))


def replaced(text: str) -> str:
    """The text with every look-alike put in place of what costs more."""
    return "".join(LOOK_ALIKES.get(letter, letter) if not is_gsm(letter) else letter for letter in text)
