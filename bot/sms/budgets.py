"""Character budgets: how much of a text each part of a message may take."""

from __future__ import annotations

ROOM = {
    "en": {"service": 170, "reach": 150, "offer": 260, "checked": 100},
    "es": {"service": 150, "reach": 140, "offer": 154, "checked": 90},
}
"""Characters by language and part. An "offer" is a service with the reasons why it fits."""


def room_of(language: str, part: str) -> int:
    """Return the characters that a part may take; the smallest budget for a language without one of its own."""
    return ROOM.get(language, ROOM["es"])[part]
