"""Check of all that is stored: which records open, and the Redis keys of those that do not. It changes nothing.

A key names a case by its code, a colleague by their id and a person by keyed hash. No value is reported.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from bot.casework.cases import Case
from bot.casework.consent import ConsentRecord
from bot.casework.disclosures import Disclosure
from bot.casework.mandated import Signature
from bot.casework.remembered import Remembered
from bot.casework.tasks import Work
from bot.crypto import KeyRing, decrypt_with
from bot.errors import DecryptionError
from bot.flows import serialization
from bot.staff.accounts import Staff
from bot.staff.rota import Duty
from bot.store import cases, disclosures, quick_replies, rota, staff
from bot.store import job_queue as due
from bot.store.codec import open_record
from bot.store.connection import RedisServer
from bot.store.jobs import UnreadableJob
from bot.store.jobs import load as load_job

SCAN_COUNT = 500


class Damaged(NamedTuple):
    """Record that does not open: its kind, and its key, with the index or field within it."""

    kind: str
    place: str


class CheckResult(NamedTuple):
    """How many records of each kind there are, and those that do not open."""

    counted: Counter[str]
    damaged: list[Damaged]


class _Record(NamedTuple):
    kind: str
    place: str
    load: Callable[[], object]


def check(server: RedisServer, ring: KeyRing) -> CheckResult:
    """Try to open every stored record. Raises StoreUnavailable."""
    return _Check(server, ring).run()


class _Check:
    def __init__(self, server: RedisServer, ring: KeyRing) -> None:
        self._server, self._ring = server, ring

    def run(self) -> CheckResult:
        result = CheckResult(Counter(), [])
        for key in self._keys():
            for record in self._records(key):
                result.counted[record.kind] += 1
                try:
                    record.load()
                except (DecryptionError, UnreadableJob):
                    result.damaged.append(Damaged(record.kind, record.place))
        return result

    def _keys(self) -> Iterator[str]:
        cursor, seen = b"0", set[str]()
        while True:
            cursor, found = self._server.call("SCAN", cursor, "COUNT", SCAN_COUNT)
            for key in {blob.decode("utf-8", "replace") for blob in found} - seen:
                seen.add(key)
                yield key
            if cursor == b"0":
                return

    def _records(self, key: str) -> Iterator[_Record]:
        """Yield the records under a key; nothing if the key holds none that this check knows."""
        if re.fullmatch(r"\{[0-9a-f]{32}\}:s", key):
            yield self._sealed("session", key, self._server.call("GET", key), _session)
        elif re.fullmatch(r"\{[0-9a-f]{32}\}:c", key):
            yield from self._list("consent record", key, ConsentRecord.load)
        elif re.fullmatch(r"\{[0-9a-f]{32}\}:e", key):
            yield self._sealed("record of earlier cases", key, self._server.call("GET", key), Remembered.load)
        elif re.fullmatch("case:[A-Z0-9]{4}", key):
            yield self._sealed("case", key, self._server.call("GET", key), Case.load)
        elif re.fullmatch("case:[A-Z0-9]{4}:(l|d:.+)", key):
            yield from self._thread(key) if key.endswith(":l") else self._draft(key)
        elif re.fullmatch("work:[A-Z0-9]{4}", key):
            yield self._sealed("record of tasks", key, self._server.call("GET", key), Work.load)
        elif key == disclosures.ALL or key.endswith(disclosures.SIGNED):
            yield from self._disclosures(key)
        elif key == staff.PEOPLE:
            yield from self._accounts()
        elif key in (rota.ROTA, quick_replies.QUICK_REPLIES):
            yield from self._of_team(key)
        elif key in (due.DUE, due.LEASED):
            for index, job in enumerate(self._server.call("ZRANGE", key, 0, -1)):
                yield _Record("job", f"{key} #{index}", lambda job=job: load_job(job.decode("utf-8", "replace")))  # type: ignore[misc]

    def _of_team(self, key: str) -> Iterator[_Record]:
        """Yield the on-call times, or the quick replies."""
        kind = "on-call time" if key == rota.ROTA else "quick reply"
        for name, kept in self._hash(key):
            if key == rota.ROTA:
                yield _Record(kind, f"{key} {name}", lambda kept=kept: _json(kept, Duty.load))  # type: ignore[misc]
            else:
                yield _Record(kind, f"{key} {name}", lambda kept=kept: quick_replies.entry(b"", kept))  # type: ignore[misc]

    def _disclosures(self, key: str) -> Iterator[_Record]:
        """Yield the disclosures, or the signature of one."""
        if key != disclosures.ALL:
            yield self._sealed("signature of a report", key, self._server.call("GET", key), Signature.load)
            return
        for index, blob in enumerate(self._server.call("ZRANGE", key, 0, -1)):
            yield self._sealed("disclosure", key, blob, Disclosure.load, f" #{index}")

    def _thread(self, key: str) -> Iterator[_Record]:
        """Yield the entries of a thread, without those whose key was destroyed on purpose."""
        place = key.removesuffix(":l")
        blob = self._server.call("GET", place)
        try:
            secret = open_record(lambda: self._ring.decrypt(blob, place), Case.load).secret if blob else None
        except DecryptionError:
            return  # the case itself is reported
        for index, line in enumerate(self._server.call("LRANGE", key, 0, -1) if secret != "" else ()):
            yield _Record(
                "entry of a thread", f"{key} #{index}",
                lambda line=line: cases.open_line(self._ring, line, key, secret or ""),  # type: ignore[misc]
            )  # fmt: skip

    def _draft(self, key: str) -> Iterator[_Record]:
        """Yield a draft, unless the key of its case was destroyed on purpose."""
        secret = self._secret(key.partition(":d:")[0])
        if secret == "":
            return
        blob = self._server.call("GET", key)

        def opened() -> object:
            decrypt = (lambda: decrypt_with(secret, blob, key)) if secret else (lambda: self._ring.decrypt(blob, key))
            return open_record(decrypt, dict) if blob else None

        yield _Record("draft", key, opened)

    def _secret(self, place: str) -> str | None:
        """Return the key of a case's words; "" if it is gone, or if the case is damaged: that is reported itself."""
        blob = self._server.call("GET", place)
        try:
            return open_record(lambda: self._ring.decrypt(blob, place), Case.load).secret if blob else ""
        except DecryptionError:
            return ""

    def _accounts(self) -> Iterator[_Record]:
        for who, blob in self._hash(staff.PEOPLE):
            place = f"{staff.PEOPLE}:{who}"

            def load(blob: bytes = blob, place: str = place) -> object:
                return _json(self._ring.decrypt(blob, place), Staff.load)

            yield _Record("staff account", place, load)

    def _hash(self, key: str) -> Iterator[tuple[str, bytes]]:
        flat = self._server.call("HGETALL", key)
        return zip((who.decode("utf-8", "replace") for who in flat[::2]), flat[1::2], strict=True)

    def _list(self, kind: str, key: str, load: Callable[[Any], object]) -> Iterator[_Record]:
        for index, blob in enumerate(self._server.call("LRANGE", key, 0, -1)):
            yield self._sealed(kind, key, blob, load, f" #{index}")

    def _sealed(
        self, kind: str, key: str, blob: bytes | None, load: Callable[[Any], object], within: str = ""
    ) -> _Record:
        def opened() -> object:
            return open_record(lambda: self._ring.decrypt(blob, key), load) if blob else None  # expired meanwhile

        return _Record(kind, key + within, opened)


def _session(kept: Any) -> object:
    return serialization.load(kept["s"])


def _json(plain: bytes, load: Callable[[Any], object]) -> object:
    """Load a record that is stored as plain JSON. Raise DecryptionError."""
    try:
        return load(json.loads(plain))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DecryptionError(f"is damaged: {type(error).__name__}") from None
