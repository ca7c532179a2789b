"""Pace of a phone: whether more texts come from it than a person writes. Pure: the time is passed in.

A level rises by one with each text and falls steadily. Above the limit the phone is answered once more, then not until
it has calmed down. Danger, opting out, taking back and the wish for a person are answered always.
"""

from __future__ import annotations

from typing import NamedTuple

from bot.conversation.effects import TurnResult
from bot.flows.names import Answer, Event

WINDOW_SECONDS = 300
"""Time in which the level falls by the limit: so many texts are answered at a stretch, then as many in this time."""

HIGHEST, CALM = 1.5, 0.5
"""Of the limit: where the level stops to rise, and where it must fall to until the phone is answered again."""

_ALWAYS = frozenset(
    {Answer.STOP, Answer.START, Answer.HELP, Answer.COVER, Answer.HUSH, Answer.HOLDER, Answer.UNDER_13, Answer.WATCHED,
     Answer.NO_PLACE, Answer.COME, Answer.PERSON, Answer.TAKE_BACK, Answer.FORGET}
)  # fmt: skip


class Pace(NamedTuple):
    """Level of a phone at a time (epoch seconds). `told`: it is too fast, and got the last answer."""

    level: float = 0.0
    at: int = 0
    told: bool = False
    is_flood: bool = False

    def dump(self) -> str:
        """Return the stored form. It holds nothing of what was written."""
        return f"{self.level:.2f}:{self.at}:{int(self.told)}"


def load(stored: str) -> Pace:
    """Return the pace of a stored form. What cannot be read counts as none: nobody is silenced by it."""
    try:
        level, at, told = stored.split(":")
        return Pace(float(level), int(at), told == "1")
    except ValueError:
        return Pace()


def counted(earlier: Pace, at: int, limit: int) -> Pace:
    """Return the pace with one more text at `at`. Without a `limit` there is none."""
    if not limit:
        return Pace()
    level = max(0.0, earlier.level - max(0, at - earlier.at) * limit / WINDOW_SECONDS)
    told = earlier.told and level > CALM * limit
    level += 1
    return Pace(min(level, HIGHEST * limit), max(at, earlier.at), told, told or level > limit)


def is_always_answered(turned: TurnResult) -> bool:
    """Return whether a text is answered at any pace. In a talk a caseworker reads it, and the bot is quiet."""
    reading, before = turned.reading, turned.before
    return (
        reading.concern is not None
        or reading.answer in _ALWAYS
        or before.state.value.startswith("safety.")  # it may be the answer to a question about danger
        or bool(before.caseworker_name)
        or bool({Event.DANGER_TOLD, Event.TEXT_RELAYED} & set(turned.step.events))
    )
