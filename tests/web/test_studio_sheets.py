"""A language's sheet by file: sent to a translator, and back into the draft."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from flask.testing import FlaskClient
from staff_parts import mark
from studio_parts import ARABIC, LABELS, started
from werkzeug.test import TestResponse

from bot.content.draft import applied
from bot.content.own_words import Name, with_entries
from bot.content.translation import MOST_BYTES, as_po, from_po
from bot.words_desk import WordsDesk
from tests.added_language import SHEETS, entries


def test_a_file_comes_back_into_the_draft_and_a_broken_one_is_named_by_its_line(editor: FlaskClient) -> None:
    started(editor)
    po = editor.get(f"{ARABIC}/sheet.po").data.replace(
        b'msgctxt "labels/yes"\nmsgid "Ok"\nmsgstr ""', 'msgctxt "labels/yes"\nmsgid "Ok"\nmsgstr "نعم"'.encode()
    )
    for data, status in ((po, 303), (po.replace(b'"labels/yes"', b'"labels/nobody"'), 422)):
        answer = send(editor, data)
        assert answer.status_code == status, answer.text
    assert "there is no entry labels/nobody" in answer.text
    assert "نعم" in editor.get(LABELS).text


def send(editor: FlaskClient, data: bytes) -> TestResponse:
    """Send a file of the Arabic."""
    return editor.post(f"{ARABIC}/sheet.po", data={"file": (BytesIO(data), "ar.po"), "mark": mark(editor)})


def test_a_whole_sheet_in_another_alphabet_is_taken(editor: FlaskClient, words: WordsDesk) -> None:
    started(editor)
    edition = applied(words.edition(), words.draft())
    written = {name: in_arabic_letters(value) for name, value in entries("ar").items()}
    po = as_po(SHEETS, replace(edition, words=with_entries(edition.words, written.items())), "ar")
    assert 64 * 1024 < len(po) < MOST_BYTES
    answer = send(editor, po)
    assert answer.status_code == 303, answer.text
    assert len(words.draft()) == len(written) + 1
    much = {"data": b"#" * MOST_BYTES * 2, "content_type": "multipart/form-data; boundary=x"}
    assert editor.post(f"{ARABIC}/sheet.po", **much).status_code == 413


def test_a_file_that_is_none_or_has_no_places_is_told_in_plain_words(editor: FlaskClient) -> None:
    started(editor)
    po = editor.get(f"{ARABIC}/sheet.po").data
    head = b'"MIME-Version'
    context = b'msgctxt "labels/yes"\n'
    written = po.replace(context + b'msgid "Ok"\nmsgstr ""', context + b'msgid "Ok"\nmsgstr "X"')
    line = written[: written.index(context)].count(b"\n") + 1
    no_file = editor.post(f"{ARABIC}/sheet.po", data={"mark": mark(editor)})
    assert (no_file.status_code, "No file came along" in no_file.text) == (422, True)
    for data, says in (
        (written.replace(context, b""), f"line {line}: there is no msgctxt"),
        (po.replace(head, b'"Language: Arabic (Egypt)\\n"\n' + head), '"Arabic (Egypt)" is no code of a language'),
        (b'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=x\\n"\n', "line 1: the head of this PO file"),
        (po + "#é".encode("latin-1"), f"line {len(po.splitlines()) + 1}: this is not in UTF-8"),
    ):
        answer = send(editor, data)
        assert answer.status_code == 422 and says in unescape(answer.text), says
    assert send(editor, written.replace(head, b'"Language: ar-EG\\n"\n' + head)).status_code == 303


def test_a_file_that_an_editor_saved_with_a_mark_before_it_is_taken(editor: FlaskClient) -> None:
    started(editor)
    po = editor.get(f"{ARABIC}/sheet.po").data
    assert send(editor, b"\xef\xbb\xbf" + po).status_code == 303


def in_arabic_letters(value: Any) -> Any:
    """An entry with its letters changed; what is filled in stays."""
    if isinstance(value, dict):
        return {part: in_arabic_letters(inner) for part, inner in value.items()}
    return "".join(
        part if part.startswith("((") else re.sub(r"[^\W\d_]", "ع", part) for part in re.split(r"(\(\(\w+\)\))", value)
    )


def test_a_file_whose_entry_somebody_changes_in_the_same_moment_is_taken_whole_the_next_time_and_not_by_half(
    editor: FlaskClient, words: WordsDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    started(editor)
    before, yes = words.draft(), Name("ar", "labels", "yes")
    po = re.sub(
        r'(msgctxt "labels/(?:go_on|no|yes)"\nmsgid .*\nmsgstr) ""', r'\1 "نعم"', editor.get(f"{ARABIC}/sheet.po").text
    )

    def read_while_somebody_writes(*read: Any) -> dict[Name, Any]:
        words.put(yes, words.entry(yes).mark, "أجل", "somebody")
        return from_po(*read)

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("bot.web.studio.translation.from_po", read_while_somebody_writes)
        answer = send(editor, po.encode())
    assert answer.status_code == 409 and "Nothing of the file was taken" in answer.text
    assert words.draft().keys() - before.keys() == {yes}
    assert words.entry(yes).value == "أجل"
    assert send(editor, po.encode()).status_code == 303
    assert len(words.draft().keys() - before.keys()) == 3
    assert words.entry(yes).value == "نعم"
