"""Counts that a turn and a case add, played through the real table."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.casework.cases import Case, CaseCode, Status, ended, taken, waiting_again
from bot.flows.model import Area
from bot.reports import metrics as counting
from bot.reports.metrics import area_name, of_case
from bot.runtime.runtime import Runtime
from tests.support.app import MovedClock
from tests.support.person import STORY, YoungPerson

OPENED = 1_000
CASE = Case(CaseCode("K7QM"), "somebody", OPENED, "en", urgent=False)


@pytest.fixture
def person(runtime: Runtime, clock: MovedClock) -> YoungPerson:
    """Provide a person in a month in which nobody else texts."""
    clock.now += 40 * 86_400 * next(MONTHS)
    return YoungPerson(runtime)


MONTHS = iter(range(1, 100))


def counted(person: YoungPerson) -> dict[str, int]:
    """Return this month's counts of what people did."""
    of_words = (counting.SHOWN, counting.MISSED)
    return {name: number for name, number in month(person).items() if name.split("|")[0] not in of_words}


def month(person: YoungPerson) -> dict[str, int]:
    """Return all counts of this month."""
    now = person.runtime.clock()
    return person.runtime.store.counts.of([f"{datetime.fromtimestamp(now, UTC):%Y-%m}"])[0]


def test_replies_are_counted_by_key_and_misunderstandings_by_state(person: YoungPerson) -> None:
    person.text("hey", "1", "qwrtp zxcvb", "qwrtp zxcvb")
    found = month(person)
    assert found["shown|welcome.hello"] == found["shown|welcome.limits"] == 1
    assert found["not_understood|welcome.limits"] == 2
    said = sum(number for name, number in found.items() if name.startswith("shown|"))
    missed = sum(number for name, number in found.items() if name.startswith("not_understood|"))
    assert (said, missed) == (4, 2)


def test_need_is_counted_once_and_placed_when_its_area_is_known(person: YoungPerson) -> None:
    person.text(*STORY[:5])
    assert counted(person) == {
        "language|en": 1, "need_asked|shelter_tonight|": 1, "need_placed|shelter_tonight|US-CA/Orange County": 1,
    }  # fmt: skip
    person.text("need a place to sleep tonight")
    assert counted(person)["need_asked|shelter_tonight|"] == 1


def test_need_is_counted_in_an_area_that_is_already_known(person: YoungPerson) -> None:
    person.text(*STORY[:5], "i need food")
    assert counted(person)["need_asked|food|US-CA/Orange County"] == 1


def test_area_is_not_guessed_when_skipped(person: YoungPerson) -> None:
    person.text(*STORY[:4], "skip")
    assert not [name for name in counted(person) if "US" in name or name.startswith("need_placed")]


def test_need_is_met_by_an_introduction_or_contact_details(person: YoungPerson) -> None:
    person.text(*STORY)
    found = counted(person)
    assert (found["need_met|shelter_tonight|US-CA/Orange County"], found["introduction_asked"]) == (1, 1)


def test_need_is_met_once_when_an_introduction_follows_contact_details(person: YoungPerson) -> None:
    person.text(*STORY[:5], "how to reach them")
    assert person.state == "options.contact"
    person.text("have someone introduce me")
    found = counted(person)
    assert (found["need_met|shelter_tonight|US-CA/Orange County"], found["introduction_asked"]) == (1, 1)


def test_need_without_a_service_is_unmet_once(person: YoungPerson) -> None:
    person.text("hey", "1", "ok", "i need food", "fairbanks alaska")
    while person.state == "options.offer":
        person.text("another place")
    assert person.state == "options.none"
    person.text("another place", "next")
    assert {name: n for name, n in counted(person).items() if name.startswith("need_unmet")} == {
        "need_unmet|food|US-AK/Fairbanks North Star Borough": 1
    }


def test_need_with_only_a_near_match_is_unmet_once(person: YoungPerson) -> None:
    person.text("hey", "1", "ok", "immigration", "anaheim ca", "not now", "where it is", "look for that")
    person.text("another", "another")
    assert person.state == "options.nearest"
    person.text("tell me about it")
    assert person.state == "options.offer"
    person.text("another")
    assert person.state == "options.none"
    found = {name: n for name, n in counted(person).items() if name.startswith("need_unmet")}
    assert found == {"need_unmet|immigration|US-CA/Orange County": 1}


def test_hesitation_is_counted_with_or_without_a_reason(person: YoungPerson) -> None:
    person.text(*STORY[:5], "not now", "heard things")
    assert person.state == "hesitation.rumours"
    assert counted(person)["hesitated|heard_things"] == 1
    other = YoungPerson(person.runtime)
    other.text(*STORY[:5], "not now", "not now")
    assert counted(person)["hesitated|not_said"] == 1


def test_language_is_counted_once_as_the_person_wrote(person: YoungPerson) -> None:
    person.text("hola", "1", "ok", "menu", "hola")
    assert {name: n for name, n in counted(person).items() if name.startswith("language")} == {"language|es": 1}


def test_nothing_is_counted_for_a_person_under_13(person: YoungPerson) -> None:
    person.text("hey", "1", "ok", "im 12")
    before = counted(person)
    person.text("need a place to sleep tonight")
    assert counted(person) == before


def test_request_for_a_person_is_counted_once_per_case(person: YoungPerson) -> None:
    assert person.just_talk()
    person.text("talk to a person")
    assert counted(person)["asked_for_person"] == 1
    person.text("stop")
    assert counted(person)["outcome|stopped"] == 1


def test_counts_contain_no_word_of_the_person(person: YoungPerson) -> None:
    person.text("hey", "1", "ok", "zanzibar pineapple need food", "12 rose street, santa ana ca 92701")
    assert not [
        name for name in counted(person) if {"zanzibar", "pineapple", "rose", "92701"} & set(name.lower().split())
    ]
    assert not [name for name in counted(person) if "Santa Ana" in name]


# Cases


@pytest.mark.parametrize(("seconds", "name"), [
    (0, "5_min"), (300, "5_min"), (301, "15_min"), (900, "15_min"), (3600, "1_hour"), (14_400, "4_hours"),
    (14_401, "longer"),
])  # fmt: skip
def test_wait_is_counted_from_opening_to_first_claim(seconds: int, name: str) -> None:
    now = OPENED + seconds
    assert of_case(CASE, taken(CASE, "sam", now), now) == (f"waited|{name}",)


def test_wait_is_counted_once_when_a_case_is_reclaimed() -> None:
    held = taken(CASE, "sam", 2_000)
    assert of_case(held, waiting_again(held, 3_000), 3_000) == ()
    assert of_case(waiting_again(held, 3_000), taken(held, "lea", 4_000), 4_000) == ()
    assert of_case(held, taken(held, "lea", 4_000), 4_000) == ()
    assert of_case(held, None, 4_000) == ()


def test_end_is_counted_by_outcome_or_cause() -> None:
    held = taken(CASE, "sam", 2_000)
    assert of_case(held, ended(held, Status.CLOSED, 3_000, "helped"), 3_000) == ("outcome|helped",)
    assert of_case(CASE, ended(CASE, Status.WITHDRAWN, 3_000), 3_000) == ("outcome|withdrawn",)
    assert of_case(ended(CASE, Status.CLOSED, 3_000, "helped"), replace(CASE), 4_000) == (counting.ASKED_FOR_PERSON,)


@pytest.mark.parametrize(("area", "name"), [
    (None, ""), (Area("Santa Ana", "Orange County", "CA", "US"), "US-CA/Orange County"),
    (Area("Surrey", "", "BC", "CA"), "CA-BC"), (Area(country="US"), "US"),
])  # fmt: skip
def test_area_is_counted_no_finer_than_a_county(area: Area | None, name: str) -> None:
    assert area_name(area) == name
