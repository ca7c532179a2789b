"""A draft in another language than the one that the person texts in. It is told by its words, on this machine."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.casework.cases import Case
from bot.understanding import normalise
from bot.web.current import runtime
from bot.web.labels import tongue

_NAME = re.compile(r"(?<=[^.!?\s]\s)[A-ZÁÉÍÑÓÚÜ][\w'-]*")
"""Words with a capital inside a sentence: names of places and people, which are in no language."""


class Mismatch(NamedTuple):
    """The language that a draft seems to be in, by code, and the warning to show."""

    code: str
    warning: str


def mismatch_of(words: str, case: Case) -> Mismatch | None:
    """Return the warning for a draft, or None if it fits or its words do not tell a language."""
    said = normalise(_NAME.sub("", words))
    code = runtime().content.now.lexicon.language(said, case.language) if said.tokens else ""
    if not code or code == case.language:
        return None
    return Mismatch(code, f"This looks like {tongue(code).name}. They text in {tongue(case.language).name}.")
