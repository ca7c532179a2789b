"""Cases in Redis: each encrypted under its code, its thread, the set of open cases, and a change counter for the board.

The words of a thread are sealed by a key of their own, which stands in the case: ending the case for good by FORGET or
TAKE BACK destroys it. Facts of the timeline hold no words and are sealed by the key ring, as is the case.

A case is written by the person's own commit, so that case, session and consent change together. This module only adds
staff notes and timeline entries, and ends cases whose person is no longer stored. A case and its thread expire
together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from bot.casework.cases import ERASED, Case, Kind, Line
from bot.crypto import KeyRing, decrypt_with, encrypt_with, new_secret
from bot.errors import DecryptionError
from bot.store.codec import open_record, pack, report_damaged
from bot.store.connection import Query, RedisServer, Script
from bot.store.drafts import Drafts, writers_place
from bot.store.erasure import ERASED_AT
from bot.store.news import Kind as NewsKind
from bot.store.news import News, told

OPEN, CHANGES = "cases:open", "cases:changes"
KEYS = (OPEN, CHANGES)
ONCE_SECONDS = 3 * 86_400

_ADD_ONCE = Script(f"""
if redis.call('EXISTS', KEYS[1]) == 0 or not redis.call('SET', KEYS[4], '1', 'NX', 'EX', ARGV[2]) then
    return 0
end
redis.call('RPUSH', KEYS[2], ARGV[1])
{told(NewsKind.TALKS, "ARGV[3]")}
return redis.call('INCR', KEYS[3])
""")

_NOTE = Script(f"""
if redis.call('EXISTS', KEYS[1]) == 1 then
    redis.call('RPUSH', KEYS[2], ARGV[1])
    redis.call('INCR', KEYS[3])
    {told(NewsKind.TALKS, "ARGV[2]")}
end
return 1
""")

_END = Script(f"""
if redis.call('SREM', KEYS[1], ARGV[1]) == 0 then
    return 0
end
redis.call('SET', KEYS[3], ARGV[2], 'XX', 'EX', ARGV[3])
redis.call('EXPIRE', KEYS[4], ARGV[3])
if ARGV[4] ~= '' then
    redis.call('DEL', KEYS[5])
    redis.call('SET', KEYS[6], ARGV[4])
end
if ARGV[5] == '1' then
    redis.call('DEL', KEYS[4])
end
for _, id in ipairs(redis.call('HKEYS', KEYS[7])) do
    redis.call('DEL', KEYS[3] .. ':d:' .. id)
end
redis.call('DEL', KEYS[7])
{told(NewsKind.QUEUE, "ARGV[1]")}
return redis.call('INCR', KEYS[2])
""")

_SWEEP = Script("""
local gone = 0
for i = 2, #KEYS do
    if redis.call('EXISTS', KEYS[i]) == 0 then
        gone = gone + redis.call('SREM', KEYS[1], ARGV[i - 1])
    end
end
return gone
""")


def place(code: str) -> str:
    """Return the key of a case."""
    return f"case:{code}"


def thread_place(code: str) -> str:
    """Return the key of a case's thread."""
    return f"case:{code}:l"


class Listing(NamedTuple):
    """Open cases in the order of the board, and the codes of those that cannot be opened."""

    cases: list[Case]
    damaged: tuple[str, ...]


UNREADABLE = Line(Kind.NOTE, "", 0)
"""Stands in a thread for an entry that cannot be opened, so that the others keep their places."""


class Cases:
    """Reader of cases. Every method may raise StoreUnavailable.

    `drafts` is what colleagues have half written, `news` tells what changes.
    """

    def __init__(self, server: RedisServer, ring: KeyRing, kept_seconds: int) -> None:
        self._server, self._ring, self._kept_seconds = server, ring, kept_seconds
        self.drafts, self.news = Drafts(server, ring), News(server)

    def get(self, code: str) -> Case | None:
        """Return the case with this code, or None."""
        return self._server.fetch(self.get_query(code))

    def get_query(self, code: str) -> Query[Case | None]:
        """Query the case of this code."""
        return Query([("GET", place(code))], lambda found: self._case(code, found[0]) if found[0] else None)

    def open(self) -> list[Case]:
        """List the waiting and held cases: urgent first, then the longest waiting. Skip those that do not open."""
        return self.listing().cases

    def listing(self) -> Listing:
        """List the open cases as `open` does, and the codes of those that do not open."""
        _, codes = self._server.fetch(self.board_query())
        return self._server.fetch(self.listed_query(codes))

    def board_query(self) -> Query[tuple[int, list[str]]]:
        """Query the number of changes, as `changes` returns it, and the codes of the open cases."""
        return Query(
            [("GET", CHANGES), ("SMEMBERS", OPEN)],
            lambda found: (int(found[0] or 0), [code.decode() for code in found[1]]),
        )

    def listed_query(self, codes: Sequence[str]) -> Query[Listing]:
        """Query the cases of these codes, those that are kept, in the order of `open`."""

        def decode(answers: list[Any]) -> Listing:
            found: list[Case] = []
            damaged: list[str] = []
            for code, blob in zip(codes, answers[0] if codes else (), strict=True):
                try:
                    found += [self._case(code, blob)] if blob else []
                except DecryptionError:
                    damaged.append(code)
            if damaged:
                report_damaged("case", len(damaged))
            ordered = sorted(found, key=lambda case: (not case.urgent, case.waiting_since or case.opened_at))
            return Listing(ordered, tuple(sorted(damaged)))

        return Query([("MGET", *map(place, codes))] if codes else [], decode)

    def thread(self, code: str) -> list[Line]:
        """List all entries of a case's thread, the oldest first."""
        return self._server.fetch(self.thread_query(code))

    def thread_query(self, code: str) -> Query[list[Line]]:
        """Query every line of a case, as `thread` returns them."""
        key = thread_place(code)
        return Query(
            [("GET", place(code)), ("LRANGE", key, 0, -1)],
            lambda found: [self._line(blob, key, self._secret(code, found[0])) for blob in found[1]],
        )

    def unread_query(self, case: Case, read: int) -> Query[int]:
        """Query how many texts by the person or their contact follow the first `read` entries of the thread."""
        key = thread_place(case.code)

        def decode(found: list[Any]) -> int:
            lines = (self._line(blob, key, case.secret or "") for blob in found[0])
            return sum(line.kind in (Kind.PERSON, Kind.CONTACT) for line in lines)

        return Query([("LRANGE", key, read, -1)], decode)

    def line(self, code: str, index: int) -> Line | None:
        """Return one entry by its index, 0 for the oldest, or None."""
        key = thread_place(code)
        case, blob = self._server.batch([("GET", place(code)), ("LINDEX", key, index)])
        return self._line(blob, key, self._secret(code, case)) if blob else None

    def add_note(self, code: str, line: Line) -> None:
        """Append an entry for staff only. Does nothing if the case no longer exists."""
        case = self.get(code)
        for sealed in self.sealed_lines(code, (line,), case) if case else ():
            self._server.run(_NOTE, (place(code), thread_place(code), CHANGES), (sealed, code))

    def sealed_lines(self, code: str, lines: Sequence[Line], case: Case | None) -> Iterator[bytes]:
        """Seal new entries for the thread of a case; none without a code, and no words of an erased case.

        `case` is that case; None if only facts are to be sealed.
        """
        key = thread_place(code)
        for line in lines if code else ():
            secret = case.secret if case else None
            if line.kind is Kind.EVENT or secret is None:
                yield self._ring.encrypt(pack(line.dump()), key)
            elif secret:
                yield encrypt_with(secret, pack(line.dump()), key)

    def end(self, case: Case) -> bool:
        """Store an open case as ended, with the expiry of ended cases. Return False if it was already ended.

        Use it only if the person is no longer stored: otherwise the person's own commit ends the case.
        """
        key = place(case.code)
        sealed = self._ring.encrypt(pack(case.dump()), key)
        work, writers = f"work:{case.code}", writers_place(case.code)
        keys = (OPEN, CHANGES, key, thread_place(case.code), work, ERASED_AT, writers)
        erased = str(case.ended_at) if case.status in ERASED else ""
        old_thread = int(bool(erased) and case.secret is None)
        return bool(self._server.run(_END, keys, (case.code, sealed, self._kept_seconds, erased, old_thread)))

    def sweep(self) -> int:
        """Remove the codes of cases that no longer exist from the open set, and return their number."""
        codes = [code.decode() for code in self._server.call("SMEMBERS", OPEN)]
        return int(self._server.run(_SWEEP, (OPEN, *map(place, codes)), codes))

    def add_fact(self, code: str, line: Line, once: str) -> None:
        """Append a timeline entry, once for each `once`. Does nothing if the case no longer exists."""
        key = thread_place(code)
        sealed = self._ring.encrypt(pack(line.dump()), key)
        keys = (place(code), key, CHANGES, f"case:{code}:once:{once}")
        self._server.run(_ADD_ONCE, keys, (sealed, ONCE_SECONDS, code))

    def changes(self) -> int:
        """Return the change counter of all cases. The board polls it before it asks for more."""
        return int(self._server.call("GET", CHANGES) or 0)

    def _case(self, code: str, blob: bytes) -> Case:
        """Open a case. Raise DecryptionError."""
        key = place(code)
        return open_record(lambda: self._ring.decrypt(blob, key), Case.load)

    def _secret(self, code: str, blob: bytes | None) -> str:
        try:
            return (self._case(code, blob).secret or "") if blob else ""
        except DecryptionError:
            return ""

    def _line(self, blob: bytes, key: str, secret: str) -> Line:
        try:
            return open_line(self._ring, blob, key, secret)
        except DecryptionError:
            return UNREADABLE


def with_secret(case: Case) -> Case:
    """Return a new case with a key of its own."""
    return case if case.secret else replace(case, secret=new_secret())


def open_line(ring: KeyRing, blob: bytes, key: str, secret: str) -> Line:
    """Open an entry by the secret of its case, else by the key ring. Raise DecryptionError."""

    def decrypt() -> bytes:
        try:
            return decrypt_with(secret, blob, key)
        except DecryptionError:
            return ring.decrypt(blob, key)

    return open_record(decrypt, Line.load)
