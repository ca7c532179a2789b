"""Delivery log of texts accepted by the provider: the job of each and its delivery status. Ids and counts only.

Entries are keyed by a keyed hash of the provider's message id. Delivery reports may arrive before we know the job,
never, twice, or out of order. Whichever comes second, the job or the failure, queues the follow-up job once. Entries
expire after three days.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.crypto import lookup
from bot.store.connection import RedisServer, Script
from bot.store.job_queue import DUE, TRIES
from bot.store.jobs import HandleDeliveryFailure

KEPT_SECONDS = 3 * 86_400
ERASED_UNTIL = "sent:erased_until"
"""Key of the time up to which the words of texts are erased at the provider."""
REFUSED = "sent:refused"
REFUSED_SECONDS = 2 * 3600
"""For how long a refusal counts without a new one. Alerts are tried hourly at least."""

_REPORT = Script("""
local rank = redis.call('HGET', KEYS[1], 'rank')
if rank and tonumber(rank) >= tonumber(ARGV[1]) then
    return 0
end
redis.call('HSET', KEYS[1], 'rank', ARGV[1], 'status', ARGV[2], 'code', ARGV[3], 'lost', ARGV[4])
redis.call('EXPIRE', KEYS[1], ARGV[5])
if ARGV[4] == '1' and redis.call('HEXISTS', KEYS[1], 'job') == 1 then
    redis.call('ZADD', KEYS[2], 0, ARGV[6])
end
return 1
""")

_OURS = Script("""
local new = redis.call('HSETNX', KEYS[1], 'job', ARGV[1])
redis.call('EXPIRE', KEYS[1], ARGV[2])
redis.call('DEL', KEYS[3])
if new == 1 and redis.call('HGET', KEYS[1], 'lost') == '1' then
    redis.call('ZADD', KEYS[2], 0, ARGV[3])
end
return new
""")


class Lost(NamedTuple):
    """Text that did not arrive: its job, and the provider's error code, 0 if it gave none."""

    job: str
    code: int


class DeliveryLog:
    """Delivery log. Every method may raise StoreUnavailable."""

    def __init__(self, server: RedisServer, lookup_key: bytes) -> None:
        self._server, self._lookup_key = server, lookup_key

    def record(self, sid: str, job: str) -> None:
        """Record that the provider accepted the text of `job` under `sid`, and so our account and sender."""
        mark = self._mark(sid)
        self._server.run(_OURS, (_place(mark), DUE, REFUSED), (job, KEPT_SECONDS, HandleDeliveryFailure(mark).dump()))

    def report(self, sid: str, status: str, rank: int, code: int = 0, *, lost: bool = False) -> bool:
        """Store a delivery status. `lost`: the text will never arrive.

        Return False and change nothing if a status of the same or a higher rank is stored.
        """
        mark = self._mark(sid)
        kept = (rank, status, code, int(lost), KEPT_SECONDS, HandleDeliveryFailure(mark).dump())
        return bool(self._server.run(_REPORT, (_place(mark), DUE), kept))

    def failure(self, mark: str) -> Lost | None:
        """Return the failure that an "undelivered" job is about; None if it has expired."""
        job, code = self._server.call("HMGET", _place(mark), "job", "code")
        return Lost(job.decode(), int(code or 0)) if job else None

    def mark_refused(self, code: int) -> None:
        """Record that the provider refuses our account or sender, with its code, 0 if it gave none."""
        self._server.call("SET", REFUSED, code, "EX", REFUSED_SECONDS)

    def refused(self) -> int | None:
        """Return the code of the last refusal; None once a text was accepted, or when none was tried for two hours."""
        code = self._server.call("GET", REFUSED)
        return None if code is None else int(code)

    def belonging_to_other_jobs(self, sids: Sequence[str], job: str) -> frozenset[str]:
        """Return the `sids` known to belong to another job, which sent an equal text."""
        held = self._server.batch([("HGET", _place(self._mark(sid)), "job") for sid in sids]) if sids else []
        return frozenset(sid for sid, whose in zip(sids, held, strict=True) if whose and whose.decode() != job)

    def settled(self, sids: Sequence[str]) -> frozenset[str]:
        """Return the `sids` whose job is done. The others may still be looked up by their words, to send none twice."""
        found = self._server.batch([("HGET", _place(self._mark(sid)), "job") for sid in sids]) if sids else []
        ours = [(sid, job) for sid, job in zip(sids, found, strict=True) if job]
        begun = self._server.batch([("HEXISTS", TRIES, job) for _, job in ours]) if ours else []
        return frozenset(sid for (sid, _), is_begun in zip(ours, begun, strict=True) if not is_begun)

    def erased_until(self, otherwise: int) -> int:
        """Return up to when (epoch seconds) words are erased at the provider; from the first call on, `otherwise`."""
        first, kept = self._server.batch([("SET", ERASED_UNTIL, otherwise, "NX"), ("GET", ERASED_UNTIL)])
        return otherwise if first else int(kept)

    def set_erased_until(self, until: int) -> None:
        """Record that the words of all texts before `until` (epoch seconds) are erased."""
        self._server.call("SET", ERASED_UNTIL, until)

    def _mark(self, sid: str) -> str:
        return lookup(self._lookup_key, sid)


def _place(mark: str) -> str:
    return f"sent:{mark}"
