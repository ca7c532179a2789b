"""Who ran from a man, told in one text or in bits, and money offered for sex beside a need."""

from __future__ import annotations

import pytest

from bot.flows.names import Concern
from tests.support.talk import talk

_ASKED = "safety.ask.exploitation"


@pytest.mark.parametrize(
    "texts",
    [
        ("estoy en casa de mi amiga me escape", "tengo 14", "de un señor"),
        ("me escape de la casa de un señor, tengo 14",),
        ("me sali de donde un señor me tenia",),
        ("i ran away", "14", "from a man"),
        ("i ran from this guys house im 15",),
        ("tengo hambre, tengo 17", "y ya me ofrecieron 50 por una mamada"),
        ("hungry and 16", "a guy offered me 60 for head"),
    ],
)
def test_who_ran_from_a_man_is_asked_about_it(texts: tuple[str, ...]) -> None:
    at = talk(*texts)
    assert at.reply.key == _ASKED and "888-373-7888" in at.reply.text


@pytest.mark.parametrize(
    ("texts", "more"),
    [
        (("tengo hambre, tengo 17", "y ya me ofrecieron 50 por una mamada"), "voy a ir ni modo"),
        (("hungry and 16", "a guy offered me 60 for head"), "imma go"),
        (("me escape de la casa de un señor, tengo 14",), "ya fui"),
    ],
)
def test_that_they_go_is_more_of_it(texts: tuple[str, ...], more: str) -> None:
    assert talk(*texts, more).reply.key == "safety.held.more"


@pytest.mark.parametrize("texts", [("me escape de mi casa", "de mi padrastro"), ("i ran away", "from my stepdad")])
def test_who_ran_from_home_is_asked_whether_they_are_safe(texts: tuple[str, ...]) -> None:
    at = talk(*texts)
    assert Concern.VIOLENCE in at.session.asked and "911" in at.reply.text


@pytest.mark.parametrize(
    "text",
    [
        "me escape de mi casa tengo 14",
        "i ran from the cops",
        "me fui de la escuela",
        "i left from work",
        "me pagan 20 por limpiar",
        "me ofrecieron 500 por mi carro",
    ],
)
def test_what_only_sounds_like_it_is_not_asked_about(text: str) -> None:
    assert talk(text).reply.key != _ASKED
