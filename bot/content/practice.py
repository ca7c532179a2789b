"""Loader of `practice.yaml`: made-up people for the practice mode, and what each answers. Pure: no clock, no store."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from bot.content.language_file import read_yaml
from bot.errors import ContentError

SHIPPED = Path(__file__).with_name("practice.yaml")

Words = Annotated[str, StringConstraints(min_length=1, max_length=160, strip_whitespace=True)]
Lines = Annotated[tuple[Words, ...], Field(min_length=1)]
WHOLE = r"\b"
"""A beginning of up to three letters counts as a whole word: "hi" is not in "his"."""

_NUMBER = re.compile(r"\d{3}\D?\d{4}|\b(?:988|911|211)\b")


class Heard(StrEnum):
    """What a text of the colleague may be to a made-up person."""

    OFFERED = "offered"
    SAFETY = "safety"
    GREETING = "greeting"


class MadeUp(BaseModel):
    """Made-up person. `about` tells the colleague afterwards whom they met; see `practice.yaml` for the rest."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    about: Words
    language: str
    opening: Lines
    greeting: Words
    safety: Words
    offered: Words
    lines: Lines
    patience: Annotated[int, Field(ge=1, le=5)] = 1

    @property
    def answers(self) -> Mapping[Heard, str]:
        """What they answer to each kind of text."""
        return {Heard.OFFERED: self.offered, Heard.SAFETY: self.safety, Heard.GREETING: self.greeting}


class Practice(BaseModel):
    """All made-up people by name. `reviewed` says who of the advocates read them; "" means that nobody has."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    reviewed: str
    hears: Mapping[str, Mapping[Heard, Lines]]
    people: Mapping[str, MadeUp]

    def next_text(self, who: MadeUp, said: Sequence[str], heard: Sequence[str]) -> str:
        """Return what they text next, "" for nothing.

        `said` is what they have texted in this talk, `heard` what the colleague has texted since. An answer comes
        before a line, and nothing is said twice: the same words would be the carrier's second copy.
        """
        if len(heard) < who.patience:
            return ""
        words = " ".join(heard).casefold()
        answers = [who.answers[kind] for kind in Heard if self._is(kind, words, who.language)]
        return next((text for text in (*answers, *who.lines) if text not in said), "")

    def _is(self, kind: Heard, words: str, language: str) -> bool:
        begins = "|".join(f"{re.escape(one)}{WHOLE if len(one) < 4 else ''}" for one in self.hears[language][kind])
        found = re.search(rf"\b(?:{begins})", words) is not None
        return found or (kind is Heard.OFFERED and _NUMBER.search(words) is not None)


@cache
def made_up() -> Practice:
    """Return the shipped made-up people."""
    return load_practice()


def load_practice(path: Path = SHIPPED) -> Practice:
    """Load the made-up people. Raise ContentError with all problems."""
    place = read_yaml(path)
    try:
        return Practice.model_validate(place.data or {})
    except ValidationError as error:
        faults = error.errors(include_input=False)
        raise ContentError([f"{place.at(*fault['loc'])}: {fault['msg']}." for fault in faults]) from None
