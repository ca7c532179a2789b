"""Builds a runtime from settings: the store, content, the lexicon, the directory, the clock.

Broken content or a broken directory does not keep a process from starting. It uses what loads and logs the rest;
the shipped fallback replaces what is missing (promise 8).
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from bot.config.settings import Settings
from bot.content.catalog import SHIPPED
from bot.content.common_words import load_folded
from bot.content.ear_file import load_ear
from bot.content.facts_file import load_facts
from bot.content.hotlines import Hotlines, load_hotlines
from bot.content.others import NO_TEXTS, load_others, load_texts
from bot.content.overlay import load_words
from bot.content.preload import collector_paused
from bot.content.reporting import FILE as REPORTING
from bot.content.reporting import NOTHING_KNOWN, Reporting, load_reporting
from bot.content.rules_file import load_rules_once
from bot.content.vocabulary import read_vocabulary_once
from bot.crypto import KeyRing
from bot.directory import regions as states
from bot.directory.area import find_area
from bot.directory.directory import Directory
from bot.directory.load import load_directory
from bot.errors import EarUnavailable, LogSafe, SettingsError, StoreUnavailable, ValidationErrors
from bot.runtime.clock import steady_now
from bot.runtime.content import Defaults, LiveContent
from bot.runtime.directory import LiveDirectory
from bot.runtime.measures import NOT_MEASURED, Measures
from bot.runtime.runtime import Runtime
from bot.store import Retention, Store
from bot.store.stop_journal import StopJournal
from bot.understanding.facts import Facts
from bot.understanding.hearing import Ear, Hearing
from bot.understanding.others import NO_OTHERS
from bot.understanding.rules import Rules

log = logging.getLogger(__name__)

T = TypeVar("T")


def build(settings: Settings, content: Path = SHIPPED) -> Runtime:
    """Build the runtime for these settings. Redis need not answer yet."""
    store = open_store(settings)
    hotlines = _or(lambda: load_hotlines(content / "hotlines.yaml"), Hotlines({}, {}))
    now = clock(settings, store)
    shipped = _or(partial(load_directory, region=settings.region, rules=settings.vetting, clock=now), Directory(()))
    directory = LiveDirectory(store.directory, shipped)
    directory.catch_up()
    sheets, problems = load_words(content, settings.content_dir)
    for problem in problems:
        log.error("words: %s", LogSafe(problem))
    vocabulary = _or(lambda: read_vocabulary_once(content / "lexicon"), None)
    others = _or(lambda: load_texts(content / "lexicon"), NO_TEXTS)
    listed = load_folded(content / "lexicon")
    words = LiveContent(store.words, Defaults(sheets, vocabulary, hotlines, settings.language_review_must))
    words.catch_up()
    return Runtime(
        settings=settings,
        store=store,
        clock=now,
        find_area=partial(find_area, home_region=settings.region, is_word=lambda name: not listed or name in listed),
        content=words,
        directory=directory,
        hearing=Hearing(
            lambda: _or(lambda: load_rules_once(content / "lexicon", vocabulary), Rules(())),
            partial(_ear, settings),
            _or(lambda: load_others(others, vocabulary, content / "lexicon"), NO_OTHERS),
            _or(lambda: load_facts(content / "lexicon", vocabulary.short if vocabulary else None), Facts()),
        ),
        others=others,
        reporting=_reporting(settings, content),
        measures=Measures(store.measures) if settings.metrics_token else NOT_MEASURED,
    )


def _reporting(settings: Settings, content: Path) -> Reporting:
    """Load the reporting law with the agency's own rows; if those are broken, the shipped ones, which say "may"."""
    shipped = content / REPORTING
    return _or(
        lambda: load_reporting(settings.content_dir, shipped), _or(lambda: load_reporting(path=shipped), NOTHING_KNOWN)
    )


def _ear(settings: Settings) -> Ear | None:
    """Load the local model. Without it the rules go on alone."""
    if not settings.local_model:
        return None
    try:
        return load_ear()
    except EarUnavailable as error:
        log.error("the local model is not loaded, rules go on alone: %s", LogSafe(error))
        return None


def open_store(settings: Settings) -> Store:
    """Open the store at the Redis of these settings. Connects on first use."""
    after = Retention(settings.case_days, settings.ledger_days)
    store = Store(settings.redis_url, KeyRing(settings.seal_keys), settings.lookup_key, settings.session_days, after)
    store.journal = StopJournal(settings.var_dir)
    return store


def refuse_unsaved(settings: Settings, store: Store) -> None:
    """Raise SettingsError when Redis would lose opt-outs and waiting cases: at a restart, or when its memory is full.

    A Redis that does not answer does not stop the start: the fallback replies until it does. Nor does one whose host
    forbids to ask.
    """
    if settings.demo or settings.allow_unsaved:
        return
    problems = []
    with suppress(StoreUnavailable):
        health = store.health()
        if health.append_only is False:
            problems.append(f"REDIS_URL: this Redis keeps nothing on disk; set `appendonly yes` {_THERE}")
        if health.evicts:
            problems.append(
                f"REDIS_URL: this Redis throws data away when its memory is full ({health.eviction}); "
                f"set `maxmemory-policy noeviction` {_THERE}"
            )
        for name, told in (("appendonly", health.append_only is not None), ("maxmemory-policy", health.eviction)):
            if not told:
                log.warning("this Redis does not tell its %s: not checked, see `flask --app app doctor`", LogSafe(name))
    if problems:
        raise SettingsError(problems)


_THERE = "there, or ALLOW_UNSAVED=1 here"


def warm(hearing: Hearing) -> None:
    """Load in the background what the first texts would wait seconds for: the places, the rules and the local model.

    Under gunicorn all of it was loaded before the processes forked, see `preload`; what is missing is logged here.
    """

    def unpack() -> None:
        with collector_paused():
            states.warm()
            _ = hearing.rules, hearing.ear

    threading.Thread(target=unpack, daemon=True).start()


def clock(settings: Settings, store: Store) -> Callable[[], int]:
    """Return a clock in epoch seconds; in demo mode the simulator can move it ahead, and each call reads Redis."""
    if settings.demo:
        return lambda: steady_now() + store.simulated.clock_offset()
    return steady_now


def _or(load: Callable[[], T], otherwise: T) -> T:
    try:
        return load()
    except ValidationErrors as error:
        for problem in error.problems:
            log.error("%s", LogSafe(problem))
        return otherwise
