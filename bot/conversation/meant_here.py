"""What a text means by what stands before it in the conversation, beyond the choices of the state. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.flows.model import Choice, Interpretation
from bot.flows.names import Answer, Aside, Level, State
from bot.flows.session import Session
from bot.flows.welcome import SILENT
from bot.understanding import normalise
from bot.understanding.holder import is_owner
from bot.understanding.lexicon import Lexicon

_MAY_BE_SEEN = frozenset({State.SAFETY_COVER, State.WELCOME_BACK, State.WELCOME_LATER})
_SAYS_MORE = frozenset(
    {Answer.STOP, Answer.START, Answer.HELP, Answer.COVER, Answer.HOLDER, Answer.HUSH, Answer.UNDER_13, Answer.FORGET,
     Answer.TAKE_BACK, Answer.NAME}
)  # fmt: skip
"""Answers that stand whatever else a text says."""


def of_other_menu(
    session: Session,
    text: str,
    reading: Interpretation,
    offers: Sequence[Choice],
    elsewhere: Mapping[tuple[str, ...], Choice],
) -> Interpretation:
    """Read the words of a choice that is not on offer here as what it means in its own menu.

    A danger that is sure, an answer that stands whatever else is said, and one of the choices on offer here come first.
    """
    choice = elsewhere.get(normalise(text).tokens)
    if choice is None or session.caseworker_name or reading.level is Level.ALARM or reading.answer in _SAYS_MORE:
        return reading
    if reading.answer is not Answer.NEEDS and reading.answer in {offer.answer for offer in offers}:
        return reading
    if reading.answer is Answer.NEEDS and any(offer.need in reading.needs for offer in offers if offer.need):
        return reading
    needs = (choice.need,) if choice.need else ()
    return Interpretation(choice.answer, needs, language=reading.language, photo=reading.photo)


_SOMEBODY = re.compile(
    r"\b(?:person|people|humans?|some ?(?:one|body)|any ?(?:one|body)|caseworkers?|workers?|counselors?|advocates?|staff|adult|real|live|"
    r"personas?|alguien|humano|trabajadora|consejera|asesora|gente)\b",
    re.IGNORECASE,
)


def first_text(session: Session, text: str, reading: Interpretation) -> Interpretation:
    """Read "hey can we talk" as talk with the bot where nobody was told yet that a bot writes. No person is named."""
    if session.state not in SILENT or reading.answer is not Answer.PERSON or _SOMEBODY.search(text):
        return reading
    return reading._replace(answer=Answer.ASIDE, aside=Aside.STAY)


def back_again(session: Session, text: str, reading: Interpretation, lexicon: Lexicon) -> Interpretation:
    """Read "its me now, he took my phone" as a greeting, after texts of somebody else: it may be theirs, too.

    A need or a danger that is not sure is not taken from it. She can say it once she said that it is ok to text.
    """
    stands = reading.level is Level.ALARM or reading.answer in _SAYS_MORE
    if stands or session.safe or not session.wary or session.state not in _MAY_BE_SEEN:
        return reading
    if not is_owner(" ".join(lexicon.spelled(text))):
        return reading
    return Interpretation(Answer.GREETING, language=reading.language, photo=reading.photo)
