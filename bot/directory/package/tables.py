"""The neutral form of a package: tables of rows of text, on a scratch file that is gone with the object.

A cell is text; an empty one is as good as none. Row numbers and origins are kept for messages. Memory
stays small however large the package is, since SQLite holds the rows. Checks nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.directory.package.schema import NUMBERS, TABLES
from bot.directory.package.scratch import open_scratch, transaction

Row = dict[str, str]


@dataclass(slots=True)
class Stored:
    """One table that is there: its file, its columns in order, and those whose cells are JSON."""

    file: str
    columns: list[str]
    as_json: frozenset[str]
    place: int
    indexed: set[str] = field(default_factory=set)

    def cell(self, column: str) -> str:
        """The column's name inside the scratch file, which takes no foreign names."""
        return f"c{self.columns.index(column)}"


class PackageTables:
    """Tables by name. `about` is what the package says of itself beside its tables.

    `cut` names the tables that were not read to the end. Use as a context manager, or close it.
    """

    def __init__(self) -> None:
        self._db = open_scratch()
        self.tables: dict[str, Stored] = {}
        self.about: dict[str, Any] = {}
        self.cut: set[str] = set()

    def __enter__(self) -> PackageTables:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the scratch file."""
        self._db.close()

    def add_table(self, name: str, file: str, columns: Sequence[str], as_json: Iterable[str] = ()) -> None:
        """Make room for a table that is not there yet."""
        place = len(self.tables)
        self.tables[name] = Stored(file, list(columns), frozenset(as_json), place)
        cells = "".join(f", c{number}" for number in range(len(columns)))
        self._db.execute(f"CREATE TABLE t{place} (spot{cells})")

    def add_rows(self, name: str, rows: Iterable[tuple[str, Sequence[str | None]]]) -> None:
        """Add rows, each with where it stood and one cell for each column, as they come."""
        stored = self.tables[name]
        marks = ", ".join("?" * (len(stored.columns) + 1))
        with transaction(self._db):
            self._db.executemany(
                f"INSERT INTO t{stored.place} VALUES ({marks})",
                ((at, *(cell or None for cell in cells)) for at, cells in rows),
            )

    def put_in_place(self, name: str, column: str, old: str, new: str) -> None:
        """Put another value in a column wherever the old one stands."""
        if self.has_column(name, column):
            self.index(name, column)
            cell, place = self.tables[name].cell(column), self.tables[name].place
            self._db.execute(f"UPDATE t{place} SET {cell} = ? WHERE {cell} = ?", (new, old))

    def count(self, name: str) -> int:
        """How many rows a table has; 0 when it is not there."""
        return int(self._ask(name, "SELECT COUNT(*) FROM {t}")[0][0]) if name in self.tables else 0

    def has_column(self, name: str, column: str) -> bool:
        """True when the table is there and has the column."""
        return name in self.tables and column in self.tables[name].columns

    def rows(self, name: str) -> Iterator[tuple[int, Row]]:
        """Every row of a table with its number, in the order of the file, without the empty cells."""
        if name in self.tables:
            stored = self.tables[name]
            for number, _, *cells in self._db.execute(f"SELECT rowid, * FROM t{stored.place} ORDER BY rowid"):
                yield number, _row(stored, cells)

    def find(self, name: str, column: str, value: str) -> list[tuple[int, Row]]:
        """The rows of a table with this value in this column."""
        if not self.has_column(name, column):
            return []
        stored = self.tables[name]
        self.index(name, column)
        query = f"SELECT rowid, * FROM t{stored.place} WHERE {stored.cell(column)} = ? ORDER BY rowid"
        return [(number, _row(stored, cells)) for number, _, *cells in self._db.execute(query, (value,))]

    def index(self, name: str, column: str) -> None:
        """Make looking up by a column fast. Costs nothing the second time."""
        stored = self.tables[name]
        if column not in stored.indexed:
            cell = stored.cell(column)
            self._db.execute(f"CREATE INDEX i{stored.place}{cell} ON t{stored.place} ({cell})")
            stored.indexed.add(column)

    def values(self, name: str, column: str) -> set[str]:
        """The different values of a column. For those with few."""
        if not self.has_column(name, column):
            return set()
        cell = self.tables[name].cell(column)
        return {found[0] for found in self._ask(name, f"SELECT DISTINCT {cell} FROM {{t}} WHERE {cell} NOT NULL")}

    def dangling(self, name: str, column: str, other: str, where: tuple[str, str] | None = None) -> Iterator[str]:
        """Where the rows stand whose column holds no id of `other`; only those with `where` (column, value)."""
        cell, also = self.tables[name].cell(column), ""
        if where:
            also = f" AND a.{self.tables[name].cell(where[0])} = :value"
        query = f"SELECT spot FROM {{t}} a WHERE a.{cell} NOT NULL{also}"
        if self.has_column(other, "id"):
            self.index(other, "id")
            their = self.tables[other]
            query += f" AND NOT EXISTS (SELECT 1 FROM t{their.place} b WHERE b.{their.cell('id')} = a.{cell})"
        return self._spots(name, query, {"value": where[1] if where else ""})

    def repeated(self, name: str, columns: Sequence[str]) -> Iterator[str]:
        """Where the rows stand that have the same values in all these columns as an earlier row."""
        stored = self.tables[name]
        self.index(name, columns[0])
        same = " AND ".join(f"b.{stored.cell(column)} IS a.{stored.cell(column)}" for column in columns)
        first = stored.cell(columns[0])
        query = (
            f"SELECT spot FROM {{t}} a WHERE a.{first} NOT NULL"
            f" AND EXISTS (SELECT 1 FROM {{t}} b WHERE b.{first} = a.{first} AND {same} AND b.rowid < a.rowid)"
        )
        return self._spots(name, query, {})

    def spot(self, name: str, number: int) -> str:
        """Where the row with this number stood: "row 5", or a path in JSON."""
        return str(self._ask(name, "SELECT spot FROM {t} WHERE rowid = :number", {"number": number})[0][0])

    def _spots(self, name: str, query: str, values: dict[str, str]) -> Iterator[str]:
        """One by one, since they may be as many as the rows."""
        return (found[0] for found in self._db.execute(query.format(t=f"t{self.tables[name].place}"), values))

    def _ask(self, name: str, query: str, values: dict[str, Any] | None = None) -> list[tuple[Any, ...]]:
        return self._db.execute(query.format(t=f"t{self.tables[name].place}"), values or {}).fetchall()


def _row(stored: Stored, cells: Sequence[str | None]) -> Row:
    return {column: cell for column, cell in zip(stored.columns, cells, strict=True) if cell is not None}


def value_of(package: PackageTables, table: str, column: str, cell: str) -> Any:
    """The value that a cell stands for in JSON: a number or what its JSON says; else the text itself."""
    if column in package.tables[table].as_json:
        return json.loads(cell)
    known = TABLES[table].columns.get(column) if table in TABLES else None
    if known and known.kind in NUMBERS:
        try:
            return json.loads(cell)
        except ValueError:
            return cell
    return cell
