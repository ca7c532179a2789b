"""What a guess, or a rule of the words alone, took for a wish to die: it is read as what it tells or asks. Pure.

A word of dying, of means or of a goodbye keeps the question. So does a wish to die that was told before.
"""

from __future__ import annotations

from bot.conversation.meant_here.body import as_harm
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.harm import BY_FORCE, may_be_of_abuse
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Detail, Level, Need
from bot.flows.session import Session
from bot.understanding import no_wish
from bot.understanding.getting_out import wishes_to_die


def of_no_wish(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a text that only sounds like a wish to die as what it is: back again, a date, a worry, a place to live."""
    is_back = reading.concern is not None and reading.level is Level.ASK and no_wish.is_back(wrote.said)
    is_heard = (reading.concern is Concern.SELF_HARM and not reading.about_other) or is_back
    if not is_heard or reading.answer in STANDS or session.caseworker_name or session.young:
        return reading
    said = wrote.said
    if session.hazard == Answer.SELF_HARM.value or wishes_to_die(said):
        return reading
    if (told := _beside_an_ask(said, reading)) is not None:
        return told
    if reading.level is Level.ASK and no_wish.asks_of_dose(said):
        return as_harm(session, reading, Detail.NO_MEDICINE)
    if no_wish.ends_a_life(said):
        return reading
    return (_of_talk(said, reading) if reading.level is Level.ASK else None) or _of_guilt(session, said, reading)


def _of_talk(said: str, reading: Interpretation) -> Interpretation | None:
    plain = reading._replace(concern=None, level=None, detail=None)
    if no_wish.is_back(said):
        if reading.answer is Answer.NEEDS or not no_wish.asks_for_place(said):
            is_need = reading.answer is Answer.NEEDS
            return plain if is_need else plain._replace(answer=Answer.ASIDE, aside=Aside.BACK_AGAIN, guide=None)
        return plain._replace(answer=Answer.NEEDS, needs=(Need.SHELTER_TONIGHT,), aside=None, guide=None)
    if no_wish.must_see_them(said):
        return plain
    if no_wish.asks_who_cares(said):
        return plain._replace(answer=Answer.ASIDE, aside=Aside.FEELING, guide=None, needs=())
    if no_wish.fears_what_they_did(said):
        return plain._replace(answer=Answer.UNCLEAR, concern=Concern.VIOLENCE, level=Level.ASK, aside=None, guide=None)
    return _of_pregnancy(said, plain) if no_wish.doubts_pregnancy(said) else None


def _of_pregnancy(said: str, plain: Interpretation) -> Interpretation:
    if no_wish.is_for_pay(said):
        return plain._replace(concern=Concern.EXPLOITATION, level=Level.ASK)
    return plain._replace(
        answer=Answer.ASIDE, aside=Aside.PREGNANT_CHOICE, needs=(Need.REPRODUCTIVE_HEALTH,), guide=None
    )


def _of_guilt(session: Session, said: str, reading: Interpretation) -> Interpretation:
    """Return "will god forgive me" as more of what was told, where that was done to them."""
    sold = session.hazard in BY_FORCE and Concern.EXPLOITATION in session.asked
    if not (sold or may_be_of_abuse(session)) or not no_wish.asks_of_god(said):
        return reading
    return reading._replace(
        answer=Answer.UNCLEAR, concern=None, level=None, aside=None, guide=None, detail=Detail.TOLD_ON
    )


def _beside_an_ask(said: str, reading: Interpretation) -> Interpretation | None:
    """Return "my man sells me and i cant do it no more", with a place to live asked for, as who sells her and the ask."""
    asks, elsewhere = no_wish.asks_though_tired(said), no_wish.wants_to_live_elsewhere(said)
    if not (asks or elsewhere) or no_wish.ends_a_life(said):
        return None
    needs = reading.needs or ((Need.HOUSING,) if elsewhere else ())
    if no_wish.is_sold(said):
        return _hurt(reading, Concern.EXPLOITATION)._replace(needs=needs)
    if no_wish.is_hurt_by(said):
        return _hurt(reading, Concern.VIOLENCE)._replace(needs=needs)
    if not elsewhere:
        return None
    return reading._replace(
        answer=Answer.NEEDS, needs=needs, concern=Concern.VIOLENCE, level=Level.ASK, aside=None, guide=None, detail=None
    )


def _hurt(reading: Interpretation, concern: Concern) -> Interpretation:
    return reading._replace(
        answer=Answer.HURT_NOW, concern=concern, level=Level.ALARM, aside=None, guide=None, detail=None, hour=None
    )
