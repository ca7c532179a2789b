"""A job, a trip or a home that somebody offers, told before anything was done, and what is asked about it. Pure."""

from __future__ import annotations

from bot.conversation.meant_here.at_hand import beside_them
from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.asides import CONSENT
from bot.flows.harm import BY_FORCE
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Fact, Guide, Level
from bot.flows.session import Session
from bot.flows.urgent import is_minor
from bot.understanding import lure

_OPEN = GIVES_WAY | {Answer.COME, Answer.AREA, Answer.FRIEND_DANGER, Answer.PERSON}
_MAY_SEEM = frozenset(
    {None, Concern.EXPLOITATION, Concern.FRIEND, Concern.WATCHED, Concern.SEXUAL_ABUSE, Concern.SEXTORTION}
)
_LURED = frozenset({"safety.plan.lured", "aside.offer_signs", "aside.offer_signs.again"})


def of_lure(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "me ofrecen trabajo, me pagan el vuelo" as an offer to think about, and "voy o no voy" as asked of it."""
    if session.caseworker_name or session.young or reading.answer in STANDS or session.state in CONSENT:
        return reading
    return _meant(session, wrote.said, reading)


def _meant(session: Session, said: str, reading: Interpretation) -> Interpretation:
    stands = session.last_key in _LURED or session.aside is Aside.OFFER_SIGNS
    if stands and lure.wants_body_pictures(said) and reading.answer is not Answer.SELF_HARM:
        return _plain(reading)._replace(answer=Answer.SEXTORTION, concern=Concern.SEXTORTION, level=Level.ALARM)
    if stands and lure.comes_back_for_her(said) and reading.level is not Level.ALARM:
        return beside_them(reading)
    if stands and Fact.RAN_FROM_CARE in reading.facts and reading.concern in (None, Concern.MINOR_NO_PLACE):
        return _plain(reading)._replace(answer=Answer.ASIDE, aside=Aside.OFFER_SIGNS)
    may_seem = _MAY_SEEM | {Concern.MINOR_NO_PLACE} if lure.is_lure(said) else _MAY_SEEM
    return _of_offer(session, said, reading, may_seem=may_seem, stands=stands)


def _of_offer(
    session: Session, said: str, reading: Interpretation, *, may_seem: frozenset[Concern | None], stands: bool
) -> Interpretation:
    """Return an offer as one to think about, and what is told next as asked of it."""
    is_sure = reading.level is Level.ALARM and not (lure.is_lure(said) and reading.concern in may_seem)
    if is_sure or reading.answer not in _OPEN | {Answer.HURT_NOW} or reading.concern not in may_seem:
        return reading
    was = stands or (session.hazard in BY_FORCE and lure.asks_if_to_go(said))
    was = was or Guide.GROOMING in (session.guide, session.wanted_guide)
    if lure.is_lure(said) and not was and not session.hazard:
        return _plain(reading)._replace(answer=Answer.GUIDE, guide=Guide.GROOMING)
    goes_on = was and reading.answer is not Answer.HURT_NOW and (lure.asks_of_lure(said) or lure.is_lure(said))
    is_age = stands and is_minor(session._replace(age=reading.age or session.age)) and reading.age is not None
    return _plain(reading)._replace(answer=Answer.ASIDE, aside=Aside.OFFER_SIGNS) if goes_on or is_age else reading


def _plain(reading: Interpretation) -> Interpretation:
    return reading._replace(
        needs=(), aside=None, guide=None, concern=None, level=None, hour=None, area=None, come=False, detail=None,
        about_other=False, progress=None, denial=None,
    )  # fmt: skip
