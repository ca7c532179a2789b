"""Who would buy somebody, or looks for one who got away: the line for somebody else, and nothing more. Pure."""

from __future__ import annotations

from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import FOR_WHOM, Answer, Level, State
from bot.flows.session import Session
from bot.flows.urgent import MISSING
from bot.understanding.buyer import asks_where_named, wants_her_back, would_buy

_STANDS = frozenset(
    {Answer.STOP, Answer.START, Answer.HELP, Answer.COVER, Answer.HOLDER, Answer.HUSH, Answer.FORGET, Answer.TAKE_BACK}
)


def of_buyer(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "tienen morritas?" and "digan donde esta mi vieja" as written by who may learn nothing of this line."""
    if session.caseworker_name or session.young or reading.answer in _STANDS:
        return reading
    if wrote.once(would_buy):
        is_own = session.hazard and session.safe and reading.level is Level.ALARM
        return reading if is_own else _holder(reading)
    of_friend = session.of_other or session.hazard == MISSING or session.state is State.SAFETY_FRIEND
    of_friend = of_friend or not FOR_WHOM.isdisjoint(session.facts) or session.service != ""
    if of_friend or not (wrote.once(wants_her_back) or asks_where_named(wrote.text)):
        return reading
    return _holder(reading)


def _holder(reading: Interpretation) -> Interpretation:
    return Interpretation(Answer.HOLDER, language=reading.language)
