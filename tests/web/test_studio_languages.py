"""Languages in the studio: started, written, sent to a translator and back; never what ships."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from staff_parts import mark
from werkzeug.test import TestResponse

from bot.content.own_words import Name
from bot.content.translation import from_po
from bot.words_desk import WordsDesk

ARABIC = "/studio/languages/ar"


def started(editor: FlaskClient) -> None:
    answer = editor.post("/studio/languages", data={"code": "ar", "mark": mark(editor)})
    assert answer.status_code == 303, answer.text


def test_a_language_is_started_and_its_sheet_shown_in_its_direction(editor: FlaskClient) -> None:
    assert "No native reader has seen it." in editor.get("/studio/languages").text
    started(editor)
    page = editor.get(ARABIC).text
    assert 'lang="ar" dir="rtl"' in page and "0 of " in page
    assert editor.post("/studio/languages", data={"code": "zz9", "mark": mark(editor)}).status_code == 422


def test_a_file_comes_back_into_the_draft_and_a_broken_one_is_named_by_its_line(editor: FlaskClient) -> None:
    started(editor)
    po = editor.get(f"{ARABIC}/sheet.po").data.replace(
        b'msgctxt "labels/yes"\nmsgid "Ok"\nmsgstr ""', 'msgctxt "labels/yes"\nmsgid "Ok"\nmsgstr "نعم"'.encode()
    )
    for data, status in ((po, 303), (po.replace(b'"labels/yes"', b'"labels/nobody"'), 422)):
        sent = editor.post(f"{ARABIC}/sheet.po", data={"file": (BytesIO(data), "ar.po"), "mark": mark(editor)})
        assert sent.status_code == status, sent.text
    assert "there is no entry labels/nobody" in sent.text
    assert "نعم" in editor.get(ARABIC).text


def test_a_file_whose_entry_somebody_changes_in_the_same_moment_is_taken_whole_the_next_time_and_not_by_half(
    editor: FlaskClient, words: WordsDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    started(editor)
    before, yes = words.draft(), Name("ar", "labels", "yes")
    po = re.sub(
        r'(msgctxt "labels/(?:go_on|no|yes)"\nmsgid .*\nmsgstr) ""', r'\1 "نعم"', editor.get(f"{ARABIC}/sheet.po").text
    )

    def send() -> TestResponse:
        return editor.post(f"{ARABIC}/sheet.po", data={"file": (BytesIO(po.encode()), "ar.po"), "mark": mark(editor)})

    def read_while_somebody_writes(*read: Any) -> dict[Name, Any]:
        words.put(yes, words.entry(yes).mark, "أجل", "somebody")
        return from_po(*read)

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("bot.web.studio.translation.from_po", read_while_somebody_writes)
        answer = send()
    assert answer.status_code == 409 and "Nothing of the file was taken" in answer.text
    assert words.draft().keys() - before.keys() == {yes}
    assert words.entry(yes).value == "أجل"
    assert send().status_code == 303
    assert len(words.draft().keys() - before.keys()) == 3
    assert words.entry(yes).value == "نعم"


def test_what_ships_has_no_sheet_here(served: Flask, editor: FlaskClient) -> None:
    assert [editor.get(f"/studio/languages/{code}").status_code for code in ("en", "es", "xx")] == [404, 404, 404]


def test_an_entry_is_kept_and_seen_by_the_pages_own_form_and_who_was_slower_overwrites_nothing(
    editor: FlaskClient,
) -> None:
    started(editor)

    def post(**typed: str) -> int:
        return editor.post(ARABIC, data={"section": "labels", "key": "yes", "mark": mark(editor), **typed}).status_code

    def seen() -> str:
        form = editor.get(ARABIC).text.partition('id="labels.yes"')[2].partition("</form>")[0]
        return re.findall(r'name="seen" value="(\w+)"', form)[0]

    old = seen()
    assert post(act="keep", seen=old, **{"words.": "نعم"}) == 303
    assert post(act="keep", seen=old, **{"words.": "لا"}) == 409
    page = editor.get(ARABIC).text
    assert "نعم" in page and "A native reader has seen it." not in page
    assert post(act="seen", seen=seen()) == 303
    assert "A native reader has seen it." in editor.get(ARABIC).text


@pytest.mark.parametrize(
    ("code", "name", "says"),
    [
        ("zz", "", "no language has this code"),
        ("fr", "Stop", "no word of the carriers"),
        ("fr", "12", "Expected letters"),
        ("fr", "...", "Expected letters"),
        ("fr", "ESPAÑOL", "another language is called so"),
        ("fr", "x" * 17, "at most 16 letters"),
        ("es", "Castellano", "is there already"),
    ],
)
def test_a_language_that_nobody_could_choose_is_refused_with_the_reason(
    editor: FlaskClient, code: str, name: str, says: str
) -> None:
    answer = editor.post("/studio/languages", data={"code": code, "name": name, "mark": mark(editor)})
    assert answer.status_code == 422 and says in answer.text


def test_no_more_languages_are_started_than_have_room_where_one_is_chosen(editor: FlaskClient) -> None:
    codes = ("ar", "de", "fr", "ht", "vi", "zh", "so")
    answers = [editor.post("/studio/languages", data={"code": code, "mark": mark(editor)}) for code in codes]
    assert [answer.status_code for answer in answers] == [303] * 6 + [422]
    assert "no room for another" in answers[-1].text
