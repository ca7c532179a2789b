"""What goes into a turn and what comes out: an inbound message and its reply."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.flows.names import State
from bot.store.records import StoredReply

PHOTO_MARK = "[photo]"
"""Stands for a picture in what is relayed. The picture itself is never fetched."""


@dataclass(frozen=True, slots=True)
class Inbound:
    """An SMS as it arrived. `media` counts pictures; `opt_out` is the provider's own reading of STOP and the like.

    `at` is when the provider received a text that is processed late, in epoch seconds; 0 for a text that comes now.
    `to` is the address of ours that it came to.
    """

    sid: str
    phone: str = field(repr=False)
    text: str = field(repr=False)
    media: int = 0
    opt_out: str = ""
    at: int = 0
    to: str = field(default="", repr=False)

    @property
    def relayed(self) -> str:
        """The text as a caseworker or a contact gets it, with a mark where a picture was sent."""
        return f"{PHOTO_MARK} {self.text}".strip() if self.media else self.text


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply: its text ("" sends nothing), the key of its message, and the state and language of the conversation.

    `events` are those of this turn; empty when a stored reply is repeated.
    """

    text: str = field(repr=False)
    key: str
    state: str
    language: str
    events: tuple[str, ...] = ()


NO_REPLY = Reply("", "", State.CARRIER_STOPPED.value, "en")
"""The answer to whoever has opted out: nothing is said, and nothing is known of them (promise 6)."""


def reply_from(said: StoredReply, events: tuple[str, ...] = ()) -> Reply:
    """Build the reply from its stored form."""
    return Reply(said.text, said.key, said.state, said.language, events)
