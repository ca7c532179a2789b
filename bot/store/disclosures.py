"""Disclosures as stored: sealed, scored by the end of their keeping. They are added, and go when that has come.

Nothing here changes one or takes one away sooner.
"""

from __future__ import annotations

from bot.casework.cases import Kind, Line
from bot.casework.disclosures import KEPT_SECONDS, RECORDED, Disclosure
from bot.crypto import Ring
from bot.store import cases
from bot.store.codec import pack, unpack
from bot.store.connection import Script, Server

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
    """All records. Every call may raise StoreGone."""

    def __init__(self, server: Server, ring: Ring) -> None:
        self._server, self._ring = server, ring

    def add(self, record: Disclosure) -> bool:
        """Keep it for its time, and a line in its case's timeline that says so and no more.

        False, and nothing is written, when one of this id was added within a day.
        """
        place, thread = cases.place(record.case), cases.thread_place(record.case)
        line = self._ring.seal(pack(Line(Kind.EVENT, RECORDED, record.at).dump()), thread)
        sealed = self._ring.seal(pack(record.dump()), ALL)
        keys = (ALL, ONCE + record.id, place, thread, cases.CHANGES)
        return bool(self._server.run(_ADD, keys, (ONCE_SECONDS, record.at + KEPT_SECONDS, sealed, line)))

    def all(self, now: int) -> list[Disclosure]:
        """Those that are still kept at `now`, seconds since the epoch; the last recorded first."""
        found = self._server.call("ZRANGEBYSCORE", ALL, f"({now}", "+inf")
        return [Disclosure.load(unpack(self._ring.open(blob, ALL))) for blob in reversed(found)]

    def sweep(self, now: int) -> int:
        """Let go of those whose time is over, and return how many there were."""
        return int(self._server.call("ZREMRANGEBYSCORE", ALL, "-inf", now))
