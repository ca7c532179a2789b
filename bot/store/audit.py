"""Audit trail in Redis: encrypted entries, appended and never changed, with two encrypted marks.

The end mark reveals a truncated end. Old entries are removed from the start, and only while the chain is intact. The
start mark keeps the hash of the last entry removed, so that the rest can still be verified. Nothing else removes
entries.

An end mark that cannot be read stops nobody from working: the next entry begins a new segment of the chain, loudly. The
break stays visible until an operator mends it, and a mend is an entry too.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

from bot.crypto import HEAD_BYTES, KeyRing
from bot.errors import Conflict, DecryptionError
from bot.staff.audit import COMMAND_LINE, START, Entry, Link, Mark, Verb, begin_segment, find_broken, mended_entry
from bot.store.connection import RedisServer, Script

log = logging.getLogger(__name__)

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

        If the end mark is damaged or lost, an entry that says so begins a new segment first. Raise Conflict after many
        attempts.
        """
        for _ in range(TRIES):
            blob, length = self._server.batch([("GET", END), ("LLEN", TRAIL)])
            mark = self._end(blob or b"", int(length))
            if mark is None:
                log.error("the audit's end mark cannot be read: a new segment begins. Run `flask audit mend`.")
                notice = Entry(entry.at, COMMAND_LINE, Verb.AUDIT_BROKEN, "audit:")
                self._append(notice, begin_segment(notice, self.cut() + int(length)), blob or b"")
            elif self._append(entry, entry.after(mark), blob or b""):
                return
        raise Conflict("others note things all the time")

    def mend(self, at: int) -> list[int]:
        """Note at `at` (epoch seconds) that an operator has looked at all broken entries, and return their positions.

        Nothing is removed or repaired: what is broken stays as evidence. A damaged start mark is made anew. Raise
        Conflict after many attempts.
        """
        found = self.broken()
        if not found:
            return []
        self._mend_start()
        broken = self.broken()
        for _ in range(TRIES):
            blob, length = self._server.batch([("GET", END), ("LLEN", TRAIL)])
            count, entry = self.cut() + int(length), mended_entry(at, broken)
            if self._append(entry, begin_segment(entry, count), blob or b""):
                return found
        raise Conflict("others note things all the time")

    def _append(self, entry: Entry, end: Mark, blob: bytes) -> bool:
        """Append an entry that leads to `end`, unless the end mark is no longer `blob`."""
        link = self._seal(Link(entry, end.hash).dump(), TRAIL)
        mark = self._seal([end.count, end.hash], END)
        return bool(self._server.run(_ADD, (TRAIL, END), (blob[:HEAD_BYTES], link, mark, HEAD_BYTES)))

    def _mend_start(self) -> None:
        blob, length, end_blob = self._server.batch([("GET", START_MARK), ("LLEN", TRAIL), ("GET", END)])
        try:
            self._mark(blob or b"", START_MARK)
        except DecryptionError:
            end = self._end(end_blob or b"", int(length))
            count = max(end.count - int(length), 0) if end else 0
            cut = (blob[:HEAD_BYTES], 0, self._seal([count, ""], START_MARK), HEAD_BYTES)
            self._server.run(_CUT, (TRAIL, START_MARK), cut)

    def _end(self, blob: bytes, length: int) -> Mark | None:
        """Return the end mark; None if it is damaged, or lost while there are `length` entries."""
        try:
            return self._mark(blob) if blob or not length else None
        except DecryptionError:
            return None

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

    def head(self) -> Mark:
        """Return the end of the chain; its start if nothing is noted or the end mark is damaged."""
        try:
            return self._mark(self._server.call("GET", END) or b"")
        except DecryptionError:
            return START

    def holds(self, mark: Mark) -> bool:
        """Tell whether the entry that `mark` names is still there, or was cut for its age."""
        before = self.cut()
        blob = self._server.call("LINDEX", TRAIL, mark.count - 1 - before) if mark.count > before else None
        link = self._link(blob) if blob else None
        # a worker may have cut it for its age between the two reads
        return (link is not None and link.hash == mark.hash) or mark.count <= self.cut()

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

        Nothing is deleted from a broken link on before it is mended, because that is the evidence of tampering. Raise
        DecryptionError if the start mark was tampered with.
        """
        blob = self._server.call("GET", START_MARK) or b""
        mark = start = self._mark(blob, START_MARK)
        broken = self.broken() if self._is_old(0, at) else []
        sound = broken[0] - start.count if broken else self.count()
        for number, link in enumerate(self._links(sound), start.count + 1):
            if link and link.entry.at >= at:
                break
            if link:
                mark = Mark(number, link.hash)
        old = mark.count - start.count
        cut = (blob[:HEAD_BYTES], old, self._seal([mark.count, mark.hash], START_MARK), HEAD_BYTES)
        return old if old and self._server.run(_CUT, (TRAIL, START_MARK), cut) else 0

    def verify(self) -> int | None:
        """Return the index of the first link that was tampered with and not mended, or None if the chain is intact."""
        broken = self.broken()
        return broken[0] if broken else None

    def broken(self) -> list[int]:
        """List the indices of all links that were tampered with, without those that were mended."""
        while True:
            blob = self._server.call("GET", START_MARK) or b""
            broken = self._broken_from(blob)
            if not broken or blob == (self._server.call("GET", START_MARK) or b""):  # no link was cut meanwhile
                return broken

    def _broken_from(self, blob: bytes) -> list[int]:
        try:
            start = self._mark(blob, START_MARK)
        except DecryptionError:
            return [0]
        there = self.count()  # read before the mark: links added in the meantime come after both
        try:
            end = self._mark(self._server.call("GET", END) or b"")
        except DecryptionError:
            return find_broken(self._links(there), None, start)
        return find_broken(self._links(max(there, end.count - start.count)), end, start)

    def _is_old(self, index: int, at: int) -> bool:
        blob = self._server.call("LINDEX", TRAIL, index)
        link = self._link(blob) if blob else None
        return bool(blob) and (link is None or link.entry.at < at)

    def _links(self, length: int) -> Iterator[Link | None]:
        for first in range(0, length, CHUNK):
            last = min(first + CHUNK, length) - 1
            yield from map(self._link, self._server.call("LRANGE", TRAIL, first, last))

    def _link(self, blob: bytes) -> Link | None:
        try:
            return Link.load(json.loads(self._ring.decrypt(blob, TRAIL)))
        except (DecryptionError, ValueError, TypeError, KeyError):
            return None

    def _mark(self, blob: bytes, place: str = END) -> Mark:
        """Open a mark; the start of the chain for b"". Raise DecryptionError."""
        if not blob:
            return START
        try:
            count, hashed, *_ = json.loads(self._ring.decrypt(blob, place))
            return Mark(int(count), str(hashed))
        except (ValueError, TypeError):
            raise DecryptionError("is damaged") from None

    def _seal(self, value: object, place: str) -> bytes:
        return self._ring.encrypt(json.dumps(value, separators=(",", ":")).encode(), place)
