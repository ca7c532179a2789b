"""The studio's doors: who may come in, what is kept and checked, what stops an edition, and the way back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.actions.content import WordsDesk
from bot.config.settings import Settings
from bot.content.editions import Name
from bot.runtime.build import build
from bot.server.embedded_redis import embedded_redis
from bot.staff.accounts import Staff
from bot.staff.audit import Verb
from bot.web import create_app
from bot.web.studio.base import STUDIO
from tests.support.staff import Team, mark
from tests.support.studio import PAGE, draft_form, form_of, keep, publish

LATER = Name("en", "messages", "welcome.later")
SPANISH = LATER._replace(language="es")
HELLO = Name("en", "messages", "welcome.hello")
SHORTER = "That's ok. Text any time, and we can start fresh."
CORTO = "No hay problema. Escribe cuando quieras."


@pytest.fixture
def served(settings: Settings, tmp_path) -> Iterator[Flask]:
    """An app on a Redis of its own: the words belong to everybody who shares one."""
    with embedded_redis(tmp_path) as url:
        conversation = build(replace(settings, redis_url=url))
        yield create_app(conversation=conversation)
        conversation.parts.store.close()


@pytest.fixture
def words(conversation) -> WordsDesk:
    """The desk that the pages stand on."""
    return WordsDesk(conversation.parts)


@pytest.fixture
def team(served: Flask, conversation) -> Team:
    """Its colleagues: none yet."""
    return Team(served, conversation.parts.store.staff)


@pytest.fixture
def ana(team: Team) -> Staff:
    """An editor, and nothing else."""
    return team.person("editor", name="Ana")


@pytest.fixture
def editor(team: Team, ana: Staff) -> FlaskClient:
    """Ana's browser."""
    return team.inside(ana)


@pytest.fixture
def second(team: Team) -> FlaskClient:
    """Another editor's."""
    return team.inside(team.person("editor", name="Ben"))


@pytest.mark.parametrize("roles", [("caseworker",), ("lead",), ("lead", "caseworker")])
def test_who_is_no_editor_sees_no_words_and_no_way_to_them(team: Team, roles: tuple[str, ...]) -> None:
    client = team.inside(team.person(*roles))
    for path in ("/studio", PAGE, "/studio/draft", "/studio/editions", "/studio/editions/difference"):
        assert client.get(path).status_code == 403
    assert "/studio" not in client.get("/staff/account").text


def test_an_editor_starts_in_the_studio_and_sees_no_case(editor: FlaskClient) -> None:
    assert editor.get("/staff").location == "/studio"
    assert editor.get("/console").status_code == 403


def test_every_page_of_the_studio_shows_where_one_is(served: Flask) -> None:
    ends = {
        rule.endpoint.removeprefix("studio.") for rule in served.url_map.iter_rules() if rule.endpoint[:7] == "studio."
    }
    no_pages = {"check", "translation_file"}
    assert sorted(ends - no_pages) == sorted(end for way in STUDIO for end in (way.endpoint, *way.also))


def test_the_map_shows_every_entry_and_each_has_its_page(editor: FlaskClient) -> None:
    links = set(re.findall(r'href="(/studio/message/[^"]+)"', editor.get("/studio").text))
    assert len(links) > 250
    for section in ("messages", "remarks", "labels", "needs", "pieces"):
        path = next(link for link in sorted(links) if f"/{section}/" in link)
        assert editor.get(path).status_code == 200
    for link in set(
        re.findall(r'href="(/studio/message/[^"]+)"', editor.get("/studio/message/messages/welcome.hello").text)
    ):
        assert link in links
    for path in ("/studio/message/messages/no.such", "/studio/message/messages/welcome.start", "/studio/message/x/y"):
        assert editor.get(path).status_code == 404


def test_a_search_finds_words_in_all_languages_and_in_the_draft(editor: FlaskClient) -> None:
    assert PAGE in editor.get("/studio?q=puedes+BORRAR").text.split('class="drawn')[0]
    assert "No results" in editor.get("/studio?q=zebra").text
    keep(editor, en_text="Text any time about a zebra.")
    assert PAGE in editor.get("/studio?q=zebra").text.split('class="drawn')[0]
    keep(editor, en_text="Die Straße, the STREET of a zebra.")
    for wanted in ("street", "straße"):
        marked = re.findall(r"<mark[^>]*>([^<]*)</mark>", editor.get("/studio", query_string={"q": wanted}).text)
        assert wanted in map(str.lower, marked)
        assert {found.lower() for found in marked} == {wanted}


def test_both_languages_are_kept_in_the_draft_and_only_what_was_changed(editor: FlaskClient, words: WordsDesk) -> None:
    assert keep(editor).status_code == 303
    assert words.draft() == {}
    answer = keep(editor, en_text=SHORTER, es_text=CORTO)
    assert answer.location.endswith(f"{PAGE}?kept=2")
    assert {name: one.value for name, one in words.draft().items()} == {
        LATER: {"text": SHORTER},
        SPANISH: {"text": CORTO},
    }
    assert words.edition().number == 0


@pytest.mark.parametrize(("entry", "typed", "kept"), [
    ("labels/go_on", {"en_text": "Carry on"}, "Carry on"),
    ("needs/food", {"en_said": "a meal"}, {"said": "a meal"}),
    ("pieces/and", {"en_text": "plus"}, "plus"),
    ("remarks/unclear.rephrase", {"en_bland": "Say that again."}, {"bland": "Say that again."}),
    ("messages/welcome.again", {"en_choices.go_on": "Same as before"}, {"choices": {"go_on": "Same as before"}}),
])  # fmt: skip
def test_every_kind_of_entry_is_written_by_its_form(
    editor: FlaskClient, words: WordsDesk, entry: str, typed: dict[str, str], kept: object
) -> None:
    section, key = entry.split("/")
    before = words.entry(Name("en", section, key)).value
    assert keep(editor, f"/studio/message/{entry}", **typed).status_code == 303
    ((name, drafted),) = words.draft().items()
    assert name == Name("en", section, key)
    if isinstance(kept, dict) and "choices" in kept:
        kept = {"choices": {**before["choices"], **kept["choices"]}}
    assert drafted.value == ({**before, **kept} if isinstance(kept, dict) else kept)


def test_an_entry_that_has_no_words_is_refused_and_the_page_says_so(editor: FlaskClient, words: WordsDesk) -> None:
    answer = keep(editor, "/studio/message/labels/go_on", en_text="  ", es_text="Sigue")
    assert answer.status_code == 422
    assert "expected words here" in answer.text
    assert list(words.draft()) == [Name("es", "labels", "go_on")]


def test_typing_is_checked_without_being_kept(editor: FlaskClient, words: WordsDesk) -> None:
    form = form_of(editor) | {"en.text": "Text ((nobody)) about the abuse… Why? Now?"}
    told = editor.post("/studio/check", data=form).get_json()
    said = [one["says"] for one in told["findings"] if one["severity"] == "error"]
    assert [any(part in one for one in said) for part in ("((nobody))", '"abuse"', "more than one question")] == [
        True
    ] * 3
    assert any(one["letters"] == ["…"] for one in told["findings"])
    assert "These letters take extra space" in told["said"]["en"] and "about the abuse" in told["said"]["en"]
    assert words.draft() == {}


def test_the_check_button_does_the_same_without_a_script(editor: FlaskClient, words: WordsDesk) -> None:
    answer = keep(editor, act="check", en_text="Text <b>any</b> time ((nobody)).")
    assert answer.status_code == 200
    assert "((nobody)) cannot be used here" in answer.text
    assert "Text &lt;b&gt;any&lt;/b&gt; time ((nobody)).</textarea>" in answer.text
    assert words.draft() == {}


def test_a_label_that_breaks_another_message_says_where(editor: FlaskClient) -> None:
    form = form_of(editor, "/studio/message/labels/go_on") | {"en.text": "STOP"}
    told = editor.post("/studio/check", data=form).get_json()
    assert "/studio/message/messages/" in told["elsewhere"]


def test_what_was_typed_is_not_lost_when_somebody_was_quicker(
    editor: FlaskClient, second: FlaskClient, words: WordsDesk
) -> None:
    mine = form_of(editor) | {"en.text": "My own words.", "es.text": CORTO, "act": "keep"}
    keep(second, en_text="Their own words.")
    answer = editor.post(PAGE, data=mine)
    assert answer.status_code == 409
    assert "My own words.</textarea>" in answer.text
    assert re.search(r"<del>.*No problem.*</del>", answer.text) and "Their" in answer.text
    assert words.entry(LATER).value["text"] == "Their own words."
    assert words.entry(SPANISH).value["text"] == CORTO
    seen = dict(re.findall(r'name="(seen\.\w+)" value="(\w+)"', answer.text))
    theirs = editor.post(PAGE, data=mine | seen | {"act": "theirs:en"})
    assert "Their own words.</textarea>" in theirs.text
    assert "My own words." in theirs.text
    assert editor.post(PAGE, data=mine | seen).status_code == 303
    assert words.entry(LATER).value["text"] == "My own words."


def test_what_is_published_and_what_ships_can_be_put_back(editor: FlaskClient, words: WordsDesk) -> None:
    ships = words.entry(LATER).value["text"]
    keep(editor, en_text=SHORTER, es_text=CORTO)
    publish(editor)
    keep(editor, en_text="Another.")
    answer = keep(editor, act="published:en", es_text="Otra cosa.")
    assert f"{SHORTER.replace(chr(39), '&#39;')}</textarea>" in answer.text and "Otra cosa.</textarea>" in answer.text
    assert words.draft() == {}
    assert f"{ships}</textarea>" in keep(editor, act="shipped:en").text
    assert words.draft() == {}


def test_errors_and_warnings_without_a_reason_stop_the_edition_and_then_it_goes_out(
    editor: FlaskClient, words: WordsDesk, conversation, ana: Staff
) -> None:
    keep(editor, en_text="Text any time ((nobody)).")
    assert publish(editor).status_code == 422
    keep(editor, en_text=SHORTER)
    assert publish(editor, **{f"reason.{LATER}": " "}).status_code == 422
    assert publish(editor, why=" ").status_code == 422
    assert words.edition().number == 0
    audit = conversation.parts.store.staff.audit
    noted = [link.entry for _, link in audit.page(0, 50) if link]
    assert Verb.WORDS_PUBLISHED not in {entry.what for entry in noted}
    assert publish(editor).location == "/studio/editions?published=1"
    entry = next(link.entry for _, link in audit.page(0, 50) if link and link.entry.what is Verb.WORDS_PUBLISHED)
    assert (entry.who, entry.on) == (ana.id, "edition:1")
    assert conversation.parts.newest().catalog.language("en").sheet.messages["welcome.later"].text == SHORTER
    shown = editor.get("/studio/editions").text
    assert "Ana" in shown and "calmer" in shown


def test_pinned_words_wait_for_somebody_else(editor: FlaskClient, second: FlaskClient, words: WordsDesk) -> None:
    text = words.entry(HELLO).value["text"].replace("Is now ok to text?", "Is it ok now?")
    keep(editor, "/studio/message/messages/welcome.hello", en_text=text)
    look = f"look:{HELLO}"
    assert look not in editor.get("/studio/draft").text
    assert publish(editor).status_code == 422
    seen = {f"seen.{HELLO}": words.entry(HELLO).mark}
    assert publish(editor, act=look, **seen).status_code == 409
    assert look in second.get("/studio/draft").text
    assert publish(second, act=look, **{f"seen.{HELLO}": "0" * 16}).status_code == 409
    assert publish(second, act=look, **seen).status_code == 200
    assert publish(editor).status_code == 303
    assert "approved by Ben" in editor.get("/studio/editions").text


def test_what_a_page_did_not_show_is_neither_published_nor_dropped(
    editor: FlaskClient, second: FlaskClient, words: WordsDesk
) -> None:
    keep(editor, en_text=SHORTER, es_text=CORTO)
    old = draft_form(editor) | {"why": "calmer"}
    keep(second, en_text="Ok. Text any time.")
    assert editor.post("/studio/draft", data=old | {"act": "publish"}).status_code == 409
    assert editor.post("/studio/draft", data=old | {"act": f"drop:{LATER}"}).status_code == 409
    assert keep(editor, act="published:en", seen_en=old[f"seen.{LATER}"]).status_code == 200
    assert (words.edition().number, words.draft()[LATER].value["text"]) == (0, "Ok. Text any time.")
    assert publish(editor).status_code == 303


def test_keeping_an_entry_as_it_is_leaves_it_whose_it_was_and_looked_at(words: WordsDesk) -> None:
    text = words.entry(HELLO).value["text"].replace("Is now ok to text?", "Is it ok now?")
    written = words.put(HELLO, words.entry(HELLO).mark, {"text": text}, "ana")
    words.look_at({HELLO: words.entry(HELLO).mark}, "ben")
    again = words.put(HELLO, words.entry(HELLO).mark, {"text": text}, "ben")
    assert (again.by, again.seen_by) == (written.by, "ben") == ("ana", "ben")


def test_an_entry_can_be_dropped_from_the_draft(editor: FlaskClient, words: WordsDesk) -> None:
    keep(editor, en_text=SHORTER, es_text=CORTO)
    assert publish(editor, act=f"drop:{LATER}").status_code == 200
    assert list(words.draft()) == [SPANISH]
    assert publish(editor, act="drop:nothing").status_code == 400


def test_going_back_shows_what_changes_wants_a_why_and_restores(editor: FlaskClient, words: WordsDesk) -> None:
    ships = words.entry(LATER).value["text"]
    keep(editor, en_text=SHORTER)
    publish(editor)
    page = editor.get("/studio/editions/difference?from=1&to=0").text
    assert "<ins>" in page and "problem. You can delete this." in page
    form = {"mark": mark(editor, "/studio/draft"), "to": "0", "newest": "1"}
    assert editor.post("/studio/editions/back", data=form).status_code == 422
    assert editor.post("/studio/editions/back", data=form | {"why": "as it was", "newest": "0"}).status_code == 409
    assert editor.post("/studio/editions/back", data=form | {"why": "as it was"}).status_code == 303
    assert words.entry(LATER).value["text"] == ships
    assert [one.why for one in words.history()] == ["as it was", "calmer"]
    assert editor.get("/studio/editions/difference?from=2&to=9").status_code == 404


def test_pages_show_what_another_process_published(
    served: Flask, editor: FlaskClient, settings: Settings, conversation
) -> None:
    other = WordsDesk(build(conversation.parts.settings).parts)
    other.put(LATER, other.entry(LATER).mark, {"text": SHORTER}, "x")
    other.publish("x", "elsewhere", {str(LATER): "ok"})
    assert SHORTER.replace("'", "&#39;") in editor.get(PAGE).text
