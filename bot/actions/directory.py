"""Where staff change the stored directory, one record at a time: what they saw is what they change, or nothing is.

The first change puts the directory that ships into the store. Words for pages are made elsewhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.conversation.engine import Parts
from bot.directory.edits import Edits, changed
from bot.directory.model import RecordFault
from bot.directory.parsing import Terms, faults_in
from bot.directory.serialization import Record, dump, load, shipped, terms_of
from bot.errors import DirectoryError, LostRace
from bot.store.editions import Edition


class InvalidRecord(DirectoryError):
    """A change would make a record wrong. `faults` are those that it did not have before."""

    def __init__(self, faults: Sequence[RecordFault]) -> None:
        self.faults = tuple(faults)
        super().__init__([str(fault) for fault in faults])


@dataclass(frozen=True, slots=True)
class Seen:
    """A record as it stands. `mark` names this very state of it: a form carries it along."""

    record: Record
    terms: Terms
    mark: str


class DirectoryDesk:
    """Reads and changes records. Safe to share between threads. Every call may raise StoreGone."""

    def __init__(self, parts: Parts) -> None:
        self._store, self._in_use = parts.store.directory, parts.in_use

    def see(self, service_id: str) -> Seen:
        """The record of a service. Raises DirectoryError when there is none."""
        return self._see(self._store.edition(), service_id)

    def records(self, ids: Iterable[str]) -> dict[str, Record]:
        """The records of these services, by id, without those that are not there."""
        edition = self._store.edition()
        if edition is None:
            ships, _ = _ships()
            return {key: load(ships[key]) for key in ids if key in ships}
        return {key: load(words) for key, words in self._store.records(edition, ids)}

    def change(self, service_id: str, mark: str, edits: Edits, before: Callable[[], object] = lambda: None) -> None:
        """Change the record that was seen as `mark`. `before` is called when nothing stands in the way of it any more.

        Raises InvalidRecord, and changes nothing, when the record would have a new fault. Raises LostRace when
        another person has changed it since it was seen, and DirectoryError when it is gone.
        """
        edition = self._edition()
        seen = self._see(edition, service_id)
        if seen.mark != mark:
            raise LostRace("the record has changed since it was seen")
        record = changed(seen.record, seen.terms, edits)
        known = faults_in(seen.record, seen.terms)
        faults = [fault for fault in faults_in(record, seen.terms) if fault not in known]
        if faults:
            raise InvalidRecord(faults)
        before()
        self._put(edition, dump(seen.record), record)

    def add(self, record: Record) -> None:
        """Put in a new service. What it lacks keeps it from being offered. Raises LostRace when its id is taken."""
        self._put(self._edition(), b"", record)

    def _put(self, edition: Edition, before: bytes, record: Record) -> None:
        self._store.change(edition, record["id"], before, dump(record))
        self._in_use.catch_up()

    def _edition(self) -> Edition:
        edition = self._store.edition()
        if edition is None:
            records, aside = _ships()
            edition = self._store.replace(None, records.items(), aside)
        return edition

    def _see(self, edition: Edition | None, service_id: str) -> Seen:
        """The record as it is stored; while nothing is, as it ships."""
        if edition is None:
            records, aside = _ships()
            words = records.get(service_id)
        else:
            words, aside = self._store.record(edition, service_id), self._store.beside(edition) or b"{}"
        if words is None:
            raise DirectoryError([f"{service_id}: no such service; expected the id of one in the directory"])
        return Seen(load(words), terms_of(load(aside)), hashlib.sha256(words).hexdigest()[:24])


@cache
def _ships() -> tuple[Mapping[str, bytes], bytes]:
    """The directory that ships, in the words in which it would be stored: records by id, and what stands beside."""
    records, aside = shipped()
    return {one["id"]: dump(one) for one in records}, dump(aside)
