"""Roster: who is on call at a moment, who is when, and the gaps. Computed from the rota; pure: no storage, no clock.

Everyone who asks who is on call asks here: alerts, pages and sessions. Days and minutes are as in `rota`, moments in
epoch seconds. Where the clock is put back, a time that it shows twice is the first of the two; where it is put forward,
a time that it skips is the moment of the change. So shifts that meet on the clock meet in time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from bot.staff.rota import TEAM, Duty, Shift


class Stretch(NamedTuple):
    """Time from one moment to another."""

    begins: int
    ends: int


class Turn(NamedTuple):
    """Shift of one date with the moments at which it begins and ends.

    `owner` has it on their rota. `holder` is on call: the owner, or who accepted it. `asked` has not accepted it yet.
    """

    begins: int
    ends: int
    holder: str
    owner: str
    shift: Shift
    asked: str = ""

    def runs(self, at: int) -> bool:
        """Tell whether it has begun and not ended."""
        return self.begins <= at < self.ends


_NONE = Duty()


@dataclass(frozen=True, slots=True)
class Roster:
    """The rota of the team. `people` are the ids of those who can be on call; others in `duties` do not count."""

    duties: Mapping[str, Duty]
    people: frozenset[str]
    zone: tzinfo

    def duty(self, who: str) -> Duty:
        """Return what a colleague has on the rota."""
        return self.duties.get(who, _NONE)

    def on_call(self, at: int) -> frozenset[str] | None:
        """Return the staff ids on call at a moment; None if there is no rota at all.

        There is one while a weekly shift is in force: not before its first day, so planning changes no alert.
        """
        on = frozenset(self._by_hand(at)) | {turn.holder for turn in self.running(at)}
        today = self.day(at)
        planned = any(span.is_in_force(today) for who in self.people for span in self.duty(who).spans)
        return on if on or planned else None

    def running(self, at: int) -> list[Turn]:
        """Return the shifts that run at a moment."""
        today = self.day(at)
        return [turn for turn in self.turns(today - 1, today) if turn.runs(at)]

    def turns(self, first: int, last: int) -> list[Turn]:
        """Return the shifts that begin on these days, in the order of time."""
        owners = [who for who in self.duties if who != TEAM]
        return sorted(turn for day in range(first, last + 1) for who in owners for turn in self._turns(who, day))

    def is_closed(self, day: int) -> bool:
        """Tell whether the whole team is closed on this day: its hours and weekly shifts do not count."""
        return self.duty(TEAM).is_away(day)

    def began(self, who: str, at: int) -> int:
        """Return when the shift began that has a colleague on call; 0 if none has.

        Shifts without a break between them are one. It is looked for two days back.
        """
        today = self.day(at)
        mine = merged(turn[:2] for turn in self.turns(today - 2, today) if turn.holder == who)
        return next((stretch.begins for stretch in mine if stretch.begins <= at < stretch.ends), 0)

    def not_here(self, at: int) -> dict[str, int]:
        """Return who is on call by a shift and has not said that they are there, with when it began."""
        began = {turn.holder: self.began(turn.holder, at) for turn in self.running(at)}
        return {who: begun for who, begun in began.items() if self.duty(who).here_at < begun}

    def ended(self, who: str, at: int, duty: Duty) -> Duty:
        """Return the duty without what puts a colleague on call now; what begins later is as before."""
        running = [turn for turn in self.running(at) if turn.holder == who]
        once = {turn.shift for turn in running if turn.owner == who and turn.shift in duty.once}
        ends = max((turn.ends for turn in running if turn.owner != who or turn.shift not in once), default=0)
        left = tuple(shift for shift in duty.once if shift not in once)
        return replace(duty, until=0, off_until=max(duty.off_until, ends), once=left)

    def opens(self, hours: tuple[int, int], at: int) -> int:
        """Return when the team's hours begin next; `at` itself while they run.

        Hours belong to the day on which they begin. The clock may skip all of them.
        """
        today = self.day(at)
        last = max((days.last for days in self.duty(TEAM).away), default=today)
        open_days = (day for day in range(today - 1, max(last, today) + 3) if not self.is_closed(day))
        runs = (self.stretch(Shift(day, *hours)) for day in open_days)
        return next(max(stretch.begins, at) for stretch in runs if stretch.ends > max(at, stretch.begins))

    def gaps(self, hours: tuple[int, int], now: int, last: int) -> list[Stretch]:
        """Return the parts of the team's `hours` that nobody covers, from `now` to the hours of the day `last`."""
        today = self.day(now)
        by_hand = [(now, self.duty(who).until) for who in self._by_hand(now)]
        covered = merged([*(turn[:2] for turn in self.turns(today - 2, last + 1)), *by_hand])
        wanted = (
            self.stretch(Shift(day, *hours)) for day in range(today - 1, last + 1) if not self.is_closed(day)
        )  # fmt: skip
        return [gap for begins, ends in wanted for gap in uncovered(Stretch(max(begins, now), ends), covered)]

    def stretch(self, shift: Shift) -> Stretch:
        """Return when a shift begins and ends."""
        over = shift.begins >= shift.ends
        return Stretch(
            instant(shift.day, shift.begins, self.zone), instant(shift.day + over, shift.ends, self.zone)
        )  # fmt: skip

    def shift(self, stretch: Stretch) -> Shift:
        """Return the shift of one date for a stretch of no more than a day."""
        (day, begins), (last, ends) = map(self._shown, stretch)
        # where the clock skips midnight, the end is shown later than a day after the start
        return Shift(day, begins, ends if last == day else min(begins, ends))

    def day(self, at: int) -> int:
        """Return the day of a moment."""
        return datetime.fromtimestamp(at, self.zone).toordinal()

    def _shown(self, at: int) -> tuple[int, int]:
        local = datetime.fromtimestamp(at, self.zone)
        return local.toordinal(), local.hour * 60 + local.minute

    def _by_hand(self, at: int) -> list[str]:
        return [who for who in self.people if self.duty(who).until > at]

    def _turns(self, who: str, day: int) -> Iterator[Turn]:
        """Yield the shifts on a colleague's rota that begin on a day and are had by someone who can be on call."""
        duty = self.duty(who)
        weekly = [] if self.is_closed(day) else [span for span in duty.spans if span.is_on(day)]
        once = [shift for shift in duty.once if shift.day == day]
        for shift in dict.fromkeys([*(Shift(day, span.begins, span.ends) for span in weekly), *once]):
            swap = duty.swap_of(shift)
            asked = swap.to if swap and swap.to in self.people else ""
            given = bool(swap and swap.accepted and asked)
            holder = asked if given else who
            if holder not in self.people or self.duty(holder).is_away(day):
                continue
            begins, ends = self.stretch(shift)
            if given or shift not in once:
                begins = max(begins, self.duty(holder).off_until)
            if begins < ends:
                yield Turn(begins, ends, holder, who, shift, "" if given else asked)


def instant(day: int, minute: int, zone: tzinfo) -> int:
    """Return the first moment at which the clock shows this time, or the change of the clock that skips it."""
    wall = datetime.combine(date.fromordinal(day), time()) + timedelta(minutes=minute)

    def shown(at: int) -> datetime:
        return datetime.fromtimestamp(at, zone).replace(tzinfo=None)

    first = int(wall.replace(tzinfo=zone).timestamp())
    if shown(first) == wall:
        return first
    early = int(wall.replace(tzinfo=zone, fold=1).timestamp())
    return early + bisect_left(range(early, first), wall, key=shown)


def merged(stretches: Iterable[tuple[int, int]]) -> list[Stretch]:
    """Return the same time in as few stretches as it takes, in order."""
    found: list[Stretch] = []
    for begins, ends in sorted(stretches):
        if found and begins <= found[-1].ends:
            found[-1] = Stretch(found[-1].begins, max(found[-1].ends, ends))
        else:
            found.append(Stretch(begins, ends))
    return found


def uncovered(wanted: Stretch, covered: Iterable[Stretch]) -> list[Stretch]:
    """Return the parts of `wanted` that are not covered. `covered` is in order and has no overlaps."""
    left, at = [], wanted.begins
    for begins, ends in covered:
        if begins < wanted.ends and ends > at:
            if begins > at:
                left.append(Stretch(at, begins))
            at = ends
    return [*left, Stretch(at, wanted.ends)] if at < wanted.ends else left
