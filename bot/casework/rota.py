"""Who is on call: weekly spans in the team's time zone, and "on until" by hand. Pure: no storage, no clock."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

DAY_MINUTES = 24 * 60
_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])|24:00")


class Span(NamedTuple):
    """On call each week: `day` 0 is Monday; minutes after midnight. An end that is not later is on the next day."""

    day: int
    begins: int
    ends: int

    def covers(self, local: datetime) -> bool:
        """Whether it holds at this time of the team's clock."""
        minute, day = local.hour * 60 + local.minute, local.weekday()
        if self.begins < self.ends:
            return day == self.day and self.begins <= minute < self.ends
        began = day == self.day and minute >= self.begins
        return began or (day == (self.day + 1) % 7 and minute < self.ends)


@dataclass(frozen=True, slots=True)
class Duty:
    """When one colleague is on call. `until`: on by hand until then, seconds since the epoch; 0 for not."""

    spans: tuple[Span, ...] = ()
    until: int = 0

    def dump(self) -> dict[str, Any]:
        """The stored form: plain JSON values."""
        return {"spans": [list(span) for span in self.spans], "until": self.until}

    @classmethod
    def load(cls, stored: dict[str, Any]) -> Duty:
        """A duty from its stored form."""
        return cls(tuple(Span(*span) for span in stored["spans"]), stored["until"])


def on_duty(duties: Mapping[str, Duty], local: datetime) -> frozenset[str] | None:
    """The staff ids on call at `local`, an aware time of the team's clock; None when no rota is set for anybody.

    A span that falls into the hour that daylight saving repeats or leaves out goes by what the clock on the wall says.
    """
    now = local.timestamp()
    by_hand = frozenset(who for who, duty in duties.items() if duty.until > now)
    if not by_hand and not any(duty.spans for duty in duties.values()):
        return None
    return by_hand | {who for who, duty in duties.items() if any(span.covers(local) for span in duty.spans)}


def read_time(text: str) -> int | None:
    """Minutes after midnight of a time like 18:30; None when it is none."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    return int(match[1]) * 60 + int(match[2]) if match[1] else DAY_MINUTES


def next_at(local: datetime, minute: int) -> datetime:
    """The next time that the team's clock shows `minute` after midnight."""
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    days, rest = divmod(minute, DAY_MINUTES)
    then = (midnight + timedelta(days=days)).replace(hour=rest // 60, minute=rest % 60)
    return then if then > local else then + timedelta(days=1)
