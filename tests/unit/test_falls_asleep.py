"""Who falls asleep with something in them says no goodbye; who was drugged and is among men can only write."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk

DRUGGED, BEBIDA = "i took a lot of pills", "me dieron algo en la bebida"


@pytest.mark.parametrize(
    ("danger", "text"),
    [
        *((BEBIDA, text) for text in (
            "ya me estoy durmiendo", "me voy a dormir", "se me cierran los ojos", "no puedo mantenerme despierta",
            "ya me acuesto", "me gana el sue\u00f1o",
        )),
        ("tome muchas pastillas", "ya me voy a dormir"),
        *((DRUGGED, text) for text in (
            "im going to sleep now", "im gonna lay down", "i cant keep my eyes open", "im so sleepy", "nodding off",
        )),
        ("my bf hits me", "i cant stay awake"),
        ("mi novio me golpeo", "se me cierran los ojos"),
    ],
)  # fmt: skip
def test_sleep_after_something_taken_is_no_goodbye(danger: str, text: str) -> None:
    at = talk(danger, text)
    assert at.reply.key == "safety.body.fades" and "911" in at.reply.text and "222-1222" in at.reply.text
    assert at.session.hazard


def test_a_goodnight_after_that_is_one_more_sign() -> None:
    assert talk(DRUGGED, "im going to sleep", "goodnight").reply.key == "safety.body.fades"


@pytest.mark.parametrize(
    ("before", "text"),
    [(("hola",), "ya me voy a dormir"), (("mi novio me pega",), "ya me voy a dormir"),
     (("hi",), "goodnight"), ((DRUGGED, "the ambulance is here"), "im going to sleep"),
     (("my friend took a lot of pills",), "im going to sleep"), (TO_NEEDS, "im so tired")],
)  # fmt: skip
def test_other_sleep_is_none(before: tuple[str, ...], text: str) -> None:
    assert talk(*before, text).reply.key != "safety.body.fades"


@pytest.mark.parametrize(
    ("danger", "text"),
    [(BEBIDA, "hay unos batos grabando"), (BEBIDA, "estoy con unos hombres no me puedo mover"),
     (BEBIDA, "no puedo gritar"), ("they put something in my drink", "theres guys filming me")],
)  # fmt: skip
def test_who_was_drugged_among_men_can_only_write(danger: str, text: str) -> None:
    at = talk(danger, text)
    assert at.reply.key.startswith("safety.now.quietly") and "911" in at.reply.text


def test_sleep_among_men_is_that() -> None:
    assert talk(BEBIDA, "hay unos batos grabando", "ya me estoy durmiendo").reply.key == "safety.body.fades"
