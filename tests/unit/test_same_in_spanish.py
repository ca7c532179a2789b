"""Spanish says as much as English: what a choice leads to."""

from __future__ import annotations

import pytest

from bot.flows.machine import PLACES
from bot.flows.names import Answer, State
from bot.understanding import read
from tests.support.content import CATALOG
from tests.support.talk import snapshot


def _connect(language: str, state: State) -> str:
    offers = PLACES[state].choices
    at = next(number for number, offer in enumerate(offers) if offer.answer is Answer.CONNECT)
    return CATALOG.labels(state, language)[at][0]


@pytest.mark.parametrize("state", [State.OPTIONS_OFFER, State.OPTIONS_CONTACT])
@pytest.mark.parametrize(("language", "says"), [("en", "introduce me"), ("es", "me presenten")])
def test_choice_of_an_introduction_says_so(state: State, language: str, says: str) -> None:
    assert says in _connect(language, state)


@pytest.mark.parametrize("text", ["que me presenten", "Que alguien me presente", "llamar juntos", "preséntame", "2"])
def test_choice_of_an_introduction_is_heard_in_spanish(text: str) -> None:
    reading = read(
        text, place=PLACES[State.OPTIONS_OFFER], language="es", labels=CATALOG.labels(State.OPTIONS_OFFER, "es"),
        lexicon=snapshot().lexicon, cover_word="weather", find_area=lambda _: None,
    )  # fmt: skip
    assert reading.answer is Answer.CONNECT
