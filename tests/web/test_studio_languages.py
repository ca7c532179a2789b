"""Languages in the studio: started, written, sent to a translator and back; never what ships."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from staff_parts import mark
from werkzeug.test import TestResponse

ARABIC = "/studio/languages/ar"
LABELS = f"{ARABIC}?part=labels"


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
    assert "نعم" in editor.get(LABELS).text


def test_what_ships_has_no_sheet_here(served: Flask, editor: FlaskClient) -> None:
    assert [editor.get(f"/studio/languages/{code}").status_code for code in ("en", "es", "xx")] == [404, 404, 404]


def entry(page: str, name: str = "labels.yes") -> str:
    """What stands on a part's page of one entry."""
    return page.partition(f'id="{name}"')[2].partition("</article>")[0]


def test_a_part_is_kept_and_read_by_the_pages_own_form_and_who_was_slower_overwrites_nothing(
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
    assert "Somebody has changed this entry" in entry(slower.text) and ">أجل</textarea>" in entry(slower.text)
    assert "Somebody" not in entry(slower.text, "labels.not_now")
    page = editor.get(LABELS).text
    assert [text in page for text in ("نعم", "لا", "ليس الآن", "أجل")] == [True, True, True, False]
    assert "Read by a native reader" not in page
    assert post(old | {"read.labels/yes": "on"}).status_code == 409
    assert post(form() | {"read.labels/yes": "on"}).status_code == 303
    page = editor.get(LABELS).text
    assert "Read by a native reader" in entry(page) and "Read by a native reader" not in entry(page, "labels.no")


def test_what_cannot_be_kept_stands_where_it_was_typed_and_the_rest_is_kept(editor: FlaskClient) -> None:
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


def test_a_sheet_opens_at_the_first_part_that_is_not_all_written(editor: FlaskClient) -> None:
    started(editor)
    assert re.search(r'aria-current="true">Welcome <', editor.get(ARABIC).text)
    assert re.search(r'aria-current="true">Labels of choices <', editor.get(LABELS).text)
    assert editor.post(ARABIC, data={"part": "nothing", "mark": mark(editor)}).status_code == 400


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
