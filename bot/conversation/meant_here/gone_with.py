"""A child who is gone with who sells it, told by a mother, an aunt or a sister: missing, whatever else it is. Pure.

Police take it at once for anyone under 18. What a family finds out, and that it would go by itself, is answered so.
"""

from __future__ import annotations

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.for_them import WHAT_NOW
from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import FOR_WHOM, Answer, Aside, Concern, Fact, Guide
from bot.flows.session import Session
from bot.flows.urgent import MISSING
from bot.understanding import gone_with

_OPEN = GIVES_WAY | {
    Answer.FRIEND_DANGER, Answer.HURT_NOW, Answer.CHILD_HURT, Answer.SEXTORTION, Answer.NO_PLACE, Answer.COME,
    Answer.WATCHED, Answer.HOLDER, Answer.AREA, Answer.PERSON, Answer.UNCLEAR, Answer.WHO_CAN_SEE,
}  # fmt: skip
_FAR = frozenset({Concern.MEDICAL, Concern.SELF_HARM})


def of_gone_with(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "mi hija se fue con un hombre que la vende" as somebody missing, and the next texts as news of them."""
    is_far = session.caseworker_name or session.young or reading.answer in STANDS or reading.answer not in _OPEN
    if is_far or reading.concern in _FAR:
        return reading
    said = wrote.said
    if session.hazard == MISSING and (meant := _while_missing(said, reading)) is not None:
        return meant
    of_them = session.of_other or not FOR_WHOM.isdisjoint(session.facts | reading.facts)
    if of_them and gone_with.says_not_me(said):
        return _aside(reading, Aside.HELPING_THEM if session.hazard else Aside.NOTED)
    told = wrote.once(gone_with.is_gone_and_sold) or (of_them and gone_with.is_theirs_gone(said))
    if not told or session.hazard == MISSING:
        return reading
    return reading._replace(
        answer=Answer.GUIDE, guide=Guide.MISSING_FRIEND, aside=None, concern=None, level=None, needs=(), detail=None,
        hour=None, area=None, come=False, about_other=False, progress=None, facts=reading.facts | {Fact.FOR_FAMILY},
    )  # fmt: skip


def _while_missing(said: str, reading: Interpretation) -> Interpretation | None:
    if gone_with.says_police_do_nothing(said):
        return _aside(reading, Aside.REPORTED)
    if gone_with.would_go(said) or gone_with.is_news(said):
        return _aside(reading, Aside.GO_GET_THEM)
    if WHAT_NOW.fullmatch(said) or gone_with.says_not_me(said):
        return reading._replace(
            answer=Answer.GUIDE, guide=Guide.MISSING_FRIEND, aside=None, concern=None, level=None, needs=()
        )
    return None


def _aside(reading: Interpretation, aside: Aside) -> Interpretation:
    return reading._replace(
        answer=Answer.ASIDE, aside=aside, concern=None, level=None, guide=None, needs=(), detail=None, hour=None,
        area=None, come=False, about_other=False, progress=None,
    )  # fmt: skip
