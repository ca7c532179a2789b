"""The check at the start of a shift: the colleague says that they are there; otherwise leads see who has not."""

from __future__ import annotations

from dataclasses import dataclass

from bot.staff.accounts import Role
from bot.staff.roster import Roster
from bot.web.base import local_time, names
from bot.web.current import runtime
from bot.web.staff import me

PATIENCE_SECONDS = 15 * 60
"""How long after the start of a shift leads see that a colleague has not said that they are there."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Colleague whose shift has begun, and who has not said that they are there."""

    name: str
    began: str


@dataclass(frozen=True, slots=True)
class ShiftCheck:
    """`began` is the time at which one's own shift began, "" if there is nothing to ask. `missing` is for leads."""

    began: str
    missing: tuple[Missing, ...]
    can_test: bool


def shift_check(roster: Roster) -> ShiftCheck:
    """Return what a page asks the colleague, and whom a lead has to look for."""
    now = runtime().clock()
    begun = roster.not_here(now)
    late = {who: at for who, at in begun.items() if who != me().id and now - at >= PATIENCE_SECONDS}
    missing = [Missing(names().get(who, "A colleague"), _clock(at)) for who, at in late.items()]
    return ShiftCheck(
        _clock(begun[me().id]) if me().id in begun else "",
        tuple(sorted(missing, key=lambda one: one.name.casefold())) if me().may({Role.LEAD}) else (),
        bool(runtime().settings.vapid_key),
    )


def _clock(at: int) -> str:
    return local_time(at).strftime("%a %H:%M")
