"""How to reach them, inside a guide or a danger, means the people named there, not a service offered before."""

from __future__ import annotations

import pytest

from bot.flows.guides import REACH, line_of
from bot.flows.names import Guide
from tests.support.talk import TO_NEEDS, talk

AN_OFFER = (*TO_NEEDS, "i need food", "los angeles")
ASKS = ("How to reach them", "how do i reach them", "whats their number again", "how do i call those people",
        "y como les hablo a esas personas", "a que numero llamo", "Dame el contacto")  # fmt: skip


@pytest.mark.parametrize("text", ASKS)
@pytest.mark.parametrize("before", [TO_NEEDS, AN_OFFER], ids=["menu", "offer"])
def test_those_who_plan_the_leaving(before: tuple[str, ...], text: str) -> None:
    at = talk(*before, "how do i leave without him knowing")
    at.text(text)
    assert at.reply.key == REACH and at.session.guide is Guide.LEAVING
    assert "1-888-373-7888" in at.reply.text and "233733" in at.reply.text and "211" not in at.reply.text
    at.text("1")
    assert at.reply.key == "guide.leaving.2", "the guide goes on"


@pytest.mark.parametrize("text", ASKS)
def test_at_an_offer_it_is_the_one_on_offer(text: str) -> None:
    assert talk(*AN_OFFER).text(text).find("211") >= 0


@pytest.mark.parametrize("text", ["How to reach them", "Dame el contacto", "how do i reach them"])
@pytest.mark.parametrize(
    ("danger", "number"),
    [("he hits me", "1-888-373-7888"), ("i want to die", "988"), ("someone is threatening to leak my nudes", "233733")],
)
def test_in_a_danger_it_is_the_line_for_it(danger: str, number: str, text: str) -> None:
    at = talk(*AN_OFFER, danger, text)
    assert at.reply.key.startswith(("safety.", "aside.where_to_call")) and number in at.reply.text


def test_each_guide_has_a_line() -> None:
    assert {line_of(guide) for guide in Guide} == {
        "hurt_now", "abuse_told", "medical", "no_place", "self_harm", "missing",
    }  # fmt: skip
