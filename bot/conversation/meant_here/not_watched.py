"""What was taken for a phone that is watched, and tells of a danger, of a child's phone, or of who is far. Pure.

The answer to a watched phone has no number in it. Beside a danger it is only for words of the phone that they text from.
"""

from __future__ import annotations

from bot.conversation.meant_here.at_hand import is_acute, names_screen
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Concern, Level
from bot.flows.session import Session
from bot.understanding import not_watched as grammar
from bot.understanding.near import is_near
from bot.understanding.shared_phone import asks_for_other_topic
from bot.understanding.watching import asks_for_care, is_warning


def of_other_phones(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a phone that is not theirs, who hides with others, and who is far, as that: the danger keeps its numbers."""
    if session.caseworker_name or session.young or session.other_holds or reading.answer not in _SAYS_LITTLE:
        return reading
    said = wrote.said
    if grammar.finds_on_their_phone(said, of_other=session.of_other) and not _is_sure(reading):
        return _of_child(session, reading)
    if _is_shut_out(session, said, reading):
        return _again(session, reading)
    if not _seems_watched(reading) or session.wary or is_warning(said) or asks_for_care(said) or is_near(said):
        return reading
    if grammar.hides(said) and not session.of_other and not session.hazard:
        return _asked(reading)
    return _kept(session, said, reading)


def _seems_watched(reading: Interpretation) -> bool:
    return reading.answer is Answer.WATCHED or (reading.concern is Concern.WATCHED and reading.level is Level.ASK)


def _kept(session: Session, said: str, reading: Interpretation) -> Interpretation:
    """Return a text that names no phone and nobody near as what is left of it beside a danger that stands."""
    of_screen = names_screen(said) or grammar.is_at_hand(said) or asks_for_other_topic(said)
    if not session.hazard or is_acute(session) or of_screen:
        return reading
    kept = reading._replace(concern=None, level=None, aside=None, about_other=False)
    return kept if reading.answer is Answer.AREA else kept._replace(answer=Answer.UNCLEAR)


def _is_shut_out(session: Session, said: str, reading: Interpretation) -> bool:
    """Return whether somebody who is told of as in danger lets nobody in."""
    in_danger = session.of_other and session.hazard in (Answer.SELF_HARM.value, Answer.FRIEND_DANGER.value)
    return in_danger and not _is_sure(reading) and grammar.is_shut_out(said)


_SAYS_LITTLE = frozenset(
    {Answer.AREA, Answer.GUIDE, Answer.WATCHED, Answer.UNCLEAR, Answer.ASIDE, Answer.FRIEND_DANGER, Answer.SEXTORTION}
)


def _is_sure(reading: Interpretation) -> bool:
    return reading.level is Level.ALARM and reading.concern is not Concern.FRIEND


def _of_child(session: Session, reading: Interpretation) -> Interpretation:
    return Interpretation(
        Answer.FRIEND_DANGER, concern=Concern.FRIEND, level=Level.ALARM, about_other=True, language=reading.language,
        facts=reading.facts, facts_of_other=reading.facts_of_other, age_of_other=reading.age_of_other,
    )  # fmt: skip


def _again(session: Session, reading: Interpretation) -> Interpretation:
    """Return who is shut out by somebody in danger as that danger, told once more."""
    concern = Concern.SELF_HARM if session.hazard == Answer.SELF_HARM.value else Concern.FRIEND
    return Interpretation(
        Answer.FRIEND_DANGER, concern=concern, level=Level.ALARM, about_other=True, language=reading.language
    )


def _asked(reading: Interpretation) -> Interpretation:
    return Interpretation(
        Answer.UNCLEAR, concern=Concern.VIOLENCE, level=Level.ASK, language=reading.language, facts=reading.facts
    )
