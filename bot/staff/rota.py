"""Rota: what each colleague has agreed to, week by week and by date. Pure: no storage, no clock.

A day is an ordinal, as `date.toordinal` counts; a time is in minutes after midnight of the team's clock. A shift whose
end is not later than its start ends on the next day. `roster` computes from this who is on call.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple, TypeVar

DAY_MINUTES = 24 * 60
TEAM = "team"
"""In place of a staff id: the entry whose `away` holds the days on which the whole team is closed."""

MOST_ENTRIES = 100
"""Maximum number of entries of each kind of one colleague."""

KEPT_DAYS = 7
"""How long entries of past days are kept."""

_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])|24:00")
_KEY = re.compile(r"([0-9]{1,7})-([0-9]{1,4})-([0-9]{1,4})")

E = TypeVar("E", bound=tuple[Any, ...])


class Span(NamedTuple):
    """Weekly shift: `day` 0 is Monday. `first` and `last` are days, 0 for no limit.

    With `weeks` of 2 it is every second week; the week that holds `first` is one of them. So `first` is not 0 then.
    """

    day: int
    begins: int
    ends: int
    first: int = 0
    last: int = 0
    weeks: int = 1

    def is_on(self, day: int) -> bool:
        """Tell whether the shift begins on this day."""
        in_turn = (week_of(day) - week_of(self.first)) % self.weeks == 0
        return weekday(day) == self.day and self.is_in_force(day) and in_turn

    def is_in_force(self, day: int) -> bool:
        """Tell whether this day is within the limits."""
        return self.first <= day and not 0 < self.last < day


class Shift(NamedTuple):
    """Shift of one date, which begins on `day`."""

    day: int
    begins: int
    ends: int

    @property
    def key(self) -> str:
        """Name for addresses and forms."""
        return f"{self.day}-{self.begins}-{self.ends}"

    @classmethod
    def of_key(cls, key: str) -> Shift | None:
        """Parse a key; None if it is malformed."""
        match = _KEY.fullmatch(key)
        shift = cls(*map(int, match.groups())) if match else None
        return shift if shift and 0 < shift.day <= 3_000_000 and max(shift[1:]) <= DAY_MINUTES else None


class Swap(NamedTuple):
    """Shift that its owner gives to a colleague, who has it from the moment that they accept."""

    day: int
    begins: int
    ends: int
    to: str
    accepted: bool = False

    @property
    def shift(self) -> Shift:
        """The shift that is given."""
        return Shift(*self[:3])


class Days(NamedTuple):
    """Days from the first to the last, both included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Duty:
    """On-call times of one staff member; moments are in epoch seconds, 0 for none.

    `until` ends a manual duty. Before `off_until` weekly and received shifts do not count: one was ended early. At
    `here_at` the colleague said last that they are there.
    """

    spans: tuple[Span, ...] = ()
    until: int = 0
    off_until: int = 0
    once: tuple[Shift, ...] = ()
    away: tuple[Days, ...] = ()
    swaps: tuple[Swap, ...] = ()
    here_at: int = 0

    def is_away(self, day: int) -> bool:
        """Tell whether no shift of theirs begins on this day."""
        return any(days.first <= day <= days.last for days in self.away)

    def swap_of(self, shift: Shift) -> Swap | None:
        """Return the swap of one of their shifts, or None."""
        return next((swap for swap in self.swaps if swap.shift == shift), None)

    def with_swap(self, shift: Shift, swap: Swap | None) -> Duty:
        """Return the duty with this swap of a shift, or with none."""
        others = tuple(one for one in self.swaps if one.shift != shift)
        return replace(self, swaps=(*others, swap) if swap else others)

    def tidied(self, today: int) -> Duty:
        """Return the duty without entries of long past days."""
        since = today - KEPT_DAYS
        return replace(
            self,
            spans=tuple(span for span in self.spans if span.is_in_force(max(since, span.first))),
            once=tuple(shift for shift in self.once if shift.day >= since),
            away=tuple(days for days in self.away if days.last >= since),
            swaps=tuple(swap for swap in self.swaps if swap.day >= since),
        )

    @property
    def is_full(self) -> bool:
        """Tell whether there is more of something than is kept."""
        return max(map(len, (self.spans, self.once, self.away, self.swaps))) > MOST_ENTRIES

    def dump(self) -> dict[str, Any]:
        """Return plain JSON values."""
        lists = {name: [list(one) for one in getattr(self, name)] for name in ("spans", "once", "away", "swaps")}
        return {**lists, "until": self.until, "off_until": self.off_until, "here_at": self.here_at}

    @classmethod
    def load(cls, stored: dict[str, Any]) -> Duty:
        """Build a duty from its stored form, which may be of an earlier or a later release.

        Raise ValueError or TypeError for one that is damaged: it is left out, and the roster of the others goes on.
        """
        duty = cls(
            spans=tuple(Span(*one) for one in _cut(stored, "spans", Span)),
            until=stored.get("until", 0),
            off_until=stored.get("off_until", 0),
            once=tuple(Shift(*one) for one in _cut(stored, "once", Shift)),
            away=tuple(Days(*one) for one in _cut(stored, "away", Days)),
            swaps=tuple(Swap(*one) for one in _cut(stored, "swaps", Swap)),
            here_at=stored.get("here_at", 0),
        )
        entries = (*duty.spans, *duty.once, *duty.away, *(swap.shift for swap in duty.swaps))
        numbers = (duty.until, duty.off_until, duty.here_at, *(number for entry in entries for number in entry))
        if not all(isinstance(number, int) for number in numbers) or not all(span.weeks > 0 for span in duty.spans):
            raise ValueError("no numbers")
        return duty


def _cut(stored: dict[str, Any], name: str, kind: Any) -> list[list[Any]]:
    """Return the entries of a list, without the fields that a later release has added."""
    return [one[: len(kind._fields)] for one in stored.get(name, ())]


def added(entries: tuple[E, ...], *more: E) -> tuple[E, ...]:
    """Return the entries and more of them, each once and in order."""
    return tuple(sorted({*entries, *more}))


def weekday(day: int) -> int:
    """Return the day of the week, 0 for Monday."""
    return (day - 1) % 7


def week_of(day: int) -> int:
    """Return the number of the week, counted without a break from year to year. Weeks begin on Monday."""
    return (day - 1) // 7


def read_time(text: str) -> int | None:
    """Return the minutes after midnight of a time like 18:30; None if it is not a time."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    return int(match[1]) * 60 + int(match[2]) if match[1] else DAY_MINUTES


def next_at(local: datetime, minute: int) -> datetime:
    """Return the next time at which the team's clock shows `minute` minutes after midnight."""
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    days, rest = divmod(minute, DAY_MINUTES)
    then = (midnight + timedelta(days=days)).replace(hour=rest // 60, minute=rest % 60)
    return then if then > local else then + timedelta(days=1)


def read_hours(hours: str) -> tuple[int, int]:
    """Parse hours that were validated before, like 09:00-21:00; "" is all day."""
    begins, _, ends = (hours or "00:00-24:00").partition("-")
    return read_time(begins) or 0, read_time(ends) or 0


def clock(minute: int) -> str:
    """Format minutes after midnight as a time like 18:30."""
    return f"{minute // 60:02}:{minute % 60:02}"


def grouped(spans: Iterable[Span]) -> list[tuple[Span, ...]]:
    """Put together the weekly shifts that differ in their day alone, in the order of the week."""
    groups: dict[tuple[int, ...], list[Span]] = {}
    for span in sorted(spans):
        groups.setdefault(span[1:], []).append(span)
    return [tuple(group) for group in groups.values()]
