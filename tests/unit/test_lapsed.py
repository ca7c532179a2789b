"""A consent that ends by itself, in the middle of a talk: nobody writes into a silence."""

from __future__ import annotations

from bot.actions.cases import CaseActions
from bot.casework.cases import Status
from bot.casework.consent import TEAM_DAYS
from bot.runtime.runtime import Runtime
from tests.support.app import MovedClock
from tests.support.person import YoungPerson


def test_a_talk_is_over_when_the_consent_behind_it_is(runtime: Runtime, clock: MovedClock) -> None:
    her, desk = YoungPerson(runtime), CaseActions(runtime)
    code = her.share("needs", name="Jay")
    desk.claim(code, "s1", "Ana")
    clock.now += TEAM_DAYS * 86_400 - 60
    her.text("1")
    assert her.state == "handoff.live" and her.case == code
    clock.now += 61
    reply = her.text("are you there")
    assert reply.text and her.case == ""
    case = runtime.store.cases.get(code)
    assert case and case.status is Status.WITHDRAWN and not case.person
    assert all(line.text != "are you there" for line in runtime.store.cases.thread(code))


def test_danger_is_answered_and_a_person_can_be_asked_for_again(runtime: Runtime, clock: MovedClock) -> None:
    her, desk = YoungPerson(runtime), CaseActions(runtime)
    code = her.just_talk()
    desk.claim(code, "s1", "Ana")
    clock.now += TEAM_DAYS * 86_400 + 1
    assert "911" in her.text("he is hitting me").text
    her.text("1", "just say i want to talk", "no name")
    assert her.case and her.case != code
