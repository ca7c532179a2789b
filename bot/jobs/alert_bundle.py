"""The text of an alert, which may tell of several cases that wait: codes, minutes and counts only. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.casework.cases import Case
from bot.config.settings import Settings

BUNDLE_SECONDS = 60
URGENT_SECONDS = 30
"""How far apart two alerts of one caseworker are at least. What comes up in between shares the next one."""

MOST_CODES, MOST_LISTED = 40, 6


@dataclass(frozen=True, slots=True)
class Bundle:
    """What one alert tells: minutes of the first case, how many cases wait, how many are urgent, and their codes.

    The first code is the one to take first.
    """

    minutes: int
    waiting: int
    urgent: int
    codes: tuple[str, ...]

    def dump(self) -> str:
        """Return the stored form, so that a second try makes the same text."""
        return ".".join((str(self.minutes), str(self.waiting), str(self.urgent), *self.codes))

    @classmethod
    def read(cls, stored: str) -> Bundle:
        """Build a bundle from its stored form."""
        minutes, waiting, urgent, *codes = stored.split(".")
        return cls(int(minutes), int(waiting), int(urgent), tuple(codes))

    def words(self, settings: Settings) -> str:
        """Return the text."""
        first = self.codes[0]
        since = f"has waited {self.minutes} min" if self.minutes else "has just come in"
        head = f"{settings.program_name}: {'URGENT: ' if self.urgent else ''}case {first} {since}."
        if self.waiting == 1:
            return f"{head} {settings.public_url}/console/{first}  Reply TAKE {first}"
        urgent = f", {self.urgent} urgent" if self.urgent else ""
        more = " and more" if self.waiting > MOST_LISTED or self.waiting > len(self.codes) else ""
        listed = f"{self.waiting} cases wait{urgent}: {', '.join(self.codes[:MOST_LISTED])}{more}."
        return f"{head} {listed} {settings.public_url}/console  Reply TAKE {first} or BOARD"


def make(case: Case, staff: str, waiting: Iterable[Case], now: int) -> Bundle:
    """Return the alert of `staff` to `case` and to all that they were alerted to. `waiting` is in order."""
    others = [one for one in waiting if one.owner != staff]
    theirs = [one for one in others if one.code == case.code or staff in one.paged] or [case]
    minutes = max(0, now - theirs[0].waits_since) // 60
    codes = tuple(str(one.code) for one in theirs[:MOST_CODES])
    return Bundle(minutes, max(1, len(others)), sum(one.urgent for one in theirs), codes)


def spacing(minutes: tuple[int, ...]) -> tuple[int, int]:
    """Return how far apart alerts of one caseworker are, and urgent ones. Always less than a step of the ladder."""
    least = 60 * min(minutes) - 5
    return min(BUNDLE_SECONDS, least), min(URGENT_SECONDS, least)
