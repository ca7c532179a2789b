"""A consent taken back in plain words while it stands, or backed out of while it is asked for (promise 1). Pure."""

from __future__ import annotations

from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Level, ShareItem, State
from bot.flows.session import Session
from bot.understanding.taking_back import asks_if_withdrawn, keeps_a_part, may_withdraw, recoils, withdraws

_ASKS = frozenset({State.CONSENT_TEAM, State.CONSENT_TALK, State.CONSENT_CHOOSE, State.CONSENT_TIMES})
_JUST_AGREED = frozenset({State.CONSENT_NAME, State.CONSENT_REMEMBER, State.HANDOFF_WAITING, State.HANDOFF_LONGER})
_STANDS = frozenset(
    {Answer.STOP, Answer.START, Answer.COVER, Answer.HOLDER, Answer.HUSH, Answer.UNDER_13, Answer.FORGET,
     Answer.TAKE_BACK, Answer.TAKE_ITEM, Answer.ERASE, Answer.DROP_CHECK_IN}
)  # fmt: skip


def of_taking_back(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "cancel the person" and "mejor que nadie vea nada" as what they are, and do it at once."""
    asks = session.state in _ASKS
    is_danger = reading.level is Level.ALARM and not _is_of_staff(session, wrote.said, reading)
    if session.caseworker_name or is_danger or reading.answer in _STANDS or session.other_holds:
        return reading
    if asks_if_withdrawn(wrote.said) and (session.case or session.state is State.PRIVACY_TAKEN_BACK):
        return Interpretation(Answer.WHAT_IS_SHARED, language=reading.language)
    if "?" in wrote.text or not (asks or session.case):
        return reading
    meant = _backing_out(wrote.said) if asks else _taking_back(session, wrote.said)
    return reading if meant is None else meant._replace(language=reading.language)


def _is_of_staff(session: Session, said: str, reading: Interpretation) -> bool:
    """Return whether "dont let them see that", which may be of a friend, is of staff: they were just let in."""
    may_be = (
        (reading.concern is Concern.FRIEND or reading.about_other)
        and bool(session.case)
        and session.state in _JUST_AGREED
    )
    return may_be and withdraws(said)


def _backing_out(said: str) -> Interpretation | None:
    return Interpretation(Answer.NOT_NOW) if withdraws(said) or may_withdraw(said) or recoils(said) else None


def _taking_back(session: Session, said: str) -> Interpretation | None:
    if withdraws(said) or (session.state in _JUST_AGREED and recoils(said)):
        return Interpretation(Answer.TAKE_BACK)
    if may_withdraw(said):
        return Interpretation(Answer.WHAT_IS_SHARED)
    if not keeps_a_part(said):
        return None
    only_talk = session.shared == {ShareItem.WANTS_TO_TALK} and not session.remembered
    return (
        Interpretation(Answer.ASIDE, aside=Aside.WHAT_THEY_SEE) if only_talk else Interpretation(Answer.WHAT_IS_SHARED)
    )
