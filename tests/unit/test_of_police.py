"""Police who are the danger, and police whom a friend in danger does not want, by the rules alone."""

from __future__ import annotations

import pytest

from bot.sms.segments import count
from tests.support.talk import TO_NEEDS, talk

HOTLINE, PARTNERS = "1-888-373-7888", "1-800-799-7233"
HER_LIFE = "my friend says her bf is gonna kill her"


@pytest.mark.parametrize(
    "text",
    ["the guy who pays me is a cop", "the man who buys me is a cop", "hes a cop", "my bf is a police officer",
     "cops are in on it", "the cops here are his friends", "he works for the sheriff",
     "i cant call 911 hes a cop"],
)  # fmt: skip
def test_who_is_hurt_by_police_gets_help_without_911(text: str) -> None:
    at = talk(*TO_NEEDS, text)
    assert at.reply.key == "aside.he_is_police" and HOTLINE in at.reply.text
    assert "Call 911" not in at.reply.text and count(at.reply.text).segments <= 2


@pytest.mark.parametrize("text", ["mi novio es policia", "el que me paga es policia", "la policia esta con ellos"])
def test_so_it_is_in_spanish(text: str) -> None:
    at = talk("hola", "1", "ok", text)
    assert at.reply.key == "aside.he_is_police" and HOTLINE in at.reply.text and count(at.reply.text).segments <= 2


@pytest.mark.parametrize("text", ["its him who answers", "who else can i call", "is there fbi", "i cant call 911"])
def test_what_is_asked_of_it_next_has_an_answer(text: str) -> None:
    at = talk(*TO_NEEDS, "the guy who pays me is a cop", text)
    assert at.reply.key == "aside.he_is_police.again" and HOTLINE in at.reply.text


@pytest.mark.parametrize(
    "text", ["are you a cop", "i called the cops", "my uncle is a cop he can help", "are you police"]
)
def test_other_words_on_police_are_as_before(text: str) -> None:
    assert not talk(*TO_NEEDS, text).reply.key.startswith("aside.he_is_police")


@pytest.mark.parametrize(
    "text", ["she said dont call cops", "i promised no cops", "she told me not to call anybody", "no cops please"]
)
def test_a_friend_who_wants_no_police_has_a_life(text: str) -> None:
    at = talk(*TO_NEEDS, HER_LIFE, text)
    assert at.reply.key == "aside.no_cops" and "911" in at.reply.text and PARTNERS in at.reply.text
    assert count(at.reply.text).segments <= 2
    at.text("room 214")
    assert at.reply.key == "aside.no_cops.again" and "911" in at.reply.text


def test_who_else_is_asked_where_911_was_named() -> None:
    at = talk(*TO_NEEDS, "hes a police officer he hurts me", "who else can i call")
    assert at.reply.key == "aside.where_to_call" and HOTLINE in at.reply.text


def test_it_is_so_in_spanish_and_nowhere_without_a_danger() -> None:
    at = talk("hola", "1", "ok", "mi amiga dice que su novio la va a matar", "dijo que no llame a la policia")
    assert at.reply.key == "aside.no_cops" and "911" in at.reply.text
    assert talk(*TO_NEEDS, "she said dont call cops").reply.key != "aside.no_cops"
    assert talk(*TO_NEEDS, HER_LIFE, "i want to die").reply.key == "safety.self_harm"
