"""What is said where a city was asked for, and is none: it is heard, and the question stays."""

from __future__ import annotations

import pytest

from bot.flows.names import Need, State
from tests.support.talk import TO_NEEDS, talk

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


@pytest.mark.parametrize(
    "text",
    [
        "tonight", "2nite", "rn", "asap", "for 2nite pls", "now", "no dudes", "i dont do coed", "not w men there",
        "i cant do a shelter w dudes", "they said full last time", "women only pls",
    ],
)  # fmt: skip
def test_when_or_who_at_the_menu_of_a_bed_is_one_for_tonight(text: str) -> None:
    at = talk(*TO_NEEDS, "1", text)
    assert at.reply.key == "needs.area" and Need.SHELTER_TONIGHT in at.session.needs


@pytest.mark.parametrize("text", ["hoy", "para hoy", "esta noche", "urge", "sin hombres", "solo mujeres por favor"])
def test_when_or_who_at_the_city_question_is_told(text: str) -> None:
    assert talk("hola", "si", "ok", "1", "1", text).session.state is State.NEEDS_AREA


@pytest.mark.parametrize("text", ["do they take guys", "do they take men?", "not now"])
def test_question_about_men_is_no_wish(text: str) -> None:
    assert talk(*TO_NEEDS, "1", text).reply.key != "needs.area"


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("need a bed in fresno im pregnant", "Fresno"), ("place to sleep tonight 18 f austin", "Austin"),
        ("need shelter tonight chicago no kids", "Chicago"), ("necesito cama en fresno estoy embarazada", "Fresno"),
        ("i need a place for tonight im 20 and pregnant 7 months in sacramento no kids", "Sacramento"),
        ("cama para hoy houston 18 mujer", "Houston"), ("my sister needs a bed in houston", ""),
        ("i need a bed in the morning", ""), ("i need a place w my sister she lives in houston", ""),
        ("i need food in my house", ""),
    ],
)  # fmt: skip
def test_place_beside_a_bed_that_is_asked_for(text: str, city: str) -> None:
    area = talk("hi", "1", "ok", text).session.area
    assert (area.city if area else "") == city
