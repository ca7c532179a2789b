"""What a husband or a boss writes from her phone: one bland line, and no number of a danger beside it (promise 7)."""

from __future__ import annotations

import pytest

from tests.support.talk import talk

HIT = ("hola", "si", "me pegan")


@pytest.mark.parametrize(
    "text",
    [
        "esta muchacha es mi esposa, no escriba mas",
        "ella es mi mujer dejenla en paz",
        "la chica que te escribe es mi novia, ya no le hables",
        "no le escriba a mi esposa",
        "no la llamen, es mi mujer",
        "este telefono es de mi esposa",
    ],
)
def test_he_gets_the_bland_line(text: str) -> None:
    at = talk(*HIT)
    said = at.text(text)
    assert at.reply.key == "safety.holder" and "911" not in said


@pytest.mark.parametrize(
    "text",
    [
        "ella es mi hija, tiene 13 y la golpean",
        "esta es mi esposa y necesita ayuda",
        "mi esposa no habla ingles",
        "este celular es de mi mama",
        "no le hables a mi mama",
    ],
)
def test_who_speaks_of_their_own_is_no_holder(text: str) -> None:
    at = talk(*HIT, text)
    assert at.reply.key != "safety.holder"


@pytest.mark.parametrize("before", [HIT, ("hey", "yes", "he hits me")])
@pytest.mark.parametrize("text", ["quien habla", "who is this", "are you a bot"])
def test_who_is_this_gets_no_number_of_a_danger(before: tuple[str, ...], text: str) -> None:
    at = talk(*before)
    said = at.text(text)
    assert at.reply.key == "privacy.who_am_i"
    assert not any(number in said for number in ("911", "1-888", "1-800"))


@pytest.mark.parametrize(
    "text",
    ["aqui esta ella, luego hablo", "ahi viene, al rato escribo", "ya no mas mensajes x ahorita que viene mi novio"],
)
def test_nothing_is_sent_while_she_stands_there(text: str) -> None:
    at = talk("hola", "si", "me retiene la señora")
    assert at.reply.key == "safety.hurt"
    assert at.text(text) == ""


def test_pay_that_is_held_back_is_no_person_who_is() -> None:
    assert talk("hola", "si", "el patron me retiene el pago").reply.key != "safety.hurt"


ASKS_OF_HER = (
    "my gf told me she texted u what did she say", "shes my wife and she wrote to you, about what",
    "my girl been talking to yall what did she tell you", "soy su pareja, ella me dijo que les escribio, que dijo",
    "mi esposa habla con ustedes, de que", "me dijo mi novia que les hablo, que queria",
    "tell me what she said or ill beat her",
    "o me dices o la golpeo dime", "si no me contestas le va a ir mal",
)  # fmt: skip


@pytest.mark.parametrize("text", ASKS_OF_HER)
def test_who_asks_what_she_said_is_told_nothing(text: str) -> None:
    at = talk(text)
    assert at.reply.key == "safety.holder"
    for more in (
        "shes my wife i have a right to know",
        "es mi esposa tengo derecho",
        "how do i find her is she in a shelter",
    ):
        assert at.text(more) and at.reply.key == "safety.holder"


@pytest.mark.parametrize(
    "text",
    ["my friend texted you and she needs help", "he says tell me or ill kill her",
     "mi hermana les escribio porque le pegan",
     "my gf texted you because hes hurting her what do i do", "i texted you yesterday", "what did my caseworker say"],
)  # fmt: skip
def test_who_helps_her_is_no_holder(text: str) -> None:
    assert talk(text).reply.key != "safety.holder"
