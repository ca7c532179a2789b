"""A person who is refused is not brought in, and who asks for one is not refused."""

from __future__ import annotations

import pytest

from bot.flows.names import State
from tests.support.talk import TO_NEEDS, talk

REFUSED = [
    "i dont want a person",
    "please dont get anyone",
    "dont bring nobody into this",
    "i dont wanna talk to a human",
    "no person please",
    "rather not talk to anyone",
    "no quiero hablar con una persona",
    "no me pasen con nadie",
    "sin trabajadora por favor",
    "no llamen a nadie",
]
ASKED_FOR = [
    "i dont wanna talk to a bot i want a person",
    "i need a person not a bot",
    "can i not talk to a person",
    "i dont want anyone to know, can i talk to a person",
    "no quiero un bot quiero una persona",
]


@pytest.fixture(scope="module")
def with_person() -> State:
    """Return the state in which somebody who asks for a person is."""
    return talk(*TO_NEEDS, "person").session.state


@pytest.mark.parametrize("text", REFUSED)
def test_refused_person_is_not_brought_in(text: str, with_person: State) -> None:
    assert talk(*TO_NEEDS, text).session.state is not with_person


@pytest.mark.parametrize("text", ASKED_FOR)
def test_person_who_is_asked_for_is_offered(text: str, with_person: State) -> None:
    assert talk(*TO_NEEDS, text).session.state is with_person
