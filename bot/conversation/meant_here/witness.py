"""Who is beside somebody else in danger: a stranger, a clerk, a buyer, a brother on his way there. Pure.

They can tell 911 where it is, now. What they tell next goes on with that, and is no wish of their own.
"""

from __future__ import annotations

from bot.conversation.meant_here.at_hand import OF_OTHERS, as_at_hand
from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.at_hand import open_now
from bot.flows.model import Interpretation
from bot.flows.moments import AtHand
from bot.flows.names import Answer, Aside, Concern, Guide, Level, State
from bot.flows.session import Session
from bot.flows.urgent import MISSING
from bot.understanding.rescue import asks_to_track, asks_what_to_say, found_ad, goes_to_get, has_called, is_armed
from bot.understanding.witness import is_hurt_now, is_outside, saw_somebody, tells_kin_sold, wants_no_call

_IS_FAR = STANDS - {Answer.HOLDER, Answer.HUSH, Answer.NAME} | {Answer.FOREIGN}
_GRAVER = frozenset({Concern.MEDICAL, Concern.SELF_HARM})


def of_witness(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "theres a kid being sold in room 9" as what 911 needs, and "im finna go get her" as a danger to both."""
    is_far = session.caseworker_name or session.young or reading.answer in _IS_FAR
    if is_far or (reading.level is Level.ALARM and reading.concern in _GRAVER):
        return reading
    said, of_them = wrote.said, _is_of_them(session)
    if of_them and (asked := _beside_them(session, said, reading) or _asked(session, said, reading)) is not None:
        return asked
    if reading.aside is Aside.GO_GET_THEM and not is_armed(said):
        return reading
    if goes_to_get(said, of_them=of_them):
        return as_at_hand(reading, AtHand.GO)
    if session.hazard and not of_them:
        return reading
    return _seen(session, said, reading)


def _beside_them(session: Session, said: str, reading: Interpretation) -> Interpretation | None:
    """Return what goes on around who is in danger: a truck outside, a man who yells at her, a wish for no police."""
    if not session.hazard or session.hazard == MISSING:
        return None
    if wants_no_call(said):
        return _aside(reading, Aside.NO_COPS)._replace(about_other=False)
    if is_outside(said):
        return as_at_hand(reading, AtHand.HOUSE)
    return as_at_hand(reading, AtHand.TIP) if is_hurt_now(said) else None


def _seen(session: Session, said: str, reading: Interpretation) -> Interpretation:
    if session.hazard != MISSING and open_now(session) not in OF_OTHERS and saw_somebody(said):
        return as_at_hand(reading, AtHand.TIP)
    if (found_ad(said) or tells_kin_sold(said)) and reading.level is not Level.ALARM and not session.hazard:
        return _plain(reading)._replace(
            answer=Answer.UNCLEAR, concern=Concern.EXPLOITATION, level=Level.ASK, about_other=True
        )
    return reading


def _is_of_them(session: Session) -> bool:
    other = session.of_other or session.hazard in (MISSING, Answer.FRIEND_DANGER.value)
    return other or session.state is State.SAFETY_FRIEND or open_now(session) in OF_OTHERS


def _asked(session: Session, said: str, reading: Interpretation) -> Interpretation | None:
    """Return what is asked or told by who helps somebody in danger: what to say to police, how to trace a phone."""
    if reading.answer not in GIVES_WAY | {Answer.PERSON, Answer.FRIEND_DANGER} or not session.hazard:
        return None
    is_acute = session.hazard == MISSING or open_now(session) in OF_OTHERS or session.aside in _OF_POLICE
    if asks_what_to_say(said, to_police=not is_acute):
        return _aside(reading, Aside.WHAT_TO_TELL)
    goes_on = session.aside in _OF_A_TIP and open_now(session) is None
    if (goes_on or open_now(session) in OF_OTHERS) and has_called(said):
        return _aside(reading, Aside.TIP_GIVEN)
    if asks_to_track(said):
        return _plain(reading)._replace(answer=Answer.GUIDE, guide=Guide.MISSING_FRIEND)
    is_bit = reading.answer is Answer.UNCLEAR or reading.aside in _MORE_OF_IT
    return as_at_hand(reading, AtHand.TIP) if goes_on and is_bit and session.hazard != MISSING else None


_OF_A_TIP = frozenset(
    {Aside.GO_GET_THEM, Aside.TIP_GIVEN, Aside.WHAT_TO_TELL, Aside.BYSTANDER, Aside.IN_TROUBLE, Aside.AT_911}
)
_MORE_OF_IT = frozenset({Aside.HELPING_THEM, Aside.POLICE_INVOLVED, Aside.FEAR_POLICE, Aside.WHAT_DO_YOU_NEED})
"""Asides of who told 911 or asked about it, after which a bit is more of that; and what such a bit was taken for."""


_OF_POLICE = frozenset(
    {Aside.GO_GET_THEM, Aside.REPORTED, Aside.BYSTANDER, Aside.POLICE_INVOLVED, Aside.NO_COPS, Aside.TIP_GIVEN}
)


def _plain(reading: Interpretation) -> Interpretation:
    return reading._replace(
        concern=None, level=None, aside=None, guide=None, needs=(), detail=None, hour=None, progress=None, denial=None,
        come=False,
    )  # fmt: skip


def _aside(reading: Interpretation, aside: Aside) -> Interpretation:
    return _plain(reading)._replace(answer=Answer.ASIDE, aside=aside)
