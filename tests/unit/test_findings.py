"""What is said of a language while somebody writes it: what is wrong, as for those that ship; never what is missing."""

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
from bot.content.vocabulary import load_lexicon
from tests.support.added_language import SHEETS, edition, entries

LATER = EntryName("fr", "messages", "welcome.later")
HELLO = EntryName("fr", "messages", "welcome.hello")
ENGLISH_LATER = LATER._replace(language="en")


@cache
def known() -> CheckContext:
    return CheckContext(load_lexicon(), load_hotlines(), dt.date(2026, 11, 22), Lists(), "order")


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
def test_an_entry_is_judged_as_soon_as_it_is_written_and_alone(name: EntryName, value: object, says: str) -> None:
    assert says in said({name: value}, name), of({name: value})


@pytest.mark.parametrize("seed", [12, 29])  # orders in which needs as long as each other once made a sentence too long
def test_what_is_said_does_not_depend_on_the_order_entries_are_stored_in(seed: int) -> None:
    whole = list(entries().items())
    told = of(dict(whole), set())
    for turn in range(seed + 1):
        random.Random(turn).shuffle(whole)  # noqa: S311 - an order, no secret
    assert of(dict(whole), set()) == told


def test_two_choices_alike_are_told_where_they_are_offered() -> None:
    both = {EntryName("fr", "labels", key): "Pareil" for key in ("yes", "not_now")}
    told = {one.name.section: one.says for one in of(both)}
    assert told["messages"] == 'choices 1 and 2 are both "Pareil". Make them differ.'
    assert 'is heard as "unclear". Use other words.' in told["labels"]


def test_a_label_like_another_languages_other_choice_is_told_of_the_language_that_came_later() -> None:
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
def test_what_is_not_written_yet_is_no_error(written: dict[EntryName, object]) -> None:
    assert of(written) == []


def test_a_whole_language_without_a_fault_has_no_error_and_one_fault_in_it_is_all_that_is_told() -> None:
    whole = entries()
    assert [one for one in of(whole) if one.severity is Severity.ERROR] == []
    broken = {**whole, LATER: {"text": "Quand tu veux ((nobody))."}}
    assert {one.name for one in of(broken) if one.severity is Severity.ERROR} == {LATER}


def test_english_that_changes_says_which_added_language_lags_behind_and_only_where_it_has_the_entry() -> None:
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
def test_the_letters_of_a_language_are_no_fault_of_who_writes_it(code: str, text: str, warned: bool) -> None:
    name = LATER._replace(language=code)
    assert bool(said({name: {"text": text}}, name, Severity.WARNING)) is warned


def test_what_is_kept_of_one_check_never_answers_for_other_words() -> None:
    name = EntryName("fr", "labels", "yes")
    for label in ("D'accord", "I took pills", "D'accord", "Not now"):
        assert bool(said({name: label}, name)) is (label != "D'accord")
    without = replace(known(), cover_word="ok")
    sheets = sheets_with(SHEETS, {})
    assert findings(sheets, [], known()) == [] != findings(sheets, [], without)


def test_a_published_edition_of_a_language_with_a_fault_is_told_without_a_draft() -> None:
    made = edition({**entries(), LATER: {"text": "((nobody))"}}, seen=True)
    assert {one.name for one in findings(sheets_with(SHEETS, made.words), [], known())} == {LATER}
