"""What nobody here can do: tell a mother, pay a bill, fetch things, keep a date, agree on another word. Pure.

"I can help you with that" would be a promise: somebody who runs away would believe that her mother knows.
"""

from __future__ import annotations

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.asides import CONSENT
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Level, State
from bot.flows.session import Session
from bot.understanding import errands

_MAY_SEEM = frozenset(
    {None, Concern.WATCHED, Concern.FRIEND, Concern.EXPLOITATION, Concern.VIOLENCE, Concern.SEXUAL_ABUSE,
     Concern.MINOR_NO_PLACE}
)  # fmt: skip
"""Dangers that are only guessed in such a wish. A wish to die stays: "tell my mom i love her" may be a goodbye."""

_OF_TELLING = frozenset({Aside.RIDE, Aside.COME_GET_ME})


def of_errands(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read a wish that something is passed on, paid, fetched or remembered as one that is told outright: no."""
    is_guess = reading.concern in _MAY_SEEM or errands.says_they_are_well(wrote.said)
    is_sure = reading.level is Level.ALARM or reading.answer in STANDS or not is_guess
    if is_sure or session.caseworker_name or session.young or session.state in CONSENT:
        return reading
    if session.hazard in (Answer.SELF_HARM.value, Answer.MEDICAL.value):
        return reading
    if _is_sign(session, wrote):
        return Interpretation(Answer.WATCHED, language=reading.language)
    aside = _aside(session, wrote.said, reading)
    if aside is None:
        return reading
    return reading._replace(
        answer=Answer.ASIDE, aside=aside, guide=None, concern=None, level=None, hour=None, area=None, detail=None,
        progress=None, come=False, about_other=False, denial=None, fine=False,
    )  # fmt: skip


def _aside(session: Session, said: str, reading: Interpretation) -> Aside | None:
    if errands.asks_a_reminder(said):
        return Aside.NO_REMINDER
    if errands.asks_to_pass_on(said) or (session.aside is Aside.PASS_ON and errands.goes_on_to_pass_on(said)):
        return Aside.PASS_ON
    is_ride = reading.answer is Answer.COME or reading.aside in _OF_TELLING
    return Aside.NO_ERRANDS if errands.asks_an_errand(said) and not is_ride else None


def _is_sign(session: Session, wrote: Wrote) -> bool:
    """Return whether another sign than the cover word is asked for, or named right after it was."""
    asked_before = session.state is State.WELCOME_BACK and session.last_key == "safety.watched"
    is_named = asked_before and errands.names_a_sign(wrote.text.strip().lower())
    return is_named or errands.asks_another_sign(wrote.said)
