"""Staff edits of a record, and its history."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.directory.attributes import NEEDS, VETTING
from bot.directory.edits import Edits, changed, found_out, history, words
from bot.directory.factors import Answer, Factor, Finding
from bot.directory.model import RecordFault
from bot.directory.parsing import readable
from bot.directory.serialization import shipped, terms_of

RECORDS, ASIDE = shipped()
TERMS = terms_of(ASIDE)
DAY = dt.date(2026, 11, 22)


def test_finding_reads_back_as_recorded() -> None:
    finding = Finding(Answer.YES, "Ana", "the intake worker", DAY, "asked by phone")
    after = changed(RECORDS[0], TERMS, Edits("Ana", DAY, says=found_out(Factor.NO_ID, finding)))
    service = readable(after, TERMS)
    assert service is not None and service.vetting[Factor.NO_ID] == finding
    assert not service.faults
    assert history(after)[-1][1:4] == ("no_id", "(none)", "yes")
    assert {line.by for line in history(after)} == {"Ana"}


def test_edit_without_a_change_returns_the_same_record() -> None:
    record = RECORDS[0]
    assert changed(record, TERMS, Edits("Ana", DAY, {"status": record["status"]})) is record


def test_changed_fact_keeps_its_previous_value_in_the_history() -> None:
    after = changed(RECORDS[0], TERMS, Edits("Ana", DAY, {"status": "temporarily closed", "minimum_age": 14}))
    assert (after["status"], after["minimum_age"]) == ("temporarily closed", 14)
    assert [line[:4] for line in history(after)] == [
        ("2026-11-22", "minimum_age", "(none)", "14"),
        ("2026-11-22", "status", "active", "temporarily closed"),
    ]
    cleared = changed(after, TERMS, Edits("Ana", DAY, {"minimum_age": None}))
    assert "minimum_age" not in cleared
    assert history(cleared)[0][1:4] == ("minimum_age", "14", "(none)")


def test_emptied_texts_and_needs_are_removed() -> None:
    before = readable(RECORDS[0], TERMS)
    assert before is not None
    need = next(iter(before.needs))
    after = changed(RECORDS[0], TERMS, Edits("Ana", DAY, says={**words({"en": ""}, {}), (NEEDS, need): ""}))
    service = readable(after, TERMS)
    assert service is not None
    assert set(before.needs) - set(service.needs) == {need}
    assert service.faults == (RecordFault("told.en", "no words; expected what to text in this language"),)


@pytest.mark.parametrize("facts, says", [({"id": "other"}, {}), ({}, {(VETTING, "no_such_factor"): "yes"})])
def test_unknown_fact_or_term_raises_key_error(facts: dict[str, str], says: dict[tuple[str, str], str]) -> None:
    with pytest.raises(KeyError):
        changed(RECORDS[0], TERMS, Edits("Ana", DAY, facts, says))
