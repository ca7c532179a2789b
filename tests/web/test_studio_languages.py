"""Languages in the studio: started, written, sent to a translator and back; shipped ones stay read-only."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.actions.content import ContentActions
from bot.cli.doctor import examine
from bot.content.draft import published_value
from bot.content.editions import EntryName
from bot.content.plain_language import Kind
from bot.content.readiness import ASKED, DANGERS
from bot.content.translation import review_of, rows
from bot.runtime.runtime import Runtime
from tests.support.added_language import entries
from tests.support.signed_texts import runtime_of
from tests.support.staff import Team, mark
from tests.support.studio import ARABIC, LABELS, draft_form, started

SPANISH = "/studio/languages/es"
SPANISH_LATER = EntryName("es", "messages", "welcome.later")
TOTAL = len(entries("es"))


def test_language_is_started_and_shown_in_its_direction(editor: FlaskClient) -> None:
    assert f"0 of {TOTAL} reviewed by a native speaker" in editor.get("/studio/languages").text
    started(editor)
    page = editor.get(ARABIC).text
    assert 'lang="ar" dir="rtl"' in page and "0 of " in page
    assert editor.post("/studio/languages", data={"code": "zz9", "mark": mark(editor)}).status_code == 422


def test_shipped_language_is_read_only(served: Flask, editor: FlaskClient) -> None:
    assert [editor.get(f"/studio/languages/{code}").status_code for code in ("en", "es", "xx")] == [404, 200, 404]
    assert "<textarea" not in editor.get(SPANISH).text
    assert editor.get(f"{SPANISH}/sheet.po").status_code == 404
    form = {"part": "labels", "mark": mark(editor), "words.labels/yes": "Vale"}
    assert editor.post(SPANISH, data=form).status_code == 400


def entry(page: str, name: str = "labels.yes") -> str:
    """Return the HTML of one entry on a part's page."""
    return page.partition(f'id="{name}"')[2].partition("</article>")[0]


def test_part_is_saved_by_its_form_and_conflicts_overwrite_nothing(
    editor: FlaskClient,
) -> None:
    started(editor)

    def form() -> dict[str, str]:
        page = editor.get(LABELS).text
        return dict(re.findall(r'name="(seen\.[^"]+)" value="(\w+)"', page)) | {"mark": mark(editor), "part": "labels"}

    def post(form: dict[str, str], **typed: str) -> TestResponse:
        return editor.post(ARABIC, data=form | {f"words.labels/{key}": text for key, text in typed.items()})

    old = form()
    assert post(old, yes="نعم", no="لا").status_code == 303
    slower = post(old, yes="أجل", not_now="ليس الآن")
    assert slower.status_code == 409
    assert "Someone else changed this entry" in entry(slower.text) and ">أجل</textarea>" in entry(slower.text)
    assert "Somebody" not in entry(slower.text, "labels.not_now")
    page = editor.get(LABELS).text
    assert [text in page for text in ("نعم", "لا", "ليس الآن", "أجل")] == [True, True, True, False]
    assert "Reviewed by a native speaker." not in page
    assert post(old | {"read.labels/yes": "on"}).status_code == 409
    assert post(form() | {"read.labels/yes": "on"}).status_code == 303
    page = editor.get(LABELS).text
    assert "Reviewed by a native speaker." in entry(page) and "Reviewed by a native speaker." not in entry(
        page, "labels.no"
    )


def test_invalid_entries_stay_in_the_form_and_the_rest_is_saved(editor: FlaskClient) -> None:
    started(editor)
    page = editor.get(f"{ARABIC}?part=needs").text
    form = dict(re.findall(r'name="(seen\.[^"]+)" value="(\w+)"', page)) | {"mark": mark(editor), "part": "needs"}
    sent = {
        "words.needs/food/choice": "طعام",
        "words.needs/shelter_tonight/choice": "صحة",
        "words.needs/shelter_tonight/said": "الصحة",
    }
    answer = editor.post(ARABIC, data=form | sent)
    assert answer.status_code == 422
    assert "expected words here" in entry(answer.text, "needs.food") and "طعام" in entry(answer.text, "needs.food")
    page = editor.get(f"{ARABIC}?part=needs").text
    assert ("طعام" in page, "الصحة" in page) == (False, True)


def test_page_opens_at_the_first_unfinished_part(editor: FlaskClient) -> None:
    started(editor)
    assert re.search(r'aria-current="true">Welcome <', editor.get(ARABIC).text)
    assert re.search(r'aria-current="true">Choice labels <', editor.get(LABELS).text)
    assert editor.post(ARABIC, data={"part": "nothing", "mark": mark(editor)}).status_code == 400


@pytest.mark.parametrize(
    ("code", "name", "says"),
    [
        ("zz", "", "no language has this code"),
        ("root", "", "no language has this code"),
        ("f" * 200, "", "no language has this code"),
        ("French", "", "french: the code of French is fr."),
        ("fre", "", "fre: the code of French is fr."),
        ("spa", "", "spa: the code of Spanish is es."),
        ("eng", "English too", "eng: the code of English is en."),
        ("pt_br", "", "pt_br: the code of Portuguese is pt."),
        ("fr", "Stop", "no carrier word"),
        ("fr", "12", "use letters only"),
        ("fr", "...", "use letters only"),
        ("fr", "ESPAÑOL", "another language already has this name"),
        ("fr", "x" * 17, "at most 16 letters"),
        ("es", "Castellano", "You already have"),
    ],
)
def test_unusable_language_is_refused_with_a_reason(editor: FlaskClient, code: str, name: str, says: str) -> None:
    answer = editor.post("/studio/languages", data={"code": code, "name": name, "mark": mark(editor)})
    assert answer.status_code == 422 and says in answer.text


def test_number_of_started_languages_is_limited(editor: FlaskClient) -> None:
    codes = ("ar", "de", "fr", "ht", "vi", "zh", "so")
    answers = [editor.post("/studio/languages", data={"code": code, "mark": mark(editor)}) for code in codes]
    assert [answer.status_code for answer in answers] == [303] * 6 + [422]
    assert "You can add up to" in answers[-1].text


def part_of(key: str) -> str:
    """Return the part of the language's page that holds an entry."""
    return ".".join(key.split(".")[: 2 if key.startswith("messages.") else 1])


def entry_form(client: FlaskClient, key: str, page: str = ARABIC) -> str:
    """Return the HTML of one entry on a language's page."""
    return entry(client.get(f"{page}?part={part_of(key)}").text, key)


def form_of(client: FlaskClient, key: str, page: str, seen: str = "") -> dict[str, str]:
    """Return the untouched fields of an entry in the page's own form."""
    seen = seen or re.findall(r'name="seen\.[^"]+" value="(\w+)"', entry_form(client, key, page))[0]
    return {"part": part_of(key), "mark": mark(client), f"seen.{key.replace('.', '/', 1)}": seen}


def write(client: FlaskClient, key: str, **words: str) -> TestResponse:
    """Save an entry through the page's own form."""
    at = key.replace(".", "/", 1)
    return client.post(ARABIC, data=form_of(client, key, ARABIC) | {f"words.{at}/{p}": w for p, w in words.items()})


WRONG = "اكتب في أي وقت ((nobody))."


def test_faulty_entry_is_marked_on_every_page_and_blocks_publishing(editor: FlaskClient) -> None:
    started(editor)
    assert write(editor, "messages.welcome.later", text=WRONG).status_code == 303
    page, says = "/studio/message/messages/welcome.later", "((nobody)) cannot be used here."
    assert says in unescape(entry_form(editor, "messages.welcome.later"))
    assert unescape(editor.get(ARABIC).text).count(says) == 1
    assert "cannot be sent in the cheaper alphabet" not in editor.get(ARABIC).text
    assert says in unescape(editor.get(page).text.partition('id="said-ar"')[2])
    assert says in unescape(editor.get("/studio/draft").text)
    answer = editor.post("/studio/draft", data={**draft_form(editor), "act": "publish", "why": "a beginning"})
    assert answer.status_code == 422 and says in unescape(answer.text)


def test_typing_in_an_unfinished_language_ignores_missing_entries(
    editor: FlaskClient,
) -> None:
    started(editor)
    form = {"section": "messages", "key": "welcome.later", "mark": mark(editor)}
    for text, says in ((WRONG, ["((nobody)) cannot be used here."]), ("اكتب في أي وقت.", [])):
        told = editor.post("/studio/check", data=form | {"ar.text": text, "ar.bland": ""}).json["findings"]
        assert [one["says"].partition(" Placeholders")[0] for one in told if one["language"] == "ar"] == says
    page = editor.get(ARABIC).text
    assert "Error" not in page and "Not written yet." in page


def test_error_in_last_resort_text_links_to_its_page(editor: FlaskClient) -> None:
    started(editor)
    assert write(editor, "fallback.fallback", text="عطل.").status_code == 303
    page = editor.get("/studio/draft").text
    assert f'href="{ARABIC}?part=fallback#fallback.fallback"' in page and "((crisis)) is missing." in page


def test_lagging_language_is_named_unless_it_lacks_the_entry(editor: FlaskClient, words: ContentActions) -> None:
    started(editor)
    write(editor, "messages.welcome.later", text="اكتب في أي وقت.")
    words.publish("ana", "a beginning", {})
    page = "/studio/message/messages/welcome.later"
    assert "is out of date" not in editor.get(page).text
    for key in ("welcome.later", "welcome.again"):
        name = EntryName("en", "messages", key)
        value = words.entry(name).value
        words.save_draft(name, words.entry(name).mark, {**value, "text": value["text"] + " Ok."}, "ana")
    lags = "العربية may now be out of date."
    assert lags in editor.get(page).text
    assert lags not in editor.get("/studio/message/messages/welcome.again").text
    found = words.findings()
    for name in {one.name for one in found if "welcome.again" in one.name.key}:
        words.drop(name, words.entry(name).mark)
    words.publish("ana", "clearer", {str(one.name): "as agreed" for one in found})
    assert re.findall(r"(\w+)</bdi> is out of date", editor.get(page).text) == ["Español", "العربية"]


def read(client: FlaskClient, key: str, seen: str = "") -> TestResponse:
    """Mark a Spanish entry as reviewed through the page's own form."""
    form = form_of(client, key, SPANISH, seen) | {f"read.{key.replace('.', '/', 1)}": "on"}
    return client.post(SPANISH, data=form)


def change(words: ContentActions, text: str) -> None:
    words.save_draft(SPANISH_LATER, words.entry(SPANISH_LATER).mark, {"text": text}, "ana")


def how_far(client: FlaskClient) -> str:
    return re.findall(r"(\d+ of \d+) reviewed by a native speaker", client.get("/studio/languages").text)[0]


def test_native_review_is_reset_when_an_entry_changes(editor: FlaskClient, words: ContentActions) -> None:
    old = form_of(editor, "messages.welcome.later", SPANISH)["seen.messages/welcome.later"]
    for key in ("messages.welcome.later", "labels.yes", "fallback.fallback"):
        assert read(editor, key).status_code == 303
        assert "Reviewed by a native speaker." in entry_form(editor, key, SPANISH)
    assert how_far(editor) == f"3 of {TOTAL}"
    change(words, "Escribe cuando quieras.")
    assert how_far(editor) == f"2 of {TOTAL}"
    assert "Not reviewed by a native speaker yet." in entry_form(editor, "messages.welcome.later", SPANISH)
    assert read(editor, "messages.welcome.later", seen=old).status_code == 409
    assert read(editor, "messages.welcome.later").status_code == 303
    assert how_far(editor) == f"3 of {TOTAL}"
    assert "Reviewed by a native speaker" in editor.get("/studio/draft").text


def test_doctor_counts_unreviewed_entries(editor: FlaskClient, words: ContentActions, runtime: Runtime) -> None:
    def told() -> list[str]:
        return [one for one in examine(runtime.settings) if "native speaker" in one]

    assert read(editor, "labels.yes").status_code == 303
    assert told()[0].startswith(f"Español: a native speaker has not reviewed {TOTAL} of its {TOTAL} entries.")
    words.publish("ana", "read", {})
    assert told()[0].startswith(f"Español: a native speaker has not reviewed {TOTAL - 1} of its {TOTAL} entries.")
    sheets = runtime.content.shipped.sheets
    for name in {row.name for row in rows(sheets, words.edition(), "es")}:
        review, value = review_of(name, published_value(sheets, words.edition(), name))
        words.save_draft(review, words.entry(review).mark, value, "ana")
    words.publish("ana", "all of it read", {})
    assert told() == []
    change(words, "Escribe cuando quieras.")
    words.publish("ana", "clearer", {str(SPANISH_LATER): "only the Spanish"})
    assert f"has not reviewed 1 of its {TOTAL} entries" in told()[0]


def test_language_is_published_by_two_people_and_then_offered(
    team: Team, editor: FlaskClient, words: ContentActions
) -> None:
    assert editor.post("/studio/languages", data={"code": "fr", "mark": mark(editor)}).status_code == 303
    sheet = entries("fr")
    said = {danger.value: [f"mot de {danger.value}"] for danger in (*DANGERS, *ASKED)}
    phrases: dict[EntryName, Any] = {EntryName("fr", "phrases.within", danger): lines for danger, lines in said.items()}
    lists: dict[EntryName, Any] = {EntryName("fr", "lists", Kind.NAMES): ["proxénét"]}
    page = editor.get("/studio/languages").text
    assert "Without them we miss danger" in page and "Add revealing words that a watched screen must not show" in page
    written = {**sheet, **phrases, **lists, **dict(map(review_of, sheet, sheet.values()))}
    words.save_drafts(written, {name: words.entry(name).mark for name in written}, "ana")
    assert "we miss danger" not in editor.get("/studio/languages").text

    ben = team.inside(team.person("editor", name="Ben Ruiz"))
    sent = draft_form(ben)
    waits = [name for name in map(str, written) if f"seen.{name}" in sent]
    assert len(waits) > 50
    looked = ben.post("/studio/draft", data={**sent, "act": "look_all", "waits": waits})
    assert looked.status_code == 200 and "second person's approval" not in looked.text
    published = ben.post("/studio/draft", data={**sent, "act": "publish", "why": "French."})
    in_the_way = [(str(f.name), f.severity.value, f.says) for f in words.findings() if f"reason.{f.name}" not in sent]
    assert published.status_code == 303, in_the_way or re.findall(r'class="fault"[^>]*>([^<]+)', published.text)
    assert "fr" in runtime_of(team.app).content.now.catalog.languages
    row = editor.get("/studio/languages").text.partition('href="/studio/languages/fr"')[2].partition("</tr>")[0]
    assert '<span class="tag on">offered</span>' in row
