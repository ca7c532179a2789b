"""A pregnancy in danger: pain on one side, labor, blood, how much of it, and what is told in the texts after that. Pure.

None of it is a poisoning, and fear of the law is answered with what an ER must do: pills that end a pregnancy are no
overdose. What was told stays for what follows (`Piece.WOMB`).
"""

from __future__ import annotations

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.body import as_harm
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.harm import BODY, CHOKED
from bot.flows.model import Interpretation
from bot.flows.names import FOR_WHOM, Answer, Aside, Concern, Detail, Fact, Level, Piece
from bot.flows.session import Session
from bot.flows.urgent import PARTNER
from bot.understanding import ailments, no_call, womb, wounds
from bot.understanding.no_need import is_denied

_OPEN = GIVES_WAY | {
    Answer.MEDICAL, Answer.HURT_NOW, Answer.HEALTH, Answer.AREA, Answer.PROGRESS, Answer.SELF_HARM, Answer.NOT_SAFE,
    Answer.COME, Answer.PERSON,
}  # fmt: skip
_MAY_SEEM = frozenset({None, Concern.MEDICAL, Concern.VIOLENCE, Concern.FRIEND, Concern.EXPLOITATION})
_STILL_THERE = frozenset(
    {
        Answer.MEDICAL.value,
        BODY,
        Answer.HURT_NOW.value,
        Answer.CHILD_HURT.value,
        Answer.ABUSE_TOLD.value,
        PARTNER,
        CHOKED,
    }
)
_OF_WOMB = frozenset({Detail.BLEEDS, Detail.BELLY})
_NOW = frozenset(
    {"safety.body.now", "safety.body.bleeds", "safety.body.belly", "safety.body.more", "safety.body.no_care"}
)


def of_womb(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read pain or blood in pregnancy, and what follows it, as that; a newborn that nobody can keep as a question."""
    if session.caseworker_name or session.young or reading.answer in STANDS or is_denied(wrote.said):
        return reading
    of_other = reading.about_other or session.of_other or not FOR_WHOM.isdisjoint(session.facts | reading.facts)
    if of_other or reading.figure:
        return reading
    said = wrote.said
    is_open = reading.answer in _OPEN and reading.concern in _MAY_SEEM
    if is_open and _asks_of_newborn(session, said):
        return reading._replace(
            answer=Answer.ASIDE, aside=Aside.NEWBORN, concern=None, level=None, needs=(), guide=None, detail=None,
            progress=None, hour=None,
        )  # fmt: skip
    detail = _detail(session, wrote, reading) if is_open else None
    if detail is None:
        may_be = reading.detail in _OF_WOMB
        return reading._replace(pieces=reading.pieces | {Piece.WOMB}) if may_be else _kept(session, said, reading)
    told = as_harm(session, reading, detail)
    return told._replace(pieces=reading.pieces | {Piece.WOMB})


def _asks_of_newborn(session: Session, said: str) -> bool:
    known = Piece.WOMB in session.pieces or Fact.PREGNANT in session.facts or wounds.is_pregnant(said)
    return womb.asks_of_newborn(said) and (
        known or "newborn" in said or "haven" in said or "born" in said or "naz" in said
    )


def _detail(session: Session, wrote: Wrote, reading: Interpretation) -> Detail | None:
    said = wrote.said
    is_told = wounds.is_pregnant(said) or Fact.PREGNANT in session.facts
    if (here := _in_this_text(said, is_told=is_told)) is not None:
        return here
    if is_told and womb.has_pain(said) and reading.concern is Concern.MEDICAL and session.hazard not in _STILL_THERE:
        return Detail.BLOW
    is_after = Piece.WOMB in session.pieces and session.hazard in _STILL_THERE
    return _after(session, wrote, reading) if is_after else None


def _in_this_text(said: str, *, is_told: bool) -> Detail | None:
    """Return what a text tells by itself: labor, pain or blood of somebody pregnant, or who tells how far along."""
    if wounds.is_labor(said) or (is_told and ailments.loses_water(said)):
        return Detail.BLOW_NOW
    in_weeks = womb.tells_span(said)
    if in_weeks and wounds.is_blow_to_belly(said) and not wounds.names_any_blood(said):
        return Detail.BELLY
    if womb.has_pain(said) and (is_told or (in_weeks and (womb.is_one_sided(said) or womb.is_late(said)))):
        is_now = womb.is_severe(said) or womb.is_one_sided(said) or womb.is_faint(said)
        is_belly = is_now or wounds.names_belly(said) or "cramp" in said or "colico" in said
        return (Detail.BLOW_NOW if is_now else Detail.BLEEDS) if is_belly else None
    blood = wounds.names_blood(said) and (is_told or in_weeks)
    with_pills = wounds.names_any_blood(said) and womb.names_pills(said)
    if blood or with_pills or (wounds.names_any_blood(said) and "pad" in said.split() and womb.is_much(said)):
        return Detail.BLOW_NOW if womb.is_much(said) or womb.is_faint(said) else Detail.BLEEDS
    return None


def _after(session: Session, wrote: Wrote, reading: Interpretation) -> Detail | None:
    """Return what a text adds to a pregnancy in danger that was told before."""
    said = wrote.said
    asks = "?" in wrote.text
    if womb.is_faint(said) or (womb.grows(said) and not asks and session.last_key in _NOW):
        return Detail.BLOW_NOW
    if womb.has_pain(said) and womb.is_severe(said):
        return Detail.BLOW_NOW
    is_sure = reading.level is Level.ALARM and reading.concern is not Concern.MEDICAL
    if not is_sure and womb.names_pills(said):
        return Detail.BLEEDS
    if no_call.fears_law(said) or no_call.wants_no_call(said) or _refuses(said):
        return Detail.NO_CARE
    if womb.is_hidden(said) or is_sure:
        return None
    return Detail.BLEEDS if wounds.is_pregnant(said) or wounds.tells_months(said) else None


def _refuses(said: str) -> bool:
    return wounds.refuses_care(said) or womb.fears_care(said)


def _kept(session: Session, said: str, reading: Interpretation) -> Interpretation:
    """Return "nobody knows im pregnant" beside such a danger as more of it: no other danger, and no wish."""
    stands = Piece.WOMB in session.pieces and session.hazard in _STILL_THERE and session.last_key.startswith("safety.")
    if not stands or not womb.is_hidden(said) or reading.level is Level.ALARM or reading.answer not in _OPEN:
        return reading
    return reading._replace(answer=Answer.UNCLEAR, aside=None, needs=(), guide=None, concern=None, level=None)
