"""Who leaves beside a danger, uses the cover word or fears eyes on the screen gets no word of it as the last one."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

HIT = (*TO_NEEDS, "he hit me")
HIT_ES = ("hola", "1", "ok", "me pega mi novio")


@pytest.mark.parametrize("before", [HIT, HIT_ES, (*TO_NEEDS, "my stepdad touches me")])
@pytest.mark.parametrize(
    "text", ["gtg", "ok bye", "ttyl", "nvm", "nvm forget it", "i gotta go", "me tengo que ir", "olvidalo", "adios"]
)
def test_leaving_ends_on_bland_words(before: tuple[str, ...], text: str) -> None:
    at = talk(*before)
    said = at.text(text)
    assert at.reply.key == "welcome.later" and "911" not in said
    at.text("hey")
    assert at.reply.key == "welcome.back" and at.session.danger


@pytest.mark.parametrize("text", ["nvm wrong number", "wrong number my bad", "equivocado, olvidalo"])
def test_a_wrong_number_that_comes_only_now_is_for_his_eyes(text: str) -> None:
    assert talk(*HIT, text).reply.key == "safety.holder"


@pytest.mark.parametrize("text", ["not now", "4"])
def test_not_now_leaves_the_numbers(text: str) -> None:
    assert "911" in talk(*HIT, text).reply.text


@pytest.mark.parametrize("text", ["gtg", "bye", "nvm wrong number"])
def test_who_wants_to_die_keeps_the_line(text: str) -> None:
    assert "988" in talk(*TO_NEEDS, "i want to die", text).reply.text


def test_no_texts_for_now_is_silence_and_alone_again_is_a_return() -> None:
    assert talk(*HIT, "stop texting rn").reply.text == ""
    assert talk(*HIT, "dont text", "ok im alone now").reply.key == "aside.back_again"


@pytest.mark.parametrize("text", ["i need help", "help me", "please help", "ayudame"])
def test_after_the_cover_word_a_cry_is_asked_if_it_is_ok(text: str) -> None:
    at = talk(*HIT, "weather", text)
    assert at.reply.key == "welcome.back"
    assert talk(*HIT, "weather", "help").reply.key == "carrier.help"


def test_after_the_cover_word_a_need_stays_bland() -> None:
    assert "911" not in talk(*HIT, "weather", "a shelter").reply.text


@pytest.mark.parametrize("text", ["help me", "please help", "i need help"])
def test_beside_a_danger_a_cry_is_told_what_a_program_cannot_do(text: str) -> None:
    assert talk(*HIT, text).reply.key == "safety.come"


@pytest.mark.parametrize("before", [TO_NEEDS, (*TO_NEEDS, "he checks my phone", "ok"), HIT])
@pytest.mark.parametrize(
    "text",
    ["what do i do if he sees this", "what if he reads it", "how do i hide this from him",
     "what happens if he finds out i texted", "que hago si mi novio lee esto"],
)  # fmt: skip
def test_what_if_he_sees_it_is_of_the_texts(before: tuple[str, ...], text: str) -> None:
    assert talk(*before, text).reply.key == "aside.will_you_tell_him"


@pytest.mark.parametrize(
    "text", ["is it safe to talk to you", "am i safe talking here", "are u safe to talk to", "es seguro hablar contigo"]
)
def test_whether_it_is_safe_here_is_of_this_line(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key == "aside.can_i_trust_you"
    assert talk(*TO_NEEDS, "i need a bed", "is it safe there").reply.key == "aside.is_it_safe_there"
