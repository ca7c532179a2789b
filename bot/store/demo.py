"""Storage of demo mode: encrypted threads of simulated phones, and the offset of the demo clock."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from bot.crypto import KeyRing
from bot.store.connection import RedisServer, Script

ALL, OF, CLOCK = "sim:all", "sim:of:", "sim:clock"
TEXTS_KEPT = 200
"""Number of texts kept per phone. All phones together keep five times as many."""

_REPLACE = Script("""
local at = redis.call('LPOS', KEYS[1], ARGV[1])
return at and redis.call('LSET', KEYS[1], at, ARGV[2]) and 1 or 0
""")

_HELD: ContextVar[list[int] | None] = ContextVar("demo_clock", default=None)
"""The offset of the operation that is under way, once it was read."""


class DemoStore:
    """Threads of simulated phones. An entry is any JSON object; `phone` is added to it. May raise StoreUnavailable."""

    def __init__(self, server: RedisServer, ring: KeyRing, person: Callable[[str], str]) -> None:
        self._server, self._ring, self._person = server, ring, person

    def add_text(self, phone: str, entry: dict[str, Any]) -> None:
        """Append an entry to the thread of `phone`. The oldest entries are dropped."""
        plain = json.dumps(entry | {"phone": phone}).encode()
        commands: list[tuple[str | int | bytes, ...]] = []
        for place, kept in ((OF + self._person(phone), TEXTS_KEPT), (ALL, TEXTS_KEPT * 5)):
            commands += [("RPUSH", place, self._ring.encrypt(plain, place)), ("LTRIM", place, -kept, -1)]
        self._server.batch([("MULTI",), *commands, ("EXEC",)])

    def texts(self, phone: str) -> list[dict[str, Any]]:
        """List the thread of `phone`, the oldest entry first."""
        return self._open_all(OF + self._person(phone))

    def all_texts(self) -> list[dict[str, Any]]:
        """List the entries of all phones, the oldest first."""
        return self._open_all(ALL)

    def erase_at_provider(self, sid: str, **changes: Any) -> bool:
        """Change the entry of `sid` in the provider's records. The phone keeps its own. False if there is none."""
        for blob in self._server.call("LRANGE", ALL, 0, -1):
            entry = json.loads(self._ring.decrypt(blob, ALL))
            if entry["sid"] == sid:
                changed = json.dumps(entry | changes).encode()
                return bool(self._server.run(_REPLACE, (ALL,), (blob, self._ring.encrypt(changed, ALL))))
        return False

    def clear(self) -> None:
        """Delete all threads and reset the clock."""
        self._hold(0)
        cursor, doomed = 0, [ALL.encode(), CLOCK.encode()]
        while True:
            found, names = self._server.call("SCAN", cursor, "MATCH", OF + "*", "COUNT", 500)
            doomed += names
            cursor = int(found)
            if not cursor:
                break
        self._server.call("DEL", *doomed)

    def shift_clock(self, seconds: int) -> int:
        """Move the demo clock forward, and return its total lead in seconds."""
        return self._hold(int(self._server.call("INCRBY", CLOCK, seconds)))

    def clock_offset(self) -> int:
        """Return the demo clock's lead in seconds."""
        held = _HELD.get()
        return held[0] if held else self._hold(int(self._server.call("GET", CLOCK) or 0))

    @contextmanager
    def clock_held(self) -> Iterator[None]:
        """Read the clock's offset at most once during one operation of this thread, such as a web request."""
        token = _HELD.set([])
        try:
            yield
        finally:
            _HELD.reset(token)

    def _hold(self, offset: int) -> int:
        held = _HELD.get()
        if held is not None:
            held[:] = [offset]
        return offset

    def _open_all(self, place: str) -> list[dict[str, Any]]:
        return [json.loads(self._ring.decrypt(blob, place)) for blob in self._server.call("LRANGE", place, 0, -1)]
