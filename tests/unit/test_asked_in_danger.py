"""A question, a place, a plan or a plea beside a danger gets its own answer; what nothing explains, no filler twice."""

from __future__ import annotations

import pytest

from bot.flows.fillers import SAID
from bot.sms.segments import count
from tests.support.talk import talk

HOTLINE, PARTNERS = "1-888-373-7888", "1-800-799-7233"
SOLD, VENDIDA = "my boyfriend sells me", "mi novio me vende"


@pytest.mark.parametrize(("told", "then", "key"), [
    (SOLD, "what if i tell him no", "aside.if_i_say_no"),
    (SOLD, "what happens if i say no tonight", "aside.if_i_say_no"),
    (SOLD, "what do i say to him", "aside.if_i_say_no"),
    (VENDIDA, "y si le digo q ya no quiero", "aside.if_i_say_no"),
    (VENDIDA, "que me hace si no voy", "aside.if_i_say_no"),
    (VENDIDA, "que le digo a mi novio?", "aside.if_i_say_no"),
    (SOLD, "what if he catches me", "aside.if_caught"),
    (SOLD, "and if she wakes up", "aside.if_caught"),
    (VENDIDA, "y si me cacha", "aside.if_caught"),
    (VENDIDA, "y si se da cuenta antes", "aside.if_caught"),
    (SOLD, "i want to help the other girl too", "aside.bring_others"),
    (SOLD, "how do i get them out", "aside.bring_others"),
    (SOLD, "one of them is 14", "aside.bring_others"),
    (VENDIDA, "quiero sacarla", "aside.bring_others"),
    (VENDIDA, "quiero ayudar a la otra muchacha tambien", "aside.bring_others"),
    (VENDIDA, "no puedo dejar a las demas", "aside.bring_others"),
    (SOLD, "can i bring my kids", "aside.bring_kids"),
    (VENDIDA, "tengo dos nenes", "aside.bring_kids"),
    (SOLD, "dont call my grandma", "aside.tell_nobody"),
    (VENDIDA, "sin q mi mai sepa", "aside.tell_nobody"),
    (VENDIDA, "no le vayan a hablar a mi jefa", "aside.tell_nobody"),
    (SOLD, "can he see me on icloud?", "aside.sees_phone"),
    (VENDIDA, "me puede ver en el icloud?", "aside.sees_phone"),
    (VENDIDA, "el tiene mi contraseña de google", "aside.sees_phone"),
    (SOLD, "tonight im getting out", "safety.plan"),
    (SOLD, "hes gone what do we do", "safety.plan"),
    (VENDIDA, "esta noche me escapo", "safety.plan"),
    (VENDIDA, "ya no esta que hacemos", "safety.plan"),
    (VENDIDA, "PLAN", "safety.plan"),
    (SOLD, "near maywood by the tracks", "aside.heard_place"),
    (VENDIDA, "en LA cerca de maywood", "aside.heard_place"),
    (VENDIDA, "houston", "aside.noted.place.danger"),
    (SOLD, "im 16", "aside.noted.age.danger"),
    (SOLD, "what is 911", "aside.at_911"),
    (VENDIDA, "que es 911", "aside.at_911"),
    (VENDIDA, "no se como se llama el lugar, hay vacas", "aside.lost"),
    (SOLD, "how do stars even shine", "aside.no_answer"),
    (VENDIDA, "de que sirve esto", "aside.no_answer"),
])  # fmt: skip
def test_what_is_asked_beside_a_danger_is_answered(told: str, then: str, key: str) -> None:
    at = talk(told, then)
    assert at.reply.key == key
    assert any(number in at.reply.text for number in ("911", HOTLINE, PARTNERS))
    assert count(at.reply.text).segments <= 4


@pytest.mark.parametrize("texts", [
    (SOLD, "i like blue", "my bag is red", "the tv is on", "blah blah", "its raining", "there is a cat"),
    (VENDIDA, "hoy es martes", "hay ventanas con tablas", "son cuatro cuartos", "asi mero", "hace frio en la mañana"),
])  # fmt: skip
def test_no_filler_comes_twice_in_a_row_and_none_thanks_again(texts: tuple[str, ...]) -> None:
    at = talk(texts[0])
    said: list[str] = []
    for text in texts[1:]:
        at.text(text)
        assert "911" in at.reply.text
        if at.reply.key in SAID:
            assert said[-1:] != [at.reply.key]
            said.append(at.reply.key)
    assert len(said) > 2 and said.count("safety.held.more") <= 1


def test_an_answer_between_two_fillers_does_not_bring_the_first_one_back() -> None:
    at = talk(SOLD, "i like blue")
    first = at.reply.key
    at.text("what if he catches me", "my bag is red")
    assert first in SAID and at.reply.key in SAID and at.reply.key != first


@pytest.mark.parametrize(("told", "then", "key"), [
    (SOLD, "he has a gun", "safety."),
    (SOLD, "can i take the money?", "aside.go_as_you_are"),
    (SOLD, "should i tell the lady at the desk", "aside.tell_here"),
    (SOLD, "are you real", "privacy.who_am_i"),
    (VENDIDA, "en el baño", "aside.hiding"),
    (VENDIDA, "me obligaron a ir con 3", "safety."),
    ("i want to kill myself", "what if he catches me", ""),
])  # fmt: skip
def test_what_was_answered_better_stays(told: str, then: str, key: str) -> None:
    at = talk(told, then)
    assert at.reply.key.startswith(key)
    assert not at.reply.key.startswith(("aside.no_answer", "aside.heard_place", "aside.if_"))


@pytest.mark.parametrize("text", ["can i bring my kids", "im 16", "houston", "what if i say no", "plan"])
def test_without_a_danger_nothing_of_this_is_said(text: str) -> None:
    key = talk("hey", "1", "ok", text).reply.key
    assert not key.startswith(("safety.", "aside.no_answer", "aside.bring_", "aside.if_")) and "danger" not in key
