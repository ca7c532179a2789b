"""SQLite on a scratch file: it keeps memory small for packages of any size, and is gone when it is closed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


def open_scratch(cache_kib: int = 32_768) -> sqlite3.Connection:
    """Open an empty database that only this process can read. `cache_kib` bounds what SQLite holds in memory."""
    database = sqlite3.connect("", isolation_level=None)  # without a name SQLite makes a private file and removes it
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "temp_store=FILE", f"cache_size=-{cache_kib}"):
        database.execute(f"PRAGMA {pragma}")
    return database


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """Write many rows at once. There is no journal, so an error does not undo what was written."""
    database.execute("BEGIN")
    try:
        yield
    finally:
        database.execute("COMMIT")
