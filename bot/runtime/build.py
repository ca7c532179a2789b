"""Builds a conversation from settings: the store, the words, the lexicon, the directory, the clock.

Broken words or a broken directory do not keep it from starting: what loads is used, the rest is logged, and the
shipped fallback speaks for what is missing (promise 8).
"""

from __future__ import annotations

import gc
import logging
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from bot.config.settings import Settings
from bot.content.catalog import SHIPPED
from bot.content.hotlines import Hotlines, load_hotlines
from bot.content.overlay import load_words
from bot.content.vocabulary import read_vocabulary
from bot.conversation.engine import Conversation, Parts
from bot.conversation.placeholders import Wording
from bot.crypto import Ring
from bot.directory import regions as states
from bot.directory.area import find_area
from bot.directory.directory import Directory
from bot.directory.load import load_directory
from bot.errors import Problems, SettingsError, StoreGone
from bot.runtime.content import Shipped, WordsInUse
from bot.runtime.directory import DirectoryInUse
from bot.store import KeptAfter, Store

log = logging.getLogger(__name__)

T = TypeVar("T")


def build(settings: Settings, content: Path = SHIPPED) -> Conversation:
    """The conversation that these settings ask for. Redis need not answer yet."""
    store = open_store(settings)
    hotlines = _or(lambda: load_hotlines(content / "hotlines.yaml"), Hotlines({}, {}))
    now = clock(settings, store)
    directory = _or(partial(load_directory, region=settings.region, rules=settings.vetting, clock=now), Directory(()))
    in_use = DirectoryInUse(store.directory, directory)
    in_use.catch_up()
    sheets, problems = load_words(content, settings.content_dir)
    for problem in problems:
        log.error("words: %s", problem)
    vocabulary = _or(lambda: read_vocabulary(content / "lexicon"), None)
    words = WordsInUse(store.words, Shipped(sheets, vocabulary, hotlines, settings.language_review_must))
    words.catch_up()
    return Conversation(
        Parts(
            settings=settings,
            store=store,
            catalog=words.now.catalog,
            lexicon=words.now.lexicon,
            directory=directory,
            wording=Wording(settings, words.now.hotlines, directory),
            find_area=partial(find_area, home_region=settings.region),
            clock=now,
            in_use=in_use,
            words=words,
            edition=words.now.edition.number,
        )
    )


def open_store(settings: Settings) -> Store:
    """The store at the Redis of these settings."""
    after = KeptAfter(settings.case_days, settings.ledger_days)
    return Store(settings.redis_url, Ring(settings.seal_keys), settings.lookup_key, settings.session_days, after)


def refuse_unsaved(settings: Settings, store: Store) -> None:
    """Raise SettingsError when Redis keeps nothing on disk: a restart would lose who said STOP, and who waits.

    A Redis that does not answer is no reason not to start: the fallback speaks until it does.
    """
    if settings.demo or settings.allow_unsaved:
        return
    with suppress(StoreGone):
        if not store.health().append_only:
            raise SettingsError(
                ["REDIS_URL: this Redis keeps nothing on disk; set `appendonly yes` there, or ALLOW_UNSAVED=1 here"]
            )


def warm() -> None:
    """Unpack the list of places in the background, before somebody who names a city waits a second for it.

    What stands by then (words, lexicon, places) stays for good: the collector need not look at it in mid-turn.
    """

    def unpack() -> None:
        states.warm()
        gc.collect()
        gc.freeze()

    threading.Thread(target=unpack, daemon=True).start()


def clock(settings: Settings, store: Store) -> Callable[[], int]:
    """Seconds since the epoch; in demo mode as far ahead as the simulator's "two hours later" moved it."""
    if settings.demo:
        return lambda: int(time.time()) + store.simulated.clock_offset()
    return lambda: int(time.time())


def _or(load: Callable[[], T], otherwise: T) -> T:
    try:
        return load()
    except Problems as error:
        for problem in error.problems:
            log.error("%s", problem)
        return otherwise
