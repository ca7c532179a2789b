"""The audit: who saw or changed what. A chain of entries in which each one's hash covers the one before. Pure.

Ids only, but for the reason that a person gave. What is done is one of a closed set. Nothing here stores or reads.
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
"""Stands for who, where no colleague is signed in: somebody at the machine itself."""


class Verb(StrEnum):
    """All that is ever noted."""

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
    WORK_CHANGED = "work_changed"  # tasks and referrals of a case
    NUMBER_REVEALED = "number_revealed"
    INTRODUCTION_PROPOSED = "introduction_proposed"  # of an agency's contact, by the case's code only
    INTRODUCTION_ENDED = "introduction_ended"
    DISCLOSED = "disclosed"  # by mandate or court order, apart from consent
    EXPORTED = "exported"
    WORDS_PUBLISHED = "words_published"
    DIRECTORY_CHANGED = "directory_changed"
    ROTA_CHANGED = "rota_changed"
    SETTINGS_CHANGED = "settings_changed"


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the chain: how many entries lie before it, and the hash of the last of them."""

    count: int
    hash: str


START = Mark(0, "")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. `who` and `on` are ids (`on` with its kind, like "staff:x7…" or "case:K7QM"); `at` seconds."""

    at: int
    who: str
    what: Verb
    on: str = ""
    reason: str = field(default="", repr=False)

    def after(self, mark: Mark) -> Mark:
        """The place behind this entry when it stands at `mark`."""
        covered = [mark.count, mark.hash, self.at, self.who, self.what, self.on, self.reason]
        plain = json.dumps(covered, separators=(",", ":")).encode()
        return Mark(mark.count + 1, sha256(plain).hexdigest())


class Link(NamedTuple):
    """An entry as it is kept: with the hash of the chain up to it, itself included."""

    entry: Entry
    hash: str

    def dump(self) -> list[Any]:
        """The stored form: plain JSON values."""
        entry = self.entry
        return [entry.at, entry.who, entry.what, entry.on, entry.reason, self.hash]

    @classmethod
    def load(cls, stored: list[Any]) -> Link:
        """A link from its stored form. Raises ValueError when it never was one."""
        at, who, what, on, reason, hashed = stored
        return cls(Entry(at, who, Verb(what), on, reason), hashed)


def verify(links: Iterable[Link | None], end: Mark, start: Mark = START) -> int | None:
    """The index of the first link that does not fit, or None when all do, from `start` to `end`.

    A link that cannot be read is None. The index is the number of links when the chain is cut off at its end.
    """
    mark, index = start, -1
    for index, link in enumerate(links):
        if link is None or mark.count >= end.count:
            return index
        mark = link.entry.after(mark)
        if link.hash != mark.hash:
            return index
    # the last one may be a whole, well-made link, and still not be the one that was written
    return None if mark == end else max(index, 0) if mark.count == end.count else index + 1
