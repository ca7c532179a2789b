"""Replies to a text that nothing explains, while somebody is a danger: each has the numbers and one concrete choice.

None comes twice in a row in one talk, whatever was said between them, and only the first one thanks. Pure.
"""

from __future__ import annotations

from bot.flows.harm import BY_FORCE, CHOKED
from bot.flows.names import Answer, State
from bot.flows.session import Session
from bot.flows.urgent import PARTNER

BY_SOMEBODY = BY_FORCE | {Answer.CHILD_HURT.value, Answer.ABUSE_TOLD.value, PARTNER, CHOKED}
"""Dangers of a session that come from somebody."""

STAY, PLAN, PERSON = State.SAFETY_STAY.value, "safety.stay.plan", "safety.stay.person"
THANKS = "safety.held.more"
KEYS = (PLAN, PERSON)
"""Keys of the messages beside that of the state."""

AGE, PLACE = "aside.noted.age.danger", "aside.noted.place.danger"
"""Message keys for an age and a place that are told while somebody is a danger."""

NOTED = (AGE, PLACE)

SAID = frozenset({STAY, PLAN, PERSON, THANKS})
"""Keys of replies to a text that nothing explains."""

_ORDER = (PLAN, PERSON, STAY)
_UNKNOWN = frozenset({State.UNCLEAR_PERSON.value, State.UNCLEAR_REST.value, "unclear.rephrase"})
_LONG_MENUS = ("needs.", "options.", "hesitation.")
"""Start of the states whose menus are long. The numbers lead each text there."""


def stands(session: Session) -> bool:
    """Return whether somebody is a danger to the person, and the bot is who answers."""
    return session.hazard in BY_SOMEBODY and not (session.of_other or session.caseworker_name or session.young)


def fitting(says: str, before: Session, then: Session) -> str:
    """Return the key of the next of these replies in place of one of them, or `says`."""
    if not (stands(before) and stands(then)) or says not in SAID | _UNKNOWN:
        return says
    if then.state.value.startswith(_LONG_MENUS) and says in _UNKNOWN:  # with them it would be five texts
        return says
    if says in (THANKS, STAY) and not before.filler:
        return says
    last = before.filler or THANKS
    return _ORDER[(_ORDER.index(last) + 1) % len(_ORDER)] if last in _ORDER else _ORDER[0]


def noted(says: str, then: Session) -> str:
    """Return the key for an age or a place told beside a danger: what it is kept for, and the numbers."""
    told = {"aside.noted.age": AGE, "aside.noted.place": PLACE}
    return told.get(says, says) if stands(then) else says


def kept(then: Session, says: str) -> Session:
    """Remember the last of these replies for as long as the talk goes on."""
    return then._replace(filler=says) if says in SAID else then
