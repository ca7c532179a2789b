"""What is said where a city was asked for, and is none: it is heard, and the question stays."""

from __future__ import annotations

import pytest

from tests.support.talk import talk

BED, CAMA = ("hey", "ok", "i need food"), ("hola", "si", "necesito donde dormir")


@pytest.mark.parametrize(
    "texts",
    [
        (*BED, "but only for my brother"),
        (*BED, "i get off work at 10"),
        (*BED, "i been walking all day"),
        (*CAMA, "pero solo por unos dias"),
        (*CAMA, "nomas pa esta semana"),
        (*CAMA, "tengo q salir antes d las 10"),
        ("hola", "si", "creo q stoy embarazada", "no kiero tenerlo"),
        ("hola", "si", "m kitaron a mi bebe", "cps"),
    ],
)
def test_what_is_no_city_is_heard(texts: tuple[str, ...]) -> None:
    at = talk(*texts)
    assert at.reply.key == "needs.area_open.heard"
    at.text("houston")
    assert at.session.area is not None and at.session.area.city


@pytest.mark.parametrize("texts", [(*BED, "anywhere"), (*CAMA, "donde sea"), (*CAMA, "en cualquier lugar")])
def test_anywhere_skips_the_city(texts: tuple[str, ...]) -> None:
    assert talk(*texts).reply.key == "options.offer"


@pytest.mark.parametrize("texts", [(*BED, "springfeld"), (*BED, "i stay by the mall"), (*CAMA, "wakanda")])
def test_a_place_that_nobody_knows_stays_one(texts: tuple[str, ...]) -> None:
    assert talk(*texts).reply.key == "needs.area_again"


def test_a_question_is_no_place() -> None:
    assert talk(*CAMA, "me entiendes o q").reply.key == "needs.area_open"
