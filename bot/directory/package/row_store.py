"""Rows of many tables by their ids, gathered before anybody knows which columns there are; on a scratch file.

Memory stays small however many there are. Gone with the object. Checks nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from bot.directory.package.scratch import open_scratch, transaction

_AT_ONCE = 2_000
"""Rows that wait in memory to be written together."""

Cells = dict[str, Any]


class RowStore:
    """Rows by table and key, in the order in which they first came. Close it after use."""

    def __init__(self) -> None:
        self._db = open_scratch()
        self._places: dict[str, int] = {}
        self._waiting: dict[tuple[str, str], tuple[str, Cells]] = {}

    def __iter__(self) -> Iterator[str]:
        """The tables, in the order in which they first came."""
        return iter(self._places)

    def close(self) -> None:
        """Let go of the scratch file."""
        self._db.close()

    def find(self, table: str, key: str) -> Cells | None:
        """The row with this key, or None."""
        waiting = self._waiting.get((table, key))
        if waiting is not None:
            return waiting[1]
        if table not in self._places:
            return None
        query = f"SELECT cells FROM h{self._places[table]} WHERE key = ?"
        found = self._db.execute(query, (_plain(key),)).fetchone()
        return None if found is None else dict(json.loads(found[0]))

    def put(self, table: str, key: str, spot: str, cells: Cells) -> None:
        """Add a row that stands at `spot`, or put other cells into the one with this key, which stands where it did."""
        if table not in self._places:
            self._places[table] = len(self._places)
            self._db.execute(f"CREATE TABLE h{self._places[table]} (key TEXT PRIMARY KEY, spot TEXT, cells TEXT)")
        self._waiting[table, key] = self._waiting.get((table, key), (spot,))[0], cells
        if len(self._waiting) >= _AT_ONCE:
            self._write()

    def rows(self, table: str) -> Iterator[tuple[str, Cells]]:
        """Every row with its spot."""
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
    """A key that SQLite takes: JSON can spell halves of letters, which it does not."""
    return json.dumps(key)
