"""Audit trail in Redis: encrypted entries, appended and never changed, with two encrypted marks.

The end mark reveals a truncated end. Old entries are removed from the start, and only while the chain is intact. The
start mark keeps the hash of the last entry removed, so that the rest can still be verified. Nothing else removes
entries.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from bot.crypto import HEAD_BYTES, KeyRing
from bot.errors import Conflict, DecryptionError
from bot.staff.audit import START, Entry, Link, Mark, verify
from bot.store.connection import RedisServer, Script

TRAIL, END, START_MARK = "{staff}:audit", "{staff}:audit:end", "{staff}:audit:start"
TRIES = 50
CHUNK = 500

_ADD = Script("""
local found = redis.call('GET', KEYS[2])
if (found and string.sub(found, 1, tonumber(ARGV[4])) or '') ~= ARGV[1] then
    return 0
end
redis.call('RPUSH', KEYS[1], ARGV[2])
redis.call('SET', KEYS[2], ARGV[3])
return 1
""")

_CUT = Script("""
local found = redis.call('GET', KEYS[2])
if (found and string.sub(found, 1, tonumber(ARGV[4])) or '') ~= ARGV[1] then
    return 0
end
redis.call('LTRIM', KEYS[1], ARGV[2], -1)
redis.call('SET', KEYS[2], ARGV[3])
return 1
""")


class Trail:
    """Audit trail. Every method may raise StoreUnavailable."""

    def __init__(self, server: RedisServer, ring: KeyRing) -> None:
        self._server, self._ring = server, ring

    def add(self, entry: Entry) -> None:
        """Append an entry. Call it before the act: what cannot be recorded must not happen.

        Raise Conflict after many attempts, and DecryptionError if the end mark was tampered with.
        """
        for _ in range(TRIES):
            blob = self._server.call("GET", END) or b""
            end = entry.after(self._mark(blob))
            link = self._seal(Link(entry, end.hash).dump(), TRAIL)
            if self._server.run(
                _ADD, (TRAIL, END), (blob[:HEAD_BYTES], link, self._seal([end.count, end.hash], END), HEAD_BYTES)
            ):
                return
        raise Conflict("others note things all the time")

    def page(self, newest: int, size: int) -> list[tuple[int, Link | None]]:
        """Return up to `size` links with their index, the newest first, skipping the `newest` newest.

        The index counts from the first link ever added, including the `cut` ones.
        """
        before, last = self.cut(), self.count() - 1 - newest
        first = max(last - size + 1, 0)
        if last < 0:
            return []
        found = self._server.call("LRANGE", TRAIL, first, last)
        return [(before + first + at, self._link(blob)) for at, blob in reversed(list(enumerate(found)))]

    def count(self) -> int:
        """Return the number of stored links."""
        return int(self._server.call("LLEN", TRAIL))

    def cut(self) -> int:
        """Return the number of links removed for their age; 0 also if the start mark was tampered with."""
        try:
            return self._mark(self._server.call("GET", START_MARK) or b"", START_MARK).count
        except DecryptionError:
            return 0

    def cut_before(self, at: int) -> int:
        """Delete the links recorded before `at` (epoch seconds) and return their number.

        Nothing is deleted from a broken chain, because that is the evidence of tampering. Raise DecryptionError if the
        start mark was tampered with.
        """
        blob = self._server.call("GET", START_MARK) or b""
        mark = start = self._mark(blob, START_MARK)
        for link in self._links(self.count()):
            if link is None or link.entry.at >= at or (then := link.entry.after(mark)).hash != link.hash:
                break
            mark = then
        old = mark.count - start.count
        cut = (blob[:HEAD_BYTES], old, self._seal([mark.count, mark.hash], START_MARK), HEAD_BYTES)
        return old if old and self._server.run(_CUT, (TRAIL, START_MARK), cut) else 0

    def verify(self) -> int | None:
        """Return the index of the first link that was tampered with, or None if the chain is intact."""
        while True:
            blob = self._server.call("GET", START_MARK) or b""
            broken = self._verify_from(blob)
            if broken is None or blob == (self._server.call("GET", START_MARK) or b""):  # no link was cut meanwhile
                return broken

    def _verify_from(self, blob: bytes) -> int | None:
        try:
            start = self._mark(blob, START_MARK)
        except DecryptionError:
            return 0
        there = self.count()  # read before the mark: links added in the meantime come after both
        try:
            end = self._mark(self._server.call("GET", END) or b"")
        except DecryptionError:
            return start.count + there
        broken = verify(self._links(max(there, end.count - start.count)), end, start)
        return None if broken is None else start.count + broken

    def _links(self, length: int) -> Iterator[Link | None]:
        for first in range(0, length, CHUNK):
            last = min(first + CHUNK, length) - 1
            yield from map(self._link, self._server.call("LRANGE", TRAIL, first, last))

    def _link(self, blob: bytes) -> Link | None:
        try:
            return Link.load(json.loads(self._ring.decrypt(blob, TRAIL)))
        except (DecryptionError, ValueError, TypeError):
            return None

    def _mark(self, blob: bytes, place: str = END) -> Mark:
        return Mark(*json.loads(self._ring.decrypt(blob, place))) if blob else START

    def _seal(self, value: object, place: str) -> bytes:
        return self._ring.encrypt(json.dumps(value, separators=(",", ":")).encode(), place)
