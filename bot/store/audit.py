"""The audit trail in Redis: links are added at its end, sealed, and never changed. Beside it lies its sealed end mark.

The mark is how a cut-off end is noticed. Nothing here removes anything.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from bot.casework.audit import START, Entry, Link, Mark, verify
from bot.errors import LostRace, SealBroken
from bot.seal import HEAD_BYTES, Ring
from bot.store.connection import Script, Server

TRAIL, END = "{staff}:audit", "{staff}:audit:end"
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


class Trail:
    """The audit. Every call may raise StoreGone."""

    def __init__(self, server: Server, ring: Ring) -> None:
        self._server, self._ring = server, ring

    def add(self, entry: Entry) -> None:
        """Note it, before it is done: what cannot be noted must not happen.

        Raises LostRace after many tries; SealBroken when the end mark was tampered with.
        """
        for _ in range(TRIES):
            blob = self._server.call("GET", END) or b""
            end = entry.after(self._mark(blob))
            link = self._seal(Link(entry, end.hash).dump(), TRAIL)
            if self._server.run(
                _ADD, (TRAIL, END), (blob[:HEAD_BYTES], link, self._seal([end.count, end.hash], END), HEAD_BYTES)
            ):
                return
        raise LostRace("others note things all the time")

    def page(self, newest: int, size: int) -> list[tuple[int, Link | None]]:
        """Up to `size` links with their index, the newest first, after passing over the `newest` ones."""
        last = self.count() - 1 - newest
        first = max(last - size + 1, 0)
        if last < 0:
            return []
        found = self._server.call("LRANGE", TRAIL, first, last)
        return [(first + at, self._link(blob)) for at, blob in reversed(list(enumerate(found)))]

    def count(self) -> int:
        """How many links there are."""
        return int(self._server.call("LLEN", TRAIL))

    def verify(self) -> int | None:
        """The index of the first link that was tampered with, or None when the whole chain holds."""
        there = self.count()  # before the mark: what others add meanwhile lies behind both
        try:
            end = self._mark(self._server.call("GET", END) or b"")
        except SealBroken:
            return there
        return verify(self._links(max(there, end.count)), end)

    def _links(self, length: int) -> Iterator[Link | None]:
        for first in range(0, length, CHUNK):
            last = min(first + CHUNK, length) - 1
            yield from map(self._link, self._server.call("LRANGE", TRAIL, first, last))

    def _link(self, blob: bytes) -> Link | None:
        try:
            return Link.load(json.loads(self._ring.open(blob, TRAIL)))
        except (SealBroken, ValueError, TypeError):
            return None

    def _mark(self, blob: bytes) -> Mark:
        return Mark(*json.loads(self._ring.open(blob, END))) if blob else START

    def _seal(self, value: object, place: str) -> bytes:
        return self._ring.seal(json.dumps(value, separators=(",", ":")).encode(), place)
