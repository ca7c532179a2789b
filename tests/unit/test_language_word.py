"""The name of a language, in any state: the state stays, and its message is said again in that language."""

from __future__ import annotations

import pytest

from bot.flows.global_transitions import SAYS_NOTHING_AGAIN
from bot.flows.machine import PLACES, advance
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Guide, Need, State
from bot.flows.session import Session
from tests.support.flow_walk import SPOKEN, ThreeServices
from tests.support.talk import TO_NEEDS, Talk

SLEEP = (*TO_NEEDS, "a place to sleep tonight", "albuquerque")
DORMIR = ("hola", "1", "ok", "un lugar para dormir esta noche", "albuquerque")


def test_states_that_a_language_leaves_are_these() -> None:
    assert {state.value for state in SAYS_NOTHING_AGAIN} == {
        "welcome.start", "welcome.paused", "language.ask", "carrier.stopped", "privacy.forgotten",
    }  # fmt: skip


@pytest.mark.parametrize(("answer", "code"), [(Answer.SPANISH, "es"), (Answer.ENGLISH, "en")])
@pytest.mark.parametrize("state", SPOKEN)
def test_language_keeps_every_state(state: State, answer: Answer, code: str) -> None:
    session = Session(
        state=state, greeted=True, safe=True, limits_told=True, needs=(Need.FOOD,), service="a",
        offered_services=("a",), guide=Guide.CUTTING, daypart="morning",
    )  # fmt: skip
    seen = (session, session._replace(safe=False)) if PLACES[state].rules.bland else (session,)
    for standing in seen:
        step = advance(standing, Interpretation(answer), ThreeServices())
        then = step.session
        assert then.language == code and then.language_chosen
        assert then.state is state or state in SAYS_NOTHING_AGAIN
        assert (then.needs, then.offered_services) == (standing.needs, standing.offered_services)


def test_screen_that_may_be_seen_is_asked_first() -> None:
    at = Talk()
    at.text(*SLEEP)
    at.is_at(safe=False)
    assert at.text("español").startswith("Hola, soy el asistente de Oak Line, un programa.")
    assert at.session.state is State.WELCOME_BACK


@pytest.mark.parametrize(
    ("texts", "word", "english", "spanish"),
    [
        (("hey",), "español", "Hi, this is Oak Line.", "Hola, soy el asistente automatizado"),
        (TO_NEEDS, "español", "What would help most", "¿Con qué te ayudo primero?"),
        (SLEEP, "spanish", "I heard: a place to sleep.", "Ayuda para gente joven que se fue de casa"),
        ((*SLEEP, "2"), "español", "If you say yes, a caseworker", "Si aceptas, alguien de Oak Line"),
        ((*SLEEP, "not now"), "en español", "That's ok.", "No pasa nada."),
        ((*SLEEP, "not now", "not now"), "español", "Ok. Text me any time.", "Ok. Escribe cuando quieras."),
        ((*TO_NEEDS, "what do you keep"), "español", "I keep: your number", "Guardo: tu teléfono"),
        ((*TO_NEEDS, "i want to die"), "español", "I'm glad you told me.", "Qué bueno que me lo dijiste."),
        ((*TO_NEEDS, "weather"), "español", "Thanks, we got your message.", "Gracias, "),
    ],
)
def test_same_message_comes_in_spanish(texts: tuple[str, ...], word: str, english: str, spanish: str) -> None:
    at = Talk()
    assert at.text(*texts).startswith(english)
    state = at.session.state
    assert at.text(word).startswith(spanish)
    assert at.session.state is state


@pytest.mark.parametrize("texts", [DORMIR, (*DORMIR, "2"), (*DORMIR, "ahora no", "ahora no")])
def test_same_message_comes_in_english(texts: tuple[str, ...]) -> None:
    at = Talk()
    at.text(*texts)
    state, said = at.session.state, at.reply.key
    at.text("english")
    assert (at.session.state, at.reply.key, at.session.language) == (state, said, "en")
