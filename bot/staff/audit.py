"""Audit trail: who saw or changed what, as a hash chain in which each hash covers the one before. Pure.

Entries hold ids, a verb of a closed set, and the reason that a staff member gave. Nothing here stores or reads.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
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
    LOCKED = "locked"  # a session, after a pause or by its owner
    UNLOCKED = "unlocked"
    SIGNED_OUT = "signed_out"
    SIGNED_OUT_EVERYWHERE = "signed_out_everywhere"
    INVITED = "invited"
    INVITED_AGAIN = "invited_again"
    JOINED = "joined"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 -- an act, by its owner
    SECOND_FACTOR_CHANGED = "second_factor_changed"  # by its owner
    RECOVERY_CODES_MADE = "recovery_codes_made"
    RECOVERY_CODE_USED = "recovery_code_used"  # the reason says how many are left
    PASSKEY_ADDED = "passkey_added"  # by its owner
    PASSKEY_REMOVED = "passkey_removed"  # by its owner, or all of a colleague's by a lead
    PASSKEY_REFUSED = "passkey_refused"  # its counter did not go up: it may be a copy
    ROLES_CHANGED = "roles_changed"
    PHONE_CHANGED = "phone_changed"
    DEACTIVATED = "deactivated"
    REACTIVATED = "reactivated"
    CASE_SEEN = "case_seen"
    EARLIER_SEEN = "earlier_seen"  # what is remembered of earlier cases, on the page of an open one
    QUEUE_SEEN = "queue_seen"  # what waiting people shared, in the list of their cases
    CASE_TAKEN = "case_taken"
    CASE_PASSED = "case_passed"
    CASE_CLOSED = "case_closed"
    CASE_URGENT = "case_urgent"  # set urgent or not urgent by hand
    WORK_CHANGED = "work_changed"  # tasks and referrals of a case
    NUMBER_REVEALED = "number_revealed"
    INTRODUCTION_PROPOSED = "introduction_proposed"  # of an agency's contact, by the case's code only
    INTRODUCTION_ENDED = "introduction_ended"
    DISCLOSED = "disclosed"  # by mandate or court order, independent of consent
    REPORT_BEGUN = "report_begun"  # a mandated report, by the case's code only
    REPORT_ADDED_TO = "report_added_to"
    REPORT_SEEN = "report_seen"  # by a lead
    REPORT_SIGNED = "report_signed"
    EXPORTED = "exported"
    WORDS_PUBLISHED = "words_published"
    DIRECTORY_CHANGED = "directory_changed"
    REPLIES_CHANGED = "replies_changed"  # the quick replies of the team
    ROTA_CHANGED = "rota_changed"
    SHIFT_OFFERED = "shift_offered"  # to a colleague; the reason of these names the shift
    SHIFT_ACCEPTED = "shift_accepted"  # from its owner
    SHIFT_DECLINED = "shift_declined"
    SHIFT_WITHDRAWN = "shift_withdrawn"  # the offer, by the owner or a lead
    SHIFT_GIVEN = "shift_given"  # to a colleague, by a lead
    AUDIT_BROKEN = "audit_broken"  # the end of the chain was unreadable: a new segment begins
    AUDIT_MENDED = "audit_mended"  # an operator has looked at the broken entries that it names


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
    what: Verb | str  # a plain string: a verb of another release
    on: str = ""
    reason: str = field(default="", repr=False)
    more: tuple[Any, ...] = field(default=(), repr=False)  # fields of another release, which its hash covers

    def after(self, mark: Mark) -> Mark:
        """Return the position after this entry if it stands at `mark`."""
        covered = [mark.count, mark.hash, self.at, self.who, self.what, self.on, self.reason, *self.more]
        plain = json.dumps(covered, separators=(",", ":")).encode()
        return Mark(mark.count + 1, sha256(plain).hexdigest())


class Link(NamedTuple):
    """Stored entry, with the hash of the chain up to and including it."""

    entry: Entry
    hash: str

    def dump(self) -> list[Any]:
        """Return plain JSON values."""
        entry = self.entry
        return [entry.at, entry.who, entry.what, entry.on, entry.reason, *entry.more, self.hash]

    @classmethod
    def load(cls, stored: list[Any]) -> Link:
        """Build a link from its stored form. Raise ValueError if it is malformed."""
        at, who, what, on, reason, *more, hashed = stored
        return cls(Entry(at, who, _VERBS.get(what, what), on, reason, tuple(more)), hashed)


_VERBS: dict[str, Verb] = {verb.value: verb for verb in Verb}
_SEGMENTS = frozenset({Verb.AUDIT_BROKEN, Verb.AUDIT_MENDED})
"""What the first entry of a new segment says: it covers its position, and no entry before it."""


def begin_segment(entry: Entry, count: int) -> Mark:
    """Return the position after an entry that begins a segment behind `count` entries."""
    return entry.after(Mark(count, ""))


def mended_entry(at: int, broken: Collection[int]) -> Entry:
    """Build the entry that says that an operator has looked at these broken entries."""
    return Entry(at, COMMAND_LINE, Verb.AUDIT_MENDED, f"audit:{_ranges(broken)}")


def verify(links: Iterable[Link | None], end: Mark, start: Mark = START) -> int | None:
    """Return the index of the first link that does not fit between `start` and `end`, or None if all do.

    An unreadable link is None. The index equals the number of links if the end of the chain is missing.
    """
    broken = find_broken(links, end, start)
    return broken[0] - start.count if broken else None


def find_broken(links: Iterable[Link | None], end: Mark | None, start: Mark = START) -> list[int]:
    """Return the positions of all links that do not fit, in order, without those that an operator has mended.

    A position counts from the first link ever added. `end` is None if the end mark is unreadable.
    """
    broken, mended = set[int](), set[int]()
    last, at = start.hash, start.count - 1
    unknown = False  # whether the link before was unreadable, so that this one cannot be compared with it
    for at, link in enumerate(links, start.count):
        if end and at >= end.count:
            broken.add(at)
        if link is None:
            broken.add(at)
            unknown = True
            continue
        begins = link.entry.what in _SEGMENTS and begin_segment(link.entry, at).hash == link.hash
        follows = not unknown and link.entry.after(Mark(at, last)).hash == link.hash
        if not (begins or follows or unknown) or (begins and link.entry.what is Verb.AUDIT_BROKEN):
            broken.add(at)
        if (begins or follows) and link.entry.what is Verb.AUDIT_MENDED:
            mended |= _positions(link.entry.on)
        last, unknown = link.hash, False
    count = at + 1
    if end is None or count < end.count:
        broken.add(count)
    elif count == end.count and last != end.hash:
        # the last link may be well-formed and still not be the one that was written
        broken.add(max(at, start.count))
    return sorted(broken - mended)


def _ranges(positions: Collection[int]) -> str:
    """Format as "3,7-9"."""
    spans: list[list[int]] = []
    for at in sorted(positions):
        if spans and spans[-1][1] == at - 1:
            spans[-1][1] = at
        else:
            spans.append([at, at])
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in spans)


def _positions(on: str) -> set[int]:
    """Return the positions that `_ranges` formatted."""
    found: set[int] = set()
    for part in on.removeprefix("audit:").split(","):
        first, _, last = part.partition("-")
        if first.isdecimal() and (last or first).isdecimal():
            found.update(range(int(first), int(last or first) + 1))
    return found
