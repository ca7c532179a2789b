"""A wish that somebody is not told, while a danger stands: the danger is kept, and "i tell nobody" is the answer."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

SOLD, HIT = ("hey", "yes", "my mom sold me"), ("hey", "yes", "he hits me")
VENDE, MORIR = ("hola", "si", "mi papa me vende"), ("hola", "si", "me quiero morir")


@pytest.mark.parametrize(
    ("before", "text", "number"),
    [
        (SOLD, "dont call her", "1-888"), (SOLD, "please dont tell her", "1-888"), (SOLD, "she cant know", "1-888"),
        (HIT, "dont tell him", "911"), (HIT, "my kids dont know", "911"),
        (HIT, "dont text him", "911"), (HIT, "i dont want my dad to find out", "911"),
        (("im gonna kill myself tonight",), "my foster mom doesnt know", "988"),
        (("hey", "yes", "i wanna die"), "my grandma doesnt know", "988"),
        (("hey", "yes", "i wanna die", "my grandma doesnt know"), "dont tell her", "988"),
        (VENDE, "no le digan a mi mama", "1-888"), (VENDE, "no la llamen", "1-888"),
        (MORIR, "que no sepa mi ama", "988"), (MORIR, "mi mama no sabe", "988"),
    ],
)  # fmt: skip
def test_it_is_answered_beside_the_danger(before: tuple[str, ...], text: str, number: str) -> None:
    at = talk(*before)
    said = at.text(text)
    assert at.reply.key.startswith("aside.tell_nobody") and number in said
    assert at.session.hazard and not at.session.other_holds


@pytest.mark.parametrize(
    ("before", "text"),
    [(HIT, "dont text her"), (HIT, "dont call her again"), (HIT, "dont call my wife"), (HIT, "dont talk to her bitch"),
     (VENDE, "ya no le escribas a mi mujer"), (VENDE, "no le hables mas"), (VENDE, "no la llamen, es mi mujer"),
     (TO_NEEDS, "dont call her")],
)  # fmt: skip
def test_who_holds_the_phone_gets_the_bland_line(before: tuple[str, ...], text: str) -> None:
    assert talk(*before, text).reply.key == "safety.holder"


@pytest.mark.parametrize(
    ("before", "text"),
    [(HIT, "dont call the police"), (HIT, "he doesnt know me"), (HIT, "my mom doesnt care"), (HIT, "will u tell him?"),
     (TO_NEEDS, "my mom doesnt know"), (TO_NEEDS, "dont tell my mom"), (HIT, "no me digas que lo deje"),
     ((*TO_NEEDS, "im pregnant"), "my mom doesnt know"),
     (("hey", "yes", "my friend wont wake up"), "dont tell her mom")],
)  # fmt: skip
def test_other_texts_keep_their_answer(before: tuple[str, ...], text: str) -> None:
    assert not talk(*before, text).reply.key.startswith("aside.tell_nobody")
