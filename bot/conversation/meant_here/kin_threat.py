"""A threat to a family or a home, which was taken for one with nude pictures or for a question about parents. Pure."""

from __future__ import annotations

from bot.conversation.meant_here.beside_danger import GIVES_WAY, stands
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.asides import CONSENT
from bot.flows.harm import BY_FORCE
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Detail, Level, State
from bot.flows.session import Session
from bot.understanding import kin_threat

_MAY_SEEM = frozenset(
    {None, Concern.SEXTORTION, Concern.VIOLENCE, Concern.EXPLOITATION, Concern.CHILD_HURT, Concern.WATCHED,
     Concern.FRIEND}
)  # fmt: skip
_OPEN = GIVES_WAY | {Answer.SEXTORTION, Answer.FRIEND_DANGER, Answer.COME, Answer.WATCHED, Answer.AREA}

_OF_STAFF = CONSENT | {State.CONSENT_NAME}
"""States in which "do they come to my house" is asked of staff."""


def of_kin_threat(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "they got my lil bros pic" and "if i stop they come to my house" as a threat that holds somebody."""
    if session.caseworker_name or session.young or reading.answer in STANDS or reading.answer not in _OPEN:
        return reading
    is_far = reading.concern not in _MAY_SEEM or (
        reading.level is Level.ALARM and reading.concern not in (Concern.SEXTORTION, Concern.FRIEND)
    )
    asks_of_staff = session.state in _OF_STAFF and reading.aside in (Aside.WHAT_THEY_SEE, Aside.ANONYMOUS)
    if is_far or asks_of_staff or "?" in wrote.text:
        return reading
    said = wrote.said
    if kin_threat.has_pictures_of_kin(said):
        return _told(session, reading, Detail.FAMILY)
    comes = kin_threat.comes_to_the_house(said) and reading.level is not Level.ALARM
    if comes and (kin_threat.is_if(said) or stands(session) or session.aside is Aside.PICTURES_THREAT):
        return _told(session, reading, Detail.FAMILY)
    is_held = session.hazard in BY_FORCE and Concern.EXPLOITATION in session.asked
    owes = is_held and Concern.SEXTORTION not in session.asked and kin_threat.owes_them(said)
    return _told(session, reading, Detail.SUM) if owes and reading.level is not Level.ALARM else reading


def _told(session: Session, reading: Interpretation, detail: Detail) -> Interpretation:
    """Return it as more of what holds them where that was told, and as danger that is sure elsewhere."""
    plain = reading._replace(
        aside=None, guide=None, needs=(), hour=None, area=None, come=False, about_other=False, progress=None
    )
    if session.hazard in BY_FORCE and Concern.EXPLOITATION in session.asked:
        return plain._replace(answer=Answer.UNCLEAR, concern=None, level=None, detail=detail)
    return plain._replace(answer=Answer.HURT_NOW, concern=Concern.EXPLOITATION, level=Level.ALARM, detail=None)
