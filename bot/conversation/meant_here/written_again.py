"""Who writes again some hours after a danger: what they tell is read beside it, and the numbers come first. Pure.

After a pause no danger stands any more, and the bot greets. "Ya me solto" and "tengo sangre en la boca" are no hello.
"""

from __future__ import annotations

from bot.conversation.meant_here.at_hand import at_hand
from bot.conversation.meant_here.beside_danger import GIVES_WAY, in_danger
from bot.conversation.meant_here.body import of_body
from bot.conversation.meant_here.right_now import of_fetching
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Concern, Level, State
from bot.flows.session import Session
from bot.understanding.got_away import is_kept_by
from bot.understanding.straits import is_alone_now

_BACK = frozenset({State.WELCOME_PAUSED, State.WELCOME_BACK})
_BY_SOMEBODY = frozenset({Concern.VIOLENCE, Concern.SEXUAL_ABUSE, Concern.EXPLOITATION, Concern.CHILD_HURT})
_MAY_BE = GIVES_WAY | {Answer.COME, Answer.AREA, Answer.HURT_NOW, Answer.MEDICAL, Answer.NO_PLACE, Answer.WATCHED}


def of_writing_again(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read what is told after a pause as it is read while the danger stands that was told before it."""
    told = session.danger or not _BY_SOMEBODY.isdisjoint(session.asked)
    may_be_seen = session.other_holds or session.wary or session.hushed
    is_back = session.state in _BACK and not (
        session.safe or session.hazard or session.young or session.caseworker_name
    )
    is_sure = reading.level is Level.ALARM or reading.answer not in _MAY_BE
    if not (told and is_back) or may_be_seen or is_sure or "?" in wrote.text or reading.about_other:
        return reading
    beside = session._replace(hazard=Answer.HURT_NOW.value)
    for meant in (at_hand, of_fetching, of_body):
        found = meant(beside, wrote, reading)
        if found is not reading and found.level is Level.ALARM:
            return found
    if session.state is State.WELCOME_PAUSED and is_alone_now(wrote.said):
        return in_danger(beside._replace(state=State.SAFETY_HURT), wrote, reading)
    if not is_kept_by(wrote.said):
        return reading
    return Interpretation(
        Answer.HURT_NOW, concern=Concern.VIOLENCE, level=Level.ALARM, language=reading.language, facts=reading.facts
    )
