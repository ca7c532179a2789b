"""Live content: keeps the messages of this process up to date with the published edition.

Every turn reads the number of that edition. An entry that does not fit gives way to the shipped one, so no edition
can break a turn.
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
from bot.content.language_file import LanguageFile
from bot.content.overlay import sheets_of
from bot.content.readiness import missing_for_release
from bot.content.vocabulary import Problem, Vocabulary
from bot.errors import LogSafe, StoreUnavailable, safe_location
from bot.store.content import ContentStore
from bot.understanding import Lexicon, normalise

log = logging.getLogger(__name__)

MOST_KEPT = 3
"""Lexicons kept beside the one in use: those of drafts that editors work on, since each takes long to build."""


@dataclass(frozen=True, slots=True)
class ContentSnapshot:
    """One edition of the content, ready for use. Its parts belong together."""

    edition: Edition
    catalog: Catalog
    lexicon: Lexicon
    hotlines: Hotlines


@dataclass(frozen=True, slots=True)
class Defaults:
    """What an edition is laid over: the shipped content, with an agency's own files over it."""

    sheets: dict[str, LanguageFile] = field(repr=False)
    vocabulary: Vocabulary | None = field(repr=False)
    hotlines: Hotlines = field(repr=False)
    must_review: bool = True
    """Offer a language that does not ship only when a native reader has seen every entry as it stands."""


class LiveContent:
    """Holds the edition in use. Safe to share between threads."""

    def __init__(self, store: ContentStore, shipped: Defaults) -> None:
        self._store, self.shipped = store, shipped
        lexicon = shipped.vocabulary.lexicon() if shipped.vocabulary else Lexicon.empty()
        self._held = ContentSnapshot(own_words.SHIPPED, Catalog(shipped.sheets), lexicon, shipped.hotlines)
        self._lock = threading.Lock()
        self._kept = lru_cache(maxsize=MOST_KEPT)(_lexicon_with)

    @property
    def now(self) -> ContentSnapshot:
        """The newest edition that this process knows. It never changes: a new edition is a new object."""
        return self._held

    def catch_up(self) -> None:
        """Load the newest edition and wait for it. Keep the current one while Redis does not answer."""
        with suppress(StoreUnavailable):
            self.at(self._store.newest(), wait=True)

    def at(self, number: int, *, wait: bool = False) -> None:
        """Load the edition of this number. Without `wait`, return at once when another thread is loading one."""
        if not self._is_news(number, wait) or not self._lock.acquire(blocking=wait):
            return
        try:
            if self._is_news(number, wait):
                self._take_over(number)
        except StoreUnavailable:
            log.warning("words: the new edition could not be read yet")
        finally:
            self._lock.release()

    def _is_news(self, number: int, is_sure: bool) -> bool:
        """Return whether to load it. A lower number may come from a slower turn: only a sure caller goes back."""
        held = self._held.edition.number
        return number != held if is_sure else number > held

    def _take_over(self, number: int) -> None:
        """Hold an edition. Hold the shipped content under its number when it cannot be read: no turn tries again."""
        problems: list[object] = []
        try:
            stored = self._store.edition(number) if number else None
            edition = own_words.load(stored) if stored else own_words.SHIPPED
            self._held = self.made(replace(edition, number=number), problems)
        except StoreUnavailable:
            raise
        except Exception as error:
            problems.append(f"cannot be read, the shipped words are used: {safe_location(error)}")
            self._held = self.made(replace(own_words.SHIPPED, number=number), [])
        for problem in problems:
            log.error("words: edition %d: %s", number, LogSafe(problem))

    def made(self, edition: Edition, problems: list[object]) -> ContentSnapshot:
        """Build an edition for use. The shipped entry replaces one that does not fit.

        Each such entry adds a line for the log to `problems`.
        """
        sheets, faults = sheets_of(self.shipped.sheets, edition.words, edition.lists)
        unfit: list[Problem] = []
        must = self.shipped.must_review
        sheets = {
            code: sheet
            for code, sheet in sheets.items()
            if code in self.shipped.sheets or not any(missing_for_release(code, edition, must_review=must))
        }
        catalog = Catalog(sheets)
        lexicon = self.lexicon(edition, catalog.added, unfit)
        problems += [*faults, *unfit]
        return ContentSnapshot(edition, catalog, lexicon, self.hotlines(edition))

    def hotlines(self, edition: Edition) -> Hotlines:
        """Return the hotlines with the days on which staff tried them, as of an edition."""
        return self.shipped.hotlines.checked_on(tried(edition))

    def lexicon(self, edition: Edition, added: Added, problems: list[Problem]) -> Lexicon:
        """Return the lexicon of an edition: the current one, unless phrases or languages differ.

        A person who texts the name of a language that staff `added` is asked which language to go on in.
        """
        held, vocabulary = self._held, self.shipped.vocabulary
        if vocabulary is None or (edition.phrases, added) == (held.edition.phrases, held.catalog.added):
            return held.lexicon
        lexicon, faults = self._kept(vocabulary, json.dumps(edition.phrases), added)
        problems += faults
        return lexicon


def _lexicon_with(vocabulary: Vocabulary, phrases: str, added: Added) -> tuple[Lexicon, tuple[Problem, ...]]:
    """Return the extended lexicon and its problems. `phrases` are JSON, so that they can be a cache key."""
    names = {code: {"alone": {"language": [" ".join(normalise(name).tokens)]}} for code, name in added}
    problems: list[Problem] = []
    for more in (json.loads(phrases), names):
        vocabulary = vocabulary.with_more(more)
        problems += vocabulary.problems
    lexicon = vocabulary.lexicon()
    return lexicon, (*problems, *vocabulary.problems)
