"""One import into the directory in use: what it would change, found record by record, and the change as a whole.

Memory stays small however many services there are: what is found waits on a scratch file. Nothing is changed before
`put_in_use`, and then all at once.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from bot.actions.directory_snapshot import RecordsInUse
from bot.directory.package.errors import Faults
from bot.directory.package.merge import Merged, in_order, logged, merge
from bot.directory.package.nesting import Records
from bot.directory.package.reference_checks import HIDDEN, YES, check_hidden
from bot.directory.package.tables import Package
from bot.directory.package.taxonomy_map import OwnTerms
from bot.directory.serialization import Record, beside, dump, load
from bot.store.directory import DirectoryStore
from bot.store.editions import Edition

SHOWN = 20
"""Services named for each kind of change; the others are counted."""
_BATCH = 500


class Change(NamedTuple):
    """One service and, when it is changed, the fields in which it differs."""

    name: str
    fields: tuple[str, ...] = ()


@dataclass(slots=True)
class Found:
    """Services of one kind of change: how many, and the first of them."""

    count: int = 0
    first: list[Change] = field(default_factory=list)

    def add(self, change: Change) -> None:
        """One more."""
        self.count += 1
        if len(self.first) < SHOWN:
            self.first.append(change)


class Import:
    """A sound package, compared with the directory in use. Use as a context manager.

    `trust` takes the vetting that the package brings; else it is set aside, and ours stays where the facts did. `day`
    is written in the log of each record that changes. `on_done` is told of services as they are compared. Calls may
    raise StoreGone.
    """

    def __init__(
        self, in_use: RecordsInUse, package: Package, day: dt.date, *, trust: bool, on_done: Callable[[int], None]
    ) -> None:
        self._in_use, self._package, self._day, self._trust = in_use, package, day.isoformat(), trust
        self._scratch = sqlite3.connect("", isolation_level=None)  # no name: SQLite removes it itself
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "temp_store=FILE"):
            self._scratch.execute(f"PRAGMA {pragma}")
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
        """How many services there will be."""
        return self.new.count + self.changed.count + self.unchanged

    @property
    def count_before(self) -> int:
        """How many there are."""
        return self.changed.count + self.gone.count + self.unchanged

    @property
    def is_change(self) -> bool:
        """False when all is in use already, just so."""
        same = in_order(self._beside) == in_order(self._in_use.aside)
        return not same or any(found.count for found in (self.new, self.changed, self.gone))

    def check_hidden(self, faults: Faults) -> None:
        """Add a fault for each place that we hold as hidden, and whose address the package brings."""
        check_hidden(self._package, faults, self._hidden)

    def put_in_use(
        self, store: DirectoryStore, note: Callable[[], None], on_put: Callable[[int], None] = lambda _: None
    ) -> Edition:
        """Put it in place of what was compared, all at once. `note` is called when all is ready, right before.

        Raises LostRace when the directory in use was changed meanwhile, and what `note` raises: nothing is changed.
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
            self._scratch.execute("BEGIN")
            for record in some:
                words = known.get(record["id"])
                merged = merge(load(words) if words else None, record, own.terms, trust=self._trust)
                self._keep(record["id"], words, merged)
                if _is_marked(merged.record, hides):
                    self._hidden.update(_places(merged.record))
            self._scratch.execute("COMMIT")
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
    """True when a term on the service says that its places are hidden."""
    return any(
        each.get("taxonomy_term_id") in hides and str(each.get("value", "true")).lower() in YES
        for each in record.get("attributes", ())
    )


def _places(record: Record) -> Iterator[str]:
    """The ids of the locations where a service is."""
    for at in record.get("service_at_locations", ()):
        place = at.get("location_id") or at.get("location", {}).get("id")
        if place:
            yield place


def _batches(records: Iterator[Record]) -> Iterable[list[Record]]:
    while some := list(islice(records, _BATCH)):
        yield some
