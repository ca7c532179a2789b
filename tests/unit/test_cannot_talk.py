"""Who cannot talk: because somebody is beside them, or because they cannot call."""

import pytest

from tests.support.talk import TO_NEEDS, talk


@pytest.mark.parametrize(
    "text",
    [
        "no puedo hablar lo tengo al lado",
        "no puedo hablar mi novio esta aqui enfrente",
        "cant talk hes sitting next to me",
        "i cant talk he is right here w me",
    ],
)
def test_who_cannot_talk_beside_somebody_gets_a_bland_line(text: str) -> None:
    assert not talk(*TO_NEEDS, text).session.safe


@pytest.mark.parametrize("text", ["no puedo llamar, prefiero texto", "i cant talk on the phone can we text"])
def test_who_only_cannot_call_is_told_of_texts(text: str) -> None:
    at = talk(*TO_NEEDS, text)
    assert at.session.safe and "233733" in at.reply.text
