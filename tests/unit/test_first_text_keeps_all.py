"""A first text with a sick baby, a need and a town keeps all three; who is kicked out is not wounded."""

from __future__ import annotations

import pytest

from tests.support.talk import talk


@pytest.mark.parametrize(
    "text",
    ["my baby is sick and i need a place in dallas", "i need a place near phoenix",
     "mi bebe esta enfermo y necesito un lugar en dallas"],
)  # fmt: skip
def test_the_need_is_kept(text: str) -> None:
    at = talk(text)
    assert at.reply.key == "welcome.heard" and at.session.needs


@pytest.mark.parametrize(
    "text", ["im pregnant and my bf kicked me out", "im 17 n pregnant and my bf kicked me n my baby out"]
)
def test_kicked_out_is_no_kick(text: str) -> None:
    assert talk(text).reply.key != "safety.medical"


@pytest.mark.parametrize("text", ["im pregnant and he kicked me", "im pregnant he kicked me out and im bleeding"])
def test_a_kick_is(text: str) -> None:
    assert talk(text).reply.key == "safety.medical" or "911" in talk(text).reply.text


@pytest.mark.parametrize("text", ["yes", "yeah"])
def test_yes_to_are_you_safe_goes_on_with_what_was_told(text: str) -> None:
    at = talk("i owe him 4k and he says i gotta make 800 a nite", text)
    assert at.reply.key == "welcome.limits"


def test_a_friend_who_is_sold_gets_no_line_for_suicide() -> None:
    assert "988" not in talk("hi", "1", "ok", "my roommate gets sold by her bf").reply.text
    assert "988" in talk("hi", "1", "ok", "my friend wants to kill herself").reply.text
