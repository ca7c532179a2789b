"""A colleague's phone gets alerts and may act by text only once they have typed the code that was sent to it."""

from __future__ import annotations

import re

import pytest

from bot.staff.accounts import Staff
from bot.staff.phone_check import propose, prove, send_code
from bot.store.jobs import SendPhoneCode
from tests.support.product import Phone, new_phone
from tests.support.team import Team

pytestmark = pytest.mark.faults


def unproven(team: Team, phone: str, name: str = "Ann") -> Staff:
    """Create a colleague with a number that is not proven, to whom a code was sent."""
    ann = team.store_without_phone(name)
    now = team.house.clock()
    team.house.store.staff.change(ann.id, lambda kept: send_code(propose(kept, phone), "123456", now))
    person = team.house.store.staff.get(ann.id)
    assert person
    team.house.store.due.add(SendPhoneCode(person.id, person.phone_code_until).at(0))
    return person


def test_code_is_sent_to_the_number_and_names_nothing(team: Team) -> None:
    phone = new_phone()
    unproven(team, phone)
    team.house.work()
    (text,) = team.house.provider.sent_to(phone)
    assert text == "Oak Line: your code is 123456. It works for 10 minutes. Not yours? Then ignore this text."


def test_unproven_phone_gets_no_alert_and_a_proven_one_does(team: Team) -> None:
    phone, other = new_phone(), new_phone()
    person = unproven(team, phone)
    team.asks(other)
    team.house.let_pass(40 * 60)
    assert [text for text in team.house.provider.sent_to(phone) if "case" in text] == []
    now = team.house.clock()
    team.house.store.staff.change(person.id, lambda kept: prove(send_code(kept, "654321", now), "654321", now))
    team.house.let_pass(11 * 60)
    assert any(" has waited " in text or "has just come in" in text for text in team.house.provider.sent_to(phone))


@pytest.mark.parametrize("text", ["TAKE {}", "take {}", "{}: hello", "BOARD", "CLOSE {} helped"])
def test_unproven_phone_does_nothing_by_text(team: Team, text: str) -> None:
    phone, anna = new_phone(), new_phone()
    unproven(team, phone)
    code = team.asks(anna)
    reply = team.house.hears(text.format(code), Phone(phone))
    assert code not in reply.text
    assert team.case(code).owner == ""
    assert not re.search("is yours|Waiting:", reply.text)


@pytest.mark.parametrize("when", ["before", "after"])
def test_number_from_which_a_person_texts_gets_no_code(team: Team, when: str) -> None:
    phone = new_phone()
    if when == "before":
        team.house.hears("hey", phone)
    unproven(team, phone)
    if when == "after":
        team.house.hears("hey", phone)
    team.house.work()
    assert team.house.provider.sent_to(phone) == []
    assert team.house.hears("1", phone).state == "welcome.limits"


@pytest.mark.parametrize("seconds", [601, 3600, 86_400])
def test_void_code_is_not_sent(team: Team, seconds: int) -> None:
    phone = new_phone()
    unproven(team, phone)
    assert team.house.clock.now
    team.house.clock.now += seconds
    team.house.work()
    assert team.house.provider.sent_to(phone) == []
