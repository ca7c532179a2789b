"""Consent records: what a person agreed to share, with whom, why and until when, and the words they saw.

The ledger is append-only. Taking back adds a record and changes none. So does the end of an introduction, after which
the agency may know nothing more. Records hold no free text.
Source: one informed, time-limited release per recipient (VAWA confidentiality, 34 USC 12291(b)(2)).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal, NamedTuple

from bot.flows.names import ShareItem
from bot.tolerant import known_fields, members

TEAM = "team"
TEAM_DAYS = 90
AGENCY_DAYS = 30
MONTH_DAYS = 30
REMEMBER_DAYS = 6 * MONTH_DAYS


class ConsentDays(NamedTuple):
    """Validity of a consent in days, by recipient; that of being remembered by the team is longer than its others."""

    team: int = TEAM_DAYS
    agency: int = AGENCY_DAYS
    remember: int = REMEMBER_DAYS


DEFAULT_DAYS = ConsentDays()


def agency(service_id: str) -> str:
    """Return the recipient that stands for the agency behind a service."""
    return f"agency:{service_id}"


@dataclass(frozen=True, slots=True)
class ConsentRecord:
    """Record of the ledger. Times are in epoch seconds; `person` is the keyed hash."""

    kind: Literal["given", "taken_back", "ended"]
    person: str
    items: tuple[ShareItem, ...]
    recipient: str
    purpose: str
    wording: str  # key of the message shown
    edition: str
    language: str
    message_sid: str
    at: int
    expires_at: int

    def dump(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return asdict(self) | {"items": [item.value for item in self.items]}

    @classmethod
    def load(cls, stored: dict[str, Any]) -> ConsentRecord:
        """Build a record from its stored form, without items of another release. An unknown kind gives nothing."""
        kind = stored["kind"] if stored["kind"] in _KINDS else "ended"
        return cls(**known_fields(cls, stored) | {"kind": kind, "items": members(ShareItem, stored["items"])})


_KINDS = frozenset({"given", "taken_back", "ended"})


def live(ledger: tuple[ConsentRecord, ...], recipient: str, now: int) -> frozenset[ShareItem]:
    """Return the items `recipient` may have at `now`: given, not expired and not taken back since."""
    items: set[ShareItem] = set()
    for record in ledger:
        if record.recipient != recipient:
            continue
        if record.kind != "given":
            items -= set(record.items)
        elif record.expires_at > now:
            items |= set(record.items)
    return frozenset(items)
