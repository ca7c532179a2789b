"""Answers and opt-outs in people's own words, which the local model names where no phrase does."""

from __future__ import annotations

from functools import cache

import pytest

from bot.content.ear_file import load_ear
from bot.flows.machine import PLACES
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Level, State
from bot.understanding import read
from bot.understanding.hearing import Hearing
from tests.support.talk import snapshot

ASKING = [state for state, place in PLACES.items() if any(one.answer is Answer.YES for one in place.choices)]
SHARING = [
    state
    for state, place in PLACES.items()
    if place.doubt is not None or {one.answer for one in place.choices} & {Answer.SHARE, Answer.CONNECT}
]


@cache
def hearing() -> Hearing:
    """Return the shipped rules with the shipped model."""
    known = snapshot().hearing
    return Hearing(lambda: known.rules, load_ear, known.others, known.facts)


def heard(text: str, state: State, language: str = "en", *, model: bool = True) -> Interpretation:
    """Interpret a text at a state."""
    known, place = snapshot(), PLACES[state]
    return read(
        text, place=place, language=language, labels=known.catalog.labels(state, language, place.heard),
        lexicon=known.lexicon, cover_word="weather", find_area=known.find_area,
        hearing=hearing() if model else known.hearing.without_model(),
    )  # fmt: skip


YES = [
    ("i mean i could go for that", "en"), ("yeah thatd help me out", "en"), ("sounds like what i been needing", "en"),
    ("me vendria super bien la neta", "es"),
]  # fmt: skip
NO = [("nah im gonna sit this one out", "en"), ("nel eso no es lo mio", "es"), ("im good on that", "en")]
MAYBE = [("gotta think on it a lil more", "en"), ("ni idea si quiero la verdad", "es")]


@pytest.mark.parametrize(("text", "language"), YES)
def test_yes_in_own_words_is_one_where_the_bot_asks(text: str, language: str) -> None:
    assert heard(text, State.NEEDS_CONFIRM, language).answer is Answer.YES
    assert heard(text, State.HESITATION_TRAVEL, language).answer is Answer.YES


@pytest.mark.parametrize(("text", "language"), YES)
def test_same_words_agree_to_nothing_where_nothing_is_asked(text: str, language: str) -> None:
    assert heard(text, State.NEEDS_ASK, language).answer is not Answer.YES


@pytest.mark.parametrize("state", SHARING)
@pytest.mark.parametrize(("text", "language"), YES)
def test_model_alone_never_agrees_to_share(state: State, text: str, language: str) -> None:
    alone = heard(text, state, language, model=False).answer
    assert heard(text, state, language).answer in {alone, Answer.UNCLEAR, Answer.ASIDE, Answer.NOT_NOW, Answer.MAYBE}


@pytest.mark.parametrize(("text", "language"), NO)
def test_no_in_own_words_declines(text: str, language: str) -> None:
    assert {heard(text, state, language).answer for state in (State.NEEDS_CONFIRM, State.HESITATION_TRAVEL)} == {
        Answer.NO
    }


@pytest.mark.parametrize("state", ASKING)
@pytest.mark.parametrize(("text", "language"), [*NO, *MAYBE])
def test_no_and_maybe_in_own_words_never_agree(state: State, text: str, language: str) -> None:
    assert heard(text, state, language).answer not in {Answer.YES, Answer.SHARE, Answer.CONNECT, Answer.GO_ON}


@pytest.mark.parametrize("state", ASKING)
@pytest.mark.parametrize(("text", "language"), YES)
def test_yes_in_own_words_never_declines(state: State, text: str, language: str) -> None:
    assert heard(text, state, language).answer not in {Answer.NO, Answer.NOT_NOW, Answer.STOP}


@pytest.mark.parametrize(("text", "language"), MAYBE)
def test_maybe_in_own_words_is_one(text: str, language: str) -> None:
    assert heard(text, State.NEEDS_CONFIRM, language).answer is Answer.MAYBE


@pytest.mark.parametrize("text", ["i dont want none of these coming to my phone no more"])
def test_opt_out_by_sense_and_words_is_obeyed(text: str) -> None:
    assert heard(text, State.NEEDS_ASK, model=False).answer is not Answer.STOP
    assert heard(text, State.NEEDS_ASK).answer is Answer.STOP


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("mi ex no deja de mandarme mensajes", "es"),
        ("mi primo me manda cosas feas al cel", "es"),
        ("i wish my ex would quit hitting me up", "en"),
        ("my mom keeps texting me to come home", "en"),
        ("can i get less of these", "en"),
    ],
)
def test_wish_about_somebody_elses_texts_opts_nobody_out(text: str, language: str) -> None:
    came = heard(text, State.NEEDS_ASK, language)
    assert came.answer is not Answer.STOP and came.aside is not Aside.STOP_TEXTS


def test_opt_out_that_only_the_model_hears_is_asked_about() -> None:
    came = heard("ya no me esten llegando con estas cosas", State.NEEDS_ASK, "es")
    assert (came.answer, came.aside) == (Answer.ASIDE, Aside.STOP_TEXTS)


@pytest.mark.parametrize(
    ("text", "language", "concern"),
    [
        ("i havent eaten or drank in days i cant stand up", "en", Concern.MEDICAL),
    ],
)
def test_emergency_is_an_alarm_where_rule_and_model_agree(text: str, language: str, concern: Concern) -> None:
    alone = heard(text, State.NEEDS_ASK, language, model=False)
    both = heard(text, State.NEEDS_ASK, language)
    assert (alone.concern, alone.level, both.concern, both.level) == (concern, Level.ASK, concern, Level.ALARM)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("yo no quiere ese", Answer.NO), ("yo si quiere", Answer.YES),
        ("yo", Answer.GREETING), ("yo, u there", Answer.GREETING),
    ],
)  # fmt: skip
def test_spanish_word_for_i_greets_nobody(text: str, answer: Answer) -> None:
    assert heard(text, State.NEEDS_CONFIRM, "es", model=False).answer is answer


def test_doubt_that_begins_so_is_no_greeting() -> None:
    assert heard("yo q se, capaz", State.NEEDS_CONFIRM, "es", model=False).answer is not Answer.GREETING
