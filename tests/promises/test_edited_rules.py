"""Edited texts: whatever an editor types is refused with a reason, or keeps every promise (promise 11).

The promises are those of test_rules.py: every test there that takes the `active` texts is run with edited ones.
"""

from __future__ import annotations

import datetime as dt
import inspect
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.content.catalog import Catalog
from bot.content.checks import Finding, Severity
from bot.content.draft import fit
from bot.content.editions import ABOUT, EntryName, Words, with_entries
from bot.content.findings import NO_COVER, CheckContext, findings
from bot.content.overlay import sheets_of, sheets_with
from bot.content.plain_language import Kind, Lists
from bot.content.rules import FORBIDDEN_WHEN_BLAND
from bot.errors import ContentError
from bot.runtime.runtime import Snapshot
from tests.promises import test_rules
from tests.support.added_language import entries
from tests.support.content import HOTLINES, SHIPPED
from tests.support.edits import SHEETS, Edit, edits
from tests.support.shipped import LEXICON

PROMISES: list[Callable[[Snapshot], None]] = [
    test
    for name, test in inspect.getmembers(test_rules, inspect.isfunction)
    if name.startswith("test_") and "active" in inspect.signature(test).parameters
]
# Hypothesis first generates the simplest example, so at least two are needed.
STEADY = settings(
    derandomize=True, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
FRENCH = "fr"
DAY = dt.date(2026, 11, 22)


@cache
def known() -> CheckContext:
    return CheckContext(LEXICON, HOTLINES, DAY, Lists(), NO_COVER)


def refused(words: Words, edit: Edit) -> list[Finding]:
    """Return the errors in the texts with this edit as the newest."""
    return [one for one in findings(sheets_with(SHEETS, words), [edit.name], known()) if one.severity is Severity.ERROR]


def accepted(tried: Iterable[Edit]) -> tuple[Words, int]:
    """Apply the edits that could be published, each on top of those before, and count the refused ones."""
    words: Words = {}
    out = 0
    for edit in tried:
        try:
            new = with_entries(words, [(edit.name, fit(edit.name, edit.value))])
        except ContentError as error:
            assert all(error.problems)
            out += 1
            continue
        found = refused(new, edit)
        assert all(one.says.endswith(".") and one.says.isprintable() for one in found), "a reason is a sentence"
        words, out = (words, out + 1) if found else (new, out)
    return words, out


def with_words(words: Words) -> Snapshot:
    """Return a snapshot in which these texts are published."""
    lists = {FRENCH: {Kind.NAMES: list(FORBIDDEN_WHEN_BLAND["es"])}}
    return replace(SHIPPED, catalog=Catalog(sheets_of(SHEETS, words, lists)[0]))


def keep_every_promise(active: Snapshot) -> None:
    for promise in PROMISES:
        promise(active)


def test_seven_promises_depend_on_texts() -> None:
    assert len(PROMISES) == 7


def test_edits_are_refused_with_a_reason_or_keep_every_promise() -> None:
    tally: Counter[str] = Counter()

    @settings(STEADY, max_examples=4)
    @given(tried=st.lists(edits(), min_size=30, max_size=30))
    def edition(tried: list[Edit]) -> None:
        words, out = accepted(tried)
        tally.update(refused=out, accepted=len(tried) - out)
        sheets, gave_way = sheets_of(SHEETS, words)
        assert gave_way == [] and sheets == sheets_with(SHEETS, words), "what was accepted is what is in use"
        keep_every_promise(with_words(words))

    edition()
    print(f"\n{dict(tally)}")
    assert tally["refused"] > 10 and tally["accepted"] > 10, tally


@settings(STEADY, max_examples=3)
@given(tried=st.lists(edits(), min_size=60, max_size=60))
def test_unchecked_edition_keeps_every_promise(tried: list[Edit]) -> None:
    keep_every_promise(with_words(with_entries({}, [(edit.name, edit.value) for edit in tried])))


def test_added_language_keeps_every_promise() -> None:
    tally: Counter[str] = Counter()

    @settings(STEADY, max_examples=3)
    @given(tried=st.lists(edits(), min_size=40, max_size=40))
    def language(tried: list[Edit]) -> None:
        own = with_entries({}, [*entries(FRENCH).items(), (EntryName(FRENCH, ABOUT, "language"), "Français")])
        for edit in tried:
            new = with_entries(own, [(edit.name._replace(language=FRENCH), edit.value)])
            is_offered = FRENCH in with_words(new).catalog.languages
            tally.update(offered=is_offered, not_offered=not is_offered)
            own = new if is_offered else own
        keep_every_promise(with_words(own))

    language()
    assert tally["offered"] > 10 and tally["not_offered"] > 10, tally
