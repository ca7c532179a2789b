"""The check of words counts each placeholder at its longest, in every language: none may be forgotten."""

from __future__ import annotations

import pytest

from bot.content.remark_rules import REMARK_FILLS
from bot.content.worst_case import OF_DANGERS, Longest
from bot.conversation.help_lines import HELP_BY
from bot.flows.machine import PLACES
from tests.support.content import SHIPPED

NAMES = frozenset().union(*REMARK_FILLS.values(), *(place.rules.allowed for place in PLACES.values()))
SHARES_ROOM = frozenset({"answer", "call", "heard", "other"})
"""An answer at an offer takes what room there is, and the parts of an offer take theirs from its reasons."""


@pytest.mark.parametrize("code", ["en", "es"])
def test_every_placeholder_has_a_longest_value(code: str) -> None:
    longest = Longest(code, SHIPPED.catalog.languages[code])
    assert {name for name in NAMES if not longest.value(name)} <= SHARES_ROOM


def test_line_of_every_danger_counts() -> None:
    pieces = {f"help.{hazard}" for hazard in HELP_BY}
    shipped = SHIPPED.catalog.languages["en"].sheet.pieces
    assert {piece for piece in pieces if piece in shipped} <= set(OF_DANGERS)
