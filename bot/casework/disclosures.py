"""Record of a disclosure that a law or a court required: what staff told someone outside this system. Pure.

Disclosures are separate from consent: a record opens nothing and sends nothing. Without a release only a statute, such
as one on reporting child abuse, or a court order allows disclosure; a lawyer's subpoena is mostly neither. The person
is told of it where that is safe (VAWA confidentiality, 34 USC 12291(b)(2)). Items are kept by name, never their
content. Only a mandated report also keeps what the colleague heard (`mandated`).
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from bot.tolerant import known_fields

RECORDED = "disclosure_recorded"
"""Name of the event in the case's timeline, which says no more about it."""

KEPT_SECONDS = 7 * 365 * 86_400
"""Retention of seven years, as agencies commonly keep legal records, so that the team can answer for it later.

It is no setting: shortening it needs the advice of counsel and a visible change.
"""

SHORTEST, LONGEST_TO, LONGEST_REASON = 3, 120, 1000


class Kind(StrEnum):
    """Legal ground of a disclosure."""

    MANDATED_REPORT = "mandated_report"
    COURT_ORDER = "court_order"


class Item(StrEnum):
    """Disclosed items, by name."""

    CONTACT = "contact"  # the fact that they are in touch with the programme
    NAME = "name"
    NUMBER = "number"
    AREA = "area"
    NEEDS = "needs"
    WORDS = "words"  # what they texted
    NOTES = "notes"  # what staff wrote about them


class Told(StrEnum):
    """Whether and when the person was told."""

    BEFORE = "before"
    AFTER = "after"
    NOT_YET = "not_yet"
    NOT_SAFE = "not_safe"
    NOT_REACHED = "not_reached"


@dataclass(frozen=True, slots=True)
class Report:
    """What a mandated report adds to its disclosure. Times are local, like 2026-11-22T14:30; "" is not known yet.

    `of` is the id of the report, which all its versions share, and `number` counts them. `place` is like "US-CA";
    `taker` took the call.
    """

    of: str
    number: int = 1
    place: str = ""
    heard: str = field(default="", repr=False)
    heard_at: str = ""
    concerns: str = field(default="", repr=False)
    made_at: str = ""
    taker: str = field(default="", repr=False)
    reference: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One immutable record. `on` is the day of the disclosure, like 2026-11-22; `at` is when it was recorded.

    A case code may be reused after years, so `opened_at` is stored with it. Times are in epoch seconds. `report` is
    None unless a colleague began it as a mandated report; while that is not made, `on` is the day of recording.
    """

    id: str
    case: str
    opened_at: int
    kind: Kind | str
    to: str = field(repr=False)
    on: str
    items: tuple[Item | str, ...]
    reason: str = field(repr=False)
    told: Told | str
    by: str
    at: int
    report: Report | None = None

    def dump(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return asdict(self)

    @classmethod
    def load(cls, stored: dict[str, Any]) -> Disclosure:
        """Build a record from its stored form. Values of another release keep their names: the record is evidence."""
        known = known_fields(cls, stored)
        known["kind"] = _named(Kind, stored["kind"])
        known["told"] = _named(Told, stored["told"])
        known["items"] = tuple(_named(Item, item) for item in stored["items"])
        if report := known.get("report"):
            known["report"] = Report(**known_fields(Report, report))
        return cls(**known)


E = TypeVar("E", bound=StrEnum)


def _named(kind: type[E], value: str) -> E | str:
    try:
        return kind(value)
    except ValueError:
        return value


def new_id() -> str:
    """Generate a random id, so that a form sent twice records once."""
    return secrets.token_hex(8)


def faults(typed: Mapping[str, str], items: Collection[str], today: date) -> dict[str, str]:
    """Return the error of each field, empty if the form is valid. `today` is the team's local date."""
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
