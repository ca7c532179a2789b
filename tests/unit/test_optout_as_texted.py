"""Opt-outs as young people spell them, mostly in Spanish, and texts that only sound like one."""

import pytest

from bot.flows.names import Answer
from bot.understanding import carrier, normalise

OPT_OUTS = (
    "kiero q pares d mandarme vainas",
    "ya no kiero ablar con ustedes nunca mas",
    "lárguense de mi cel",
    "me desapunto porfa",
    "ya no me busques otra vez",
    "olvidate q tienes mi numero",
    "este cel lo va a usar mi primo desde mañana, asi q ya nunca escriban aqui",
    "unsubscribe o como se llame",
    "stfu n leave my number alone",
    "voy a bloquearlos si siguen mandando",
)
NOT_OPT_OUTS = (
    "mi ex no para de mandarme vainas",
    "que pare de escribirme ese vato",
    "me desapunto de la clase",
    "ya no quiero hablar con el nunca mas",
    "larguense de mi casa",
    "hasta aqui llegue, ya no puedo mas",
    "olvidate de que me pegue",
    "este cel lo va a usar mi hermana un rato",
)


@pytest.mark.parametrize("text", OPT_OUTS)
def test_it_is_obeyed(text: str) -> None:
    assert carrier.heard(normalise(text)) is Answer.STOP


@pytest.mark.parametrize("text", NOT_OPT_OUTS)
def test_what_only_sounds_like_one_is_none(text: str) -> None:
    assert carrier.heard(normalise(text)) is not Answer.STOP
