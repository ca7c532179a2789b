"""While somebody else holds the phone, only a clear sign of the person leads on. A danger in that sign is not lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.conversation.messages import Inbound
from bot.conversation.replay import _Memory
from tests.support.app import NOON
from tests.support.talk import TO_NEEDS, Talk, snapshot, talk

HELD = (*TO_NEEDS, "she dont need help dont text this phone again")
HELD_ES = ("hola", "1", "ok", "quien eres y que quieres con ella")
AFTER_COVER = (*TO_NEEDS, "weather", "what is this number")
FIRST = ("tell me what she said bitch",)
HOUR = 3600


@pytest.mark.parametrize("before", [HELD, HELD_ES, AFTER_COVER, FIRST], ids=["en", "es", "cover", "first"])
@pytest.mark.parametrize(
    "text",
    ["ok", "yes its ok", "Go on", "who is oak line", "k so whos this", "a ver, sigue", "1", "2", "sure", "aja dime",
     "hello??", "im listening", "are you a bot", "is this a shelter", "what help is there", "not now", "menu",
     "en espanol", "who can see this", "lol", "so u help girls leave", "she is gone", "bitch its me who is this",
     "quienes son", "yeah go ahead", "it is safe"],
)  # fmt: skip
def test_nothing_short_of_a_sign_of_her_leads_on(before: tuple[str, ...], text: str) -> None:
    at = talk(*before)
    for said in (text, "ok then", text):
        at.text(said)
        assert at.reply.key == "safety.holder", said


@pytest.mark.parametrize("before", [HELD, HELD_ES, AFTER_COVER, FIRST], ids=["en", "es", "cover", "first"])
@pytest.mark.parametrize(
    "text",
    ["its me", "hey its me again", "ok hes gone", "he fell asleep", "my bf left", "im alone now", "i got my phone back",
     "sorry that was my boyfriend", "that wasnt me", "i can talk now", "ya soy yo", "ya se fue", "ya estoy sola",
     "no era yo", "ya tengo mi cel", "me devolvio el celular"],
)  # fmt: skip
def test_a_sign_of_her_gets_the_question_again(before: tuple[str, ...], text: str) -> None:
    at = talk(*before)
    at.text(text)
    assert at.reply.key == "welcome.back"
    at.text("ok")
    assert at.reply.key != "safety.holder" and at.session.safe


@pytest.mark.parametrize("text", ["i need food", "necesito donde dormir", "he hits me", "i want to die", "im 11"])
def test_danger_and_a_need_of_ones_own_are_heard(text: str) -> None:
    at = talk(*HELD, "ok")
    at.text(text)
    assert at.reply.key != "safety.holder" and not at.session.other_holds


@pytest.mark.parametrize("text", ["stop", "help", "person", "forget me", "take back"])
def test_control_words_work_whoever_texts(text: str) -> None:
    assert talk(*HELD, "ok").text(text) and talk(*HELD, text).reply.key != "safety.holder"


@pytest.mark.parametrize(
    "texts", [("who is this", "who is this", "ok"), ("weather", "ok"), ("he is here", "ok he left")]
)
def test_who_has_not_shown_another_holder_is_asked(texts: tuple[str, ...]) -> None:
    assert talk(*TO_NEEDS, *texts).reply.key == "welcome.back"


@pytest.mark.parametrize(("hours", "key"), [(1, "safety.holder"), (5, "safety.holder"), (7, "welcome.back")])
def test_it_lasts_for_some_hours(hours: int, key: str) -> None:
    memory, now = _Memory(), NOON
    for text in HELD:
        memory.turn(replace(snapshot(), now=now), Inbound("SM1", "", text))
    later = replace(snapshot(), now=now + hours * HOUR)
    assert memory.turn(later, Inbound("SM1", "", "ok")).key == key


@pytest.mark.parametrize(
    ("before", "texts"),
    [
        (HELD, ("hi its me now. he took my phone", "ok")),
        (HELD, ("its me he had my phone all day", "1")),
        (HELD, ("ok he gave it back its really me", "yes")),
        (HELD, ("he checks my phone", "ok")),
        (AFTER_COVER, ("its me, my mom was reading my texts", "ok")),
        (HELD_ES, ("ya soy yo, el me quito el cel y les escribio", "si")),
        (HELD_ES, ("soy yo otra vez, mi novio tenia mi celular", "ok")),
    ],
)
def test_a_phone_that_was_taken_is_brought_up_once(before: tuple[str, ...], texts: tuple[str, ...]) -> None:
    at = talk(*before)
    said = at.text(*texts)
    assert at.reply.key == "safety.phone_taken"
    assert "911" in said and "1-888-373-7888" in said and ("WEATHER" in said or "CLIMA" in said)
    at.text("1")
    assert at.reply.key in ("needs.ask", "welcome.limits", "options.offer")
    assert at.session.told_back is None


@pytest.mark.parametrize(
    ("before", "text", "number"),
    [
        (HELD, "its me now, he says he will kick me out", "1-800-786-2929"),
        (HELD_ES, "soy yo, a veces ya no quiero estar aqui", "988"),
    ],
)
def test_another_danger_told_then_is_asked_about_with_its_numbers(
    before: tuple[str, ...], text: str, number: str
) -> None:
    at = talk(*before, text, "ok")
    assert at.reply.key == "safety.ask.told"
    assert number in at.reply.text and "911" in at.reply.text
    at.text("no")
    assert at.reply.key == "safety.stay" and number in at.reply.text


@pytest.mark.parametrize("text", ["its me again", "hola soy yo otra vez", "ok its me now"])
def test_who_tells_no_danger_goes_on(text: str) -> None:
    assert talk(*HELD, text, "ok").reply.key == "needs.ask"


@pytest.mark.parametrize("text", ["who is oak line", "whos oak line?", "what is Oak Line", "quien es oak line"])
def test_the_name_of_the_line_is_asked_about(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key == "privacy.who_am_i"


@pytest.mark.parametrize("text", ["oak line told me to ask for food", "who works at oak line and what do they cost"])
def test_the_name_within_a_sentence_is_no_question_who_texts(text: str) -> None:
    at = Talk()
    at.text(*TO_NEEDS, text)
    assert at.reply.key != "privacy.who_am_i"
