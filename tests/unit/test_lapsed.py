"""Consent that expires during a live conversation: the person's next text still gets a reply."""

from __future__ import annotations

from bot.actions.cases import CaseActions
from bot.casework.cases import Status
from bot.casework.consent import TEAM_DAYS
from bot.runtime.runtime import Runtime
from tests.support.app import MovedClock
from tests.support.person import YoungPerson


def test_live_conversation_ends_when_consent_expires(runtime: Runtime, clock: MovedClock) -> None:
    person, desk = YoungPerson(runtime), CaseActions(runtime)
    code = person.share("needs", name="Jay")
    desk.claim(code, "s1", "Ana")
    clock.now += TEAM_DAYS * 86_400 - 60
    person.text("1")
    assert person.state == "handoff.live" and person.case == code
    clock.now += 61
    reply = person.text("are you there")
    assert reply.text and person.case == ""
    case = runtime.store.cases.get(code)
    assert case and case.status is Status.WITHDRAWN and not case.person
    assert all(line.text != "are you there" for line in runtime.store.cases.thread(code))


def test_danger_and_a_new_request_work_after_consent_expires(runtime: Runtime, clock: MovedClock) -> None:
    person, desk = YoungPerson(runtime), CaseActions(runtime)
    code = person.just_talk()
    desk.claim(code, "s1", "Ana")
    clock.now += TEAM_DAYS * 86_400 + 1
    assert "911" in person.text("he is hitting me").text
    person.text("1", "just say i want to talk", "no name")
    assert person.case and person.case != code
