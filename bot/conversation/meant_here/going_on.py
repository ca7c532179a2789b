"""Who goes on to tell where "is now ok to text?" stands has answered it: the question is put once. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, State
from bot.flows.session import Session
from bot.understanding.asked_for import asks_for

_ASKS = frozenset({State.WELCOME_HELLO, State.WELCOME_HEARD})
_OFFERED = frozenset({State.SAFETY_NO_PLACE, State.SAFETY_ASK})
"""States whose first choice is to go on here: whoever chooses it need not be asked as well whether now is ok."""
_IN_DANGER = frozenset(
    {State.SAFETY_HURT, State.SAFETY_STAY, State.SAFETY_ASK, State.SAFETY_CHILD, State.SAFETY_COME, State.SAFETY_FRIEND,
     State.SAFETY_SEXTORTION, State.SAFETY_PLAN}
)  # fmt: skip
"""States in which a danger stands, and its numbers are on the screen: who asks for something there goes on to text."""
_HIDES = frozenset({Aside.STOP_TEXTS, Aside.TEXT_INSTEAD, Aside.HIDING})
"""Remarks after which somebody else may see the screen."""
_CHOOSES = frozenset({Answer.YES, Answer.GO_ON, Answer.AREA})
_SAYS_LITTLE = frozenset({Answer.UNCLEAR, Answer.ASIDE, Answer.HUSH})
_TELLS = frozenset({Answer.NEEDS, Answer.AREA})

_SOON = re.compile(
    r"(?:(?:for|like|i need it|i need one|need it|it is for|its for|by|yes|yeah|pls|please|para|pa|lo necesito|es para|la necesito|si|porfa|por favor) )*"
    r"(?:tonight|tonite|2nite|today|now|right now|rn|asap|as soon as possible|(?:this|the) (?:evening|night|weekend)|tomorrow|this week"
    r"|esta noche|esta nochecita|hoy|hoy mismo|ahora|ahora mismo|ahorita|ya|ya mismo|lo antes posible|cuanto antes|manana|esta semana|urgente|urgent)"
    r"(?: (?:pls|please|plz|if (?:you|u) can|porfa|por favor|si se puede|ya|hoy))*"
)
"""Says by when something is needed: not that now is ok, but that they go on."""
_FOR_WHEN = re.compile(r"(?:for|i need|need|it is for|its for|para|pa|lo necesito|la necesito|es para)\b")


def goes_on(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a need, a place or a fact as a yes to "is now ok to text?", which a need or a fact beside it keeps.

    Where somebody else may have seen the screen or held the phone, only a yes is one. A guide that is asked for twice
    was wanted.
    """
    if session.safe or reading.concern is not None or _may_be_seen(session):
        return reading
    is_soon = bool(session.needs) and _is_soon(wrote.said, reading.answer)
    if session.state in _OFFERED and (
        reading.answer in _CHOOSES or (is_soon and session.state is not State.SAFETY_ASK)
    ):
        return reading._replace(now_ok=True, answer=Answer.GO_ON if is_soon else reading.answer, aside=None)
    is_hidden = session.aside in _HIDES or session.last_key.startswith("safety.now.")
    asks = reading.answer is Answer.NEEDS and Concern.WATCHED not in session.asked and not is_hidden
    if session.state in _IN_DANGER and asks and asks_for(wrote.said, wrote.text):
        return reading._replace(now_ok=True)
    if session.state not in _ASKS:
        return reading
    wants_again = reading.answer is Answer.GUIDE and session.wanted_guide is not None
    if not (is_soon or reading.answer in _TELLS or _is_noted(session, reading) or wants_again):
        return reading
    guide = reading.guide if wants_again else None
    return reading._replace(answer=Answer.YES, aside=None, guide=guide)


def _is_soon(said: str, answer: Answer) -> bool:
    """Return whether a text says by when something is needed. "Tonight" alone may be a later, "for tonight" is none."""
    is_meant = answer in _SAYS_LITTLE or (answer is Answer.NOT_NOW and _FOR_WHEN.match(said) is not None)
    return is_meant and _SOON.fullmatch(said) is not None


def _may_be_seen(session: Session) -> bool:
    """Return whether the screen was made bland, or somebody else may hold the phone: only a plain yes is one there."""
    bland = session.veiled or session.limits_told or session.hushed or session.wary or session.other_holds
    return bland or session.told_back is not None or session.young or bool(session.case)


def _is_noted(session: Session, reading: Interpretation) -> bool:
    """Return whether something told of oneself is noted beside a need that waits, as "im 20" after "i need a bed"."""
    waits = bool(session.needs) or session.wanted_guide is not None
    return waits and reading.answer is Answer.ASIDE and reading.aside is Aside.NOTED
