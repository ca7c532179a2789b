"""A reply of several answers, thanks and doubts among other words, and what is never taken for a consent."""

from __future__ import annotations

import pytest

from bot.flows.machine import PLACES
from bot.flows.names import Answer, State
from bot.understanding import read
from bot.understanding.replies import joined
from tests.support.shipped import LEXICON


def heard(text: str, state: State = State.WELCOME_HELLO) -> Answer:
    return read(
        text, place=PLACES[state], language="en", labels=(), lexicon=LEXICON, cover_word="weather",
        find_area=lambda _: None,
    ).answer  # fmt: skip


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("yeah cool, you can tell them", Answer.YES), ("sale, hágale pues", Answer.YES),
        ("nah, not for me, thanks", Answer.NO), ("uy no, mejor no", Answer.NO),
        ("yes no maybe", Answer.MAYBE), ("mostly yes but kinda no", Answer.MAYBE),
        ("sure, but later", Answer.NOT_NOW), ("ok thanks, ttyl", Answer.NOT_NOW),
        ("ahorita no, el viernes sí", Answer.NOT_NOW), ("hey, thanks so much", Answer.THANKS),
        ("thank you nobody asked me that before", Answer.THANKS), ("hi there from the library", Answer.GREETING),
        ("is a human there", Answer.PERSON), ("que me llame una señora", Answer.PERSON),
    ],
)  # fmt: skip
def test_parts_make_one_answer(text: str, answer: Answer) -> None:
    assert heard(text) is answer


HEDGED = (
    "whatever yes", "sure whatever you say", "lowkey yes", "yes if my sister can come", "maybe yes", "leaning yes",
    "sure i guess not", "yes and no", "k but later", "si pero no", "yeah right lol", "yes? no", "part of me says yes",
    "yeah cool you can ask again", "fine fine fine stop asking", "yes but not my name",
)  # fmt: skip


@pytest.mark.parametrize("state", [State.CONSENT_TEAM, State.CONSENT_TALK, State.CONSENT_CHOOSE])
@pytest.mark.parametrize("text", HEDGED)
def test_hedged_yes_is_no_consent(text: str, state: State) -> None:
    assert heard(text, state) not in {Answer.YES, Answer.SHARE, Answer.GO_ON, Answer.JUST_TALK}


@pytest.mark.parametrize("text", ["", "my aunt is a pilot", "yes " * 30, "ok " * 17 + "banana"])
def test_other_words_make_no_answer(text: str) -> None:
    assert joined(LEXICON.readings(LEXICON.clean(text)), LEXICON) is None
