"""A question, a place, a plea or a plan beside a danger that somebody is: it gets its own answer, and no filler. Pure.

It comes late: what tells of another danger, and what the readers before it know, stays as they read it.
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.beside_danger import GIVES_WAY
from bot.conversation.meant_here.wrote import Wrote
from bot.flows import fillers
from bot.flows.asides import CONSENT
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Detail, Guide, Level
from bot.flows.session import Session
from bot.understanding.asked_in_danger import Asked, asked_in_danger, has_no_name_for_it, is_question, tells_where
from bot.understanding.told_outright import TOLD_OUTRIGHT

_OPEN = GIVES_WAY | {Answer.COME, Answer.FRIEND_DANGER, Answer.WATCHED, Answer.HURT_NOW, Answer.WHO_CAN_SEE}
_GUESSED = frozenset(
    {None, Concern.SELF_HARM, Concern.SEXUAL_ABUSE, Concern.EXPLOITATION, Concern.VIOLENCE, Concern.FRIEND,
     Concern.WATCHED, Concern.MINOR_NO_PLACE}
)  # fmt: skip
"""Dangers that are only asked about, which such a text may be mistaken for."""

_SAID_BETTER = TOLD_OUTRIGHT - {Aside.TELL_NOBODY} | {
    Aside.IMMIGRATION_RISK, Aside.CPS_REPORTING, Aside.TEXT_INSTEAD,
    Aside.HOW_LONG_WAIT, Aside.FOUND_IT_YET, Aside.ARE_THEY_COMING, Aside.WHO_WILL_ANSWER,
}  # fmt: skip
"""Remarks that phrases or the talk tell, and that say more than the answers here."""

_LITTLE = frozenset({None, Aside.FEELING, Aside.OTHER_REASON, Aside.UNSURE, Aside.JOKE, Aside.STAY, Aside.NOTED})
_MOST_OF_AGE = 5
_FEWEST = 2
"""Number of words from which a text that ends in "?" asks something: "neta?" wonders."""


def in_danger_asked(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read what is asked, named or planned beside a danger as that."""
    if not fillers.stands(session) or session.state in CONSENT or not _is_open(reading):
        return reading
    if reading.detail is Detail.TOLD_ON and reading.age is not None and wrote.said.count(" ") < _MOST_OF_AGE:
        return _plain(reading, Asked(Aside.NOTED))
    asked = asked_in_danger(wrote.said) or (_unknown(wrote, reading) if _is_filler(reading) else None)
    return reading if asked is None else _plain(reading, asked)


def _is_open(reading: Interpretation) -> bool:
    """Return whether nothing surer is read than what this module may read."""
    is_sure = reading.level is Level.ALARM or reading.concern not in _GUESSED or reading.answer not in _OPEN
    is_news = reading.at_hand is not None or reading.progress is not None
    is_guide = reading.answer is Answer.GUIDE and reading.guide is not Guide.LEAVING
    is_hurt = reading.answer is Answer.HURT_NOW and reading.detail is None
    return not (is_sure or is_news or is_guide or is_hurt or reading.aside in _SAID_BETTER)


def _unknown(wrote: Wrote, reading: Interpretation) -> Asked | None:
    """Return what a text that nothing explains is: a place that no list knows, a question, or None."""
    if has_no_name_for_it(wrote.said):
        return Asked(Aside.LOST)
    if _REACHES.fullmatch(wrote.said):
        return Asked(Aside.WHERE_TO_CALL)
    if tells_where(wrote.said) and reading.area is None and "?" not in wrote.text:
        return Asked(Aside.HEARD_PLACE)
    asks = is_question(wrote.said, wrote.text) and wrote.said.count(" ") >= _FEWEST - 1
    return Asked(Aside.NO_ANSWER) if asks else None


_REACHES = re.compile(
    r"(?:(?:and|ok|so|y|pero) )*(?:how (?:do|can) i (?:reach|contact|get (?:a ?hold of|in touch with)|talk to|call|text)|como (?:los|las|les|lo|la) (?:contacto|llamo|hablo|escribo|encuentro))"
    r"(?: (?:them|those people|these people|somebody|someone|yall|a ellos))?(?: (?:now|please|ahora|por favor))*"
)
"""Asks how to reach whoever was named: the line that fits the danger."""


def _is_filler(reading: Interpretation) -> bool:
    """Return whether only a filler would answer: nothing is understood, or "more of it" of a text that asks."""
    is_more = reading.detail in (None, Detail.TOLD_ON)
    is_open = reading.answer is Answer.UNCLEAR or (reading.answer is Answer.ASIDE and reading.aside in _LITTLE)
    told = reading.facts or reading.age is not None or reading.needs
    return is_open and is_more and reading.concern is None and not told


def _plain(reading: Interpretation, asked: Asked) -> Interpretation:
    answer = Answer.GUIDE if asked.guide else Answer.ASIDE
    return reading._replace(
        answer=answer, aside=asked.aside, guide=asked.guide, needs=(), concern=None, level=None, detail=None, hour=None,
        about_other=False, come=False, denial=None,
    )  # fmt: skip
