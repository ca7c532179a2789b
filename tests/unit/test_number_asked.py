"""Who asks for the number and nothing else gets it first; a phone that dies skips what would be asked."""

from __future__ import annotations

import pytest

from bot.conversation.meant_here.wrote import in_words
from bot.understanding.number_asked import asks_number
from tests.support.shipped import LEXICON
from tests.support.talk import talk

ASKS = (
    "just the number", "whats the number again just the number", "phone dying whats the number", "number please",
    "give me a number to call quick", "dame nomas el numero", "cual es el numero",
    "se me acaba la pila cual es el numero",
    "a quien llamo en espanol",
)  # fmt: skip


@pytest.mark.parametrize("text", ASKS)
def test_a_number_is_told_first(text: str) -> None:
    at = talk("my man sells me", text)
    assert at.reply.key == "aside.where_to_call" and "1-888-373-7888" in at.reply.text[:60]
    assert any(number in talk(text).reply.text for number in ("988", "1-888"))


@pytest.mark.parametrize("text", ["battery 3%", "se me muere el cel", "whats the number"])
def test_where_a_city_is_asked_a_national_line_is_told(text: str) -> None:
    at = talk("i need food", "ok", text)
    assert at.reply.key == "options.offer" and "211" in at.reply.text


def test_the_number_of_an_offer_is_its_own() -> None:
    assert talk("i need food", "ok", "battery 3%", "just the number").reply.key == "options.contact"


@pytest.mark.parametrize(
    "text",
    ["whats your number", "i lost my phone number", "wrong number", "is there a number for food", "he has my number",
     "mi numero es 5551234", "number 2", "no tengo numero", "what number do they call from"],
)  # fmt: skip
def test_other_numbers_are_none(text: str) -> None:
    assert not asks_number(in_words(text, LEXICON).said)
