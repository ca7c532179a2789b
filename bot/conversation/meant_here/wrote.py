"""A text with its words, split, and its short forms spelled out, once for all that read it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from bot.understanding import normalise
from bot.understanding.lexicon import Lexicon
from bot.understanding.texted import in_full
from bot.understanding.very import bien_spelled
from bot.understanding.words import Words

T = TypeVar("T")


class Wrote(NamedTuple):
    """What a person wrote, in the forms in which it is read.

    text: as it came. words: its words, with accents and signs taken off. plain: the same in one line. said: the same
    with short and phonetic forms spelled out ("idk" is "i do not know", "kien" is "quien"). found: what was looked for.
    """

    text: str
    words: Words
    plain: str
    said: str
    lexicon: Lexicon
    found: dict[Callable[[str], object], object]

    def once(self, find: Callable[[str], T]) -> T:
        """Return what `find` finds in `said`. It looks once, however many ask."""
        if find in self.found:
            return self.found[find]  # type: ignore[return-value]  # found by the same function
        found = self.found[find] = find(self.said)
        return found


def in_words(text: str, lexicon: Lexicon) -> Wrote:
    """Split and spell out a text."""
    words = normalise(text := bien_spelled(text))
    return Wrote(text, words, " ".join(words.tokens), in_full(" ".join(lexicon.spelled(text))), lexicon, {})
