"""Team for fault tests: staff with phones, and a young person who asks for one of them."""

from __future__ import annotations

from dataclasses import replace

from bot.actions.cases import CaseActions
from bot.casework.cases import Case
from bot.conversation.messages import Reply
from bot.staff.accounts import Role, Staff, new_id
from tests.support.in_process import House
from tests.support.product import Phone, new_phone


class Team:
    """Staff who have joined."""

    def __init__(self, house: House) -> None:
        self.house, self.desk = house, CaseActions(house.runtime)

    def colleague(self, name: str, *roles: Role) -> Staff:
        """Create an account that answers people."""
        made = Staff(
            new_id(), name.lower(), name, frozenset(roles or {Role.CASEWORKER}), self.house.clock(), new_phone(),
            password="hash", secret="secret",
        )  # fmt: skip
        return self.house.store.staff.add(made)

    def store_without_phone(self, name: str) -> Staff:
        """Create an account that answers people and has no phone."""
        made = self.colleague(name)
        return self.house.store.staff.change(made.id, lambda kept: replace(kept, phone=""))

    def asks(self, phone: str) -> str:
        """Let the person ask for a caseworker and share only the wish to talk; return the case's code."""
        for text in ("hey", "1", "ok", "talk to a person", "just say i want to talk", "no name"):
            reply = self.house.hears(text, phone)
        assert reply.state == "handoff.waiting"
        return self.house.session(phone).case

    def case(self, code: str) -> Case:
        """Return the stored case."""
        case = self.house.store.cases.get(code)
        assert case is not None
        return case

    def texts(self, person: Staff) -> list[str]:
        """List the texts this person's phone received."""
        return self.house.provider.sent_to(person.phone)

    def alerts(self, person: Staff) -> int:
        """Count the alerts among these texts: to cases that wait, and to danger in a case of one's own."""
        says = ("has just come in", "has waited", "needs an answer")
        return sum(any(words in text for words in says) for text in self.texts(person))

    def told(self, phone: str) -> int:
        """Count how often the young person was told that it takes longer or that nobody answers."""
        texts = self.house.provider.sent_to(phone)
        return sum("longer than it should" in text or "haven't answered" in text for text in texts)

    def says(self, person: Staff, text: str, sid: str = "") -> Reply:
        """Let a staff member text."""
        return self.house.hears(text, Phone(person.phone), sid)
