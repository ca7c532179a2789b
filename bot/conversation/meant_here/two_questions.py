"""A second question in one text: "do u tell my mom and do i need id" is answered twice in one reply. Pure."""

from __future__ import annotations

import re

from bot.conversation.meant_here.wrote import Wrote
from bot.flows.asides import OF_A_SERVICE
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside
from bot.flows.session import Session
from bot.understanding import normalise

_ANSWERED_BESIDE = OF_A_SERVICE | {
    Aside.PARENTS_TOLD, Aside.SCHOOL_TOLD, Aside.WILL_YOU_TELL_HIM, Aside.IS_IT_KEPT, Aside.WHO_SEES_TEXTS, Aside.ANONYMOUS,
}  # fmt: skip
"""Questions whose answers are short, ask nothing, and are the same whatever else is asked."""
_BETWEEN = re.compile(r"[?;.,&]+|\b(?:and|n|y|tambien|also|plus|e)\b", re.IGNORECASE)


def of_two_questions(session: Session, wrote: Wrote, reading: Interpretation) -> Interpretation:
    """Keep the second question of a text beside the one that is answered."""
    is_open = reading.answer is Answer.ASIDE and reading.aside in _ANSWERED_BESIDE and reading.level is None
    if not is_open or session.caseworker_name or session.young or session.hazard or session.service:
        return reading
    parts = [part for part in _BETWEEN.split(wrote.text) if part.strip()]
    asked = [aside for part in parts for aside in _asked(wrote, part)]
    also = next((aside for aside in asked if aside is not reading.aside), None)
    return reading._replace(also=also) if also and reading.aside in asked else reading


def _asked(wrote: Wrote, part: str) -> list[Aside]:
    """Return what a part of a text asks, by its longest phrase."""
    found = wrote.lexicon.find(wrote.lexicon.readings(normalise(part)))
    asked = [hit for hit in found if isinstance(hit.tag, Aside) and hit.tag in _ANSWERED_BESIDE]
    return [max(asked, key=lambda hit: hit.end - hit.start).tag] if asked else []  # type: ignore[list-item]  # only asides
