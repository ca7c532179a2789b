"""Sick without a drug: from alcohol and some pills it can kill, so no offer comes before 911 and an emergency room."""

from __future__ import annotations

import pytest

from bot.flows.names import Need
from tests.support.talk import TO_NEEDS, talk

SICK = [
    "i dont wanna quit i just want to not get sick", "so dopesick rn need something", "i get sick when i dont use",
    "im going thru withdrawals from drinking", "i stopped drinking 2 days ago n im shaking",
    "llevo 2 dias sin tomar y estoy temblando bien feo", "ando con la malilla",
    "no quiero dejarlo solo quiero no sentirme mal por la abstinencia",
]  # fmt: skip


@pytest.mark.parametrize("text", SICK)
def test_withdrawal_is_asked_about_with_what_to_do(text: str) -> None:
    for before in ((), TO_NEEDS):
        said = talk(*before, text)
        assert said.reply.key.startswith("safety.") and "911" in said.reply.text


@pytest.mark.parametrize("text", [SICK[0], SICK[1], *SICK[-2:]])
def test_nobody_has_to_quit_and_nobody_is_told_to_stop_at_once(text: str) -> None:
    said = talk(*TO_NEEDS, text)
    assert said.reply.key == "safety.ask.withdrawal" and "Xanax" in said.reply.text
    assert Need.SUBSTANCE_USE in said.session.needs


def test_drugs_held_back_until_one_works_are_no_mere_sickness() -> None:
    assert talk(*TO_NEEDS, "im dope sick n he wont give me none till i work").reply.key != "safety.ask.withdrawal"


@pytest.mark.parametrize(
    "text", ["i need detox", "rehab near me", "i get sick when i eat dairy", "busco un programa para dejar de tomar"]
)
def test_help_with_drugs_stays_a_need(text: str) -> None:
    assert not talk(*TO_NEEDS, text).reply.key.startswith("safety.")
