"""Danger in a held case, and a caseworker who does not answer: the person is not left alone (promises 4 and 5)."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.staff.rota import Duty, Span
from tests.support.product import new_phone
from tests.support.team import Team

pytestmark = pytest.mark.faults

MINUTE = 60


def test_danger_in_a_held_case_alerts_its_owner_and_escalates(team: Team) -> None:
    ann, ben = team.colleague("Ann"), team.colleague("Ben")
    anna = new_phone()
    code = team.asks(anna)
    team.says(ben, f"TAKE {code}")
    team.house.let_pass(5 * MINUTE)
    assert (team.alerts(ann), team.alerts(ben)) == (0, 0)
    assert "Ann" not in team.says(ann, f"TAKE {code}").text
    team.house.hears("i want to kill myself", anna)
    team.house.work()
    assert team.case(code).urgent
    assert (team.alerts(ann), team.alerts(ben)) == (0, 1)
    team.house.let_pass(3 * MINUTE)
    assert (team.alerts(ann), team.alerts(ben)) == (1, 1)
    assert team.says(ann, f"TAKE {code}").text.startswith(f"{code} is yours")
    assert team.case(code).owner == ann.id
    team.house.let_pass(5 * MINUTE)
    assert (team.alerts(ann), team.alerts(ben)) == (1, 1)


def test_danger_alerts_the_owner_first_when_nobody_is_on_duty(team: Team) -> None:
    ann, ben = team.colleague("Ann"), team.colleague("Ben")
    anna = new_phone()
    code = team.asks(anna)
    team.says(ben, f"TAKE {code}")
    local = datetime.fromtimestamp(team.house.clock(), team.house.runtime.settings.timezone)
    another_day = Span((local.weekday() + 3) % 7, 60, 120)
    team.house.store.staff.rota.change(ann.id, lambda _: Duty((another_day,)))
    team.house.hears("i want to kill myself", anna)
    team.house.work()
    assert (team.alerts(ann), team.alerts(ben)) == (0, 1)


def test_answering_owner_ends_the_alarm(team: Team) -> None:
    ann, ben = team.colleague("Ann"), team.colleague("Ben")
    anna = new_phone()
    code = team.asks(anna)
    team.says(ben, f"TAKE {code}")
    team.house.hears("i want to kill myself", anna)
    team.house.work()
    assert team.says(ben, f"{code}: I'm here with you.").text == f"Sent to {code}."
    team.house.let_pass(30 * MINUTE)
    assert (team.alerts(ann), team.alerts(ben)) == (0, 1)


def test_danger_in_a_waiting_case_alerts_again(team: Team) -> None:
    ann = team.colleague("Ann")
    anna = new_phone()
    team.asks(anna)
    team.house.let_pass(2 * MINUTE)
    team.house.hears("i want to kill myself", anna)
    team.house.hears("i want to kill myself", anna)
    team.house.work()
    assert team.alerts(ann) == 2


def test_silent_caseworker_loses_the_case_and_the_person_is_told(team: Team) -> None:
    ann, ben = team.colleague("Ann"), team.colleague("Ben")
    anna = new_phone()
    code = team.asks(anna)
    team.says(ben, f"TAKE {code}")
    team.house.work()
    team.house.hears("are you there", anna)
    look = team.house.worker.handlers.alerts.look_for_silence
    for _ in range(10):
        team.house.let_pass(MINUTE)
        team.house.hears("hello?", anna)
        assert look() == 0
    team.house.let_pass(1)
    assert look() == 1
    assert team.house.new_worker().handlers.alerts.look_for_silence() == 0
    team.house.work()
    assert team.told(anna) == 1
    assert (team.alerts(ann), team.alerts(ben)) == (1, 1)
    assert team.case(code).owner == ""
    assert team.says(ben, "hi").text.startswith("Not sent")


def test_answer_in_time_keeps_the_case(team: Team) -> None:
    ben, anna = team.colleague("Ben"), new_phone()
    code = team.asks(anna)
    team.says(ben, f"TAKE {code}")
    team.house.hears("are you there", anna)
    team.house.let_pass(9 * MINUTE)
    team.says(ben, f"{code}: yes, I am")
    team.house.let_pass(20 * MINUTE)
    assert team.house.worker.handlers.alerts.look_for_silence() == 0
