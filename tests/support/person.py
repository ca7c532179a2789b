"""Young person for tests of staff pages, who texts the real conversation up to a waiting case."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from bot.conversation.messages import Inbound, Reply
from bot.inbound.router import Router
from bot.runtime.runtime import Runtime
from tests.support.app import MovedClock

STORY = ("hey", "1", "ok", "need a place to sleep tonight", "santa ana ca", "have someone introduce me")
"""Texts up to the question what the team may see: needs, an area, a service."""


def let_read(runtime: Runtime, phone: str) -> None:
    """Let a while pass before the same words again: sooner they are the carrier's second copy."""
    if isinstance(runtime.clock, MovedClock):
        runtime.clock.let_read()
    else:
        runtime.store._server.call("DEL", runtime.store.copy_place(runtime.store.person(phone)))


@dataclass
class YoungPerson:
    """One phone. `share` opens a case: it names the shared items, all others are kept back."""

    runtime: Runtime
    said: str = ""
    phone: str = field(default_factory=lambda: f"+1555{secrets.randbelow(10**7):07}", repr=False)

    def text(self, *texts: str) -> Reply:
        """Send each text and return the last reply."""
        reply = None
        for words in texts:
            if words == self.said:
                let_read(self.runtime, self.phone)
            self.said = words
            reply = Router(self.runtime).handle(Inbound(f"SM{secrets.token_hex(16)}", self.phone, words))
        assert reply
        return reply

    def share(self, *items: str, name: str = "no name", times: str = "keep it to me", remember: str = "not now") -> str:
        """Tell the story, share these items (needs, area, service, said, reach), and return the case's code.

        `times` says when a text is ok; `name` gives a name or none; `remember` answers who is asked about it.
        """
        self.text(*STORY, "choose what they see")
        for item in ("needs", "area", "service", "said", "reach"):
            assert self.state == "consent.choose", self.state
            self.text("show it" if item in items else "keep it to me")
        assert self.state == "consent.times", self.state
        self.text(times)
        if self.text(name).state == "consent.remember":
            self.text(remember)
        assert self.state == "handoff.waiting", self.state
        return self.case

    def just_talk(self, *first: str) -> str:
        """Share nothing but the wish to talk, and return the case's code."""
        self.text("hey", "1", "ok", *first, "talk to a person", "just say i want to talk", "no name")
        return self.case

    @property
    def key(self) -> str:
        """Return the keyed hash of the phone."""
        return self.runtime.store.person(self.phone)

    @property
    def case(self) -> str:
        """Return the code of the open case, or ""."""
        session = self.runtime.store.load(self.phone, "").session
        return session.case if session else ""

    @property
    def state(self) -> str:
        """Return the state of the conversation."""
        session = self.runtime.store.load(self.phone, "").session
        return session.state.value if session else ""
