"""Phrases: what ships stands, what editors add is checked before it is kept, and any text can be tried."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.actions.content import WordsDesk
from bot.content.editions import Name
from bot.conversation.engine import Conversation
from tests.support.staff import Team, post

PAGE = "/studio/lexicon"
SELF_HARM = Name("en", "phrases.within", "self_harm")
PERSON = Name("en", "phrases.within", "person")
NOT_NOW = Name("en", "phrases.alone", "not_now")
FOOD = Name("en", "phrases.needs", "food")


def keep(
    editor: FlaskClient, words: WordsDesk, lines: str, name: Name = SELF_HARM, seen: str | None = None
) -> TestResponse:
    """Send the form of one meaning, as it was `seen`, or as it stands."""
    seen = words.entry(name).mark if seen is None else seen
    named = {"language": name.language, "section": name.section, "key": name.key}
    return post(editor, PAGE, "/studio/lists", seen=seen, lines=lines, **named)


def heard(editor: FlaskClient, text: str, state: str = "needs.ask", language: str = "en") -> str:
    """What the box says of a text."""
    answer = post(editor, f"{PAGE}/read", "/studio/lists", text=text, state=state, language=language)
    assert answer.status_code == 200
    return answer.text.partition('<div class="heard"')[2].partition("</div>\n</section>")[0]


def test_only_editors_open_it(team: Team) -> None:
    assert team.inside(team.person("caseworker")).get(PAGE).status_code == 403


@pytest.mark.parametrize("group", ["danger", "answers", "needs", "short"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_group_shows_what_ships(editor: FlaskClient, group: str, language: str) -> None:
    page = editor.get(f"{PAGE}?group={group}&language={language}")
    assert page.status_code == 200
    assert "built in" in page.text


def test_a_phrase_waits_in_the_draft_and_the_box_hears_it_at_once(
    editor: FlaskClient, words: WordsDesk, conversation: Conversation
) -> None:
    text = "gonna yeet myself"
    assert "Self-harm or suicide" not in heard(editor, text)
    assert keep(editor, words, text).status_code == 303
    assert "Self-harm or suicide" in heard(editor, text) and "safety.self_harm" in heard(editor, text)
    assert conversation.parts.words.now.edition.number == 0
    assert text in editor.get(PAGE).text


REFUSED = [
    (SELF_HARM, "(foo", "without its"),
    (SELF_HARM, "<nobody> fell", "no group"),
    (Name("en", "phrases.short", "kms"), "some kilometers", "means something already"),
    (Name("en", "phrases.short", "wont"), "will happily", "means something already"),
    (Name("en", "phrases.within", "share"), "ok", "it agrees to something"),
    (Name("en", "phrases.within", "erase"), "the", "it agrees to something"),
    (NOT_NOW, "cancel", "the carriers take"),
    (PERSON, "i", "would be read as"),
    (PERSON, "columbus", "A test conversation would change"),
    (Name("en", "phrases.within", "medical"), "kill myself", "instead of &#34;self harm&#34;"),
    (Name("en", "phrases.short", "stop"), "halt", "is a carrier word"),
    (Name("en", "phrases.short", "two words"), "halt", "use one word"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "line", "says"), REFUSED)
def test_what_would_do_harm_is_refused_with_the_reason(
    editor: FlaskClient, words: WordsDesk, name: Name, line: str, says: str
) -> None:
    answer = keep(editor, words, line, name)
    assert answer.status_code == 422
    assert words.draft() == {}
    assert says in answer.text


@pytest.mark.parametrize("key", ["no_such", "stop", "start", "cover"])
def test_a_meaning_that_there_is_not_or_that_the_carriers_own_is_refused(
    editor: FlaskClient, words: WordsDesk, key: str
) -> None:
    assert keep(editor, words, "enough of it", Name("en", "phrases.within", key)).status_code == 400
    assert words.draft() == {}


@pytest.mark.parametrize(("name", "line"), [(FOOD, "munchies"), (Name("en", "phrases.short", "bodega"), "store")])
def test_a_harmless_one_is_kept(editor: FlaskClient, words: WordsDesk, name: Name, line: str) -> None:
    assert keep(editor, words, line, name).status_code == 303
    assert words.entry(name).value == [line]


def test_own_phrases_can_be_taken_out_again_and_what_ships_cannot(
    editor: FlaskClient, words: WordsDesk, conversation: Conversation
) -> None:
    keep(editor, words, "munchies", FOOD)
    assert keep(editor, words, "", FOOD).status_code == 303
    assert words.draft() == {}
    assert "food" in heard(editor, "need food").lower()


def test_who_comes_second_sees_both_and_overwrites_nothing(editor: FlaskClient, words: WordsDesk) -> None:
    seen = words.entry(FOOD).mark
    keep(editor, words, "munchies", FOOD)
    answer = post(
        editor, PAGE, "/studio/lists", language="en", section=FOOD.section, key="food", group="needs", seen=seen,
        lines="noms",
    )  # fmt: skip
    assert answer.status_code == 409
    assert "noms" in answer.text and "munchies" in answer.text
    assert words.entry(FOOD).value == ["munchies"]


@pytest.mark.parametrize(
    ("text", "state", "read_as", "leads_to"),
    [
        ("1", "welcome.hello", "Yes", "welcome.limits"),
        ("STOP", "needs.ask", "Stop", "carrier.stopped"),
        ("need a place 2 sleep 2nite", "needs.ask", "Needs", "needs.confirm"),
        ("i took too many pills", "options.offer", "A medical emergency", "safety.medical"),
        ("qwxz", "needs.ask", "Not understood", "unclear.rephrase"),
        ("weather", "needs.ask", "Cover", "safety.cover"),
    ],
)
def test_the_box_says_what_a_text_is_read_as_and_where_it_leads(
    editor: FlaskClient, text: str, state: str, read_as: str, leads_to: str
) -> None:
    told = heard(editor, text, state)
    assert f"<b>{read_as}</b>" in told
    assert leads_to in told


def test_every_place_that_is_offered_answers(editor: FlaskClient) -> None:
    offered = re.findall(r'<option value="(\w+\.\w+)"', editor.get(PAGE).text)
    assert {"welcome.hello", "needs.ask", "safety.medical"} < set(offered)
    for place in offered:
        assert "Leads to" in heard(editor, "hi", place), place


@pytest.mark.parametrize("state", ["no.such", "carrier.stopped", "privacy.forgotten", "welcome.start"])
def test_a_place_at_which_nobody_stands_is_refused(editor: FlaskClient, state: str) -> None:
    answer = post(editor, f"{PAGE}/read", "/studio/lists", text="hi", state=state, language="en")
    assert answer.status_code == 400
