"""Disclosures in Redis: encrypted, with their expiry as score.

Records are only added, and deleted when they expire. Nothing here changes one or deletes one sooner. The signature of a
mandated report is a record of its own, kept as long as the version that it is of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from functools import partial

from bot.casework import mandated
from bot.casework.cases import Kind, Line
from bot.casework.disclosures import KEPT_SECONDS, RECORDED, Disclosure
from bot.casework.mandated import MandatedReport, Signature
from bot.crypto import KeyRing
from bot.errors import DecryptionError
from bot.store import cases
from bot.store.codec import open_record, opened, pack, report_damaged
from bot.store.connection import Query, RedisServer, Script
from bot.store.news import Kind as NewsKind
from bot.store.news import told

ALL, ONCE, SIGNED = "disclosures", "disclosure:", ":signed"
UNSIGNED = "disclosures:unsigned"
"""Hash: the id of each report that waits for a lead, and the id of its last version."""

ONCE_SECONDS = 86_400

_ADD = Script(f"""
local all, once, case, thread, changes = unpack(KEYS)
if not redis.call('SET', once, '1', 'NX', 'EX', ARGV[1]) then
    return 0
end
redis.call('ZADD', all, ARGV[2], ARGV[3])
if redis.call('EXISTS', case) == 1 then
    redis.call('RPUSH', thread, ARGV[4])
    redis.call('INCR', changes)
    {told(NewsKind.TALKS, "ARGV[5]")}
end
return 1
""")


_ADD_REPORT = Script("""
local all, once, unsigned = unpack(KEYS)
if not redis.call('SET', once, '1', 'NX', 'EX', ARGV[1]) then
    return 0
end
redis.call('ZADD', all, ARGV[2], ARGV[3])
redis.call('HSET', unsigned, ARGV[4], ARGV[5])
return 1
""")

_SIGN = Script("""
local unsigned, signed = unpack(KEYS)
if redis.call('HGET', unsigned, ARGV[1]) ~= ARGV[2] then
    return 0
end
redis.call('HDEL', unsigned, ARGV[1])
redis.call('SET', signed, ARGV[3], 'EX', ARGV[4])
return 1
""")


class Disclosures:
    """Records of disclosures. Every method may raise StoreUnavailable."""

    def __init__(self, server: RedisServer, ring: KeyRing) -> None:
        self._server, self._ring = server, ring

    def add(self, record: Disclosure) -> bool:
        """Store a record, and a timeline entry in its case that says only that there was one.

        A mandated report leaves no entry: colleagues who see the case are not to know of it. Return False and write
        nothing if a record with this id was added within a day.
        """
        if record.report:
            return self._add_report(record, record.report.of)
        place, thread = cases.place(record.case), cases.thread_place(record.case)
        line = self._ring.encrypt(pack(Line(Kind.EVENT, RECORDED, record.at).dump()), thread)
        sealed = self._ring.encrypt(pack(record.dump()), ALL)
        keys = (ALL, ONCE + record.id, place, thread, cases.CHANGES)
        return bool(self._server.run(_ADD, keys, (ONCE_SECONDS, record.at + KEPT_SECONDS, sealed, line, record.case)))

    def _add_report(self, record: Disclosure, report: str) -> bool:
        sealed = self._ring.encrypt(pack(record.dump()), ALL)
        rest = (ONCE_SECONDS, record.at + KEPT_SECONDS, sealed, report, record.id)
        return bool(self._server.run(_ADD_REPORT, (ALL, ONCE + record.id, UNSIGNED), rest))

    def sign(self, report: MandatedReport, version: str, signature: Signature) -> bool:
        """Store the signature of a version. Return False if it has one, or is not the last version any more."""
        record = next((one for one in report.versions if one.id == version), None)
        if record is None:
            return False
        place = signature_place(version)
        sealed = self._ring.encrypt(pack(asdict(signature)), place)
        left = max(record.at + KEPT_SECONDS - signature.at, 1)
        return bool(self._server.run(_SIGN, (UNSIGNED, place), (report.id, version, sealed, left)))

    def reports(self, now: int) -> list[MandatedReport]:
        """List the mandated reports that have not expired at `now` (epoch seconds), the last changed first."""
        found = [record for record in self.all(now) if record.report]
        return mandated.group(found, self._signatures([record.id for record in found]))

    def _signatures(self, versions: Sequence[str]) -> dict[str, Signature]:
        blobs = self._server.call("MGET", *map(signature_place, versions)) if versions else ()
        found = {}
        for version, blob in zip(versions, blobs, strict=True):
            try:
                if blob:
                    found[version] = self._open_signature(blob, signature_place(version))
            except DecryptionError:
                report_damaged("signature of a report")
        return found

    def _open_signature(self, blob: bytes, place: str) -> Signature:
        return open_record(lambda: self._ring.decrypt(blob, place), Signature.load)

    def unsigned_query(self) -> Query[int]:
        """Query how many mandated reports wait for a lead."""
        return Query([("HLEN", UNSIGNED)], lambda found: int(found[0]))

    def all(self, now: int) -> list[Disclosure]:
        """List the records that have not expired at `now` (epoch seconds), the last recorded first.

        Skip those that do not open.
        """
        found = self._server.call("ZRANGEBYSCORE", ALL, f"({now}", "+inf")
        return list(opened("disclosure", [partial(self._open, blob) for blob in reversed(found)]))

    def _open(self, blob: bytes) -> Disclosure:
        return open_record(lambda: self._ring.decrypt(blob, ALL), Disclosure.load)

    def sweep(self, now: int) -> int:
        """Delete the records that have expired by `now` (epoch seconds), and return their number."""
        gone = int(self._server.call("ZREMRANGEBYSCORE", ALL, "-inf", now))
        if gone and (waiting := self._server.call("HKEYS", UNSIGNED)):
            kept = {report.id.encode() for report in self.reports(now)}
            if expired := [report for report in waiting if report not in kept]:
                self._server.call("HDEL", UNSIGNED, *expired)
        return gone


def signature_place(version: str) -> str:
    """Return the key of the signature of a version."""
    return f"{ONCE}{version}{SIGNED}"
