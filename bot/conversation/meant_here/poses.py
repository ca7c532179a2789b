"""Somebody who says that they are from here, and asks for money, a photo, an address or a meeting. Pure.

What staff never ask for is said at once, and each text that goes on about it is answered so, not by a fetched person,
a threat with pictures or what this bot asks for.
"""

from __future__ import annotations

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Level, Piece
from bot.flows.session import Session
from bot.understanding import poses

_OPEN = GIVES_WAY | {
    Answer.COME, Answer.HUSH, Answer.SEXTORTION, Answer.HOLDER, Answer.PERSON, Answer.WHO_ARE_YOU, Answer.WHO_IS_THIS,
    Answer.FRIEND_DANGER, Answer.AREA, Answer.WATCHED, Answer.PROGRESS, Answer.WHO_CAN_SEE, Answer.STAY,
}  # fmt: skip
_MAY_SEEM = frozenset(
    {None, Concern.SEXTORTION, Concern.SEXUAL_ABUSE, Concern.VIOLENCE, Concern.EXPLOITATION, Concern.FRIEND,
     Concern.CHILD_HURT, Concern.WATCHED, Concern.MINOR_NO_PLACE}
)  # fmt: skip
_AFTER = frozenset({"safety.sextortion", "safety.plan.lured", "aside.pictures_threat", "aside.offer_signs"})


def of_posing(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "alguien de ahi me pidio 50 dolares, era de ustedes?" as asked of who says that they are from here."""
    is_far = session.caseworker_name or session.young or session.case or reading.level is Level.ALARM
    if is_far or reading.concern not in _MAY_SEEM:
        return reading
    goes_on = session.aside is Aside.NOT_OUR_STAFF
    if not goes_on and (reading.answer not in _OPEN or reading.answer in STANDS - _OPEN):
        return reading
    if reading.answer in (Answer.STOP, Answer.HELP, Answer.COVER, Answer.UNDER_13, Answer.FORGET, Answer.TAKE_BACK):
        return reading
    if _is_posing(session, wrote, reading, goes_on=goes_on):
        return reading._replace(
            answer=Answer.ASIDE, aside=Aside.NOT_OUR_STAFF, concern=None, level=None, guide=None, needs=(), hour=None,
            area=None, come=False, detail=None, about_other=False, progress=None,
        )  # fmt: skip
    if wrote.once(poses.says_from_here):
        return reading._replace(pieces=reading.pieces | {Piece.FROM_HERE})
    return reading


def _is_posing(session: Session, wrote: Wrote, reading: Interpretation, *, goes_on: bool) -> bool:
    """Return whether a text is of somebody who says that they are from here, and wants something."""
    said = wrote.said
    after = goes_on or session.last_key in _AFTER
    if poses.asks_if_ours(said):
        return after or Piece.FROM_HERE in session.pieces or reading.answer is Answer.COME
    wants = poses.asks_for_much(said)
    if wrote.once(poses.says_from_here):
        return wants or after or poses.claims_it(said)
    was_named = Piece.FROM_HERE in session.pieces and wants
    return (goes_on or was_named) and poses.goes_on(said)
