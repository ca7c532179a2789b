"""How far each colleague has read the threads of their cases: a number of entries by case code, and no words."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from bot.store.connection import Query, RedisServer, Script
from bot.store.news import Kind, told

KEPT_SECONDS = 30 * 86_400

_MARK = Script(f"""
if tonumber(redis.call('HGET', KEYS[1], ARGV[1]) or -1) < tonumber(ARGV[2]) then
    redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
    {told(Kind.READ, "ARGV[1]")}
end
return redis.call('EXPIRE', KEYS[1], ARGV[3])
""")


class Reads:
    """Marks of all colleagues. Every method may raise StoreUnavailable."""

    def __init__(self, server: RedisServer) -> None:
        self._server = server

    def mark(self, staff: str, code: str, entries: int) -> None:
        """Note that a colleague has read the first `entries` of a case's thread. A smaller number changes nothing."""
        self._server.run(_MARK, (_place(staff),), (code, entries, KEPT_SECONDS))

    def drop(self, staff: str, codes: Collection[str]) -> None:
        """Forget the marks of these cases."""
        if codes:
            self._server.call("HDEL", _place(staff), *codes)

    def query(self, staff: str) -> Query[dict[str, int]]:
        """Query how many entries of each case a colleague has read, by code."""

        def decode(found: list[Any]) -> dict[str, int]:
            (flat,) = found
            return {code.decode(): int(entries) for code, entries in zip(flat[::2], flat[1::2], strict=True)}

        return Query([("HGETALL", _place(staff))], decode)


def _place(staff: str) -> str:
    return f"{{staff}}:read:{staff}"
