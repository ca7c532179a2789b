"""Warm hand-off by text: a contact learns nothing before a yes, then what was agreed, and nothing afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from bot.actions.cases import StaleCase
from bot.casework.cases import IntroductionStatus, Kind
from tests.support.meeting import INVITED, Meeting
from tests.support.product import new_phone, new_sid

pytestmark = pytest.mark.faults

MINUTE, DAY = 60, 86_400
ENDED = "Oak Line: this introduction has ended. Nothing more comes. Thank you."


def test_hand_off_by_text_reaches_each_once_without_numbers(meeting: Meeting) -> None:
    met = meeting
    met.propose()
    assert met.got() == []
    assert met.her.state == "consent.agency"
    met.agrees("needs", "name")
    met.house.work()
    (invitation,) = met.got()
    assert INVITED in invitation and met.held.code in invitation
    assert not any(told in invitation for told in ("Jay", "sleep", met.code, "Sam"))
    assert met.joins().text.startswith("Thank you for joining.")
    told = "Shared with you, for this introduction only: needs: a place to sleep tonight; name: Jay."
    assert met.got()[1:] == [f"{told} Until {_day(met)}."]
    assert "Dana is here now too" in met.got(met.her.phone)[-1]
    assert met.team.texts(met.sam)[-1] == f"{met.code}: Dana has joined."
    met.her.text("do you take cats")
    met.house.work()
    assert met.got()[-1] == "Jay: do you take cats"
    assert met.team.texts(met.sam)[-1] == f"{met.code}: do you take cats"
    assert met.dana("We do. One each").text == ""
    met.house.work()
    assert met.got(met.her.phone)[-1] == "Dana: We do. One each"
    assert met.team.texts(met.sam)[-1] == f"{met.code} Dana: We do. One each"
    met.team.says(met.sam, "I can come along")
    met.house.work()
    assert met.got(met.her.phone)[-1] == "Sam: I can come along"
    assert met.got()[-1] == "Sam: I can come along"
    for phone in (met.phone, met.sam.phone, met.her.phone):
        texts = met.got(phone)
        assert not any(number in text for text in texts for number in (met.phone, met.sam.phone, met.her.phone))
        assert len([text for text in texts if "We do. One each" in text]) <= 1
    met.team.says(met.sam, f"CLOSE {met.code} referred")
    met.house.work()
    assert met.got()[-1] == ENDED
    assert met.dana("how did it go").text.startswith("This introduction has ended.")


def _day(met: Meeting) -> str:
    settings = met.house.runtime.settings
    until = datetime.fromtimestamp(met.house.clock() + settings.consent_days.agency * DAY, settings.timezone)
    return f"{until:%b} {until.day}"


def test_contact_learns_only_the_wish_to_talk_if_only_that_is_shared(meeting: Meeting) -> None:
    meeting.propose()
    meeting.agrees()
    meeting.house.work()
    meeting.joins()
    meeting.her.text("hi there")
    meeting.house.work()
    assert [text for text in meeting.got() if INVITED not in text] == ["They: hi there"]


@pytest.mark.parametrize("answer", ["not now", "no"])
def test_not_now_introduces_nobody(meeting: Meeting, answer: str) -> None:
    meeting.propose()
    meeting.her.text(answer)
    meeting.house.let_pass(60 * MINUTE)
    assert meeting.got() == []
    assert meeting.held.stage is IntroductionStatus.OVER
    assert meeting.house.store.load(meeting.phone, "").contact == ()


@pytest.mark.parametrize("words", ["not now", "take it back", "STOP", "forget me"])
def test_taking_back_during_the_hand_off_stops_queued_texts(meeting: Meeting, words: str) -> None:
    meeting.propose()
    meeting.agrees("name")
    meeting.house.work()
    meeting.joins()
    before = meeting.got()
    meeting.her.text("my street is called")  # queued, not sent yet
    meeting.team.says(meeting.sam, "she lives near")
    meeting.her.text(words)
    if words == "forget me":
        meeting.her.text("1")
    meeting.house.work()
    assert meeting.dana("hello?").text.startswith("This introduction has ended.")
    meeting.her.text("one more thing")
    meeting.house.let_pass(10 * MINUTE)
    assert meeting.got() == [*before, ENDED]
    assert "Dana: hello?" not in meeting.got(meeting.her.phone)


def test_yes_taken_back_before_the_invitation_invites_nobody(meeting: Meeting) -> None:
    meeting.propose()
    meeting.agrees("name")
    assert meeting.held.stage is IntroductionStatus.INVITED
    meeting.her.text("not now")
    meeting.house.let_pass(60 * MINUTE)
    assert meeting.got() == []


def test_expired_consent_ends_the_introduction_and_sends_nothing(meeting: Meeting) -> None:
    meeting.propose()
    meeting.agrees("name")
    meeting.house.work()
    meeting.joins()
    days = meeting.house.runtime.settings.consent_days.agency
    for _ in range(days - 1):  # they keep talking, so that nothing expires meanwhile
        meeting.house.clock.now = meeting.house.clock() + DAY
        meeting.her.text("still here")
    meeting.house.work()
    before = meeting.got()
    meeting.house.clock.now = meeting.house.clock() + DAY + 1
    meeting.team.says(meeting.sam, "about her")
    meeting.house.work()
    assert meeting.got() == before
    assert meeting.house.worker.handlers.contacts.look() == 1
    meeting.house.work()
    assert meeting.got() == [*before, ENDED]
    assert meeting.house.worker.handlers.contacts.look() == 0


def test_texts_wait_while_the_screen_is_unsafe(meeting: Meeting) -> None:
    meeting.propose()
    meeting.agrees("name")
    meeting.house.work()
    meeting.joins()
    meeting.her.text("weather")  # the cover word
    meeting.house.work()
    told = len(meeting.got(meeting.her.phone))
    assert meeting.dana("we have a bed").text.startswith("Not delivered yet")
    meeting.house.work()
    assert len(meeting.got(meeting.her.phone)) == told
    assert meeting.team.texts(meeting.sam)[-1] == f"{meeting.code} Dana: we have a bed"


def test_contact_is_told_to_wait_when_the_person_has_been_idle(meeting: Meeting) -> None:
    runtime = meeting.house.runtime
    hasty = replace(runtime, settings=replace(runtime.settings, idle_seconds=600))
    meeting.house.runtime = hasty
    meeting.propose()
    meeting.agrees("name")
    meeting.house.work()
    meeting.joins()
    meeting.house.clock.now = meeting.house.clock() + 601
    told = len(meeting.got(meeting.her.phone))
    assert meeting.dana("we have a bed").text.startswith("Not delivered yet")
    meeting.house.work()
    assert len(meeting.got(meeting.her.phone)) == told


def test_repeated_text_acts_once(meeting: Meeting) -> None:
    meeting.propose()
    meeting.agrees("name")
    meeting.house.work()
    for text in (meeting.held.code, "hi Jay", "LEAVE"):
        sid = new_sid()
        assert meeting.dana(text, sid).text == meeting.dana(text, sid).text
    meeting.house.work()
    assert meeting.got(meeting.her.phone).count("Dana: hi Jay") == 1
    lines = [line.text for line in meeting.house.store.cases.thread(meeting.code) if line.kind is Kind.CONTACT]
    assert lines == ["hi Jay"]


def test_persons_text_costs_no_contact_lookup(meeting: Meeting) -> None:
    client = meeting.house.redis.client
    anna = new_phone()
    meeting.house.hears("hey", anna)
    client.config_resetstat()
    meeting.house.hears("1", anna)
    used = {name: told["calls"] for name, told in client.info("commandstats").items()}
    assert (used["cmdstat_mget"], used["cmdstat_evalsha"]) == (1, 1)


def test_only_the_owner_ends_an_introduction_once_begun(meeting: Meeting) -> None:
    meeting.propose()
    acts = meeting.acts
    with pytest.raises(StaleCase):
        acts.withdraw(meeting.code, meeting.held.code, meeting.sam.id)
    meeting.agrees("name")
    meeting.house.work()
    acts.withdraw(meeting.code, meeting.held.code, meeting.sam.id)
    meeting.house.work()
    assert meeting.got()[-1] == ENDED


def test_reminder_comes_once_on_time_in_plain_words(meeting: Meeting) -> None:
    at = meeting.house.clock() + 2 * DAY
    meeting.acts.remind(meeting.code, meeting.sam.id, at)
    meeting.her.text("send it")
    meeting.house.work()
    told = len(meeting.got(meeting.her.phone))
    meeting.house.clock.now = at - 1
    meeting.house.work()
    assert len(meeting.got(meeting.her.phone)) == told
    meeting.house.clock.now = at
    meeting.house.work()
    meeting.house.work()
    assert [text for text in meeting.got(meeting.her.phone)[told:] if "This is the reminder you set" in text] != []
    assert len(meeting.got(meeting.her.phone)) == told + 1
    assert meeting.house.session(meeting.her.phone).reminder == 0


@pytest.mark.parametrize("late", [0, 91 * MINUTE])
def test_unwanted_or_late_reminder_is_not_sent(meeting: Meeting, late: int) -> None:
    at = meeting.house.clock() + DAY
    meeting.acts.remind(meeting.code, meeting.sam.id, at)
    meeting.her.text("send it" if late else "no")
    meeting.house.work()
    told = len(meeting.got(meeting.her.phone))
    meeting.house.clock.now = at + late
    meeting.house.work()
    assert len(meeting.got(meeting.her.phone)) == told
