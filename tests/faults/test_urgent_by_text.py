"""A colleague sets a case urgent by text, as on the console. The word never reaches the person."""

from __future__ import annotations

import pytest

from bot.casework.cases import BY_STAFF
from bot.staff.accounts import Role
from bot.staff.audit import Verb
from tests.support.product import new_phone
from tests.support.team import Team

pytestmark = pytest.mark.faults

SET = ["URGENT {}", "urgent {}.", "Urgente {}", "{}: urgent", "{}: URGENT!", "to {}: Urgente", "urgent ({})"]
REMOVED = ["URGENT {} off", "urgent {} no", "{}: urgent off", "{}: urgente no.", "Urgent {}, OFF"]
NEITHER = ["URGENT", "urgent {} she is 15", "urgent she has pills", "{} urgent", "urgent Z9Z9Z", "is {} urgent"]


def test_urgent_by_text_sets_and_removes_it(team: Team) -> None:
    sam, anna = team.colleague("Sam"), new_phone()
    code = team.asks(anna)
    team.says(sam, f"TAKE {code}")
    team.house.hears("hello", anna)
    team.house.work()
    sent = list(team.house.provider.sent_to(anna))
    for on in SET:
        team.house.clock.now += 10  # sooner, the same words are the carrier's second copy
        assert team.says(sam, on.format(code)).text == f"{code} is urgent now. Nothing was sent to them.", on
        assert (team.case(code).urgent, team.case(code).why_urgent) == (True, BY_STAFF), on
        team.desk.set_urgent(code, urgent=False)
    for off in REMOVED:
        team.house.clock.now += 10
        team.desk.set_urgent(code, urgent=True)
        assert team.says(sam, off.format(code)).text.startswith(f"{code} is not urgent any more."), off
        assert not team.case(code).urgent, off
    for odd in NEITHER:
        assert team.says(sam, odd.format(code)).text.startswith("Not sent to anyone."), odd
        assert not team.case(code).urgent, odd
    team.house.work()
    assert team.house.provider.sent_to(anna) == sent
    noted = [link.entry for _, link in team.house.store.staff.audit.page(0, 50) if link]
    assert [entry.what for entry in noted].count(Verb.CASE_URGENT) == len(SET) + len(REMOVED)


def test_urgent_by_text_follows_the_rules_of_the_console(team: Team) -> None:
    sam, ann, lea = team.colleague("Sam"), team.colleague("Ann"), team.colleague("Lea", Role.LEAD)
    waiting, held = team.asks(new_phone()), team.asks(new_phone())
    team.says(ann, f"TAKE {held}")
    assert team.says(sam, f"URGENT {waiting}").text.startswith(f"{waiting} is urgent now")
    assert f"{waiting} 0 min urgent" in team.says(sam, "BOARD").text
    assert team.says(sam, f"URGENT {held}").text == f"Ann has {held}."
    assert not team.case(held).urgent
    assert team.says(lea, f"URGENT {held}").text.startswith(f"{held} is urgent now")
    team.says(ann, f"CLOSE {held} helped")
    assert team.says(lea, f"URGENT {held}").text == f"There is no open case {held}."
    assert team.says(team.colleague("Ed", Role.EDITOR), f"URGENT {waiting} off").text.startswith("Your role can't")
