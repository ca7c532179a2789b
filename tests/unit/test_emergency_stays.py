"""A medical emergency stays one: fear of the law, a racing heart and Narcan get the next step, and no other line."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, Talk, talk

POISON = "1-800-222-1222"
HIGH = ("im so fkn high rn took like 6 of the blues", "i think i took too many percs", "me tome muchas pastillas")


def after(text: str, *before: str, danger: str = HIGH[0]) -> Talk:
    return talk("hi", "ok", danger, *before, text)


@pytest.mark.parametrize("danger", HIGH)
@pytest.mark.parametrize("text", [
    "im not calling 911 theyll take my kid", "not calling 911 they'll lock me up",
    "not calling 911 theyll take my baby",
    "i cant call 911 i have a warrant", "no cops", "if i call theyll deport me", "theyll take my kids",
    "i dont want to go to the hospital",
    "no voy a llamar al 911 me van a quitar a mi niño", "no quiero llamar a la policia",
    "si llamo me deportan", "me van a arrestar",
])  # fmt: skip
def test_who_fears_to_call_hears_of_a_line_without_names(text: str, danger: str) -> None:
    at = after(text, danger=danger)
    assert at.reply.key == "safety.no_call"
    assert POISON in at.reply.text and "911" in at.reply.text and "422-4453" not in at.reply.text
    assert at.session.hazard == "medical"


@pytest.mark.parametrize("text", ["im not calling 911 hell kill me", "he beat me up", "quiero morir", "i want to die"])
def test_another_danger_is_still_heard(text: str) -> None:
    assert after(text).reply.key != "safety.no_call"


@pytest.mark.parametrize("before", [(), ("im not calling 911 theyll take my kid",), ("ok",)])
@pytest.mark.parametrize("text", ["my heart going crazy", "i cant calm down my heart is pounding"])
def test_a_racing_heart_after_pills_is_no_panic(text: str, before: tuple[str, ...]) -> None:
    at = after(text, *before)
    assert not at.reply.key.startswith("guide.")
    assert POISON in at.reply.text and "911" in at.reply.text


@pytest.mark.parametrize("text", [
    "ok she did it", "i gave him narcan", "she gave me the narcan", "we used 2 sprays", "gave it", "ya se lo puse",
    "le di la naloxona",
])  # fmt: skip
def test_narcan_wears_off(text: str) -> None:
    at = after(text, "my homegirl got narcan")
    assert at.reply.key == "safety.narcan_given"
    assert POISON in at.reply.text and "911" in at.reply.text and "30" in at.reply.text
    assert at.session.progress is None


@pytest.mark.parametrize("text", ["ok she did it", "im not calling 911 theyll take my kid", "no cops", "gave it"])
def test_the_same_words_mean_nothing_special_without_an_emergency(text: str) -> None:
    at = talk(*TO_NEEDS, text)
    assert at.reply.key not in {"safety.no_call", "safety.narcan_given"}


@pytest.mark.parametrize("text", ["my heart going crazy", "im having a panic attack", "tengo un ataque de panico"])
def test_panic_asks_first_what_was_taken(text: str) -> None:
    at = talk(*TO_NEEDS, text)
    if at.reply.key == "guide.panic.1":
        assert at.reply.text.index(POISON) < at.reply.text.index("10 min")


@pytest.mark.parametrize("text", ["did a lot of meth today", "i did way too much coke", "me meti mucho cristal hoy"])
def test_a_lot_of_a_drug_is_asked_about(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key.startswith(("safety.ask.medical", "safety.medical"))


@pytest.mark.parametrize("text", ["drank a lot of coke zero", "i used to do a lot of meth", "tome mucha coca cola"])
def test_a_lot_of_something_else_is_not(text: str) -> None:
    assert not talk(*TO_NEEDS, text).reply.key.startswith(("safety.ask.medical", "safety.medical"))
