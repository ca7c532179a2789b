"""Tokens: small encrypted values with an expiry, whose only key a browser holds. Used for sessions and joinings.

Only the hash of the key is stored, so that reading Redis is not enough to take over a session.
"""

from __future__ import annotations

import json
from hashlib import sha256
from operator import itemgetter
from typing import Any

from bot.crypto import KeyRing
from bot.store.connection import Query, RedisServer, Script

_SWAP = Script("""
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
    return 0
end
redis.call('SET', KEYS[1], ARGV[2], 'KEEPTTL')
return 1
""")


class Tokens:
    """Tokens of one kind. Every method may raise StoreUnavailable."""

    def __init__(self, server: RedisServer, ring: KeyRing, kind: str) -> None:
        self._server, self._ring, self._kind = server, ring, kind

    def put(self, key: str, value: dict[str, Any], seconds: int) -> bytes:
        """Store a new token for `seconds`. Return its stored form."""
        place = self.place(key)
        blob = self._sealed(value, place)
        self._server.call("SET", place, blob, "EX", max(seconds, 1))
        return blob

    def swap(self, key: str, blob: bytes, value: dict[str, Any]) -> bytes | None:
        """Replace the value of a token that is still stored as `blob`.

        Return its new stored form, or None if it was changed or dropped in the meantime.
        """
        place = self.place(key)
        fresh = self._sealed(value, place)
        return fresh if self._server.run(_SWAP, (place,), (blob, fresh)) else None

    def get(self, key: str) -> dict[str, Any] | None:
        """Return the value, or None if there is none (any more). Raise DecryptionError."""
        return self.open(key, self.sealed(key))

    def sealed(self, key: str) -> bytes | None:
        """Return the stored form of a ticket, for `open` and `swap`."""
        found: bytes | None = self._server.call("GET", self.place(key))
        return found

    def sealed_query(self, key: str) -> Query[bytes | None]:
        """Query a ticket in its stored form, for `open`."""
        return Query([("GET", self.place(key))], itemgetter(0))

    def open(self, key: str, blob: bytes | None) -> dict[str, Any] | None:
        """Open a ticket in its stored form. Raises DecryptionError."""
        if blob is None:
            return None
        found: dict[str, Any] = json.loads(self._ring.decrypt(blob, self.place(key)))
        return found

    def take(self, key: str) -> dict[str, Any] | None:
        """Return the value and delete it: of two concurrent calls only one gets it. Raise DecryptionError."""
        return self.open(key, self._server.call("GETDEL", self.place(key)))

    def drop(self, key: str) -> None:
        """Delete the token."""
        self._server.call("DEL", self.place(key))

    def place(self, key: str) -> str:
        """Return the key of a ticket in Redis, which may be read along with other keys."""
        return f"{{staff}}:{self._kind}:{sha256(key.encode()).hexdigest()}"

    def _sealed(self, value: dict[str, Any], place: str) -> bytes:
        return self._ring.encrypt(json.dumps(value).encode(), place)
