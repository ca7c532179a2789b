"""A drug that spilled on somebody, nothing taken where a poison was asked about, a small child with a fever. Pure."""

from __future__ import annotations

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.harm import BODY_KEY, CHOKED, is_guessed
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Concern, Denial, Detail, Fact, Level, Need
from bot.flows.session import Session
from bot.flows.urgent import PARTNER
from bot.understanding import taken_in
from bot.understanding.wounds import seeks_care

_MAY_BE = GIVES_WAY | {Answer.HEALTH, Answer.FRIEND_DANGER, Answer.MEDICAL, Answer.CHILD_HURT}
_CHILD = f"{BODY_KEY}.child"


def of_what_was_taken(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "no tome nada", a bag of a drug that broke, and a baby's fever as what each is."""
    if session.caseworker_name or session.young or reading.answer in STANDS:
        return reading
    said = wrote.said
    if taken_in.took_nothing(said):
        return _nothing(session, reading)
    is_dose = session.last_key == _CHILD and taken_in.asks_dose(said)
    is_sure = reading.level is Level.ALARM and reading.concern is not Concern.MEDICAL and not is_dose
    if is_dose:
        return _told(session, reading, Detail.CHILD_ILL)
    if is_sure or reading.answer not in _MAY_BE:
        return reading
    if _is_of_child(session, said, reading):
        return _told(session, reading, Detail.CHILD_ILL)
    return _spilled(session, said, reading)


def _nothing(session: Session, reading: Interpretation) -> Interpretation:
    """Return the answer to "por pastillas o veneno": where that was only asked, it is over."""
    if reading.level is Level.ALARM or reading.concern not in (None, Concern.MEDICAL, Concern.SELF_HARM):
        return reading
    if session.hazard == Answer.MEDICAL.value and not is_guessed(session):
        return reading
    denial = Denial.OUTRIGHT if is_guessed(session) else None
    return reading._replace(answer=Answer.UNCLEAR, concern=None, level=None, aside=None, denial=denial, needs=())


def _is_of_child(session: Session, said: str, reading: Interpretation) -> bool:
    """Return whether a small child of theirs is ill. Signs that can't wait are an alarm of their own."""
    if reading.level is Level.ALARM and "fever" not in said:
        return False
    wants_more = reading.concern is None and (seeks_care(said) or not {Need.MEDICAL}.issuperset(reading.needs))
    for_work = Fact.FOR_CLIENT in session.facts
    return not (for_work or wants_more) and taken_in.is_sick_child(said)


def _spilled(session: Session, said: str, reading: Interpretation) -> Interpretation:
    """Return a drug that got on somebody as asked about, and as an alarm where they feel it."""
    drug = taken_in.is_spilled(said)
    stands = session.hazard == Answer.MEDICAL.value
    feels = taken_in.is_ill_by_it(said)
    if reading.about_other or not (drug or (stands and taken_in.pack_broke(said))):
        return reading
    if feels or stands:
        return _told(session, reading, None)
    return reading._replace(
        answer=Answer.UNCLEAR, concern=Concern.MEDICAL, level=Level.ASK, needs=(), aside=None, guide=None, area=None
    )


_BY_SOMEBODY = frozenset({Answer.HURT_NOW.value, Answer.CHILD_HURT.value, Answer.ABUSE_TOLD.value, PARTNER, CHOKED})


def _told(session: Session, reading: Interpretation, detail: Detail | None) -> Interpretation:
    """Return a text as an alarm of the body. Beside who hurts them a child's fever is no poison of its own."""
    beside = detail is not None and session.hazard in _BY_SOMEBODY
    return reading._replace(
        answer=Answer.HURT_NOW if beside else Answer.MEDICAL,
        concern=Concern.VIOLENCE if beside else Concern.MEDICAL, level=Level.ALARM, detail=detail, needs=(), aside=None,
        guide=None, hour=None, area=None, progress=None, fine=False, about_other=False,
    )  # fmt: skip
