"""Local model that hears danger where no rule matches. It only asks: nothing it says is an alarm or an answer.

An encoder turns a text into numbers; the weights say how much each number speaks for each class. Both are passed in:
this module opens no file. `bot.content.ear_file` loads them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from bot.flows.names import Concern

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Vectors: TypeAlias = "NDArray[np.float32]"
Encode: TypeAlias = "Callable[[Sequence[str]], NDArray[np.float32]]"
"""Encoder: one row of numbers for each text."""

DANGERS = {
    "child_hurt": Concern.CHILD_HURT,
    "exploitation": Concern.EXPLOITATION,
    "friend": Concern.FRIEND,
    "medical": Concern.MEDICAL,
    "minor_no_place": Concern.MINOR_NO_PLACE,
    "self_harm_explicit": Concern.SELF_HARM,
    "self_harm_implicit": Concern.SELF_HARM,
    "sextortion": Concern.SEXTORTION,
    "sexual_abuse": Concern.SEXUAL_ABUSE,
    "violence": Concern.VIOLENCE,
    "watched": Concern.WATCHED,
}
HARMLESS = ("needs", "questions", "facts", "small_talk", "everyday", "lookalike")
CLASSES = (*DANGERS, *HARMLESS)

MOST_WORDS = 60
MOST_CHARACTERS = 400
"""Beginning of a text that is read. The time an encoder takes grows with the length."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_QUOTES = str.maketrans("’‘ʼ`´", "'" * 5)


@dataclass(frozen=True, slots=True)
class Weights:
    """Result of the training. `bars` holds, for each kind of danger, the odds (as a logarithm) from which to ask."""

    factors: Vectors  # a row for each number of the encoder, a column for each of `CLASSES`
    constants: Vectors
    bars: Mapping[str, float]
    spellings: Mapping[str, str]  # short forms that the encoder does not know


class Ear:
    """Ranks what a text may be about. Thread-safe; keeps nothing of a text."""

    def __init__(self, weights: Weights, encode: Encode) -> None:
        self._weights, self._encode = weights, encode

    def rank(self, text: str) -> Mapping[str, float]:
        """Return the chance of each of `CLASSES`. An empty text has none."""
        shown = spelled(text, self._weights.spellings)
        if not shown:
            return {}
        scores = (self._encode([shown])[0] @ self._weights.factors + self._weights.constants).tolist()
        highest = max(scores)
        raised = [math.exp(score - highest) for score in scores]
        total = sum(raised)
        return {name: one / total for name, one in zip(CLASSES, raised, strict=True)}

    def asks(self, text: str) -> Concern | None:
        """Return the kind of danger to ask about, or None where the text is more likely something else."""
        chances = self.rank(text)
        if not chances:
            return None
        kind = max(DANGERS, key=chances.__getitem__)
        return DANGERS[kind] if odds(chances) > self._weights.bars[kind] else None


def odds(chances: Mapping[str, float]) -> float:
    """Return the logarithm of the odds that a text tells of any danger."""
    danger = sum(chances[name] for name in DANGERS)
    return math.log((danger + 1e-9) / (max(0.0, 1.0 - danger) + 1e-9))


def spelled(text: str, spellings: Mapping[str, str]) -> str:
    """Return the beginning of a text in lower case, with short forms written out."""
    words = text[: 4 * MOST_CHARACTERS].translate(_QUOTES).lower().split()[:MOST_WORDS]
    shown = " ".join(words)[:MOST_CHARACTERS]
    return _WORD.sub(lambda found: spellings.get(found[0], found[0]), shown)[:MOST_CHARACTERS]
