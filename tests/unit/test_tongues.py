"""Who does not understand, who speaks another language, and a lawyer who does not speak theirs."""

from __future__ import annotations

import pytest

from tests.support.talk import talk


@pytest.mark.parametrize(
    ("danger", "text"),
    [
        ("he sells me", "i dont understand what you say"),
        ("he sells me", "can you say it easier"),
        ("he sells me", "i only speak mixteco"),
        ("mi novio me vende", "no entiendo nada"),
        ("mi novio me vende", "explicame mas facil"),
        ("mi novio me vende", "hay alguien que hable quiche"),
        ("mi novio me vende", "no se leer bien"),
    ],
)
def test_who_is_lost_in_words_gets_few_and_the_numbers(danger: str, text: str) -> None:
    at = talk(danger, text)
    assert at.reply.key == "aside.short_words" and "911" in at.reply.text and "888-373-7888" in at.reply.text


@pytest.mark.parametrize(
    "text", ["el abogado que me pusieron no habla español", "mi po no habla español", "la doctora solo habla ingles"]
)
def test_a_lawyer_who_speaks_no_spanish_turns_nothing_to_english(text: str) -> None:
    at = talk("hola", text)
    assert at.session.language == "es" and "Before" not in at.reply.text
    assert talk(text).session.language == "es"


def test_ones_own_language_is_still_heard() -> None:
    assert talk("no hablo ingles").session.language == "es"


def test_where_somebody_comes_from_takes_no_numbers_away() -> None:
    at = talk("they work me 16 hours no pay", "i am vietnam")
    assert not at.reply.key.startswith("safety.abroad")
    assert "911" in at.text("he hit me today") and "112" not in at.reply.text


def test_who_is_abroad_is_still_told_so() -> None:
    assert talk("im in vietnam he hit me").reply.key == "safety.abroad"
