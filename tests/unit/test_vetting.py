"""Vetting: who may be offered on which day, what staff are reminded of, and what a record must not reveal."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.cli.doctor import examine
from bot.config.settings import Settings, load_settings, make_keys
from bot.conversation.messages import Inbound
from bot.directory.directory import Directory
from bot.directory.factors import Answer, Factor, Finding
from bot.directory.hours import Hours, is_open
from bot.directory.load import SHIPPED, load_directory
from bot.directory.model import Hidden, Service, Trait
from bot.directory.serialization import terms_of
from bot.directory.vetting import MUST, OfferStatus, Rules, due, is_offered, last_day, missing, reminder_day, standing
from bot.errors import DirectoryError
from bot.inbound.router import Router
from bot.runtime.build import open_store
from bot.runtime.runtime import Runtime
from bot.store import Store
from tests.support.app import NOON, settings, with_directory
from tests.support.vetting import vet

EXAMPLES = load_directory()
RULES = Rules()
CHECKED = dt.date(2026, 3, 31)
GOOD = Finding(Answer.YES, "a1", "intake lead", CHECKED)
VETTED = replace(
    next(one for one in EXAMPLES if one.name == "Waymakers"), assured_on=CHECKED, vetting=dict.fromkeys(MUST, GOOD)
)


def with_(service: Service, factor: Factor, found: Finding) -> Service:
    return replace(service, vetting={**service.vetting, factor: found})


@pytest.mark.parametrize(
    ("day", "stands"),
    [
        (dt.date(2026, 3, 30), OfferStatus.EXPIRED),  # nobody can have verified it in the future
        (dt.date(2026, 3, 31), OfferStatus.OFFERED),
        (dt.date(2027, 2, 28), OfferStatus.OFFERED),
        (dt.date(2027, 3, 1), OfferStatus.EXPIRING),
        (dt.date(2027, 3, 31), OfferStatus.EXPIRING),
        (dt.date(2027, 4, 1), OfferStatus.EXPIRED),
    ],
)
def test_verification_lasts_a_year_with_a_reminder_30_days_before(day: dt.date, stands: OfferStatus) -> None:
    assert standing(VETTED, day, RULES) is stands
    assert is_offered(VETTED, day, RULES) == (stands is not OfferStatus.EXPIRED)


def test_months_later_is_a_valid_day() -> None:
    assert last_day(VETTED, Rules(months=1)) == dt.date(2026, 4, 30)
    leap = replace(VETTED, assured_on=dt.date(2028, 2, 29))
    assert last_day(leap, RULES) == dt.date(2029, 2, 28)
    assert last_day(replace(VETTED, assured_on=dt.date.max), RULES) == dt.date.max


def test_hotline_is_due_sooner_but_offered_as_long() -> None:
    line = replace(VETTED, traits=VETTED.traits | {Trait.HOTLINE})
    assert reminder_day(line, RULES) == dt.date(2026, 4, 30)
    assert standing(line, dt.date(2026, 5, 1), RULES) is OfferStatus.EXPIRING
    assert last_day(line, RULES) == last_day(VETTED, RULES)


@pytest.mark.parametrize(
    "found",
    [
        replace(GOOD, answer=Answer.NO),
        replace(GOOD, answer=Answer.UNKNOWN),
        replace(GOOD, by=""),
        replace(GOOD, on=None),
        Finding(Answer.YES, note="The guide says so."),
    ],
)
def test_required_factor_needs_a_yes_that_the_team_asked_for(found: Finding) -> None:
    service = with_(VETTED, Factor.CONFIDENTIALITY, found)
    assert standing(service, CHECKED, RULES) is OfferStatus.NOT_VETTED
    assert missing(service, RULES) == (Factor.CONFIDENTIALITY,)
    assert not is_offered(service, CHECKED, RULES)
    assert is_offered(service, CHECKED, replace(RULES, must=MUST - {Factor.CONFIDENTIALITY}))


def test_demo_offers_unvetted_services_but_no_bad_ones() -> None:
    demo = Rules(demo=True)
    unknown = replace(VETTED, vetting={}, assured_on=None)
    assert is_offered(unknown, CHECKED, demo) and standing(unknown, CHECKED, demo) is OfferStatus.NOT_VETTED
    for bad in (
        with_(unknown, Factor.WILLING, Finding(Answer.NO)),
        replace(unknown, status="inactive"),
        replace(unknown, staff_only=frozenset({Hidden.SERVICE})),
    ):
        assert not is_offered(bad, CHECKED, demo)


def test_due_services_start_with_the_never_verified() -> None:
    never, gone = replace(VETTED, id="never", assured_on=None), replace(VETTED, id="gone", status="inactive")
    old = replace(VETTED, id="old", assured_on=dt.date(2020, 1, 1))
    late = due([VETTED, gone, old, never], dt.date(2027, 3, 2), RULES)
    assert [one.id for one in late] == ["never", "old", VETTED.id]
    assert due([VETTED], CHECKED, RULES) == []


def test_staff_only_number_is_not_in_the_service_text() -> None:
    line = next(one for one in EXAMPLES if one.name == "RAINN")
    hidden = replace(line, staff_only=frozenset({Hidden.PHONES}))
    assert Directory([line]).describe(line.id, "en").phone
    assert Directory([hidden]).describe(line.id, "en").phone == ""


def test_examples_are_unvetted_and_claim_only_what_the_guides_say() -> None:
    for service in EXAMPLES:
        assert EXAMPLES.standing(service.id) is OfferStatus.NOT_VETTED
        assert all("guide" in found.note and not found.was_asked for found in service.vetting.values())
    house = next(one for one in EXAMPLES if one.name == "The Lighthouse")
    assert house.vetting[Factor.TRAUMA_INFORMED].answer is Answer.YES and Trait.PRIVATE_PLACE in house.traits


# Hours


@pytest.mark.parametrize(
    ("hours", "open_"),
    [
        ((), None),
        ((Hours(frozenset(range(7)), 0, 1439),), True),
        ((Hours(frozenset({0}), 720, 1020),), None),  # its time zone is unknown
        ((Hours(frozenset({0}), 720, 1020, -8),), True),
        ((Hours(frozenset({0}), 721, 1020, -8),), False),
        ((Hours(frozenset({6}), 720, 1020, -8),), False),
        ((Hours(frozenset({6}), 1320, 780, -8),), True),  # open since last night
        ((Hours(frozenset({0}), 1320, 780, -8),), False),
        ((Hours(frozenset({0}), 720, 1020, -8), Hours(frozenset({5}), 0, 600, is_unsure=True)), True),  # surely open
        ((Hours(frozenset({6}), 720, 1020, -8), Hours(frozenset({0}), 0, 900, is_unsure=True)), None),  # perhaps
        ((Hours(frozenset({1}), 0, 300, 5.5),), True),  # half past one on Tuesday in Delhi
    ],
)
def test_hours_at_noon_on_a_monday_in_california(hours: tuple[Hours, ...], open_: bool | None) -> None:
    assert is_open(hours, NOON) is open_


# What a record must not reveal


def _shipped_with(tmp_path: Path, name: str, **changes: Any) -> list[str]:
    """Return the faults of the shipped records with one record changed.

    Keys of `attributes` are codes of terms: "told.en" sets a text, a bare code a switch.
    """
    page = json.loads((SHIPPED / "orange_county.json").read_text(encoding="utf-8"))
    page["taxonomy_terms"] = json.loads((SHIPPED / "taxonomy.json").read_text(encoding="utf-8"))["taxonomy_terms"]
    record = next(one for one in page["contents"] if name in (one["name"], one.get("alternate_name")))
    for key, value in changes.pop("attributes", {}).items():
        term = next(t["id"] for t in page["taxonomy_terms"] if t["code"] == key)
        record["attributes"] = [a for a in record["attributes"] if a["taxonomy_term_id"] != term]
        record["attributes"].append({"id": term, "taxonomy_term_id": term, "value": value})
    record |= changes
    (tmp_path / "one.json").write_text(json.dumps(page), encoding="utf-8")
    with pytest.raises(DirectoryError) as caught:
        load_directory(tmp_path / "one.json")
    return caught.value.problems


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"locations": [{"addresses": [{"address_1": "1 Elm"}]}]}, "locations.0.addresses"),
        ({"service_at_locations": [{"location": {"latitude": 33.7}}]}, "service_at_locations.0.location.latitude"),
        ({"description": "A house at 12 North Main Street."}, "description"),
        ({"attributes": {"told.en": "A safe home for ages 18 to 22. It is at 1200 E 17th St, Santa Ana."}}, "told.en"),
        ({"attributes": {"reach.es": "Ven a la calle Cuatro, o pide al equipo que te presente."}}, "reach.es"),
    ],
)
def test_record_that_reveals_a_private_place_is_refused(tmp_path: Path, changes: dict[str, Any], field: str) -> None:
    (problem,) = _shipped_with(tmp_path, "The Lighthouse", **changes)
    assert f": {field}: " in problem and "private place" in problem and "Main" not in problem


@pytest.mark.parametrize("number", ["714-555-0100", "(714) 555-0100", "714.555.0100", "1 714 555 0100", "17145550100"])
def test_staff_only_number_is_refused_in_texts_in_any_format(tmp_path: Path, number: str) -> None:
    phones = [{"id": "6f1d0b62-8f0c-4c0a-9d0f-2f5a4f0a7d11", "number": "1-714-555-0100", "type": "voice"}]
    words = {"reach.en": f"Call {number} and ask for the desk. They can help you from there.", "phones": "true"}
    (problem,) = _shipped_with(tmp_path, "Waymakers", phones=phones, attributes=words)
    assert "reach.en" in problem and "only staff" in problem and "0100" not in problem


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("told.en", "x" * 209, "208 at most"),
        ("told.es", "x" * 177, "176 at most"),
        ("reach.en", "x" * 151, "150 at most"),
        ("reach.es", "x" * 4000, "140 at most"),
        ("told.en", "A bell\a rings.", "no phone shows"),
        ("reach.en", "Call \u202e0010-555.", "no phone shows"),
    ],
)
def test_text_too_long_or_unprintable_is_refused(tmp_path: Path, code: str, text: str, told: str) -> None:
    (problem,) = _shipped_with(tmp_path, "Waymakers", attributes={code: text})
    assert code in problem and told in problem and text not in problem


def test_text_that_fills_its_limit_is_accepted(tmp_path: Path) -> None:
    problems = _shipped_with(tmp_path, "Waymakers", attributes={"told.en": "x" * 207 + "\n", "reach.en": ""})
    assert [problem.split(": ")[2] for problem in problems] == ["reach.en"]


@pytest.mark.parametrize(("code", "value"), [("confidentiality", "good"), ("confidentiality.on", "May")])
def test_invalid_finding_is_reported(tmp_path: Path, code: str, value: str) -> None:
    (problem,) = _shipped_with(tmp_path, "Waymakers", attributes={code: value})
    assert f"vetting.{code}: expected" in problem


# In production, with the examples only


def test_bot_gives_the_hotline_without_a_vetted_service(runtime: Runtime, phone: str, sid: Any) -> None:
    strict = with_directory(runtime, load_directory(clock=lambda: NOON))
    replies = [Router(strict).handle(Inbound(sid(), phone, text)) for text in ("hey", "1", "ok", "need food", "skip")]
    assert replies[-1].key == "options.none" and "1-888-373-7888" in replies[-1].text
    assert "988" in Router(strict).handle(Inbound(sid(), phone, "i want to die")).text


def test_service_withdrawn_during_a_conversation_is_not_mentioned(runtime: Runtime, phone: str, sid: Any) -> None:
    for text in ("hey", "1", "ok", "need food", "skip"):
        last = Router(runtime).handle(Inbound(sid(), phone, text))
    assert last.key == "options.offer"
    strict = with_directory(runtime, load_directory(clock=lambda: NOON))
    assert Router(strict).handle(Inbound(sid(), phone, "1")).state == "needs.stay", "asked what would help"


def test_doctor_reports_that_nothing_is_offered(redis_url: str) -> None:
    demo: Settings = replace(settings(), redis_url=redis_url)
    told = [line for line in examine(demo) if "offers none of its" in line]
    assert len(told) == 1 and "not vetted" in told[0] and "hotlines" in told[0]
    open_store(demo).close()


def test_doctor_examines_the_live_directory(store: Store, redis_url: str) -> None:
    demo: Settings = replace(settings(), redis_url=redis_url)
    vet(store)
    told = [line for line in examine(demo) if line.startswith("The directory")]
    store.directory.replace(store.directory.edition(), (), b"{}")
    (empty,) = [line for line in examine(demo) if line.startswith("The directory")]
    assert not any("offers none" in line for line in told)
    assert "none of its 0 services (it is empty)" in empty and "directory import" in empty


def test_rules_come_from_the_settings(tmp_path: Path) -> None:
    given = {"DEMO": "1", "VAR_DIR": str(tmp_path), "VETTING_MUST": "willing, security", "VERIFY_MONTHS": "6"}
    rules = load_settings(given).vetting
    assert rules == Rules(frozenset({Factor.WILLING, Factor.SECURITY}), 6, 1, demo=True)
    keys = make_keys() | {"TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "x", "TWILIO_FROM": "+15555550100"}
    assert load_settings(keys | {"PUBLIC_URL": "https://help.example.org"}).vetting == RULES


def test_our_terms_have_unique_codes() -> None:
    codes = [term.code for term in terms_of({}).values()]
    assert len(set(codes)) == len(codes)
