"""A loss that lies back, love for who hurts, and where Narcan is to be had: none of it is an emergency now. Pure."""

from __future__ import annotations

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.harm import CHOKED
from bot.flows.model import Interpretation
from bot.flows.names import FOR_WHOM, Answer, Aside, Concern, Level
from bot.flows.session import Session
from bot.flows.urgent import MISSING, PARTNER
from bot.understanding import mourning
from bot.understanding.getting_out import wishes_to_die

_OPEN = frozenset(
    {Answer.UNCLEAR, Answer.ASIDE, Answer.NEEDS, Answer.GUIDE, Answer.MAYBE, Answer.NO, Answer.NOT_NOW, Answer.MEDICAL,
     Answer.HURT_NOW, Answer.FRIEND_DANGER, Answer.SELF_HARM, Answer.GREETING, Answer.DOUBT, Answer.SKIP, Answer.YES}
)  # fmt: skip
_BY_SOMEBODY = frozenset({Answer.HURT_NOW.value, Answer.CHILD_HURT.value, Answer.ABUSE_TOLD.value, PARTNER, CHOKED})
_IN_IT = frozenset({Answer.MEDICAL.value, Answer.SELF_HARM.value, MISSING})
"""Dangers beside which a death is news of them, or may be a wish."""

_OF_LOSS = frozenset({Concern.MEDICAL, Concern.FRIEND, Concern.EXPLOITATION, Concern.VIOLENCE, None, Concern.SELF_HARM})


def of_loss(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a death that lies back as grief, and "will he change" as asked of who hurts them."""
    is_hers = not (session.caseworker_name or session.young) and session.hazard not in _IN_IT
    if not is_hers or reading.answer in STANDS or reading.answer not in _OPEN or wishes_to_die(wrote.said):
        return reading
    if reading.concern not in _OF_LOSS or reading.aside is Aside.THEY_ARE_GONE:
        return reading
    aside = _aside(session, wrote, reading)
    after_them = mourning.would_follow(wrote.said) or (session.aside is Aside.GRIEF and mourning.follows(wrote.said))
    if after_them:
        return reading._replace(
            answer=Answer.UNCLEAR, concern=Concern.SELF_HARM, level=Level.ASK, about_other=False, aside=None, needs=()
        )
    if aside is None:
        return reading
    return reading._replace(
        answer=Answer.ASIDE, aside=aside, concern=None, level=None, about_other=False, guide=None, needs=(), hour=None,
        area=None, detail=None, denial=None, progress=None, facts=reading.facts - FOR_WHOM, partner=None,
    )  # fmt: skip


def _aside(session: Session, wrote: Wrote, reading: Interpretation) -> Aside | None:
    said = wrote.said
    if _is_grief(session, wrote, reading):
        return Aside.GRIEF
    if mourning.wants_narcan(said):
        return Aside.NARCAN
    is_of_him = session.hazard in _BY_SOMEBODY or Concern.EXPLOITATION in session.asked
    if mourning.asks_if_he_changes(said) and (is_of_him or reading.level is not Level.ALARM):
        return Aside.BOTH_TRUE if is_of_him or reading.answer is not Answer.NEEDS else None
    is_sure = reading.level is Level.ALARM and reading.concern is not Concern.EXPLOITATION
    if not is_sure and (mourning.misses_him(said) or (is_of_him and mourning.loves_him(said))):
        return Aside.BOTH_TRUE
    return Aside.IS_IT_MY_FAULT if not is_sure and mourning.feels_guilt(said) else None


def _is_grief(session: Session, wrote: Wrote, reading: Interpretation) -> bool:
    if "?" in wrote.text or session.service or reading.answer is Answer.NEEDS:
        return False
    is_threat = reading.concern is Concern.VIOLENCE and reading.level is Level.ALARM and not reading.about_other
    if mourning.is_loss(wrote.said):
        return not is_threat
    return session.aside is Aside.GRIEF and mourning.goes_on(wrote.said)
