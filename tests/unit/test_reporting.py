"""Reporting law by place: what a person is told by her area, with "may" until a lawyer of the agency has checked it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from bot.content.draft import is_pinned
from bot.content.editions import EntryName
from bot.content.reporting import (
    ANYWHERE,
    COSTS,
    Known,
    Mark,
    Note,
    Reporting,
    Row,
    Who,
    load_reporting,
)
from bot.content.rules import SENTENCE_WORDS, names_too_much, questions, sentences, words
from bot.conversation.placeholders import Placeholders
from bot.flows.model import Area
from bot.flows.names import LANGUAGES, State
from bot.flows.session import Session
from bot.sms.segments import count, is_gsm
from tests.support.content import CATALOG
from tests.support.content import SHIPPED as IN_USE
from tests.support.talk import Talk

PLACES = (
    "US-CA", "US-TX", "US-FL", "US-NY", "US-PA", "US-IL", "US-OH", "US-GA", "US-NC", "US-MI", "US-NJ", "US-VA", "US-WA",
    "US-AZ", "US-TN", "US-MA", "US-IN", "US-MO", "US-MD", "US-CO", "US-WI", "US-MN", "US-OR", "US-NV",
    "CA-BC", "CA-ON", "CA-AB", "CA-QC",
)  # fmt: skip
KEYS = ("reporting.known", "reporting.unknown", "reporting.more", "welcome.report")
LAW = load_reporting()
ELSEWHERE = (None, Area("", "", "UT", "US"), Area("", "", "", "US"), Area("", "", "NL", "MX"), Area())


def area(place: str) -> Area:
    country, _, region = place.partition("-")
    return Area("", "", region, country)


def checked(row: Row) -> Row:
    """Return the row as a lawyer leaves it: every cell read in the law, and signed."""
    law = {"mark": Mark.LAW}
    return row.model_copy(
        update={
            "who": row.who.model_copy(update=law),
            "under": row.under.model_copy(update=law),
            "line": row.line.model_copy(update=law),
            "notes": {note: known.model_copy(update=law) for note, known in row.notes.items()},
            "checked_by": "A lawyer",
            "checked_on": dt.date(2027, 1, 15),
        }
    )


CHECKED = Reporting({place: checked(row) for place, row in LAW.rows.items()})


def said(key: str, code: str, where: Area | None, law: Reporting = LAW, *, choices: bool = False, **how: Any) -> str:
    """Return the text of `key` as it is sent to a person in `where`."""
    session = Session(language=code, area=where, **{"safe": True, "state": State.WELCOME_REPORT, **how})
    language = CATALOG.language(code)
    value = Placeholders(replace(IN_USE, reporting=law)).values(session, language)
    offers = None if choices else ()
    return language.fill(key, session.state, bland=not session.safe, value=value, offers=offers)


def every() -> Iterator[tuple[str, str, bool, str]]:
    """Yield every text: key, language, whether the screen is safe, the words."""
    for key in KEYS:
        for code in LANGUAGES:
            for law in (LAW, CHECKED):
                for where in (*ELSEWHERE, *map(area, law.rows)):
                    for safe in (True, False):
                        yield key, code, safe, said(key, code, where, law, safe=safe)


ALL = frozenset(every())


def test_every_place_of_the_facts_has_a_row() -> None:
    assert tuple(LAW.rows) == PLACES
    assert all(row.source and not row.checked_by and row.seen == dt.date(2026, 11, 27) for row in LAW.rows.values())


def test_every_text_is_short_plain_and_asks_nothing() -> None:
    assert len(ALL) > 100
    for key, code, safe, text in ALL:
        assert count(text).segments <= (2 if code == "en" else 3), (key, code, text)
        assert code != "en" or is_gsm(text), text
        assert not questions(text), text
        assert all(len(words(sentence)) <= SENTENCE_WORDS for sentence in sentences(text)), text
        assert "((" not in text and "  " not in text and " ." not in text, text
        assert safe or not names_too_much(text, code), text


@pytest.mark.parametrize("key", KEYS)
def test_texts_keep_to_their_size_with_the_choices_below_them(key: str) -> None:
    for law in (LAW, CHECKED):
        for where in (*ELSEWHERE, *map(area, PLACES)):
            assert count(said(key, "en", where, law, choices=True)).segments <= 2
            spanish = count(said(key, "es", where, law, choices=True))
            assert spanish.segments <= (3 if spanish.encoding == "GSM-7" else 4)


NEVER = {
    "en": r"secret|confiden|private|anonym|arrest|safe with|won't tell|nobody will|you must|victim|abus|you should",
    "es": r"secret|confiden|privad|an[oó]nim|arrest|segur[oa] conmigo|no le digo|nadie va a|tienes que|v[ií]ctim|abus",
}


def test_no_text_promises_what_nobody_can_keep() -> None:
    for _, code, _, text in ALL:
        found = re.search(NEVER[code], text, re.IGNORECASE)
        assert not found, text


def test_watched_screen_shows_neither_the_matter_nor_the_police() -> None:
    for key, _, safe, text in ALL:
        if not safe and key != "welcome.report":  # that one is sent only once the screen is safe
            assert not re.search(r"sex|sold|hurt|police|policía|protec|lastim|venden", text), text


@pytest.mark.parametrize("code", LANGUAGES)
def test_first_text_says_who_reads_and_that_a_program_reports_nobody(code: str) -> None:
    hint = {"en": ("program", "report nobody", "only what you agree to share", '"what if"', "name, age", "place"),
            "es": ("programa", "no aviso", "solo lo que aceptes compartir", '"qué pasa si"',
                   "sin nombre", "lugar")}[code]  # fmt: skip
    for safe in (True, False):
        for key, where in (("reporting.known", area("US-TX")), ("reporting.unknown", None)):
            text = said(key, code, where, safe=safe)
            assert all(words_ in text for words_ in hint), text


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("region", ["US", "CA"])
def test_second_text_has_numbers_of_her_country(code: str, region: str) -> None:
    numbers = IN_USE.hotlines.numbers(region)
    for safe in (True, False):
        text = said("reporting.more", code, Area(country=region), safe=safe)
        assert numbers["hotline"] in text and numbers["emergency"] in text


# By place


def test_age_is_that_of_the_place() -> None:
    assert {place: LAW.rule(area(place)).under for place in PLACES if LAW.rule(area(place)).under != 18} == {
        "CA-BC": 19, "CA-ON": 16,
    }  # fmt: skip
    for key in ("reporting.known", "welcome.report"):
        assert "under 19" in said(key, "en", area("CA-BC")) and "menores de 19" in said(key, "es", area("CA-BC"))


def test_ontario_has_a_duty_under_16_and_a_choice_at_16_and_17() -> None:
    rule = LAW.rule(area("CA-ON"))
    assert (rule.under, rule.may_under) == (16, 18)
    assert "under 16" in said("reporting.known", "en", area("CA-ON"))
    assert "From 16 to 17, they can choose." in said("reporting.known", "en", area("CA-ON"))
    assert "De 16 a 17 pueden elegir." in said("reporting.known", "es", area("CA-ON"))


def test_people_who_must_are_named_by_place() -> None:
    everyone = {place for place in PLACES if LAW.rule(area(place)).who is Who.EVERYONE}
    assert everyone == {
        "US-TX", "US-FL", "US-NC", "US-NJ", "US-TN", "US-IN", "US-MD", "CA-BC", "CA-ON", "CA-AB", "CA-QC",
    }  # fmt: skip
    assert "In Texas, everyone may have to." in said("reporting.known", "en", area("US-TX"))
    assert "In Ohio, people with certain jobs may have to." in said("reporting.known", "en", area("US-OH"))
    assert "En Carolina del Norte, tal vez todo el mundo." in said("reporting.known", "es", area("US-NC"))


@pytest.mark.parametrize("where", ELSEWHERE)
def test_unknown_place_gets_the_widest_line_with_may(where: Area | None) -> None:
    assert LAW.rule(where) is ANYWHERE
    for key in ("reporting.known", "reporting.unknown", "welcome.report"):
        text = said(key, "en", where)
        assert "under 18" in text and "may" in text and "must" not in text
    assert "under 19" in said("reporting.unknown", "en", where)
    ending = "I don't know the rule in your area." if where else "In some places it's under 19."
    assert ending in said("reporting.known", "en", where) and ending in said("welcome.report", "en", where)


def test_place_whose_country_is_not_sure_counts_as_unknown() -> None:
    text = said("reporting.known", "en", area("CA-BC"), unsure=True)
    assert "British Columbia" not in text and "In some places it's under 19." in text


def test_law_of_the_programme_is_not_taken_for_hers() -> None:
    home = replace(IN_USE, settings=replace(IN_USE.settings, region="CA-BC"))
    value = Placeholders(home).values(Session(), CATALOG.language("en"))
    assert value("under") == "18" and "British" not in value("reporting")


# What nobody has checked


def test_shipped_rows_never_say_must() -> None:
    for key in KEYS:
        for where in map(area, PLACES):
            assert "must" not in said(key, "en", where)
            assert not re.search(r"mundo debe|trabajos deben", said(key, "es", where))


def test_checked_rows_say_must() -> None:
    assert "In Texas, everyone must." in said("reporting.known", "en", area("US-TX"), CHECKED)
    assert "In Ohio, people with certain jobs must." in said("welcome.report", "en", area("US-OH"), CHECKED)
    assert "En Texas, todo el mundo debe." in said("reporting.known", "es", area("US-TX"), CHECKED)
    assert "En Ohio, ciertos trabajos deben." in said("reporting.known", "es", area("US-OH"), CHECKED)


def _with(place: str, **cells: object) -> Reporting:
    return Reporting({**LAW.rows, place: LAW.rows[place].model_copy(update=cells)})


def test_age_that_is_not_checked_is_never_told() -> None:
    under = LAW.rows["US-TX"].under
    for mark, told in ((Mark.UNCHECKED, 18), (Mark.SECONDARY, 17)):
        changed = under.model_copy(update={"is_": 17, "mark": mark})
        assert LAW.rows["US-TX"].under.mark is Mark.UNCHECKED
        assert _with("US-TX", under=changed).rule(area("US-TX")).under == told


def test_row_that_does_not_know_who_must_is_not_told() -> None:
    who = LAW.rows["CA-BC"].who.model_copy(update={"mark": Mark.UNCHECKED})
    assert _with("CA-BC", who=who).rule(area("CA-BC")) is ANYWHERE


def test_costs_are_told_before_the_check_and_help_only_after_it() -> None:
    before = {LAW.rule(area(place)).note for place in PLACES} - {None}
    assert before <= COSTS and Note.HELD in before and Note.FRIENDS_TOO in before
    assert LAW.rule(area("CA-AB")).note is Note.HELD, "that she may be held comes before any help"
    assert LAW.rule(area("US-MA")).note is None
    assert CHECKED.rule(area("US-MA")).note is Note.ADVOCATE
    assert "someone who goes with you" in said("reporting.more", "en", area("US-MA"), CHECKED)


def test_note_that_is_not_checked_is_never_told() -> None:
    assert LAW.rows["US-VA"].notes[Note.ALONE_WITH_YOU].mark is Mark.UNCHECKED
    assert LAW.rule(area("US-VA")).note is None
    held = {Note.HELD: Known(mark=Mark.UNCHECKED)}
    assert _with("CA-AB", notes=held).rule(area("CA-AB")).note is None


@pytest.mark.parametrize("code", LANGUAGES)
def test_costs_are_worded_with_may(code: str) -> None:
    pieces = CATALOG.language(code).sheet.pieces
    for note in COSTS:
        assert re.search(r"\bmay\b" if code == "en" else r"\b[Pp]uede[ns]?\b", pieces[f"reporting.note.{note.value}"])


# In a conversation


@pytest.mark.parametrize(
    ("place", "told"),
    [("CA-BC", "under 19"), ("US-FL", "In Florida, everyone may have to."), ("US-UT", "I don't know the rule")],
)
def test_choice_who_must_report_answers_for_her_area(place: str, told: str) -> None:
    at = Talk()
    at.text("hey")
    at.is_at(area=area(place)).text("1", "2", "1")
    assert at.session.state is State.WELCOME_REPORT
    assert told in at.reply.text


@pytest.mark.parametrize("key", ["reporting.known", "reporting.unknown", "reporting.more"])
def test_texts_need_a_second_editor(key: str) -> None:
    assert is_pinned(EntryName("en", "remarks", key)) and is_pinned(EntryName("es", "remarks", key))
    assert is_pinned(EntryName("en", "messages", "welcome.report"))
    assert is_pinned(EntryName("en", "pieces", "reporting.may.everyone"))


@pytest.mark.parametrize(("code", "words_"), [("en", "older"), ("es", "alguien mayor")])
@pytest.mark.parametrize(("key", "where"), [("reporting.known", "US-TX"), ("reporting.unknown", "")])
def test_it_says_that_sex_with_someone_older_may_count(code: str, words_: str, key: str, where: str) -> None:
    assert words_ in said(key, code, area(where) if where else None).lower()
