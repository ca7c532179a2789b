"""Staff who work by text: each text reaches the right person once, and staff learn what did not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.casework.cases import Kind
from bot.casework.mandated import Signature
from bot.conversation.messages import Inbound
from bot.inbound.router import Router
from bot.staff.accounts import Role
from bot.staff.audit import Verb
from bot.store.jobs import TellOfReport
from tests.support.in_process import House
from tests.support.product import Phone, new_phone, new_sid
from tests.support.reports import begun_report
from tests.support.team import Team

pytestmark = pytest.mark.faults

MINUTE = 60


def test_conversation_by_text_goes_both_ways_without_numbers(team: Team) -> None:
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
    assert team.says(sam, "close helped").text == f"{code} is closed. We told them."
    team.house.work()
    assert "automated" in team.house.provider.sent_to(anna)[-1]
    assert team.says(sam, "close").text.startswith("Close which one? You have no cases.")


@pytest.mark.parametrize("signed", [False, True])
def test_lead_is_texted_of_a_report_that_waits_and_of_none_that_is_signed(team: Team, *, signed: bool) -> None:
    lea, sam = team.colleague("Lea", Role.LEAD), team.colleague("Sam")
    store, now = team.house.store, team.house.clock()
    record = begun_report(team.house.runtime, sam.id)
    for who in (lea, sam):  # Sam was a lead when it was queued
        store.due.add(TellOfReport(record, who.id).at(now))
    if signed:
        (report,) = store.disclosures.reports(now)
        assert store.disclosures.sign(report, record, Signature(lea.id, now))
    team.house.work()
    waits = "Oak Line: a mandated report waits for a lead. "
    assert [text.startswith(waits) and "K7QM" not in text for text in team.texts(lea)] == ([] if signed else [True])
    assert team.texts(sam) == []


def test_console_owner_gets_no_texts_until_they_ask(team: Team) -> None:
    sam, anna = team.colleague("Sam"), new_phone()
    code = team.asks(anna)
    team.desk.claim(code, sam.id, sam.name)
    team.house.hears("hi", anna)
    team.house.work()
    assert team.texts(sam) == []
    assert team.says(sam, f"{code}: hello").text == f"Sent to {code}. Text TAKE {code} to get their replies here."
    team.says(sam, f"TAKE {code}")
    team.house.hears("hi again", anna)
    team.house.work()
    assert team.texts(sam) == [f"{code}: hi again"]
    assert len([text for text in team.house.provider.sent_to(anna) if "is here now" in text]) == 1


def test_repeated_webhook_acts_once_and_gets_the_same_reply(team: Team) -> None:
    sam, anna = team.colleague("Sam"), new_phone()
    code = team.asks(anna)
    sids = {text: new_sid() for text in (f"TAKE {code}", f"{code}: hello there", f"CLOSE {code} helped")}
    first = [team.says(sam, text, sid).text for text, sid in sids.items()]
    again = [team.says(sam, text, sid).text for text, sid in sids.items()]
    assert first == again
    team.house.work()
    assert len(team.house.provider.sent_to(anna)) == 3


def test_staff_text_is_sent_once_though_the_first_reply_was_lost(team: Team) -> None:
    sam, anna = team.colleague("Sam"), new_phone()
    code = team.asks(anna)
    team.says(sam, f"TAKE {code}")
    sid = new_sid()
    team.desk.reply(code, sam.id, "hello there", sid=sid)  # and the process died before it stored its answer
    assert team.says(sam, f"{code}: hello there", sid).text == f"Sent to {code}."
    team.house.work()
    assert team.house.provider.sent_to(anna).count("hello there") == 1


def test_refused_staff_command_is_explained(team: Team) -> None:
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


def test_transfer_by_text_tells_the_person_and_the_colleague(team: Team) -> None:
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


def test_board_by_text_lists_codes_and_minutes_urgent_first(team: Team) -> None:
    sam, anna, ben = team.colleague("Sam"), new_phone(), new_phone()
    assert team.says(sam, "BOARD").text == "No one is waiting. You have no cases."
    first = team.asks(anna)
    team.house.let_pass(4 * MINUTE)
    second = team.asks(ben)
    team.house.hears("i want to kill myself", ben)
    assert team.says(sam, "board").text == f"Waiting: {second} 0 min urgent, {first} 4 min. You have no cases."


def test_staff_stop_ends_alerts_until_start(team: Team) -> None:
    sam = team.colleague("Sam")
    assert "START" in team.says(sam, "STOP").text
    team.asks(new_phone())
    team.house.let_pass(MINUTE)
    assert team.texts(sam) == []
    assert team.says(sam, "BOARD").text == ""
    assert team.says(sam, "START").text == "You get alerts now."
    team.house.let_pass(30 * MINUTE)
    assert team.alerts(sam) > 0


def test_staff_opt_out_after_the_step_sends_nothing_and_escalates(team: Team) -> None:
    ann, lea = team.colleague("Ann"), team.colleague("Lea", Role.LEAD)
    team.house.store.staff.rota.change(ann.id, lambda duty: type(duty)((), team.house.clock() + 3600))
    team.asks(new_phone())
    team.house.worker.work_once()
    team.says(ann, "STOP")
    team.house.let_pass(1)
    assert (team.alerts(ann), team.alerts(lea)) == (0, 1)


@pytest.mark.parametrize("change", [{"active": False}, {"password": ""}, {"phone": ""}], ids=lambda c: next(iter(c)))
def test_unknown_phone_is_treated_as_a_person(team: Team, change: dict[str, object]) -> None:
    sam = team.colleague("Sam")
    team.house.store.staff.change(sam.id, lambda person: replace(person, **change))  # type: ignore[arg-type]
    assert team.says(sam, "hey").state == "welcome.hello"


def test_staff_text_opens_no_conversation_and_costs_people_no_lookup(team: Team) -> None:
    sam, anna = team.colleague("Sam"), new_phone()
    team.says(sam, "i want to kill myself")
    assert team.house.store.load(sam.phone, "").session is None
    client = team.house.redis.client
    team.house.hears("hey", anna)
    client.config_resetstat()
    team.house.hears("1", anna)
    used = {name: told["calls"] for name, told in client.info("commandstats").items()}
    assert (used["cmdstat_mget"], used["cmdstat_evalsha"]) == (1, 1)
    assert used["cmdstat_hget"] == 1, "the team's closed days, and no look-up of a colleague"


def test_editor_cannot_use_case_commands(team: Team) -> None:
    eve = team.colleague("Eve", Role.EDITOR)
    code = team.asks(new_phone())
    assert team.says(eve, f"TAKE {code}").text == "Your role can't work on cases. Ask a lead."
    assert team.case(code).owner == ""


def test_unheard_staff_text_is_applied_and_answered_later(live: House) -> None:
    team = Team(live)
    sam, anna = team.colleague("Sam"), new_phone()
    code = team.asks(anna)
    live.provider.received(new_sid(), sam.phone, f"TAKE {code}", ago=60)
    live.store.set_caught_up(live.clock() - 300)
    live.worker.periodic.missed_texts.catch_up()
    live.work()
    assert team.case(code).owner == sam.id
    assert any(text.startswith(f"{code} is yours.") for text in team.texts(sam))


def test_long_staff_text_is_cut_to_one_text(team: Team) -> None:
    sam, anna = team.colleague("Sam"), new_phone()
    code = team.asks(anna)
    team.says(sam, f"TAKE {code}")
    Router(team.house.runtime).process(Inbound(new_sid(), Phone(anna), "a " * 800))
    team.house.work()
    assert 1400 < len(team.texts(sam)[-1]) <= 1600


def test_staff_text_actions_are_audited_like_console_ones(team: Team) -> None:
    sam, ann, anna = team.colleague("Sam"), team.colleague("Ann"), new_phone()
    code = team.asks(anna)
    team.says(sam, f"TAKE {code}")
    team.says(sam, f"PASS {code} Ann")
    team.says(ann, f"CLOSE {code} helped")
    trail = team.house.runtime.store.staff.audit
    noted = [(link.entry.who, link.entry.what) for _, link in trail.page(0, 10) if link]
    assert {(sam.id, Verb.CASE_TAKEN), (sam.id, Verb.CASE_PASSED), (ann.id, Verb.CASE_CLOSED)} <= set(noted)


def test_refused_staff_commands_are_not_audited(team: Team) -> None:
    sam, ann, anna = team.colleague("Sam"), team.colleague("Ann"), new_phone()
    code = team.asks(anna)
    team.says(sam, f"TAKE {code}")
    for refused in (f"TAKE {code}", f"PASS {code} Sam", f"CLOSE {code}", "TAKE Q2Q2", "PASS Q2Q2 Sam"):
        team.says(ann, refused)
    trail = team.house.runtime.store.staff.audit
    assert [link.entry.who for _, link in trail.page(0, 10) if link] == [sam.id]


@pytest.mark.parametrize(
    "text",
    [
        "note: she is 15, he has a gun", "fyi her mom called", "urgent need a lead", "she's at the motel on 5th",
        "can someone take over at 9", "client is a minor", "is anyone free", "@ana look at this one",
        "nota: llamar al 5", "take over pls K7QM", "handoff at 6",
    ],
)  # fmt: skip
def test_note_to_a_colleague_never_reaches_the_person(team: Team, text: str) -> None:
    sam, anna = team.colleague("Sam"), new_phone()
    code = team.asks(anna)
    team.says(sam, f"TAKE {code}")
    team.house.hears("are you there", anna)
    team.house.work()
    before = team.house.provider.sent_to(anna)
    reply = team.says(sam, text).text
    team.house.work()
    assert team.house.provider.sent_to(anna) == before
    assert reply.startswith(("Not sent", "Kept as a note", "Not kept"))


def test_note_is_kept_with_the_case(team: Team) -> None:
    sam, anna = team.colleague("Sam"), new_phone()
    code = team.asks(anna)
    team.says(sam, f"TAKE {code}")
    assert team.says(sam, "note: she is 15").text == f"Kept as a note with {code}. Only staff see it. Nothing was sent."
    assert [line.text for line in team.house.store.cases.thread(code) if line.kind is Kind.NOTE] == ["she is 15"]


def test_words_without_a_code_are_an_answer_for_ten_minutes(team: Team) -> None:
    sam, anna = team.colleague("Sam"), new_phone()
    code = team.asks(anna)
    team.says(sam, f"TAKE {code}")
    assert team.says(sam, "hello there").text.startswith("Not sent: start with the case code")
    team.house.hears("are you there", anna)
    assert team.says(sam, "I am here").text == f"Sent to {code}."
    team.house.clock.now = team.house.clock() + 11 * MINUTE
    assert team.says(sam, "still here").text.startswith("Not sent: start with the case code")


def test_close_by_text_asks_how_it_ended(team: Team) -> None:
    sam, anna = team.colleague("Sam"), new_phone()
    code = team.asks(anna)
    team.says(sam, f"TAKE {code}")
    assert team.says(sam, f"CLOSE {code}").text.startswith(f"Close {code}? Text CLOSE {code} and how it ended")
    assert team.house.store.cases.get(code).is_open
    assert team.says(sam, f"CLOSE {code} referred").text == f"{code} is closed. We told them."


def test_board_by_text_has_pages(team: Team) -> None:
    sam = team.colleague("Sam")
    codes = {team.asks(new_phone()) for _ in range(10)}
    first, second = team.says(sam, "BOARD").text, team.says(sam, "BOARD 2").text
    assert "Text BOARD 2 for 2 more." in first and "more" not in second
    assert {code for code in codes if code in first + second} == codes
