"""Idioms of anger are no attack, a hidden pregnancy gets an answer, and loneliness is no wish to die."""

from __future__ import annotations

import pytest

from bot.flows.names import Need
from bot.understanding.anger import is_anger, keeps_secret
from bot.understanding.lonely import is_lonely
from tests.support.talk import TO_NEEDS, talk

HOLA = ("hola", "si", "ok")


@pytest.mark.parametrize(
    "text",
    [
        "my dad gonna kill me if he finds out i failed", "my mom would kill me if she knew",
        "my mom is gonna kill me lol",
        "my grandma is gonna kill me when she sees my grades", "my parents are gonna murder me if im late",
        "my boss will kill me if im late again", "my foster mom is gonna kill me if i get another tattoo",
    ],
)  # fmt: skip
def test_an_idiom_of_anger_is_asked_about_in_place(text: str) -> None:
    at = talk(*TO_NEEDS, text)
    assert at.reply.key == "aside.will_be_mad"
    assert "911" in at.reply.text and not at.session.hazard


@pytest.mark.parametrize(
    "text",
    ["mi papa me va a matar si se entera", "mi jefa me mata si llego tarde", "me va a matar mi mama si repruebo"],
)
def test_the_same_in_spanish(text: str) -> None:
    assert talk(*HOLA, text).reply.key == "aside.will_be_mad"


@pytest.mark.parametrize(
    "text",
    [
        "my dad said he will kill me if i tell", "my dad gonna kill me he has a knife",
        "my boyfriend will kill me if he finds out", "my stepdad is gonna kill me if i leave",
        "my pimp will kill me if i leave", "my mom will kill me, she tried before",
        "my dad hits me and hes gonna kill me if he knows im pregnant",
        "im scared my mom is gonna kill me if she finds out",
    ],
)  # fmt: skip
def test_a_real_threat_stays_danger(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key.startswith("safety.")


@pytest.mark.parametrize(
    "text", ["mi novio me va a matar si me voy", "mi papa me pega y me va a matar si se entera que estoy embarazada"]
)
def test_a_real_threat_stays_danger_in_spanish(text: str) -> None:
    assert talk(*HOLA, text).reply.key.startswith("safety.")


@pytest.mark.parametrize(
    "texts",
    [
        (*TO_NEEDS, "i think im pregnant n i cant tell my mom me va matar"),
        (*TO_NEEDS, "im pregnant and my mom cant know"),
        (*TO_NEEDS, "i missed my period and my parents cant find out"),
        (*HOLA, "mi jefa me mata si sabe que estoy embarazada"),
        (*HOLA, "estoy embarazada y no le puedo decir a mi mama"),
        (*HOLA, "mi jefa me mata si sabe, necesito una prueba"),
    ],
)  # fmt: skip
def test_a_hidden_pregnancy_gets_an_answer_and_yes_looks_for_a_clinic(texts: tuple[str, ...]) -> None:
    at = talk(*texts)
    assert at.reply.key == "aside.pregnant_hidden"
    assert Need.REPRODUCTIVE_HEALTH in at.session.needs
    at.text("si" if texts[0] == "hola" else "yes")
    assert at.reply.key in ("needs.area", "needs.confirm")


def test_before_the_hello_no_pregnancy_is_named() -> None:
    at = talk("i think im pregnant n i cant tell my mom")
    assert at.reply.key == "welcome.hello"
    assert "pregnan" not in at.reply.text and "911" in at.reply.text


def test_a_clinic_that_is_asked_for_is_looked_for() -> None:
    assert talk(*TO_NEEDS, "im pregnant i need a clinic that wont tell my mom").reply.key != "aside.pregnant_hidden"


@pytest.mark.parametrize(
    "texts", [(*TO_NEEDS, "i feel alone. nobody gets it"), (*HOLA, "me siento bien sola desde que sali")]
)
def test_loneliness_is_answered_and_yes_looks_for_people_who_were_there(texts: tuple[str, ...]) -> None:
    at = talk(*texts)
    assert at.reply.key == "aside.lonely" and "988" not in at.reply.text
    at.text("si" if texts[0] == "hola" else "yes")
    assert Need.PEER_SUPPORT in at.session.needs


@pytest.mark.parametrize(
    ("text", "lonely"),
    [
        ("i got out like a year ago. i just feel alone. nobody gets it", True), ("i miss having ppl who get it", True),
        ("i feel alone i want to die", False), ("i feel so alone there is no point", False), ("yeah im alone", False),
        ("me siento sola y ya no quiero vivir", False), ("everyone would be better off, i feel alone", False),
    ],
)  # fmt: skip
def test_what_is_lonely(text: str, lonely: bool) -> None:
    assert is_lonely(text) is lonely


def test_words_alone() -> None:
    assert is_anger("my mom is going to kill me if i fail") and not is_anger("my mom is going to help me if i fail")
    assert keeps_secret("i am pregnant and my mom can not know") and not keeps_secret("i am pregnant and my mom knows")
