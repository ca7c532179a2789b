"""Job queue: which jobs wait, which are running, and how often each was started. Ids only, nothing personal.

A waiting job is in `due`, scored by its not-before time. Claiming moves it to `due:leased`, scored by the end of its
lease. An expired lease moves it back, so that another worker takes the job of a killed one. A job queued again while
it is running waits beside its lease, and survives when the lease ends.

Jobs whose id ends in a six-digit number form a sequence, such as the texts to one person. None is claimed while an
earlier one of its sequence was started and is not done, so that they go out in order from any worker.
"""

from __future__ import annotations

from bot.store.connection import RedisServer, Script
from bot.store.jobs import ScheduledJob

DUE, LEASED, TRIES = "due", "due:leased", "due:tries"
KEYS = (DUE, LEASED, TRIES)

_CLAIM = Script("""
local due, leased, tries = unpack(KEYS)
local now, lease, limit = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
for _, id in ipairs(redis.call('ZRANGEBYSCORE', leased, '-inf', now)) do
    redis.call('ZREM', leased, id)
    redis.call('ZADD', due, 'LT', now, id)
end
local function in_row(id)
    return string.match(id, '^(.*:)(%d%d%d%d%d%d)$')
end
local first -- the earliest of each row that was begun before and is not done
local function must_wait(id)
    local row, number = in_row(id)
    if row and not first then
        first = {}
        for _, other in ipairs(redis.call('HKEYS', tries)) do
            local its, place = in_row(other)
            if its and (not first[its] or place < first[its]) then
                first[its] = place
            end
        end
    end
    return row and first[row] and first[row] < number
end
local claimed, passed = {}, 0
repeat
    local ready = redis.call('ZRANGEBYSCORE', due, '-inf', now, 'LIMIT', passed, limit + 100)
    for _, id in ipairs(ready) do
        if #claimed == limit or redis.call('ZSCORE', leased, id) or must_wait(id) then
            passed = passed + 1
        else
            redis.call('ZREM', due, id)
            redis.call('ZADD', leased, now + lease, id)
            redis.call('HINCRBY', tries, id, 1)
            claimed[#claimed + 1] = id
        end
    end
until #claimed == limit or #ready == 0
return claimed
""")

_DONE = Script("""
redis.call('ZREM', KEYS[2], ARGV[1])
return redis.call('HDEL', KEYS[3], ARGV[1])
""")

_PUT_OFF = Script("""
redis.call('ZREM', KEYS[2], ARGV[1])
return redis.call('ZADD', KEYS[1], 'LT', ARGV[2], ARGV[1])
""")


class JobQueue:
    """Job queue. Times are in epoch seconds; every method may raise StoreUnavailable."""

    def __init__(self, server: RedisServer) -> None:
        self._server = server

    def claim(self, now: int, lease_seconds: int, limit: int) -> list[str]:
        """Claim up to `limit` due jobs, the longest due first, until `now` + `lease_seconds`.

        Work on them in this order. If a lease runs out, a second worker may start the job: renew the lease, and make
        the work idempotent.
        """
        return [found.decode() for found in self._server.run(_CLAIM, KEYS, (now, lease_seconds, limit))]

    def add(self, job: ScheduledJob) -> None:
        """Queue a job outside a commit. Moves it if it is queued already."""
        self._server.call("ZADD", DUE, job.not_before, job.job.dump())

    def renew(self, job_id: str, until: int) -> None:
        """Extend the lease of a claimed job to `until`. Does nothing if the job is no longer leased."""
        self._server.call("ZADD", LEASED, "XX", "GT", until, job_id)

    def complete(self, job_id: str) -> None:
        """Finish a claimed job. If it was queued again in the meantime, that entry stays."""
        self._server.run(_DONE, KEYS, (job_id,))

    def retry_at(self, job_id: str, not_before: int) -> None:
        """Return a claimed job to the queue with its tries. An entry queued in the meantime keeps the earlier time."""
        self._server.run(_PUT_OFF, KEYS, (job_id, not_before))

    def tries(self, job_id: str) -> int:
        """Return how often the job was claimed since it was queued, including the running claim."""
        return int(self._server.call("HGET", TRIES, job_id) or 0)

    def waiting(self) -> int:
        """Return the number of jobs, waiting and running."""
        waiting, leased = self._server.batch([("ZCARD", DUE), ("ZCARD", LEASED)])
        return int(waiting) + int(leased)
