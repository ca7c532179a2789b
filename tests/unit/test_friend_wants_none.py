"""A friend who tells that she wants no help is no stranger who holds the phone."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk


@pytest.mark.parametrize(
    ("friend", "text"),
    [
        ("a mi amiga la golpea su novio", "ella no quiere ayuda dice q lo ama"),
        ("my friend is selling herself", "she doesnt want help she says she loves him"),
    ],
)
def test_a_friend_is_answered(friend: str, text: str) -> None:
    at = talk(*TO_NEEDS, friend)
    assert at.text(text) and at.reply.key.startswith("guide.helping_a_friend")


@pytest.mark.parametrize("text", ["she dont need help dont text this phone again", "ella no quiere hablar con ustedes"])
def test_who_forbids_texts_is_somebody_else(text: str) -> None:
    assert talk(*TO_NEEDS, "my friend is selling herself", text).reply.key == "safety.holder"


def test_where_no_friend_was_told_of_it_may_be_somebody_else() -> None:
    assert talk(*TO_NEEDS, "ella no quiere ayuda").reply.key == "safety.holder"
