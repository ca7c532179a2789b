"""Job queue: which jobs wait, which are running, and how often each was started. Ids only, nothing personal.

A waiting job is in `due`, scored by its not-before time. Claiming moves it to `due:leased`, scored by the end of its
lease. An expired lease moves it back, so that another worker takes the job of a killed one. A job queued again while
it is running waits beside its lease, and survives when the lease ends.

Jobs whose id ends in a six-digit number form a sequence, such as the texts to one person. None is claimed while an
earlier one of its sequence was started and is not done, so that they go out in order from any worker.
"""

from __future__ import annotations

from typing import NamedTuple

from bot.store.connection import RedisServer, Script
from bot.store.jobs import ScheduledJob

DUE, LEASED, TRIES = "due", "due:leased", "due:tries"
SEEN = "due:seen"
"""When a look at the queue first found a job that is due at once. Such a job holds no time of its own."""
MOST_SEEN, SEEN_SECONDS = 1000, 3600

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

_BACKLOG = Script("""
local due, leased, seen = unpack(KEYS)
local now, oldest = tonumber(ARGV[1]), 0
for _, first in ipairs({
    redis.call('ZRANGEBYSCORE', due, '(0', now, 'WITHSCORES', 'LIMIT', 0, 1),
    redis.call('ZRANGEBYSCORE', leased, '-inf', now, 'WITHSCORES', 'LIMIT', 0, 1),
}) do
    oldest = math.max(oldest, now - tonumber(first[2] or now))
end
local known, flat = {}, redis.call('HGETALL', seen)
for i = 1, #flat, 2 do
    known[flat[i]] = tonumber(flat[i + 1])
end
redis.call('DEL', seen)
for _, id in ipairs(redis.call('ZRANGEBYSCORE', due, '-inf', 0, 'LIMIT', 0, ARGV[2])) do
    local since = known[id] or now
    redis.call('HSET', seen, id, since)
    oldest = math.max(oldest, now - since)
end
redis.call('EXPIRE', seen, ARGV[3])
return {redis.call('ZCOUNT', due, '-inf', now) + redis.call('ZCOUNT', leased, '-inf', now), math.floor(oldest)}
""")


class Backlog(NamedTuple):
    """Jobs that are due and not begun, and for how many seconds the oldest has been."""

    due: int
    oldest_seconds: int


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

    def backlog(self, now: int) -> Backlog:
        """Return what is due at `now`, a job whose lease has run out too.

        A job that is due at once is as old as the first look that found it: the next looks tell how long it waits.
        """
        return Backlog(*map(int, self._server.run(_BACKLOG, (DUE, LEASED, SEEN), (now, MOST_SEEN, SEEN_SECONDS))))

    def waiting(self) -> int:
        """Return the number of jobs, waiting and running."""
        waiting, leased = self._server.batch([("ZCARD", DUE), ("ZCARD", LEASED)])
        return int(waiting) + int(leased)
