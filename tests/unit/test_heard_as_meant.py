"""Texts of whole conversations that were heard as something else: each in the words texted, with siblings of its kind."""

from __future__ import annotations

import pytest

from bot.flows.names import Need
from tests.support.talk import TO_NEEDS, Talk, talk

A_TOS = ("hola", "1", "ok")
"""Texts of a person up to the first question, in Spanish."""

# The number that fits


@pytest.mark.parametrize(("texts", "number"), [
    ((*TO_NEEDS, "need a place to stay", "person", "1", "skip"), "66008"),
    ((*TO_NEEDS, "i want to go back to my family", "person", "1", "skip"), "66008"),
    ((*A_TOS, "no tengo donde dormir", "persona", "1", "saltar"), "66008"),
])  # fmt: skip
def test_who_waits_is_told_the_number_for_their_need(texts: tuple[str, ...], number: str) -> None:
    at = talk(*texts)
    assert at.reply.state == "handoff.waiting"
    assert number in at.reply.text and "988" not in at.reply.text


@pytest.mark.parametrize(("texts", "said"), [
    ((*TO_NEEDS, "person", "1", "skip"), "It's for any worry."),
    ((*TO_NEEDS, "i need a lawyer", "person", "1", "skip"), "It's for any worry."),
    ((*A_TOS, "persona", "1", "saltar"), "Es para hablar de lo que sea."),
])  # fmt: skip
def test_the_crisis_line_is_said_to_be_for_any_worry(texts: tuple[str, ...], said: str) -> None:
    at = talk(*texts)
    assert at.reply.state == "handoff.waiting"
    assert "988" in at.reply.text and said in at.reply.text


@pytest.mark.parametrize("texts", [(*TO_NEEDS, "i want to die"), (*A_TOS, "me quiero morir")])
def test_who_wants_to_die_gets_the_crisis_line_as_it_is(texts: tuple[str, ...]) -> None:
    said = talk(*texts).reply.text
    assert "988" in said and "any worry" not in said and "lo que sea" not in said


# Read back as told


@pytest.mark.parametrize("text", ["i need somewhere to stay", "somewhere to sleep tn", "looking for a couch tonight"])
def test_a_place_is_read_back_without_a_night_that_nobody_named(text: str) -> None:
    at = talk(*TO_NEEDS, text, "anaheim ca")
    assert "a place to sleep" in at.reply.text and "tonight" not in at.reply.text


def test_un_lugar_se_repite_sin_esta_noche() -> None:
    at = talk(*A_TOS, "no tengo donde dormir", "anaheim ca")
    assert "un lugar para dormir" in at.reply.text and "esta noche" not in at.reply.text
