"""Spanish says as much as English: who sees what is shared, and what a choice leads to."""

from __future__ import annotations

import pytest

from bot.content.catalog import load_sheets
from bot.flows.machine import PLACES
from bot.flows.names import Answer, State
from bot.understanding import read
from tests.support.content import CATALOG
from tests.support.talk import snapshot

NAMES_A_PERSON = {"en": ("a caseworker at ((program))", "someone at ((program))"), "es": ("alguien de ((program))",)}


@pytest.mark.parametrize("key", ["consent.team", "consent.talk", "consent.choose"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_consent_names_who_will_see(language: str, key: str) -> None:
    text = load_sheets()[0][language].messages[key].text
    assert any(words in text for words in NAMES_A_PERSON[language])


def _connect(language: str, state: State) -> str:
    offers = PLACES[state].choices
    at = next(number for number, offer in enumerate(offers) if offer.answer is Answer.CONNECT)
    return CATALOG.labels(state, language)[at][0]


@pytest.mark.parametrize("state", [State.OPTIONS_OFFER, State.OPTIONS_CONTACT])
@pytest.mark.parametrize(("language", "says"), [("en", "introduce me"), ("es", "en contacto")])
def test_choice_of_an_introduction_says_so(state: State, language: str, says: str) -> None:
    assert says in _connect(language, state)


@pytest.mark.parametrize("text", ["que me presenten", "Que alguien me presente", "llamar juntos", "preséntame", "2"])
def test_choice_of_an_introduction_is_heard_in_spanish(text: str) -> None:
    reading = read(
        text, place=PLACES[State.OPTIONS_OFFER], language="es", labels=CATALOG.labels(State.OPTIONS_OFFER, "es"),
        lexicon=snapshot().lexicon, cover_word="weather", find_area=lambda _: None,
    )  # fmt: skip
    assert reading.answer is Answer.CONNECT


@pytest.mark.parametrize("text", ["Puede ser un riesgo", "es un riesgo", "puede ser peligroso", "seria arriesgado"])
def test_risk_is_heard_in_spanish(text: str) -> None:
    reading = read(
        text, place=PLACES[State.OPTIONS_CONTACT], language="es", labels=CATALOG.labels(State.OPTIONS_CONTACT, "es"),
        lexicon=snapshot().lexicon, cover_word="weather", find_area=lambda _: None,
    )  # fmt: skip
    assert reading.answer is Answer.NOT_SAFE
