"""The audit trail in Redis: links are added at its end, sealed, and never changed. Beside it lie two sealed marks.

The end mark is how a cut-off end is noticed. What is too old is cut from the beginning, and only what is whole: the
start mark keeps the last hash that was cut, so that the rest still proves itself. No other way removes anything.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from bot.crypto import HEAD_BYTES, Ring
from bot.errors import LostRace, SealBroken
from bot.staff.audit import START, Entry, Link, Mark, verify
from bot.store.connection import Script, Server

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
        """Up to `size` links with their index, the newest first, after passing over the `newest` ones.

        The index counts from the first that ever was, `cut` ones included.
        """
        before, last = self.cut(), self.count() - 1 - newest
        first = max(last - size + 1, 0)
        if last < 0:
            return []
        found = self._server.call("LRANGE", TRAIL, first, last)
        return [(before + first + at, self._link(blob)) for at, blob in reversed(list(enumerate(found)))]

    def count(self) -> int:
        """How many links there are."""
        return int(self._server.call("LLEN", TRAIL))

    def cut(self) -> int:
        """How many links were so old that they are gone; 0 too when their mark was tampered with."""
        try:
            return self._mark(self._server.call("GET", START_MARK) or b"", START_MARK).count
        except SealBroken:
            return 0

    def cut_before(self, at: int) -> int:
        """Let go of the oldest links, those noted before `at` (seconds since the epoch), and return how many.

        Nothing is cut where the chain does not hold: what shows tampering stays. Raises SealBroken likewise.
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
        """The index of the first link that was tampered with, or None when the whole chain holds."""
        while True:
            blob = self._server.call("GET", START_MARK) or b""
            broken = self._verify_from(blob)
            if broken is None or blob == (self._server.call("GET", START_MARK) or b""):  # none was cut meanwhile
                return broken

    def _verify_from(self, blob: bytes) -> int | None:
        try:
            start = self._mark(blob, START_MARK)
        except SealBroken:
            return 0
        there = self.count()  # before the mark: what others add meanwhile lies behind both
        try:
            end = self._mark(self._server.call("GET", END) or b"")
        except SealBroken:
            return start.count + there
        broken = verify(self._links(max(there, end.count - start.count)), end, start)
        return None if broken is None else start.count + broken

    def _links(self, length: int) -> Iterator[Link | None]:
        for first in range(0, length, CHUNK):
            last = min(first + CHUNK, length) - 1
            yield from map(self._link, self._server.call("LRANGE", TRAIL, first, last))

    def _link(self, blob: bytes) -> Link | None:
        try:
            return Link.load(json.loads(self._ring.open(blob, TRAIL)))
        except (SealBroken, ValueError, TypeError):
            return None

    def _mark(self, blob: bytes, place: str = END) -> Mark:
        return Mark(*json.loads(self._ring.open(blob, place))) if blob else START

    def _seal(self, value: object, place: str) -> bytes:
        return self._ring.seal(json.dumps(value, separators=(",", ":")).encode(), place)
