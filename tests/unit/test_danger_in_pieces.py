"""A danger told in pieces: the second text says what the first one meant. Texts nobody's word decides alone."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, Talk


def key(*texts: str, spanish: bool = False) -> str:
    talk = Talk()
    talk.text(*(("hola", "1", "1") if spanish else TO_NEEDS), *texts)
    return talk.reply.key


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (("estoy sangrando mucho", "estoy embarazada"), "safety.body.bleeds"),
        (("estoy sangrando mucho", "me duele la panza"), "safety.body.bleeds"),
        (("estoy sangrando mucho", "ya no puedo caminar"), "safety.body.now"),
        (("estoy sangrando mucho", "mi bb no se mueve"), "safety.body.now"),
        (("im bleeding a lot", "im pregnant"), "safety.body.bleeds"),
        (("im bleeding a lot", "i cant stand up"), "safety.body.now"),
        (("tengo 4 meses y me sale sangre",), "safety.body.bleeds"),
        (("me sale sangre de abajo y estoy de 6 meses",), "safety.body.bleeds"),
        (("creo q perdi al bebe",), "safety.body.bleeds"),
        (("i think i lost the baby",), "safety.body.bleeds"),
    ],
)
def test_blood_and_a_pregnancy_are_one_story(texts: tuple[str, ...], said: str) -> None:
    assert key(*texts, spanish="i" not in texts[0].split()[0]) == said


@pytest.mark.parametrize("text", ["i lost the baby to cps", "i think i lost my phone", "llevo 4 meses sin dormir bien"])
def test_other_losses_are_no_blood(text: str) -> None:
    assert not key(text).startswith("safety.body")


@pytest.mark.parametrize(
    "text",
    [
        "quisiera dormirme y ya no despertar", "a veces pienso que seria mejor no despertar",
        "i wish i could fall asleep and not wake up", "sometimes i think itd be better to not wake up",
    ],
)  # fmt: skip
def test_a_wish_not_to_wake_is_no_emergency_of_a_sleeper(text: str) -> None:
    assert key(text) == "safety.self_harm"


@pytest.mark.parametrize("text", ["mi amiga no despierta", "my friend wont wake up"])
def test_somebody_who_cant_be_woken_is_one(text: str) -> None:
    assert key(text) == "safety.medical"


JUMP = ("me quiero tirar del puente", "i want to jump off the bridge")


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (JUMP[0], "estoy ahi"), (JUMP[0], "ya estoy arriba"), (JUMP[0], "estoy en el techo"),
        (JUMP[0], "estoy parada en el puente"), (JUMP[0], "estoy en las vias"),
        (JUMP[1], "im there"), (JUMP[1], "im on the ledge"), (JUMP[1], "standing on the edge"),
    ],
)  # fmt: skip
def test_who_is_where_they_would_jump_is_told_911_first(first: str, then: str) -> None:
    talk = Talk()
    talk.text(*(("hola", "1", "1") if first == JUMP[0] else TO_NEEDS), first, then)
    assert talk.reply.key == "safety.edge"
    assert talk.reply.text.index("911") < talk.reply.text.index("988")


@pytest.mark.parametrize(
    ("at", "down"),
    [("estoy ahi", "me bajo"), ("estoy ahi", "estoy en la parada"), ("ya estoy arriba", "ya me baje")],
)
def test_who_came_down_is_heard(at: str, down: str) -> None:
    assert key(JUMP[0], at, down, spanish=True).startswith("aside.means_away")


def test_there_is_no_edge_without_a_wish_to_die() -> None:
    assert key("estoy en el techo", spanish=True) != "safety.edge"
    assert key("me quiero morir", "tengo la navaja en la mano", spanish=True) == "safety.means"
