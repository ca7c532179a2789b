"""How staff change the stored directory, one record at a time. A record that changed meanwhile is not overwritten.

The first change puts the shipped directory into the store.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bot.directory.edits import Edits, changed
from bot.directory.model import RecordFault
from bot.directory.parsing import Terms, faults_in
from bot.directory.serialization import Record, dump, load, shipped, terms_of
from bot.errors import Conflict, DirectoryError
from bot.runtime.runtime import Runtime
from bot.store.editions import Edition


class InvalidRecord(DirectoryError):
    """A change would make a record wrong. `faults` are those that it did not have before."""

    def __init__(self, faults: Sequence[RecordFault]) -> None:
        self.faults = tuple(faults)
        super().__init__([str(fault) for fault in faults])


@dataclass(frozen=True, slots=True)
class Seen:
    """A record as it stands. `mark` is a hash of its content; a form carries it along."""

    record: Record
    terms: Terms
    mark: str


class DirectoryActions:
    """Reads and changes records. Safe to share between threads. Every call may raise StoreUnavailable."""

    def __init__(self, runtime: Runtime) -> None:
        self._store, self._in_use = runtime.store.directory, runtime.directory

    def see(self, service_id: str) -> Seen:
        """Read the record of a service. Raises DirectoryError when there is none."""
        return self._see(self._store.edition(), service_id)

    def records(self, ids: Iterable[str]) -> dict[str, Record]:
        """Read the records of these services, by id. Leaves out those that do not exist."""
        edition = self._store.edition()
        if edition is None:
            ships, _ = _ships()
            return {key: load(ships[key]) for key in ids if key in ships}
        return {key: load(words) for key, words in self._store.records(edition, ids)}

    def change(self, service_id: str, mark: str, edits: Edits, before: Callable[[], object] = lambda: None) -> None:
        """Change the record that was seen as `mark`. Calls `before` once all checks have passed.

        Raises InvalidRecord, and changes nothing, when the record would have a new fault. Raises Conflict when
        another person has changed it since it was seen, and DirectoryError when it is gone.
        """
        edition = self._edition()
        seen = self._see(edition, service_id)
        if seen.mark != mark:
            raise Conflict("the record has changed since it was seen")
        record = changed(seen.record, seen.terms, edits)
        known = faults_in(seen.record, seen.terms)
        faults = [fault for fault in faults_in(record, seen.terms) if fault not in known]
        if faults:
            raise InvalidRecord(faults)
        before()
        self._put(edition, dump(seen.record), record)

    def add(self, record: Record) -> None:
        """Add a service. It is not offered while it lacks something. Raises Conflict when its id is taken."""
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
        """Read the stored record, or the shipped one while nothing is stored."""
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
    """Return the shipped directory in its stored form: records by id, and what belongs to no record."""
    records, aside = shipped()
    return {one["id"]: dump(one) for one in records}, dump(aside)
