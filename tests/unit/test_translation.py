"""New language: a whole sheet, sent to a translator and back, offered once complete and reviewed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.content.editions import SHIPPED, Edition, EntryName, with_entries
from bot.content.hotlines import load_hotlines
from bot.content.translation import as_po, direction, from_po, own_name, parts, rows, unread
from bot.errors import ContentError
from bot.runtime.content import Defaults, LiveContent
from tests.support.added_language import SHEETS, edition, entries

LATER = EntryName("fr", "messages", "welcome.later")


def languages(edition: Edition, *, must: bool = True) -> set[str]:
    words = LiveContent(None, Defaults(SHEETS, None, load_hotlines(), must))
    return set(words.made(edition, []).catalog.languages)


def test_language_is_offered_when_complete_and_reviewed() -> None:
    found = entries()
    assert languages(edition(found, seen=True)) == {"en", "es", "fr"}
    assert languages(edition(found, seen=False)) == {"en", "es"}
    assert languages(edition(found, seen=False), must=False) == {"en", "es", "fr"}
    del found[LATER]
    assert languages(edition(found, seen=True)) == {"en", "es"}


def test_changed_entry_needs_another_review() -> None:
    made = edition(entries(), seen=True)
    assert "fr" not in languages(replace(made, words=with_entries(made.words, [(LATER, {"text": "Quand tu veux."})])))


def test_sheet_survives_export_to_po_and_back() -> None:
    found = entries()
    po = as_po(SHEETS, edition(found, seen=False), "fr")
    assert from_po(po, SHEETS, SHIPPED, "fr") == found
    assert from_po(po, SHEETS, edition(found, seen=False), "fr") == {}


def test_entry_behind_the_english_is_fuzzy_and_not_imported() -> None:
    made = replace(
        edition(entries(), seen=False), since={"en|messages|welcome.later": 3, "fr|messages|welcome.later": 1}
    )
    po = as_po(SHEETS, made, "fr")
    assert po.count(b"#, fuzzy") == len(list(parts(SHEETS["en"].messages["welcome.later"].model_dump())))
    assert LATER not in from_po(po, SHEETS, SHIPPED, "fr")


FAULTS = [
    (b'msgid "a"\nmsgstr "b"\nnonsense\n', "line"),
    (b'msgctxt "labels/nobody"\nmsgid "a"\nmsgstr "b"\n', "line 2: there is no entry labels/nobody."),
    (b'msgctxt "labels/yes"\nmsgid "Another"\nmsgstr "b"\n', "line 2: labels/yes: the English is another by now."),
    (b"\xff\xfe\x00", "line 1: this is not in UTF-8. Save the file in UTF-8 and send it again."),
    (b"x" * 1_000_001, "The file is larger than"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "says"), FAULTS)
def test_faulty_po_file_is_refused_with_its_line(data: bytes, says: str) -> None:
    with pytest.raises(ContentError) as told:
        from_po(data, SHEETS, SHIPPED, "fr")
    assert told.value.problems[0].startswith(says), told.value.problems


def test_language_direction_and_name() -> None:
    assert [direction(code) for code in ("ar", "he", "zh", "fr")] == ["rtl", "rtl", "ltr", "ltr"]
    assert own_name("fr") == "Français"
    with pytest.raises(ContentError):
        own_name("zz9")


def test_shipped_language_counts_as_reviewed_when_its_file_says_so() -> None:
    signed = {**SHEETS, "es": SHEETS["es"].model_copy(update={"native_review": "A reader, 2026-11-01"})}
    _, whole = unread(SHEETS, SHIPPED, "es")
    assert unread(SHEETS, SHIPPED, "es") == (whole, whole) and whole > 300
    assert unread(signed, SHIPPED, "es") == (0, whole)
    words = with_entries({}, [(LATER._replace(language="es"), {"text": "Cuando quieras."})])
    assert unread(signed, replace(SHIPPED, words=words), "es") == (1, whole)


def test_part_without_an_english_source_is_shown_but_not_exported() -> None:
    own = {"text": "Plus tard.", "bland": "Plus tard, bien."}
    made = replace(SHIPPED, words=with_entries({}, [(LATER, own)]))
    assert [(row.part, row.english) for row in rows(SHEETS, made, "fr") if row.name == LATER][-1] == ("bland", "")
    assert b"Plus tard, bien" not in as_po(SHEETS, made, "fr")
    assert from_po(as_po(SHEETS, made, "fr"), SHEETS, made, "fr") == {}


@pytest.mark.parametrize(
    "old",
    [
        '#~| msgid "Old words"\n',
        '#~| msgctxt "labels/old"\n#~| msgid "Old"\n',
        '#~| msgid ""\n#~| "Old "\n#~| "words"\n',
        '#~|msgid "Old"\n',
        '#~| msgid "Old"\r\n',
    ],
)
def test_previous_words_of_an_obsolete_entry_are_passed_over(old: str) -> None:
    found = entries()
    gone = f'\n#, fuzzy\n{old}#~ msgctxt "labels/gone"\n#~ msgid "Older words"\n#~ msgstr "Anciens mots"\n'
    po = as_po(SHEETS, edition(found, seen=False), "fr") + gone.encode()
    assert from_po(po, SHEETS, SHIPPED, "fr") == found
