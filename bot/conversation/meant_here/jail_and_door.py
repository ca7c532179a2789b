"""Questions of law that were read as ones about this line: agents at the door, jail, an order, a record. Pure."""

from __future__ import annotations

from bot.conversation.meant_here.beside_danger import GIVES_WAY, stands
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.asides import CONSENT
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Guide, Level, Need
from bot.flows.session import Session
from bot.understanding import jail_and_door as grammar

_OPEN = GIVES_WAY | {
    Answer.COME, Answer.AREA, Answer.WATCHED, Answer.HURT_NOW, Answer.FORGET, Answer.WHAT_IS_KEPT, Answer.FRIEND_DANGER,
    Answer.PERSON, Answer.HUSH,
}  # fmt: skip
_MAY_BE = frozenset(
    {None, Concern.VIOLENCE, Concern.WATCHED, Concern.EXPLOITATION, Concern.MEDICAL, Concern.MINOR_NO_PLACE,
     Concern.FRIEND, Concern.SEXUAL_ABUSE}
)  # fmt: skip
"""Dangers that a question of law is mistaken for."""

_AT_DOOR = frozenset({Aside.AT_DOOR, Aside.RAID})
_OF_RECORD = frozenset({Need.LEGAL, Need.RECORD_CLEARING, Need.CRIMINAL_JUSTICE})


def of_jail_and_door(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "son de ice creo" as agents at the door, and "lo van a meter preso?" as asked of a court."""
    told_to_bot = not (session.caseworker_name or session.young or session.case or session.other_holds)
    is_far = reading.answer not in _OPEN or reading.concern not in _MAY_BE or session.state in CONSENT
    if not told_to_bot or is_far or reading.at_hand is not None:
        return reading
    said, is_sure = wrote.said, reading.level is Level.ALARM
    if reading.aside is Aside.NEWBORN:  # "can i leave it somewhere n not get in trouble"
        return reading
    aside = _at_door(session, said)
    if aside is None and is_sure and reading.concern is Concern.EXPLOITATION and grammar.tells_of_record(said):
        return _plain(reading, Answer.GUIDE)._replace(guide=Guide.OLD_CHARGES)
    if aside is None and not is_sure:
        if _is_of_record(session, said):
            return _plain(reading, Answer.GUIDE)._replace(guide=Guide.OLD_CHARGES)
        aside = _asked(session, said)
    return reading if aside is None else _plain(reading, Answer.ASIDE)._replace(aside=aside)


def _at_door(session: Session, said: str) -> Aside | None:
    if grammar.is_raid(said):
        return Aside.RAID
    goes_on = session.aside in _AT_DOOR and grammar.goes_on_at_door(said)
    return Aside.AT_DOOR if goes_on or grammar.is_at_door(said) else None


def _is_of_record(session: Session, said: str) -> bool:
    told = session.guide is Guide.OLD_CHARGES or session.wanted_guide is Guide.OLD_CHARGES
    told = told or not _OF_RECORD.isdisjoint(session.needs)
    return grammar.tells_of_record(said) or (told and grammar.asks_if_cleared(said))


def _asked(session: Session, said: str) -> Aside | None:
    asked = (
        (Aside.ARRESTED_FOR_IT, grammar.asks_if_jailed_for_it(said)),
        (Aside.SENT_BACK, grammar.asks_if_sent_back(said)),
        (Aside.STAY_AWAY, grammar.asks_of_order(said, goes_on=session.aside is Aside.STAY_AWAY)),
        (Aside.HIS_JAIL, stands(session) and grammar.asks_of_his_jail(said)),
        (Aside.IN_TROUBLE, stands(session) and grammar.asks_if_jailed_too(said)),
    )
    return next((aside for aside, found in asked if found), None)


def _plain(reading: Interpretation, answer: Answer) -> Interpretation:
    return reading._replace(
        answer=answer, aside=None, guide=None, concern=None, level=None, needs=(), hour=None, area=None, come=False,
        detail=None, about_other=False, denial=None, progress=None,
    )  # fmt: skip
