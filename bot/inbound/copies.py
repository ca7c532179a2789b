"""The carrier's second copy of a text, and the same digit pressed twice: both change nothing (promise 14)."""

from __future__ import annotations

from bot.conversation.late import GUARDED
from bot.conversation.machines import digest_of
from bot.conversation.messages import Inbound
from bot.flows.names import State
from bot.store import Loaded, StoredReply
from bot.store.records import Texted
from bot.understanding import normalise
from bot.understanding.choices import numbers

COPY_SECONDS = 5
"""Nobody reads our answer and writes the same words again in less."""

PRESSED_AGAIN_SECONDS = 8
"""The same for a number at a question of danger, consent or erasure, which takes longer to read."""


def texted(inbound: Inbound, now: int) -> Texted:
    """Return what is kept of a text for a while, to know it again. "room 6" corrected to "room 8" is no copy."""
    return Texted(digest_of(inbound.text, inbound.media, exact=True), inbound.at or now, inbound.sid)


def is_copy(loaded: Loaded, this: Texted) -> bool:
    """Return whether the last text of this phone was the same, seconds ago, by another sid."""
    last = loaded.texted
    return (
        last is not None and last.sid != this.sid and last.digest == this.digest
        and abs(this.at - last.at) <= PRESSED_AGAIN_SECONDS
    )  # fmt: skip


def changes_nothing(loaded: Loaded, this: Texted, inbound: Inbound, said: StoredReply) -> bool:
    """Return whether a copy gets the answer `said` of the first and is no turn of its own."""
    if loaded.texted is not None and abs(this.at - loaded.texted.at) <= COPY_SECONDS:
        return True
    return said.state in _GUARDED and bool(numbers(normalise(inbound.text)))


_GUARDED = frozenset(state.value for state in GUARDED | {State.WELCOME_LIMITS})
