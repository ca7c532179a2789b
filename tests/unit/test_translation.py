"""A new language: a whole sheet, to a translator and back, offered when it is complete and was read."""

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


def test_a_language_is_offered_when_it_is_whole_and_a_native_reader_has_seen_every_entry() -> None:
    found = entries()
    assert languages(edition(found, seen=True)) == {"en", "es", "fr"}
    assert languages(edition(found, seen=False)) == {"en", "es"}
    assert languages(edition(found, seen=False), must=False) == {"en", "es", "fr"}
    del found[LATER]
    assert languages(edition(found, seen=True)) == {"en", "es"}


def test_what_is_changed_after_it_was_seen_has_to_be_seen_again() -> None:
    made = edition(entries(), seen=True)
    assert "fr" not in languages(replace(made, words=with_entries(made.words, [(LATER, {"text": "Quand tu veux."})])))


def test_the_sheet_goes_to_a_translator_and_comes_back() -> None:
    found = entries()
    po = as_po(SHEETS, edition(found, seen=False), "fr")
    assert from_po(po, SHEETS, SHIPPED, "fr") == found
    assert from_po(po, SHEETS, edition(found, seen=False), "fr") == {}


def test_what_english_changed_since_is_fuzzy_and_is_not_taken_back() -> None:
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
def test_a_file_that_is_not_right_is_refused_with_its_line(data: bytes, says: str) -> None:
    with pytest.raises(ContentError) as told:
        from_po(data, SHEETS, SHIPPED, "fr")
    assert told.value.problems[0].startswith(says), told.value.problems


def test_direction_and_names_of_languages() -> None:
    assert [direction(code) for code in ("ar", "he", "zh", "fr")] == ["rtl", "rtl", "ltr", "ltr"]
    assert own_name("fr") == "Français"
    with pytest.raises(ContentError):
        own_name("zz9")


def test_what_ships_is_read_when_its_file_says_by_whom_until_staff_change_it() -> None:
    signed = {**SHEETS, "es": SHEETS["es"].model_copy(update={"native_review": "A reader, 2026-11-01"})}
    assert unread(SHEETS, SHIPPED, "es") == (313, 313)
    assert unread(signed, SHIPPED, "es") == (0, 313)
    words = with_entries({}, [(LATER._replace(language="es"), {"text": "Cuando quieras."})])
    assert unread(signed, replace(SHIPPED, words=words), "es") == (1, 313)


def test_a_part_that_english_does_not_have_is_shown_and_leaves_a_translators_file_whole() -> None:
    own = {"text": "Plus tard.", "bland": "Plus tard, bien."}
    made = replace(SHIPPED, words=with_entries({}, [(LATER, own)]))
    assert [(row.part, row.english) for row in rows(SHEETS, made, "fr") if row.name == LATER][-1] == ("bland", "")
    assert b"Plus tard, bien" not in as_po(SHEETS, made, "fr")
    assert from_po(as_po(SHEETS, made, "fr"), SHEETS, made, "fr") == {}
