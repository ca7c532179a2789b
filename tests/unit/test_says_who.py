"""Who says that they hold another's phone is told nothing (promise 7)."""

from __future__ import annotations

import pytest

from tests.support.talk import talk


@pytest.mark.parametrize("text", [
    "hey its her boyfriend, quit messing with her", "this isnt kayla its her boyfriend", "im not her im her brother",
    "she aint here no more, i answer her phone now", "u talkin to her pimp now",
    "this is Marcus her bf", "yo this her dude",
    "this is moms phone now. what did you tell my daughter", "its her husband, who is this", "FBI. identify yourself",
    "hows it goin this is tyrone lookin for work for my girls", "soy su novio, deja de escribirle", "habla su padrote",
    "no soy ella soy su hermano", "ahora yo contesto su telefono",
    "esta no es maria es su marido", "estas hablando con su padrote",
    "ella ya no esta, yo tengo su cel",
])  # fmt: skip
@pytest.mark.parametrize("before", [(), ("i need a place",), ("hola",)])
def test_told_nothing(before: tuple[str, ...], text: str) -> None:
    at = talk(*before, text)
    assert at.reply.key == "safety.holder"


@pytest.mark.parametrize("text", [
    "he says hes her boyfriend", "im her sister, she is missing", "my friend needs help its her boyfriend he hits her",
    "im not her type", "this is my moms phone",
    "its her fault", "this is not about her", "no es el, es mi tio", "her boyfriend hits me",
    "looking for work for me and my sister",
])  # fmt: skip
def test_no_holder(text: str) -> None:
    assert talk("hey", text).reply.key != "safety.holder"


@pytest.mark.parametrize("text", ["its her boyfriend", "i think its her stepdad"])
def test_who_hurts_a_friend_is_told(text: str) -> None:
    assert talk("my friend is getting hit at home", text).reply.key != "safety.holder"


def test_threat_with_a_lawyer_asks_for_none() -> None:
    assert not talk("ill sue you people").session.needs
