"""What stands beside a service on offer: how this person reaches it, and the next one that fits."""

from __future__ import annotations

import re

import pytest

from tests.support.talk import talk


@pytest.mark.parametrize("text", ["i can only text", "i cant call", "text only pls i cant talk out loud"])
def test_who_cannot_call_gets_a_number_for_texts(text: str) -> None:
    at = talk("i need somewhere to sleep", "1", "92701", text, "another")
    assert not re.search(r"Call \d", at.reply.text)


def test_next_service_stands_beside_the_first() -> None:
    at = talk("i need a place to sleep tonight", "1", "92701")
    first = at.reply.text
    other = re.search(r"Or (?:[^:\n]+: )?([\d-]+)\.", first)
    assert other
    assert other[1] in at.text("another"), "the one named beside comes next"


def test_name_beside_says_no_word_for_a_person() -> None:
    for need in ("a place to sleep", "food", "someone to talk to", "a lawyer", "a doctor"):
        said = talk(f"i need {need}", "1", "92701").reply.text
        assert not re.search(r"Or [^:\n]*(?:traffick|victim|abus)", said, re.IGNORECASE)
