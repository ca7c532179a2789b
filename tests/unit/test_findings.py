"""Findings in a language that is being written: faults as in shipped languages, but never missing entries."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from functools import cache

import pytest

from bot.content.checks import Finding, Severity
from bot.content.editions import EntryName, with_entries
from bot.content.findings import CheckContext, findings
from bot.content.hotlines import load_hotlines
from bot.content.overlay import sheets_with
from bot.content.plain_language import Lists
from tests.support.added_language import SHEETS, edition, entries
from tests.support.shipped import LEXICON

LATER = EntryName("fr", "messages", "welcome.later")
HELLO = EntryName("fr", "messages", "welcome.hello")
ENGLISH_LATER = LATER._replace(language="en")


@cache
def known() -> CheckContext:
    return CheckContext(LEXICON, load_hotlines(), dt.date(2026, 11, 22), Lists(), "order")


def of(written: dict[EntryName, object], changed: set[EntryName] | None = None) -> list[Finding]:
    sheets = sheets_with(SHEETS, with_entries({}, written.items()))
    return findings(sheets, written.keys() if changed is None else changed, known())


def said(written: dict[EntryName, object], name: EntryName, severity: Severity = Severity.ERROR) -> str:
    return " ".join(one.says for one in of(written) if one.name == name and one.severity is severity)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        (LATER, {"text": "Quand tu veux ((nobody))."}, "((nobody)) cannot be used here."),
        (LATER, {"text": "Quand tu veux ((program"}, "a placeholder is not closed."),
        (LATER, {"text": ""}, "the text is empty."),
        (LATER, {"text": "Quand tu veux. " * 40}, "segments (GSM-7)"),
        (LATER, {"text": "Appelle le 800-555-0199."}, "800-555-0199 is not in the list of help lines."),
        (LATER, {"text": "Appelle le 555/867/5309."}, "555/867/5309 is not in the list of help lines."),
        (LATER, {"text": "Appelle le 555:867:5309."}, "555:867:5309 is not in the list of help lines."),
        (LATER, {"text": "Appelle le 1800RUNAWAY."}, "1800RUNAWAY is not in the list of help lines."),
        (LATER, {"text": "Quand ? Et comment ?"}, "more than one question."),
        (HELLO, {"text": "Bonjour. HELP, STOP."}, "((program)) is missing."),
        (HELLO, {"text": "Bonjour, ((program)). HELP."}, '"STOP" is missing.'),
        (EntryName("fr", "pieces", "and"), "et", '"et" needs a space before and after'),
        (EntryName("fr", "labels", "yes"), "STOP", 'is heard as "stop".'),
        (EntryName("fr", "labels", "yes"), "I took pills", 'is heard as "medical".'),
        (EntryName("fr", "fallback", "fallback"), {"text": "Une panne."}, "((crisis)) is missing."),
    ],
)
def test_single_entry_is_checked_by_itself(name: EntryName, value: object, says: str) -> None:
    assert says in said({name: value}, name), of({name: value})


@pytest.mark.parametrize("seed", [12, 29])  # orders in which needs of equal length once made a sentence too long
def test_findings_do_not_depend_on_the_stored_order(seed: int) -> None:
    whole = list(entries().items())
    told = of(dict(whole), set())
    for turn in range(seed + 1):
        random.Random(turn).shuffle(whole)  # noqa: S311 - shuffles, not a secret
    assert of(dict(whole), set()) == told


def test_equal_choices_are_reported_where_they_are_offered() -> None:
    both = {EntryName("fr", "labels", key): "Pareil" for key in ("yes", "not_now")}
    told = {one.name.section: one.says for one in of(both)}
    assert told["messages"] == 'choices 1 and 2 are both "Pareil". Make them differ.'
    assert 'is heard as "unclear". Use other words.' in told["labels"]


def test_ambiguous_label_is_reported_for_the_later_language() -> None:
    label = EntryName("fr", "labels", "yes")
    found = of({label: "Not now"})
    assert {one.name for one in found} == {label}
    assert all('is heard as "unclear"' in one.says or 'is heard as "not now"' in one.says for one in found), found


@pytest.mark.parametrize(
    "written",
    [
        {},
        {EntryName("fr", "about", "language"): "Français"},
        {LATER: {"text": "Quand tu veux."}},
        {EntryName("fr", "labels", "yes"): "D'accord"},
        {EntryName("fr", "needs", "food"): {"choice": "Manger", "said": "manger"}},
    ],
)
def test_unwritten_entries_are_no_error(written: dict[EntryName, object]) -> None:
    assert of(written) == []


def test_complete_language_reports_only_its_actual_faults() -> None:
    whole = entries()
    assert [one for one in of(whole) if one.severity is Severity.ERROR] == []
    broken = {**whole, LATER: {"text": "Quand tu veux ((nobody))."}}
    assert {one.name for one in of(broken) if one.severity is Severity.ERROR} == {LATER}


def test_english_change_warns_about_languages_left_behind() -> None:
    changed = {ENGLISH_LATER: {"text": "Text any time."}}
    lags = "Français may now be out of date."
    named = {EntryName("fr", "about", "language"): "Français"}
    sheets = sheets_with(SHEETS, with_entries({}, {**changed, **named, LATER: {"text": "Plus tard."}}.items()))
    assert any(one.says.startswith(lags) for one in findings(sheets, changed, known()))
    assert not any(one.says.startswith(lags) for one in findings(sheets, [ENGLISH_LATER, LATER], known()))
    assert lags not in said({**changed, **named}, ENGLISH_LATER, Severity.WARNING)


@pytest.mark.parametrize(
    ("code", "text", "warned"),
    [
        ("ar", "اكتب في أي وقت.", False),
        ("zh", "如果你现在不方便说话也没关系随时给我们发短信。", False),
        ("fr", "C’est bon.", True),
        ("fr", "Cœur et l’âme.", False),
    ],
)
def test_letters_of_the_language_cause_no_cost_warning(code: str, text: str, warned: bool) -> None:
    name = LATER._replace(language=code)
    assert bool(said({name: {"text": text}}, name, Severity.WARNING)) is warned


def test_cached_findings_are_not_reused_for_other_texts() -> None:
    name = EntryName("fr", "labels", "yes")
    for label in ("D'accord", "I took pills", "D'accord", "Not now"):
        assert bool(said({name: label}, name)) is (label != "D'accord")
    without = replace(known(), cover_word="ok")
    sheets = sheets_with(SHEETS, {})
    assert findings(sheets, [], known()) == [] != findings(sheets, [], without)


def test_faults_of_a_published_language_are_reported_without_a_draft() -> None:
    made = edition({**entries(), LATER: {"text": "((nobody))"}}, seen=True)
    assert {one.name for one in findings(sheets_with(SHEETS, made.words), [], known())} == {LATER}
