"""Who would buy somebody, or looks for one who got away, learns nothing of the line."""

from __future__ import annotations

import pytest

from bot.understanding.buyer import asks_where_named, would_buy
from tests.support.talk import talk

_HOLDER = "safety.holder"


@pytest.mark.parametrize(
    "text",
    [
        "soy cliente quiero una de 15",
        "quiero una niña de 14 cuanto cobran",
        "tienen morritas?",
        "necesito chavas para mi club quien me ayuda",
        "busco una morrita de 15 para esta noche",
        "hola tienen chicas disponibles hoy",
        "how much for a young girl",
        "yo u got girls tonight",
        "i need some girls for my massage parlor",
        "looking for a 14 yr old girl",
        "donde esta la Karla",
        "where is Karla",
        "digan donde esta mi vieja o voy por ustedes",
        "tell me where my girl is or im coming",
    ],
)
def test_a_buyer_is_told_nothing(text: str) -> None:
    at = talk(text)
    assert at.reply.key == _HOLDER
    assert "Oak" not in at.reply.text and "888" not in at.reply.text


def test_what_a_buyer_asks_next_is_told_nothing_either() -> None:
    at = talk("soy cliente quiero una de 15")
    for text in ("cuanto", "jaja no soy yo su amiga perdon"):
        at.text(text)
        assert at.reply.key == _HOLDER
    at.text("mi novio me pega")
    assert "911" in at.reply.text


@pytest.mark.parametrize(
    "said",
    [
        "quiero una chica que me escuche",
        "tienen camas para ninas de 14",
        "hay chicas ahi",
        "hay chicas como yo",
        "do you have girls",
        "do you have girls my age in the shelter",
        "how much for a room",
        "necesito ropa para una nina de 4",
        "mi novio quiere una nina de 14",
        "he wants a young girl",
        "i need a girl to talk to",
        "i need a 14 year old friend of mine to be safe",
        "busco a mi hija de 14 anos",
        "quiero ser cliente de la clinica",
        "i am a client and i need food",
        "soy cliente y necesito comida",
        "tienen menores",
    ],
)
def test_who_asks_for_help_is_no_buyer(said: str) -> None:
    assert not would_buy(said)


@pytest.mark.parametrize("text", ["where is Walmart", "Where is everybody", "donde esta el refugio", "where are you"])
def test_a_place_is_nobody_who_got_away(text: str) -> None:
    assert not asks_where_named(text)


def test_a_mother_may_ask_where_her_daughter_is() -> None:
    at = talk("soy mamá de una niña de 13 que no aparece desde ayer", "donde esta Karla")
    assert at.reply.key != _HOLDER
