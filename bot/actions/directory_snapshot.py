"""The records of the directory in use (the stored one, or else the shipped one) and the package they make."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing

from bot.directory.package.errors import PackageErrors
from bot.directory.package.read_json import BESIDE, JsonReader
from bot.directory.package.tables import PackageTables
from bot.directory.serialization import Record, dump, load, shipped
from bot.store.directory import DirectoryStore
from bot.store.editions import Edition


class RecordsInUse:
    """The directory in use when this object is created; the shipped one without a store.

    Calls may raise StoreUnavailable.
    """

    def __init__(self, store: DirectoryStore | None) -> None:
        self._store = store
        self.edition: Edition | None = store.edition() if store else None
        self._shipped: dict[str, bytes] = {}
        if store and self.edition:
            self.aside: Record = load(store.beside(self.edition) or b"{}")
        else:
            records, self.aside = shipped()
            self._shipped = {record["id"]: dump(record) for record in records}

    def ids(self) -> list[str]:
        """Return the ids of all services, in order."""
        return self._store.ids(self.edition) if self._store and self.edition else sorted(self._shipped)

    def records(self, ids: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Read the stored records of these services. Leaves out those that do not exist."""
        if self._store and self.edition:
            return self._store.records(self.edition, ids)
        return ((key, self._shipped[key]) for key in ids if key in self._shipped)

    def package(self, on_taken: Callable[[int], None]) -> tuple[PackageTables, PackageErrors]:
        """Return everything as tables, with the errors that would prevent an import. Close the package after use.

        `on_taken` is called with the number of services read since its last call.
        """
        package, faults = PackageTables(), PackageErrors()
        terms, tables = self.aside.get("taxonomy_terms", []), self.aside.get("tables", {})
        try:
            with closing(JsonReader(package, faults, dt.datetime.now(dt.UTC).date())) as reader:
                reader.take("directory", {"contents": self._told(on_taken)})
                reader.take("directory", {**self.aside.get("about", {}), "taxonomy_terms": terms, BESIDE: tables})
                reader.finish()
        except BaseException:
            package.close()
            raise
        return package, faults

    def _told(self, on_taken: Callable[[int], None]) -> Iterator[Record]:
        for _, words in self.records(self.ids()):
            yield load(words)
            on_taken(1)
