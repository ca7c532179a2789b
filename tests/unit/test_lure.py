"""A job, a trip or a home that somebody offers: nothing was done yet, and its questions are about it."""

from __future__ import annotations

import pytest

from tests.support.talk import talk

_ES_LURE = "una señora en instagram me ofrece trabajo de modelo en las vegas, me paga el vuelo"
_EN_LURE = "a lady on insta offers me a modeling job in vegas and pays the flight"
_SIGNS = ("aside.offer_signs", "aside.offer_signs.again")


@pytest.mark.parametrize(
    "text",
    [
        _EN_LURE,
        _ES_LURE,
        "they offered me a job in another state and pay the ticket",
        "me ofrecieron trabajo de mesera en otro estado y me pagan el pasaje",
        "mi amiga me dijo q me vaya a vivir con ella y bailar en su club",
    ],
)
def test_an_offer_is_one_to_think_about(text: str) -> None:
    reply = talk(text).reply
    assert reply.key == "safety.plan.lured" and "911" in reply.text


@pytest.mark.parametrize(
    "text",
    [
        "es verdad o estafa",
        "es de confianza?",
        "voy o no voy",
        "se oye bien no?",
        "el vuelo es mañana",
        "pagan 500 la noche",
        "q hago cancelo?",
        "pero ya pago el boleto, le debo?",
        "me dice q no le diga a nadie",
        "no conoce a mis papas",
        "y la foto de mi pasaporte",
    ],
)
def test_what_is_asked_next_is_asked_of_it(text: str) -> None:
    assert talk(_ES_LURE, text).reply.key in _SIGNS


@pytest.mark.parametrize(
    "text", ["is it legit", "the flight is tomorrow", "do i owe her", "should i go", "sounds good right"]
)
def test_it_is_asked_in_english(text: str) -> None:
    assert talk(_EN_LURE, text).reply.key in _SIGNS


@pytest.mark.parametrize("text", ["pide fotos en ropa interior", "she wants pics of me in underwear"])
def test_pictures_of_the_body_are_not_sent(text: str) -> None:
    reply = talk(_ES_LURE if "pide" in text else _EN_LURE, text).reply
    assert reply.key == "safety.sextortion" and ("don't send" in reply.text or "ni mandes" in reply.text)


@pytest.mark.parametrize("text", ["he wants to hurt me", "me van a matar"])
def test_a_danger_beside_it_stays_one(text: str) -> None:
    assert talk(_EN_LURE, text).reply.key not in _SIGNS


@pytest.mark.parametrize(
    "text",
    [
        "my boss took my passport and makes me work in another state",
        "my aunt offers me a job in miami",
        "i need a job in another city",
        "necesito trabajo en otra ciudad",
    ],
)
def test_work_that_is_forced_or_wished_for_is_no_offer(text: str) -> None:
    assert talk(text).reply.key != "safety.plan.lured"


@pytest.mark.parametrize(
    "text",
    [
        "theres this woman at the bus terminal who keeps offering me a place to crash",
        "some guy at the mall says he got modeling work for me",
        "hay un señor en la central que me ofrece un trabajo",
    ],
)
def test_a_stranger_at_a_station_is_a_lure(text: str) -> None:
    at = talk(text)
    assert at.reply.key == "safety.plan.lured" and "911" in at.reply.text


def test_a_stranger_who_comes_back_is_told_of_with_911() -> None:
    at = talk(
        "im at the greyhound and this lady keeps offering me a ride and a place",
        "i ran from the group home",
        "she bought me food n says her brother got a modeling thing",
        "is that normal",
    )
    assert at.reply.key.startswith("aside.offer_signs") and "911" in at.reply.text
    at.text("she comin back over here w him")
    assert at.reply.key == "safety.now.reach" and "911" in at.reply.text


@pytest.mark.parametrize("text", ["my aunt offered me a ride and a place", "this guy at work keeps talking about food"])
def test_kin_and_work_are_no_lure(text: str) -> None:
    assert talk(text).reply.key != "safety.plan.lured"
