"""Who goes on to tell where "is now ok to text?" stands has answered it: the question is put once.

Where somebody else may have seen the screen or held the phone, only a yes is one.
"""

from __future__ import annotations

import pytest

from bot.conversation.engine import _read
from bot.conversation.messages import Inbound
from bot.flows.names import Answer
from tests.support.talk import snapshot, talk

GOING_ON = ("welcome.limits", "needs.area_first", "options.offer", "needs.confirm")
ASKED = ("welcome.heard", "welcome.heard_then", "welcome.told", "welcome.heard_too")


@pytest.mark.parametrize(
    ("first", "then"),
    [("i need food", "im in fresno"), ("i need a ride", "im 20"), ("need a lawyer", "and a doctor"),
     ("necesito ropa", "tengo 19"), ("necesito comida", "estoy en fresno"), ("i need food", "for tonight"),
     ("necesito comida", "para hoy"), ("need diapers", "asap pls"), ("busco trabajo", "tambien un abogado")],
)  # fmt: skip
def test_what_is_told_after_the_question_is_a_yes(first: str, then: str) -> None:
    assert talk(first).reply.key == "welcome.heard"
    assert talk(first, then).reply.key in GOING_ON


@pytest.mark.parametrize("need", ["i need food", "looking for a job", "necesito ropa", "need a dentist"])
def test_need_after_hello_is_a_yes(need: str) -> None:
    assert talk("hey", need).reply.key in GOING_ON


def test_what_is_told_is_kept() -> None:
    session = talk("i need food", "im 20").session
    assert session.age == 20
    assert [need.value for need in session.needs] == ["food"]
    assert session.safe


@pytest.mark.parametrize(
    "texts",
    [("i need a bed tonight im 17", "1"), ("i need a bed tonight im 17", "look for a place"),
     ("me corrieron tengo 16", "1"), ("i need a bed tonight im 17", "tonight"),
     ("me corrieron tengo 16", "busca un lugar"),
     ("i need a bed tonight im 17", "fresno")],
)  # fmt: skip
def test_who_chooses_a_place_to_be_looked_for_is_not_asked_again(texts: tuple[str, ...]) -> None:
    assert talk(*texts).reply.key in GOING_ON


def test_who_is_safe_right_now_is_not_asked_again() -> None:
    at = talk("my manager makes me sleep w customers")
    assert at.reply.key == "safety.ask.exploitation"
    assert at.text("1") and at.reply.key not in ASKED


@pytest.mark.parametrize(
    "before", [("hey", "weather"), ("he checks my phone",), ("hey", "he is here"), ("hola", "clima")]
)
@pytest.mark.parametrize("then", ["im 20", "im in fresno", "and clothes", "for tonight"])
def test_on_a_screen_that_was_made_bland_only_a_yes_is_one(before: tuple[str, ...], then: str) -> None:
    assert talk(*before, "i need food", then).reply.key not in GOING_ON
    assert not talk(*before, "i need food", then).session.safe


@pytest.mark.parametrize("text", ["not now", "later", "ahora no", "is this free?", "who is this", "lol"])
def test_other_texts_are_no_yes(text: str) -> None:
    at = talk("i need food", text)
    assert not at.session.safe


def test_question_beside_a_danger_is_not_put_again() -> None:
    at = talk("he beats me", "i need somewhere to sleep")
    assert at.reply.key == "needs.area_first"  # the numbers are on the screen: who asks for something goes on
    assert at.text("im in denver") and at.reply.key in GOING_ON
    assert "911" in at.reply.text


@pytest.mark.parametrize(("late", "answer"), [(False, Answer.YES), (True, Answer.ASIDE)])
@pytest.mark.parametrize("text", ["im 20", "im in fresno", "tengo 20"])
def test_late_text_answers_no_question(text: str, late: bool, answer: Answer) -> None:
    asked = talk("i need food").session
    assert _read(snapshot(), asked, Inbound("SM2", "", text), stopped=False, late=late).answer is answer
