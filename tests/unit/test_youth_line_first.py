"""Somebody known to be under 18 who needs a place to sleep hears of the line for young people before others."""

from __future__ import annotations

import pytest

from bot.flows.names import State
from tests.support.talk import TO_NEEDS, Talk

YOUTH, ANYBODY = "1-800-786-2929", "211"
TO_NEEDS_ES = ("hola", "si")


def first_number(said: str) -> str:
    return min((number for number in (YOUTH, ANYBODY) if number in said), key=said.index)


@pytest.mark.parametrize(
    "texts",
    [
        (*TO_NEEDS, "i dont have a place tonight", "im 15", "seattle"),
        (*TO_NEEDS, "im 16", "need somewhere to sleep", "seattle"),
        (*TO_NEEDS, "i need a place tonight im 17", "boise"),
        (*TO_NEEDS, "im a minor", "need a place to stay", "reno"),
        (*TO_NEEDS_ES, "necesito donde dormir hoy", "tengo 15", "seattle"),
        (*TO_NEEDS_ES, "soy menor de edad y necesito donde quedarme", "houston"),
    ],
)
def test_minor_without_a_place_is_offered_the_youth_line_first(texts: tuple[str, ...]) -> None:
    at = Talk()
    said = at.text(*texts)
    assert at.session.state is State.OPTIONS_OFFER
    assert first_number(said) == YOUTH


@pytest.mark.parametrize(
    "texts",
    [
        (*TO_NEEDS, "im 23", "need somewhere to sleep", "seattle"),
        (*TO_NEEDS, "im 15", "i need food", "seattle"),
        (*TO_NEEDS_ES, "necesito donde dormir hoy", "tengo 23", "seattle"),
    ],
)
def test_line_for_anybody_stays_first_for_others(texts: tuple[str, ...]) -> None:
    assert first_number(Talk().text(*texts)) == ANYBODY
