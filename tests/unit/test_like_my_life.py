"""A show or an essay that is somebody's own life is asked about; what comes first, and "safe for now", are heard."""

from __future__ import annotations

import pytest

from bot.flows.names import Need
from tests.support.talk import talk

EXPLOITED = "safety.ask.exploitation"


@pytest.mark.parametrize("text", [
    "kinda like my life tho", "thats literally my life no cap", "same thing happened to me", "what if its me",
    "asi me paso a mi", "es como mi vida la neta", "y si soy yo",
])  # fmt: skip
def test_behind_a_story_it_is_asked_about(text: str) -> None:
    at = talk("gotta write an essay on trafficking", text)
    assert at.reply.key == EXPLOITED and "1-888-373-7888" in at.reply.text
    at = talk("in this show a girl gets sold by her aunt", text)
    assert at.reply.key == "safety.held.more" and "1-888-373-7888" in at.reply.text


@pytest.mark.parametrize("text", [
    "yall ever see taken? thats my life no cap", "that movie where she gets sold, that is literally my life",
    "vieron la novela donde la venden? asi es mi vida",
])  # fmt: skip
def test_in_one_text_too(text: str) -> None:
    assert talk(text).reply.key == EXPLOITED


@pytest.mark.parametrize("text", ["ok but like what if its somebody u know", "y si es una amiga"])
def test_somebody_they_know_is_a_friend(text: str) -> None:
    assert talk("gotta write an essay on trafficking", text).reply.key == "safety.friend"


@pytest.mark.parametrize(
    "text", ["story of my life lol", "my life is boring", "its me", "its my mom", "its just a show"]
)
def test_small_talk_stays_small(text: str) -> None:
    assert talk("hey", text).reply.key != EXPLOITED


def test_what_comes_first_is_a_need_and_no_refusal() -> None:
    for first, need in (
        ("a place first", Need.SHELTER_TONIGHT),
        ("food first", Need.FOOD),
        ("primero un abogado", Need.LEGAL),
    ):
        at = talk("i need help with a few things", "ok", first)
        assert at.reply.key != "hesitation.parked" and need in at.session.needs


@pytest.mark.parametrize("text", ["look for a place", "can you find me a bed", "buscame un lugar"])
def test_a_plain_wish_to_look_is_one(text: str) -> None:
    at = talk("hi", "ok", "ok", text)
    assert Need.SHELTER_TONIGHT in at.session.needs and at.reply.key != "safety.come"


@pytest.mark.parametrize("text", ["safe for now", "im ok for now", "por ahora estoy bien", "yes for now im safe"])
def test_safe_for_now_answers_the_question(text: str) -> None:
    at = talk("he controls my money and makes me see guys", text)
    assert at.reply.key not in ("welcome.later", "safety.stay", "hesitation.parked")
    told = talk("my bf hits me", text)
    assert told.reply.key in ("aside.noted", "aside.not_in_danger")


def test_who_is_good_for_now_is_left_alone() -> None:
    assert talk("hey", "im good for now").reply.key == "welcome.later"
    assert talk("hey", "not now").reply.key == "welcome.later"


def test_to_dance_with_somebody_asks_for_no_person() -> None:
    assert talk("hey", "i wanna dance with somebody").reply.key != "consent.talk"
    assert talk("hey", "i wanna talk with somebody").reply.key == "consent.talk"
