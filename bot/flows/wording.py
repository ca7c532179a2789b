"""Messages that fit a turn better than that of its state: what was noted, who is thanked, a way out. Pure."""

from __future__ import annotations

from bot.flows import fillers
from bot.flows.asides import AREA_HEARD
from bot.flows.guards import MOST_ASKED
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Fact, State
from bot.flows.session import Session
from bot.flows.urgent import MISSING, SEARCH

NO_LINES = "options.none.no_hotline"
"""Message key where nothing is left for somebody who wants no help line."""

AREA_OPEN = "needs.area_open"
"""Message key of the question for the area with its way out: it is not asked a third time."""

_OPEN_HEARD = "needs.area_open.heard"
BACK_AGAIN = "welcome.back.urgent"
"""Message key of the greeting after a pause where a danger was told, or asked about, before it."""

_THANKED, _FINE = "welcome.thanked", "welcome.fine"
_NOTED = "aside.noted"

KEYS = (
    NO_LINES, AREA_OPEN, BACK_AGAIN, _OPEN_HEARD, _THANKED, _FINE, "aside.anger_at_you.heard",
    *(f"{_NOTED}.{kind}" for kind in ("age", "place", "rest")),
)  # fmt: skip
"""Keys of these messages."""

_ASKED_TWICE = frozenset({"needs.area", "needs.area_again", "needs.area_then", AREA_HEARD})


def asked(before: Session, then: Session, says: str) -> Session:
    """Count how often the area was asked for. A reply in a language that the bot does not write asks for none."""
    asks = then.state is State.NEEDS_AREA and not says.startswith("foreign.")
    return then._replace(area_asks=before.area_asks + 1) if asks else then


def without_area(session: Session, interpretation: Interpretation) -> Interpretation:
    """Read a text that tells no place as "skip", where a place was asked for twice."""
    if session.state is not State.NEEDS_AREA or session.area_asks < MOST_ASKED or interpretation.concern:
        return interpretation
    said_again = interpretation.answer is Answer.NEEDS and set(interpretation.needs) <= set(session.needs)
    puzzled = interpretation.answer is Answer.UNCLEAR and session.unclear == 0
    return (
        interpretation._replace(answer=Answer.SKIP)
        if said_again or puzzled or _is_no_place(interpretation)
        else interpretation
    )


def _is_no_place(interpretation: Interpretation) -> bool:
    if interpretation.answer is Answer.ASIDE:
        return interpretation.aside in (Aside.NOTED, Aside.UNSURE)
    return interpretation.answer in (Answer.YES, Answer.MAYBE, Answer.GREETING, Answer.REPEAT, Answer.THANKS)


def fitting(says: str, before: Session, then: Session, interpretation: Interpretation) -> str:
    """Return the key of a message that fits better than `says`, or `says`."""
    if says == State.OPTIONS_NONE.value and Fact.NO_HOTLINE in then.facts:
        return NO_LINES
    if says in _ASKED_TWICE and (before.area_asks == 1 or interpretation.answer is Answer.MAYBE):
        return says if says == "needs.area_again" else _OPEN_HEARD if says == AREA_HEARD else AREA_OPEN
    if says == State.WELCOME_ANYTIME.value and not then.hushed:
        at_contact = before.state is State.OPTIONS_CONTACT and interpretation.answer is Answer.YES
        return _FINE if at_contact else _THANKED if interpretation.answer is Answer.THANKS else says
    if says in (_NOTED, f"{_NOTED}.again"):
        return _noted(says, before, then, interpretation)
    if says.startswith("aside.anger_at_you"):
        return _complained(says, then)
    return BACK_AGAIN if says == State.WELCOME_BACK.value and _was_in_danger(before, then) else says


def _was_in_danger(before: Session, then: Session) -> bool:
    """Return whether somebody is back after a pause before which a danger was told, and nobody else held the phone."""
    may_be_seen = then.other_holds or then.wary or then.hushed
    return before.state is State.WELCOME_PAUSED and bool(then.danger or then.asked) and not may_be_seen


def _noted(says: str, before: Session, then: Session, interpretation: Interpretation) -> str:
    """Return what to say to something told and nothing asked: what of it counts, where the screen is safe."""
    if not (then.safe or fillers.stands(then)):
        return says
    if interpretation.age is not None and then.age == interpretation.age:
        return fillers.noted(f"{_NOTED}.age", then)
    if interpretation.area and interpretation.area.city and then.area == interpretation.area:
        return fillers.noted(f"{_NOTED}.place", then)
    return f"{_NOTED}.rest" if says == _NOTED and before.state is State.WELCOME_ANYTIME else says


def _complained(says: str, then: Session) -> str:
    """Return what to say to "thats not what i asked": what is being looked for, so that it can be set right."""
    if then.hazard == MISSING:
        return SEARCH
    is_first = not says.endswith(".again")
    return "aside.anger_at_you.heard" if is_first and then.safe and then.needs else says
