"""Reading of one CSV file into a table: encoding, quoting, columns, and every cell by its rule."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable, Iterable, Iterator

from bot.directory.package.archive import LONGEST_ROW, Lines, Refused
from bot.directory.package.cell_checks import RowCheck
from bot.directory.package.errors import PackageErrors, Rule
from bot.directory.package.schema import MOST_COLUMNS, TABLES
from bot.directory.package.spreadsheet_guard import unguard
from bot.directory.package.tables import PackageTables

MOST_ROWS = 5_000_000
_TICK = 2_000


class CsvReader:
    """Reader of one package's CSV files.

    `guarded`: the package is our own export. `today` is the latest valid day of a verification. `on_taken` is called
    with the number of bytes as they are read.
    """

    def __init__(
        self,
        package: PackageTables,
        faults: PackageErrors,
        today: dt.date,
        guarded: bool,
        on_taken: Callable[[int], None],
    ) -> None:
        self._package, self._faults, self._today, self._guarded = package, faults, today, guarded
        self._on_taken = on_taken
        self._pending = 0  # bytes since the last complete row

    def read(self, table: str, file: str, lines: Lines, as_json: set[str]) -> None:
        """Read the file into the table; record faults, and add an unreadable table to `package.cut`."""
        self._pending = 0
        csv.field_size_limit(LONGEST_ROW)  # a limit of the whole module, which other code may have changed
        rows = csv.reader(self._decoded(file, lines), strict=True)
        try:
            if (columns := self._header(table, file, rows)) is None:
                self._package.cut.add(table)
                return
            more = [column for column in _ADDED.get(table, ()) if column not in columns]
            self._package.add_table(table, file, [*columns, *more], as_json & set(columns))
            self._package.add_rows(table, self._rows(table, columns, more, rows, lines))
        except Refused:
            self._package.cut.add(table)
        except csv.Error:
            self._faults.add(Rule.QUOTES, file, f"line {rows.line_num}")
            self._package.cut.add(table)

    def _decoded(self, file: str, lines: Iterable[bytes]) -> Iterator[str]:
        for number, line in enumerate(lines, 1):
            self._pending += len(line)
            if self._pending > LONGEST_ROW:
                self._faults.add(Rule.ROW_TOO_LONG, file, limit=f"{LONGEST_ROW:,}")
                raise Refused
            plain = line
            if number == 1:
                if line.startswith((b"\xff\xfe", b"\xfe\xff")):
                    self._faults.add(Rule.UTF16, file)
                    raise Refused
                plain = line.removeprefix(b"\xef\xbb\xbf")
            try:
                yield plain.decode("utf-8")
            except UnicodeDecodeError:
                self._faults.add(Rule.NOT_UTF8, file, f"line {number}")
                raise Refused from None

    def _header(self, table: str, file: str, rows: Iterator[list[str]]) -> list[str] | None:
        """Return the names of the columns, or None if the file cannot be read."""
        columns = next(rows, [])
        self._pending = 0
        if self._guarded:
            columns = [unguard(column) for column in columns]
        if not any(columns):
            self._faults.add(Rule.EMPTY_FILE, file)
            return None
        if len(columns) > MOST_COLUMNS:
            self._faults.add(Rule.TOO_MANY_COLUMNS, file, limit=MOST_COLUMNS)
            return None
        if len(columns) == 1 and (other := next((name for mark, name in _MARKS if mark in columns[0]), "")):
            self._faults.add(Rule.DELIMITER, file, other=other)
            return None
        for place, column in enumerate(columns):
            if not column.strip():
                self._faults.add(Rule.NAMELESS_COLUMN, file, column=f"column {place + 1}")
            elif column in columns[:place]:
                self._faults.add(Rule.SAME_COLUMN, file, column=column)
        if len(set(columns)) < len(columns) or not all(column.strip() for column in columns):
            return None
        self._compare(table, file, columns)
        return columns

    def _compare(self, table: str, file: str, columns: list[str]) -> None:
        """Report columns that the standard requires and columns that it does not know."""
        known = TABLES[table].columns if table in TABLES else {}
        for column in known.values():
            if column.required and column.name not in columns:
                self._faults.add(Rule.MISSING_COLUMN, file, column=column.name)
        for name in columns if known else ():
            if name not in known:
                self._faults.add(Rule.UNKNOWN_COLUMN, file, column=name)

    def _rows(
        self, table: str, columns: list[str], more: list[str], rows: Iterator[list[str]], lines: Lines
    ) -> Iterator[tuple[str, list[str]]]:
        file, width, added = self._package.tables[table].file, len(columns), [""] * len(more)
        check, told = RowCheck(TABLES.get(table), [*columns, *more], self._today), 0
        for number, read in enumerate(rows, 1):
            self._pending = 0
            if number > MOST_ROWS:
                self._faults.add(Rule.TOO_MANY_ROWS, file, limit=f"{MOST_ROWS:,}")
                self._package.cut.add(table)
                return
            if number % _TICK == 0:
                self._on_taken(lines.taken - told)
                told = lines.taken
            if not any(map(str.strip, read)):  # an empty line, or a spreadsheet's empty row
                continue
            at = f"row {number}"
            if len(read) != width:
                self._faults.add(Rule.ROW_LENGTH, file, at, count=len(read), expected=width)
                self._package.cut.add(table)  # a reference to this row would be reported a second time
                continue
            cells = [unguard(cell) for cell in read] if self._guarded else read
            cells = check.tidy([*cells, *added])
            for rule, column, facts in check(cells):
                self._faults.add(rule, file, at, column, **facts)
            yield at, cells
        self._on_taken(lines.taken - told)


_ADDED = {"phone": ("extension",)}
"""Columns that a table needs although its file lacks them: for what stands in another column's cells."""
_MARKS = ((";", "semicolons"), ("\t", "tabs"), ("|", "bars"))
