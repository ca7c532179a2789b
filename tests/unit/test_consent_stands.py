"""What survives a question: consent, a need told at the limits, a talk that is over. Forms of each, both languages."""

from __future__ import annotations

import pytest

from bot.flows.machine import advance
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Need, State
from bot.flows.session import Session, until
from tests.support.content import DIRECTORY, IDS
from tests.support.talk import TO_NEEDS, talk

# Consent survives


@pytest.mark.parametrize(
    "text",
    [
        "who can see this",
        "will they tell my mom",
        "asdf",
        "is this private",
        "quien puede ver esto",
        "blorp",
        "i also need a dentist",
        "hm",
        "will u call the cops",
        "next",
        "understood",
        "go on",
        "ok hes gone",
        "ya se fue",
    ],
)
@pytest.mark.parametrize(
    "picked", [(), ("2",), ("2", "1"), ("2", "1", "1", "2")], ids=["team", "first", "second", "reach"]
)
def test_a_consent_question_stands_whatever_is_asked(text: str, picked: tuple[str, ...]) -> None:
    at = talk(*TO_NEEDS, "food", "santa ana ca", "person", *picked)
    stood = at.session
    assert stood.state.value.startswith("consent.")
    at.text(text, text)
    then = at.session
    assert then.state is stood.state
    assert (then.pending_items, then.chosen, then.area) == (stood.pending_items, stood.chosen, stood.area)
    assert not then.shared and not then.case


@pytest.mark.parametrize(
    "aside", ["what do you keep", "are you a bot", "help", "que guardas de mi", "what did i share"]
)
def test_an_aside_comes_back_to_the_consent_question(aside: str) -> None:
    at = talk(*TO_NEEDS, "food", "santa ana ca", "person", "2", "1")
    stood = at.session
    at.text(aside)
    at.text("go on")
    assert at.session.state is State.CONSENT_CHOOSE and at.session.chosen == stood.chosen


def test_a_need_named_at_the_consent_is_named_before_it_is_shared() -> None:
    at = talk(*TO_NEEDS, "person")
    assert at.reply.state == State.CONSENT_TALK.value
    at.text("i need food")
    assert at.reply.key == "consent.team" and "what you need" in at.reply.text


@pytest.mark.parametrize(
    "text",
    ["i need food", "a place to sleep", "necesito un abogado", "food and clothes", "im pregnant i need a doctor"],
)
@pytest.mark.parametrize(
    "before", [("hey", "1"), ("hey", "1", "2"), ("hey", "1", "2", "1")], ids=["limits", "more", "report"]
)
def test_a_need_at_the_limits_goes_on(text: str, before: tuple[str, ...]) -> None:
    at = talk(*before)
    assert not at.session.limits_told
    at.text(text)
    assert at.session.needs and at.session.limits_told
    assert at.reply.key in ("needs.area", "needs.confirm")


@pytest.mark.parametrize(
    "danger",
    ["i want to kill myself", "he has a knife", "me quiero morir", "my friend is overdosing", "can u come get me"],
)
def test_going_on_after_danger_does_not_greet_anew(danger: str) -> None:
    said = talk(danger).text("2")
    assert "Msg&data" not in said and "tarifas" not in said
    assert not said.startswith(("Hi", "Hola"))


def test_after_a_live_talk_nothing_of_before_it_is_picked_up() -> None:
    before = Session(
        State.HANDOFF_LIVE,
        safe=True,
        limits_told=True,
        greeted=True,
        case="K7QM",
        caseworker_name="Ana",
        trail=(State.NEEDS_AREA, State.OPTIONS_OFFER),
        service=IDS[0],
        needs=(Need.FOOD,),
    )
    closed = advance(before, Interpretation(Answer.CLOSED), DIRECTORY).session
    again = advance(closed._replace(state=State.WELCOME_BACK), Interpretation(Answer.YES), DIRECTORY)
    assert again.says == "needs.ask"
    lapsed = until(before._replace(shared=frozenset({"x"}), consent_expires_at=1), 2)  # type: ignore[arg-type]
    assert lapsed.state is State.HANDOFF_ENDED and lapsed.trail == ()


@pytest.mark.parametrize(
    "text", ["what did i share", "what is shared", "show me what i shared", "que comparti", "lo que comparti"]
)
def test_with_nothing_shared_there_is_nothing_to_take_back(text: str) -> None:
    at = talk(*TO_NEEDS, text)
    assert at.reply.key == "privacy.nothing_shared"
    assert "You can take back" not in at.reply.text and "Puedes retirar" not in at.reply.text


@pytest.mark.parametrize("text", ["not now", "take back", "menu", "maybe later", "retirar", "ahora no"])
def test_a_consent_question_that_was_put_off_or_taken_back_is_not_asked_again(text: str) -> None:
    at = talk(*TO_NEEDS, "food", "santa ana ca", "person", "2", text, "go on")
    assert not at.reply.state.startswith("consent.")
