"""What was made of the product's own words: a number, the label of a choice, a listed word that steers, such as "ok".

Most texts are one of these, and what they mean depends on the text and the question alone. So it is worked out once for
each question. Any other text is a person's own words, and nothing of it is kept beyond its turn.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

from bot.content.catalog import Catalog
from bot.conversation.meant_here.wrote import Wrote, in_words
from bot.flows.names import Answer
from bot.runtime.runtime import Snapshot
from bot.understanding.choices import NUMBERS
from bot.understanding.lexicon import Lexicon
from bot.understanding.own_words import Own, own_words
from bot.understanding.reader import CONTROLS
from bot.understanding.words import plain

T = TypeVar("T")

HIGHEST_NUMBER = 20
MOST_KEPT = 4_000
"""Ways to write such words that are kept, in upper case or with accents, so that nobody can fill the memory."""

_STEER = frozenset({Answer.YES, Answer.NO, Answer.MAYBE, *CONTROLS})

MOST_SETTINGS = 4
"""Ways to read the same content that are kept, such as in practice, which reads without the local model."""


class OneText:
    """One text, and what was made of it. Each thing is made once."""

    __slots__ = ("_lexicon", "_made", "_text")

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self._text, self._lexicon = text, lexicon
        self._made: dict[Hashable, object] = {}

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what `make` makes of the text. The key tells all that it depends on beside the text."""
        if key in self._made:
            return self._made[key]  # type: ignore[return-value]  # made by the same function
        made = self._made[key] = make()
        return made

    @property
    def own(self) -> Own:
        """The person's own words in it."""
        return self.once(Own, lambda: own_words(self._text))

    @property
    def wrote(self) -> Wrote:
        """The text in the forms in which it is read."""
        return self.once(Wrote, lambda: in_words(self._text, self._lexicon))


class OurWords:
    """The product's own words, and what was made of them. Safe to share between threads."""

    def __init__(self, catalog: Catalog, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._words = frozenset(
            {
                *map(str, range(HIGHEST_NUMBER + 1)),
                *NUMBERS,
                *map(plain, catalog.all_labels),
                *(word for word, answers in lexicon.answers.items() if word.isalpha() and answers <= _STEER),
            }
        )
        self._longest = max(map(len, self._words))
        self._kept: dict[str, OneText] = {}

    def of(self, text: str) -> OneText:
        """Return what is known of a text: nothing yet, unless it is one of our words."""
        kept = self._kept.get(text)
        if kept is None:
            kept = OneText(text, self._lexicon)
            if len(text) <= self._longest and plain(text) in self._words and len(self._kept) < MOST_KEPT:
                self._kept[text] = kept
        return kept


def our_words(snapshot: Snapshot) -> OurWords:
    """Return our words in a snapshot. They are kept with its catalog, and go when that goes.

    The key is everything that readings depend on beside the text and the session.
    """
    settings, kept = snapshot.settings, snapshot.catalog.kept
    read_by = (
        snapshot.lexicon, snapshot.hearing, snapshot.find_area, settings.region, settings.cover_word,
        settings.cover_word_es,
    )  # fmt: skip
    found = kept.get(read_by)
    if not isinstance(found, OurWords):
        if len(kept) >= MOST_SETTINGS:
            kept.clear()
        found = kept[read_by] = OurWords(snapshot.catalog, snapshot.lexicon)
    return found
