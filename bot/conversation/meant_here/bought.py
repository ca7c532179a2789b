"""A client who buys the one who writes: what he does is their own danger, and no client's of a caseworker. Pure."""

from __future__ import annotations

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Fact, Level
from bot.flows.session import Session
from bot.understanding import traded
from bot.understanding.bought import is_buyer, is_customer, is_harmed

_OPEN = GIVES_WAY | {
    Answer.FRIEND_DANGER, Answer.HEALTH, Answer.NO_PLACE, Answer.COME, Answer.AREA, Answer.PERSON, Answer.WATCHED,
}  # fmt: skip


def of_bought(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "un cliente me da miedo" as danger of who writes. What rules heard in it as an alarm stays, as theirs."""
    is_far = session.caseworker_name or session.young or reading.answer in STANDS
    if is_far or Fact.FOR_CLIENT in session.facts:
        return reading
    if wrote.once(is_customer):
        return _of_customer(reading)
    return _of_buyer(wrote, reading) if wrote.once(is_buyer) else reading


def _of_buyer(wrote: Wrote, reading: Interpretation) -> Interpretation:
    own = reading._replace(facts=reading.facts - {Fact.FOR_CLIENT}, about_other=False)
    is_sure = reading.level is Level.ALARM and reading.answer is not Answer.FRIEND_DANGER
    is_health = traded.is_exposed(wrote.said) or reading.aside is Aside.RAPE_HEALTH
    if is_sure or is_health or reading.answer not in _OPEN:
        return own
    plain = own._replace(
        concern=Concern.EXPLOITATION, aside=None, guide=None, needs=(), hour=None, area=None, come=False,
        progress=None,
    )  # fmt: skip
    if is_harmed(wrote.said) or reading.level is Level.ALARM:
        return plain._replace(answer=Answer.HURT_NOW, level=Level.ALARM)
    return plain._replace(answer=Answer.UNCLEAR, level=Level.ASK)


def _of_customer(reading: Interpretation) -> Interpretation:
    """Return what a customer did to who serves them as their own, where it was taken for a friend's."""
    own = reading._replace(facts=reading.facts - {Fact.FOR_CLIENT}, about_other=False)
    if reading.answer is not Answer.FRIEND_DANGER and not reading.about_other:
        return own
    concern = Concern.VIOLENCE if reading.concern in (None, Concern.FRIEND) else reading.concern
    answer = Answer.HURT_NOW if reading.level is Level.ALARM else Answer.UNCLEAR
    return own._replace(answer=answer, concern=concern, level=reading.level or Level.ASK)
