"""Somebody of theirs who may take their own life: a mother, a sister or a friend tells it. Pure.

Whatever else is told of that child, the line for suicide is named: no other one is as urgent.
"""

from __future__ import annotations

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.for_them import WHAT_NOW, WHAT_TO_SAY
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.harm import MAY_DIE_KEYS
from bot.flows.model import Interpretation
from bot.flows.names import FOR_WHOM, Answer, Concern, Detail, Level, State
from bot.flows.session import Session
from bot.understanding.kin_dies import has_means, may_die

_OPEN = GIVES_WAY | {
    Answer.FRIEND_DANGER, Answer.HURT_NOW, Answer.CHILD_HURT, Answer.SELF_HARM, Answer.WATCHED, Answer.NO_PLACE,
    Answer.SEXTORTION, Answer.HOLDER, Answer.COME, Answer.PERSON, Answer.AREA,
}  # fmt: skip
_GRAVER = frozenset({Detail.AT_EDGE, Detail.HOLDS})


def of_kin_dying(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "mi hijo dice que se mata si lo acuso" as that danger, and "what do i say" after it as asked of it."""
    is_far = session.caseworker_name or session.young or reading.answer in STANDS or reading.answer not in _OPEN
    if is_far or reading.concern is Concern.MEDICAL or reading.detail in _GRAVER:
        return reading
    if session.hazard == Answer.MEDICAL.value and reading.progress is not None:
        return reading  # "is she gonna die", of a friend who lies there
    of_them = session.of_other or session.state is State.SAFETY_FRIEND or not FOR_WHOM.isdisjoint(session.facts)
    said = wrote.said
    asks = session.last_key in MAY_DIE_KEYS and (
        WHAT_NOW.fullmatch(said) or WHAT_TO_SAY.fullmatch(said) or has_means(said)
    )
    if not asks and not may_die(said, of_them=of_them):
        return reading
    return reading._replace(
        answer=Answer.FRIEND_DANGER, concern=Concern.SELF_HARM, level=Level.ALARM, about_other=True,
        detail=Detail.MAY_DIE, aside=None, guide=None, needs=(), hour=None, area=None, come=False, progress=None,
        partner=None,
    )  # fmt: skip
