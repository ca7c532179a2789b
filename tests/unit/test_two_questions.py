"""Two questions in one text are both answered in one reply, where there is room (promise 12)."""

from __future__ import annotations

import pytest

from bot.sms.segments import count
from tests.support.talk import TO_NEEDS, talk


@pytest.mark.parametrize(("text", "words"), [
    ("do u tell my mom and do i need id", ("family", "ID")),
    ("is it free and do they take boys", ("cost", "boys")),
    ("do i need id, and is it free?", ("ID", "cost")),
    ("do i need id? is it free?", ("ID", "cost")),
    ("es gratis y aceptan hombres", ("no cobramos", "hombres")),
])  # fmt: skip
@pytest.mark.parametrize("before", [(), TO_NEEDS])
def test_both_are_answered(before: tuple[str, ...], text: str, words: tuple[str, str]) -> None:
    at = talk(*before, text)
    assert all(word in at.reply.text for word in words)
    assert count(at.reply.text).segments <= 4 and at.reply.text.count("?") <= 1


@pytest.mark.parametrize("text", ["is it free", "is it free and is it free", "is it free and im 16"])
def test_one_question_has_one_answer(text: str) -> None:
    at = talk(*TO_NEEDS, text)
    assert at.reply.text.count("Texting me costs nothing") == 1 and "ID" not in at.reply.text


def test_beside_a_danger_the_numbers_have_the_room() -> None:
    at = talk("he hits me", "is it free and do they take boys")
    assert "911" in at.reply.text
