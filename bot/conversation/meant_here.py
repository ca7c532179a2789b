"""What a text means by what stands before it in the conversation, beyond the choices of the state. Pure."""

from __future__ import annotations

from bot.flows.model import Interpretation
from bot.flows.names import Answer, Level, State
from bot.flows.session import Session
from bot.understanding.holder import is_owner
from bot.understanding.lexicon import Lexicon

_MAY_BE_SEEN = frozenset({State.SAFETY_COVER, State.WELCOME_BACK, State.WELCOME_LATER})
_SAYS_MORE = frozenset(
    {Answer.STOP, Answer.START, Answer.HELP, Answer.COVER, Answer.HOLDER, Answer.HUSH, Answer.UNDER_13, Answer.FORGET,
     Answer.TAKE_BACK}
)  # fmt: skip
"""Answers that stand whatever else a text says."""


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
