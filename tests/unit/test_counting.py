"""What a turn and a case add to the counts, played through the real table."""

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
def her(runtime: Runtime, clock: MovedClock) -> YoungPerson:
    """Somebody in a month in which nobody else texts."""
    clock.now += 40 * 86_400 * next(MONTHS)
    return YoungPerson(runtime)


MONTHS = iter(range(1, 100))


def counted(her: YoungPerson) -> dict[str, int]:
    """What this month holds of what people did."""
    of_words = (counting.SHOWN, counting.MISSED)
    return {name: number for name, number in month(her).items() if name.split("|")[0] not in of_words}


def month(her: YoungPerson) -> dict[str, int]:
    """All that this month holds."""
    now = her.runtime.clock()
    return her.runtime.store.counts.of([f"{datetime.fromtimestamp(now, UTC):%Y-%m}"])[0]


def test_each_text_that_is_said_is_counted_by_its_key_and_what_made_no_sense_by_its_place(her: YoungPerson) -> None:
    her.text("hey", "1", "qwrtp zxcvb", "qwrtp zxcvb")
    found = month(her)
    assert found["shown|welcome.hello"] == found["shown|welcome.limits"] == 1
    assert found["not_understood|welcome.limits"] == 2
    said = sum(number for name, number in found.items() if name.startswith("shown|"))
    missed = sum(number for name, number in found.items() if name.startswith("not_understood|"))
    assert (said, missed) == (4, 2)


def test_a_need_is_counted_once_and_taken_along_when_its_area_is_said(her: YoungPerson) -> None:
    her.text(*STORY[:6])
    assert counted(her) == {
        "language|en": 1, "need_asked|shelter_tonight|": 1, "need_placed|shelter_tonight|US-CA/Orange County": 1,
    }  # fmt: skip
    her.text("need a place to sleep tonight")
    assert counted(her)["need_asked|shelter_tonight|"] == 1


def test_a_need_named_when_the_area_is_known_is_counted_there(her: YoungPerson) -> None:
    her.text(*STORY[:6], "i need food")
    assert counted(her)["need_asked|food|US-CA/Orange County"] == 1


def test_an_area_that_is_not_said_is_not_guessed(her: YoungPerson) -> None:
    her.text(*STORY[:5], "skip")
    assert not [name for name in counted(her) if "US" in name or name.startswith("need_placed")]


def test_a_need_is_met_by_an_introduction_or_by_the_way_to_reach_a_service(her: YoungPerson) -> None:
    her.text(*STORY)
    found = counted(her)
    assert (found["need_met|shelter_tonight|US-CA/Orange County"], found["introduction_asked"]) == (1, 1)


def test_an_introduction_after_the_contact_is_not_met_twice(her: YoungPerson) -> None:
    her.text(*STORY[:6], "how to reach them", "no")
    assert her.state == "options.contact"
    her.text("have someone introduce me")
    found = counted(her)
    assert (found["need_met|shelter_tonight|US-CA/Orange County"], found["introduction_asked"]) == (1, 1)


def test_a_need_that_nothing_fits_is_unmet_once_however_often_one_looks(her: YoungPerson) -> None:
    her.text("hey", "1", "ok", "i need food", "thats right", "fairbanks alaska")
    while her.state == "options.offer":
        her.text("another place")
    assert her.state == "options.none"
    her.text("another place", "next")
    assert {name: n for name, n in counted(her).items() if name.startswith("need_unmet")} == {
        "need_unmet|food|US-AK/Fairbanks North Star Borough": 1
    }


def test_a_need_that_only_something_close_would_fit_is_unmet_once_and_may_be_met_all_the_same(her: YoungPerson) -> None:
    her.text("hey", "1", "ok", "immigration", "thats right", "anaheim ca", "not now", "where it is", "look for that")
    her.text("another", "another")
    assert her.state == "options.nearest"
    her.text("tell me about it")
    assert her.state == "options.offer"
    her.text("another")
    assert her.state == "options.none"
    found = {name: n for name, n in counted(her).items() if name.startswith("need_unmet")}
    assert found == {"need_unmet|immigration|US-CA/Orange County": 1}


def test_a_reason_is_counted_and_so_is_none(her: YoungPerson) -> None:
    her.text(*STORY[:6], "not now", "2")
    assert her.state == "hesitation.travel"
    assert counted(her)["hesitated|getting_there"] == 1
    other = YoungPerson(her.runtime)
    other.text(*STORY[:6], "not now", "not now")
    assert counted(her)["hesitated|not_said"] == 1


def test_the_language_is_counted_once_and_as_she_wrote(her: YoungPerson) -> None:
    her.text("hola", "1", "ok", "menu", "hola")
    assert {name: n for name, n in counted(her).items() if name.startswith("language")} == {"language|es": 1}


def test_under_13_nothing_that_was_told_is_counted_any_more(her: YoungPerson) -> None:
    her.text("hey", "1", "ok", "im 12")
    before = counted(her)
    her.text("need a place to sleep tonight")
    assert counted(her) == before


def test_asking_for_a_person_counts_when_a_case_opens_and_not_again(her: YoungPerson) -> None:
    assert her.just_talk()
    her.text("talk to a person")
    assert counted(her)["asked_for_person"] == 1
    her.text("stop")
    assert counted(her)["outcome|stopped"] == 1


def test_no_count_holds_a_word_of_hers(her: YoungPerson) -> None:
    her.text("hey", "1", "ok", "zanzibar pineapple need food", "thats right", "12 rose street, santa ana ca 92701")
    assert not [name for name in counted(her) if {"zanzibar", "pineapple", "rose", "92701"} & set(name.lower().split())]
    assert not [name for name in counted(her) if "Santa Ana" in name]


# Cases


@pytest.mark.parametrize(("seconds", "name"), [
    (0, "5_min"), (300, "5_min"), (301, "15_min"), (900, "15_min"), (3600, "1_hour"), (14_400, "4_hours"),
    (14_401, "longer"),
])  # fmt: skip
def test_the_wait_is_from_opening_to_the_first_who_takes_it(seconds: int, name: str) -> None:
    now = OPENED + seconds
    assert of_case(CASE, taken(CASE, "sam", now), now) == (f"waited|{name}",)


def test_a_case_that_was_held_before_has_waited_only_once() -> None:
    held = taken(CASE, "sam", 2_000)
    assert of_case(held, waiting_again(held, 3_000), 3_000) == ()
    assert of_case(waiting_again(held, 3_000), taken(held, "lea", 4_000), 4_000) == ()
    assert of_case(held, taken(held, "lea", 4_000), 4_000) == ()
    assert of_case(held, None, 4_000) == ()


def test_an_end_counts_by_its_outcome_or_by_what_ended_it() -> None:
    held = taken(CASE, "sam", 2_000)
    assert of_case(held, ended(held, Status.CLOSED, 3_000, "helped"), 3_000) == ("outcome|helped",)
    assert of_case(CASE, ended(CASE, Status.WITHDRAWN, 3_000), 3_000) == ("outcome|withdrawn",)
    assert of_case(ended(CASE, Status.CLOSED, 3_000, "helped"), replace(CASE), 4_000) == (counting.ASKED_FOR_PERSON,)


@pytest.mark.parametrize(("area", "name"), [
    (None, ""), (Area("Santa Ana", "Orange County", "CA", "US"), "US-CA/Orange County"),
    (Area("Surrey", "", "BC", "CA"), "CA-BC"), (Area(country="US"), "US"),
])  # fmt: skip
def test_an_area_is_never_finer_than_a_county(area: Area | None, name: str) -> None:
    assert area_name(area) == name
