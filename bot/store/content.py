"""Editions of the words, each kept whole for good, and the one draft that all editors share. Nothing of any person.

What an edition or a draft's entry holds is opaque here.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.errors import LostRace
from bot.store.connection import Script, Server

POINTER = "words:at"
"""The number of the edition in use. Every turn reads it along with the session."""

DRAFT = "words:draft"

TRANSCRIPTS = "words:transcripts"
"""Conversations that editors made up to try words on, by name."""

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
"""By the names of entries: what each was, and what it shall be (b"": none)."""


class WordsStore:
    """Editions are numbered from 1; 0 stands for the words that ship. Every call may raise StoreGone."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def newest(self) -> int:
        """The number of the edition in use."""
        return int(self._server.call("GET", POINTER) or 0)

    def edition(self, number: int) -> bytes | None:
        """One edition, or None when there is none of that number."""
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
        """Several, those that there are."""
        found = self._server.call("MGET", *map(_place, numbers)) if numbers else []
        return [one for one in found if one is not None]

    def publish(self, after: int, edition: bytes, entries: Mapping[str, bytes]) -> int:
        """Put an edition in use after the one numbered `after`, and return its number.

        `entries` are the draft's that it takes up; they leave the draft in the same breath. Raises LostRace when
        somebody has published, or changed one of them, meanwhile.
        """
        taken = [part for pair in entries.items() for part in pair]
        number = self._server.run(_PUBLISH, (POINTER, _place(after + 1), DRAFT), (after, edition, *taken))
        if not number:
            raise LostRace("somebody has published or changed the draft meanwhile")
        return int(number)

    def draft(self) -> dict[str, bytes]:
        """Every entry of the draft, by its name."""
        return _by_name(self._server.call("HGETALL", DRAFT))

    def put_draft(self, changes: Changes) -> None:
        """Put these entries in place of what they were: all, or, where one has changed since, none and LostRace."""
        self._put(DRAFT, changes)

    def transcripts(self) -> dict[str, bytes]:
        """Every transcript that editors keep, by its name."""
        return _by_name(self._server.call("HGETALL", TRANSCRIPTS))

    def put_transcript(self, name: str, before: bytes, after: bytes) -> None:
        """Put one transcript in place of what it was (b"": none). Raises LostRace when it has changed since."""
        self._put(TRANSCRIPTS, {name: (before, after)})

    def _put(self, key: str, changes: Changes) -> None:
        flat = [part for name, change in changes.items() for part in (name, *change)]
        if not self._server.run(_PUT, (key,), flat):
            raise LostRace("it has changed since it was read")


def _by_name(flat: list[bytes]) -> dict[str, bytes]:
    return {name.decode(): value for name, value in zip(flat[::2], flat[1::2], strict=True)}


def _place(number: int) -> str:
    return f"words:edition:{number}"
