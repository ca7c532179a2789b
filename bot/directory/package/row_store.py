"""Rows of many tables by id, collected in a scratch file before their columns are known.

Memory use stays small for any number of rows. The file is deleted with the object. Checks nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from bot.directory.package.scratch import open_scratch, transaction

_AT_ONCE = 2_000
"""Rows buffered in memory before they are written."""

Cells = dict[str, Any]


class RowStore:
    """Rows by table and key, in the order of first appearance. Close it after use."""

    def __init__(self) -> None:
        self._db = open_scratch()
        self._places: dict[str, int] = {}
        self._waiting: dict[tuple[str, str], tuple[str, Cells]] = {}

    def __iter__(self) -> Iterator[str]:
        """Iterate over the tables, in the order of first appearance."""
        return iter(self._places)

    def close(self) -> None:
        """Delete the scratch file."""
        self._db.close()

    def find(self, table: str, key: str) -> Cells | None:
        """Return the row with this key, or None."""
        waiting = self._waiting.get((table, key))
        if waiting is not None:
            return waiting[1]
        if table not in self._places:
            return None
        query = f"SELECT cells FROM h{self._places[table]} WHERE key = ?"
        found = self._db.execute(query, (_plain(key),)).fetchone()
        return None if found is None else dict(json.loads(found[0]))

    def put(self, table: str, key: str, spot: str, cells: Cells) -> None:
        """Add a row with its position, or replace the cells of the row with this key, which keeps its position."""
        if table not in self._places:
            self._places[table] = len(self._places)
            self._db.execute(f"CREATE TABLE h{self._places[table]} (key TEXT PRIMARY KEY, spot TEXT, cells TEXT)")
        self._waiting[table, key] = self._waiting.get((table, key), (spot,))[0], cells
        if len(self._waiting) >= _AT_ONCE:
            self._write()

    def rows(self, table: str) -> Iterator[tuple[str, Cells]]:
        """Yield every row with its position."""
        self._write()
        for spot, cells in self._db.execute(f"SELECT spot, cells FROM h{self._places[table]} ORDER BY rowid"):
            yield spot, json.loads(cells)

    def _write(self) -> None:
        with transaction(self._db):
            for (table, key), (spot, cells) in self._waiting.items():
                self._db.execute(
                    f"INSERT INTO h{self._places[table]} VALUES (?, ?, ?)"
                    " ON CONFLICT (key) DO UPDATE SET cells = excluded.cells",
                    (_plain(key), spot, json.dumps(cells)),
                )
        self._waiting.clear()


def _plain(key: str) -> str:
    """Encode a key for SQLite, which does not accept the lone surrogates that JSON can contain."""
    return json.dumps(key)
