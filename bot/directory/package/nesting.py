"""Records from tables: a service with everything that belongs to it, in the nested form of HSDS. Read only.

Organizations and programs are nested in a service with their own columns only, since they appear in each of their
services. Terms are listed beside the services.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from bot.directory.package.schema import NESTED
from bot.directory.package.tables import PackageTables, Row, value_of

_SHALLOW = frozenset({"organization", "program"})
_BESIDE = frozenset({"taxonomy_term", "taxonomy_detail"})


def _nobody_asks(_table: str, _number: int) -> None:
    return None


class Records:
    """Whole package as records: its services, its terms, then the rows that belong to neither, so that none is lost.

    `on_rows` is called with the number of further rows that went into a record. Call the three methods in this order.
    """

    def __init__(self, package: PackageTables, on_rows: Callable[[int], None] = lambda _: None) -> None:
        self._package, self._on_rows = package, on_rows
        self._seen = {name: bytearray(package.count(name) + 1) for name in package.tables}
        self._nester = Nester(package, self._mark)
        self.count = package.count("service")

    def services(self) -> Iterator[dict[str, Any]]:
        """Yield all services, nested."""
        return self._nester.services()

    def terms(self) -> Iterator[dict[str, Any]]:
        """Yield all terms of the taxonomies."""
        return (self._nester.flat("taxonomy_term", *found) for found in self._package.rows("taxonomy_term"))

    def rest(self) -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
        """Yield, by table, the rows that are in none of the records so far, flat."""
        for name in self._package.tables:
            if not all(self._seen[name][1:]):
                yield name, self._rest(name)

    def _rest(self, name: str) -> Iterator[dict[str, Any]]:
        seen = self._seen[name]
        return (self._nester.flat(name, number, row) for number, row in self._package.rows(name) if not seen[number])

    def _mark(self, table: str, number: int) -> None:
        if not self._seen[table][number]:
            self._seen[table][number] = 1
            self._on_rows(1)


class Nester:
    """Builder of a package's records. `on_row` is called with the table and number of each row that it uses."""

    def __init__(self, package: PackageTables, on_row: Callable[[str, int], None] = _nobody_asks) -> None:
        self._package, self._on_row = package, on_row
        entities = {
            child.entity: package.values(child.table, child.entity)
            for nest in NESTED.values() for child in nest.many.values() if child.entity
        }  # fmt: skip
        self._many = {
            table: [
                (key, child) for key, child in nest.many.items()
                if package.has_column(child.table, child.column) and package.count(child.table)
                and (not child.entity or table in entities[child.entity])
            ]
            for table, nest in NESTED.items()
        }  # fmt: skip
        """Children that the package has at all: searching for absent ones would take most of the time."""

    def services(self) -> Iterator[dict[str, Any]]:
        """Yield all services, in the order of their table."""
        for number, row in self._package.rows("service"):
            yield self._record("service", number, row, ())

    def service(self, key: str) -> dict[str, Any] | None:
        """Return the service with this id, or None."""
        found = self._package.find("service", "id", key)
        return self._record("service", *found[0], ()) if found else None

    def flat(self, table: str, number: int, row: Row) -> dict[str, Any]:
        """Return a single row, with its values as in JSON."""
        self._on_row(table, number)
        return {column: value_of(self._package, table, column, cell) for column, cell in row.items()}

    def _record(self, table: str, number: int, row: Row, without: tuple[str, ...]) -> dict[str, Any]:
        record = self.flat(table, number, row)
        for column in without:
            record.pop(column, None)
        if table in _SHALLOW or "id" not in row:
            return self._ones(table, row, record)
        for key, child in self._many.get(table, ()):
            found = [
                self._record(child.table, place, inside, (child.column, child.entity))
                for place, inside in self._package.find(child.table, child.column, row["id"])
                if not child.entity or inside.get(child.entity) == table
            ]
            if found and key not in record:
                record[key] = found
        return self._ones(table, row, record)

    def _ones(self, table: str, row: Row, record: dict[str, Any]) -> dict[str, Any]:
        """Replace ids by the single records that they refer to."""
        for key, column in NESTED[table].one.items() if table in NESTED else ():
            if key in _BESIDE or column not in row or key in record:
                continue
            other = column.removesuffix("_id")
            for place, inside in self._package.find(other, "id", row[column])[:1]:
                record[key] = self._record(other, place, inside, ())
                del record[column]
        return record
