"""The first menu is read at a glance, and whatever is behind it is heard there as well."""

from __future__ import annotations

import pytest

from bot.flows.names import State
from bot.flows.needs import FIRST, GROUPS
from tests.support.talk import TO_NEEDS, talk

BEHIND = {
    "health": State.NEEDS_HEALTH, "papers, law, money": State.NEEDS_PAPERS, "law": State.NEEDS_PAPERS,
    "school or work": State.NEEDS_SCHOOL, "Health": State.NEEDS_HEALTH,
}  # fmt: skip


def test_first_menu_has_four_choices_more_and_not_now() -> None:
    at = talk(*TO_NEEDS)
    choices = [line for line in at.reply.text.split("\n") if line[:1].isdigit()]
    assert len(choices) == len(FIRST) + 1 == 6
    assert choices[-2:] == ["5 More", "6 Not now"]


def test_every_group_is_one_choice_away_or_behind_more() -> None:
    reached = set()
    for digit in range(1, 6):
        reached.add(talk(*TO_NEEDS, str(digit)).session.state)
    for digit in range(1, 4):
        reached.add(talk(*TO_NEEDS, "5", str(digit)).session.state)
    assert reached == {state for state, _ in GROUPS.values()}


@pytest.mark.parametrize(("text", "state"), BEHIND.items())
def test_group_behind_more_is_heard_in_words(text: str, state: State) -> None:
    assert talk(*TO_NEEDS, text).session.state is state


def test_digit_of_a_choice_that_is_not_shown_is_not_understood() -> None:
    assert talk(*TO_NEEDS, "7").reply.key == "unclear.rephrase"


@pytest.mark.parametrize("text", ["ok", "yes", "sure", "k"])
def test_yes_to_the_limits_beside_the_city_asks_for_the_city_again(text: str) -> None:
    at = talk("i need food", "1")
    assert at.reply.key == "needs.area_first"
    assert "No city is fine too" in at.text(text)
    assert at.reply.key == "needs.area_open"
    at.text("92701")
    assert at.session.state is State.OPTIONS_OFFER
