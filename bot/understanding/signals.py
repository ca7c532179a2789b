"""Signs of danger in a text: what kind, how sure, and whether somebody else is meant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bot.flows.names import Concern, Level

_TOLD_BESIDE = frozenset({Concern.SEXUAL_ABUSE, Concern.WATCHED})
_ORDER = {concern: at for at, concern in enumerate(Concern)}


class Signal(NamedTuple):
    """Sign of danger.

    `about_other`: the text tells of somebody else, such as a friend or a sister. `denied`: it says that it is not so,
    "i dont want to die", which is asked about and never more. `as_talk`: the local model takes an alarm for a joke, a
    song or a game, so it is asked about, and never less.
    """

    concern: Concern
    level: Level
    about_other: bool = False
    denied: bool = False
    as_talk: bool = False


def _is_own_abuse(signal: Signal) -> bool:
    return signal == Signal(Concern.SEXUAL_ABUSE, Level.ALARM)


def strongest(signals: Iterable[Signal]) -> Signal | None:
    """Return the signal that the reply answers: an alarm before a question, then the most urgent kind.

    One's own danger comes before the same danger of somebody else. What is asked in return for a bed comes before the
    missing bed, which is told in the same words. Abuse in return for a bed or a debt is exploitation.
    """
    told = list(signals)
    if any(one.concern is Concern.EXPLOITATION and not one.about_other for one in told):
        told = [one for one in told if one.concern is not Concern.MINOR_NO_PLACE] or told
        told = [one._replace(concern=Concern.EXPLOITATION) if _is_own_abuse(one) else one for one in told]
        if all(one.level is Level.ASK for one in told):
            told = [one for one in told if one.concern not in _TOLD_BESIDE] or told
    return min(told, key=lambda one: (-one.level, _ORDER[one.concern], one.about_other, one.denied), default=None)
