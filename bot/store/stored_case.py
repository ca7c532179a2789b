"""What is stored of a case and its person, read in one round trip for one page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from bot.casework.cases import Line
from bot.casework.consent import ConsentRecord
from bot.casework.tasks import Work
from bot.errors import DecryptionError
from bot.store.codec import open_record, report_damaged
from bot.store.records import Loaded, PersonKey

Kept = tuple[Loaded, tuple[ConsentRecord, ...]]
"""A person's session, and their ledger, which is read after it."""


class StoredPeople:
    """Some people, as the consent gate reads them. It answers for the moment it was read: use it for one page."""

    def __init__(self, kept: Mapping[PersonKey, Kept]) -> None:
        self._kept = kept

    def load_person(self, person: PersonKey) -> Loaded:
        """Return what is stored of a person."""
        return self._kept[person][0]

    def ledger(self, person: PersonKey) -> tuple[ConsentRecord, ...]:
        """Return their consents, the oldest first."""
        return self._kept[person][1]


@dataclass(frozen=True, slots=True)
class StoredCase:
    """The person of a case (nobody when it has none any more), its thread, its work and who has a draft."""

    people: StoredPeople
    thread: list[Line] = field(repr=False)
    work: Work = field(repr=False)
    writers: dict[str, int]  # who has a draft, by staff id, and when each last changed it (epoch seconds)


def open_ledger(decrypts: Iterable[Callable[[], bytes]]) -> tuple[ConsentRecord, ...]:
    """Open a person's consents, the oldest first.

    A record that does not open may take back any before it, so none of those counts: the ledger fails closed.
    """
    found: list[ConsentRecord] = []
    for decrypt in decrypts:
        try:
            found.append(open_record(decrypt, ConsentRecord.load))
        except DecryptionError:
            report_damaged("consent record")
            found.clear()
    return tuple(found)
