"""Editions of the messages, kept for good, and the one draft that all editors share. No personal data.

The content of an edition or of a draft entry is opaque to this module.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.errors import Conflict
from bot.store.connection import RedisServer, Script

POINTER = "words:at"
"""Key of the number of the published edition. Every turn reads it together with the session."""

DRAFT = "words:draft"

TRANSCRIPTS = "words:transcripts"
"""Key of editors' transcripts by name: invented conversations to try messages on."""

_PUBLISH = Script("""
if tonumber(redis.call('GET', KEYS[1]) or 0) ~= tonumber(ARGV[1]) then
    return 0
end
for at = 3, #ARGV, 2 do
    if redis.call('HGET', KEYS[3], ARGV[at]) ~= ARGV[at + 1] then
        return 0
    end
end
redis.call('SET', KEYS[2], ARGV[2])
for at = 3, #ARGV, 2 do
    redis.call('HDEL', KEYS[3], ARGV[at])
end
return redis.call('INCR', KEYS[1])
""")

_PUT = Script("""
for at = 1, #ARGV, 3 do
    if (redis.call('HGET', KEYS[1], ARGV[at]) or '') ~= ARGV[at + 1] then
        return 0
    end
end
for at = 1, #ARGV, 3 do
    if ARGV[at + 2] == '' then
        redis.call('HDEL', KEYS[1], ARGV[at])
    else
        redis.call('HSET', KEYS[1], ARGV[at], ARGV[at + 2])
    end
end
return 1
""")

Changes = Mapping[str, tuple[bytes, bytes]]
"""For each entry name, its old and its new value (b"" for none)."""


class ContentStore:
    """Editions, numbered from 1, and the draft; 0 is what ships. Methods may raise StoreUnavailable."""

    def __init__(self, server: RedisServer) -> None:
        self._server = server

    def newest(self) -> int:
        """Return the number of the published edition."""
        return int(self._server.call("GET", POINTER) or 0)

    def edition(self, number: int) -> bytes | None:
        """Return one edition, or None if there is none of that number."""
        found: bytes | None = self._server.call("GET", _place(number))
        return found

    def now(self, guess: int = 0) -> tuple[int, bytes | None, dict[str, bytes]]:
        """Return the number of the edition in use, that edition, and the draft, all of the same moment.

        The edition is None for number 0, and when it is missing. One round trip when `guess` is that number, else two.
        """
        while True:
            reads = (("GET", POINTER), ("GET", _place(guess)), ("HGETALL", DRAFT))
            pointer, edition, flat = self._server.batch([("MULTI",), *reads, ("EXEC",)])[-1]
            number = int(pointer or 0)
            if number == guess:
                return number, edition, _by_name(flat)
            guess = number

    def editions(self, numbers: range) -> list[bytes]:
        """Return several editions, without missing ones."""
        found = self._server.call("MGET", *map(_place, numbers)) if numbers else []
        return [one for one in found if one is not None]

    def publish(self, after: int, edition: bytes, entries: Mapping[str, bytes]) -> int:
        """Publish an edition after the one numbered `after`, and return its number.

        `entries` are the draft entries it contains; they leave the draft in the same atomic step. Raise Conflict if
        someone has published, or changed one of the entries, in the meantime.
        """
        taken = [part for pair in entries.items() for part in pair]
        number = self._server.run(_PUBLISH, (POINTER, _place(after + 1), DRAFT), (after, edition, *taken))
        if not number:
            raise Conflict("somebody has published or changed the draft meanwhile")
        return int(number)

    def draft(self) -> dict[str, bytes]:
        """Return every draft entry by its name."""
        return _by_name(self._server.call("HGETALL", DRAFT))

    def put_draft(self, changes: Changes) -> None:
        """Replace draft entries. Raise Conflict, and replace none, if one has changed since it was read."""
        self._put(DRAFT, changes)

    def transcripts(self) -> dict[str, bytes]:
        """Return every transcript of the editors by its name."""
        return _by_name(self._server.call("HGETALL", TRANSCRIPTS))

    def put_transcript(self, name: str, before: bytes, after: bytes) -> None:
        """Replace a transcript (b"" for none). Raise Conflict if it has changed since it was read."""
        self._put(TRANSCRIPTS, {name: (before, after)})

    def _put(self, key: str, changes: Changes) -> None:
        flat = [part for name, change in changes.items() for part in (name, *change)]
        if not self._server.run(_PUT, (key,), flat):
            raise Conflict("it has changed since it was read")


def _by_name(flat: list[bytes]) -> dict[str, bytes]:
    return {name.decode(): value for name, value in zip(flat[::2], flat[1::2], strict=True)}


def _place(number: int) -> str:
    return f"words:edition:{number}"
