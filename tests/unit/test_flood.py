"""Flood: a phone that texts faster than a person is answered once more, then not until it calms down. Danger always."""

from __future__ import annotations

import secrets
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.actions.cases import CaseActions
from bot.conversation.messages import Inbound, Reply
from bot.inbound.pace import WINDOW_SECONDS, Pace, counted, load
from bot.inbound.router import FLOOD_KEY, Router
from bot.runtime.runtime import Runtime
from tests.support.app import NOON, MovedClock
from tests.support.person import YoungPerson

LIMIT = 30
ANSWERS = ("menu", "back", "who are you", "is it free", "not now", "hello there", "food", "what do you keep")


@pytest.fixture
def limited(runtime: Runtime) -> Runtime:
    """Return the conversation with the limit that an agency has by default."""
    return replace(runtime, settings=replace(runtime.settings, flood_texts=LIMIT))


class Phone:
    """Phone that texts at a pace of the test's choosing, and counts what it gets."""

    def __init__(self, runtime: Runtime, phone: str, clock: MovedClock) -> None:
        self.router, self.runtime, self.phone, self.clock = Router(runtime), runtime, phone, clock
        self.got: list[Reply] = []

    def text(self, words: str, *, after: int = 1, opt_out: str = "") -> Reply:
        self.clock.now += after
        reply = self.router.handle(Inbound(f"SM{secrets.token_hex(16)}", self.phone, words, opt_out=opt_out))
        self.got.append(reply)
        return reply

    def flood(self, texts: int = 60, *, after: int = 1) -> list[Reply]:
        """Text so often, each time something else, and return the replies."""
        return [self.text(f"{ANSWERS[at % len(ANSWERS)]} {'!' * (at % 3)}", after=after) for at in range(texts)]

    @property
    def state(self) -> str:
        session = self.runtime.store.load(self.phone, "").session
        return session.state.value if session else ""


@pytest.fixture
def sender(limited: Runtime, phone: str, clock: MovedClock) -> Phone:
    """Return a phone in the middle of a conversation."""
    made = Phone(limited, phone, clock)
    for words in ("hey", "1", "ok"):
        assert made.text(words, after=20).text
    return made


def test_it_is_answered_once_more_kindly_and_then_not(sender: Phone) -> None:
    replies = sender.flood()
    answered = [at for at, reply in enumerate(replies) if reply.text]
    told = [at for at, reply in enumerate(replies) if reply.key == FLOOD_KEY]
    assert len(told) == 1
    assert told[0] == answered[-1] >= LIMIT - 3
    assert "988" in replies[told[0]].text
    assert len(replies[told[0]].text) <= 160 * 2


def test_it_moves_nothing_while_it_is_not_answered(sender: Phone) -> None:
    sender.flood(45)
    before = sender.runtime.store.load(sender.phone, "").session
    sender.flood(20)
    assert sender.runtime.store.load(sender.phone, "").session == before


def test_it_is_answered_again_when_it_has_calmed_down(sender: Phone) -> None:
    sender.flood()
    assert sender.text("menu", after=60).text == ""
    assert sender.text("menu", after=WINDOW_SECONDS).text
    assert sender.text("food", after=20).key != FLOOD_KEY


def test_machine_that_never_rests_gets_no_more(sender: Phone) -> None:
    replies = [reply for reply in sender.flood(600, after=2) if reply.text]
    assert len(replies) <= LIMIT * 1.5 + 1
    assert sum(reply.key == FLOOD_KEY for reply in replies) == 1


def test_same_text_over_and_over_is_bounded_too(sender: Phone) -> None:
    replies = [sender.text("out of office", after=at % 2) for at in range(300)]
    assert sum(bool(reply.text) for reply in replies) <= LIMIT + 1


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("i want to kill myself", "safety.self_harm"), ("hes hitting me right now", "safety.hurt"),
        ("me quiero matar", "safety.self_harm"), ("i took all my pills", "safety.medical"),
        ("im 11", "safety.young"), ("talk to a person", ""), ("weather", "safety.cover"), ("HELP", "carrier.help"),
        ("forget me", "privacy.forget"),
    ],
)  # fmt: skip
def test_danger_and_what_a_person_must_reach_are_always_answered(sender: Phone, words: str, state: str) -> None:
    sender.flood()
    reply = sender.text(words)
    assert reply.text
    assert reply.key != FLOOD_KEY
    if state:
        assert reply.state.startswith(state.partition(".")[0]) or reply.key.startswith(state)


def test_talk_about_danger_goes_on(sender: Phone) -> None:
    sender.flood()
    assert sender.text("i want to kill myself").text
    for words in ("1", "yes", "im scared", "i have pills here"):
        reply = sender.text(words)
        assert reply.text
        assert reply.key != FLOOD_KEY


def test_stop_is_obeyed_and_final(sender: Phone) -> None:
    sender.flood()
    assert sender.text("STOP").text
    assert sender.runtime.store.load(sender.phone, "").stopped
    assert [reply.text for reply in sender.flood(40)] == [""] * 40
    assert sender.text("START").text
    assert not sender.runtime.store.load(sender.phone, "").stopped


def test_stop_by_the_provider_is_obeyed(sender: Phone) -> None:
    sender.flood()
    sender.text("anything", opt_out="STOP")
    assert sender.runtime.store.load(sender.phone, "").stopped


def test_person_who_types_fast_is_never_held_back(sender: Phone) -> None:
    """A text every 12 seconds for an hour is more than anybody writes."""
    assert [reply for reply in sender.flood(300, after=12) if reply.key == FLOOD_KEY] == []


def test_texts_to_a_caseworker_are_never_held_back(limited: Runtime, clock: MovedClock) -> None:
    her = YoungPerson(limited)
    code = her.share("needs", name="Jay")
    CaseActions(limited).claim(code, "sam", "Sam")
    store, phone = limited.store, Phone(limited, her.phone, clock)
    for at in range(80):
        phone.text(f"and then {at} he said")
    lines = [line.text for line in store.cases.thread(code) if line.kind == "person"]
    assert len(lines) == 80


def test_missed_texts_count_at_the_time_they_were_written(sender: Phone) -> None:
    """After an outage an hour's texts are read in a second."""
    for at in range(60):
        sid, when = f"SM{secrets.token_hex(16)}", NOON - 3600 + at * 15
        said = sender.router.process(Inbound(sid, sender.phone, f"text {at}", at=when), queue_reply=True)
        assert said.key != FLOOD_KEY


def test_repeated_delivery_counts_once(sender: Phone) -> None:
    inbound = Inbound(f"SM{secrets.token_hex(16)}", sender.phone, "menu")
    replies = {sender.router.handle(inbound).text for _ in range(100)}
    assert len(replies) == 1
    assert sender.text("food", after=20).key != FLOOD_KEY


def test_without_a_limit_nobody_is_held_back(runtime: Runtime, phone: str, clock: MovedClock) -> None:
    assert [reply for reply in Phone(runtime, phone, clock).flood(100) if reply.key == FLOOD_KEY] == []


def test_what_is_kept_names_nobody(sender: Phone) -> None:
    sender.flood(5)
    kept = sender.runtime.store.load(sender.phone, "").pace
    assert load(kept).level > 3
    assert set(kept) <= set("0123456789.:")


@pytest.mark.parametrize("stored", ["", "a:b:c", "1:2", "1:2:3:4", "nan"])
def test_unreadable_pace_counts_as_none(stored: str) -> None:
    assert load(stored) == Pace()


@given(st.integers(10, 1000), st.lists(st.integers(0, 3600), min_size=1, max_size=400))
def test_slower_than_the_limit_is_never_a_flood(limit: int, more: list[int]) -> None:
    pace, now = Pace(), NOON
    for seconds in more:
        now += WINDOW_SECONDS // limit + 1 + seconds
        pace = counted(load(pace.dump()), now, limit)
        assert not pace.is_flood


@given(st.integers(10, 100), st.lists(st.integers(0, 60), max_size=300))
def test_rest_of_the_window_calms_every_flood(limit: int, gaps: list[int]) -> None:
    pace, now = Pace(), NOON
    for gap in gaps:
        now += gap
        pace = counted(pace, now, limit)
        pace = pace._replace(told=pace.told or pace.is_flood)
    assert not counted(pace, now + WINDOW_SECONDS, limit).is_flood
