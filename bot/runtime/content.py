"""The words as this process knows them, kept up with the published edition by the number that every turn reads.

What is published fits, or gives way to what ships: nothing here can break a turn.
"""

from __future__ import annotations

import json
import logging
import threading
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache

from bot.content import editions as own_words
from bot.content.catalog import Added, Catalog
from bot.content.editions import Edition, tried
from bot.content.hotlines import Hotlines
from bot.content.language_file import Sheet
from bot.content.overlay import sheets_of
from bot.content.readiness import lacks
from bot.content.vocabulary import Problem, Vocabulary
from bot.errors import StoreGone, where
from bot.store.content import WordsStore
from bot.understanding import Lexicon, normalise

log = logging.getLogger(__name__)

MOST_KEPT = 3
"""Lexicons besides that in use: of drafts that editors are at, since each takes long to make."""


@dataclass(frozen=True, slots=True)
class InUse:
    """One edition, ready for use, all of it together: a turn holds on to one of these."""

    edition: Edition
    catalog: Catalog
    lexicon: Lexicon
    hotlines: Hotlines


@dataclass(frozen=True, slots=True)
class Shipped:
    """What an edition is laid over: the words that ship, with an agency's own files over them."""

    sheets: dict[str, Sheet] = field(repr=False)
    vocabulary: Vocabulary | None = field(repr=False)
    hotlines: Hotlines = field(repr=False)
    must_review: bool = True
    """A language that does not ship is offered only when a native reader has seen every entry as it stands."""


class WordsInUse:
    """Holds the edition in use. Safe to share between threads."""

    def __init__(self, store: WordsStore, shipped: Shipped) -> None:
        self._store, self.shipped = store, shipped
        lexicon = shipped.vocabulary.lexicon() if shipped.vocabulary else Lexicon.empty()
        self._held = InUse(own_words.SHIPPED, Catalog(shipped.sheets), lexicon, shipped.hotlines)
        self._lock = threading.Lock()
        self._kept = lru_cache(maxsize=MOST_KEPT)(_lexicon_with)

    @property
    def now(self) -> InUse:
        """The newest edition that is known here."""
        return self._held

    def catch_up(self) -> None:
        """Read what is in use by now, and wait for it. What is known stays in use while Redis does not answer."""
        with suppress(StoreGone):
            self.at(self._store.newest(), wait=True)

    def at(self, number: int, *, wait: bool = False) -> None:
        """Take the edition of this number over, unless somebody is at it just now and one may not `wait`."""
        if not self._is_news(number, wait) or not self._lock.acquire(blocking=wait):
            return
        try:
            if self._is_news(number, wait):
                self._take_over(number)
        except StoreGone:
            log.warning("words: the new edition could not be read yet")
        finally:
            self._lock.release()

    def _is_news(self, number: int, is_sure: bool) -> bool:
        """Not what is held, nor what a slower turn read before that: only who is sure may go back to a lower one."""
        held = self._held.edition.number
        return number != held if is_sure else number > held

    def _take_over(self, number: int) -> None:
        """Hold an edition under its number; the shipped words where it cannot be read, which is not tried each turn."""
        problems: list[object] = []
        try:
            stored = self._store.edition(number) if number else None
            edition = own_words.load(stored) if stored else own_words.SHIPPED
            self._held = self.made(replace(edition, number=number), problems)
        except StoreGone:
            raise
        except Exception as error:
            problems.append(f"cannot be read, the shipped words are used: {where(error)}")
            self._held = self.made(replace(own_words.SHIPPED, number=number), [])
        for problem in problems:
            log.error("words: edition %d: %s", number, problem)

    def made(self, edition: Edition, problems: list[object]) -> InUse:
        """Make an edition ready for use. What in it does not fit gives way to the shipped words, and is added to
        `problems`: each is a line for the log.
        """
        sheets, faults = sheets_of(self.shipped.sheets, edition.words, edition.lists)
        unfit: list[Problem] = []
        must = self.shipped.must_review
        sheets = {
            code: sheet
            for code, sheet in sheets.items()
            if code in self.shipped.sheets or not any(lacks(code, edition, must_review=must))
        }
        catalog = Catalog(sheets)
        lexicon = self.lexicon(edition, catalog.added, unfit)
        problems += [*faults, *unfit]
        return InUse(edition, catalog, lexicon, self.hotlines(edition))

    def hotlines(self, edition: Edition) -> Hotlines:
        """The help lines as of an edition."""
        return self.shipped.hotlines.checked_on(tried(edition))

    def lexicon(self, edition: Edition, added: Added, problems: list[Problem]) -> Lexicon:
        """The lexicon of an edition: what was held before, unless something is added. Whoever texts the name of one of
        the languages that staff `added` is asked which one to go on in.
        """
        held, vocabulary = self._held, self.shipped.vocabulary
        if vocabulary is None or (edition.phrases, added) == (held.edition.phrases, held.catalog.added):
            return held.lexicon
        lexicon, faults = self._kept(vocabulary, json.dumps(edition.phrases), added)
        problems += faults
        return lexicon


def _lexicon_with(vocabulary: Vocabulary, phrases: str, added: Added) -> tuple[Lexicon, tuple[Problem, ...]]:
    """The lexicon with what is added, and what of that is not fit. `phrases` as JSON: so they can name what is kept."""
    names = {code: {"alone": {"language": [" ".join(normalise(name).tokens)]}} for code, name in added}
    problems: list[Problem] = []
    for more in (json.loads(phrases), names):
        vocabulary = vocabulary.with_more(more)
        problems += vocabulary.problems
    lexicon = vocabulary.lexicon()
    return lexicon, (*problems, *vocabulary.problems)
