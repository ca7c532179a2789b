"""Tokens: small encrypted values with an expiry, whose only key a browser holds. Used for sessions and joinings.

Only the hash of the key is stored, so that reading Redis is not enough to take over a session.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from bot.crypto import Ring
from bot.store.connection import Server


class Tickets:
    """Tokens of one kind. Every method may raise StoreGone."""

    def __init__(self, server: Server, ring: Ring, kind: str) -> None:
        self._server, self._ring, self._kind = server, ring, kind

    def put(self, key: str, value: dict[str, Any], seconds: int) -> None:
        """Store a new token for `seconds`."""
        place = self._place(key)
        self._server.call("SET", place, self._sealed(value, place), "EX", max(seconds, 1))

    def renew(self, key: str, value: dict[str, Any]) -> None:
        """Replace the value of a token. One that was dropped in the meantime stays dropped."""
        place = self._place(key)
        self._server.call("SET", place, self._sealed(value, place), "XX", "KEEPTTL")

    def get(self, key: str) -> dict[str, Any] | None:
        """Return the value, or None if there is none (any more). Raise SealBroken."""
        return self._opened(key, "GET")

    def take(self, key: str) -> dict[str, Any] | None:
        """Return the value and delete it: of two concurrent calls only one gets it. Raise SealBroken."""
        return self._opened(key, "GETDEL")

    def drop(self, key: str) -> None:
        """Delete the token."""
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
