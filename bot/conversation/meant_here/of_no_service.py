"""What is told beside a danger, and was taken for a question about a place or this line. Pure."""

from __future__ import annotations

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.wrote import Wrote
from bot.flows import fillers
from bot.flows.asides import CONSENT
from bot.flows.model import Interpretation
from bot.flows.moments import AtHand
from bot.flows.names import Answer, Aside, Concern, Detail, Level
from bot.flows.session import Session
from bot.understanding import of_a_service as grammar


def of_no_service(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a text that has no word of a service as told, where a danger stands: "me da perico pa que aguante"."""
    told_to_bot = not (session.caseworker_name or session.young or session.case or session.service)
    is_sure = reading.level is Level.ALARM or reading.answer not in GIVES_WAY | {Answer.COME, Answer.WATCHED}
    is_sure = is_sure or session.state in CONSENT  # "ya me van a escribir?" asks about the person who is awaited
    if not session.hazard or is_sure or not told_to_bot:
        return reading
    said = wrote.said
    is_told = "?" not in wrote.text and reading.concern in (None, Concern.WATCHED)
    if fillers.stands(session) and is_told and grammar.is_searched(said):
        return _plain(reading, Answer.HURT_NOW)._replace(at_hand=AtHand.SEEN)
    if session.hazard == Answer.MEDICAL.value and grammar.asks_of_first_aid(said):
        return _plain(reading, Answer.UNCLEAR)
    if reading.answer is not Answer.ASIDE or reading.aside is None or grammar.is_asked_of_it(reading.aside, said):
        return reading
    if fillers.stands(session) and grammar.says_kind(said):
        return _plain(reading, Answer.ASIDE)._replace(aside=Aside.BOTH_TRUE)
    return _plain(reading, Answer.UNCLEAR)


def of_no_wage(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "el cobra y a mi no me da nada" of who is sold as more of it: nobody tells them to ask for their pay."""
    is_pay = reading.detail in (Detail.WORK, Detail.AT_WORK) and Concern.EXPLOITATION in session.asked
    if is_pay and fillers.stands(session) and grammar.is_his_cut(wrote.said):
        return reading._replace(detail=Detail.TOLD_ON, aside=None, needs=())
    return reading


def _plain(reading: Interpretation, answer: Answer) -> Interpretation:
    return reading._replace(
        answer=answer, aside=None, concern=None, level=None, needs=(), hour=None, area=None, come=False
    )
