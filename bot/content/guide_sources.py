"""Loader of `guides.yaml`: what each pocket guide rests on, when that was looked up, and who has read the guide."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from bot.content.language_file import read_yaml
from bot.errors import ContentError
from bot.flows.guides import PAGE_KEYS
from bot.flows.names import Guide

SHIPPED = Path(__file__).with_name("guides.yaml")

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
_EXPECTED = {
    "extra_forbidden": "no such key: take it out, or correct its spelling",
    "missing": "this key is missing: write it",
    "date_type": "expected a day like 2026-11-27",
    "enum": f"no such guide: use one of {', '.join(Guide)}",
    "too_short": "name at least one source",
    "string_type": "expected words in quotes",
    "string_too_short": "expected words, not nothing",
}


class GuideSource(BaseModel):
    """What one guide rests on.

    `checked`: when the sources were read. `unchecked`: what it says from general knowledge, which no source was found
    for. `reviewed`: who of the advocates read it, and when; "" means that nobody has.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    sources: Annotated[tuple[Words, ...], Field(min_length=1)]
    checked: dt.date
    unchecked: tuple[Words, ...] = ()
    reviewed: str


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    guides: dict[Guide, GuideSource]


@cache
def _shipped() -> Mapping[Guide, GuideSource]:
    return load_guide_sources()


def rests_on(key: str) -> GuideSource | None:
    """Return what the shipped words of a page rest on; None if the key is no page of a guide."""
    return _shipped()[PAGE_KEYS[key][0]] if key in PAGE_KEYS else None


def load_guide_sources(path: Path | None = None) -> Mapping[Guide, GuideSource]:
    """Load the sources of every guide.

    Raises ContentError with all faults: file, line, key and what is expected.
    """
    place = read_yaml(path or SHIPPED)
    try:
        guides = _File.model_validate(place.data or {}).guides
    except ValidationError as error:
        raise ContentError(
            [
                f"{place.at(*(part for part in fault['loc'] if part != '[key]'))}: "
                f"{_EXPECTED.get(fault['type'], fault['msg'])}."
                for fault in error.errors(include_input=False)
            ]
        ) from None
    missing = [guide for guide in Guide if guide not in guides]
    if missing:
        raise ContentError([f"{place.at('guides')}: no sources for {guide}. Add it." for guide in missing])
    return guides
