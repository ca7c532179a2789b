"""What somebody tells of themselves, "idk", and a reply that would come twice: each gets an answer of its own."""

from itertools import pairwise

import pytest

from bot.flows.machine import PLACES
from bot.flows.names import Aside, State
from bot.flows.table import UNSURE_AT
from tests.support.talk import TO_NEEDS, Talk, talk


@pytest.mark.parametrize(
    ("texts", "key"),
    [
        ((*TO_NEEDS, "1", "im 15"), "aside.noted.age"),
        ((*TO_NEEDS, "im in canada"), "aside.noted"),
        ((*TO_NEEDS, "im a guy btw"), "aside.noted"),
        (("hey", "90022"), "welcome.told"),
        (("hola", "si", "ok", "tengo 16"), "aside.noted.age"),
        (("hola", "si", "ok", "soy hombre"), "aside.noted"),
        ((*TO_NEEDS, "i need a bed tonight", "im 16"), "needs.area_open.heard"),
        ((*TO_NEEDS, "im in santa ana", "1", "santa ana"), "aside.noted.place"),
        ((*TO_NEEDS, "im in santa ana", "1", "i live in california"), "aside.noted"),
        ((*TO_NEEDS, "im 15", "im a guy btw"), "aside.noted.again"),
        ((*TO_NEEDS, "idk"), "aside.unsure"),
        (("hey", "idk"), "aside.unsure"),
        ((*TO_NEEDS, "idk", "not sure"), "aside.unsure.again"),
        (("hola", "si", "ok", "no se"), "aside.unsure"),
    ],
)
def test_what_is_told_is_noted_and_idk_is_fine(texts: tuple[str, ...], key: str) -> None:
    at = talk(*texts)
    assert at.reply.key == key


def test_what_is_told_moves_nothing_and_is_kept() -> None:
    before = talk(*TO_NEEDS, "1")
    after = talk(*TO_NEEDS, "1", "im 15")
    assert after.session.state is before.session.state
    assert after.session.age == 15


@pytest.mark.parametrize("text", ["im 16 and he choked me", "im 15 i want to die"])
def test_danger_beside_a_fact_is_answered_as_danger(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key.startswith("safety.")


def test_idk_in_danger_keeps_the_numbers() -> None:
    assert not UNSURE_AT & {state for state in PLACES if state.value.startswith("safety.")}
    at = talk(*TO_NEEDS, "he choked me", "idk")
    assert "911" in at.reply.text


def test_idk_at_a_consent_agrees_to_nothing() -> None:
    at = talk(*TO_NEEDS, "person", "idk")
    assert at.session.state is State.CONSENT_TALK
    assert not at.session.shared
    assert at.session.aside is not Aside.NOTED


@pytest.mark.parametrize("texts", [("hey", "1", "hello", "hello"), (*TO_NEEDS, "hello", "hello", "hello")])
def test_no_reply_comes_twice_word_by_word(texts: tuple[str, ...]) -> None:
    at, replies = Talk(), []
    for text in texts:
        replies.append(at.text(text))
    assert all(before != after for before, after in pairwise(replies))
    assert any(reply.startswith("Still here.") for reply in replies)
