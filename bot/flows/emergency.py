"""How a medical emergency goes on: help was called, it came, somebody breathes. Each gets the next step, not the first.

"Call 911" said to somebody who has called, or whose friend the ambulance has taken, tells them that nobody listens.
"""

from __future__ import annotations

from bot.flows.harm import BODY, BODY_MORE
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Guide, Need, Progress, State
from bot.flows.session import Session

FIRST_AID, FIRST_AID_FOR_OTHER = "safety.first_aid", "safety.first_aid_other"
"""Keys of what to do until help comes: for somebody who may be the one in danger, and for somebody else's danger."""

ASKED, WITHDRAWAL = "safety.ask.medical", "safety.ask.withdrawal"
"""Keys of the question about an emergency that is not sure, and of the one to somebody who is sick without a drug."""

_CAME = frozenset({Progress.HELP_CAME, Progress.THEY_CAME})
_KEYS = {
    Progress.CALLED: "safety.called",
    Progress.HELP_CAME: "safety.help_here",
    Progress.THEY_CAME: "safety.help_here",
    Progress.BREATHING: "safety.breathing",
    Progress.ASKED: "safety.outcome",
    Progress.GIVEN: "safety.narcan_given",
    Progress.REFUSED: "safety.no_call",
    Progress.NO_NARCAN: "safety.no_narcan",
    Progress.NO_MEANS: "safety.no_means",
}
NO_CALL_FOR_OTHER = "safety.no_call_other"
"""Key for a call that is refused for fear, where somebody else is in danger."""

_AFTER_HELP = {Progress.BREATHING: "safety.help_here", Progress.ASKED: "safety.outcome_here"}

KEYS = (FIRST_AID, FIRST_AID_FOR_OTHER, *dict.fromkeys(_KEYS.values()), NO_CALL_FOR_OTHER, "safety.outcome_here")
"""Keys of the messages in a medical emergency that goes on."""

_OF_THE_BODY = frozenset({Need.MEDICAL, Need.SUBSTANCE_USE})
"""Needs that are no wish for a place while an emergency stands: "epipen", "narcan", "a doctor"."""

_NEVER_NEWS = frozenset(
    {Answer.STOP, Answer.START, Answer.HELP, Answer.COVER, Answer.HOLDER, Answer.UNDER_13, Answer.SELF_HARM,
     Answer.HURT_NOW, Answer.CHILD_HURT}
)  # fmt: skip

_FEARED = frozenset({Answer.HURT_NOW, Answer.CHILD_HURT})
"""What a refusal to call may sound like: "theyll lock me up", "theyll take my kid"."""


def with_news(session: Session, interpretation: Interpretation) -> Interpretation:
    """Return the news of a medical emergency that stands as PROGRESS, with its numbers; anything else as it is.

    A need of the body in the midst of it gets first aid: no city is asked for then.
    """
    news, answer = interpretation.progress, interpretation.answer
    if news is None and answer is Answer.NEEDS and _is_in_it(session) and _OF_THE_BODY.issuperset(interpretation.needs):
        return interpretation._replace(answer=Answer.UNCLEAR, needs=())
    if _is_of_the_body(session, interpretation):
        return interpretation._replace(answer=Answer.MEDICAL, guide=None, aside=None)
    if news is None or session.hazard != Answer.MEDICAL.value or session.caseworker_name:
        return interpretation
    if answer in (_NEVER_NEWS - _FEARED if news in (Progress.REFUSED, Progress.NO_MEANS) else _NEVER_NEWS):
        return interpretation
    if answer is Answer.HUSH and not _is_of_the_emergency(session, news):
        return interpretation
    return interpretation._replace(answer=Answer.PROGRESS, concern=None, level=None, aside=None)


def _is_of_the_body(session: Session, interpretation: Interpretation) -> bool:
    """Return whether a text that elsewhere tells of panic is news of what was taken: "my heart going crazy"."""
    is_panic = interpretation.answer is Answer.GUIDE and interpretation.guide is Guide.PANIC
    return is_panic and session.hazard == Answer.MEDICAL.value and not session.caseworker_name and not session.young


def _is_in_it(session: Session) -> bool:
    at = session.state in (State.SAFETY_MEDICAL, State.SAFETY_STAY)
    return at and session.hazard == Answer.MEDICAL.value and not session.caseworker_name


def _is_of_the_emergency(session: Session, news: Progress) -> bool:
    """Return whether "theyre here" or "he woke up" is news of the emergency, not of somebody who must not see this."""
    if session.of_other or news is Progress.BREATHING:
        return session.of_other  # who waits for help for a friend is told what comes next: "they coming"
    return news is Progress.HELP_CAME or session.progress is not None


def noted(session: Session, interpretation: Interpretation) -> Session:
    """Store how far help is. A question changes nothing, and help that came stays there."""
    news = interpretation.progress
    keeps = news not in (Progress.CALLED, *_CAME) or session.progress in _CAME
    return session if interpretation.answer is not Answer.PROGRESS or keeps else session._replace(progress=news)


def key_of(session: Session, news: Progress) -> str:
    """Return the key of the message for news of the emergency. `session` is as it was before."""
    if news is Progress.REFUSED and session.of_other:
        return NO_CALL_FOR_OTHER
    return _AFTER_HELP.get(news, _KEYS[news]) if session.progress in _CAME else _KEYS[news]


def aid_key(session: Session, answer: Answer) -> str:
    """Return the key of first aid: for the one it is about, and without "call" where help was called or came."""
    if session.hazard == BODY:
        return BODY_MORE
    if session.progress and answer is not Answer.MEDICAL:
        return State.SAFETY_STAY.value
    return FIRST_AID_FOR_OTHER if session.of_other else FIRST_AID
