"""Answers and questions in words that young people use, and texts beside them that are none."""

from __future__ import annotations

import pytest

from bot.flows.machine import PLACES
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, State
from bot.understanding import read
from tests.support.talk import snapshot

SAID = (
    ("thats the one i want", Answer.YES, "en"),
    ("no me vendria mal", Answer.YES, "es"),
    ("simon lo quiero", Answer.YES, "es"),
    ("huge nope", Answer.NO, "en"),
    ("give my spot to someone else", Answer.NO, "en"),
    ("nel eso no lo ocupo", Answer.NO, "es"),
    ("50/50", Answer.MAYBE, "en"),
    ("ando 50/50", Answer.MAYBE, "es"),
    ("umm", Answer.MAYBE, "en"),
    ("text me when its daytime", Answer.NOT_NOW, "en"),
    ("when my brother leaves then ok", Answer.NOT_NOW, "en"),
    ("luego porfa ando en clase", Answer.NOT_NOW, "es"),
    ("need a counselor to call me", Answer.PERSON, "en"),
    ("platicar con un robot no se me da", Answer.PERSON, "es"),
)
ASKED = (
    ("any spots open", Aside.BEDS_FREE, "en"),
    ("whats the waiting list like", Aside.HOW_LONG_WAIT, "en"),
    ("anybody there speak french", Aside.LANGUAGE_SPOKEN, "en"),
    ("are the doors locked at night", Aside.CAN_I_LEAVE, "en"),
    ("mis papas se van a enterar", Aside.PARENTS_TOLD, "es"),
    ("tienen elevador", Aside.DISABILITY_ACCESS, "es"),
    ("entran vatos ahi", Aside.BOYS_MEN, "es"),
    ("esto es trata o no", Aside.IS_IT_TRAFFICKING, "es"),
    ("aceptan embarazadas", Aside.PREGNANT_OK, "es"),
    ("si el llama ustedes que le dicen", Aside.WILL_YOU_TELL_HIM, "es"),
)


def _read(text: str, state: State, language: str) -> Interpretation:
    at, place = snapshot(), PLACES[state]
    return read(
        text, place=place, language=language, labels=at.catalog.labels(state, language, place.heard),
        lexicon=at.lexicon, cover_word="weather", find_area=at.find_area, hearing=at.hearing.without_model(),
    )  # fmt: skip


@pytest.mark.parametrize(("text", "answer", "language"), SAID)
def test_answer_in_own_words_is_heard_where_one_is_asked_for(text: str, answer: Answer, language: str) -> None:
    assert _read(text, State.CONSENT_TEAM, language).answer is answer


@pytest.mark.parametrize(("text", "topic", "language"), ASKED)
def test_question_in_own_words_gets_its_topic(text: str, topic: Aside, language: str) -> None:
    reading = _read(text, State.NEEDS_ASK, language)
    assert (reading.answer, reading.aside) == (Answer.ASIDE, topic)


@pytest.mark.parametrize(
    "text", ["he said it couldnt hurt me", "she was the one i want back", "50 dollars", "his cousin said i lo quiero"]
)
def test_words_of_an_answer_in_a_story_agree_to_nothing(text: str) -> None:
    assert _read(text, State.CONSENT_TEAM, "en").answer not in {Answer.YES, Answer.SHARE, Answer.CONNECT}
