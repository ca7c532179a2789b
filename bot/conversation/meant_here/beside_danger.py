"""What a short text means near a danger: where somebody hides, how long they are alone, that he is beside them. Pure.

"Im in the bathroom" and "i got like an hour" sound like "not now" elsewhere. Beside a danger they ask to go on.
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.harm import CHOKED
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Guide, Level, State
from bot.flows.session import Session
from bot.flows.urgent import PARTNER
from bot.understanding.straits import (
    agrees_in_haste,
    comes_back,
    has_time,
    is_alone_now,
    is_at_lodging,
    is_beside_him,
    is_driven,
    is_hiding,
    is_in_the_house,
    is_place_or_time,
    puts_off_beside_him,
    rides_with_him,
)

GIVES_WAY = frozenset(
    {Answer.UNCLEAR, Answer.NOT_NOW, Answer.NO, Answer.YES, Answer.MAYBE, Answer.SKIP, Answer.THANKS, Answer.GREETING,
     Answer.GO_ON, Answer.REPEAT, Answer.ASIDE, Answer.DOUBT, Answer.HOUR, Answer.CHECK_IN, Answer.GUIDE, Answer.NEEDS}
)  # fmt: skip
"""Answers that may be only a guess from words of place or time."""

_BY_SOMEBODY = frozenset({Answer.HURT_NOW.value, Answer.CHILD_HURT.value, Answer.COME.value, PARTNER, CHOKED})
"""Dangers that come from somebody: the time until they are back is time to act."""


def in_danger(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a place or a span of time as what it means beside a danger that stands: never as "not now"."""
    said = wrote.said
    if not _may_mean_more(session, reading) or "?" in wrote.text:
        return reading
    is_time = has_time(said)
    if session.aside is Aside.STOP_TEXTS and (is_time or is_alone_now(said)):  # it was unsafe to text, and is no more
        return Interpretation(Answer.ASIDE, aside=Aside.BACK_AGAIN, language=reading.language)
    if is_time or comes_back(said) or (session.state in _TOLD_OF_HIM and is_alone_now(said)):
        return _with_time(session, reading, is_time=is_time)
    if is_hiding(said):
        return _hiding(session, reading._replace(concern=None, level=None))
    if reading.answer is Answer.NOT_NOW and is_place_or_time(said):
        return reading._replace(answer=_no_guess(session))
    return reading


_TOLD_OF_HIM = frozenset({State.SAFETY_HURT, State.SAFETY_STAY, State.SAFETY_COME})
_ASK_IF_OK = frozenset({State.WELCOME_HELLO, State.WELCOME_HEARD, State.WELCOME_BACK})
"""States that ask whether it is ok to text now. Who is alone then answers "yes"."""
_AGREES = re.compile(r"(?:yes|yeah|yea|yep|ok|okay|sure|its ok|it is ok|it is fine|si|sip|claro|va)\b")
_NO_YES = STANDS - {Answer.FORGET, Answer.TAKE_BACK, Answer.NAME}


def now_ok(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "its ok now hes at work" and "el salio" as a yes to "is now ok to text?"."""
    is_sure = reading.level is Level.ALARM or reading.concern not in (None, Concern.WATCHED)
    if session.state not in _ASK_IF_OK or session.safe or is_sure or reading.answer in _NO_YES:
        return reading
    said = wrote.said
    is_alone = (
        is_alone_now(said)
        or has_time(said)
        or agrees_in_haste(said)
        or (_AGREES.match(said) is not None and comes_back(said))
    )
    if "?" in wrote.text or not is_alone:
        return reading
    return Interpretation(Answer.YES, language=reading.language, facts=reading.facts, age=reading.age)


def under_one_roof(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "ahorita esta en la casa" of who is a danger as told of the phone: no haste is in it, so a line is sent."""
    if reading.answer is not Answer.HUSH or session.caseworker_name or session.young or not stands(session):
        return reading
    if not is_in_the_house(wrote.said):
        return reading
    return Interpretation(Answer.WATCHED, language=reading.language)


def _may_mean_more(session: Session, reading: Interpretation) -> bool:
    if session.caseworker_name or session.young or not stands(session):
        return False
    is_sure = reading.level is Level.ALARM or reading.concern not in (None, Concern.WATCHED, Concern.VIOLENCE)
    return reading.answer in GIVES_WAY and not is_sure


def stands(session: Session) -> bool:
    return bool(session.hazard) or session.state.value.startswith("safety.") or _is_watched(session)


def _is_watched(session: Session) -> bool:
    """Return whether they told last that somebody reads the phone, and were asked whether it is ok to text."""
    return session.state is State.WELCOME_BACK and session.last_key == "safety.watched"


def _with_time(session: Session, reading: Interpretation, *, is_time: bool) -> Interpretation:
    """Return the plan where somebody is a danger. Who has time after "is now ok to text?" says yes."""
    plain = reading._replace(concern=None, level=None, aside=None, guide=None, hour=None, needs=())
    if session.hazard in _BY_SOMEBODY:
        return plain._replace(answer=Answer.GUIDE, guide=Guide.LEAVING)
    if is_time and _is_watched(session) and not session.hazard:
        return plain._replace(answer=Answer.YES)
    return plain._replace(answer=_no_guess(session)) if reading.answer is Answer.NOT_NOW else reading


def _hiding(session: Session, reading: Interpretation) -> Interpretation:
    if session.hazard in _BY_SOMEBODY:
        return reading._replace(answer=Answer.ASIDE, aside=Aside.HIDING, guide=None, hour=None, needs=())
    if reading.answer is not Answer.NOT_NOW:
        return reading
    return reading._replace(answer=_no_guess(session))


def _no_guess(session: Session) -> Answer:
    """Return the answer of a text that is no "not now": a question that a bland screen asked is asked again."""
    return Answer.REPEAT if _is_watched(session) else Answer.UNCLEAR


_SMALL_TALK = frozenset({Aside.JOKE, Aside.RIDE, Aside.FEELING, Aside.TRAVEL, Aside.PLACE, Aside.WHERE_IS_IT})


def at_lodging(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "im at the red roof off 75" as the place where somebody is: no joke, and no question for a ride."""
    is_guess = reading.answer in (Answer.ASIDE, Answer.UNCLEAR) and reading.aside in _SMALL_TALK
    if not is_guess or reading.concern or session.caseworker_name or session.young or "?" in wrote.text:
        return reading
    if not is_at_lodging(wrote.said):
        return reading
    if stands(session):
        return reading._replace(answer=Answer.UNCLEAR, aside=None)
    return reading._replace(answer=Answer.ASIDE, aside=Aside.NOTED)


def beside_him(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "no i cant talk he is driving" as told of somebody who may see the screen: no help line goes there now."""
    is_sure = reading.level is Level.ALARM or reading.concern not in (None, Concern.WATCHED, Concern.EXPLOITATION)
    if is_sure or reading.answer not in GIVES_WAY or "?" in wrote.text or session.caseworker_name or session.young:
        return reading
    said = wrote.said
    is_told = (
        puts_off_beside_him(said) or rides_with_him(said) or (reading.answer is Answer.NOT_NOW and is_beside_him(said))
    )
    if not is_told and (session.service or not is_driven(said)):
        return reading
    return Interpretation(Answer.WATCHED, language=reading.language, facts=reading.facts, age=reading.age)
