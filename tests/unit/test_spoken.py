"""The language of the first words: who greets or answers in Spanish reads the limits in Spanish."""

from __future__ import annotations

import pytest

from tests.support.talk import talk


@pytest.mark.parametrize(
    "hello", ["wenas", "klk", "q lo q", "q lo q manito", "wepa", "asere", "k tal", "que onda", "holis", "quiubo"]
)
def test_a_spanish_hello_is_answered_in_spanish(hello: str) -> None:
    at = talk(hello)
    assert at.session.language == "es" and "asistente" in at.reply.text


@pytest.mark.parametrize("yes", ["simon", "orale", "dime", "dime a ver"])
def test_a_spanish_yes_to_an_english_hello_gets_the_limits_in_spanish(yes: str) -> None:
    at = talk("hey")
    at.text(yes)
    assert at.reply.key == "welcome.limits" and at.session.language == "es"


@pytest.mark.parametrize("yes", ["yes", "ok", "sure", "no cap yes", "k", "go on"])
def test_an_english_yes_stays_english(yes: str) -> None:
    at = talk("hey")
    at.text(yes)
    assert at.session.language == "en"


def test_a_name_or_a_place_tells_no_language() -> None:
    at = talk("hey", "1", "i need food", "dale")
    assert at.session.language == "en"


@pytest.mark.parametrize(
    "text", ["ayer me ahorco", "anoche me ahorco y me dejo marcas", "me ahorco otra vez", "el otro dia me ahorco"]
)
def test_choking_told_of_the_past_is_no_wish_to_die(text: str) -> None:
    at = talk("hola", "1", text)
    assert at.reply.key.startswith("safety.choked") or at.reply.key == "safety.hurt"
    assert "988" not in at.reply.text


@pytest.mark.parametrize("text", ["mejor me ahorco", "ya mejor me ahorco", "me voy a ahorcar"])
def test_a_wish_to_die_stays_one(text: str) -> None:
    assert "988" in talk("hola", "1", text).reply.text
