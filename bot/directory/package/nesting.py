"""Records from tables: a service with everything that belongs to it, in the nested form of HSDS. Read only.

Organizations and programs are nested in a service with their own columns only, since they appear in each of their
services. Terms are listed beside the services.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from bot.directory.package.schema import NESTED, NUMBERS, TABLES
from bot.directory.package.tables import PackageTables, Row, value_of

_SHALLOW = frozenset({"organization", "program"})
_BESIDE = frozenset({"taxonomy_term", "taxonomy_detail"})
_AT_ONCE = 500
"""Services that are nested at once: a query for each child of each would take most of the time."""

Found = tuple[int, Row]
"""Row with its number."""


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
        self._odd_columns: dict[str, tuple[str, ...]] = {}
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
        rows = self._package.rows("service")
        while some := list(islice(rows, _AT_ONCE)):
            yield from self._records("service", some, ())

    def service(self, key: str) -> dict[str, Any] | None:
        """Return the service with this id, or None."""
        found = self._package.find("service", "id", key)[:1]
        return self._records("service", found, ())[0] if found else None

    def flat(self, table: str, number: int, row: Row) -> dict[str, Any]:
        """Return a single row, with its values as in JSON."""
        self._on_row(table, number)
        record: dict[str, Any] = dict(row)
        for column in self._odd(table):
            if column in row:
                record[column] = value_of(self._package, table, column, row[column])
        return record

    def _odd(self, table: str) -> tuple[str, ...]:
        """Return the columns whose cells are not their values: most are texts."""
        if table not in self._odd_columns:
            stored, known = self._package.tables[table], TABLES[table].columns if table in TABLES else {}
            numbers = {name for name, column in known.items() if column.kind in NUMBERS}
            self._odd_columns[table] = tuple(c for c in stored.columns if c in stored.as_json or c in numbers)
        return self._odd_columns[table]

    def _records(self, table: str, found: list[Found], without: tuple[str, ...]) -> list[dict[str, Any]]:
        """Return the records of some rows. What is nested in them is asked for all of them at once."""
        records = []
        for number, row in found:
            record = self.flat(table, number, row)
            for column in without:
                record.pop(column, None)
            records.append(record)
        if table not in _SHALLOW:
            self._nest_many(table, found, records)
        self._nest_ones(table, found, records)
        return records

    def _nest_many(self, table: str, found: list[Found], records: list[dict[str, Any]]) -> None:
        """Put lists of children into the records."""
        ids = {row["id"] for _, row in found if "id" in row}
        for key, child in self._many.get(table, ()):
            by_parent: dict[str, list[dict[str, Any]]] = {}
            rows = [
                (place, inside) for place, inside in self._package.find_many(child.table, child.column, ids)
                if not child.entity or inside.get(child.entity) == table
            ]  # fmt: skip
            children = self._records(child.table, rows, (child.column, child.entity))
            for (_, inside), made in zip(rows, children, strict=True):
                by_parent.setdefault(inside[child.column], []).append(made)
            for (_, row), record in zip(found, records, strict=True):
                if key not in record and (its := by_parent.get(row.get("id", ""))):
                    record[key] = its

    def _nest_ones(self, table: str, found: list[Found], records: list[dict[str, Any]]) -> None:
        """Replace ids by the single records that they refer to."""
        for key, column in NESTED[table].one.items() if table in NESTED else ():
            if key in _BESIDE:
                continue
            other = column.removesuffix("_id")
            wanted = [place for place, (_, row) in enumerate(found) if column in row and key not in records[place]]
            first: dict[str, Found] = {}
            for number, inside in self._package.find_many(other, "id", {found[place][1][column] for place in wanted}):
                first.setdefault(inside["id"], (number, inside))
            made = dict(zip(first, self._records(other, list(first.values()), ()), strict=True))
            for place in wanted:
                if (single := made.get(found[place][1][column])) is not None:
                    records[place][key] = dict(single)  # each record has its own
                    del records[place][column]
