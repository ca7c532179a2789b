"""Texts that are processed late, because no web process could answer them when they came.

A late text answers no question that was asked after it was written (promise 1). It is heard for what must not be lost:
an opt-out, danger, the request for a person, the cover word, and words in a live conversation.
"""

from __future__ import annotations

from typing import NamedTuple

from bot.conversation.messages import Inbound
from bot.flows.machine import PLACES
from bot.flows.model import Interpretation
from bot.flows.names import Answer, State
from bot.flows.safety import DANGERS
from bot.flows.session import Session, is_paused
from bot.store import Loaded

READING_SECONDS = 5
"""Nobody reads a question and answers it in less. It also bridges the clocks of the provider and of this machine."""

ANSWERED_SECONDS = 12 * 3600
"""A text older than this is no longer answered, whatever it says. What it asks for is done all the same."""

_FIRST_QUESTIONS = frozenset({State.WELCOME_HELLO, State.WELCOME_LIMITS, State.WELCOME_MORE, State.WELCOME_REPORT})
GUARDED = frozenset(
    state for state, place in PLACES.items() if place.rules.pinned and place.choices and state not in _FIRST_QUESTIONS
)
"""Questions of danger, consent and erasure. An answer to one of them was written after the question went out."""

_URGENT = frozenset({*DANGERS, Answer.UNDER_13, Answer.PERSON})
_ALWAYS = frozenset({*_URGENT, Answer.STOP, Answer.COVER})


class Lateness(NamedTuple):
    """How a text stands to the conversation. `is_late`: written before the last turn. `is_old`: nobody is there now."""

    is_late: bool = False
    is_old: bool = False
    age_seconds: int = 0

    @property
    def without_choices(self) -> bool:
        """Return whether the text is read as an answer to nothing."""
        return self.is_late or self.is_old

    def is_due(self, answer: Answer, *, stopped: bool, in_talk: bool) -> bool:
        """Return whether a text that means `answer` still changes anything."""
        if not self.without_choices or answer in _ALWAYS:
            return True
        if answer is Answer.START:
            return stopped
        return in_talk or (answer is Answer.HELP and not self.is_old)

    def is_quiet(self, answer: Answer) -> bool:
        """Return whether the reply is kept back: somebody else may hold the phone by now."""
        return self.is_old and (answer not in _URGENT or self.age_seconds > ANSWERED_SECONDS)


ON_TIME = Lateness()


def lateness(loaded: Loaded, inbound: Inbound, now: int, idle_seconds: int) -> Lateness:
    """Compare when a text was written with what the conversation did since. After FORGET the last text tells."""
    if not inbound.at:
        return ON_TIME
    known = loaded.session or Session(last_at=loaded.texted.at if loaded.texted else 0)
    last_at = max(known.last_at, inbound.at)
    late = inbound.at < known.last_at
    if known.state in GUARDED:
        late = late or inbound.at <= max(known.asked_at, known.last_at) + READING_SECONDS
    return Lateness(late, is_paused(known._replace(last_at=last_at), now, idle_seconds), now - inbound.at)


def is_relayed(reading: Interpretation, late: Lateness, *, in_talk: bool) -> bool:
    """Return whether a late text goes to the thread of a live conversation as it is, and nowhere else."""
    return late.without_choices and in_talk and reading.answer not in _ALWAYS - {Answer.PERSON}
