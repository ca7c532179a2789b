"""Somebody who is held: a weapon meant for them, a stranger who has them, whether to run, a sign by a road."""

from __future__ import annotations

import pytest

from tests.support.talk import talk

OPEN, ABIERTO = ("hey", "1"), ("hola", "1")


@pytest.mark.parametrize(
    "text",
    ["the gun is for me he says", "he said the bullet has my name on it", "a trucker has me", "a man got me in his van",
     "dice que la pistola es para mi", "me dijo que la bala es para mi", "un trailero me tiene"],
)  # fmt: skip
@pytest.mark.parametrize("before", [OPEN, ABIERTO])
def test_it_is_danger_that_is_sure(before: tuple[str, ...], text: str) -> None:
    assert talk(*before, text).reply.key == "safety.hurt"


@pytest.mark.parametrize("text", ["a man got me a job", "he says the gift is for me", "my friend has me on snap"])
def test_what_tells_of_no_weapon_and_of_nobody_who_holds_them_is_none(text: str) -> None:
    assert talk(*OPEN, text).reply.key != "safety.hurt"


@pytest.mark.parametrize("text", ["should i run", "hes asleep can i leave now", "me escapo", "se durmio me voy"])
def test_whether_to_run_gets_the_plan(text: str) -> None:
    assert talk(*OPEN, text).reply.key == "safety.plan"


@pytest.mark.parametrize("text", ["theres a sign that says exit 218", "i can see a exit sign 218", "veo salida 218"])
@pytest.mark.parametrize("before", [OPEN, (*OPEN, "he hits me")])
def test_a_sign_by_a_road_is_of_use(before: tuple[str, ...], text: str) -> None:
    at = talk(*before)
    said = at.text(text)
    assert at.reply.key == "aside.lost" and "911" in said and "1-888-373-7888" in said
