"""Danger reads as danger: alerts say so and how many wait, the wait never starts anew, staff can set a case urgent."""

from __future__ import annotations

import pytest

from bot.casework.cases import BY_STAFF, Case, CaseCode, Status, answered, heard, taken, waiting_again
from bot.jobs import alert_bundle as bundles
from bot.staff.accounts import Role
from tests.support.product import new_phone
from tests.support.team import Team

pytestmark = pytest.mark.faults

MINUTE = 60


@pytest.mark.parametrize(
    "text", ["i want to kill myself", "he has a gun", "i cant breathe", "quiero matarme", "my boyfriend is hitting me"]
)
def test_alert_to_danger_says_urgent_and_nothing_of_it(team: Team, text: str) -> None:
    ann, anna = team.colleague("Ann"), new_phone()
    code = team.asks(anna)
    team.house.work()
    team.house.hears(text, anna)
    team.house.work()
    first, second = team.texts(ann)
    assert "URGENT" not in first
    assert second.startswith(f"Oak Line: URGENT: case {code} has just come in.")
    for word in set(text.split()) - set(first.split()):  # "has" is a word of every alert
        assert f" {word} " not in second


def test_many_cases_share_one_alert(team: Team) -> None:
    ann = team.colleague("Ann")
    codes = [team.asks(new_phone()) for _ in range(9)]
    team.house.work()
    (text,) = team.texts(ann)
    assert "9 cases wait: " in text
    assert (
        f"Reply TAKE {sorted(codes, key=lambda code: team.case(code).opened_at)[0]} or BOARD" in text or "BOARD" in text
    )
    assert len(text) <= 320


def test_cases_that_come_one_after_the_other_are_bundled(team: Team) -> None:
    ann = team.colleague("Ann")
    for _ in range(12):
        team.asks(new_phone())
        team.house.clock.now = team.house.clock() + 10
        team.house.work()
    team.house.let_pass(MINUTE)
    assert len(team.texts(ann)) <= 4
    assert "12 cases wait" in team.texts(ann)[-1]


def test_danger_is_not_held_back_by_an_alert_before_it(team: Team) -> None:
    ann = team.colleague("Ann")
    team.asks(new_phone())
    team.house.work()
    anna = new_phone()
    code = team.asks(anna)
    team.house.hears("i want to kill myself", anna)
    team.house.work()
    assert team.texts(ann)[-1].startswith(
        f"Oak Line: URGENT: case {code} has just come in. 2 cases wait, 1 urgent: {code}"
    )


def test_bundle_that_does_not_arrive_moves_every_case_on(team: Team) -> None:
    ann, lea = team.colleague("Ann"), team.colleague("Lea", Role.LEAD)
    team.house.store.staff.rota.change(ann.id, lambda duty: type(duty)((), team.house.clock() + 86_400))
    codes = [team.asks(new_phone()) for _ in range(3)]
    team.house.work()
    assert len(team.texts(ann)) == 1
    (sid,) = team.house.provider.sids_to(ann.phone)
    team.house.store.sent.report(sid, "undelivered", 4, 30003, lost=True)
    team.house.let_pass(2 * MINUTE)
    assert all(any(code in text for text in team.texts(lea)) for code in codes)


def test_holder_is_not_told_that_their_case_waits(team: Team) -> None:
    ann, ben, anna = team.colleague("Ann"), team.colleague("Ben"), new_phone()
    code = team.asks(anna)
    team.says(ben, f"TAKE {code}")
    team.house.hears("im scared of my boyfriend he has a gun", anna)
    team.house.work()
    told = [text for text in team.texts(ben) if "URGENT" in text]
    assert [text.split(". ")[0] for text in told] == [f"Oak Line: URGENT: your case {code} needs an answer now"]
    assert not any("URGENT: case" in text for text in team.texts(ben))
    team.house.let_pass(4 * MINUTE)
    assert f"URGENT: case {code} has waited 3 min." in team.texts(ann)[-1]


def test_wait_goes_on_when_a_case_comes_back(team: Team) -> None:
    ann, ben, anna = team.colleague("Ann"), team.colleague("Ben"), new_phone()
    code = team.asks(anna)
    team.says(ben, f"TAKE {code}")
    team.says(ben, f"{code}: hi, I'm Ben")
    team.house.work()
    team.house.let_pass(30 * MINUTE)
    team.house.hears("are you there", anna)
    since = team.house.clock()
    team.house.let_pass(14 * MINUTE)
    assert team.house.worker.handlers.alerts.look_for_silence() == 1
    team.house.work()
    assert team.case(code).waits_since == since
    assert f"case {code} has waited 14 min." in team.texts(ann)[-1]


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "case K7QM has just come in."), (1, "case K7QM has waited 1 min."), (12, "case K7QM has waited 12 min.")],
)
def test_alert_says_in_plain_words_how_long_a_case_has_waited(team: Team, minutes: int, said: str) -> None:
    text = bundles.Bundle(minutes, 1, 0, ("K7QM",)).words(team.house.runtime.settings)
    assert text.startswith(f"Oak Line: {said} ")


CASE = Case(CaseCode("K7QM"), "p", 100, "en", urgent=False, waiting_since=100)


@pytest.mark.parametrize(
    ("case", "since"),
    [
        (taken(CASE, "ann", 200), 100),
        (taken(taken(CASE, "ann", 200), "ben", 300), 100),
        (answered(taken(CASE, "ann", 200), 300), 900),
        (heard(answered(taken(CASE, "ann", 200), 300), 400), 400),
        (heard(heard(answered(taken(CASE, "ann", 200), 300), 400), 500), 400),
        (taken(heard(answered(taken(CASE, "ann", 200), 300), 400), "ben", 600), 400),
        (heard(taken(CASE, "ann", 200), 300), 100),
        (taken(waiting_again(taken(CASE, "ann", 200), 300), "ben", 400), 100),
    ],
)
def test_wait_begins_with_the_first_text_that_nobody_answered(case: Case, since: int) -> None:
    back = waiting_again(case, 900)
    assert (back.status, back.waits_since) == (Status.WAITING, since)


def test_staff_set_a_case_urgent_and_take_it_back(team: Team) -> None:
    ann = team.colleague("Ann")
    code = team.asks(new_phone())
    team.desk.set_urgent(code, urgent=True)
    assert (team.case(code).urgent, team.case(code).why_urgent) == (True, BY_STAFF)
    team.house.work()
    assert team.texts(ann)[0].startswith(f"Oak Line: URGENT: case {code}")
    team.desk.set_urgent(code, urgent=False)
    assert (team.case(code).urgent, team.case(code).why_urgent) == (False, "")


def test_reason_is_kept_only_of_danger_in_a_talk(team: Team) -> None:
    ben, anna, lupe = team.colleague("Ben"), new_phone(), new_phone()
    waiting, held = team.asks(anna), team.asks(lupe)
    team.says(ben, f"TAKE {held}")
    for phone in (anna, lupe):
        team.house.hears("i want to kill myself", phone)
    assert (team.case(waiting).urgent, team.case(waiting).why_urgent) == (True, "")
    assert (team.case(held).urgent, team.case(held).why_urgent) == (True, "self_harm")


def test_stored_bundle_makes_the_same_words(team: Team) -> None:
    settings = team.house.runtime.settings
    for bundle in (
        bundles.Bundle(0, 1, 0, ("K7QM",)), bundles.Bundle(12, 3, 1, ("K7QM", "AB2D", "CX4F")),
        bundles.Bundle(999, 80, 40, tuple(f"A{number:03}" for number in range(40))),
    ):  # fmt: skip
        assert bundles.Bundle.read(bundle.dump()).words(settings) == bundle.words(settings)
