"""Reading of nested JSON into tables: what is nested in a record becomes rows that refer to it.

Accepts one service, a list of them, or pages of them ({contents: [...]}), with the taxonomy_terms beside them. The same
record in several places is one row, and must be the same everywhere.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from typing import Any

from bot.directory.package.cell_checks import CONTROL, RowCheck
from bot.directory.package.errors import PackageErrors, Rule
from bot.directory.package.row_store import RowStore
from bot.directory.package.schema import MOST_COLUMNS, NESTED, NUMBERS, TABLES, Child, plain_name
from bot.directory.package.tables import PackageTables

PAGING = ("total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty")
BESIDE = "tables"
"""Key under which an export puts the rows that belong to no service: table -> flat rows."""
_KNOWN = ("contents", "taxonomy_terms", BESIDE)


class JsonReader:
    """Reader of all JSON files of a package; `finish` builds the tables. Close it after use."""

    def __init__(self, package: PackageTables, faults: PackageErrors, today: dt.date) -> None:
        self._package, self._faults, self._today = package, faults, today
        self._heap = RowStore()
        self._columns: dict[str, dict[str, None]] = {}
        self._odd: dict[str, set[str]] = {}
        self._file = ""

    def close(self) -> None:
        """Delete the scratch file."""
        self._heap.close()

    def read(self, file: str, text: bytes) -> None:
        """Read one JSON file."""
        self._file = file
        try:
            raw = json.loads(text.decode("utf-8-sig"))
        except json.JSONDecodeError as wrong:
            self._faults.add(Rule.NOT_JSON, file, line=wrong.lineno)
            return
        except (
            ValueError,
            RecursionError,
        ):  # bytes that are not UTF-8, numbers that are too long, nesting that is too deep
            self._faults.add(Rule.NOT_JSON, file, line=1)
            return
        if isinstance(raw, list):
            raw = {"contents": raw}
        elif isinstance(raw, dict) and "id" in raw and "contents" not in raw:
            raw = {"contents": [raw]}
        if not isinstance(raw, dict) or not any(key in raw for key in _KNOWN):
            self._faults.add(Rule.NOT_RECORDS, file)
            return
        self.take(file, raw)

    def take(self, file: str, raw: Mapping[str, Any]) -> None:
        """Read the content of a file; its `contents` may also be an iterator."""
        self._file = file
        about = {key: value for key, value in raw.items() if key not in (*_KNOWN, *PAGING)}
        for key, value in about.items():
            mine = self._package.about
            both = key in mine and mine[key] != value and isinstance(value, str) and isinstance(mine[key], str)
            mine[key] = f"{mine[key]}\n{value}" if both else value
        self._many("taxonomy_term", raw.get("taxonomy_terms"), "taxonomy_terms")
        self._many("service", raw.get("contents"), "contents")
        beside = raw.get(BESIDE) or {}
        if not isinstance(beside, dict):
            self._faults.add(Rule.NOT_A_RECORD, file, BESIDE, expected="an object of lists")
            return
        for table, records in beside.items():
            self._many(plain_name(table), records, f"{BESIDE}.{plain_name(table)}")

    def finish(self) -> None:
        """Build the tables from what was read, and check each row by the rules of its cells."""
        for table in self._heap:
            known = TABLES[table].columns if table in TABLES else {}
            columns = list(dict.fromkeys([*known, *self._columns[table]]))
            file = TABLES[table].file if table in TABLES else f"{table}.csv"
            if table not in TABLES:
                self._faults.add(Rule.UNKNOWN_TABLE, file)
            if len(columns) > MOST_COLUMNS:
                self._faults.add(Rule.TOO_MANY_COLUMNS, file, limit=MOST_COLUMNS)
                self._package.cut.add(table)
                continue
            for column in columns if known else ():
                if column not in known:
                    self._faults.add(Rule.UNKNOWN_COLUMN, self._file, table, column)
            self._package.add_table(table, file, columns, self._odd[table])
            self._package.add_rows(table, self._checked(table, columns))

    def _checked(self, table: str, columns: list[str]) -> Iterator[tuple[str, list[str]]]:
        check, odd = RowCheck(TABLES.get(table), columns, self._today), self._odd[table]
        for spot, row in self._heap.rows(table):
            file, _, at = spot.partition("\t")
            cells = check.tidy([_cell(row.get(column), column in odd) for column in columns])
            broken = check(cells)
            for rule, column, facts in broken:
                self._faults.add(rule, file, at, column, **facts)
            if any(rule is Rule.CONTROL for rule, _, _ in broken):
                cells = [CONTROL.sub("", cell) for cell in cells]
            yield spot, cells

    def _many(self, table: str, records: Any, at: str, owner: dict[str, str] | None = None) -> None:
        if records is None:
            return
        if not isinstance(records, list | Iterator):
            self._faults.add(Rule.NOT_A_RECORD, self._file, at, expected="a list")
            return
        for place, record in enumerate(records):
            self._record(table, record, f"{at}.{place}", owner or {})

    def _record(self, table: str, record: Any, at: str, owner: dict[str, str]) -> str:
        """Read a record and everything nested in it; return its id, or "" if it has none."""
        if not isinstance(record, dict):
            self._faults.add(Rule.NOT_A_RECORD, self._file, at, expected="an object in braces")
            return ""
        key, nest = record.get("id"), NESTED.get(table)
        if not isinstance(key, str):
            # rows of unknown tables, and rows whose id the standard does not require, may lack one
            needs = table in TABLES and TABLES[table].columns["id"].required
            if needs or key is not None:
                self._faults.add(Rule.UUID if key is not None else Rule.REQUIRED, self._file, at, "id")
                return ""
        row: dict[str, Any] = {}
        for column, value in record.items():
            child = nest.many.get(column) if nest else None
            if child and not isinstance(value, str):  # a text under such a name is a column of its own
                self._many(child.table, value, f"{at}.{column}", _owner(child, table, key or ""))
            elif nest and column in nest.one and isinstance(value, dict):
                one = nest.one[column]
                whole = _of_organization(value, record) if column == "program" else value
                inside = self._record(TABLES[table].columns[one].refers, whole, f"{at}.{column}", {})
                self._put(row, one, inside, at)
            elif value not in (None, "", [], {}):
                self._put(row, column, self._plain(table, column, value, at), at)
        for column, value in owner.items():
            self._put(row, column, value, at)
        self._add(table, key if isinstance(key, str) else f"{self._file} {at}", row, at)
        return key or ""

    def _plain(self, table: str, column: str, value: Any, at: str) -> Any:
        """Return the value as text if the standard knows the column, else unchanged."""
        known = TABLES[table].columns.get(column) if table in TABLES else None
        if known is None or isinstance(value, str):
            return value
        if known.kind in NUMBERS:  # what is no number stays unknown, and is not lost: the check of the cell says so
            return json.dumps(value)
        self._faults.add(Rule.NOT_TEXT, self._file, at, column)
        return ""

    def _put(self, row: dict[str, Any], column: str, value: Any, at: str) -> None:
        if row.setdefault(column, value) != value:
            self._faults.add(Rule.TWO_STORIES, self._file, at, column)

    def _add(self, table: str, key: str, row: dict[str, Any], at: str) -> None:
        known = TABLES[table].columns if table in TABLES else {}
        self._columns.setdefault(table, {}).update(dict.fromkeys(row))
        self._odd.setdefault(table, set()).update(
            c for c, v in row.items() if c not in known and not isinstance(v, str)
        )
        same = self._heap.find(table, key)
        if same is None:
            self._heap.put(table, key, f"{self._file}\t{at}", row)
            return
        if table == "service":
            self._faults.add(Rule.SAME_ID, self._file, at, "id")
        whole = dict(same)
        for column, value in row.items():
            self._put(whole, column, value, at)
        if whole != same:
            self._heap.put(table, key, "", whole)


def _owner(child: Child, table: str, key: str) -> dict[str, str]:
    return {child.column: key, child.entity: table} if child.entity else {child.column: key}


def _of_organization(program: dict[str, Any], service: dict[str, Any]) -> dict[str, Any]:
    """Return a nested program with the organization of its service, which nested records leave out."""
    inside = service.get("organization")
    owner = service.get("organization_id") or (inside.get("id") if isinstance(inside, dict) else None)
    return program if program.get("organization_id") or not owner else {**program, "organization_id": owner}


def _cell(value: Any, as_json: bool) -> str:
    if value is None:
        return ""
    return json.dumps(value, ensure_ascii=False) if as_json else str(value)
