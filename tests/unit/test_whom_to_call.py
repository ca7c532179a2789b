"""Whom this line is not to call takes no hotline away; who cannot call at all still gets numbers to text."""

from __future__ import annotations

import pytest

from bot.flows.names import Fact
from tests.support.talk import talk


@pytest.mark.parametrize(("before", "text"), [
    ("he hits me", "dont call my dad"), ("he hits me", "dont call my mama she works there"),
    ("he hits me", "im scared to call her"), ("he hits me", "im scared to call my sister"),
    ("he hits me", "pls dont call cps"), ("he hits me", "so i cant call no cops"), ("he hits me", "they call me names"),
    ("mi novio me pega", "no llamen a mi mama"), ("mi novio me pega", "no le marquen a mi papa"),
    ("mi novio me pega", "me da miedo llamarla"), ("mi novio me pega", "no le hablen a mi jefe"),
])  # fmt: skip
def test_whom_not_to_call_leaves_the_numbers(before: str, text: str) -> None:
    said = talk(before, text)
    assert Fact.TEXT_ONLY not in said.session.facts
    assert "1-8" in said.reply.text and said.reply.key not in {"safety.friend", "aside.can_text_instead_of_call"}


@pytest.mark.parametrize(("before", "text"), [
    ("he hits me", "i cant call"), ("he hits me", "i cant talk on the phone"),
    ("mi novio me pega", "no puedo llamar me oyen"),
])  # fmt: skip
def test_who_cannot_call_is_told_where_to_text(before: str, text: str) -> None:
    reply = talk(before, text).reply
    assert reply.key == "safety.now.quietly" and "911" in reply.text
