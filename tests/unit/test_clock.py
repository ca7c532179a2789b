"""The steady clock: a jump of the time of day moves nothing, a correction and a lasting change do."""

from __future__ import annotations

import pytest

from bot.runtime.clock import PATIENCE_SECONDS, SteadyClock


class Machine:
    """A machine whose time of day can be set."""

    def __init__(self) -> None:
        self.ticks, self.lead = 1000.0, 1_800_000_000.0
        self.clock = SteadyClock(lambda: self.ticks + self.lead, lambda: self.ticks)
        self.began = self.clock()

    def passes(self, seconds: float) -> int:
        """Let time pass, and return how far the clock has come."""
        self.ticks += seconds
        return self.clock() - self.began


@pytest.mark.parametrize("jump", [3600, -3600, 60, -60, 5, 86_400, -86_400, 10**9])
def test_jump_for_some_seconds_moves_nothing(jump: float) -> None:
    machine = Machine()
    machine.lead += jump
    assert [machine.passes(1) for _ in range(10)] == list(range(1, 11))
    machine.lead -= jump
    assert machine.passes(1) == 11
    machine.lead += jump
    assert machine.passes(PATIENCE_SECONDS - 1) == 11 + PATIENCE_SECONDS - 1


def test_small_corrections_are_followed() -> None:
    machine = Machine()
    for _ in range(20):
        machine.lead += 1.5
        machine.passes(0)
    assert machine.passes(0) == 30


def test_lasting_change_is_followed_in_the_end() -> None:
    machine = Machine()
    machine.lead += 7200
    machine.passes(1)
    assert machine.passes(PATIENCE_SECONDS) == 7200 + 1 + PATIENCE_SECONDS
    assert machine.passes(1) == 7200 + 2 + PATIENCE_SECONDS


def test_time_that_jumps_about_is_not_followed() -> None:
    machine = Machine()
    for number in range(20):
        machine.lead += 1000 * (number + 1)
        machine.passes(PATIENCE_SECONDS / 2)
    assert machine.passes(0) == 20 * PATIENCE_SECONDS / 2
