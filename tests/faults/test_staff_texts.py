"""Colleagues who work by text: what they write reaches the right person once, and they are told what did not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.conversation.engine import Inbound
from bot.staff.accounts import Role
from bot.staff.audit import Verb
from tests.support.in_process import House
from tests.support.product import Phone, new_phone, new_sid
from tests.support.team import Team

pytestmark = pytest.mark.faults

MINUTE = 60


def test_a_talk_by_text_goes_both_ways_and_nobody_sees_a_number(team: Team) -> None:
    sam, anna = team.colleague("Sam"), new_phone()
    code = team.asks(anna)
    team.house.work()
    team.says(sam, f"take {code.lower()}")
    team.house.work()
    assert "Sam from Oak Line is here now" in team.house.provider.sent_to(anna)[-1]
    assert team.house.hears("hi sam", anna).text == ""
    assert team.house.hears("stop it he said", anna).text == ""
    team.house.work()
    assert team.texts(sam)[1:] == [f"{code}: hi sam", f"{code}: stop it he said"]
    assert team.says(sam, "Take care. I'm here.").text == f"Sent to {code}."
    assert team.says(sam, f"{code}: What would help?").text == f"Sent to {code}."
    team.house.work()
    assert team.house.provider.sent_to(anna)[-2:] == ["Take care. I'm here.", "What would help?"]
    everything = " ".join([*team.texts(sam), *team.house.provider.sent_to(anna)])
    assert anna not in everything and sam.phone not in everything
    assert team.says(sam, "close").text == f"{code} is closed. We told them."
    team.house.work()
    assert "automated" in team.house.provider.sent_to(anna)[-1]
    assert team.says(sam, "close").text.startswith("Close which one? You have no cases.")


def test_who_took_the_case_in_the_console_gets_no_texts_until_they_ask(team: Team) -> None:
    sam, anna = team.colleague("Sam"), new_phone()
    code = team.asks(anna)
    team.desk.take(code, sam.id, sam.name)
    team.house.hears("hi", anna)
    team.house.work()
    assert team.texts(sam) == []
    assert team.says(sam, "hello").text == f"Sent to {code}. Text TAKE {code} to get their replies here."
    team.says(sam, f"TAKE {code}")
    team.house.hears("hi again", anna)
    team.house.work()
    assert team.texts(sam) == [f"{code}: hi again"]
    assert len([text for text in team.house.provider.sent_to(anna) if "is here now" in text]) == 1


def test_a_webhook_that_comes_twice_acts_once_and_gets_the_same_answer(team: Team) -> None:
    sam, anna = team.colleague("Sam"), new_phone()
    code = team.asks(anna)
    sids = {text: new_sid() for text in (f"TAKE {code}", "hello there", f"CLOSE {code}")}
    first = [team.says(sam, text, sid).text for text, sid in sids.items()]
    again = [team.says(sam, text, sid).text for text, sid in sids.items()]
    assert first == again
    team.house.work()
    assert len(team.house.provider.sent_to(anna)) == 3


def test_words_are_sent_once_though_the_answer_to_the_first_webhook_was_lost(team: Team) -> None:
    sam, anna = team.colleague("Sam"), new_phone()
    code = team.asks(anna)
    team.says(sam, f"TAKE {code}")
    sid = new_sid()
    team.desk.say(code, sam.id, "hello there", sid=sid)  # and the process died before it kept its answer
    assert team.says(sam, "hello there", sid).text == f"Sent to {code}."
    team.house.work()
    assert team.house.provider.sent_to(anna).count("hello there") == 1


def test_what_cannot_be_done_is_told_plainly(team: Team) -> None:
    sam, ann, anna, ben = team.colleague("Sam"), team.colleague("Ann"), new_phone(), new_phone()
    code, other = team.asks(anna), team.asks(ben)
    assert team.says(sam, "hello").text == "Not sent: start with the case code, like K7QM: hello. You have no cases."
    assert team.says(sam, f"{code}: hello").text == f"Text TAKE {code} first."
    assert team.says(sam, "TAKE Z9Z9").text == "There is no open case Z9Z9."
    assert team.says(sam, f"CLOSE {code}").text == f"Text TAKE {code} first."
    team.says(ann, f"TAKE {code}")
    for text in (f"TAKE {code}", f"{code}: hello", f"CLOSE {code}", f"PASS {code} Ann"):
        assert team.says(sam, text).text == f"Ann has {code}."
    team.says(ann, f"TAKE {other}")
    assert team.says(ann, "hello").text.endswith(f"Your cases: {', '.join(sorted((code, other)))}.")
    assert team.says(ann, f"PASS {code} Nobody").text == "No colleague has that name."
    assert team.says(ann, f"TAEK {code}").text.startswith("Not sent to anyone.")
    team.house.hears("weather", anna)  # the cover word
    assert team.says(ann, f"{code}: hello").text.startswith("Not sent: someone may see their screen")
    team.house.hears("STOP", anna)
    assert team.says(ann, f"{code}: hello").text == f"There is no open case {code}."
    team.house.work()
    assert "hello" not in team.house.provider.sent_to(anna) + team.house.provider.sent_to(ben)


def test_passing_on_tells_the_person_and_the_colleague(team: Team) -> None:
    sam, ann, anna = team.colleague("Sam"), team.colleague("Ann Lee"), new_phone()
    code = team.asks(anna)
    team.says(sam, f"TAKE {code}")
    assert team.says(sam, f"pass {code} ann").text == f"{code} is with Ann Lee now. We told them."
    team.house.work()
    assert "Ann will text with you" in team.house.provider.sent_to(anna)[-1]
    assert team.texts(ann)[-1].startswith(f"Oak Line: case {code} is passed to you.")
    team.says(ann, f"TAKE {code}")
    team.house.hears("hi", anna)
    team.house.work()
    assert team.texts(ann)[-1] == f"{code}: hi"


def test_the_board_names_codes_and_minutes_the_urgent_first(team: Team) -> None:
    sam, anna, ben = team.colleague("Sam"), new_phone(), new_phone()
    assert team.says(sam, "BOARD").text == "No one is waiting. You have no cases."
    first = team.asks(anna)
    team.house.let_pass(4 * MINUTE)
    second = team.asks(ben)
    team.house.hears("i want to kill myself", ben)
    assert team.says(sam, "board").text == f"Waiting: {second} 0 min urgent, {first} 4 min. You have no cases."


def test_a_colleague_who_texts_stop_is_alerted_no_more_until_start(team: Team) -> None:
    sam = team.colleague("Sam")
    assert "START" in team.says(sam, "STOP").text
    team.asks(new_phone())
    team.house.let_pass(MINUTE)
    assert team.texts(sam) == []
    assert team.says(sam, "BOARD").text == ""
    assert team.says(sam, "START").text == "You get alerts now."
    team.house.let_pass(30 * MINUTE)
    assert team.alerts(sam) > 0


def test_a_colleague_who_opted_out_after_the_step_was_taken_gets_no_text_and_the_next_step_comes(team: Team) -> None:
    ann, lea = team.colleague("Ann"), team.colleague("Lea", Role.LEAD)
    team.house.store.staff.rota.change(ann.id, lambda duty: type(duty)((), team.house.clock() + 3600))
    team.asks(new_phone())
    team.house.worker.work_once()
    team.says(ann, "STOP")
    team.house.let_pass(1)
    assert (team.alerts(ann), team.alerts(lea)) == (0, 1)


@pytest.mark.parametrize("change", [{"active": False}, {"password": ""}, {"phone": ""}], ids=lambda c: next(iter(c)))
def test_a_phone_of_nobody_who_works_here_is_a_young_persons(team: Team, change: dict[str, object]) -> None:
    sam = team.colleague("Sam")
    team.house.store.staff.change(sam.id, lambda person: replace(person, **change))  # type: ignore[arg-type]
    assert team.says(sam, "hey").state == "welcome.hello"


def test_a_colleagues_text_opens_no_conversation_and_a_young_persons_costs_no_look_at_the_team(team: Team) -> None:
    sam, anna = team.colleague("Sam"), new_phone()
    team.says(sam, "i want to kill myself")
    assert team.house.store.load(sam.phone, "").session is None
    client = team.house.redis.client
    team.house.hears("hey", anna)
    client.config_resetstat()
    team.house.hears("1", anna)
    used = {name: told["calls"] for name, told in client.info("commandstats").items()}
    assert (used["cmdstat_mget"], used["cmdstat_evalsha"]) == (1, 1)
    assert "cmdstat_hget" not in used


def test_an_editor_has_no_part_in_cases(team: Team) -> None:
    eve = team.colleague("Eve", Role.EDITOR)
    code = team.asks(new_phone())
    assert team.says(eve, f"TAKE {code}").text == "Your role can't work on cases. Ask a lead."
    assert team.case(code).owner == ""


def test_a_colleagues_text_that_no_process_heard_is_done_and_answered_later(live: House) -> None:
    team = Team(live)
    sam, anna = team.colleague("Sam"), new_phone()
    code = team.asks(anna)
    live.provider.received(new_sid(), sam.phone, f"TAKE {code}", ago=60)
    live.store.set_caught_up(live.clock() - 300)
    live.worker.catch_up()
    live.work()
    assert team.case(code).owner == sam.id
    assert any(text.startswith(f"{code} is yours.") for text in team.texts(sam))


def test_a_very_long_text_is_relayed_as_far_as_one_text_goes(team: Team) -> None:
    sam, anna = team.colleague("Sam"), new_phone()
    code = team.asks(anna)
    team.says(sam, f"TAKE {code}")
    team.house.conversation.attempt(Inbound(new_sid(), Phone(anna), "a " * 800))
    team.house.work()
    assert 1400 < len(team.texts(sam)[-1]) <= 1600


def test_what_is_done_by_text_stands_in_the_audit_as_from_the_console(team: Team) -> None:
    sam, ann, anna = team.colleague("Sam"), team.colleague("Ann"), new_phone()
    code = team.asks(anna)
    team.says(sam, f"TAKE {code}")
    team.says(sam, f"PASS {code} Ann")
    team.says(ann, f"CLOSE {code} helped")
    trail = team.house.conversation.parts.store.staff.audit
    noted = [(link.entry.who, link.entry.what) for _, link in trail.page(0, 10) if link]
    assert {(sam.id, Verb.CASE_TAKEN), (sam.id, Verb.CASE_PASSED), (ann.id, Verb.CASE_CLOSED)} <= set(noted)


def test_what_they_may_not_do_does_not_stand_in_the_audit(team: Team) -> None:
    sam, ann, anna = team.colleague("Sam"), team.colleague("Ann"), new_phone()
    code = team.asks(anna)
    team.says(sam, f"TAKE {code}")
    for refused in (f"TAKE {code}", f"PASS {code} Sam", f"CLOSE {code}", "TAKE Q2Q2", "PASS Q2Q2 Sam"):
        team.says(ann, refused)
    trail = team.house.conversation.parts.store.staff.audit
    assert [link.entry.who for _, link in trail.page(0, 10) if link] == [sam.id]
