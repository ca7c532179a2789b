"""Neutral form of a package: tables of text rows, in a scratch file that is deleted with the object.

A cell is text; an empty one counts as absent. Row numbers and positions are kept for messages. Memory use stays small
for a package of any size, since SQLite holds the rows. Checks nothing.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import Any

from bot.directory.package.schema import NUMBER, NUMBERS, TABLES
from bot.directory.package.scratch import open_scratch, transaction

Row = dict[str, str]

_MOST_VALUES = 900
"""Values in one query. Old SQLite takes 999."""


@dataclass(slots=True)
class Stored:
    """One table: its file, its columns in order, and those whose cells are JSON."""

    file: str
    columns: list[str]
    as_json: frozenset[str]
    place: int
    indexed: set[str] = field(default_factory=set)

    def cell(self, column: str) -> str:
        """Return the column's name in the scratch file, which uses no foreign names."""
        return f"c{self.columns.index(column)}"


class PackageTables:
    """Tables by name.

    `about` is the package's own metadata. `cut` names the tables that were not read to the end. Use it as a context
    manager, or close it.
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
        """Delete the scratch file."""
        self._db.close()

    def add_table(self, name: str, file: str, columns: Sequence[str], as_json: Iterable[str] = ()) -> None:
        """Create a table that does not exist yet."""
        place = len(self.tables)
        self.tables[name] = Stored(file, list(columns), frozenset(as_json), place)
        cells = "".join(f", c{number}" for number in range(len(columns)))
        self._db.execute(f"CREATE TABLE t{place} (spot{cells})")

    def add_rows(self, name: str, rows: Iterable[tuple[str, Sequence[str | None]]]) -> None:
        """Add rows as they come, each with its position and one cell per column."""
        stored = self.tables[name]
        marks = ", ".join("?" * (len(stored.columns) + 1))
        with transaction(self._db):
            self._db.executemany(
                f"INSERT INTO t{stored.place} VALUES ({marks})",
                ((at, *(cell or None for cell in cells)) for at, cells in rows),
            )

    def put_in_place(self, name: str, column: str, old: str, new: str) -> None:
        """Replace a value in a column wherever it occurs."""
        if self.has_column(name, column):
            self.index(name, column)
            cell, place = self.tables[name].cell(column), self.tables[name].place
            self._db.execute(f"UPDATE t{place} SET {cell} = ? WHERE {cell} = ?", (new, old))

    def count(self, name: str) -> int:
        """Return the number of rows of a table; 0 if it does not exist."""
        return int(self._ask(name, "SELECT COUNT(*) FROM {t}")[0][0]) if name in self.tables else 0

    def has_column(self, name: str, column: str) -> bool:
        """Return True if the table exists and has the column."""
        return name in self.tables and column in self.tables[name].columns

    def rows(self, name: str) -> Iterator[tuple[int, Row]]:
        """Yield every row of a table with its number, in file order, without empty cells."""
        if name in self.tables:
            stored = self.tables[name]
            for number, _, *cells in self._db.execute(f"SELECT rowid, * FROM t{stored.place} ORDER BY rowid"):
                yield number, _row(stored, cells)

    def find(self, name: str, column: str, value: str) -> list[tuple[int, Row]]:
        """Return the rows of a table that have this value in this column."""
        if not self.has_column(name, column):
            return []
        stored = self.tables[name]
        self.index(name, column)
        query = f"SELECT rowid, * FROM t{stored.place} WHERE {stored.cell(column)} = ? ORDER BY rowid"
        return [(number, _row(stored, cells)) for number, _, *cells in self._db.execute(query, (value,))]

    def find_many(self, name: str, column: str, values: Set[str]) -> list[tuple[int, Row]]:
        """Return the rows of a table that have one of these values in this column, in file order."""
        if not values or not self.has_column(name, column):
            return []
        stored = self.tables[name]
        self.index(name, column)
        found: list[tuple[int, Row]] = []
        rest = list(values)
        while rest:
            some, rest = rest[:_MOST_VALUES], rest[_MOST_VALUES:]
            marks = ", ".join("?" * len(some))
            query = f"SELECT rowid, * FROM t{stored.place} WHERE {stored.cell(column)} IN ({marks})"
            found += ((number, _row(stored, cells)) for number, _, *cells in self._db.execute(query, some))
        found.sort(key=itemgetter(0))
        return found

    def index(self, name: str, column: str) -> None:
        """Create an index on a column if there is none yet."""
        stored = self.tables[name]
        if column not in stored.indexed:
            cell = stored.cell(column)
            self._db.execute(f"CREATE INDEX i{stored.place}{cell} ON t{stored.place} ({cell})")
            stored.indexed.add(column)

    def values(self, name: str, column: str) -> set[str]:
        """Return the distinct values of a column; meant for columns with few."""
        if not self.has_column(name, column):
            return set()
        cell = self.tables[name].cell(column)
        return {found[0] for found in self._ask(name, f"SELECT DISTINCT {cell} FROM {{t}} WHERE {cell} NOT NULL")}

    def dangling(self, name: str, column: str, other: str, where: tuple[str, str] | None = None) -> Iterator[str]:
        """Yield the positions of rows whose column holds no id of `other`; `where` (column, value) limits the rows."""
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
        """Yield the positions of rows that have the same values in all these columns as an earlier row."""
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
        """Return the position of the row with this number: "row 5", or a path in JSON."""
        return str(self._ask(name, "SELECT spot FROM {t} WHERE rowid = :number", {"number": number})[0][0])

    def _spots(self, name: str, query: str, values: dict[str, str]) -> Iterator[str]:
        """Yield positions one by one, since there may be as many as rows."""
        return (found[0] for found in self._db.execute(query.format(t=f"t{self.tables[name].place}"), values))

    def _ask(self, name: str, query: str, values: dict[str, Any] | None = None) -> list[tuple[Any, ...]]:
        return self._db.execute(query.format(t=f"t{self.tables[name].place}"), values or {}).fetchall()


def _row(stored: Stored, cells: Sequence[str | None]) -> Row:
    return {column: cell for column, cell in zip(stored.columns, cells, strict=True) if cell is not None}


def value_of(package: PackageTables, table: str, column: str, cell: str) -> Any:
    """Return a cell's value as in JSON: a number, or parsed JSON; else the text itself."""
    if column in package.tables[table].as_json:
        return json.loads(cell)
    known = TABLES[table].columns.get(column) if table in TABLES else None
    return _number(cell) if known and known.kind in NUMBERS else cell


@lru_cache(maxsize=4096)  # the same few ages, offsets and amounts come again and again
def _number(cell: str) -> int | float | str:
    """Return the number in a cell; the cell itself if it is none that JSON can write."""
    if not NUMBER.fullmatch(cell):
        return cell
    try:
        number: int | float = json.loads(cell)
    except ValueError:  # 007, or too many digits
        return cell
    return number if math.isfinite(number) else cell
