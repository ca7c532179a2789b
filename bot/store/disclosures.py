"""Disclosures in Redis: encrypted, with their expiry as score.

Records are only added, and deleted when they expire. Nothing here changes one or deletes one sooner.
"""

from __future__ import annotations

from functools import partial

from bot.casework.cases import Kind, Line
from bot.casework.disclosures import KEPT_SECONDS, RECORDED, Disclosure
from bot.crypto import KeyRing
from bot.store import cases
from bot.store.codec import open_record, opened, pack
from bot.store.connection import RedisServer, Script

ALL, ONCE = "disclosures", "disclosure:"
ONCE_SECONDS = 86_400

_ADD = Script("""
local all, once, case, thread, changes = unpack(KEYS)
if not redis.call('SET', once, '1', 'NX', 'EX', ARGV[1]) then
    return 0
end
redis.call('ZADD', all, ARGV[2], ARGV[3])
if redis.call('EXISTS', case) == 1 then
    redis.call('RPUSH', thread, ARGV[4])
    redis.call('INCR', changes)
end
return 1
""")


class Disclosures:
    """Records of disclosures. Every method may raise StoreUnavailable."""

    def __init__(self, server: RedisServer, ring: KeyRing) -> None:
        self._server, self._ring = server, ring

    def add(self, record: Disclosure) -> bool:
        """Store a record, and a timeline entry in its case that says only that there was one.

        Return False and write nothing if a record with this id was added within a day.
        """
        place, thread = cases.place(record.case), cases.thread_place(record.case)
        line = self._ring.encrypt(pack(Line(Kind.EVENT, RECORDED, record.at).dump()), thread)
        sealed = self._ring.encrypt(pack(record.dump()), ALL)
        keys = (ALL, ONCE + record.id, place, thread, cases.CHANGES)
        return bool(self._server.run(_ADD, keys, (ONCE_SECONDS, record.at + KEPT_SECONDS, sealed, line)))

    def all(self, now: int) -> list[Disclosure]:
        """List the records that have not expired at `now` (epoch seconds), the last recorded first.

        Skip those that do not open.
        """
        found = self._server.call("ZRANGEBYSCORE", ALL, f"({now}", "+inf")
        return list(opened("disclosure", [partial(self._open, blob) for blob in reversed(found)]))

    def _open(self, blob: bytes) -> Disclosure:
        return open_record(lambda: self._ring.decrypt(blob, ALL), Disclosure.load)

    def sweep(self, now: int) -> int:
        """Delete the records that have expired by `now` (epoch seconds), and return their number."""
        return int(self._server.call("ZREMRANGEBYSCORE", ALL, "-inf", now))
