"""Tasks and referrals in Redis: one encrypted record per case. No write is lost, and none outlives the consent.

A record expires with its case. Permissions are not checked here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.casework.cases import ERASED, Case
from bot.casework.tasks import Work
from bot.crypto import HEAD_BYTES, KeyRing
from bot.errors import Conflict, DecryptionError
from bot.store import cases
from bot.store.codec import open_record, pack, report_damaged
from bot.store.connection import Query, RedisServer, Script
from bot.store.news import Kind, told

MOST_TRIES = 20

_CHANGE = Script(f"""
if redis.call('GETRANGE', KEYS[1], 0, 12) ~= ARGV[1] or redis.call('GETRANGE', KEYS[2], 0, 12) ~= ARGV[2] then
    return 0
end
redis.call('SET', KEYS[2], ARGV[3])
local left = redis.call('PTTL', KEYS[1])
if left > 0 then
    redis.call('PEXPIRE', KEYS[2], left)
end
redis.call('INCR', KEYS[3])
{told(Kind.TALKS, "ARGV[4]")}
return 1
""")


def place(code: str) -> str:
    """Return the key of a case's work."""
    return f"work:{code}"


class CaseWork:
    """Work of all cases. Every method may raise StoreUnavailable."""

    def __init__(self, server: RedisServer, ring: KeyRing) -> None:
        self._server, self._ring = server, ring

    def get(self, code: str) -> Work:
        """Return the work of a case; empty if there is none."""
        return self._server.fetch(self.get_query(code))

    def get_query(self, code: str) -> Query[Work]:
        """Query the work of a case; empty when nothing was written down, or when it is damaged."""
        return Query([("GET", place(code))], lambda found: self.open(code, found[0]))

    def sealed_query(self, codes: Sequence[str]) -> Query[dict[str, bytes | None]]:
        """Query the work of several cases by code, in its stored form, for `open`."""
        commands = [("MGET", *map(place, codes))] if codes else []
        return Query(commands, lambda found: dict(zip(codes, found[0] if codes else (), strict=True)))

    def open(self, code: str, blob: bytes | None) -> Work:
        """Open the work of a case in its stored form; empty for None, and if it is damaged."""
        try:
            return self._work(code, blob)
        except DecryptionError:
            report_damaged("record of tasks")
            return Work()

    def version_query(self, code: str) -> Query[tuple[bytes, int, bytes]]:
        """Query a value that changes with the case, its thread and its work, and with no other case. Opens nothing."""
        head = HEAD_BYTES - 1
        commands = (
            ("GETRANGE", cases.place(code), 0, head),
            ("LLEN", cases.thread_place(code)),
            ("GETRANGE", place(code), 0, head),
        )
        return Query(commands, lambda found: (found[0], int(found[1]), found[2]))

    def change(self, code: str, to: Callable[[Work], Work]) -> Work | None:
        """Replace the work by the result of `to`, and return it. Concurrent changes are applied one after the other.

        Return None and write nothing if there is no such case or its consent was taken back. The check and the write
        are atomic. Raise Conflict after many conflicts, and DecryptionError rather than overwrite damaged work.
        """
        for _ in range(MOST_TRIES):
            kept, blob = self._server.call("MGET", cases.place(code), place(code))
            if kept is None or self._case(code, kept).status in ERASED:
                return None
            work = to(self._work(code, blob))
            heads = (kept[:HEAD_BYTES], blob[:HEAD_BYTES] if blob else b"")
            sealed = self._ring.encrypt(pack(work.dump()), place(code))
            if self._server.run(_CHANGE, (cases.place(code), place(code), cases.CHANGES), (*heads, sealed, code)):
                return work
        raise Conflict("the case or its work was changed by others again and again")

    def _case(self, code: str, blob: bytes) -> Case:
        return open_record(lambda: self._ring.decrypt(blob, cases.place(code)), Case.load)

    def _work(self, code: str, blob: bytes | None) -> Work:
        return open_record(lambda: self._ring.decrypt(blob, place(code)), Work.load) if blob else Work()
