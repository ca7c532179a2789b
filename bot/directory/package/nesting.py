"""Records of the tables: a service with everything that hangs on it, in the nested form of HSDS. Read only.

Organizations and programs stand in a service with their own columns alone, since they come with each of
their services; terms stand beside the services.
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
    """A whole package as records: its services, its terms, and then what hangs on neither, so that nothing is lost.

    `on_rows` is told how many rows more have gone into a record. Ask for the three in this order.
    """

    def __init__(self, package: PackageTables, on_rows: Callable[[int], None] = lambda _: None) -> None:
        self._package, self._on_rows = package, on_rows
        self._seen = {name: bytearray(package.count(name) + 1) for name in package.tables}
        self._nester = Nester(package, self._mark)
        self.count = package.count("service")

    def services(self) -> Iterator[dict[str, Any]]:
        """Every service, nested."""
        return self._nester.services()

    def terms(self) -> Iterator[dict[str, Any]]:
        """Every term of a taxonomy."""
        return (self._nester.flat("taxonomy_term", *found) for found in self._package.rows("taxonomy_term"))

    def rest(self) -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
        """By table, the rows that stood in none of the records so far, flat."""
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
    """Makes records of one package. `on_row` is told the table and number of each row that went into one."""

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
        """What can be inside at all: looking for what is nowhere would cost most of the time."""

    def services(self) -> Iterator[dict[str, Any]]:
        """Every service, in the order of its table."""
        for number, row in self._package.rows("service"):
            yield self._record("service", number, row, ())

    def service(self, key: str) -> dict[str, Any] | None:
        """The service with this id, or None."""
        found = self._package.find("service", "id", key)
        return self._record("service", *found[0], ()) if found else None

    def flat(self, table: str, number: int, row: Row) -> dict[str, Any]:
        """One row alone, with its values as they are in JSON."""
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
        """Single records in place of the ids that point to them."""
        for key, column in NESTED[table].one.items() if table in NESTED else ():
            if key in _BESIDE or column not in row or key in record:
                continue
            other = column.removesuffix("_id")
            for place, inside in self._package.find(other, "id", row[column])[:1]:
                record[key] = self._record(other, place, inside, ())
                del record[column]
        return record
