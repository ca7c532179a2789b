"""Family words in what somebody tells of themselves: they were taken for a friend's danger, or for who is told. Pure."""

from __future__ import annotations

from bot.conversation.meant_here.beside_danger import GIVES_WAY, stands
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.harm import BY_FORCE
from bot.flows.model import Interpretation
from bot.flows.names import FOR_WHOM, Answer, Aside, Concern, Detail, Fact, Level
from bot.flows.session import Session
from bot.understanding import kin_words

_OPEN = GIVES_WAY | {
    Answer.FRIEND_DANGER, Answer.SEXTORTION, Answer.COME, Answer.WATCHED, Answer.AREA, Answer.HURT_NOW, Answer.CHILD_HURT,
    Answer.NO_PLACE, Answer.HOLDER,
}  # fmt: skip
_FAR = frozenset({Concern.MEDICAL})


def of_kin_words(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "si me voy le cobran a mi abuelita" and "mi mama me manda con el" as told of the one who writes."""
    is_far = session.caseworker_name or session.young or reading.answer in STANDS - {Answer.HOLDER}
    if is_far or reading.answer not in _OPEN or reading.concern in _FAR or not FOR_WHOM.isdisjoint(session.facts):
        return reading
    own_alarm = reading.level is Level.ALARM and not reading.about_other and reading.answer is not Answer.FRIEND_DANGER
    if own_alarm:
        return reading
    if "?" not in wrote.text and wrote.once(kin_words.falls_on_kin):
        return _falls(session, reading)
    of_other = reading.answer is Answer.FRIEND_DANGER or (reading.about_other and reading.level is not None)
    if of_other and wrote.once(kin_words.kin_does_it_to_me):
        return _own(reading)
    is_guess = reading.level is not Level.ALARM or of_other
    if is_guess and kin_words.will_not_leave_baby(wrote.said):
        return _with_baby(session, reading)
    return reading


def _plain(reading: Interpretation) -> Interpretation:
    return reading._replace(
        aside=None, guide=None, needs=(), hour=None, area=None, come=False, about_other=False, progress=None,
        detail=None, concern=None, level=None,
    )  # fmt: skip


def _falls(session: Session, reading: Interpretation) -> Interpretation:
    """Return it as more of what holds them where that was told, and as danger that is sure elsewhere."""
    plain = _plain(reading)
    if session.hazard in BY_FORCE and Concern.EXPLOITATION in session.asked:
        return plain._replace(answer=Answer.UNCLEAR, detail=Detail.FAMILY)
    return plain._replace(answer=Answer.HURT_NOW, concern=Concern.EXPLOITATION, level=Level.ALARM)


def _own(reading: Interpretation) -> Interpretation:
    concern = Concern.EXPLOITATION if reading.concern in (None, Concern.FRIEND) else reading.concern
    answer = Answer.HURT_NOW if reading.level is Level.ALARM else Answer.UNCLEAR
    return _plain(reading)._replace(answer=answer, concern=concern, level=reading.level or Level.ASK)


def _with_baby(session: Session, reading: Interpretation) -> Interpretation:
    """Return a child of theirs who can't be left as that: some places take both."""
    plain = _plain(reading)._replace(facts=reading.facts | {Fact.CHILDREN})
    if stands(session) or session.service:
        return plain._replace(answer=Answer.ASIDE, aside=Aside.BRING_KIDS)
    return (
        plain._replace(answer=Answer.ASIDE, aside=Aside.NOTED)
        if session.greeted
        else plain._replace(answer=Answer.GREETING)
    )
