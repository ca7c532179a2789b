"""Who asks for the number and nothing else gets it first, and a phone that dies skips what would be asked. Pure."""

from __future__ import annotations

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Level, State
from bot.flows.session import Session
from bot.understanding.at_hand import dies
from bot.understanding.number_asked import asks_number

_IS_FAR = STANDS - {Answer.HELP, Answer.NAME}
_MAY_SEEM = GIVES_WAY | {
    Answer.HELP, Answer.PERSON, Answer.AREA, Answer.HOW_TO_REACH, Answer.COME, Answer.HURT_NOW, Answer.WHO_ARE_YOU,
    Answer.WHO_IS_THIS, Answer.SPANISH, Answer.ENGLISH, Answer.LANGUAGE,
}  # fmt: skip
_OFFERS = frozenset({State.OPTIONS_OFFER, State.OPTIONS_CONTACT})


def of_number(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "just the number" as asked for the one that fits: of the service on offer, else of what was told."""
    is_open = session.caseworker_name or session.young or session.other_holds or reading.answer in _IS_FAR
    if is_open or reading.answer not in _MAY_SEEM or reading.level is Level.ALARM:
        return reading
    if session.state is State.NEEDS_AREA and session.needs and not session.hazard and dies(wrote.said, wrote.text):
        return Interpretation(Answer.SKIP, language=reading.language)  # a national line needs no city
    if not asks_number(wrote.said) or (session.guide is not None and not session.hazard):  # a guide has its own line
        return reading
    if session.state in _OFFERS and session.service:
        return Interpretation(Answer.HOW_TO_REACH, language=reading.language)
    if session.state is State.NEEDS_AREA and session.needs and not session.hazard:
        return Interpretation(Answer.SKIP, language=reading.language)
    return Interpretation(Answer.ASIDE, aside=Aside.WHERE_TO_CALL, language=reading.language, facts=reading.facts)
