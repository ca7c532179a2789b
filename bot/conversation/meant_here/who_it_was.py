"""A child's few words after a danger was told: who it was, how old they are, that they are scared. Pure.

"Stepdad" and "11" are no riddle after "he touches me", and a number that is not on offer there is an age. The line for
children comes by it, and under 13 nothing more is asked.
"""

from __future__ import annotations

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Concern, Detail, Level, State
from bot.flows.session import OF_AGE, Session
from bot.flows.urgent import is_minor
from bot.flows.welcome import SILENT
from bot.understanding import who_it_was as grammar

_BY_SOMEBODY = frozenset({Answer.HURT_NOW.value, Answer.CHILD_HURT.value, Answer.ABUSE_TOLD.value})
_MAY_SEEM = frozenset(
    {None, Concern.CHILD_HURT, Concern.VIOLENCE, Concern.SEXUAL_ABUSE, Concern.WATCHED, Concern.FRIEND}
)
_OPEN = GIVES_WAY | {Answer.AREA, Answer.NAME, Answer.FRIEND_DANGER, Answer.WATCHED, Answer.HUSH}
_AFTER_IT = ("safety.", "aside.noted", "unclear.", "welcome.heard_then")
_FIRST = SILENT | {State.WELCOME_HELLO}


def of_who_it_was(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read who it was, and the age of a child, as more of the danger that was told; an age and fear as one to ask of."""
    is_sure = reading.level is Level.ALARM or reading.answer not in _OPEN or reading.concern not in _MAY_SEEM
    if is_sure or session.caseworker_name or session.young or session.other_holds or "?" in wrote.text:
        return reading
    if (
        session.state in _FIRST
        and not session.hazard
        and reading.concern is None
        and grammar.is_scared_child(wrote.said)
    ):
        return reading._replace(answer=Answer.UNCLEAR, aside=None, concern=Concern.VIOLENCE, level=Level.ASK)
    if not _stands(session):
        return reading
    if reading.answer is Answer.UNCLEAR and grammar.child_age(wrote.said):
        return Interpretation(Answer.UNDER_13, language=reading.language)
    return _who(session, reading) if grammar.is_who(wrote.said) else reading


def _stands(session: Session) -> bool:
    is_told = session.hazard in _BY_SOMEBODY and not session.of_other
    return is_told and session.last_key.startswith(_AFTER_IT) and not session.case


def _who(session: Session, reading: Interpretation) -> Interpretation:
    """Return who it was as more of it. Of kin or a coach, and nobody grown, it is a child's danger; not where one is sold."""
    plain = reading._replace(
        concern=None, level=None, aside=None, guide=None, needs=(), hour=None, area=None, about_other=False
    )
    is_known = session.hazard == Answer.CHILD_HURT.value or session.last_key == "safety.child"
    is_known = is_known or (session.hazard == Answer.ABUSE_TOLD.value and not is_minor(session))
    may_be_child = not is_known and session.age < OF_AGE and Concern.EXPLOITATION not in session.asked
    if may_be_child or (is_minor(session) and not is_known):
        return plain._replace(answer=Answer.CHILD_HURT, concern=Concern.CHILD_HURT, level=Level.ALARM)
    return plain._replace(answer=Answer.UNCLEAR, detail=Detail.TOLD_ON)
