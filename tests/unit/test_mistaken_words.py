"""Words that only look like a blow, and ages that only look like other numbers."""

from __future__ import annotations

import pytest

from tests.support.talk import TO_NEEDS, talk


@pytest.mark.parametrize(
    "text",
    [
        "lemme hit you up later",
        "ima hit u up tmrw",
        "ill hit yall up after class",
        "lemme hit you up later, ando ocupada",
    ],
)
def test_getting_in_touch_is_no_danger(text: str) -> None:
    at = talk(*TO_NEEDS, text)
    assert not at.reply.key.startswith("safety.")


@pytest.mark.parametrize("text", ["he hit me up against the wall", "he hits me", "he hit me with a belt"])
def test_a_blow_is_one(text: str) -> None:
    at = talk(*TO_NEEDS, text)
    assert at.reply.key.startswith("safety.")


@pytest.mark.parametrize(
    "text", ["im 12 now", "im only 11 now", "just turned 12 on sunday", "acabo de cumplir 12 el domingo"]
)
def test_child_who_tells_its_age_is_heard(text: str) -> None:
    assert talk(*TO_NEEDS, text).session.young


@pytest.mark.parametrize("text", ["im 4 now", "im 9 years clean", "cumpli 12 hace 3 anos", "im 12 hours away"])
def test_number_that_is_no_age_of_a_child_is_none(text: str) -> None:
    assert not talk(*TO_NEEDS, text).session.young
