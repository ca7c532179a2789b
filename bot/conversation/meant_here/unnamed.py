"""What is told without its name, in bits: another one in their place, a blow against an attacker, a no not heard. Pure."""

from __future__ import annotations

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.harm import CHOKED, HIT_BACK_KEY, PLACE_KEYS
from bot.flows.model import Interpretation
from bot.flows.names import FOR_WHOM, Answer, Concern, Detail, Level, Piece, State
from bot.flows.session import Session
from bot.flows.urgent import MISSING, PARTNER
from bot.understanding import in_her_place

_BY_SOMEBODY = frozenset({Answer.HURT_NOW.value, Answer.CHILD_HURT.value, Answer.ABUSE_TOLD.value, PARTNER, CHOKED})
_NEVER = STANDS | {Answer.FOREIGN}
_IN_IT = frozenset({Answer.SELF_HARM.value, MISSING})


def of_unnamed(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read what is told without its name as what it is, and what follows as more of it."""
    if session.caseworker_name or session.young or reading.answer in _NEVER or session.hazard in _IN_IT:
        return reading
    if reading.concern is Concern.SELF_HARM and reading.level is Level.ALARM:
        return reading
    told = _place(session, wrote, reading) or _blow(session, wrote, reading) or _no(session, wrote, reading)
    return told or _paid(session, wrote, reading)


def _place(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation | None:
    """Return who would bring another one to be let go as that: nobody is to take their place."""
    goes_on = session.last_key in PLACE_KEYS and in_her_place.is_of_place(wrote.said)
    goes_on = goes_on and reading.answer not in (Answer.PERSON, Answer.AREA)
    if not (goes_on or in_her_place.is_in_her_place(wrote.said)):
        return None
    return _alarm(reading, Concern.EXPLOITATION, Detail.IN_PLACE)


def _blow(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation | None:
    """Return who struck an attacker as that: help for him, a way out, a lawyer. No poison and no friend is in it."""
    if reading.figure or (reading.detail in (Detail.CHOKED, Detail.CHOKED_BY_PARTNER) and not _is_struck(wrote)):
        return None
    goes_on = session.last_key == HIT_BACK_KEY and in_her_place.is_of_him(wrote.said)
    return _alarm(reading, Concern.VIOLENCE, Detail.HIT_BACK) if goes_on or _is_struck(wrote) else None


def _is_struck(wrote: Wrote) -> bool:
    return wrote.once(in_her_place.hit_back)


def _no(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation | None:
    """Return a no that was not heard as abuse: a question with the line for it, or as danger where it was asked."""
    beside = (
        session.hazard in _BY_SOMEBODY and session.state is not State.SAFETY_ASK and in_her_place.said_no(wrote.said)
    )
    if "?" in wrote.text or reading.level is Level.ALARM or not (beside or in_her_place.said_no_then(wrote.said)):
        return None
    if Concern.SEXUAL_ABUSE in session.asked:
        return _alarm(reading, Concern.SEXUAL_ABUSE, None)
    return _alarm(reading, Concern.SEXUAL_ABUSE, None)._replace(answer=Answer.UNCLEAR, level=Level.ASK)


def _paid(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Return a partner who is paid, and other men, told in two texts or in one, as exploitation to ask about."""
    if reading.level is Level.ALARM or reading.about_other or not FOR_WHOM.isdisjoint(session.facts):
        return reading
    pays, men = in_her_place.is_paid_for(wrote.said), in_her_place.names_other_men(wrote.said)
    if Concern.EXPLOITATION in session.asked:
        return reading
    if men and (pays or Piece.PAYS in session.pieces):
        return _alarm(reading, Concern.EXPLOITATION, None)._replace(answer=Answer.UNCLEAR, level=Level.ASK)
    return reading._replace(pieces=reading.pieces | {Piece.PAYS}) if pays else reading


def _alarm(reading: Interpretation, concern: Concern, detail: Detail | None) -> Interpretation:
    return reading._replace(
        answer=Answer.HURT_NOW, concern=concern, level=Level.ALARM, detail=detail, about_other=False, aside=None,
        guide=None, needs=(), hour=None, area=None, progress=None, denial=None, come=False, fine=False,
        facts=reading.facts - FOR_WHOM,
    )  # fmt: skip
