"""Somebody who looks on while the person texts: silence, or words for their eyes, and never the cover word (promise 7).

The reply to "he checks my phone" names the word that makes the bot bland. While he looks, that would burn it. Pure.
"""

from __future__ import annotations

import re

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.harm import BODY
from bot.flows.model import Interpretation
from bot.flows.names import Answer, State
from bot.flows.session import Session
from bot.understanding.looking_on import asks_for_his_eyes, comes_near, is_looked_on, would_be_seen
from bot.understanding.near import is_near
from bot.understanding.stop_beside import Wish, wish_beside

_IS_FAR = STANDS - {Answer.HUSH, Answer.HOLDER, Answer.NAME}
_NEVER_SILENT = frozenset({Answer.MEDICAL.value, Answer.SELF_HARM.value, BODY})

_FUN = re.compile(r"\b(?:funny|joke|chistoso|gracioso|chiste|nice to me|sweet)\b")
"""Asks for a joke, and for no plain words in front of somebody."""


def of_looking_on(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "hes reading this over my shoulder" as a reason for silence, and "say something normal" for plain words.

    In an emergency of the body somebody may die while nobody answers: there the numbers stay.
    """
    is_far = session.caseworker_name or session.young or reading.answer in _IS_FAR
    if is_far or "?" in wrote.text or "\xbf" in wrote.text or session.hazard in _NEVER_SILENT:
        return reading
    said = wrote.said
    if asks_for_his_eyes(said) and _FUN.search(said) is None:
        return Interpretation(Answer.COVER, language=reading.language)
    if not (is_looked_on(said) or _comes(session, said)):
        return reading
    return Interpretation(Answer.HUSH, language=reading.language)


def _comes(session: Session, said: str) -> bool:
    """Return whether somebody comes to where they text. Who is followed in the open goes where people are instead."""
    in_open = session.last_key.startswith(("safety.now.reach", "safety.plan.found", "safety.hunted"))
    return comes_near(said) and not in_open


def no_text_now(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "stop texting me he is here" as an end, and "do not reply, i will text when safe" as a wish for silence.

    Beside a danger an end in a sentence is silence first; in capitals STOP is obeyed at once.
    """
    wish = None if session.caseworker_name or session.young or "?" in wrote.text else wrote.once(wish_beside)
    if wish is None or reading.answer in _NO_END or (is_near(wrote.said) and reading.answer is not Answer.STOP):
        return reading
    told = bool(session.hazard or session.asked or session.danger)
    if wish is Wish.END and (not told or wrote.text.lstrip().startswith("STOP ")):
        return Interpretation(Answer.STOP, language=reading.language)
    is_stop = reading.answer is Answer.STOP and (
        wrote.text.lstrip().startswith("STOP ") or _FOR_GOOD.search(wrote.said)
    )
    return reading if is_stop else Interpretation(Answer.HUSH, language=reading.language)


_FOR_GOOD = re.compile(r"\b(?:more|anymore|ever|again|mas|nunca|jamas)\b")
_NO_END = frozenset({Answer.START, Answer.UNDER_13, Answer.FORGET, Answer.TAKE_BACK})


def at_check_in(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "no hell see it" as no, where it is asked if a check-in may show on the screen."""
    if session.state is not State.FOLLOWUP_SAFE or "?" in wrote.text or reading.answer in _IS_FAR:
        return reading
    return Interpretation(Answer.NO, language=reading.language) if would_be_seen(wrote.said) else reading
