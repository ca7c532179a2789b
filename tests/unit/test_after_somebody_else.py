"""After somebody else held the phone, the cover word or a hush: nothing is given away, and nothing lights up."""

from __future__ import annotations

import pytest

from bot.flows.names import State
from tests.support.talk import TO_NEEDS, talk

HELD = (*TO_NEEDS, "she dont need help dont text this phone again")
HELD_ES = ("hola", "1", "ok", "que te dijo ella")


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (HELD, "hi its me now. he took my phone"),
        (HELD, "ok he gave it back its really me"),
        (HELD, "its me again"),
        (HELD_ES, "ya soy yo, era mi novio el que escribio"),
        (HELD_ES, "hola soy yo otra vez"),
    ],
)
def test_its_me_now_gets_only_the_question(before: tuple[str, ...], text: str) -> None:
    at = talk(*before)
    said = at.text(text)
    assert at.reply.key == "welcome.back" and not at.session.needs
    assert "WEATHER" not in said and "CLIMA" not in said
    at.text("ok")
    took = at.reply.key == "safety.phone_taken"
    assert took is any(word in text for word in ("took", "gave", "escribio"))
    at.text(*(("1",) if took else ()))
    assert at.session.state is State.NEEDS_ASK


def test_the_cover_word_is_told_to_nobody_who_may_have_taken_the_phone() -> None:
    assert "WEATHER" not in talk(*HELD).text("he checks my phone")
    assert "WEATHER" in talk(*TO_NEEDS).text("he checks my phone")


@pytest.mark.parametrize("text", ["he hits me", "i took all my pills"])
def test_danger_that_is_sure_is_heard_all_the_same(text: str) -> None:
    assert "911" in talk(*HELD).text(f"its me now. {text}")


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ((*TO_NEEDS, "Weather!"), "what is this number"),
        ((*TO_NEEDS, "weather"), "whos number is this"),
        (HELD, "whats this number for"),
        ((*HELD, "ok"), "whats this number for"),
        (HELD_ES, "y esto que es"),
        (HELD_ES, "de quien es este numero"),
    ],
)
def test_who_asks_then_is_answered_as_somebody_else(before: tuple[str, ...], text: str) -> None:
    at = talk(*before)
    at.text(text)
    assert at.reply.key == "safety.holder"
    at.text("3")
    assert at.reply.key == "safety.holder"


def test_a_first_question_who_this_is_has_its_answer() -> None:
    assert talk("hi", "1", "who is this").reply.key == "privacy.who_am_i"


@pytest.mark.parametrize(
    "texts",
    [("he is here", "shhh", "gotta go", "bye"), ("hes back", "gtg"), ("no escribas ahi viene", "luego")],
)
def test_a_hush_holds_through_a_goodbye(texts: tuple[str, ...]) -> None:
    at = talk(*TO_NEEDS)
    assert [at.text(text) for text in texts] == [""] * len(texts)
    assert "ok" in at.text("ok hes gone").lower()


def test_not_now_after_the_cover_word_is_answered() -> None:
    assert talk(*TO_NEEDS, "weather").text("not now")


@pytest.mark.parametrize(("text", "key"), [("hey can we talk", "welcome.hello"), ("can we talk?", "welcome.hello"),
                                           ("podemos hablar", "welcome.hello")])  # fmt: skip
def test_to_talk_is_no_request_for_a_person_in_a_first_text(text: str, key: str) -> None:
    assert talk(text).reply.key == key


@pytest.mark.parametrize("text", ["can someone talk to me", "talk to a person", "necesito hablar con alguien"])
def test_a_first_request_for_a_person_is_heard_and_told_that_a_program_writes(text: str) -> None:
    at = talk(text)
    assert at.reply.key == "consent.talk" and "STOP" in at.reply.text
    assert "program" in at.reply.text
    assert "STOP" not in talk("hi", "1", text).reply.text


def test_later_can_we_talk_asks_for_a_person() -> None:
    assert talk(*TO_NEEDS, "can we talk").reply.key == "consent.talk"


WAITS = ("he hits me", "person", "yes")


@pytest.mark.parametrize("text", ["Sam", "rae", "its jay", "me llamo Luz"])
def test_a_name_that_comes_unasked_is_shown_only_once_they_know_who_sees_it(text: str) -> None:
    at = talk(*WAITS, text)
    assert at.reply.key == "consent.name_again" and not at.session.name
    at.text(text)
    assert at.session.name and at.session.shared


@pytest.mark.parametrize("text", ["victimlink", "hlep", "im cold", "asdf jkl qwer"])
def test_other_words_are_no_name(text: str) -> None:
    assert talk(*WAITS, text).reply.key != "consent.name_again"


@pytest.mark.parametrize("text", ["when", "whats gonna happen now", "so now what", "cuando", "y ahora que pasa"])
def test_who_waits_and_asks_what_now_is_told_the_wait(text: str) -> None:
    at = talk(*WAITS, text)
    assert at.reply.key == "aside.how_long_wait.waiting"
    assert "TAKE BACK" in at.reply.text or "RETIRAR" in at.reply.text
    assert talk(*TO_NEEDS, text).reply.key != "aside.how_long_wait.waiting"


HOW = (*TO_NEEDS, "i need food", "los angeles", "How to reach them", "he checks my phone", "yes")


@pytest.mark.parametrize("text", ["It's fine", "its ok", "ok", "todo bien", "That's right"])
def test_how_it_went_is_not_made_up(text: str) -> None:
    at = talk(*HOW)
    assert at.session.state is State.FOLLOWUP_HOW
    at.text(text)
    assert at.reply.key != "followup.noted" and not at.session.ask_how


@pytest.mark.parametrize("text", ["yes", "we talked", "1", "si"])
def test_who_says_that_they_talked_is_believed(text: str) -> None:
    assert talk(*HOW, text).reply.key == "followup.noted"


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        (("a place to sleep", "dont send me back"), "aside.parents_told"),
        (("a place to sleep", "pls dont make me go home"), "aside.parents_told"),
        (("hola", "un lugar para dormir", "no me regresen por favor"), "aside.parents_told"),
        (("hola", "No, todo bien"), "hesitation.parked"),
        (("hola", "nel, asi esta bien"), "hesitation.parked"),
        (("necesito comida", "Seguir aquí"), "needs.area_open"),
    ],
)
def test_a_plea_and_everyday_refusals(texts: tuple[str, ...], key: str) -> None:
    assert talk(*TO_NEEDS, *texts).reply.key == key
