"""A place or a line that turned somebody away is set aside, and a question about the offer is answered at it."""

from __future__ import annotations

import pytest

from bot.flows.names import Concern, Fact, State
from tests.support.talk import TO_NEEDS, Talk

AT_OFFER = (*TO_NEEDS, "a place to sleep tonight", "phoenix")


@pytest.mark.parametrize(
    "text",
    ["how do i get there", "how do i get there i got no bus money", "do they need id", "can u be pregnant there"],
)
def test_question_about_the_offer_keeps_it_and_has_words(text: str) -> None:
    at = Talk()
    at.text(*AT_OFFER)
    service = at.session.service
    said = at.text(text)
    assert at.session.service == service
    assert not said.startswith("\n")


def test_line_needs_no_way_there() -> None:
    assert Talk().text(*AT_OFFER, "how do i get there").startswith("You don't have to go there.")


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("i called them they said im too old im 22", 22),
        ("im 23 and they only take under 21", 23),
        ("they told me i need id and i dont have it", 0),
        ("that number just put me on hold for an hour", 0),
        ("me dijeron que ya estoy muy grande tengo 22", 22),
        ("me piden id y no tengo", 0),
    ],
)
def test_who_was_turned_away_hears_of_the_next_one(text: str, age: int) -> None:
    at = Talk()
    at.text(*AT_OFFER)
    before = at.session.service
    at.text(text)
    assert at.session.state is State.OPTIONS_OFFER
    assert at.session.service != before
    assert at.session.age == age


@pytest.mark.parametrize("text", ["they said i can come at 5", "do they only take girls?", "do they take my age"])
def test_what_turns_nobody_away_keeps_the_offer(text: str) -> None:
    at = Talk()
    at.text(*AT_OFFER)
    before = at.session.service
    at.text(text)
    assert at.session.service in {before, ""}


@pytest.mark.parametrize("opening", [("hey", "1"), TO_NEEDS])
@pytest.mark.parametrize(
    "text",
    [
        "the drop in place kicked me out cuz i had a fight",
        "i got banned from the drop in",
        "me vetaron del centro",
        "me corrieron del albergue por una pelea",
    ],
)
def test_place_that_put_somebody_out_is_no_danger(opening: tuple[str, ...], text: str) -> None:
    at = Talk()
    said = at.text(*opening, text)
    assert not at.session.asked & {Concern.VIOLENCE, Concern.EXPLOITATION}
    assert not at.reply.key.startswith(("safety.", "unclear.")), said


def test_hit_at_the_shelter_stays_danger() -> None:
    at = Talk()
    at.text(*TO_NEEDS, "they kicked me out of the shelter and my boyfriend hits me")
    assert at.reply.key.startswith("safety.")


def test_whom_he_hits_says_nothing_of_who_texts() -> None:
    at = Talk()
    at.text(*TO_NEEDS, "no he hits me not her")
    assert Fact.BOY not in at.session.facts
