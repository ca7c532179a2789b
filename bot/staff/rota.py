"""Rota: weekly spans in the team's time zone, and a manual "on call until". Pure: no storage, no clock."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple

DAY_MINUTES = 24 * 60
MOST_SPANS = 4
"""Maximum number of spans of one staff member in one day."""

_OFF = frozenset({"", "-", "off"})
_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])|24:00")


class Span(NamedTuple):
    """Weekly on-call span: `day` 0 is Monday; minutes after midnight. An end that is not later is on the next day."""

    day: int
    begins: int
    ends: int

    def covers(self, local: datetime) -> bool:
        """Tell whether the span covers this time of the team's clock."""
        minute, day = local.hour * 60 + local.minute, local.weekday()
        if self.begins < self.ends:
            return day == self.day and self.begins <= minute < self.ends
        began = day == self.day and minute >= self.begins
        return began or (day == (self.day + 1) % 7 and minute < self.ends)


class Stretch(NamedTuple):
    """Part of one day, in minutes after midnight; the day ends at 24:00."""

    begins: int
    ends: int


@dataclass(frozen=True, slots=True)
class Duty:
    """On-call times of one staff member, in epoch seconds; 0 for none.

    `until` ends a manual duty. Before `off_until` the weekly spans do not count: the shift was ended early.
    """

    spans: tuple[Span, ...] = ()
    until: int = 0
    off_until: int = 0

    def covers(self, local: datetime) -> bool:
        """Tell whether the weekly spans put them on call at this time of the team's clock."""
        return self.off_until <= local.timestamp() and any(span.covers(local) for span in self.spans)

    def ended(self, local: datetime) -> Duty:
        """Return the duty without what puts them on call now: next week's spans are as before."""
        running = [span for span in self.spans if span.covers(local)]
        ends = max((int(next_at(local, span.ends).timestamp()) for span in running), default=0)
        return replace(self, until=0, off_until=ends)

    def dump(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {"spans": [list(span) for span in self.spans], "until": self.until, "off_until": self.off_until}

    @classmethod
    def load(cls, stored: dict[str, Any]) -> Duty:
        """Build a duty from its stored form."""
        spans = (Span(*span[: len(Span._fields)]) for span in stored.get("spans", ()))
        return cls(tuple(spans), stored.get("until", 0), stored.get("off_until", 0))


def on_duty(duties: Mapping[str, Duty], local: datetime) -> frozenset[str] | None:
    """Return the staff ids on call at `local`, an aware time of the team's clock; None if there is no rota at all.

    In the hour that daylight saving repeats or skips, spans follow the wall clock.
    """
    now = local.timestamp()
    by_hand = frozenset(who for who, duty in duties.items() if duty.until > now)
    if not by_hand and not any(duty.spans for duty in duties.values()):
        return None
    return by_hand | {who for who, duty in duties.items() if duty.covers(local)}


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


# The week


def on_day(spans: Iterable[Span], day: int) -> list[Stretch]:
    """Return the parts of these spans on `day`, in order. A span over midnight has parts on two days."""
    found = []
    for span in spans:
        over = span.begins >= span.ends
        if span.day == day:
            found.append(Stretch(span.begins, DAY_MINUTES if over else span.ends))
        if over and span.ends and (span.day + 1) % 7 == day:
            found.append(Stretch(0, span.ends))
    return sorted(found)


def gaps(wanted: Iterable[Stretch], covered: Iterable[Stretch]) -> list[Stretch]:
    """Return the parts of the `wanted` hours that nobody covers, in order."""
    left = []
    for begins, ends in wanted:
        at = begins
        for stretch in sorted(covered):
            if stretch.begins < ends and stretch.ends > at:
                if stretch.begins > at:
                    left.append(Stretch(at, stretch.begins))
                at = stretch.ends
        if at < ends:
            left.append(Stretch(at, ends))
    return left


def every_day(hours: str) -> tuple[Span, ...]:
    """Return the same hours for each day of the week, like 09:00-21:00; "" is all day."""
    begins, ends = map(_minutes, (hours or "00:00-24:00").split("-"))
    return tuple(Span(day, begins, ends) for day in range(7))


def read_day(text: str, day: int) -> tuple[Span, ...] | None:
    """Parse the spans of a day, like "09:00-17:00, 22:00-06:00". None if malformed, empty for "" or "off"."""
    if text.strip().lower() in _OFF:
        return ()
    found = []
    for part in text.split(","):
        begins, _, ends = re.sub("[–—]|to", "-", part).partition("-")
        span = (read_time(begins), read_time(ends))
        if span[0] is None or span[1] is None or span[0] == span[1] or span[0] == DAY_MINUTES:
            return None
        found.append(Span(day, span[0], span[1]))
    return tuple(sorted(found)) if len(found) <= MOST_SPANS else None


def write_day(spans: Iterable[Span], day: int) -> str:
    """Format the spans that begin on `day`, as `read_day` parses them."""
    return ", ".join(f"{clock(span.begins)}-{clock(span.ends)}" for span in sorted(spans) if span.day == day)


def clock(minute: int) -> str:
    """Format minutes after midnight as a time like 18:30."""
    return f"{minute // 60:02}:{minute % 60:02}"


def _minutes(text: str) -> int:
    """Parse a time that was validated before."""
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)
