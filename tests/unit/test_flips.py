"""Answers with a "no" in them that agree, and answers that agree and decline nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.content.ear_file import load_ear
from bot.conversation import engine
from bot.conversation.messages import Inbound
from bot.flows.names import Answer, State
from bot.flows.session import Session
from bot.understanding.hearing import Hearing
from bot.understanding.replies import agrees_by_denying
from tests.support.content import NOON
from tests.support.talk import snapshot

AGREED = frozenset({Answer.YES, Answer.SHARE, Answer.CONNECT})
DECLINED = frozenset({Answer.NO, Answer.NOT_NOW, Answer.NOT_YET, Answer.JUST_TALK})


@pytest.mark.parametrize(
    "text",
    [
        "claro como no",
        "va no hay problema",
        "no hay pedo dale",
        "no doubt",
        "why not",
        "ya no aguanto mas",
        "wouldnt hurt",
        "i wouldn t mind",
    ],
)
def test_words_with_a_no_that_deny_nothing(text: str) -> None:
    assert agrees_by_denying(text.split())


@pytest.mark.parametrize("text", ["no quiero", "nah", "claro que no", "i dont want that", "como que no quiero"])
def test_words_that_deny(text: str) -> None:
    assert not agrees_by_denying(text.split())


@pytest.fixture(scope="module")
def hearing() -> Hearing:
    known = snapshot().hearing
    return Hearing(lambda: known.rules, load_ear, known.others, known.facts)


def answer(text: str, state: State, hearing: Hearing) -> Answer:
    session = Session(state, "es", greeted=True, safe=True, limits_told=True, last_at=NOON)
    heard = replace(snapshot(), hearing=hearing)
    return engine._read(heard, session, Inbound("", "", text), stopped=False, late=False).answer


@pytest.mark.parametrize("state", [State.WELCOME_HELLO, State.CONSENT_TEAM])
@pytest.mark.parametrize(
    "text",
    [
        "va, no hay problema",
        "no hay pedo dale",
        "si, ya no aguanto mas solo",
        "claro, como no",
        "si, no tengo a donde ir",
    ],
)
def test_who_agrees_with_a_no_declines_nothing(text: str, state: State, hearing: Hearing) -> None:
    assert answer(text, state, hearing) not in DECLINED


@pytest.mark.parametrize("state", [State.WELCOME_HELLO, State.CONSENT_TEAM])
@pytest.mark.parametrize("text", ["ya no aguanto mas", "no puedo mas", "no me molesta que el vea", "no hace dano creo"])
def test_words_that_deny_nothing_agree_to_nothing(text: str, state: State, hearing: Hearing) -> None:
    assert answer(text, state, hearing) not in AGREED
