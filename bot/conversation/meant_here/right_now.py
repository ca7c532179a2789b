"""Who is driven off, who is at a stop, who stands outside, and what to say to 911: bits of a danger at hand. Pure.

Each returns the danger at hand that a text tells, None for another text. `at_hand` asks them in its order.
"""

from __future__ import annotations

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.asides import CONSENT
from bot.flows.at_hand import open_now
from bot.flows.harm import CAR_KEY, CAR_MORE, CHOKED
from bot.flows.model import Interpretation
from bot.flows.moments import AtHand
from bot.flows.names import Answer, Concern, Guide, Level, State
from bot.flows.session import Session
from bot.flows.urgent import PARTNER
from bot.understanding import at_the_door, driven_off, got_away
from bot.understanding.straits import comes_back, is_alone_now, is_in_the_house

_BY_SOMEBODY = frozenset(
    {Answer.HURT_NOW.value, Answer.COME.value, Answer.CHILD_HURT.value, Answer.ABUSE_TOLD.value, PARTNER, CHOKED}
)
_IN_CAR = frozenset({AtHand.CAR, AtHand.STOPPED})


def _is_own(session: Session) -> bool:
    """Return whether a danger that stands comes from somebody, and is that of who texts."""
    told = session.hazard in _BY_SOMEBODY and not session.of_other
    return told and session.state is not State.SAFETY_FRIEND


def _was_in_car(session: Session) -> bool:
    return bool(session.hazard) and (open_now(session) in _IN_CAR or session.last_key in (CAR_KEY, CAR_MORE))


def driven(session: Session, wrote: Wrote, reading: Interpretation) -> AtHand | None:
    """Return who is driven where they did not mean to go, and who got in beside a danger that stands."""
    if reading.about_other or session.of_other:
        return None
    if driven_off.is_driven_off(wrote.said):
        return AtHand.CAR
    may_be = _is_own(session) and "?" not in wrote.text and reading.answer is not Answer.HUSH
    return AtHand.CAR if may_be and driven_off.gets_in(wrote.said) else None


def at_stop(session: Session, wrote: Wrote, reading: Interpretation) -> AtHand | None:
    """Return who is out of the car for now, where people are: they can tell them."""
    if not _was_in_car(session) or "?" in wrote.text:
        return None
    return AtHand.STOPPED if driven_off.is_at_stop(wrote.said) else None


_PURSUED = ("safety.plan.found", "safety.hunted", "safety.now.")


def at_door(session: Session, wrote: Wrote, reading: Interpretation) -> AtHand | None:
    """Return who hurts them as outside: at the door, the window, across the street, on the stairs."""
    if reading.about_other or session.of_other:
        return None
    said = wrote.said
    if open_now(session) in _IN_CAR | {AtHand.REACH}:  # who follows them waits outside there: that goes on
        return None
    if (is_alone_now(said) or is_in_the_house(said)) and not session.last_key.startswith(
        _PURSUED
    ):  # who shares a roof with him is alone then
        return None
    if _is_own(session) and (at_the_door.stands_outside(said) or at_the_door.wants_them_in(said)):
        return AtHand.DOOR
    return AtHand.DOOR if at_the_door.forces_door(said) and "?" not in wrote.text else None


def among_men(session: Session, wrote: Wrote, reading: Interpretation) -> AtHand | None:
    """Return who was given something and tells of men around, who film or touch: they can only write."""
    if session.hazard != Answer.MEDICAL.value or session.of_other or session.progress or "?" in wrote.text:
        return None
    return AtHand.QUIETLY if at_the_door.is_among_men(wrote.said) else None


def got_out(session: Session, wrote: Wrote, reading: Interpretation) -> AtHand | None:
    """Return who got out, or was let go, beside a danger that stands: the ground is not safe yet."""
    if not _is_own(session) or "?" in wrote.text or reading.answer not in _MAY_BE or open_now(session):
        return None
    is_weak = reading.level is not Level.ALARM and reading.concern in (None, Concern.VIOLENCE, Concern.WATCHED)
    return AtHand.OUT if is_weak and got_away.is_out(wrote.said) else None


def to_say(session: Session, wrote: Wrote, reading: Interpretation) -> AtHand | None:
    """Return the question what is said to 911, and in what language, beside a danger that stands."""
    if not _is_own(session) or (open_now(session) in _IN_CAR and not at_the_door.has_no_english(wrote.said)):
        return None
    if open_now(session) is AtHand.NURSE:
        return None
    asks = at_the_door.asks_what_to_say(wrote.said) or at_the_door.has_no_english(wrote.said)
    return AtHand.WORDS if asks else None


_MAY_BE = GIVES_WAY | {
    Answer.COME, Answer.AREA, Answer.WATCHED, Answer.PERSON, Answer.WHO_CAN_SEE, Answer.GETTING_THERE, Answer.HURT_NOW,
}  # fmt: skip


def of_fetching(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "me va a recoger en 20 min" as told of somebody to be asked about: no waiting time, and no ride.

    Beside a danger it is that danger, on its way.
    """
    is_open = session.caseworker_name or session.young or session.other_holds or session.of_other
    if is_open or reading.answer in STANDS or reading.answer not in _MAY_BE or reading.at_hand or "?" in wrote.text:
        return reading
    fetched = at_the_door.is_fetched(wrote.said)
    if fetched and _is_own(session):
        return _on_the_way(wrote.said, reading)
    told_when = session.state in _ASK_IF_OK and at_the_door.says_when_back(wrote.said)
    is_sure = reading.level is Level.ALARM or session.hazard or session.state in CONSENT
    if is_sure or not (fetched or told_when):
        return reading
    return Interpretation(
        Answer.UNCLEAR, concern=Concern.VIOLENCE, level=Level.ASK, language=reading.language, facts=reading.facts
    )


def _on_the_way(said: str, reading: Interpretation) -> Interpretation:
    """Return who is on the way as a danger at hand, or as time for a plan where it is hours."""
    if comes_back(said):
        return reading
    if at_the_door.is_hours_away(said):
        return Interpretation(Answer.GUIDE, guide=Guide.LEAVING, language=reading.language, facts=reading.facts)
    return Interpretation(
        Answer.HURT_NOW, concern=Concern.VIOLENCE, level=Level.ALARM, language=reading.language, facts=reading.facts,
        age=reading.age, partner=reading.partner, at_hand=AtHand.DOOR,
    )  # fmt: skip


_ASK_IF_OK = frozenset({State.WELCOME_HELLO, State.WELCOME_HEARD})
