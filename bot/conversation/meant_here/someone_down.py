"""Somebody who lies there: a friend who does not wake, and who hurts somebody and sleeps it off. Pure.

After a friend who does not wake, each text stays with first aid. Beside a danger that comes from somebody, that they are
passed out is time to act, and that they wake is a reason for silence; neither is an overdose, and nobody died.
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.harm import CHOKED, is_guessed
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Guide, Level, Need, State
from bot.flows.session import Session
from bot.flows.urgent import PARTNER
from bot.understanding import breath

_BY_SOMEBODY = frozenset({Answer.HURT_NOW.value, Answer.CHILD_HURT.value, Answer.ABUSE_TOLD.value, PARTNER, CHOKED})
_MAY_BE_AID = GIVES_WAY | {Answer.HURT_NOW, Answer.MEDICAL, Answer.AREA, Answer.COME, Answer.FRIEND_DANGER}
_NO_WISH = frozenset({Need.CLOTHING, Need.PHONE, Need.TRANSPORT, Need.MONEY, Need.ID_DOCUMENTS, Need.HYGIENE})
_FIRST_AID = ("safety.medical", "safety.first_aid")
_ASK_IF_OK = frozenset({State.WELCOME_HELLO, State.WELCOME_HEARD, State.WELCOME_BACK})
_SIBLING = re.compile(
    r"\b(?:(?:little|baby|lil|big|kid) )?(?:brothers?|sisters?|bro|sis|siblings?|cousins?|niece|nephew|herman[oa]s?|hermanit[oa]s?|prim[oa]s?|sobrin[oa]s?)\b"
)


def of_someone_down(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a text after a friend who does not wake as first aid, and one who sleeps it off as time to act."""
    if session.caseworker_name or session.young or reading.answer in STANDS - {Answer.HUSH}:
        return reading
    is_aid = session.hazard == Answer.MEDICAL.value and session.of_other and not is_guessed(session)
    if is_aid:
        return _aid(session, wrote, reading)
    return _of_sleeper(session, wrote, reading)


def _aid(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    said = wrote.said
    is_open = reading.answer in _MAY_BE_AID and reading.progress is None
    is_bad = breath.breathes_badly(said) and reading.answer is not Answer.PROGRESS
    if not is_bad and not (is_open and "?" not in wrote.text):
        return reading
    is_fear = breath.is_afraid(said) and reading.concern is not Concern.SELF_HARM
    if is_bad or breath.tells_what_was_given(said) or is_fear or reading.answer is Answer.AREA:
        return reading._replace(
            answer=Answer.MEDICAL, concern=Concern.MEDICAL, level=Level.ALARM, about_other=True, needs=(), aside=None,
            guide=None, hour=None, detail=None, at_hand=None, progress=None, come=False,
        )  # fmt: skip
    in_it = session.last_key.startswith(_FIRST_AID) and session.progress is None
    is_thing = breath.finds_not(said) or (
        reading.answer is Answer.NEEDS and (in_it or _NO_WISH.issuperset(reading.needs))
    )
    if not is_thing:
        return reading
    return reading._replace(
        answer=Answer.UNCLEAR, concern=None, level=None, needs=(), aside=None, detail=None, at_hand=None
    )


def _of_sleeper(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    said = wrote.said
    by_somebody = session.hazard in _BY_SOMEBODY and not session.of_other
    if by_somebody and reading.aside is Aside.PARTNER_ALLOWED and _SIBLING.search(said):
        reading = reading._replace(aside=Aside.KIDS_ALLOWED)
    may_be = reading.concern in (None, Concern.MEDICAL, Concern.WATCHED, Concern.FRIEND) and "?" not in wrote.text
    if not may_be or session.hazard in (Answer.MEDICAL.value, Answer.SELF_HARM.value):
        return reading
    plain = reading._replace(
        concern=None, level=None, about_other=False, aside=None, guide=None, needs=(), hour=None, detail=None,
        progress=None, at_hand=None,
    )  # fmt: skip
    if breath.wakes(said) and (by_somebody or reading.concern is Concern.MEDICAL):
        return plain._replace(answer=Answer.HUSH)
    if not breath.sleeps_it_off(said) or reading.answer is Answer.HUSH:
        return reading
    if by_somebody:
        return plain._replace(answer=Answer.GUIDE, guide=Guide.LEAVING)
    is_free = " text" in said or " can " in said or " puedo " in said
    if is_free:
        return plain._replace(answer=Answer.YES if session.state in _ASK_IF_OK else Answer.UNCLEAR)
    return reading
