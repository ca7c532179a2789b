"""Alerts for a person who comes back: their last caseworker first, if they want to be remembered, and nobody waits."""

from __future__ import annotations

import pytest

from bot.staff.accounts import Staff
from tests.faults.test_alerts import on_duty
from tests.support.product import Phone, new_phone
from tests.support.team import Team

pytestmark = pytest.mark.faults

MINUTE = 60
TO_THE_QUESTION = ("hey", "1", "ok", "talk to a person", "just say i want to talk", "Sky")


def comes_back(team: Team, ben: Staff, remember: str) -> Phone:
    """Let a person whose last case Ben held ask for somebody again."""
    anna = new_phone()
    for text in (*TO_THE_QUESTION, remember):
        team.house.hears(text, anna)
    code = team.house.session(anna).case
    team.says(ben, f"TAKE {code}")
    team.says(ben, f"CLOSE {code} helped")
    before = team.house.session(anna)
    assert (before.last_caseworker_id, before.case) == (ben.id, "")
    for text in ("menu", "talk to a person", "just say i want to talk", "no name"):
        team.house.hears(text, anna)
    team.house.work()
    return anna


def test_returning_person_gets_their_last_caseworker_first(team: Team) -> None:
    ann, ben = team.colleague("Ann"), team.colleague("Ben")
    comes_back(team, ben, "keep a note")
    assert (team.alerts(ann), team.alerts(ben)) == (0, 1)
    team.house.let_pass(3 * MINUTE)
    assert (team.alerts(ann), team.alerts(ben)) == (1, 1)


def test_nobody_waits_for_a_last_caseworker_who_is_not_on_call(team: Team) -> None:
    ann, ben = team.colleague("Ann"), team.colleague("Ben")
    on_duty(team, ann)
    comes_back(team, ben, "keep a note")
    assert (team.alerts(ann), team.alerts(ben)) == (1, 0)


def test_who_is_not_remembered_is_alerted_like_somebody_new(team: Team) -> None:
    ann, ben = team.colleague("Ann"), team.colleague("Ben")
    comes_back(team, ben, "not now")
    assert (team.alerts(ann), team.alerts(ben)) == (1, 1)
