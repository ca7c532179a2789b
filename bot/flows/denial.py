"""A danger that is denied: the numbers leave the replies, and are back as soon as one is told again. Pure.

The line for suicide is not named again to somebody who says that it is not for them, until they tell of that danger.
"""

from __future__ import annotations

from bot.flows.harm import CHOKED, is_guessed
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Denial, Event, Fact, State
from bot.flows.safety import DANGERS
from bot.flows.session import Session, after
from bot.flows.urgent import MISSING

_STAY = {
    Answer.MEDICAL.value: frozenset[Denial](),
    MISSING: frozenset({Denial.FOUND}),
    CHOKED: frozenset({Denial.OUTRIGHT}),
    Answer.SELF_HARM.value: frozenset({Denial.NOT_SUICIDAL, Denial.OUTRIGHT}),
    Answer.CHILD_HURT.value: frozenset({Denial.OUTRIGHT}),
}
"""Dangers that not every denial lifts: what was swallowed is still in, who is missing is so until they are found."""

_ANY = frozenset({Denial.OUTRIGHT, Denial.FINE})

_SAYS_LESS = frozenset(
    {Answer.UNCLEAR, Answer.NO, Answer.NOT_NOW, Answer.YES, Answer.THANKS, Answer.GREETING, Answer.GO_ON, Answer.REPEAT,
     Answer.MAYBE, Answer.ASIDE, Answer.DOUBT, Answer.PERSON}
)  # fmt: skip
_SAYS_LITTLE = frozenset(
    {Aside.ANGER, Aside.NOTED, Aside.JOKE, Aside.FEELING, Aside.DISTRUST, Aside.OTHER_REASON, Aside.UNSURE, None}
)
_IN_DANGER = frozenset(
    {*DANGERS.values(), State.SAFETY_COME, State.SAFETY_STAY, State.SAFETY_FRIEND, State.SAFETY_SEXTORTION,
     State.SAFETY_ASK}
)  # fmt: skip


def _is_lifted(session: Session, interpretation: Interpretation) -> bool:
    """Return whether a text lifts the danger that stands. "Im fine" does so only beside its numbers."""
    if interpretation.denial is Denial.FINE and session.state not in _IN_DANGER:
        return False
    if is_guessed(session) and interpretation.denial is Denial.OUTRIGHT:
        return True  # it was only asked about, and nothing was taken
    return bool(session.hazard) and interpretation.denial in _STAY.get(session.hazard, _ANY)


def heard(session: Session, interpretation: Interpretation) -> Interpretation:
    """Read a denial as the answer to "are you safe right now?", or as a remark that is answered as one."""
    denial = interpretation.denial
    if denial is None or interpretation.concern or interpretation.level or session.caseworker_name or session.young:
        return interpretation._replace(denial=None)
    if denial is Denial.FOUND and _is_lifted(session, interpretation):
        return interpretation._replace(answer=Answer.ASIDE, aside=Aside.GOOD_NEWS, guide=None)
    says_more = denial is Denial.FINE and interpretation.aside not in _SAYS_LITTLE
    if interpretation.answer not in _SAYS_LESS or interpretation.needs or says_more:
        return interpretation
    lifted = _is_lifted(session, interpretation)
    if session.state is State.SAFETY_ASK and lifted:
        return interpretation._replace(answer=Answer.YES, aside=None)
    aside = Aside.NOT_SUICIDAL if denial is Denial.NOT_SUICIDAL else Aside.NOT_IN_DANGER
    is_told = denial is Denial.OUTRIGHT and session.state in _IN_DANGER and not session.hazard
    told = lifted or is_told or denial is Denial.NOT_SUICIDAL
    return interpretation._replace(answer=Answer.ASIDE, aside=aside) if told else interpretation


def lifted(session: Session, interpretation: Interpretation) -> Session:
    """Return the session without the danger that a text denies, and with what it says of the line for suicide."""
    if _is_lifted(session, interpretation):
        session = after(session, Event.SAFE_SAID)
    if interpretation.denial is Denial.NOT_SUICIDAL:
        return session._replace(facts=session.facts | {Fact.NO_CRISIS_LINE})
    return session


def kept(session: Session) -> Session:
    """Return the session as it is kept: a danger that the line for suicide is for takes back that it is not wanted."""
    if session.hazard != Answer.SELF_HARM.value or Fact.NO_CRISIS_LINE not in session.facts:
        return session
    return session._replace(facts=session.facts - {Fact.NO_CRISIS_LINE})
