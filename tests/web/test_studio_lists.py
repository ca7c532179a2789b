"""Word lists: the staff's own words beside those that ship, by language, in the draft until they are published."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from markupsafe import escape
from werkzeug.test import TestResponse

from bot.actions.content import WordsDesk
from bot.content.draft import LISTS
from bot.content.editions import Name
from bot.content.plain_language import Kind, shipped
from bot.web.studio.word_lists import LONGEST
from tests.support.staff import Team, post

PAGE = "/studio/lists"
JARGON = Name("en", LISTS, "jargon")
LATER = Name("en", "messages", "welcome.later")


def keep(
    editor: FlaskClient, words: WordsDesk, lines: str, name: Name = JARGON, seen: str | None = None
) -> TestResponse:
    """Send the form of one list, as it was `seen`, or as it stands."""
    seen = words.entry(name).mark if seen is None else seen
    return post(editor, PAGE, PAGE, language=name.language, key=name.key, seen=seen, lines=lines)


def test_only_editors_open_it(team: Team) -> None:
    assert team.inside(team.person("caseworker")).get(PAGE).status_code == 403


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_ships_is_shown_and_cannot_be_changed(editor: FlaskClient, language: str) -> None:
    page = editor.get(f"{PAGE}?language={language}").text
    for kind in Kind:
        for word in shipped(language, kind):
            assert f"<li>{escape(word)}</li>" in page


def test_own_words_wait_in_the_draft_and_are_asked_about_there(editor: FlaskClient, words: WordsDesk) -> None:
    assert keep(editor, words, "stakeholder\n\n  Care   plan \nclient\nstakeholder").status_code == 303
    assert words.entry(JARGON).value == ["stakeholder", "care plan"]
    assert words.edition().number == 0
    words.put(LATER, words.entry(LATER).mark, {"text": "Text any time for a care plan."}, "ana")
    assert any('"care plan" is jargon' in one.says for one in words.findings())
    assert "stakeholder" in editor.get(PAGE).text


def test_an_empty_form_takes_the_own_words_out(editor: FlaskClient, words: WordsDesk) -> None:
    keep(editor, words, "stakeholder")
    assert keep(editor, words, "  ").status_code == 303
    assert words.draft() == {}


def test_who_comes_second_sees_both_and_overwrites_nothing(editor: FlaskClient, words: WordsDesk) -> None:
    seen = words.entry(JARGON).mark
    keep(editor, words, "stakeholder")
    answer = keep(editor, words, "cohort", seen=seen)
    assert answer.status_code == 409
    assert "cohort" in answer.text and "stakeholder" in answer.text
    assert words.entry(JARGON).value == ["stakeholder"]


def test_too_much_is_refused_with_the_reason_and_what_was_typed(editor: FlaskClient, words: WordsDesk) -> None:
    answer = keep(editor, words, "x" * (LONGEST + 1))
    assert answer.status_code == 422
    assert f"of {LONGEST} letters each" in answer.text and "x" * LONGEST in answer.text


@pytest.mark.parametrize(("language", "kind"), [("xx", "jargon"), ("en", "secrets")])
def test_a_list_that_there_is_not_is_refused(editor: FlaskClient, words: WordsDesk, language: str, kind: str) -> None:
    assert keep(editor, words, "word", Name(language, LISTS, kind), seen="").status_code == 400
