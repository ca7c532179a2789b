"""Content that a record must not have: the location of a private place, and staff-only numbers in texts to people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bot.directory.attributes import Attributes
from bot.directory.model import Hidden, Trait
from bot.directory.schema import ServiceRecord

_PLACES = frozenset({"address", "addresses", "address_1", "address_2", "latitude", "longitude", "postal_code"})

STREET = re.compile(
    r"\b\d+[A-Za-z]?\s+(?:[NSEW]\.?\s+)?(?:(?:[A-Z][\w'-]*|\d+(?:st|nd|rd|th))\s+){1,4}"
    r"(?i:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|way|place|pl|highway|hwy)\b"
    r"|\b(?:[Cc]alle|[Aa]venida)\s+[A-Z\d]"
)
"""House number and capitalised street name; does not match "18 to 22 find a place"."""


def private_faults(record: ServiceRecord, said: Attributes) -> Iterator[tuple[str, str]]:
    """Yield each field of the record that reveals what it must not, and what is expected there."""
    texted = {f"{kind}.{code}": words for kind in ("told", "reach") for code, words in said.words[kind].items()}
    if Trait.PRIVATE_PLACE in said.traits:
        for field in sorted(set(_filled(record.model_dump(exclude={"attributes"})))):
            yield field, "tells where a private place is; expected nothing here, and a service area instead"
        for field, words in {**texted, "description": record.description}.items():
            if STREET.search(words):
                yield field, "names a street of a private place; expected words without it"
    if Hidden.PHONES in said.staff_only:
        for field, words in texted.items():
            if any(number_pattern(phone.number).search(words) for phone in record.phones):
                yield field, "holds a number that only staff may see; expected words without it"


def number_pattern(number: str) -> re.Pattern[str]:
    """Return a pattern for a phone number in any format: with or without the country's 1, dots or brackets."""
    digits = re.sub(r"\D", "", number)
    last = digits.removeprefix("1") if len(digits) > 10 else digits
    return re.compile(r"(?<!\d)(?:1\W*)?" + r"\W*".join(last) + r"(?!\d)")


def _filled(value: Any, path: str = "") -> Iterator[str]:
    """Yield the filled fields, at any depth of a record, that say where something is."""
    if isinstance(value, dict):
        for key, inner in value.items():
            here = f"{path}.{key}".lstrip(".")
            if key in _PLACES and inner not in (None, "", (), []):
                yield here
            else:
                yield from _filled(inner, here)
    elif isinstance(value, list | tuple):
        for place, inner in enumerate(value):
            yield from _filled(inner, f"{path}.{place}")
