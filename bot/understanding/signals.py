"""Signs of danger in a text: what kind, how sure, and whether somebody else is meant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bot.flows.names import Concern, Level

_ORDER = {concern: at for at, concern in enumerate(Concern)}


class Signal(NamedTuple):
    """Sign of danger. `about_other`: the text tells of somebody else, such as a friend or a sister."""

    concern: Concern
    level: Level
    about_other: bool = False


def strongest(signals: Iterable[Signal]) -> Signal | None:
    """Return the signal that the reply answers: an alarm before a question, then the most urgent kind.

    One's own danger comes before the same danger of somebody else.
    """
    return min(signals, key=lambda one: (-one.level, _ORDER[one.concern], one.about_other), default=None)
