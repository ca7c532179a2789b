"""Danger in a few words that were taken for a question, a need or a goodbye. Pure."""

from __future__ import annotations

from bot.conversation.meant_here.beside_danger import GIVES_WAY, stands
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Level, Need, State
from bot.flows.session import Session
from bot.understanding import bits, no_need

_MAY_SEEM = frozenset({None, Concern.WATCHED, Concern.MINOR_NO_PLACE, Concern.FRIEND, Concern.VIOLENCE})
_OPEN = GIVES_WAY | {Answer.WATCHED, Answer.COME, Answer.PERSON, Answer.AREA, Answer.NO_PLACE, Answer.DOUBT}


def of_bits(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read friends who watch, and things done for a bed, as what they tell of; "no name tho" ends no talk."""
    is_sure = reading.level is Level.ALARM and reading.concern is not Concern.MINOR_NO_PLACE
    if is_sure or session.caseworker_name or session.young or reading.answer in STANDS:
        return reading
    if reading.concern not in _MAY_SEEM or reading.answer not in _OPEN:
        return reading
    return _told(session, wrote, reading)


def _told(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    said = wrote.said
    if bits.is_shown_off(said) and (stands(session) or bits.may_be_shown(said)):
        return _asked(reading, Concern.SEXUAL_ABUSE)
    if bits.trades_for_a_bed(said):
        return _asked(reading, Concern.EXPLOITATION)
    if (needs := _needs_in(wrote)) and reading.concern is None:
        return reading._replace(answer=Answer.NEEDS, needs=needs, aside=None, guide=None)
    if bits.gives_no_name(said) and session.state is not State.CONSENT_NAME:
        return _plain(reading, Aside.ANONYMOUS)
    return _plain(reading, Aside.BOYS_MEN) if bits.asks_if_for_boys(said) else reading


def _needs_in(wrote: Wrote) -> tuple[Need, ...]:
    """Return the needs in what is wished for instead of help of a kind: "i dont need lgbt stuff just food"."""
    wish = no_need.wished_instead(wrote.said)
    if not wish:
        return ()
    found = wrote.lexicon.find(wrote.lexicon.readings(wrote.lexicon.clean(wish)))
    return tuple(dict.fromkeys(hit.tag for hit in found if isinstance(hit.tag, Need)))


def _plain(reading: Interpretation, aside: Aside) -> Interpretation:
    return reading._replace(answer=Answer.ASIDE, aside=aside, guide=None, concern=None, level=None)


def _asked(reading: Interpretation, concern: Concern) -> Interpretation:
    """Return the danger as one to ask about. It keeps the needs that are told beside it."""
    return reading._replace(
        answer=Answer.UNCLEAR, concern=concern, level=Level.ASK, about_other=False, aside=None, guide=None, hour=None,
        area=None, detail=None, progress=None, denial=None,
    )  # fmt: skip
