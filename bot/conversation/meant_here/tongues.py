"""Who does not understand, or speaks a language that nobody writes here; and a lawyer who does not speak theirs. Pure."""

from __future__ import annotations

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Level
from bot.flows.session import Session
from bot.understanding import tongues

_OPEN = GIVES_WAY | {
    Answer.PERSON,
    Answer.LANGUAGE,
    Answer.ENGLISH,
    Answer.SPANISH,
    Answer.FOREIGN,
    Answer.OTHER_LANGUAGE,
}
_LANGUAGES = frozenset({Answer.LANGUAGE, Answer.ENGLISH, Answer.SPANISH})


def of_tongues(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "no entiendo" beside a danger as a wish for few plain words, and "hablo mam" as one for an interpreter."""
    is_far = session.caseworker_name or session.young or reading.answer in STANDS or reading.level is Level.ALARM
    if is_far or reading.answer not in _OPEN or reading.concern is not None:
        return reading
    said = wrote.said
    if tongues.speaks_other_tongue(said) and (session.hazard or reading.answer is not Answer.FOREIGN):
        return _aside(reading, Aside.SHORT_WORDS if session.hazard else Aside.LANGUAGE_SPOKEN)
    if session.hazard and tongues.is_puzzled(said):
        return _aside(reading, Aside.SHORT_WORDS)
    return reading


def of_their_tongue(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "el abogado no habla espanol" as told of the lawyer: the language of the talk stays."""
    is_far = session.caseworker_name or session.young or reading.answer in STANDS or reading.level is not None
    code = "" if is_far else tongues.they_do_not_speak(wrote.said)
    if not code or (reading.answer not in _LANGUAGES and not reading.chosen):
        return reading
    return _aside(reading, Aside.LANGUAGE_SPOKEN)._replace(language=code, chosen="")


def _aside(reading: Interpretation, aside: Aside) -> Interpretation:
    return reading._replace(
        answer=Answer.ASIDE, aside=aside, needs=(), guide=None, detail=None, hour=None, progress=None
    )
