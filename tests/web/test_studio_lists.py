"""Word lists: the agency's own words beside the shipped ones, by language, in the draft until published."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from markupsafe import escape
from werkzeug.test import TestResponse

from bot.actions.content import ContentActions
from bot.content.draft import LISTS
from bot.content.editions import EntryName
from bot.content.plain_language import Kind, shipped
from bot.web.studio.word_lists import LONGEST
from tests.support.staff import Team, post

PAGE = "/studio/lists"
JARGON = EntryName("en", LISTS, "jargon")
LATER = EntryName("en", "messages", "welcome.later")


def keep(
    editor: FlaskClient, words: ContentActions, lines: str, name: EntryName = JARGON, seen: str | None = None
) -> TestResponse:
    """Send the form of one list, as it was `seen`, or as it is now."""
    seen = words.entry(name).mark if seen is None else seen
    return post(editor, PAGE, PAGE, language=name.language, key=name.key, seen=seen, lines=lines)


def test_only_editors_open_it(team: Team) -> None:
    assert team.inside(team.person("caseworker")).get(PAGE).status_code == 403


@pytest.mark.parametrize("language", ["en", "es"])
def test_shipped_words_are_shown_read_only(editor: FlaskClient, language: str) -> None:
    page = editor.get(f"{PAGE}?language={language}").text
    for kind in Kind:
        for word in shipped(language, kind):
            assert f"<li>{escape(word)}</li>" in page


def test_own_words_wait_in_the_draft_and_are_checked_there(editor: FlaskClient, words: ContentActions) -> None:
    assert keep(editor, words, "stakeholder\n\n  Care   plan \nclient\nstakeholder").status_code == 303
    assert words.entry(JARGON).value == ["stakeholder", "care plan"]
    assert words.edition().number == 0
    words.save_draft(LATER, words.entry(LATER).mark, {"text": "Text any time for a care plan."}, "ana")
    assert any('"care plan" is jargon' in one.says for one in words.findings())
    assert "stakeholder" in editor.get(PAGE).text


def test_empty_form_removes_own_words(editor: FlaskClient, words: ContentActions) -> None:
    keep(editor, words, "stakeholder")
    assert keep(editor, words, "  ").status_code == 303
    assert words.draft() == {}


def test_conflict_shows_both_and_overwrites_nothing(editor: FlaskClient, words: ContentActions) -> None:
    seen = words.entry(JARGON).mark
    keep(editor, words, "stakeholder")
    answer = keep(editor, words, "cohort", seen=seen)
    assert answer.status_code == 409
    assert "cohort" in answer.text and "stakeholder" in answer.text
    assert words.entry(JARGON).value == ["stakeholder"]


def test_too_many_words_are_refused_with_reason_and_input(editor: FlaskClient, words: ContentActions) -> None:
    answer = keep(editor, words, "x" * (LONGEST + 1))
    assert answer.status_code == 422
    assert f"of {LONGEST} letters each" in answer.text and "x" * LONGEST in answer.text


@pytest.mark.parametrize(("language", "kind"), [("xx", "jargon"), ("en", "secrets")])
def test_unknown_list_is_refused(editor: FlaskClient, words: ContentActions, language: str, kind: str) -> None:
    assert keep(editor, words, "word", EntryName(language, LISTS, kind), seen="").status_code == 400
