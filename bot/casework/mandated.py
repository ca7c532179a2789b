"""Mandated report: what a colleague heard that the law may require them to report, and its signature by a lead. Pure.

A report is kept as disclosures: each version is one immutable record, and a later one adds what has become known since,
such as the reference number. The signature is of one version; after a later one the report waits for a lead again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.casework.disclosures import LONGEST_TO, SHORTEST, Disclosure, Item, Told
from bot.tolerant import known_fields

LONGEST_HEARD, LONGEST_CONCERNS, LONGEST_TAKER, LONGEST_REFERENCE = 4000, 300, 120, 80
MADE, NOT_YET = "yes", "no"
"""Answers to whether the report has been made."""

EMPTY = "Leave this empty until you have made the report."


@dataclass(frozen=True, slots=True)
class Signature:
    """Lead who has seen and signed one version, and when (epoch seconds)."""

    by: str
    at: int

    @classmethod
    def load(cls, stored: Mapping[str, Any]) -> Signature:
        """Build a signature from its stored form."""
        return cls(**known_fields(cls, stored))


@dataclass(frozen=True, slots=True)
class MandatedReport:
    """A report with its versions, the oldest first, and the signatures by id of the version."""

    versions: tuple[Disclosure, ...]
    signatures: Mapping[str, Signature] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Return the id of the report: that of its first version."""
        return _report_id(self.latest)

    @property
    def latest(self) -> Disclosure:
        """Return the version that holds."""
        return self.versions[-1]

    @property
    def signature(self) -> Signature | None:
        """Return the signature of the version that holds; None while the report waits for a lead."""
        return self.signatures.get(self.latest.id)

    @property
    def is_made(self) -> bool:
        """Return whether the colleague has told the agency."""
        return bool(self.latest.report and self.latest.report.made_at)


def group(records: Sequence[Disclosure], signatures: Mapping[str, Signature]) -> list[MandatedReport]:
    """Build the reports of these records, in the order in which each last changed, the last first.

    `records` are in the order in which they were added, the last first; other disclosures among them are left out.
    """
    found: dict[str, list[Disclosure]] = {}
    for record in records:
        if record.report:
            found.setdefault(_report_id(record), []).append(record)
    return [MandatedReport(tuple(sorted(versions, key=_order)), signatures) for versions in found.values()]


def _order(record: Disclosure) -> tuple[int, int]:
    return (record.report.number if record.report else 0, record.at)


def _report_id(record: Disclosure) -> str:
    return record.report.of if record.report else record.id


def why_not_sign(report: MandatedReport, who: str, leads: Collection[str]) -> str:
    """Return why this lead may not sign the report, or "". `leads` are the ids of all active leads.

    A lead signs what another began. Only a lead without any other signs their own.
    """
    if report.signature:
        return "A lead has signed this report."
    if report.latest.by == who and set(leads) - {who}:
        return "You began this report, so another lead signs it."
    return ""


def faults(typed: Mapping[str, str], items: Collection[str], now: datetime) -> dict[str, str]:
    """Return the error of each field, empty if the form is valid. `now` is the team's local time, without a zone."""
    wrong = {
        name: f"{ask}, in {SHORTEST} to {most} letters."
        for name, ask, most in (
            ("heard", "Write what you heard", LONGEST_HEARD),
            ("concerns", "Write who it concerns", LONGEST_CONCERNS),
            ("to", "Name the agency", LONGEST_TO),
        )
        if not SHORTEST <= len(typed[name]) <= most
    } | {
        name: f"Use up to {most} letters."
        for name, most in (("taker", LONGEST_TAKER), ("reference", LONGEST_REFERENCE))
        if len(typed[name]) > most
    }
    if (heard := _moment(typed["heard_at"])) is None or heard > now:
        wrong["heard_at"] = "Enter the date and time when you heard it, not later than now."
    if typed["told"] not in set(Told):
        wrong["told"] = "Say if the young person was told."
    return wrong | _faults_of_making(typed, items, now)


def _faults_of_making(typed: Mapping[str, str], items: Collection[str], now: datetime) -> dict[str, str]:
    wrong = {}
    if typed["made"] == NOT_YET:
        wrong = {name: EMPTY for name, given in (("made_at", typed["made_at"]), ("items", items)) if given}
    elif typed["made"] != MADE:
        wrong["made"] = "Say if you have made the report."
    else:
        if (made := _moment(typed["made_at"])) is None or made > now:
            wrong["made_at"] = "Enter the date and time when you told them, not later than now."
        if not items or not set(items) <= set(Item):
            wrong["items"] = "Choose what you told them."
    return wrong


def _moment(text: str) -> datetime | None:
    """Return the local time that a form holds, like 2026-11-22T14:30; None if it holds none."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo is None else None
