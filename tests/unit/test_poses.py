"""Somebody who says that they are from here and wants money, a photo or a meeting: staff never ask for it."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

KEYS = ("aside.not_our_staff", "aside.not_our_staff.again")


@pytest.mark.parametrize(
    "text",
    ["el pastor dice que es de ustedes y me da un cuarto si voy sola",
     "una muchacha q dice q es de ustedes me escribio", "alguien de oak line me dijo q nos vieramos en el parque",
     "me escribieron de otro numero q son ustedes y quieren mi direccion", "alguien de ahi me pidio 50 dolares",
     "someone from oak line asked me for a photo",
     "a girl texted me from another number says shes with you and wants money",
     "this lady says she works for you and wants to meet at the mall"],
)  # fmt: skip
@pytest.mark.parametrize(
    "then",
    ["era de ustedes?", "es de ustedes?", "por q me piden eso", "bloqueo?", "no llego", "me pidio una foto mia",
     "is that you?", "should i block her", "why would they ask for that", "she wants 50 dollars"],
)  # fmt: skip
def test_what_staff_never_ask_for_is_said_and_stays_said(text: str, then: str) -> None:
    at = talk(*TO_NEEDS)
    at.text(text)
    assert at.reply.key == KEYS[0] and "911" in at.reply.text
    assert at.text(then) and at.reply.key == KEYS[1]


def test_who_was_only_named_is_remembered() -> None:
    at = talk("buenas ayer hablé con una tal Karla de ahi")
    assert at.reply.key == "welcome.hello"
    for text in ("me dijo q me iba a conseguir cama", "quedamos a las 5 en el walmart", "no llego", "era de ustedes?",
                 "me pidio una foto mia", "y q le mandara 50 dolares", "por q me piden eso", "bloqueo?"):  # fmt: skip
        at.text(text)
        assert at.reply.key in KEYS, text


@pytest.mark.parametrize(
    "text",
    ["can i talk to someone from oak line", "alguien de oak line me puede llamar?",
    "someone from there was nice to me",
     "quiero hablar con alguien de ahi", "is this oak line", "mi novio me pidio 50 dolares",
     "he wants a photo of me"],
)  # fmt: skip
def test_other_texts_are_of_nobody_who_poses(text: str) -> None:
    assert talk(text).reply.key not in KEYS
    assert talk(*TO_NEEDS, text).reply.key not in KEYS
