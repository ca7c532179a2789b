"""What asks for nothing beside a danger, and what "safe" is answered there. Pure.

"He pays my rent" names a home, and asks for none: it is more of what was told. "Ok, I can help with that" would be no
answer to it, and none to "can you find me" or "im going back to him".
"""

from __future__ import annotations

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Denial, Guide, Level, State
from bot.flows.session import Session
from bot.understanding.asked_for import asks_for, asks_to_be_found, asks_what_is_safe, goes_back, says_safe

_ASKED = frozenset({State.SAFETY_ASK, State.SAFETY_HURT, State.SAFETY_STAY, State.SAFETY_CHILD, State.SAFETY_COME, State.SAFETY_FRIEND,
                    State.SAFETY_SEXTORTION, State.SAFETY_PLAN, State.WELCOME_HEARD})  # fmt: skip
_OPEN = frozenset(
    {
        Answer.NEEDS,
        Answer.UNCLEAR,
        Answer.YES,
        Answer.NO,
        Answer.MAYBE,
        Answer.ASIDE,
        Answer.NOT_NOW,
        Answer.GO_ON,
        Answer.SAFETY,
    }
)
_MAY_SEEM = frozenset({None, Concern.EXPLOITATION, Concern.WATCHED, Concern.VIOLENCE})
_OF_BODY = frozenset({Answer.MEDICAL.value, Answer.SELF_HARM.value})


def of_no_ask(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a need that is only named beside a danger as more of it, and an answer to "are you safe" as that."""
    is_open = session.caseworker_name or session.young or session.other_holds or session.wary
    if is_open or reading.level is Level.ALARM or reading.answer in STANDS:
        return reading
    if reading.concern in _MAY_SEEM and reading.answer in _OPEN | {Answer.GUIDE} and goes_back(wrote.said):
        by_guide = session.safe and session.limits_told
        going = Interpretation(Answer.GUIDE, guide=Guide.GOING_BACK, language=reading.language)
        return going if by_guide else Interpretation(Answer.ASIDE, aside=Aside.MY_CHOICE, language=reading.language)
    in_danger = bool(session.hazard) and session.state in _ASKED
    if in_danger and asks_to_be_found(wrote.said):
        return Interpretation(Answer.COME, language=reading.language)
    if reading.level is not None:
        return reading
    if (
        reading.guide is Guide.GOING_BACK
        and reading.answer is Answer.GUIDE
        and not (session.safe and session.limits_told)
    ):
        return Interpretation(Answer.ASIDE, aside=Aside.MY_CHOICE, language=reading.language)
    return _beside(session, wrote, reading) if in_danger else reading


def _beside(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    said = wrote.said
    if reading.answer in _OPEN and asks_what_is_safe(said):
        return Interpretation(Answer.ASIDE, aside=Aside.WHAT_IS_SAFE, language=reading.language)
    if reading.answer in _OPEN and says_safe(said) and "?" not in wrote.text:
        answer = Answer.YES if session.state is State.SAFETY_ASK else Answer.UNCLEAR
        return Interpretation(answer, denial=Denial.OUTRIGHT, language=reading.language)
    only_told = reading.answer is Answer.NEEDS and not asks_for(said, wrote.text) and session.hazard not in _OF_BODY
    return reading._replace(answer=Answer.UNCLEAR, needs=()) if only_told else reading
