"""Simulated phones as data: whose each is, its number, and its labels.

All numbers are in the range reserved for fiction (555-01xx), or made up beside it. None is a real phone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

SAM_PHONE = "+15555550161"
"""Phone of the demo's caseworker on call, which gets alerts and can text TAKE."""

CONTACT_PHONE = "+15555550162"
"""Phone of the demo's agency contact, for hand-offs in demo mode."""

MOST_YOUNG = 3
_ORDER = ("", "second ", "third ")


@dataclass(frozen=True, slots=True)
class DeskPhone:
    """Simulated phone; `whose` is its heading, `tab` its short name, and `empty` is shown while it has no text."""

    id: str
    whose: str
    tab: str
    number: str
    empty: str
    young: bool = False  # a young person's, which can start over with a new number and send a photo
    once_texted: bool = False  # shown only once it has a text
    opens_pages: bool = False  # a link to the console in a text can be opened

    def words(self) -> dict[str, Any]:
        """Return what the page needs to know of it."""
        return {
            "id": self.id, "whose": self.whose, "tab": self.tab, "empty": self.empty, "young": self.young,
            "opens_pages": self.opens_pages,
        }  # fmt: skip


STAFF = (
    DeskPhone(
        "caseworker", "Sam's phone, the caseworker on call", "Sam", SAM_PHONE, "When someone asks for a person, "
        "the alert comes here.", opens_pages=True,
    ),
    DeskPhone(
        "contact", "The agency contact's phone", "Contact", CONTACT_PHONE, "Nothing here yet.", once_texted=True
    ),
)  # fmt: skip
STORY_NUMBERS = frozenset(phone.number for phone in STAFF)


def young_id(slot: int) -> str:
    """Return the id of the young person's phone in this slot, counted from 0."""
    return f"young{slot + 1}"


def desk(numbers: list[str]) -> list[DeskPhone]:
    """Return all phones, the young people's first; `numbers` are theirs."""
    empty = "Nothing here yet.\nSay hi, or say what you need."
    young = [
        DeskPhone(
            young_id(slot), f"The {_ORDER[slot]}young person's phone", f"Young person{f' {slot + 1}' if slot else ''}",
            number, empty, young=True,
        )
        for slot, number in enumerate(numbers)
    ]  # fmt: skip
    return [*young, *STAFF]
