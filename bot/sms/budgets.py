"""Character budgets: how much of a text each part of a message may take."""

from __future__ import annotations

ROOM = {
    "en": {"service": 170, "reach": 150, "told": 208, "offer": 260, "checked": 100},
    "es": {"service": 150, "reach": 140, "told": 176, "offer": 176, "checked": 90},
}
"""Characters by language and part. "told" are a service's own words; an "offer" is those with what was heard, the
number and the reasons why it fits.
"""

OFFER_IN_TWO = {"en": 212}
"""Characters of an offer whose menu and it take two segments. What it can do without is left out beyond them."""

_ANOTHER = {**ROOM["es"], "offer": 154}
"""Of a language that staff added: its labels may be longer."""


def room_of(language: str, part: str) -> int:
    """Return the characters that a part may take; the smallest budget for a language without one of its own."""
    return ROOM.get(language, _ANOTHER)[part]


def offer_in_two(language: str) -> int:
    """Return the characters that an offer takes where nothing more must be said: all that it may, if none is known."""
    return OFFER_IN_TWO.get(language, room_of(language, "offer"))
