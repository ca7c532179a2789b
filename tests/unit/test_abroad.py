"""Somebody in neither the United States nor Canada: said honestly, never "not now", without numbers of here."""

from __future__ import annotations

import pytest

from tests.support.talk import talk

HEY, HOLA = ("hey", "ok"), ("hola", "si")
OURS = ("1-888-373-7888", "233733", "1-800-422-4453", "1-800-656-4673", "1-800-799-7233", "988", "911", "211")


@pytest.mark.parametrize(
    "texts",
    [
        (*HEY, "im in tijuana"),
        (*HEY, "im stuck in nairobi"),
        (*HEY, "im in lima peru"),
        (*HOLA, "toy en reynosa"),
        (*HOLA, "estoy en buenos aires"),
        (*HOLA, "ando en madrid"),
    ],
)
def test_a_place_abroad_is_heard_and_only_a_number_of_there_is_named(texts: tuple[str, ...]) -> None:
    at = talk(*texts)
    assert at.reply.key == "aside.abroad" and at.session.abroad
    assert "112" in at.reply.text and not any(number in at.reply.text for number in OURS)


@pytest.mark.parametrize(
    "texts",
    [
        ("im in london uk and my bf makes me see men",),
        (*HEY, "im in sydney and he hit me"),
        (*HEY, "im in tijuana", "i want to kill myself"),
        (*HEY, "im in tijuana", "he raped me"),
        (*HOLA, "estoy en cd juarez me tiene un coyote"),
        (*HOLA, "estoy en bogota", "me obligan a trabajar"),
        (*HOLA, "estoy en reynosa", "me quiero morir"),
    ],
)
def test_a_danger_abroad_gets_no_number_of_here(texts: tuple[str, ...]) -> None:
    at = talk(*texts)
    assert at.reply.key.startswith("safety.abroad")
    assert "112" in at.reply.text and not any(number in at.reply.text for number in OURS)
    said = at.text("ok")
    assert not any(number in said for number in OURS)


@pytest.mark.parametrize(
    "texts",
    [
        ("im in london uk and my bf makes me see men", "its not 911 here is it"),
        (*HEY, "im in manila", "what number do i call here"),
        (*HEY, "im in manila", "do u have a number here"),
        (*HOLA, "estoy en lagos", "hay algun numero aqui"),
    ],
)
def test_who_asks_for_numbers_abroad_is_told_that_there_are_none(texts: tuple[str, ...]) -> None:
    assert talk(*texts).reply.key.startswith("aside.abroad")


def test_no_place_of_here_is_offered_abroad_and_a_city_here_counts() -> None:
    at = talk(*HEY, "im in mexico city i need a place to sleep")
    assert at.reply.key == "needs.country.abroad"
    at.text("el paso tx")
    assert at.reply.key == "options.offer" and not at.session.abroad
    at = talk(*HEY, "im in mexico city i need a place to sleep", "skip")
    assert at.reply.key == "options.none.abroad"


@pytest.mark.parametrize("text", ["im in little italy", "im in new mexico", "im in paris texas", "soy de guatemala"])
def test_places_here_with_such_a_name_stay(text: str) -> None:
    assert not talk(*HEY, text).session.abroad


@pytest.mark.parametrize(
    ("texts", "line"),
    [
        ((*HEY, "im in london uk and my bf makes me see men", "what do i do"), "a help line there"),
        ((*HOLA, "estoy en bogota", "me obligan a trabajar", "que hago"), "teléfono de ayuda del lugar"),
    ],
)
def test_a_guide_names_a_line_of_there_once(texts: tuple[str, ...], line: str) -> None:
    at = talk(*texts)
    assert at.reply.key.startswith("guide.")
    assert at.reply.text.count(line) == 1 and at.reply.text.count("112") == 1
    assert not any(number in at.reply.text for number in OURS)
