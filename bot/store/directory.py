"""Stored directory of services: whole editions of records, changed one record at a time. No personal data.

The format of a record is opaque to this module. An edition that an import replaced stays readable for a while.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from secrets import token_hex
from typing import TypeVar

from bot.errors import Conflict
from bot.store.connection import RedisServer, Script
from bot.store.editions import Edition, edition

POINTER = "directory:at"
"""Key of the edition in use. Every turn reads it together with the session."""

BATCH = 500
STAGED_SECONDS = 3_600
"""Longest pause between two batches of an import, and how long a replaced edition can still be read."""

T = TypeVar("T")

_ADOPT = Script("""
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then
    return 0
end
redis.call('PERSIST', KEYS[2])
redis.call('PERSIST', KEYS[3])
redis.call('SET', KEYS[1], ARGV[2])
redis.call('EXPIRE', KEYS[4], ARGV[3])
redis.call('EXPIRE', KEYS[5], ARGV[3])
redis.call('EXPIRE', KEYS[6], ARGV[3])
return 1
""")

_CHANGE = Script("""
local at = redis.call('GET', KEYS[1]) or ''
local whole, number = string.match(at, '^(%w+)%.(%d+)$')
if whole ~= ARGV[1] or (redis.call('HGET', KEYS[2], ARGV[2]) or '') ~= ARGV[3] then
    return 0
end
number = number + 1
redis.call('HSET', KEYS[2], ARGV[2], ARGV[4])
redis.call('ZADD', KEYS[3], number, ARGV[2])
redis.call('SET', KEYS[1], whole .. '.' .. string.format('%d', number))
return number
""")


class DirectoryStore:
    """Stored directory. Every method may raise StoreUnavailable."""

    def __init__(self, server: RedisServer) -> None:
        self._server = server

    def edition(self) -> Edition | None:
        """Return the edition in use, or None."""
        return edition(self._server.call("GET", POINTER))

    def beside(self, of: Edition) -> bytes:
        """Return the data that is stored beside the services; b"" if the edition is gone."""
        return bytes(self._server.call("GET", _place("beside", of.whole)) or b"")

    def count(self, of: Edition) -> int:
        """Return the number of records."""
        return int(self._server.call("HLEN", _place("records", of.whole)))

    def record(self, of: Edition, service_id: str) -> bytes | None:
        """Return one service's record, or None."""
        found: bytes | None = self._server.call("HGET", _place("records", of.whole), service_id)
        return found

    def records(self, of: Edition, ids: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield the records of these services, without missing ones."""
        for some in _batches(ids):
            for key, record in zip(some, self._server.call("HMGET", _place("records", of.whole), *some), strict=True):
                if record is not None:
                    yield key, record

    def ids(self, of: Edition) -> list[str]:
        """List the ids of all services, in order."""
        return sorted(key.decode() for key in self._server.call("HKEYS", _place("records", of.whole)))

    def all_records(self, of: Edition) -> Iterator[tuple[str, bytes]]:
        """Yield every record once, in the order of the ids."""
        return self.records(of, self.ids(of))

    def changed(self, since: Edition, most: int) -> list[str] | None:
        """Return the ids changed since an edition of the same import; None if they are more than `most`."""
        found = self._server.call(
            "ZRANGEBYSCORE", _place("changed", since.whole), f"({since.number}", "+inf", "LIMIT", 0, most + 1
        )
        return None if len(found) > most else [key.decode() for key in found]

    def change(self, of: Edition, service_id: str, before: bytes, after: bytes) -> Edition:
        """Replace one record (b"" for a new one) and return the resulting edition.

        Raise Conflict if the record has changed, or the whole directory was replaced, since it was read.
        """
        keys = (POINTER, _place("records", of.whole), _place("changed", of.whole))
        number = self._server.run(_CHANGE, keys, (of.whole, service_id, before, after))
        if not number:
            raise Conflict("the record has changed since it was read")
        return Edition(of.whole, number)

    def replace(self, of: Edition | None, records: Iterable[tuple[str, bytes]], beside: bytes) -> Edition:
        """Replace the edition `of` by a whole new directory, atomically, and return its edition.

        A failure before the last step leaves the edition in use as it is. Raise Conflict if it has changed since it was
        read.
        """
        new = Edition(token_hex(8), 0)
        staged, aside = _place("records", new.whole), _place("beside", new.whole)
        for some in _batches(records):
            pairs = [part for pair in some for part in pair]
            self._server.batch([("HSET", staged, *pairs), ("EXPIRE", staged, STAGED_SECONDS)])
        self._server.call("SET", aside, beside, "EX", STAGED_SECONDS)
        was = of.whole if of else "-"
        old: Sequence[str] = [_place(kind, was) for kind in ("records", "beside", "changed")]
        arguments = (str(of) if of else "", str(new), STAGED_SECONDS)
        if not self._server.run(_ADOPT, (POINTER, staged, aside, *old), arguments):
            self._server.call("DEL", staged, aside)
            raise Conflict("the directory has changed since it was read")
        return new


def _place(kind: str, whole: str) -> str:
    return f"directory:{kind}:{whole}"


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(items)
    while some := list(islice(rest, BATCH)):
        yield some
