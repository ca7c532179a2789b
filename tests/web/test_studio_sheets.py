"""Translation files of a language: sent to a translator, and imported back into the draft."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.actions.content import ContentActions
from bot.content.draft import applied
from bot.content.editions import EntryName, with_entries
from bot.content.translation import MOST_BYTES, as_po
from bot.runtime.runtime import Runtime
from tests.support.added_language import SHEETS, entries
from tests.support.staff import mark
from tests.support.studio import ARABIC, LABELS, started


def test_file_is_imported_and_faults_name_their_line(editor: FlaskClient) -> None:
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
    """Upload a file of the Arabic. The client leaves a body of more than 500 kB open, in a temporary file."""
    answer = editor.post(f"{ARABIC}/sheet.po", data={"file": (BytesIO(data), "ar.po"), "mark": mark(editor)})
    answer.request.environ["wsgi.input"].close()
    return answer


def test_file_in_another_alphabet_is_imported_whole(editor: FlaskClient, words: ContentActions) -> None:
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


def test_invalid_file_is_reported_in_plain_words(editor: FlaskClient) -> None:
    started(editor)
    po = editor.get(f"{ARABIC}/sheet.po").data
    head = b'"MIME-Version'
    context = b'msgctxt "labels/yes"\n'
    written = po.replace(context + b'msgid "Ok"\nmsgstr ""', context + b'msgid "Ok"\nmsgstr "X"')
    line = written[: written.index(context)].count(b"\n") + 1
    no_file = editor.post(f"{ARABIC}/sheet.po", data={"mark": mark(editor)})
    assert (no_file.status_code, "Choose the translated PO file" in no_file.text) == (422, True)
    for data, says in (
        (written.replace(context, b""), f"line {line}: there is no msgctxt"),
        (po.replace(head, b'"Language: Arabic (Egypt)\\n"\n' + head), '"Arabic (Egypt)" is no code of a language'),
        (b'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=x\\n"\n', "line 1: the head of this PO file"),
        (po + "#é".encode("latin-1"), f"line {len(po.splitlines()) + 1}: this is not in UTF-8"),
    ):
        answer = send(editor, data)
        assert answer.status_code == 422 and says in unescape(answer.text), says
    assert send(editor, written.replace(head, b'"Language: ar-EG\\n"\n' + head)).status_code == 303


def test_file_with_a_byte_order_mark_is_accepted(editor: FlaskClient) -> None:
    started(editor)
    po = editor.get(f"{ARABIC}/sheet.po").data
    assert send(editor, b"\xef\xbb\xbf" + po).status_code == 303


def in_arabic_letters(value: Any) -> Any:
    """Return an entry with its letters replaced; placeholders stay."""
    if isinstance(value, dict):
        return {part: in_arabic_letters(inner) for part, inner in value.items()}
    return "".join(
        part if part.startswith("((") else re.sub(r"[^\W\d_]", "ع", part) for part in re.split(r"(\(\(\w+\)\))", value)
    )


YES, NO, LATER = (
    EntryName("ar", "labels", "yes"),
    EntryName("ar", "labels", "no"),
    EntryName("ar", "messages", "welcome.later"),
)
SEEN = re.compile(rb'"X-Warmline-Seen: .*\n')


def filled(po: bytes, keys: str, words: str = "نعم") -> bytes:
    """Return the file with `words` in some labels, whatever they held."""
    return re.sub(rf'(msgctxt "labels/(?:{keys})"\nmsgid .*\nmsgstr) ".*"', rf'\1 "{words}"', po.decode()).encode()


def put(desk: ContentActions, name: EntryName, value: Any, by: str = "ben") -> None:
    desk.save_draft(name, desk.entry(name).mark, value, by)


def test_file_is_imported_whole_or_not_at_all_when_entries_change(
    editor: FlaskClient, words: ContentActions, monkeypatch: pytest.MonkeyPatch
) -> None:
    started(editor)
    before, looked = words.draft(), ContentActions.changed_since
    po = filled(editor.get(f"{ARABIC}/sheet.po").data, "go_on|no|yes")

    def look_before_somebody_writes(desk: ContentActions, *seen: Any) -> list[EntryName]:
        found = looked(desk, *seen)
        put(words, YES, "أجل")
        return found

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(ContentActions, "changed_since", look_before_somebody_writes)
        answer = send(editor, po)
    assert answer.status_code == 409 and "Nothing was imported" in answer.text
    assert words.draft().keys() - before.keys() == {YES}
    assert words.entry(YES).value == "أجل"


def test_import_keeps_newer_draft_edits(editor: FlaskClient, words: ContentActions) -> None:
    started(editor)
    assert send(editor, filled(editor.get(f"{ARABIC}/sheet.po").data, "yes|no")).status_code == 303
    old = filled(editor.get(f"{ARABIC}/sheet.po").data, "go_on")
    put(words, YES, "أجل")
    put(words, LATER, {"text": "اكتب في أي وقت."})
    before = words.draft()
    answer = send(editor, old)
    assert answer.status_code == 409
    assert "labels/yes: someone changed this after you downloaded the file." in answer.text
    assert words.draft() == before, "all or nothing"
    assert send(editor, filled(old, "yes", "أجل")).status_code == 303
    assert (words.entry(YES).value, words.entry(LATER).value) == ("أجل", {"text": "اكتب في أي وقت."})


def test_import_replaces_edits_older_than_the_download(
    editor: FlaskClient, words: ContentActions, runtime: Runtime
) -> None:
    started(editor)
    clock = runtime.clock
    put(ContentActions(replace(runtime, clock=lambda: clock() - 60)), YES, "أجل")
    po = filled(editor.get(f"{ARABIC}/sheet.po").data, "yes")
    undated = send(editor, SEEN.sub(b"", po))
    assert undated.status_code == 409 and "labels/yes: someone changed this" in undated.text
    elsewhere = send(editor, SEEN.sub(b'"X-Warmline-Seen: 77 99999999999\\\\n"\n', po))
    assert elsewhere.status_code == 409, "of an edition that there is not"
    assert send(editor, po).status_code == 303
    assert words.entry(YES).value == "نعم"


def test_import_keeps_newer_published_text(editor: FlaskClient, words: ContentActions) -> None:
    started(editor)
    put(words, NO, "لا")
    words.publish("ben", "a beginning", {str(one.name): "as agreed" for one in words.findings()})
    po = filled(editor.get(f"{ARABIC}/sheet.po").data, "yes|no", "كلا")
    put(words, YES, "أجل")
    words.approve({YES: words.entry(YES).mark}, "cleo")
    words.publish("ben", "more of it", {str(one.name): "as agreed" for one in words.findings()})
    answer = send(editor, po)
    assert answer.status_code == 409 and "labels/yes: someone changed this" in answer.text
    assert send(editor, filled(po, "yes", "أجل")).status_code == 303
    assert (words.entry(YES).value, words.entry(NO).value) == ("أجل", "كلا")


def test_many_newer_edits_are_reported_in_one_sentence(editor: FlaskClient, words: ContentActions) -> None:
    started(editor)
    labels = [EntryName("ar", "labels", key) for key in list(SHEETS["en"].labels)[:13]]
    po = filled(editor.get(f"{ARABIC}/sheet.po").data, "|".join(name.key for name in labels))
    words.save_drafts(dict.fromkeys(labels, "أجل"), {name: words.entry(name).mark for name in labels}, "ben")
    told = send(editor, po).text
    assert told.count("someone changed this") == 1 and " and 3 more: someone changed this" in told


def test_file_of_another_language_is_refused(editor: FlaskClient, words: ContentActions) -> None:
    started(editor)
    po = filled(editor.get(f"{ARABIC}/sheet.po").data, "yes")
    own = b'"Language: ar\\n"'
    assert po.count(own) == 1
    before = words.draft()
    for other in ("fr", "fr_CA", "Arabic"):
        answer = send(editor, po.replace(own, f'"Language: {other}\\n"'.encode()))
        assert answer.status_code == 422 and "and this is the sheet of ar" in answer.text, other
    assert words.draft() == before
    for same in (b"", b'"Language: \\n"', b'"Language: ar-EG\\n"'):
        assert send(editor, po.replace(own, same)).status_code == 303, same
