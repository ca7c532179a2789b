"""Studio: access, saving and checking, what stops an edition, and restoring."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.actions.content import ContentActions
from bot.config.settings import Settings
from bot.content.editions import EntryName
from bot.flows.guides import PAGE_KEYS
from bot.runtime.build import build
from bot.server.embedded_redis import embedded_redis
from bot.staff.accounts import Staff
from bot.staff.audit import Verb
from bot.web import create_app
from bot.web.studio.base import STUDIO
from bot.web.studio.transitions import sheet_part
from tests.support.staff import Team, mark
from tests.support.studio import PAGE, draft_form, form_of, keep, publish

LATER = EntryName("en", "messages", "welcome.later")
SPANISH = LATER._replace(language="es")
HELLO = EntryName("en", "messages", "welcome.hello")
SHORTER = "That's ok. Text any time, and we can start fresh."
CORTO = "No hay problema. Escribe cuando quieras."


@pytest.fixture
def served(settings: Settings, tmp_path) -> Iterator[Flask]:
    """Create an app on a Redis of its own, because content belongs to everybody who shares one."""
    with embedded_redis(tmp_path) as url:
        runtime = build(replace(settings, redis_url=url))
        yield create_app(runtime=runtime)
        runtime.store.close()


@pytest.fixture
def words(runtime) -> ContentActions:
    """Return the content actions behind the pages."""
    return ContentActions(runtime)


@pytest.fixture
def team(served: Flask, runtime) -> Team:
    """Return the app's team: no accounts yet."""
    return Team(served, runtime.store.staff)


@pytest.fixture
def ana(team: Team) -> Staff:
    """Create an editor without other roles."""
    return team.person("editor", name="Ana")


@pytest.fixture
def editor(team: Team, ana: Staff) -> FlaskClient:
    """Return Ana's browser."""
    return team.inside(ana)


@pytest.fixture
def second(team: Team) -> FlaskClient:
    """Return another editor's browser."""
    return team.inside(team.person("editor", name="Ben"))


@pytest.mark.parametrize("roles", [("caseworker",), ("lead",), ("lead", "caseworker")])
def test_studio_is_closed_to_non_editors(team: Team, roles: tuple[str, ...]) -> None:
    client = team.inside(team.person(*roles))
    for path in ("/studio", PAGE, "/studio/draft", "/studio/editions", "/studio/editions/difference"):
        assert client.get(path).status_code == 403
    assert "/studio" not in client.get("/staff/account").text


def test_editor_starts_in_the_studio_and_sees_no_case(editor: FlaskClient) -> None:
    assert editor.get("/staff").location == "/studio"
    assert editor.get("/console").status_code == 403


def test_every_studio_route_belongs_to_a_navigation_entry(served: Flask) -> None:
    ends = {
        rule.endpoint.removeprefix("studio.") for rule in served.url_map.iter_rules() if rule.endpoint[:7] == "studio."
    }
    no_pages = {"check", "translation_file"}
    assert sorted(ends - no_pages) == sorted(end for way in STUDIO for end in (way.endpoint, *way.also))


def test_map_links_to_a_page_for_every_entry(editor: FlaskClient) -> None:
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


def test_page_of_a_guide_is_shown_as_sent_with_what_it_rests_on(editor: FlaskClient) -> None:
    first, last = (editor.get(f"/studio/message/remarks/guide.panic.{page}").text for page in (1, 3))
    assert "1 More\n2 Look for help" in first and "1 Look for help" in last
    assert "NHS Dorset" in first and "2026-11-27" in first and "reviewed this guide yet" in unescape(first)
    assert "General knowledge" not in first
    assert "General knowledge" in editor.get("/studio/message/remarks/guide.cutting.1").text
    assert "Rests on" not in editor.get(PAGE).text


def test_pages_of_the_guides_are_one_topic_on_the_map(editor: FlaskClient) -> None:
    assert sheet_part(EntryName("fr", "remarks", "guide.panic.1")) == "messages.guides"
    topic = editor.get("/studio").text.partition(">Guides<")[2].partition("</section>")[0]
    assert "guides.page" in topic and topic.count("/remarks/guide.") == len(PAGE_KEYS)


def test_search_covers_all_languages_and_the_draft(editor: FlaskClient) -> None:
    assert PAGE in editor.get("/studio?q=puedes+BORRAR").text.split('class="drawn')[0]
    assert "No results" in editor.get("/studio?q=zebra").text
    keep(editor, en_text="Text any time about a zebra.")
    assert PAGE in editor.get("/studio?q=zebra").text.split('class="drawn')[0]
    keep(editor, en_text="Die Straße, the STREET of a zebra.")
    for wanted in ("street", "straße"):
        marked = re.findall(r"<mark[^>]*>([^<]*)</mark>", editor.get("/studio", query_string={"q": wanted}).text)
        assert wanted in map(str.lower, marked)
        assert {found.lower() for found in marked} == {wanted}


def test_draft_keeps_both_languages_and_only_changes(editor: FlaskClient, words: ContentActions) -> None:
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
def test_every_kind_of_entry_has_a_form(
    editor: FlaskClient, words: ContentActions, entry: str, typed: dict[str, str], kept: object
) -> None:
    section, key = entry.split("/")
    before = words.entry(EntryName("en", section, key)).value
    assert keep(editor, f"/studio/message/{entry}", **typed).status_code == 303
    ((name, drafted),) = words.draft().items()
    assert name == EntryName("en", section, key)
    if isinstance(kept, dict) and "choices" in kept:
        kept = {"choices": {**before["choices"], **kept["choices"]}}
    assert drafted.value == ({**before, **kept} if isinstance(kept, dict) else kept)


def test_empty_text_is_refused_and_other_languages_are_saved(editor: FlaskClient, words: ContentActions) -> None:
    answer = keep(editor, "/studio/message/labels/go_on", en_text="  ", es_text="Sigue")
    assert answer.status_code == 422
    assert "expected words here" in answer.text
    assert list(words.draft()) == [EntryName("es", "labels", "go_on")]


def test_check_does_not_save(editor: FlaskClient, words: ContentActions) -> None:
    form = form_of(editor) | {"en.text": "Text ((nobody)) about the abuse… Why? Now?"}
    told = editor.post("/studio/check", data=form).get_json()
    said = [one["says"] for one in told["findings"] if one["severity"] == "error"]
    assert [any(part in one for one in said) for part in ("((nobody))", '"abuse"', "more than one question")] == [
        True
    ] * 3
    assert any(one["letters"] == ["…"] for one in told["findings"])
    assert "These letters take extra space" in told["said"]["en"] and "about the abuse" in told["said"]["en"]
    assert words.draft() == {}


def test_check_button_works_without_script(editor: FlaskClient, words: ContentActions) -> None:
    answer = keep(editor, act="check", en_text="Text <b>any</b> time ((nobody)).")
    assert answer.status_code == 200
    assert "((nobody)) cannot be used here" in answer.text
    assert "Text &lt;b&gt;any&lt;/b&gt; time ((nobody)).</textarea>" in answer.text
    assert words.draft() == {}


def test_label_that_breaks_another_message_names_it(editor: FlaskClient) -> None:
    form = form_of(editor, "/studio/message/labels/go_on") | {"en.text": "STOP"}
    told = editor.post("/studio/check", data=form).get_json()
    assert "/studio/message/messages/" in told["elsewhere"]


def test_conflict_keeps_the_typed_text(editor: FlaskClient, second: FlaskClient, words: ContentActions) -> None:
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


def test_published_and_shipped_text_can_be_restored(editor: FlaskClient, words: ContentActions) -> None:
    ships = words.entry(LATER).value["text"]
    keep(editor, en_text=SHORTER, es_text=CORTO)
    publish(editor)
    keep(editor, en_text="Another.")
    answer = keep(editor, act="published:en", es_text="Otra cosa.")
    assert f"{SHORTER.replace(chr(39), '&#39;')}</textarea>" in answer.text and "Otra cosa.</textarea>" in answer.text
    assert words.draft() == {}
    assert f"{ships}</textarea>" in keep(editor, act="shipped:en").text
    assert words.draft() == {}


def test_publishing_is_stopped_by_errors_and_unexplained_warnings(
    editor: FlaskClient, words: ContentActions, runtime, ana: Staff
) -> None:
    keep(editor, en_text="Text any time ((nobody)).")
    assert publish(editor).status_code == 422
    keep(editor, en_text=SHORTER)
    assert publish(editor, **{f"reason.{LATER}": " "}).status_code == 422
    assert publish(editor, why=" ").status_code == 422
    assert words.edition().number == 0
    audit = runtime.store.staff.audit
    noted = [link.entry for _, link in audit.page(0, 50) if link]
    assert Verb.WORDS_PUBLISHED not in {entry.what for entry in noted}
    assert publish(editor).location == "/studio/editions?published=1"
    entry = next(link.entry for _, link in audit.page(0, 50) if link and link.entry.what is Verb.WORDS_PUBLISHED)
    assert (entry.who, entry.on) == (ana.id, "edition:1")
    assert runtime.content.now.catalog.language("en").sheet.messages["welcome.later"].text == SHORTER
    shown = editor.get("/studio/editions").text
    assert "Ana" in shown and "calmer" in shown


def test_pinned_message_waits_for_a_second_editor(
    editor: FlaskClient, second: FlaskClient, words: ContentActions
) -> None:
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


def test_entries_not_shown_are_neither_published_nor_dropped(
    editor: FlaskClient, second: FlaskClient, words: ContentActions
) -> None:
    keep(editor, en_text=SHORTER, es_text=CORTO)
    old = draft_form(editor) | {"why": "calmer"}
    keep(second, en_text="Ok. Text any time.")
    assert editor.post("/studio/draft", data=old | {"act": "publish"}).status_code == 409
    assert editor.post("/studio/draft", data=old | {"act": f"drop:{LATER}"}).status_code == 409
    assert keep(editor, act="published:en", seen_en=old[f"seen.{LATER}"]).status_code == 200
    assert (words.edition().number, words.draft()[LATER].value["text"]) == (0, "Ok. Text any time.")
    assert publish(editor).status_code == 303


def test_saving_an_unchanged_entry_keeps_author_and_approval(words: ContentActions) -> None:
    text = words.entry(HELLO).value["text"].replace("Is now ok to text?", "Is it ok now?")
    written = words.save_draft(HELLO, words.entry(HELLO).mark, {"text": text}, "ana")
    words.approve({HELLO: words.entry(HELLO).mark}, "ben")
    again = words.save_draft(HELLO, words.entry(HELLO).mark, {"text": text}, "ben")
    assert (again.by, again.seen_by) == (written.by, "ben") == ("ana", "ben")


def test_entry_is_dropped_from_the_draft(editor: FlaskClient, words: ContentActions) -> None:
    keep(editor, en_text=SHORTER, es_text=CORTO)
    assert publish(editor, act=f"drop:{LATER}").status_code == 200
    assert list(words.draft()) == [SPANISH]
    assert publish(editor, act="drop:nothing").status_code == 400


def test_restoring_an_edition_shows_changes_and_needs_a_reason(editor: FlaskClient, words: ContentActions) -> None:
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
    served: Flask, editor: FlaskClient, settings: Settings, runtime
) -> None:
    other = ContentActions(build(runtime.settings))
    other.save_draft(LATER, other.entry(LATER).mark, {"text": SHORTER}, "x")
    other.publish("x", "elsewhere", {str(LATER): "ok"})
    assert SHORTER.replace("'", "&#39;") in editor.get(PAGE).text
