"""Who leaves tonight, got out, or tells what was better once: it is no goodbye and no "not now". Pure."""

from __future__ import annotations

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.wrote import Wrote
from bot.flows import fillers
from bot.flows.asides import CONSENT
from bot.flows.model import Interpretation
from bot.flows.moments import AtHand
from bot.flows.names import FOR_WHOM, Answer, Aside, Concern, Detail, Guide, Level
from bot.flows.session import Session
from bot.understanding import going_away as grammar

_OPEN = GIVES_WAY | {Answer.COME, Answer.AREA, Answer.WATCHED, Answer.HUSH}
_GUESSED = frozenset({None, Concern.SELF_HARM, Concern.WATCHED, Concern.VIOLENCE, Concern.MINOR_NO_PLACE})


def of_going_away(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "me voy esta noche" as a wish for a plan, "ya estoy afuera" after it, and "antes si, ahora no" as told."""
    of_other = session.of_other or not FOR_WHOM.isdisjoint(session.facts) or reading.about_other
    told_to_bot = not (session.caseworker_name or session.young or session.other_holds)
    is_sure = reading.level is Level.ALARM or reading.concern not in _GUESSED or reading.answer not in _OPEN
    if of_other or not told_to_bot or is_sure or session.state in CONSENT or reading.at_hand is not None:
        return reading
    return _of_leaving(session, wrote, reading) or _of_words(session, wrote, reading) or reading


def _of_leaving(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation | None:
    if Answer.SELF_HARM.value == session.hazard or Concern.SELF_HARM in session.asked:
        return None  # "me voy esta noche" may be news of that
    said = wrote.said
    if fillers.stands(session) and grammar.is_out(said):
        return _plain(reading, Answer.HURT_NOW, Concern.VIOLENCE)._replace(level=Level.ALARM, detail=Detail.HUNTED)
    if "?" not in wrote.text and (grammar.goes_for_good(said) or grammar.wants_out_of(said)):
        return _plain(reading, Answer.GUIDE, None)._replace(guide=Guide.LEAVING)
    return None


def _of_words(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation | None:
    said = wrote.said
    if fillers.stands(session) and grammar.writes_little(said):
        return _plain(reading, Answer.HURT_NOW, None)._replace(at_hand=AtHand.SEEN)
    closes = reading.answer in (Answer.NOT_NOW, Answer.NO) or reading.aside is Aside.STOP_TEXTS
    if grammar.lets_no_more(said) and reading.concern in (None, Concern.WATCHED):
        return _plain(reading, Answer.UNCLEAR, Concern.VIOLENCE)._replace(level=Level.ASK)
    if closes and grammar.was_better(said):
        stands = fillers.stands(session)
        return _plain(reading, Answer.UNCLEAR if stands else Answer.ASIDE, None)._replace(
            aside=None if stands else Aside.NOTED
        )
    return None


def _plain(reading: Interpretation, answer: Answer, concern: Concern | None) -> Interpretation:
    return reading._replace(
        answer=answer, concern=concern, level=None, aside=None, guide=None, hour=None, needs=(), area=None, come=False,
        detail=None, denial=None,
    )  # fmt: skip
