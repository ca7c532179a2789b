"""Who hurts them stands outside, comes to fetch them, or is called about: 911 and the next step, at any menu."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk


@pytest.mark.parametrize(
    ("danger", "text"),
    [("mi novio me vende", "me esta esperando afuera"), ("mi novio me vende", "esta en el carro afuera del motel"),
     ("my pimp beats me", "hes waiting downstairs"), ("mi novio me vende", "esta parado afuera de mi ventana"),
     ("mi novio me pega", "el esta tocando la puerta"),
     ("un policia me viola", "esta parado enfrente"), ("un policia me viola", "me hace se\u00f1as q me suba"),
     ("mi ex me amenaza", "esta estacionado afuera de mi trabajo"), ("mi tio me toca",
     "esta en la puerta de mi cuarto"),
     ("mi novio me pega", "ya viene por mi"), ("mi novio me pega", "ya llego por mi"),
     ("my bf beats me", "hes standing outside my window"), ("my bf beats me", "hes coming to get me"),
     ("he hits me", "hes banging on the door"), ("my uncle hits me", "hes parked outside waving me to get in")],
)  # fmt: skip
def test_who_is_outside_is_a_danger_at_hand(danger: str, text: str) -> None:
    at = talk(danger, text)
    assert at.reply.key == "safety.now.door" and "911" in at.reply.text
    at.text("sigue ahi" if danger.startswith(("mi ", "un ")) else "hes still there")
    assert "911" in at.reply.text


def test_who_hides_beside_it_is_told_of_a_lock() -> None:
    assert talk("he hits me", "hes banging on the door", "im in the bathroom").reply.key == "aside.hiding"


@pytest.mark.parametrize(
    ("danger", "text"),
    [("mi novio me pega", "viene por mi a las 8"), ("mi jefe me encierra", "viene por nosotras en una hora"),
     ("my pimp beats me", "hes picking me up at 9"), ("my bf beats me", "he gets here in 20 min")],
)  # fmt: skip
def test_hours_are_time_for_a_plan(danger: str, text: str) -> None:
    at = talk(danger, text)
    assert at.reply.key == "safety.plan" and "911" in at.reply.text


@pytest.mark.parametrize(
    ("before", "text"),
    [(("busco abogado", "claro", "houston"), "me va a recoger en 20 min"),
     (("i need food", "1", "houston"), "he is picking me up in 20 min"),
     (("hola",), "el vuelve a las 5"), (("hi",), "my bf comes home at 5")],
)  # fmt: skip
def test_who_is_on_the_way_is_asked_about_where_no_danger_was_told(before: tuple[str, ...], text: str) -> None:
    at = talk(*before, text)
    assert at.reply.key == "safety.ask.violence" and "911" in at.reply.text


@pytest.mark.parametrize("text", ["ahorita esta parado aqui", "esta sentado a mi lado", "el esta aqui"])
def test_who_stands_beside_them_reads_nothing(text: str) -> None:
    for before in (("busco comida", "claro", "fresno"), ("mi novio me vende",)):
        assert talk(*before, text).reply.text == ""


@pytest.mark.parametrize(
    "text",
    ["mi mama me va a recoger", "my mom picks me up in 20 min", "my friend is outside", "mi tia esta afuera",
     "el perro quiere salir", "hes at work", "hes at the store", "esta afuera con sus amigos", "my dog is at the door"],
)  # fmt: skip
def test_another_one_outside_is_none(text: str) -> None:
    for before in (TO_NEEDS, ("my bf beats me",)):
        assert talk(*before, text).reply.key not in ("safety.now.door", "safety.ask.violence")


@pytest.mark.parametrize(
    ("danger", "text"),
    [("mi novio me pega", "q le digo al 911"), ("mi novio me pega", "como llamo al 911 si no hablo ingles"),
     ("me tiene encerrada", "no hablo ingles"), ("my bf beats me", "what do i say to 911"),
     ("my bf beats me", "how do i call 911 i dont speak english")],
)  # fmt: skip
def test_what_to_say_to_911_is_told(danger: str, text: str) -> None:
    at = talk(danger, text)
    assert at.reply.key == "safety.now.words" and "911" in at.reply.text


@pytest.mark.parametrize("text", ["no hablo ingles", "i dont speak english"])
def test_no_english_without_a_danger_is_no_call(text: str) -> None:
    assert talk(text).reply.key != "safety.now.words"
