"""Somebody kept where they work, told in one long or indirect text: heard before what else the text asks. Pure."""

from __future__ import annotations

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.harm import BY_FORCE
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Concern, Detail, Level
from bot.flows.session import Session
from bot.understanding.kept_there import is_shut_in, tells_oath, works_off

_OPEN = GIVES_WAY | {Answer.NO_PLACE, Answer.WHO_ARE_YOU, Answer.COME, Answer.PERSON, Answer.AREA, Answer.FINE_NOW}
_MAY_SEEM = frozenset(
    {None, Concern.MINOR_NO_PLACE, Concern.WATCHED, Concern.FRIEND, Concern.SEXUAL_ABUSE, Concern.VIOLENCE}
)
_AS_ASKED = frozenset({Concern.FRIEND})


def of_being_kept(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "the boss locked doors at night, is that anything" and "i work till i pay 40k" as told of exploitation."""
    is_sure = reading.level is Level.ALARM or reading.answer in STANDS or reading.answer not in _OPEN
    if session.caseworker_name or session.young or is_sure or reading.concern not in _MAY_SEEM:
        return reading
    if reading.about_other and reading.concern in _AS_ASKED:
        return reading
    stands = session.hazard in BY_FORCE and Concern.EXPLOITATION in session.asked
    if stands and reading.concern is None and wrote.once(tells_oath):
        return reading._replace(answer=Answer.UNCLEAR, aside=None, guide=None, needs=(), detail=Detail.TOLD_ON)
    if not (wrote.once(is_shut_in) or wrote.once(works_off)):
        return reading
    return reading._replace(
        answer=Answer.UNCLEAR, concern=Concern.EXPLOITATION, level=Level.ASK, aside=None, guide=None, needs=(),
        hour=None, progress=None,
    )  # fmt: skip
