"""All checks of shipped content: messages, hotlines, lexicon, rules. Used by `content check` and by CI."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bot.content.catalog import SHIPPED, load_sheets
from bot.content.checks import check_sheet
from bot.content.facts_file import load_facts
from bot.content.guide_sources import load_guide_sources
from bot.content.hotlines import load_hotlines
from bot.content.others import load_texts
from bot.content.overlay import load_words
from bot.content.preload import collector_paused
from bot.content.reporting import load_reporting
from bot.content.rules_file import faults
from bot.content.vocabulary import SHIPPED as LEXICON
from bot.content.vocabulary import read_vocabulary_once
from bot.errors import ContentError


def check_all(own: Path | None = None) -> list[str]:
    """Return all faults of the shipped content, or of an agency's own files in `own`, as lines of output."""
    if own is not None:
        return [*load_words(SHIPPED, own)[1], *_faults_of(lambda: load_reporting(own))]
    with collector_paused():
        return _faults_of_shipped()


def _faults_of_shipped() -> list[str]:
    sheets, places, problems = load_sheets()
    for code, sheet in sheets.items():
        problems += [one.line_in(places[code]) for one in check_sheet(code, sheet)]
    for load in (load_hotlines, load_texts, load_facts, load_guide_sources, load_reporting):
        problems += _faults_of(load)
    try:
        vocabulary = read_vocabulary_once(LEXICON)
    except ContentError as error:
        problems += error.problems
        vocabulary = None
    return list(dict.fromkeys(problems + faults(LEXICON, vocabulary)))  # without a lexicon, its faults are told twice


def _faults_of(load: Callable[[], object]) -> list[str]:
    try:
        load()
    except ContentError as error:
        return list(error.problems)
    return []
