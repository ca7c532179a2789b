"""Audit trail: who saw or changed what, as a hash chain in which each hash covers the one before. Pure.

Entries hold ids, a verb of a closed set, and the reason that a staff member gave. Nothing here stores or reads.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import Any, NamedTuple

LONGEST_REASON = 300
COMMAND_LINE = "command line"
"""Actor of acts done at the command line, where nobody is signed in."""


class Verb(StrEnum):
    """Recorded acts."""

    SIGNED_IN = "signed_in"
    SIGN_IN_SLOWED = "sign_in_slowed"
    SIGNED_OUT = "signed_out"
    SIGNED_OUT_EVERYWHERE = "signed_out_everywhere"
    INVITED = "invited"
    INVITED_AGAIN = "invited_again"
    JOINED = "joined"
    ROLES_CHANGED = "roles_changed"
    PHONE_CHANGED = "phone_changed"
    DEACTIVATED = "deactivated"
    REACTIVATED = "reactivated"
    CASE_SEEN = "case_seen"
    CASE_TAKEN = "case_taken"
    CASE_PASSED = "case_passed"
    CASE_CLOSED = "case_closed"
    CASE_URGENT = "case_urgent"  # set urgent or not urgent by hand
    WORK_CHANGED = "work_changed"  # tasks and referrals of a case
    NUMBER_REVEALED = "number_revealed"
    INTRODUCTION_PROPOSED = "introduction_proposed"  # of an agency's contact, by the case's code only
    INTRODUCTION_ENDED = "introduction_ended"
    DISCLOSED = "disclosed"  # by mandate or court order, independent of consent
    EXPORTED = "exported"
    WORDS_PUBLISHED = "words_published"
    DIRECTORY_CHANGED = "directory_changed"
    ROTA_CHANGED = "rota_changed"


@dataclass(frozen=True, slots=True)
class Mark:
    """Position in the chain: the number of entries before it, and the hash of the last of them."""

    count: int
    hash: str


START = Mark(0, "")


@dataclass(frozen=True, slots=True)
class Entry:
    """Audit entry. `who` and `on` are ids (`on` with its kind, like "staff:x7…" or "case:K7QM"); `at` is in seconds."""

    at: int
    who: str
    what: Verb
    on: str = ""
    reason: str = field(default="", repr=False)

    def after(self, mark: Mark) -> Mark:
        """Return the position after this entry if it stands at `mark`."""
        covered = [mark.count, mark.hash, self.at, self.who, self.what, self.on, self.reason]
        plain = json.dumps(covered, separators=(",", ":")).encode()
        return Mark(mark.count + 1, sha256(plain).hexdigest())


class Link(NamedTuple):
    """Stored entry, with the hash of the chain up to and including it."""

    entry: Entry
    hash: str

    def dump(self) -> list[Any]:
        """Return plain JSON values."""
        entry = self.entry
        return [entry.at, entry.who, entry.what, entry.on, entry.reason, self.hash]

    @classmethod
    def load(cls, stored: list[Any]) -> Link:
        """Build a link from its stored form. Raise ValueError if it is malformed."""
        at, who, what, on, reason, hashed = stored
        return cls(Entry(at, who, Verb(what), on, reason), hashed)


def verify(links: Iterable[Link | None], end: Mark, start: Mark = START) -> int | None:
    """Return the index of the first link that does not fit between `start` and `end`, or None if all do.

    An unreadable link is None. The index equals the number of links if the end of the chain is missing.
    """
    mark, index = start, -1
    for index, link in enumerate(links):
        if link is None or mark.count >= end.count:
            return index
        mark = link.entry.after(mark)
        if link.hash != mark.hash:
            return index
    # the last link may be well-formed and still not be the one that was written
    return None if mark == end else max(index, 0) if mark.count == end.count else index + 1
