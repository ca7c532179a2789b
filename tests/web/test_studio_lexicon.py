"""Phrases: shipped ones are fixed, editors' ones are checked before they are saved, and any text can be tried."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.actions.content import ContentActions
from bot.content.editions import EntryName
from bot.runtime.runtime import Runtime
from tests.support.staff import Team, post

PAGE = "/studio/lexicon"
SELF_HARM = EntryName("en", "phrases.within", "self_harm")
PERSON = EntryName("en", "phrases.within", "person")
NOT_NOW = EntryName("en", "phrases.alone", "not_now")
FOOD = EntryName("en", "phrases.needs", "food")


def keep(
    editor: FlaskClient, words: ContentActions, lines: str, name: EntryName = SELF_HARM, seen: str | None = None
) -> TestResponse:
    """Send the form of one meaning, as it was `seen`, or as it is now."""
    seen = words.entry(name).mark if seen is None else seen
    named = {"language": name.language, "section": name.section, "key": name.key}
    return post(editor, PAGE, "/studio/lists", seen=seen, lines=lines, **named)


def heard(editor: FlaskClient, text: str, state: str = "needs.ask", language: str = "en") -> str:
    """Return what the try-out box says of a text."""
    answer = post(editor, f"{PAGE}/read", "/studio/lists", text=text, state=state, language=language)
    assert answer.status_code == 200
    return answer.text.partition('<div class="heard"')[2].partition("</div>\n</section>")[0]


def test_only_editors_open_it(team: Team) -> None:
    assert team.inside(team.person("caseworker")).get(PAGE).status_code == 403


@pytest.mark.parametrize("group", ["danger", "answers", "needs", "short"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_group_shows_shipped_phrases(editor: FlaskClient, group: str, language: str) -> None:
    page = editor.get(f"{PAGE}?group={group}&language={language}")
    assert page.status_code == 200
    assert "built in" in page.text


def test_new_phrase_waits_in_the_draft_and_works_in_the_try_box(
    editor: FlaskClient, words: ContentActions, runtime: Runtime
) -> None:
    text = "gonna yeet myself"
    assert "Self-harm or suicide" not in heard(editor, text)
    assert keep(editor, words, text).status_code == 303
    assert "Self-harm or suicide" in heard(editor, text) and "safety.self_harm" in heard(editor, text)
    assert runtime.content.now.edition.number == 0
    assert text in editor.get(PAGE).text


REFUSED = [
    (SELF_HARM, "(foo", "without its"),
    (SELF_HARM, "<nobody> fell", "no group"),
    (EntryName("en", "phrases.short", "kms"), "some kilometers", "means something already"),
    (EntryName("en", "phrases.short", "wont"), "will happily", "means something already"),
    (EntryName("en", "phrases.within", "share"), "ok", "it agrees to something"),
    (EntryName("en", "phrases.within", "erase"), "the", "it agrees to something"),
    (NOT_NOW, "cancel", "the carriers take"),
    (PERSON, "i", "would be read as"),
    (PERSON, "columbus", "A test conversation would change"),
    (EntryName("en", "phrases.within", "medical"), "kill myself", "instead of &#34;self harm&#34;"),
    (EntryName("en", "phrases.short", "stop"), "halt", "is a carrier word"),
    (EntryName("en", "phrases.short", "two words"), "halt", "use one word"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "line", "says"), REFUSED)
def test_harmful_phrase_is_refused_with_the_reason(
    editor: FlaskClient, words: ContentActions, name: EntryName, line: str, says: str
) -> None:
    answer = keep(editor, words, line, name)
    assert answer.status_code == 422
    assert words.draft() == {}
    assert says in answer.text


@pytest.mark.parametrize("key", ["no_such", "stop", "start", "cover"])
def test_unknown_or_carrier_meaning_is_refused(editor: FlaskClient, words: ContentActions, key: str) -> None:
    assert keep(editor, words, "enough of it", EntryName("en", "phrases.within", key)).status_code == 400
    assert words.draft() == {}


@pytest.mark.parametrize(("name", "line"), [(FOOD, "munchies"), (EntryName("en", "phrases.short", "bodega"), "store")])
def test_harmless_phrase_is_saved(editor: FlaskClient, words: ContentActions, name: EntryName, line: str) -> None:
    assert keep(editor, words, line, name).status_code == 303
    assert words.entry(name).value == [line]


def test_own_phrases_can_be_removed_but_not_shipped_ones(
    editor: FlaskClient, words: ContentActions, runtime: Runtime
) -> None:
    keep(editor, words, "munchies", FOOD)
    assert keep(editor, words, "", FOOD).status_code == 303
    assert words.draft() == {}
    assert "food" in heard(editor, "need food").lower()


def test_conflict_shows_both_and_overwrites_nothing(editor: FlaskClient, words: ContentActions) -> None:
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
        ("need a place 2 sleep 2nite", "needs.ask", "Needs", "needs.area"),
        ("i took too many pills", "options.offer", "A medical emergency", "safety.medical"),
        ("qwxz", "needs.ask", "Not understood", "unclear.rephrase"),
        ("weather", "needs.ask", "Cover", "safety.cover"),
    ],
)
def test_try_box_shows_interpretation_and_target_state(
    editor: FlaskClient, text: str, state: str, read_as: str, leads_to: str
) -> None:
    told = heard(editor, text, state)
    assert f"<b>{read_as}</b>" in told
    assert leads_to in told


def test_every_listed_state_answers(editor: FlaskClient) -> None:
    offered = re.findall(r'<option value="(\w+\.\w+)"', editor.get(PAGE).text)
    assert {"welcome.hello", "needs.ask", "safety.medical"} < set(offered)
    for place in offered:
        assert "Leads to" in heard(editor, "hi", place), place


@pytest.mark.parametrize("state", ["no.such", "carrier.stopped", "privacy.forgotten", "welcome.start"])
def test_unreachable_state_is_refused(editor: FlaskClient, state: str) -> None:
    answer = post(editor, f"{PAGE}/read", "/studio/lists", text="hi", state=state, language="en")
    assert answer.status_code == 400
