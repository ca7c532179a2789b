"""One import into the directory in use: compares record by record, then replaces everything at once.

Uses little memory for any number of services: merged records wait in a scratch file. Nothing changes before
`put_in_use`.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from bot.actions.directory_snapshot import RecordsInUse
from bot.directory.package.errors import PackageErrors
from bot.directory.package.merge import Merged, in_order, logged, merge
from bot.directory.package.nesting import Records
from bot.directory.package.reference_checks import HIDDEN, YES, check_hidden
from bot.directory.package.scratch import open_scratch, transaction
from bot.directory.package.tables import PackageTables
from bot.directory.package.taxonomy_map import OwnTerms
from bot.directory.serialization import Record, beside, dump, load
from bot.store.directory import DirectoryStore
from bot.store.editions import Edition

SHOWN = 20
"""Services named for each kind of change; the others are only counted."""
_BATCH = 500


class Change(NamedTuple):
    """One service and, for a changed one, the fields that differ."""

    name: str
    fields: tuple[str, ...] = ()


@dataclass(slots=True)
class Found:
    """The services of one kind of change: their number, and the first of them."""

    count: int = 0
    first: list[Change] = field(default_factory=list)

    def add(self, change: Change) -> None:
        """Count one more."""
        self.count += 1
        if len(self.first) < SHOWN:
            self.first.append(change)


class Import:
    """A package without errors, compared with the directory in use. Use it as a context manager.

    With `trust` the package's vetting is used; otherwise it is set aside, and ours stays where the facts are unchanged.
    `day` is written in the log of each changed record. `on_done` is called with the number of services compared since
    its last call. Calls may raise StoreUnavailable.
    """

    def __init__(
        self, in_use: RecordsInUse, package: PackageTables, day: dt.date, *, trust: bool, on_done: Callable[[int], None]
    ) -> None:
        self._in_use, self._package, self._day, self._trust = in_use, package, day.isoformat(), trust
        self._scratch = open_scratch(cache_kib=2_000)  # each record is written once and read once, in order
        self._scratch.execute("CREATE TABLE records (id TEXT PRIMARY KEY, words BLOB)")
        self.new, self.changed, self.gone = Found(), Found(), Found()
        self.unchanged = 0
        self.vetting: Counter[str] = Counter()
        """Services whose vetting is "kept", "to_vet", "set_aside" or "trusted"."""
        self._hidden: set[str] = set()
        try:
            self._compare(on_done)
        except BaseException:
            self._scratch.close()
            raise

    def __enter__(self) -> Import:
        return self

    def __exit__(self, *_: object) -> None:
        self._scratch.close()

    @property
    def count(self) -> int:
        """The number of services after the import."""
        return self.new.count + self.changed.count + self.unchanged

    @property
    def count_before(self) -> int:
        """The number of services before the import."""
        return self.changed.count + self.gone.count + self.unchanged

    @property
    def is_change(self) -> bool:
        """False when the directory in use is already the same."""
        same = in_order(self._beside) == in_order(self._in_use.aside)
        return not same or any(found.count for found in (self.new, self.changed, self.gone))

    def check_hidden(self, faults: PackageErrors) -> None:
        """Add an error for each location that is hidden here and whose address the package contains."""
        check_hidden(self._package, faults, self._hidden)

    def replace_directory(
        self, store: DirectoryStore, note: Callable[[], None], on_put: Callable[[int], None] = lambda _: None
    ) -> Edition:
        """Replace the directory in use at once. Calls `note` right before, and `on_put` for each record written.

        Raises Conflict when the directory has changed meanwhile, and what `note` raises; nothing is changed then.
        """

        def records() -> Iterator[tuple[str, bytes]]:
            for found in self._scratch.execute("SELECT id, words FROM records ORDER BY rowid"):
                yield found
                on_put(1)
            note()

        return store.replace(self._in_use.edition, records(), dump(self._beside))

    def _compare(self, on_done: Callable[[int], None]) -> None:
        own = OwnTerms(self._package, self._in_use.aside)
        hides = {key for key, term in own.terms.items() if term.code in HIDDEN}
        records = Records(self._package)
        for some in _batches(records.services()):
            known = dict(self._in_use.records(record["id"] for record in some))
            with transaction(self._scratch):
                for record in some:
                    words = known.get(record["id"])
                    merged = merge(load(words) if words else None, record, own.terms, trust=self._trust)
                    self._keep(record["id"], words, merged)
                    if _is_marked(merged.record, hides):
                        self._hidden.update(_places(merged.record))
            on_done(len(some))
        self._beside = own.beside(beside(records, self._package.about))
        for _, words in self._in_use.records(key for key in self._in_use.ids() if not self._has(key)):
            self.gone.add(Change(load(words).get("name", "")))

    def _keep(self, key: str, words: bytes | None, merged: Merged) -> None:
        change = Change(merged.record.get("name", ""), merged.fields)
        if words is None:
            self.new.add(change)
        elif merged.fields:
            self.changed.add(change)
        else:
            self.unchanged += 1
        if words is None or merged.fields:
            words = dump(logged(merged.record, merged.fields, self._day))
        self._scratch.execute("INSERT INTO records VALUES (?, ?)", (key, words))
        said = {"kept": merged.keeps, "to_vet": merged.to_vet, "set_aside": merged.set_aside, "trusted": merged.trusted}
        self.vetting.update(kind for kind, is_so in said.items() if is_so)

    def _has(self, key: str) -> bool:
        return self._scratch.execute("SELECT 1 FROM records WHERE id = ?", (key,)).fetchone() is not None


def _is_marked(record: Record, hides: set[str]) -> bool:
    """Return whether a term on the service says that its locations are hidden."""
    return any(
        each.get("taxonomy_term_id") in hides and str(each.get("value", "true")).lower() in YES
        for each in record.get("attributes", ())
    )


def _places(record: Record) -> Iterator[str]:
    """Yield the ids of the locations of a service."""
    for at in record.get("service_at_locations", ()):
        place = at.get("location_id") or at.get("location", {}).get("id")
        if place:
            yield place


def _batches(records: Iterator[Record]) -> Iterable[list[Record]]:
    while some := list(islice(records, _BATCH)):
        yield some
