"""Harm that is told sideways, and plain lines that were taken for a wish to die. Pure."""

from __future__ import annotations

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.wrote import Wrote
from bot.flows import fillers
from bot.flows.asides import CONSENT
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Level
from bot.flows.session import Session
from bot.understanding import between_lines as grammar

_OPEN = GIVES_WAY | {Answer.AREA, Answer.COME, Answer.NAME}
_MAY_BE = frozenset({None, Concern.SELF_HARM, Concern.WATCHED, Concern.MEDICAL})
"""What such a text is mistaken for. Any other danger in it is asked about as it is."""


def of_between_lines(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Ask about harm that is told sideways, and ask nobody about dying who wishes for a room."""
    told_to_bot = not (session.caseworker_name or session.young or session.other_holds)
    is_sure = reading.level is Level.ALARM or reading.answer not in _OPEN or reading.about_other
    if not told_to_bot or is_sure or session.state in CONSENT or reading.concern not in _MAY_BE | session.asked:
        return reading
    is_new = reading.concern in _MAY_BE and not session.of_other
    concern = None if not is_new else grammar.told_between_lines(wrote.said)
    if concern is not None and reading.concern is not Concern.MEDICAL:
        return reading._replace(
            answer=Answer.UNCLEAR, concern=concern, level=Level.ASK, aside=None, guide=None, needs=(), detail=None,
            hour=None, area=None if reading.answer is Answer.AREA else reading.area,
        )  # fmt: skip
    is_guess = reading.concern is Concern.SELF_HARM and grammar.has_no_word_of_dying(wrote.said)
    is_known = reading.concern in session.asked - {Concern.SELF_HARM, Concern.MEDICAL}
    if not (is_guess or is_known or reading.concern is None) or session.hazard == Answer.SELF_HARM.value:
        return reading
    return _plain_line(session, wrote, reading, is_guess=is_guess) or reading


def _plain_line(session: Session, wrote: Wrote, reading: Interpretation, *, is_guess: bool) -> Interpretation | None:
    said, calm = wrote.said, reading._replace(concern=None, level=None)
    is_unknown = is_guess or reading.answer in (Answer.UNCLEAR, Answer.NOT_NOW)
    if fillers.stands(session) and is_unknown and "?" not in wrote.text and grammar.tells_what_he_plans(said):
        return calm._replace(answer=Answer.ASIDE, aside=Aside.WHEN_ALONE, needs=(), detail=None, guide=None)
    if not is_guess:
        return None
    if grammar.says_nobody_hurts(said):
        return calm._replace(answer=Answer.ASIDE, aside=Aside.NOT_IN_DANGER, needs=())
    return calm if grammar.wishes_room(said) and reading.needs else None
