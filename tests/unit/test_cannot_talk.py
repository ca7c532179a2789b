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


@pytest.mark.parametrize(
    "text",
    [
        "no puedo llamar me oye", "cant call he can hear me", "i cant call they will hear me",
        "i cant talk he in the next room can u text tho", "cant talk he can hear me but i can text",
        "no puedo hablar, me escucha, pero si escribir", "no puedo marcar mi papa puede oirme",
    ],
)  # fmt: skip
def test_whose_call_is_overheard_is_told_of_texts_and_not_left_in_silence(text: str) -> None:
    """Silence is for somebody who comes near or reads along: a text is the one way that is left here."""
    assert "233733" in talk(*TO_NEEDS, text).reply.text
    assert talk(text).reply.text


@pytest.mark.parametrize(
    "text",
    [
        "he can hear me dont text", "cant talk rn he can hear me", "cant call hes right here he can hear me dont text",
        "me oye no escribas", "no puedo llamar me oye luego te escribo",
    ],
)  # fmt: skip
def test_who_wants_quiet_gets_quiet(text: str) -> None:
    assert not talk(*TO_NEEDS, text).reply.text
