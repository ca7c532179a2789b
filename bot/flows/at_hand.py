"""A danger that goes on right now, as it is told bit by bit: each bit gets the next step, and keeps its numbers. Pure.

Somebody who can only write, a phone that may be seen, who hurts them in reach, in a car with no way out, a phone that
dies, a child left with who threatens it, a nurse who comes in a minute. The words take the place of those of the
state; the state and its choices stay.
"""

from __future__ import annotations

from bot.flows.model import Interpretation
from bot.flows.moments import AtHand
from bot.flows.names import Answer
from bot.flows.session import Session

_KEY = "safety.now"
KEYS = tuple(f"{_KEY}.{one}{more}" for one in AtHand for more in ("", ".more"))
"""Keys of these messages."""

SEEN_KEYS = frozenset(key for key in KEYS if AtHand.SEEN.value in key or AtHand.NURSE.value in key)
"""Keys for a screen that somebody may see: they name the emergency number, and no line."""

_ANSWERED = frozenset({Answer.HURT_NOW, Answer.CHILD_HURT, Answer.FRIEND_DANGER})


def open_now(session: Session) -> AtHand | None:
    """Return the danger at hand that the last reply answered."""
    said = session.last_key
    if not said.startswith(f"{_KEY}."):
        return None
    return AtHand(said.removeprefix(f"{_KEY}.").removesuffix(".more"))


def key_of(before: Session, interpretation: Interpretation) -> str:
    """Return the key of the message for a danger at hand, "" for another text. Its two answers take turns."""
    told = interpretation.at_hand
    if told is None or interpretation.answer not in _ANSWERED:
        return ""
    first = f"{_KEY}.{told}"
    return f"{first}.more" if before.last_key == first else first


def hazard_of(session: Session, interpretation: Interpretation) -> str:
    """Return the danger whose numbers stay beside one at hand: the one before, "" where its answer tells it."""
    if interpretation.at_hand is None or interpretation.answer is not Answer.HURT_NOW:
        return ""
    return "" if session.hazard in _GIVES_WAY else session.hazard


_GIVES_WAY = frozenset({"", Answer.NO_PLACE.value, Answer.FRIEND_DANGER.value})
