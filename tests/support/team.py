"""A team behind the house of a fault test: colleagues with phones, and a young person who asks for one of them."""

from __future__ import annotations

from bot.actions.cases import Desk
from bot.casework.cases import Case
from bot.conversation.messages import Reply
from bot.staff.accounts import Role, Staff, new_id
from tests.support.in_process import House
from tests.support.product import Phone, new_phone


class Team:
    """Colleagues who have joined."""

    def __init__(self, house: House) -> None:
        self.house, self.desk = house, Desk(house.runtime)

    def colleague(self, name: str, *roles: Role) -> Staff:
        """Somebody who answers people."""
        made = Staff(
            new_id(), name.lower(), name, frozenset(roles or {Role.CASEWORKER}), self.house.clock(), new_phone(),
            password="hash", secret="secret",
        )  # fmt: skip
        return self.house.store.staff.add(made)

    def asks(self, phone: str) -> str:
        """The young person asks for somebody to talk to, and shares nothing but that; the case's code."""
        for text in ("hey", "1", "ok", "talk to a person", "just say i want to talk", "no name"):
            reply = self.house.hears(text, phone)
        assert reply.state == "handoff.waiting"
        return self.house.session(phone).case

    def case(self, code: str) -> Case:
        """As it stands now."""
        case = self.house.store.cases.get(code)
        assert case is not None
        return case

    def texts(self, person: Staff) -> list[str]:
        """What this colleague's phone got."""
        return self.house.provider.sent_to(person.phone)

    def alerts(self, person: Staff) -> int:
        """How many of these were alerts."""
        return sum(" waits " in text for text in self.texts(person))

    def told(self, phone: str) -> int:
        """How often the young person was told that it takes longer, or that somebody does not answer."""
        texts = self.house.provider.sent_to(phone)
        return sum("longer than it should" in text or "haven't answered" in text for text in texts)

    def says(self, person: Staff, text: str, sid: str = "") -> Reply:
        """A colleague texts."""
        return self.house.hears(text, Phone(person.phone), sid)
