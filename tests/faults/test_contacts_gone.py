"""A contact who is silent, says no, leaves, cannot be reached or is the wrong one: told and ended, nothing astray."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.casework.cases import Stage
from bot.sms.twilio import Sms
from tests.support.meeting import Meeting
from tests.support.person import YoungPerson
from tests.support.product import new_phone
from tests.support.team import Team

pytestmark = pytest.mark.faults

MINUTE, DAY = 60, 86_400
ENDED = "Oak Line: this introduction has ended. Nothing more comes. Thank you."


def test_a_silent_contact_is_told_to_the_young_person_once_and_a_late_answer_still_joins(meeting: Meeting) -> None:
    meeting.propose()
    meeting.agrees()
    meeting.house.work()
    seconds = meeting.house.conversation.parts.settings.contact_silent_seconds
    look = meeting.house.worker.contacts.look
    meeting.house.clock.now = meeting.house.clock() + seconds
    assert look() == 0
    meeting.house.clock.now += 1
    assert (look(), look()) == (1, 0)
    meeting.house.work()
    assert len([text for text in meeting.got(meeting.her.phone) if "hasn't answered yet" in text]) == 1
    assert meeting.joins().text.startswith("Thank you for joining.")


@pytest.mark.parametrize(
    ("said", "answer"),
    [("no, sorry", "Thank you for telling us."), ("LEAVE", "You have left."), ("STOP", "Oak Line: you get no more")],
)
def test_a_contact_who_will_not_come_is_told_to_both_and_gets_nothing_more(
    meeting: Meeting, said: str, answer: str
) -> None:
    meeting.propose()
    meeting.agrees("needs")
    meeting.house.work()
    assert meeting.dana(said).text.startswith(answer)
    meeting.her.text("hello?")
    meeting.house.let_pass(60 * MINUTE)
    assert len(meeting.got()) == 1
    assert "has left" in meeting.got(meeting.her.phone)[-1]
    assert f"{meeting.code}: Dana has left." in meeting.team.texts(meeting.sam)


@pytest.mark.parametrize("said", ["BYE", "STOP"])
def test_a_contact_who_leaves_hears_no_more(meeting: Meeting, said: str) -> None:
    meeting.propose()
    meeting.agrees("needs", "name")
    meeting.house.work()
    meeting.joins()
    before = meeting.got()
    meeting.her.text("one thing")  # queued
    meeting.dana(said)
    meeting.her.text("are you there")
    meeting.team.says(meeting.sam, "she left")
    meeting.house.let_pass(5 * MINUTE)
    assert meeting.got() == before
    assert [text for text in meeting.team.texts(meeting.sam) if "Dana" in text][-1] == f"{meeting.code}: Dana has left."
    assert meeting.dana("hi again").text == (
        "" if said == "STOP" else "This introduction has ended. We did not pass on your text."
    )


def test_stop_by_a_contact_leaves_every_talk(team: Team) -> None:
    sam, phone = team.colleague("Sam"), new_phone()
    met = []
    for name in ("Jay", "Kim"):
        one = Meeting(team, sam, YoungPerson(team.house.conversation, new_phone()), phone=phone)
        one.code = one.her.share("needs", name=name)
        team.says(sam, f"TAKE {one.code}")
        one.propose()
        one.agrees("name")
        team.house.work()
        one.joins()
        met.append(one)
    first, second = met
    assert first.dana("hello").text.startswith("Not sent: start with")
    assert first.dana(f"{first.held.code}: hello Jay").text == f"Sent to {first.held.code}."
    second.her.text("hi dana")
    team.house.work()
    assert first.got(first.her.phone)[-1] == "Dana: hello Jay"
    assert not any("hello Jay" in text for text in first.got(second.her.phone))
    assert first.got()[-1] == f"{second.held.code} Kim: hi dana"
    first.dana("STOP")
    assert [one.held.stage for one in met] == [Stage.OVER, Stage.OVER]


def test_a_contact_who_comes_later_hears_nothing_of_before(meeting: Meeting) -> None:
    meeting.propose()
    meeting.agrees("name")
    meeting.house.work()
    meeting.joins()
    meeting.her.text("for dana only")  # queued, while the provider is slow
    meeting.acts.withdraw(meeting.code, meeting.held.code, meeting.sam.id)
    meeting.house.clock.now = meeting.house.clock() + 1
    service, other = meeting.held.service, new_phone()
    meeting.acts.propose(meeting.code, meeting.sam.id, service, "Eli", other)
    meeting.agrees("name")
    meeting.acts.joined(meeting.code, meeting.held.code)
    meeting.house.work()
    assert not any("for dana only" in text for text in (*meeting.got(), *meeting.got(other)))
    assert meeting.got()[-1] == ENDED, "though somebody else is introduced by now"


@pytest.mark.parametrize("mode", ["21610", "21211"])
def test_a_number_that_takes_no_texts_ends_it_and_the_caseworker_sees_why(meeting: Meeting, mode: str) -> None:
    meeting.propose()
    meeting.house.provider.refuses[meeting.phone] = mode
    meeting.agrees("name")
    meeting.house.work()
    assert meeting.held.stage is Stage.OVER
    assert "contact_unreachable" in [line.text for line in meeting.house.store.cases.thread(meeting.code)]
    assert "has left" in meeting.got(meeting.her.phone)[-1]


def test_texts_that_are_reported_as_not_arrived_are_seen_and_an_invitation_so_lost_ends_it(meeting: Meeting) -> None:
    def lose_the_last() -> None:
        sid = meeting.house.provider.sids_to(meeting.phone)[-1]
        meeting.house.store.sent.report(sid, "undelivered", 4, 30005, lost=True)
        meeting.house.work()

    def facts() -> list[str]:
        return [line.text for line in meeting.house.store.cases.thread(meeting.code)]

    meeting.propose()
    meeting.agrees()
    meeting.house.work()
    meeting.joins()
    meeting.her.text("hi")
    meeting.house.work()
    lose_the_last()
    assert (facts().count("contact_missed"), meeting.held.stage) == (1, Stage.JOINED)
    meeting.acts.withdraw(meeting.code, meeting.held.code, meeting.sam.id)
    meeting.propose()
    meeting.agrees()
    meeting.house.work()
    lose_the_last()
    assert (facts().count("contact_unreachable"), meeting.held.stage) == (1, Stage.OVER)


@pytest.mark.parametrize("mode", ["429", "500", "taken, then 500", "taken, then cut"])
def test_an_invitation_that_the_provider_did_not_take_or_not_confirm_goes_out_once(meeting: Meeting, mode: str) -> None:
    meeting.propose()
    meeting.agrees("name")
    with meeting.house.provider.broken(mode):
        meeting.house.work()
    meeting.house.let_pass(5 * MINUTE)
    assert len(meeting.got()) == 1


def test_what_is_taken_back_while_the_provider_is_asked_about_a_first_try_does_not_go_out(
    meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting.propose()
    meeting.agrees("name")
    meeting.house.work()
    meeting.joins()
    meeting.her.text("my street")
    with meeting.house.provider.broken("500"):
        meeting.house.work()
    real = Sms.sent_since

    def and_meanwhile(sms: Sms, phone: str, since: datetime) -> list[tuple[str, str]]:
        if phone == meeting.phone:
            meeting.her.text("not now")
        return real(sms, phone, since)

    monkeypatch.setattr(Sms, "sent_since", and_meanwhile)
    meeting.house.let_pass(5 * MINUTE)
    assert not any("my street" in text for text in meeting.got())
    assert meeting.got()[-1] == ENDED


def test_a_wrong_number_that_texts_on_its_own_keeps_its_own_conversation(meeting: Meeting) -> None:
    ben = YoungPerson(meeting.house.conversation, new_phone())
    ben.text("hey", "1", "ok")
    meeting.propose(ben.phone)
    meeting.agrees("name")
    meeting.house.work()
    assert ben.text("need food").state == "needs.confirm" or ben.state != "contact"
    assert ben.text("i want to kill myself").state.startswith("safety.")
    assert meeting.held.stage is Stage.INVITED
    ben.text("STOP")
    assert meeting.held.stage is Stage.OVER
    assert meeting.house.store.load(ben.phone, "").stopped
