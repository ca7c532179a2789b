"""What a later, lesser danger does not replace: the line for suicide, and for whoever is under 18 that for children."""

from __future__ import annotations

from bot.flows.harm import CHOKED
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Fact, Level, Need, State
from bot.flows.session import OF_AGE, Session
from bot.flows.urgent import is_minor

MEANS = "safety.means"
"""Message key where wanting to die is told once more: something within reach is put away, and 988 called."""

_TOLD = State.SAFETY_SELF_HARM.value
_LESSER = {
    Answer.MEDICAL.value: frozenset({Answer.HURT_NOW, Answer.COME}),
    Answer.CHILD_HURT.value: frozenset({Answer.HURT_NOW, Answer.COME}),
    CHOKED: frozenset({Answer.HURT_NOW, Answer.COME}),
    Answer.SELF_HARM.value: frozenset(
        {Answer.HURT_NOW, Answer.COME, Answer.ABUSE_TOLD, Answer.NO_PLACE, Answer.FRIEND_DANGER}
    ),
}
"""Each danger whose numbers stay, and those after which they do: pills are still in, and a child is still one."""

_SAYS_NOTHING = frozenset({Answer.UNCLEAR, Answer.NOT_NOW, Answer.ASIDE})


def stays(session: Session, hazard: Answer) -> bool:
    """Return whether the numbers of the danger that stands stay when this one is told."""
    return hazard in _LESSER.get(session.hazard, ())


def for_child(session: Session, hazard: Answer, interpretation: Interpretation) -> Answer:
    """Return the danger whose line takes texts for somebody under 18 who tells of abuse, or of pictures."""
    is_theirs = hazard is Answer.ABUSE_TOLD or interpretation.concern is Concern.SEXTORTION
    return Answer.CHILD_HURT if is_theirs and is_minor(session) and not interpretation.about_other else hazard


def heard(session: Session, interpretation: Interpretation) -> Interpretation:
    """Read a hint at suicide as outright while its numbers stand, and abuse of somebody under 18 as that of a child."""
    if session.caseworker_name or session.young or interpretation.about_other:
        return interpretation
    concern, answer = interpretation.concern, interpretation.answer
    hints = concern is Concern.SELF_HARM and interpretation.level is Level.ASK and answer in _SAYS_NOTHING
    if hints and session.hazard == Answer.SELF_HARM.value:
        return interpretation._replace(answer=Answer.SELF_HARM, level=Level.ALARM, aside=None)
    is_told = concern is Concern.SEXUAL_ABUSE or session.hazard == Answer.CHILD_HURT.value
    if answer is Answer.HURT_NOW and is_told and _is_minor(session, interpretation):
        return interpretation._replace(answer=Answer.CHILD_HURT)
    if concern is Concern.MINOR_NO_PLACE and concern in session.asked and answer in _SAYS_NOTHING:
        # the number was told: now a place is looked for
        return interpretation._replace(answer=Answer.NEEDS, needs=(Need.SHELTER_TONIGHT,), aside=None, concern=None)
    if concern and interpretation.aside is Aside.JOKE:
        return interpretation._replace(answer=Answer.UNCLEAR, aside=None)
    return interpretation


def _is_minor(session: Session, interpretation: Interpretation) -> bool:
    return is_minor(session) or 0 < (interpretation.age or 0) < OF_AGE or Fact.MINOR in interpretation.facts


def key_of(says: str, before: Session, interpretation: Interpretation) -> str:
    """Return the key of the message for wanting to die that is told again, or `says`. `before` is as it was before.

    A caseworker who is there answers it themselves, and a message that is only said in another language stays the same.
    """
    told = says == _TOLD and interpretation.answer is Answer.SELF_HARM and not before.caseworker_name
    return MEANS if told and before.last_key in (_TOLD, MEANS, "safety.ask.self_harm") else says
