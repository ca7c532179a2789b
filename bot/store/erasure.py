"""What was erased leaves the disk too: Redis rewrites its append-only file soon after an erasure.

Until then the file holds what was erased, sealed by keys that stand in it or in the settings.
"""

from __future__ import annotations

from bot.store.connection import RedisServer, Script

ERASED_AT = "erased"
"""Key that holds when something was last erased (epoch seconds), until the file is rewritten without it."""

_REWRITTEN = Script("return redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('DEL', KEYS[1]) or 0")


class Erasure:
    """Rewriting after an erasure. Every method may raise StoreUnavailable."""

    def __init__(self, server: RedisServer) -> None:
        self._server = server

    def note(self, now: int) -> None:
        """Note that something was erased, or has expired, by `now` (epoch seconds)."""
        self._server.call("SET", ERASED_AT, now)

    def at(self) -> float:
        """Return when something was last erased that the append-only file still holds (epoch seconds), or 0."""
        return float(self._server.call("GET", ERASED_AT) or 0)

    def rewrite(self) -> bool:
        """Have Redis rewrite the file if something was erased since. Return False if that is still due."""
        at = self._server.call("GET", ERASED_AT)
        if at and not self._server.rewrite_log():
            return False
        if at:
            self._server.run(_REWRITTEN, (ERASED_AT,), (at,))
        return True
