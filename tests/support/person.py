"""A young person for tests of what staff see: texts the real conversation, up to a case that waits."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from bot.conversation.messages import Inbound, Reply
from bot.inbound.router import Router
from bot.runtime.runtime import Runtime

STORY = ("hey", "1", "ok", "need a place to sleep tonight", "thats right", "santa ana ca", "have someone introduce me")
"""Up to the question what the team may see: needs, an area, a service."""


@dataclass
class YoungPerson:
    """One phone. `share` opens a case: items by name, what is not named is kept."""

    runtime: Runtime
    phone: str = field(default_factory=lambda: f"+1555{secrets.randbelow(10**7):07}", repr=False)

    def text(self, *texts: str) -> Reply:
        """Send each; the last reply."""
        reply = None
        for words in texts:
            reply = Router(self.runtime).handle(Inbound(f"SM{secrets.token_hex(16)}", self.phone, words))
        assert reply
        return reply

    def share(self, *items: str, name: str = "no name", times: str = "keep it to me") -> str:
        """Tell the story, share these of needs, area, service, said and reach, say when a text is ok, and give a name
        or none; the case's code."""
        self.text(*STORY, "choose what they see")
        for item in ("needs", "area", "service", "said", "reach"):
            assert self.state == "consent.choose", self.state
            self.text("show it" if item in items else "keep it to me")
        assert self.state == "consent.times", self.state
        self.text(times)
        assert self.text(name).state == "handoff.waiting"
        return self.case

    def just_talk(self, *first: str) -> str:
        """Share nothing but the wish to talk; the case's code."""
        self.text("hey", "1", "ok", *first, "talk to a person", "just say i want to talk", "no name")
        return self.case

    @property
    def key(self) -> str:
        """The keyed hash that stands for the phone."""
        return self.runtime.store.person(self.phone)

    @property
    def case(self) -> str:
        """The code of the open case, or ""."""
        session = self.runtime.store.load(self.phone, "").session
        return session.case if session else ""

    @property
    def state(self) -> str:
        """Where the conversation stands."""
        session = self.runtime.store.load(self.phone, "").session
        return session.state.value if session else ""
