"""Conversation of three: a young person, the caseworker who holds their case by text, and an agency's contact."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.actions.introductions import IntroductionActions
from bot.casework.cases import Introduction
from bot.conversation.messages import Reply
from bot.staff.accounts import Staff
from tests.support.in_process import House
from tests.support.person import YoungPerson
from tests.support.product import new_phone
from tests.support.team import Team

INVITED = "would like to introduce someone"


@dataclass
class Meeting:
    """Young person, Sam who holds their case by text, and Dana of the agency they asked for."""

    team: Team
    sam: Staff
    her: YoungPerson
    code: str = ""
    phone: str = field(default_factory=new_phone)

    @property
    def acts(self) -> IntroductionActions:
        """Return the actions on introductions."""
        return IntroductionActions(self.house.runtime)

    @property
    def house(self) -> House:
        """Return the app in which the meeting happens."""
        return self.team.house

    @property
    def held(self) -> Introduction:
        """Return the stored introduction."""
        held = self.team.case(self.code).introduction
        assert held
        return held

    def propose(self, phone: str = "") -> None:
        service = self.house.session(self.her.phone).introduction or next(iter(self.house.runtime.directory.now)).id
        IntroductionActions(self.house.runtime).propose(self.code, self.sam.id, service, "Dana", phone or self.phone)
        self.house.work()

    def agrees(self, *items: str) -> None:
        """Let the person agree to Dana, and to these of needs, area and name. Nothing is sent yet."""
        reply = self.her.text("bring them in")
        for item in ("needs", "area", "name"):
            if reply.state == "consent.agency_item":
                reply = self.her.text("show it" if item in items else "keep it to me")
        assert reply.state == "handoff.live", reply.state

    def joins(self) -> Reply:
        """Let Dana reply the code, and return the answer."""
        reply = self.dana(f"{self.held.code.lower()} please")
        self.house.work()
        return reply

    def dana(self, text: str, sid: str = "") -> Reply:
        """Let Dana text."""
        return self.house.hears(text, self.phone, sid)

    def got(self, phone: str = "") -> list[str]:
        """List the texts a phone received, by default Dana's."""
        return self.house.provider.sent_to(phone or self.phone)


def meet(team: Team) -> Meeting:
    """Let Sam hold the case of Jay, before any introduction."""
    met = Meeting(team, team.colleague("Sam Rivera"), YoungPerson(team.house.runtime, new_phone()))
    met.code = met.her.share("needs", "area", "service", name="Jay")
    team.house.work()
    team.says(met.sam, f"TAKE {met.code}")
    team.house.work()
    return met
