"""Rate limit for guessing secrets: it counts attempts and delays the next, by a minute at most. It never locks.

Attempted names are stored as keyed hashes only, and expire an hour after the last attempt.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from bot.crypto import lookup
from bot.store.connection import RedisServer, Script

LONGEST_WAIT_SECONDS = 60
KEPT_SECONDS = 3600

_BEGIN = Script("""
local now, longest, kept = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local wait = 0
for _, key in ipairs(KEYS) do
    local at = tonumber(redis.call('HGET', key, 'next') or '0')
    wait = math.max(wait, math.min(at - now, longest))
end
if wait > 0 then
    return {wait, 0}
end
local most = 0
for i, key in ipairs(KEYS) do
    local over = redis.call('HINCRBY', key, 'n', 1) - tonumber(ARGV[3 + i])
    most = math.max(most, over)
    if over > 0 then
        redis.call('HSET', key, 'next', now + math.min(2 ^ math.min(over, 10), longest))
    end
    redis.call('EXPIRE', key, kept)
end
return {0, most}
""")

_FORGIVE = Script("""
for i, key in ipairs(KEYS) do
    if redis.call('EXISTS', key) == 1 then
        redis.call('HSET', key, 'next', 0)
        if redis.call('HINCRBY', key, 'n', -tonumber(ARGV[i])) <= 0 then
            redis.call('DEL', key)
        end
    end
end
return 1
""")


class Attempt(NamedTuple):
    """Result of an attempt: `wait` seconds if it is refused, else 0 and the number of attempts over the free ones."""

    wait: int
    over: int


class RateLimit:
    """Attempt counters. Every method may raise StoreUnavailable."""

    def __init__(self, server: RedisServer, lookup_key: bytes) -> None:
        self._server, self._lookup_key = server, lookup_key

    def begin(self, free: Mapping[str, int], now: int) -> Attempt:
        """Count an attempt before it is checked, so that parallel attempts gain nothing.

        `free` holds the number of attempts without delay for each name. After those the next must wait 2 seconds, 4, 8
        and so on.
        """
        answer = self._server.run(_BEGIN, self._keys(free), (now, LONGEST_WAIT_SECONDS, KEPT_SECONDS, *free.values()))
        return Attempt(int(answer[0]), int(answer[1]))

    def forgive(self, counts: Mapping[str, int]) -> None:
        """Reduce the counts after a successful attempt, and allow the next at once."""
        self._server.run(_FORGIVE, self._keys(counts), tuple(counts.values()))

    def _keys(self, names: Mapping[str, int]) -> list[str]:
        return [f"{{staff}}:tries:{lookup(self._lookup_key, f'tries:{name}')}" for name in names]
