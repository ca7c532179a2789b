"""What may not stand in a record: where a private place is, and staff-only numbers in words that are texted."""

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
"""A house number and a street's name in capitals: "18 to 22 find a place" is none."""


def private_faults(record: ServiceRecord, said: Attributes) -> Iterator[tuple[str, str]]:
    """Each field of the record that gives away what it may not, and what is expected there."""
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
    """What finds a phone number in words, however it is written: with the country's 1 or without, dots or brackets."""
    digits = re.sub(r"\D", "", number)
    last = digits.removeprefix("1") if len(digits) > 10 else digits
    return re.compile(r"(?<!\d)(?:1\W*)?" + r"\W*".join(last) + r"(?!\d)")


def _filled(value: Any, path: str = "") -> Iterator[str]:
    """The fields anywhere in a record that say where something is, if they are filled in."""
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
