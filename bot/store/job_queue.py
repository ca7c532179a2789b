"""Due work: which jobs wait, which are being done, how often each was begun. Ids only, nothing personal.

A job waits in `due`, scored by its not-before. Claiming moves it to `due:leased`, scored by the lease's end; a lease
that runs out moves it back, so that a killed worker's job comes to another. A job queued anew while it is being
done waits beside its lease, and is not lost when the lease is done with.

Jobs that end in a number of six digits are a row, the texts to one person say: none is claimed while an earlier one of
its row was begun and is not done, so that they go out in their order whoever does them.
"""

from __future__ import annotations

from bot.store.connection import Script, Server

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


class Due:
    """The queue of due work. Times are seconds since the epoch; every call may raise StoreGone."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def claim(self, now: int, lease_seconds: int, limit: int) -> list[str]:
        """Up to `limit` ids that are due, the longest due first, to be done in this order: the caller's until `now` +
        `lease_seconds`.

        A job whose lease runs out may be begun by a second worker: renew it, and work so that twice does no harm.
        """
        return [found.decode() for found in self._server.run(_CLAIM, KEYS, (now, lease_seconds, limit))]

    def renew(self, job_id: str, until: int) -> None:
        """The claimed job is still being done: its lease lasts until then. One that is no longer leased stays so."""
        self._server.call("ZADD", LEASED, "XX", "GT", until, job_id)

    def done(self, job_id: str) -> None:
        """The claimed job is finished. One queued anew under the same id meanwhile stays."""
        self._server.run(_DONE, KEYS, (job_id,))

    def put_off(self, job_id: str, not_before: int) -> None:
        """The claimed job waits again; its tries are kept. One queued anew meanwhile keeps the earlier time."""
        self._server.run(_PUT_OFF, KEYS, (job_id, not_before))

    def tries(self, job_id: str) -> int:
        """How often the job was claimed since it was queued, the running claim included."""
        return int(self._server.call("HGET", TRIES, job_id) or 0)

    def waiting(self) -> int:
        """How many jobs there are, those being done included."""
        waiting, leased = self._server.batch([("ZCARD", DUE), ("ZCARD", LEASED)])
        return int(waiting) + int(leased)
