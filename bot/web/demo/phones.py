"""The phones on the simulator's desk, as data: for whom each stands, its number, and how it is named in words.

All numbers are of the range that is kept for stories (555-01xx), or made up beside it. Nothing here is a real phone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

SAM_PHONE = "+15555550161"
"""Of the demo's caseworker on call: alerts come to it, and TAKE works from it."""

CONTACT_PHONE = "+15555550162"
"""Of the demo's agency contact: what a hand-off in demo mode can offer."""

MOST_YOUNG = 3
_ORDER = ("", "second ", "third ")


@dataclass(frozen=True, slots=True)
class DeskPhone:
    """One phone. `whose` is its heading and `tab` its short name; `empty` stands where no text is yet."""

    id: str
    whose: str
    tab: str
    number: str
    empty: str
    young: bool = False  # a young person's: may start over with a new number, may send a photo
    once_texted: bool = False  # lies on the desk only when it was texted
    opens_pages: bool = False  # an address of the console in a text can be followed

    def words(self) -> dict[str, Any]:
        """What the page says of it."""
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
    """The id of the young person's phone at this place, from 0."""
    return f"young{slot + 1}"


def desk(numbers: list[str]) -> list[DeskPhone]:
    """All phones, the young people's first; `numbers` are theirs."""
    empty = "Nothing here yet.\nSay hi, or say what you need."
    young = [
        DeskPhone(
            young_id(slot), f"The {_ORDER[slot]}young person's phone", f"Young person{f' {slot + 1}' if slot else ''}",
            number, empty, young=True,
        )
        for slot, number in enumerate(numbers)
    ]  # fmt: skip
    return [*young, *STAFF]
