"""Drafts in Redis: what a colleague has half written on a case's page. Each is sealed like the words of its case.

A draft belongs to one case and one colleague. It is erased with the words of the case, when the case ends, and
`DRAFT_SECONDS` after the last change. Who wrote when stands beside the drafts, without a word of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.casework.cases import Case
from bot.crypto import HEAD_BYTES, KeyRing, decrypt_with, encrypt_with
from bot.errors import Conflict, DecryptionError
from bot.store.codec import open_record, pack, report_damaged
from bot.store.connection import Query, RedisServer, Script
from bot.store.news import Kind, told

DRAFT_SECONDS = 10 * 3600
"""How long a draft is kept after its last change: as long as a sign-in lasts at most."""

MOST_TRIES = 20

_SAVE = Script(f"""
if redis.call('GETRANGE', KEYS[1], 0, 12) ~= ARGV[1] or redis.call('GETRANGE', KEYS[2], 0, 12) ~= ARGV[2] then
    return 0
end
if ARGV[3] == '' then
    redis.call('DEL', KEYS[2])
    redis.call('HDEL', KEYS[3], ARGV[4])
    {told(Kind.CASE, "ARGV[7]")}
    return 1
end
redis.call('SET', KEYS[2], ARGV[3], 'EX', ARGV[6])
redis.call('HSET', KEYS[3], ARGV[4], ARGV[5])
redis.call('EXPIRE', KEYS[3], ARGV[6])
{told(Kind.CASE, "ARGV[7]")}
return 1
""")

Words = Mapping[str, str]
"""What stands in the boxes of a page, by the name of each box."""


def writers_place(code: str) -> str:
    """Return the key that says who has a draft in a case, and when each last changed it."""
    return f"case:{code}:w"


def place(code: str, staff: str) -> str:
    """Return the key of one colleague's draft. `commit.lua` and `cases` erase it by this name."""
    return f"case:{code}:d:{staff}"


class Drafts:
    """Drafts of all cases. Every method may raise StoreUnavailable. Permissions are not checked here."""

    def __init__(self, server: RedisServer, ring: KeyRing) -> None:
        self._server, self._ring = server, ring

    def get(self, case: Case, staff: str) -> Words:
        """Return this colleague's draft; empty if there is none, or if it does not open."""
        blob = self._server.call("GET", place(case.code, staff))
        try:
            return self._open(case, staff, blob)
        except DecryptionError:
            report_damaged("draft")
            return {}

    def change(self, code: str, staff: str, changes: Words, now: int) -> bool:
        """Put `changes` into the draft; an empty value removes its box. Return False if nothing may be kept.

        Nothing is kept of a case that has ended or whose words were erased. The check and the write are atomic. Raise
        Conflict after many conflicts.
        """
        case_key, key = f"case:{code}", place(code, staff)
        for _ in range(MOST_TRIES):
            kept, blob = self._server.call("MGET", case_key, key)
            case = self._case(case_key, kept)
            if case is None or not case.is_open or case.secret == "":
                return False
            try:
                old = self._open(case, staff, blob)
            except DecryptionError:
                old = {}  # nobody can read it any more
            words = {name: text for name, text in (dict(old) | dict(changes)).items() if text}
            heads = (kept[:HEAD_BYTES], blob[:HEAD_BYTES] if blob else b"")
            sealed = self._seal(case, words, key) if words else b""
            keys = (case_key, key, writers_place(code))
            if self._server.run(_SAVE, keys, (*heads, sealed, staff, now, DRAFT_SECONDS, code)):
                return True
        raise Conflict("the case or the draft was changed by others again and again")

    def writers_query(self, code: str) -> Query[dict[str, int]]:
        """Query who has a draft in a case, by staff id, with the time of the last change (epoch seconds)."""

        def decode(found: list[Any]) -> dict[str, int]:
            (flat,) = found
            return {who.decode(): int(at) for who, at in zip(flat[::2], flat[1::2], strict=True)}

        return Query([("HGETALL", writers_place(code))], decode)

    def _case(self, key: str, blob: bytes | None) -> Case | None:
        return open_record(lambda: self._ring.decrypt(blob, key), Case.load) if blob else None

    def _seal(self, case: Case, words: Words, key: str) -> bytes:
        packed = pack(words)
        return encrypt_with(case.secret, packed, key) if case.secret else self._ring.encrypt(packed, key)

    def _open(self, case: Case, staff: str, blob: bytes | None) -> Words:
        """Open a draft in its stored form. Raise DecryptionError."""
        key = place(case.code, staff)
        if blob is None:
            return {}
        if case.secret is None:  # an older release saved the case
            return open_record(lambda: self._ring.decrypt(blob, key), dict)
        secret = case.secret
        return open_record(lambda: decrypt_with(secret, blob, key), dict)
