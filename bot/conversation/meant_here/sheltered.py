"""Who lives in a shelter, and an address that who hurt them asked for or got. Pure.

Nobody in a shelter is without a place to sleep, and "he says send me the address" is no threat with pictures.
"""

from __future__ import annotations

from bot.conversation.meant_here.beside_danger import GIVES_WAY, stands
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.harm import ADDRESS_KEYS
from bot.flows.model import Interpretation
from bot.flows.names import FOR_WHOM, Answer, Aside, Concern, Detail, Level, Need, Piece
from bot.flows.session import Session
from bot.understanding import address_given

_MAY_SEEM = frozenset(
    {None, Concern.SEXTORTION, Concern.SEXUAL_ABUSE, Concern.VIOLENCE, Concern.EXPLOITATION, Concern.FRIEND,
     Concern.WATCHED, Concern.MINOR_NO_PLACE, Concern.CHILD_HURT}
)  # fmt: skip
_OPEN = GIVES_WAY | {
    Answer.NO_PLACE, Answer.SEXTORTION, Answer.COME, Answer.WATCHED, Answer.FRIEND_DANGER, Answer.AREA, Answer.HURT_NOW,
    Answer.HOUR, Answer.HOLDER, Answer.PROGRESS, Answer.PERSON,
}  # fmt: skip
_BEDS = frozenset({Need.SHELTER_TONIGHT, Need.HOUSING})


def of_shelter(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read an address that was asked for or given as danger, and "estoy en un shelter" as no wish for a place."""
    is_far = session.caseworker_name or session.young or reading.answer in STANDS or reading.answer not in _OPEN
    if is_far or reading.concern not in _MAY_SEEM or session.of_other or not FOR_WHOM.isdisjoint(session.facts):
        return reading
    said = wrote.said
    lives_there = wrote.once(address_given.lives_in_shelter)
    if lives_there:
        reading = reading._replace(pieces=reading.pieces | {Piece.IN_SHELTER})
    if (detail := _told(session, said, lives_there=lives_there)) is not None:
        return _hurt(reading, detail)
    if lives_there and reading.level is not Level.ALARM and address_given.is_sheltered(said):
        return _settled(session, reading)
    return reading


def _told(session: Session, said: str, *, lives_there: bool) -> Detail | None:
    """Return what is told of the address, None for another text."""
    if session.last_key in ADDRESS_KEYS:
        if address_given.was_sent(said) or address_given.was_given(said):
            return Detail.ADDRESS_GIVEN
        if session.last_key != ADDRESS_KEYS[0] and address_given.goes_on(said):
            return Detail.ADDRESS_GIVEN
    in_shelter = lives_there or Piece.IN_SHELTER in session.pieces or address_given.names_shelter(said)
    if in_shelter and address_given.is_known(said):
        return Detail.ADDRESS_GIVEN
    if not (in_shelter or stands(session) or address_given.names_danger(said)):
        return None
    if address_given.was_given(said):
        return Detail.ADDRESS_GIVEN
    return Detail.ADDRESS_ASKED if address_given.was_asked(said) else None


def _hurt(reading: Interpretation, detail: Detail) -> Interpretation:
    return reading._replace(
        answer=Answer.HURT_NOW, concern=Concern.VIOLENCE, level=Level.ALARM, detail=detail, aside=None, guide=None,
        needs=(), hour=None, area=None, come=False, about_other=False, progress=None,
    )  # fmt: skip


def _settled(session: Session, reading: Interpretation) -> Interpretation:
    """Return a text of who has a bed without a wish for one."""
    needs = tuple(need for need in reading.needs if need not in _BEDS)
    guessed = reading.answer in (Answer.NO_PLACE, Answer.NEEDS) or reading.concern is Concern.MINOR_NO_PLACE
    if not guessed or (needs and reading.answer is Answer.NEEDS):
        return reading._replace(needs=needs)
    plain = reading._replace(needs=needs, concern=None, level=None, guide=None)
    if not session.greeted:
        return plain._replace(answer=Answer.GREETING)
    return plain._replace(answer=Answer.ASIDE, aside=Aside.NOTED)
