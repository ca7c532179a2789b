"""Marks on a neck: somebody was choked, told before or in this text. It is no wish to die. Pure."""

from __future__ import annotations

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.harm import CHOKED
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Concern, Detail, Level
from bot.flows.session import Session
from bot.flows.urgent import PARTNER
from bot.understanding import neck
from bot.understanding.getting_out import wishes_to_die

_BY_SOMEBODY = frozenset({Answer.HURT_NOW.value, Answer.CHILD_HURT.value, Answer.ABUSE_TOLD.value, PARTNER, CHOKED})
_OPEN = GIVES_WAY | {Answer.HURT_NOW, Answer.CHILD_HURT, Answer.SELF_HARM, Answer.MEDICAL, Answer.HEALTH, Answer.AREA}


def of_neck(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read marks that somebody left on a neck as choking: it is best to get checked."""
    is_open = reading.answer in _OPEN and reading.answer not in STANDS and reading.detail is not Detail.BLOW_NOW
    if not is_open or session.caseworker_name or session.young or reading.about_other or reading.figure:
        return reading
    said = wrote.said
    of_somebody = neck.names_who(said) or (session.hazard in _BY_SOMEBODY and not session.of_other)
    told = (neck.is_marked(said) and of_somebody) or (reading.answer is Answer.SELF_HARM and neck.was_done(said))
    if not told or wishes_to_die(said):
        return reading
    is_child = reading.answer is Answer.CHILD_HURT or session.hazard == Answer.CHILD_HURT.value
    return reading._replace(
        answer=Answer.CHILD_HURT if is_child else Answer.HURT_NOW, concern=Concern.VIOLENCE, level=Level.ALARM,
        detail=Detail.CHOKED_BY_PARTNER, needs=(), aside=None, guide=None, hour=None, progress=None,
    )  # fmt: skip
