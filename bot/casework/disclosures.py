"""A disclosure that a law or a court required: a record of what staff told somebody outside of this system. Pure.

It stands apart from consent: it opens nothing and sends nothing. Without a release only a statute, such as one on
reporting child abuse, or a court order allows to tell; a lawyer's subpoena mostly is neither. The person is told of
it where that is safe (VAWA confidentiality, 34 USC 12291(b)(2)). Items stand here by name, never what they were.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

RECORDED = "disclosure_recorded"
"""How the case's timeline calls it; nothing more of it stands there."""

KEPT_SECONDS = 7 * 365 * 86_400
"""Seven years, as agencies commonly keep their legal records: long after the case is gone the team can still answer
for what it told. No setting: what ends it sooner should be counsel's word and a change that is seen."""

SHORTEST, LONGEST_TO, LONGEST_REASON = 3, 120, 1000


class Kind(StrEnum):
    """What required it."""

    MANDATED_REPORT = "mandated_report"
    COURT_ORDER = "court_order"


class Item(StrEnum):
    """What was told, by name."""

    CONTACT = "contact"  # that they are in touch with the programme
    NAME = "name"
    NUMBER = "number"
    AREA = "area"
    NEEDS = "needs"
    WORDS = "words"  # what they texted
    NOTES = "notes"  # what staff wrote of them


class Told(StrEnum):
    """Whether the person knows of it."""

    BEFORE = "before"
    AFTER = "after"
    NOT_SAFE = "not_safe"
    NOT_REACHED = "not_reached"


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One record; it never changes. `on` is the day it was told on, like 2026-11-22; `at` when it was recorded.

    `case` may be given anew after years, so `opened_at` goes with it. Times are seconds since the epoch.
    """

    id: str
    case: str
    opened_at: int
    kind: Kind
    to: str = field(repr=False)
    on: str
    items: tuple[Item, ...]
    reason: str = field(repr=False)
    told: Told
    by: str
    at: int

    def dump(self) -> dict[str, Any]:
        """The stored form: plain JSON values."""
        return asdict(self)

    @classmethod
    def load(cls, stored: dict[str, Any]) -> Disclosure:
        """A record from its stored form."""
        kinds = {"kind": Kind(stored["kind"]), "told": Told(stored["told"])}
        return cls(**stored | kinds | {"items": tuple(Item(item) for item in stored["items"])})


def new_id() -> str:
    """An id by chance: a form sent twice records once."""
    return secrets.token_hex(8)


def faults(typed: Mapping[str, str], items: Collection[str], today: date) -> dict[str, str]:
    """What is wrong with what somebody typed, by field; empty when it can be recorded. `today` by the team's clock."""
    wrong = {}
    if typed["kind"] not in set(Kind):
        wrong["kind"] = "Choose what required it."
    if not SHORTEST <= len(typed["to"]) <= LONGEST_TO:
        wrong["to"] = f"Name the office or court, in {SHORTEST} to {LONGEST_TO} letters."
    if (day := _day(typed["on"])) is None or day > today:
        wrong["on"] = "Enter the date you told them, today or earlier."
    if not items or not set(items) <= set(Item):
        wrong["items"] = "Choose what you told them."
    if not SHORTEST <= len(typed["reason"]) <= LONGEST_REASON:
        wrong["reason"] = f"Give the reason, in {SHORTEST} to {LONGEST_REASON} letters."
    if typed["told"] not in set(Told):
        wrong["told"] = "Say if the young person was told."
    return wrong


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
