"""Texts that are processed late: they agree to nothing and erase nothing, and what must not be lost is not lost."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.actions.cases import CaseActions
from bot.casework.cases import Kind
from bot.conversation.messages import Inbound
from bot.inbound.router import Router
from tests.support.in_process import House
from tests.support.product import new_phone, new_sid

pytestmark = pytest.mark.faults

MINUTE = 60
HOUR = 60 * MINUTE
TO_THE_QUESTION = ("hey", "1", "ok", "person")
"""Texts up to the question whether to bring in a person."""


class Past:
    """A person's texts at chosen times in the past. A missed one is only in the provider's list."""

    def __init__(self, house: House) -> None:
        self.house, self.phone = house, new_phone()

    def live(self, ago: int, *texts: str) -> str:
        """Text, each 20 seconds after the one before, and return the state of the last reply."""
        state = ""
        for number, text in enumerate(texts):
            self.house.clock.now = int(time.time()) - ago + 20 * number
            sid = new_sid()
            self.house.provider.received(sid, self.phone, text, ago=ago - 20 * number)
            state = Router(self.house.runtime).handle(Inbound(sid, self.phone, text)).state
        self.house.clock.now = None
        return state

    def missed(self, ago: int, text: str) -> None:
        self.house.provider.received(new_sid(), self.phone, text, ago=ago)

    def catch_up(self) -> None:
        self.house.worker.periodic.missed_texts.catch_up()
        self.house.work()

    @property
    def given(self) -> list[str]:
        """Return the kinds of the consents in the ledger."""
        ledger = self.house.store.ledger(self.house.store.person(self.phone))
        return [record.kind for record in ledger]

    @property
    def got(self) -> list[str]:
        return self.house.provider.sent_to(self.phone)


@pytest.fixture
def her(live: House) -> Iterator[Past]:
    live.store.set_caught_up(live.clock() - 2 * 24 * HOUR)
    yield Past(live)
    live.clock.now = None


@pytest.mark.parametrize("text", ["im 20", "tengo 20", "im in fresno", "i need a ride"])
def test_late_text_says_of_no_screen_that_it_is_ok(her: Past, text: str) -> None:
    her.live(300, "i need food")
    her.missed(305, text)  # sent before it was asked whether now is ok
    her.catch_up()
    session = her.house.store.load(her.phone, "").session
    assert session is not None
    assert not session.safe


@pytest.mark.parametrize("text", ["1", "yes", "sí", "ok", "👍", "just say i want to talk", "one", "share that"])
def test_late_yes_agrees_to_nothing_that_was_asked_since(her: Past, text: str) -> None:
    her.live(300, "hey")
    her.missed(285, text)  # Redis hangs, and she gets the fallback
    assert her.live(280, "1", "ok", "person").startswith("consent.")
    her.catch_up()
    assert her.given == []
    assert her.house.store.cases.open() == []
    assert her.house.session(her.phone).state.value.startswith("consent.")


@pytest.mark.parametrize("text", ["1", "yes", "erase", "sí"])
def test_late_yes_erases_nothing(her: Past, text: str) -> None:
    her.live(300, "hey", "1", "ok")
    her.missed(250, text)
    assert her.live(200, "forget me") == "privacy.forget"
    her.catch_up()
    assert her.house.session(her.phone).state.value == "privacy.forget"


def test_text_as_old_as_the_question_is_no_answer_to_it(her: Past) -> None:
    her.live(300, *TO_THE_QUESTION)
    her.missed(300 - 60 - 2, "1")  # two seconds after the question went out
    her.catch_up()
    assert her.given == []


def test_text_written_after_the_question_answers_it(her: Past) -> None:
    her.live(300, *TO_THE_QUESTION)
    her.missed(200, "1")
    her.catch_up()
    assert her.given == ["given"]


def test_missed_texts_in_a_row_agree_to_no_question_that_was_never_seen(her: Past) -> None:
    her.live(400, "hey", "1", "ok")
    for ago, text in ((300, "person"), (280, "1"), (260, "yes"), (240, "1")):
        her.missed(ago, text)
    her.catch_up()
    assert her.given == []


@pytest.mark.parametrize("text", ["he is hurting me right now", "me esta pegando", "i took all the pills"])
def test_late_danger_is_answered_however_late_it_is(her: Past, text: str) -> None:
    her.missed(50 * MINUTE, text)
    her.catch_up()
    assert her.house.session(her.phone).danger
    assert len(her.got) == 1
    assert not her.house.session(her.phone).safe


def test_late_danger_alarms_the_case(her: Past) -> None:
    her.live(2 * HOUR, *TO_THE_QUESTION, "1", "no name")
    her.missed(70 * MINUTE, "he has a gun")
    her.catch_up()
    (case,) = her.house.store.cases.open()
    assert case.urgent


@pytest.mark.parametrize(
    "text", ["can i talk to a real person please", "quiero hablar con una persona", "need a human"]
)
def test_late_request_for_a_person_is_answered_by_the_question(her: Past, text: str) -> None:
    her.missed(50 * MINUTE, text)
    her.catch_up()
    assert her.house.session(her.phone).state.value == "consent.talk"
    assert len(her.got) == 1
    assert her.given == []


@pytest.mark.parametrize("text", ["he left the house at 9", "1", "yes", "can i talk to somebody"])
def test_late_text_of_a_live_talk_is_a_line_of_the_thread(her: Past, text: str) -> None:
    house = her.house
    her.live(2 * HOUR, *TO_THE_QUESTION, "1", "no name")
    (case,) = house.store.cases.open()
    house.clock.now = int(time.time()) - 100 * MINUTE
    CaseActions(house.runtime).claim(case.code, "s1", "Sam", by_text=False)
    house.clock.now = None
    session = house.session(her.phone)
    assert session.caseworker_name and session.safe
    her.missed(80 * MINUTE, text)
    her.catch_up()
    said = [line.text for line in house.store.cases.thread(case.code) if line.kind is Kind.PERSON]
    assert said == [text]
    assert house.session(her.phone).last_at == session.last_at


@pytest.mark.parametrize("hours", [1, 11, 13, 30, 47])
@pytest.mark.parametrize("word", ["STOP", "ya no me escriban"])
def test_stop_is_obeyed_however_old_it_is(her: Past, hours: int, word: str) -> None:
    her.live(48 * HOUR - MINUTE, "hey")
    her.missed(hours * HOUR, word)
    her.catch_up()
    assert her.house.store.load(her.phone, "").stopped
    assert her.got == []


def test_old_start_does_not_bring_back_who_has_opted_out_since(her: Past) -> None:
    her.missed(30 * MINUTE, "START")
    her.live(20 * MINUTE, "STOP")
    her.catch_up()
    assert her.house.store.load(her.phone, "").stopped


def test_texts_of_one_second_are_taken_in_their_order(her: Past, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []
    process = Router.process

    def noted(router: Router, inbound: Inbound, *, queue_reply: bool = False) -> object:
        taken.append(inbound.text)
        return process(router, inbound, queue_reply=queue_reply)

    monkeypatch.setattr(Router, "process", noted)
    second = int(time.time()) - 120
    for part, text in enumerate(("first", "second", "third", "fourth")):
        her.missed(0, text)
        her.house.provider.texts[-1] = her.house.provider.texts[-1]._replace(at=second + part / 10)
    her.catch_up()
    assert taken == ["first", "second", "third", "fourth"]


TEXTS = st.sampled_from(["1", "1", "1", "2", "yes", "ok", "person", "forget me", "hey", "not now", "food", "no name"])


@example(script=[("1", "late"), ("1", "late"), ("forget me", "live"), ("1", "live")])
@example(script=[("person", "late"), ("forget me", "live"), ("1", "live")])
@given(script=st.lists(st.tuples(TEXTS, st.sampled_from(["live", "late", "again"])), min_size=2, max_size=9))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_interleaving_of_live_late_and_repeated_texts_agrees_or_erases(
    live: House, script: list[tuple[str, str]]
) -> None:
    live.provider.texts.clear()
    live.store.set_caught_up(int(time.time()) - HOUR)
    her = Past(live)
    ago, sid = 30 * len(script) + 60, ""
    her.live(ago + 60, "hey", "1")
    for text, how in script:
        ago -= 30
        live.clock.now = int(time.time()) - ago
        if how == "again" and sid:
            before = (her.given, live.store.load(her.phone, "").session)
            Router(live.runtime).handle(Inbound(sid, her.phone, text))
            assert (her.given, live.store.load(her.phone, "").session) == before
        elif how == "late":
            her.missed(ago, text)
        else:
            sid = new_sid()
            Router(live.runtime).handle(Inbound(sid, her.phone, text))
    live.clock.now = None
    if script[-1][1] != "live":
        her.live(10, "hey")
    before, was_erased = her.given, live.store.load(her.phone, "").session is None
    her.catch_up()
    then = live.store.load(her.phone, "").session
    assert her.given == before
    if was_erased and then is not None:  # a late wish for a person begins anew, and brings nothing back
        assert not (then.needs or then.shared or then.name or then.facts or then.case)
    else:
        assert (then is None) == was_erased
