"""A mother, a brother or an uncle who looks for somebody, or found this number on a phone. Pure.

They get what police must do. Nobody is told who texts, and a worry for her opens a line that was bland for them.
"""

from __future__ import annotations

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.at_hand import open_now
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Fact, Guide, Level, State
from bot.flows.session import Session
from bot.flows.urgent import MISSING
from bot.understanding import gone

_IS_FAR = STANDS - {Answer.HOLDER, Answer.HUSH, Answer.NAME} | {Answer.FOREIGN}
_OPEN = GIVES_WAY | {Answer.HOLDER, Answer.FRIEND_DANGER, Answer.NO_PLACE, Answer.PERSON, Answer.WHO_ARE_YOU,
                     Answer.WHO_CAN_SEE, Answer.WATCHED, Answer.COME, Answer.AREA}  # fmt: skip
_SAYS_LESS = frozenset(
    {None, Concern.CHILD_HURT, Concern.FRIEND, Concern.MINOR_NO_PLACE, Concern.EXPLOITATION, Concern.WATCHED,
     Concern.SEXTORTION, Concern.SELF_HARM}
)  # fmt: skip


def of_family(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a child who is gone as missing, and what family asks of her as no question that anybody answers."""
    is_far = session.caseworker_name or session.young or reading.answer in _IS_FAR or reading.level is Level.ALARM
    if is_far or reading.answer not in _OPEN or reading.concern not in _SAYS_LESS or open_now(session):
        return reading
    said = wrote.said
    for_family = Fact.FOR_FAMILY in session.facts | reading.facts
    of_them = for_family or session.of_other or session.hazard in (MISSING, Answer.FRIEND_DANGER.value)
    of_them = of_them or session.state is State.SAFETY_FRIEND
    is_said = session.aside is Aside.DUTY or reading.aside in (Aside.REPORTED, Aside.THEY_SAY_NO)
    if gone.reports_missing(said) or (of_them and gone.was_told_to_wait(said) and not is_said):
        return _missing(reading)
    if session.hazard != MISSING and gone.child_is_gone(said, of_family=of_them):
        return _missing(reading)
    if of_them and not session.other_holds and (gone.asks_if_safe(said) or gone.asks_what_was_said(said)):
        return _plain(reading)._replace(answer=Answer.ASIDE, aside=Aside.WHO_TEXTED)
    if reading.answer is Answer.PERSON and gone.found_on_phone(said):
        return _plain(reading)._replace(answer=Answer.HOLDER)
    return reading


def _missing(reading: Interpretation) -> Interpretation:
    return _plain(reading)._replace(answer=Answer.GUIDE, guide=Guide.MISSING_FRIEND)


def _plain(reading: Interpretation) -> Interpretation:
    return reading._replace(
        concern=None, level=None, aside=None, guide=None, needs=(), detail=None, hour=None, progress=None, denial=None,
        come=False, about_other=False,
    )  # fmt: skip
