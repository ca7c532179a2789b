"""Texts of whole conversations that were heard as something else: each in the words texted, with siblings of its kind."""

from __future__ import annotations

import pytest

from bot.flows.names import Aside, State
from bot.flows.table import PLACES
from bot.understanding.topics import Said, goes_there
from bot.understanding.words import normalise
from tests.support.talk import TO_NEEDS, talk

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


# Who goes where

AN_OFFER = (*TO_NEEDS, "i need a place to stay", "long beach ca")
UNA_OFERTA = (*A_TOS, "no tengo donde dormir", "long beach ca")


@pytest.mark.parametrize(("before", "text"), [
    (AN_OFFER, "Pick up there"), (AN_OFFER, "pick up where we left off"), (TO_NEEDS, "lets pick back up where we were"),
    (UNA_OFERTA, "Seguir con lo mismo"), (UNA_OFERTA, "seguir donde nos quedamos"),
])  # fmt: skip
def test_to_pick_up_a_talk_is_to_go_on(before: tuple[str, ...], text: str) -> None:
    at = talk(*before, text)
    assert not at.reply.key.startswith(("safety.", "unclear.")) and not at.session.hazard


@pytest.mark.parametrize(("text", "is_of_her"), [
    ("can i come there", True), ("can i come by tomorrow", True), ("when can we come in", True), ("i can come now", True),
    ("puedo ir para alla", True), ("can u come get me", False), ("will someone pick me up", False),
    ("i need somebody to come for me", False),
])  # fmt: skip
def test_who_would_come_herself_asks_for_nobody(text: str, is_of_her: bool) -> None:
    asked = Said(text, normalise(text), frozenset(), (), PLACES[State.NEEDS_ASK])
    assert (goes_there(asked) is Aside.WHERE_IS_IT) == is_of_her


def test_asked_what_was_found_the_offer_is_told_again() -> None:
    at = talk(*AN_OFFER)
    offer = at.reply.text
    assert offer.split(".")[1] in at.text("did u find me a place yet")
