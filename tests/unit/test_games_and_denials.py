"""What only sounds like danger: a shot in a game, fear of a thing, a denial, an adult without a bed."""

from __future__ import annotations

import pytest

from bot.flows.names import Concern, Level
from bot.understanding.hearing import confirmed
from bot.understanding.signals import Signal, strongest
from tests.support.talk import talk


class Sure:
    """A local model that is sure of every emergency."""

    def confirms(self, concern: Concern) -> bool:
        """Agree to all."""
        return True


@pytest.mark.parametrize(
    "text",
    ["bro they raided my base n shot me in rust", "bro i got shot in the head en free fire", "im scared of my closet",
     "im so scared of my math test", "terrified of my own cooking lol"],
)  # fmt: skip
def test_game_and_fear_of_a_thing_are_no_emergency(text: str) -> None:
    assert not talk("hey", "1", "1", text).reply.key.startswith("safety.")


@pytest.mark.parametrize("text", ["im scared of my dad", "afraid of my boyfriend", "i got shot in the leg"])
def test_fear_of_a_person_and_a_wound_are_heard(text: str) -> None:
    assert talk("hey", "1", "1", text).reply.key.startswith("safety.")


def test_model_confirms_no_danger_that_is_denied() -> None:
    asked = Signal(Concern.SELF_HARM, Level.ASK)
    assert confirmed(asked, Sure()) == Signal(Concern.SELF_HARM, Level.ALARM)  # type: ignore[arg-type]
    assert confirmed(asked._replace(denied=True), Sure()) == asked._replace(denied=True)  # type: ignore[arg-type]


def test_what_is_told_beside_a_denial_counts() -> None:
    told = Signal(Concern.SELF_HARM, Level.ASK)
    assert strongest([told._replace(denied=True), told]) == told


@pytest.mark.parametrize("texts", [("im 20 n i need a bed tonight",), ("im 22", "got kicked out tonight")])
def test_adult_without_a_bed_is_looked_one_for_at_once(texts: tuple[str, ...]) -> None:
    assert talk("hey", "1", "1", *texts).reply.key.startswith(("needs.", "options."))
