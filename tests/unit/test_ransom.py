"""Money that captors want, a driver who lets nobody out, a child of a relative: danger, and no threat with pictures."""

from __future__ import annotations

import pytest

from bot.flows.names import State
from tests.support.talk import TO_NEEDS, talk

SPANISH = ("hola", "1", "1")


@pytest.mark.parametrize("text", [
    "me estan extorsionando la mara", "los polleros piden mas dinero pa soltarme",
    "me mandan fotos de mi hermana y dicen q la van a matar si no pago", "pagaron y no me soltaron",
    "piden dinero pa no hacerle nada a mi familia en honduras",
])  # fmt: skip
def test_ransom_in_spanish(text: str) -> None:
    assert talk(*SPANISH, text).reply.key == "safety.hurt"


@pytest.mark.parametrize("text", ["the coyotes want more money to let me go", "ms13 is extorting me"])
def test_ransom(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key == "safety.hurt"


@pytest.mark.parametrize("text", ["he said hell post my nudes if i dont pay", "quiere dinero o sube mis fotos"])
def test_pictures_stay_pictures(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key == "safety.sextortion"


@pytest.mark.parametrize("text", ["my landlord wants 300 more", "mi casero quiere 300 mas", "i need more money"])
def test_rent_is_no_ransom(text: str) -> None:
    assert talk(*TO_NEEDS, text).session.state is not State.SAFETY_HURT


@pytest.mark.parametrize("text", [
    "el wey del uber no me quiere bajar", "no me quiere bajar del carro", "ya le dije q me baje y no",
    "mi tio me embarazo", "mi patron me embarazo", "tengo un bebe de mi padrastro", "mi papa es el papa de mi bebe",
])  # fmt: skip
def test_let_out_of_no_car_and_a_child_of_a_relative(text: str) -> None:
    assert talk(*SPANISH, text).session.state is State.SAFETY_HURT


@pytest.mark.parametrize("text", ["my uncle got me pregnant", "my dad is my babys dad"])
def test_a_child_of_a_relative_in_english(text: str) -> None:
    assert talk(*TO_NEEDS, text).session.state is State.SAFETY_HURT
