"""Mandated reports without pages: what a form must say, how versions and signatures belong together, who may sign."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from bot.casework.disclosures import KEPT_SECONDS, Disclosure, Report
from bot.casework.mandated import (
    LONGEST_CONCERNS,
    LONGEST_HEARD,
    LONGEST_REFERENCE,
    LONGEST_TAKER,
    Signature,
    faults,
    group,
    why_not_sign,
)
from bot.store import Store
from bot.store.connection import RedisServer
from bot.store.disclosures import UNSIGNED, signature_place
from tests.support.app import NOON
from tests.support.reports import version

NOW = datetime(2026, 11, 23, 12, 0)  # noqa: DTZ001 -- a form's time is local
RIGHT = {
    "heard": "He takes her to hotels.", "heard_at": "2026-11-23T11:00", "concerns": "The person of this case",
    "to": "The hotline", "made": "yes", "made_at": "2026-11-23T12:00", "taker": "", "reference": "", "told": "before",
}  # fmt: skip


@pytest.mark.parametrize("right", [
    RIGHT, RIGHT | {"made": "no", "made_at": "", "told": "not_yet"}, RIGHT | {"taker": "Lee", "reference": "R-1"},
])  # fmt: skip
def test_complete_form_has_no_fault(right: dict[str, str]) -> None:
    assert faults(right, ["name"] if right["made"] == "yes" else [], NOW) == {}


@pytest.mark.parametrize(("field", "wrong"), [
    ("heard", "ab"), ("heard", "x" * (LONGEST_HEARD + 1)), ("concerns", ""), ("concerns", "x" * (LONGEST_CONCERNS + 1)),
    ("to", ""), ("taker", "x" * (LONGEST_TAKER + 1)), ("reference", "x" * (LONGEST_REFERENCE + 1)), ("told", "perhaps"),
    ("heard_at", ""), ("heard_at", "yesterday"), ("heard_at", "2026-11-23T12:01"), ("heard_at", "2026-11-23T11:00Z"),
    ("made", ""), ("made_at", ""), ("made_at", "2026-11-23T12:01"),
])  # fmt: skip
def test_faulty_field_is_named(field: str, wrong: str) -> None:
    assert set(faults(RIGHT | {field: wrong}, ["name"], NOW)) == {field}


@pytest.mark.parametrize("items", [[], ["name", "soul"]])
def test_made_report_says_what_was_told(items: list[str]) -> None:
    assert set(faults(RIGHT, items, NOW)) == {"items"}


def test_report_that_is_not_made_has_no_time_and_told_nothing() -> None:
    assert set(faults(RIGHT | {"made": "no"}, ["name"], NOW)) == {"made_at", "items"}


def test_versions_of_a_report_belong_together_in_their_order() -> None:
    first = version("sam", NOON)
    second, other = version("sam", NOON, first.id, 2), version("kim", NOON)
    plain = replace(version("lea", NOON), report=None)
    found = group([second, plain, other, first], {first.id: Signature("lea", NOON)})
    assert [[one.id for one in report.versions] for report in found] == [[first.id, second.id], [other.id]]
    assert found[0].id == first.id and found[0].latest == second
    assert found[0].signature is None, "the signature is of an earlier version"


def test_lead_signs_what_another_began_and_their_own_only_alone() -> None:
    (report,) = group([version("lea", NOON)], {})
    assert why_not_sign(report, "rob", ["lea", "rob"]) == ""
    assert "another lead" in why_not_sign(report, "lea", ["lea", "rob"])
    assert why_not_sign(report, "lea", ["lea"]) == ""
    (signed,) = group([report.latest], {report.latest.id: Signature("rob", NOON)})
    assert why_not_sign(signed, "rob", ["lea", "rob"]) == "A lead has signed this report."


# In Redis


def waiting(store: Store) -> int:
    return store.fetch(store.disclosures.unsigned_query())


def test_report_is_sealed_and_waits_until_it_is_signed(store: Store, server: RedisServer) -> None:
    one = version("sam", NOON, heard="He takes her to hotels.")
    assert store.disclosures.add(one) and not store.disclosures.add(one)
    (report,) = store.disclosures.reports(NOON)
    assert (report.latest, report.signature, waiting(store)) == (one, None, 1)
    assert store.disclosures.sign(report, one.id, Signature("lea", NOON + 60))
    assert not store.disclosures.sign(report, one.id, Signature("rob", NOON + 61)), "once"
    (report,) = store.disclosures.reports(NOON)
    assert (report.signature, waiting(store)) == (Signature("lea", NOON + 60), 0)
    kept = b"".join([*server.call("ZRANGE", "disclosures", 0, -1), server.call("GET", signature_place(one.id))])
    assert not any(words in kept for words in (b"hotels", b"sam", b"lea", b"K7QM"))
    assert store.check().damaged == []
    assert store.check().counted["signature of a report"] == 1


def test_later_version_waits_for_a_lead_again(store: Store) -> None:
    one = version("sam", NOON)
    two = version("sam", NOON, one.id, 2)
    store.disclosures.add(one)
    (read,) = store.disclosures.reports(NOON)
    store.disclosures.add(two)
    assert not store.disclosures.sign(read, one.id, Signature("lea", NOON)), "a version that holds no more"
    (now,) = store.disclosures.reports(NOON)
    assert (now.latest, now.signature, waiting(store)) == (two, None, 1)
    assert store.disclosures.sign(now, two.id, Signature("lea", NOON)) and waiting(store) == 0
    store.disclosures.add(version("sam", NOON + 9, one.id, 3))
    assert waiting(store) == 1
    assert len(store.disclosures.reports(NOON)) == 1


def test_damaged_signature_leaves_the_report_readable(store: Store, server: RedisServer) -> None:
    one = version("sam", NOON)
    store.disclosures.add(one)
    (report,) = store.disclosures.reports(NOON)
    store.disclosures.sign(report, one.id, Signature("lea", NOON))
    server.call("SET", signature_place(one.id), b"noise")
    assert [report.latest for report in store.disclosures.reports(NOON)] == [one]
    assert ("signature of a report", signature_place(one.id)) in store.check().damaged


def test_report_and_its_signature_expire_after_seven_years(store: Store, server: RedisServer) -> None:
    old, young = version("sam", NOON), version("sam", NOON + 60)
    for one in (old, young):
        store.disclosures.add(one)
    signed = next(report for report in store.disclosures.reports(NOON) if report.id == young.id)
    store.disclosures.sign(signed, young.id, Signature("lea", NOON + 100))
    assert server.call("TTL", signature_place(young.id)) == pytest.approx(KEPT_SECONDS - 40, abs=5)
    store.disclosures.sweep(NOON + KEPT_SECONDS - 1)
    assert waiting(store) == 1
    store.disclosures.sweep(NOON + KEPT_SECONDS)
    assert waiting(store) == 0, "no lead is asked for what is gone"
    assert [one.id for one in store.disclosures.all(NOON)] == [young.id]
    assert server.call("EXISTS", UNSIGNED) == 0


def test_record_of_the_next_release_opens() -> None:
    stored = version("sam", NOON).dump()
    stored["report"] |= {"shoe_size": 7}
    record = Disclosure.load(stored | {"moods": ["calm"]})
    assert record.report and record.report.made_at == "2026-11-22T11:30"
    del stored["report"]
    assert Disclosure.load(stored).report is None
    assert Disclosure.load(stored | {"report": {"of": "a1"}}).report == Report("a1")
