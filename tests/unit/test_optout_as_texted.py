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
    "ya borre su numero de mi cel",
    "ya elimine su contacto",
)
ASKS_FOR_OTHERS = (
    "no me mandes textos largos, mas cortitos",
    "dont send me long texts, shorter ones pls",
    "no me llames, mejor texto",
    "dont send me links",
    "no me mandes mensajes en ingles",
    "stop sending pics just tell me",
)


@pytest.mark.parametrize("text", OPT_OUTS)
def test_it_is_obeyed(text: str) -> None:
    assert carrier.heard(normalise(text)) is Answer.STOP


@pytest.mark.parametrize("text", NOT_OPT_OUTS)
def test_what_only_sounds_like_one_is_none(text: str) -> None:
    assert carrier.heard(normalise(text)) is not Answer.STOP


@pytest.mark.parametrize("text", ASKS_FOR_OTHERS)
def test_wish_for_other_messages_cannot_become_an_opt_out_by_its_sense(text: str) -> None:
    said = normalise(text)
    assert carrier.heard(said) is not Answer.STOP and not carrier.may_opt_out(said)


def test_opt_out_by_its_sense_may_say_that_nobody_should_get_in_touch() -> None:
    assert carrier.may_opt_out(normalise("Le pido que no se comuniquen más conmigo por este medio."))
