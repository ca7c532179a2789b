"""Recognition of a street address or a room in a text. It only tells that one is there; nothing of it is kept."""

from __future__ import annotations

import re

MOST_CHARACTERS = 600
"""Number of characters that are searched."""

_STREETS = r"st|street|ave|avenue|av|rd|road|blvd|boulevard|ln|lane|dr|drive|hwy|highway|pkwy|parkway"
_NO_NAME = (
    r"on|the|in|of|at|a|an|from|for|to|and|or|my|his|her|by|is|are|people|person|kids?|guys?|girls?|men|"
    r"(?:second|minute|min|hour|hr|day|night|week|month|year|yr|block|mile|time)s?"
)
_HOUSE = re.compile(
    rf"\b\d{{1,6}}[a-z]?\s+(?:(?!(?:{_NO_NAME})\b)[a-z0-9'.-]{{1,20}}\s+){{1,3}}(?:{_STREETS})\b", re.IGNORECASE
)
_ROOM = re.compile(
    r"\b(?:motel|hotel|inn|lodge|suites|apartments|building|edificio)\b.{0,40}?\b"
    r"(?:room|rm|apt|apartment|unit|cuarto|habitaci[oó]n|depa)\s*#?\s*\d{1,5}\b"
    r"|\b(?:room|rm|apt|apartment|unit|cuarto|habitaci[oó]n)\s*#?\s*\d{1,5}\b.{0,20}?\b(?:at|in|of|en|del?)\b.{0,20}?"
    r"\b(?:motel|hotel|inn|lodge|suites|apartments)\b",
    re.IGNORECASE,
)
_CALLE = re.compile(
    r"\b(?:calle|avenida|av|carrera|calz|calzada|blvd|bulevar|carretera)\.?\s+(?:[\w'.-]{1,20}\s+){0,4}?"
    r"(?:#|no\.?|n[uú]m(?:ero)?\.?)?\s*\d{1,5}\b",
    re.IGNORECASE,
)


def has_address(text: str) -> bool:
    """Return whether the text holds a street address, or a room of a motel."""
    text = text[:MOST_CHARACTERS]
    return any(form.search(text) for form in (_HOUSE, _ROOM, _CALLE))
