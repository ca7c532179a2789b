"""Contacts who are silent, decline, leave, cannot be reached or are wrong: reported and ended, with nothing leaked."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.casework.cases import IntroductionStatus
from bot.sms.twilio import TwilioClient
from tests.support.meeting import Meeting
from tests.support.person import YoungPerson
from tests.support.product import new_phone
from tests.support.team import Team

pytestmark = pytest.mark.faults

MINUTE, DAY = 60, 86_400
ENDED = "Oak Line: this introduction has ended. Nothing more comes. Thank you."


def test_silent_contact_is_reported_once_and_may_still_join(meeting: Meeting) -> None:
    meeting.propose()
    meeting.agrees()
    meeting.house.work()
    seconds = meeting.house.runtime.settings.contact_silent_seconds
    look = meeting.house.worker.handlers.contacts.look
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
def test_declining_contact_is_reported_and_gets_nothing_more(meeting: Meeting, said: str, answer: str) -> None:
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
def test_leaving_contact_gets_nothing_more(meeting: Meeting, said: str) -> None:
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


def test_contact_stop_leaves_every_conversation(team: Team) -> None:
    sam, phone = team.colleague("Sam"), new_phone()
    met = []
    for name in ("Jay", "Kim"):
        one = Meeting(team, sam, YoungPerson(team.house.runtime, new_phone()), phone=phone)
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
    assert [one.held.stage for one in met] == [IntroductionStatus.OVER, IntroductionStatus.OVER]


def test_later_contact_gets_no_earlier_texts(meeting: Meeting) -> None:
    meeting.propose()
    meeting.agrees("name")
    meeting.house.work()
    meeting.joins()
    meeting.her.text("for dana only")  # queued while the provider is slow
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
def test_unreachable_number_ends_the_introduction_with_a_reason(meeting: Meeting, mode: str) -> None:
    meeting.propose()
    meeting.house.provider.refuses[meeting.phone] = mode
    meeting.agrees("name")
    meeting.house.work()
    assert meeting.held.stage is IntroductionStatus.OVER
    assert "contact_unreachable" in [line.text for line in meeting.house.store.cases.thread(meeting.code)]
    assert "has left" in meeting.got(meeting.her.phone)[-1]


def test_undelivered_texts_are_shown_and_a_lost_invitation_ends_it(meeting: Meeting) -> None:
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
    assert (facts().count("contact_missed"), meeting.held.stage) == (1, IntroductionStatus.JOINED)
    meeting.acts.withdraw(meeting.code, meeting.held.code, meeting.sam.id)
    meeting.propose()
    meeting.agrees()
    meeting.house.work()
    lose_the_last()
    assert (facts().count("contact_unreachable"), meeting.held.stage) == (1, IntroductionStatus.OVER)


@pytest.mark.parametrize("mode", ["429", "500", "taken, then 500", "taken, then cut"])
def test_invitation_is_sent_once_despite_provider_failures(meeting: Meeting, mode: str) -> None:
    meeting.propose()
    meeting.agrees("name")
    with meeting.house.provider.broken(mode):
        meeting.house.work()
    meeting.house.let_pass(5 * MINUTE)
    assert len(meeting.got()) == 1


def test_invitation_withdrawn_during_a_send_check_is_not_sent(
    meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting.propose()
    meeting.agrees("name")
    meeting.house.work()
    meeting.joins()
    meeting.her.text("my street")
    with meeting.house.provider.broken("500"):
        meeting.house.work()
    real = TwilioClient.sent_since

    def and_meanwhile(sms: TwilioClient, phone: str, since: datetime) -> list[tuple[str, str]]:
        if phone == meeting.phone:
            meeting.her.text("not now")
        return real(sms, phone, since)

    monkeypatch.setattr(TwilioClient, "sent_since", and_meanwhile)
    meeting.house.let_pass(5 * MINUTE)
    assert not any("my street" in text for text in meeting.got())
    assert meeting.got()[-1] == ENDED


def test_wrong_number_that_texts_has_its_own_conversation(meeting: Meeting) -> None:
    ben = YoungPerson(meeting.house.runtime, new_phone())
    ben.text("hey", "1", "ok")
    meeting.propose(ben.phone)
    meeting.agrees("name")
    meeting.house.work()
    assert ben.text("need food").state == "needs.confirm" or ben.state != "contact"
    assert ben.text("i want to kill myself").state.startswith("safety.")
    assert meeting.held.stage is IntroductionStatus.INVITED
    ben.text("STOP")
    assert meeting.held.stage is IntroductionStatus.OVER
    assert meeting.house.store.load(ben.phone, "").stopped
