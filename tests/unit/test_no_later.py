"""A word of "no" or "pick me up" in a text that tells something closes no talk, and asks for nobody to come."""

from __future__ import annotations

import pytest

from bot.flows.names import State
from tests.support.talk import talk


@pytest.mark.parametrize("text", [
    "ok its not really for school", "the # on it dont answer", "no 1 else is home rn", "the cook says hurry",
    "can we use a different one", "wait no i need help", "espera si necesito ayuda", "its happening to me",
    "espera no cierres, me esta pasando a mi", "no no necesito ayuda si", "phone 9%", "no es para la escuela",
])  # fmt: skip
@pytest.mark.parametrize("before", ["hey", "hola"])
def test_talk_goes_on(before: str, text: str) -> None:
    at = talk(before, text)
    assert at.session.state not in (State.WELCOME_LATER, State.HESITATION_PARKED) and at.reply.key != "welcome.later"


@pytest.mark.parametrize("text", [
    "not now", "no thanks", "later", "my mom is here", "its not a good time", "he is home", "im at work", "ahorita no",
    "no gracias", "luego",
])  # fmt: skip
def test_not_now_still_is_one(text: str) -> None:
    at = talk("hey", text)
    assert at.reply.key in ("welcome.later", "silence") or not at.reply.text


def test_what_happens_to_them_is_asked_about() -> None:
    at = talk("hi im doing a school project on trafficking", "ok its not really for school", "its happening to me")
    assert "911" in at.reply.text


@pytest.mark.parametrize(("before", "text"), [
    ("my bf in jail n he calls me collect tells me who to see", "n his brother pick me up"),
    ("he hits me", "his friend picks me up at 9"), ("mi novio me vende", "su hermano me recoge en el carro"),
    ("hey", "what are my rights if cops pick me up in a sting"),
    ("he hits me", "how long do test results take"), ("mi tio me vende", "cuanto tardan los resultados"),
    ("i want to die", "look for a place"),
])  # fmt: skip
def test_nobody_is_asked_to_come(before: str, text: str) -> None:
    assert talk(before, text).reply.key not in ("safety.come", "handoff.nobody_comes")


@pytest.mark.parametrize(
    "text", ["can you pick me up", "pick me up please", "please come get me", "pueden venir por mi"]
)
def test_who_asks_to_be_fetched_is_told(text: str) -> None:
    assert talk("he hits me", text).reply.key == "safety.come"


def test_who_can_call_a_place_is_a_person() -> None:
    at = talk("i need a place", "ok", "90044", "what about someone who can call them for me")
    assert at.session.state is State.CONSENT_TEAM


@pytest.mark.parametrize("text", ["paren", "parenle", "ya paren", "cancelen esto"])
def test_spanish_word_of_stopping_is_obeyed(text: str) -> None:
    assert talk("hola", text).reply.key == "carrier.stopped"


@pytest.mark.parametrize("text", ["paren", "parenle", "basta"])
def test_after_a_danger_it_is_asked_about(text: str) -> None:
    assert talk("mi novio me vende", text).reply.key != "carrier.stopped"


@pytest.mark.parametrize(
    "text",
    ["no english is fine jus my friend speak spanish", "no english please", "english for me tho", "english is fine"],
)
def test_english_is_back_at_once(text: str) -> None:
    at = talk("hola can you do spanish", text)
    assert at.session.language == "en"


@pytest.mark.parametrize(
    "text", ["do u speak spanish? my friend does", "habla espanol? jk im learning it in school lol"]
)
def test_spanish_of_somebody_else_is_answered_in_english(text: str) -> None:
    at = talk(text, "i need a bed")
    assert at.session.language == "en"


@pytest.mark.parametrize("text", ["la q me pusieron no habla español", "la señora del juzgado no habla español"])
def test_what_somebody_else_speaks_is_no_wish(text: str) -> None:
    assert talk("busco abogado", text).session.language == "es"


@pytest.mark.parametrize("text", ["no hablo ingles", "en español por favor", "spanish please", "can you do spanish"])
def test_spanish_is_still_spoken(text: str) -> None:
    assert talk("hi", text).session.language == "es"


def test_who_wants_a_joke_gets_no_plain_words() -> None:
    assert talk("hey", "say something funny").reply.key != "safety.cover"
    assert talk("hey", "say something normal").reply.key == "safety.cover"


def test_one_question_in_the_hello() -> None:
    assert talk("i told him to stop texting me and he didnt").reply.text.count("?") <= 1


@pytest.mark.parametrize("text", ["i need 2 find my sister she been missin 3 wks"])
def test_who_is_missing_is_traced_by_nobody(text: str) -> None:
    assert talk(text).reply.key != "safety.watched"
