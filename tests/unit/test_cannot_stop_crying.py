"""Who cannot stop crying is asked one gentle question, with the numbers in it, and sets off no alarm."""

import pytest

from bot.flows.names import State
from tests.support.talk import TO_NEEDS, talk


@pytest.mark.parametrize("text", ["cant stop crying", "i cant stop crying", "i just cant stop crying rn"])
def test_question_with_numbers_is_asked(text: str) -> None:
    at = talk(*TO_NEEDS, text)
    assert at.session.state is State.SAFETY_ASK
    assert "988" in at.reply.text and "911" in at.reply.text
