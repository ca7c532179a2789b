"""Who comes nearer while a consent or a name is asked, or a person is awaited: the danger comes first. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.openings import STANDS
from bot.conversation.meant_here.wrote import Wrote
from bot.flows.asides import CONSENT
from bot.flows.model import Interpretation
from bot.flows.moments import AtHand
from bot.flows.names import Answer, Aside, Concern, Level, State
from bot.flows.session import Session
from bot.understanding.drawing_near import draws_near
from bot.understanding.straits import is_hiding

_HERE = CONSENT | {State.CONSENT_NAME, State.HANDOFF_WAITING, State.HANDOFF_LONGER, State.HESITATION_PARKED}
_GRAVER = frozenset({Concern.MEDICAL, Concern.SELF_HARM})
_AFTER_NAME = re.compile(r"^\S+[,.;!]\s+")


def of_drawing_near(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Read "he pulled up in the lot" and "im hiding" there as a danger at hand, and as no answer about a person."""
    is_open = session.caseworker_name or session.young or session.other_holds
    is_sure = reading.answer in STANDS - {Answer.NAME, Answer.HUSH} or reading.level is Level.ALARM
    if is_open or is_sure or session.state not in _HERE or "?" in wrote.text or reading.concern in _GRAVER:
        return reading
    unnamed = _AFTER_NAME.sub("", wrote.text)
    rest = wrote.said if unnamed == wrote.text else " ".join(wrote.lexicon.spelled(unnamed))
    if reading.answer is not Answer.HUSH and (draws_near(wrote.said) or draws_near(rest)):
        return Interpretation(
            Answer.HURT_NOW, concern=Concern.VIOLENCE, level=Level.ALARM, language=reading.language,
            facts=reading.facts, age=reading.age, at_hand=AtHand.SEEN,
        )  # fmt: skip
    may_hide = reading.answer is not Answer.HUSH and is_hiding(wrote.said.partition(" of a ")[0])
    hides = may_hide and _HIDES.search(wrote.said) is not None
    return Interpretation(Answer.ASIDE, aside=Aside.HIDING, language=reading.language) if hides else reading


_HIDES = re.compile(
    r"\b(?:hiding|hidin|hid|locked|escondid[oa]|encerrad[oa]|bath ?room|rest ?room|closet|bano|banos|ropero|stall|under)\b"
)
