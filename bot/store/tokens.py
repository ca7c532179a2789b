"""Small sealed things that a browser holds the only key to, for a time: sessions, and joinings under way.

The key itself is never stored, only its hash: who reads Redis cannot take a session over.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from bot.crypto import Ring
from bot.store.connection import Server


class Tickets:
    """Tickets of one kind. Every call may raise StoreGone."""

    def __init__(self, server: Server, ring: Ring, kind: str) -> None:
        self._server, self._ring, self._kind = server, ring, kind

    def put(self, key: str, value: dict[str, Any], seconds: int) -> None:
        """Keep a new ticket for so many seconds."""
        place = self._place(key)
        self._server.call("SET", place, self._sealed(value, place), "EX", max(seconds, 1))

    def renew(self, key: str, value: dict[str, Any]) -> None:
        """Replace a ticket, if it is still there: one that was dropped meanwhile does not come back."""
        place = self._place(key)
        self._server.call("SET", place, self._sealed(value, place), "XX", "KEEPTTL")

    def get(self, key: str) -> dict[str, Any] | None:
        """The ticket, or None when there is none (any more). Raises SealBroken."""
        return self._opened(key, "GET")

    def take(self, key: str) -> dict[str, Any] | None:
        """The ticket, which is gone with this: of two who ask at once, one gets it. Raises SealBroken."""
        return self._opened(key, "GETDEL")

    def drop(self, key: str) -> None:
        """Forget it."""
        self._server.call("DEL", self._place(key))

    def _opened(self, key: str, command: str) -> dict[str, Any] | None:
        place = self._place(key)
        blob = self._server.call(command, place)
        if blob is None:
            return None
        found: dict[str, Any] = json.loads(self._ring.open(blob, place))
        return found

    def _place(self, key: str) -> str:
        return f"{{staff}}:{self._kind}:{sha256(key.encode()).hexdigest()}"

    def _sealed(self, value: dict[str, Any], place: str) -> bytes:
        return self._ring.seal(json.dumps(value).encode(), place)
