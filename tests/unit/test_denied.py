"""A danger that is denied leaves the replies, and comes back when it is told again. Some stay whatever is said."""

from __future__ import annotations

import pytest

from bot.flows.names import Denial, Fact
from bot.understanding.denial import denial_in
from tests.support.talk import TO_NEEDS, talk

PINNED = "If it's urgent"


@pytest.mark.parametrize(
    "text", ["im fine i said", "no im not in danger", "im safe now", "nobody is hurting me", "false alarm"]
)
def test_a_denial_lifts_the_line_and_a_new_danger_brings_it_back(text: str) -> None:
    at = talk(*TO_NEEDS, "he hits me", text)
    assert at.reply.key == "aside.not_in_danger"
    assert at.session.hazard == ""
    assert PINNED not in at.text("food")
    assert "911" in at.text("he choked me")
    assert PINNED in at.text("food")


@pytest.mark.parametrize("text", ["no estoy en peligro", "estoy a salvo", "nadie me pega", "te dije que estoy bien"])
def test_the_same_in_spanish(text: str) -> None:
    at = talk("hola", "si", "ok", "me pega", text)
    assert at.session.hazard == ""
    assert "urgente" not in at.text("comida")


@pytest.mark.parametrize(
    "text",
    [
        "no estoy en peligro orita pero me da miedo", "im safe but im scared", "im not in danger yet", "im not safe",
        "am i safe?", "i dont think im safe", "no estoy a salvo",
    ],
)  # fmt: skip
def test_a_denial_with_a_doubt_is_none(text: str) -> None:
    at = talk(*TO_NEEDS, "he hits me", text)
    assert at.session.hazard


def test_what_was_swallowed_and_who_is_missing_stay() -> None:
    at = talk(*TO_NEEDS, "i took 20 pills", "im not in danger")
    assert at.session.hazard == "medical"
    at = talk(*TO_NEEDS, "my daughter is 14 she left with a man and doesnt answer", "im fine", "im not in danger")
    assert at.session.hazard == "missing"
    at.text("she came home")
    assert at.session.hazard == ""


def test_im_fine_elsewhere_lifts_nothing() -> None:
    assert talk(*TO_NEEDS, "he hits me", "2", "im good").session.hazard


def test_im_fine_does_not_lift_a_wish_to_die() -> None:
    at = talk(*TO_NEEDS, "i want to die", "im fine")
    assert at.session.hazard == "self_harm"


@pytest.mark.parametrize(
    "text",
    [
        "thats a suicide line i dont need that",
        "i said im not suicidal",
        "im not gonna kill myself",
        "i dont need a suicide hotline",
    ],
)
def test_the_line_for_suicide_is_not_named_again(text: str) -> None:
    at = talk(*TO_NEEDS, text)
    assert at.reply.key == "aside.not_suicidal"
    assert Fact.NO_CRISIS_LINE in at.session.facts
    assert "988" not in at.text("can u just talk")
    assert "988" not in at.text("i need a counselor", "san diego")
    assert "988" in at.text("i want to die")
    assert Fact.NO_CRISIS_LINE not in at.session.facts


@pytest.mark.parametrize("text", ["no me quiero matar", "esa es linea de suicidio, no la necesito", "no soy suicida"])
def test_the_line_is_not_named_again_in_spanish(text: str) -> None:
    at = talk("hola", "si", "ok", text)
    assert at.reply.key == "aside.not_suicidal"
    assert "988" not in at.text("quiero hablar con alguien", "1", "1")


@pytest.mark.parametrize(
    ("text", "denial"),
    [
        ("i am not in danger", Denial.OUTRIGHT), ("estoy bien", Denial.FINE), ("i am fine", Denial.FINE),
        ("i am not suicidal but i want to sleep forever", None), ("he is not in danger if i stay", None),
        ("we found her", Denial.FOUND), ("i want her back home", None), ("she is not home", None),
    ],
)  # fmt: skip
def test_kinds_of_denial(text: str, denial: Denial | None) -> None:
    assert denial_in(text, text) is denial
