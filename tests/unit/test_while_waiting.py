"""While a caseworker is awaited: what staff see, what "yes please" and "never mind" mean, whom to call meanwhile."""

from __future__ import annotations

import pytest

from bot.flows.names import State
from tests.support.talk import TO_NEEDS, Talk, talk

WAITS = ("he hits me", "person", "yes")


@pytest.mark.parametrize("text", ["no", "nvm", "never mind", "not now", "forget it", "no gracias"])
def test_who_backs_out_is_told_what_staff_still_see(text: str) -> None:
    at = talk(*WAITS)
    said = at.text(text)
    assert at.reply.key == "handoff.still_asked"
    assert "TAKE BACK" in said or "RETIRAR" in said
    assert "911" in said and at.session.case


@pytest.mark.parametrize("first", [("person", "yes"), ("person", "yes", "Sam")])
@pytest.mark.parametrize("text", ["not now", "never mind"])
def test_so_is_who_puts_off_a_question_after_the_consent(first: tuple[str, ...], text: str) -> None:
    at = talk(*first, text)
    assert at.reply.key == "handoff.still_asked" and at.session.state is State.HANDOFF_WAITING
    at.text("2")
    assert at.reply.key == "privacy.taken_back" and not at.session.shared


@pytest.mark.parametrize("text", ["yes please", "Ok", "person", "si porfa", "get me a person"])
def test_a_plea_is_no_goodbye(text: str) -> None:
    at = talk("im at 1420 main st room 6 come now", "1", "yes")
    said = at.text(text)
    assert at.reply.key == "handoff.still_waiting" and at.session.state is State.HANDOFF_WAITING
    assert "911" in said and "988" not in said and "233733" in said


def test_the_same_plea_twice_is_not_answered_word_by_word() -> None:
    at = talk(*WAITS)
    assert len({at.text("person"), at.text("person")}) == 2


def shared(*texts: str) -> Talk:
    return talk(*TO_NEEDS, "i need food", "los angeles", *texts)


def test_what_staff_see_is_said_in_full() -> None:
    at = shared("Have someone introduce me", "share that")
    assert at.reply.key == "consent.name_seen"
    assert "what you need" in at.reply.text and "your area" in at.reply.text
    at.text("no name")
    at.text("person")
    assert "what you need" in talk_again(at).reply.text


def talk_again(at: Talk) -> Talk:
    at.text("look for other help", "person")
    return at


def test_who_shares_the_wish_to_talk_alone_is_told_that() -> None:
    at = shared("Have someone introduce me", "just say i want to talk")
    assert at.reply.key == "consent.name" and "what you need" not in at.reply.text
