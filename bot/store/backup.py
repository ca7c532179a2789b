"""Backup of all of Redis but practice in one sealed file, and its restoration into an empty one.

The file begins with a line in plain words and a mark of the keys. Everything else is encrypted in chunks, each bound to
its backup and its place in it, so that no part can be changed, swapped, left out or cut off. Values are what Redis
itself dumps: this module knows none of their meanings.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import struct
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import BinaryIO, NamedTuple

from bot.crypto import KeyRing
from bot.errors import BackupError, DecryptionError, StoreUnavailable
from bot.store.connection import RedisServer
from bot.store.practice import PLACE

TITLE = "Warmline backup 1"
PAUSE_MS = 1000
"""How long writes may wait, so that the backup is of one moment. A turn waits longer before it gives up."""

KEYS_AT_ONCE = 200
_HEAD = re.compile(rf"{TITLE} ([0-9a-f]{{32}}) ([0-9a-f]{{32}})\n")
_SIZE, _ROW, _END = struct.Struct(">I"), struct.Struct(">IQI"), struct.Struct(">Q?Q")
_ROWS, _LAST = b"r", b"e"
_LONGEST_CHUNK = 2**31


class Taken(NamedTuple):
    """What a backup holds: how many keys, whether all of one moment, and when it was taken (epoch seconds)."""

    keys: int
    of_one_moment: bool
    at: int


class _Row(NamedTuple):
    key: bytes
    expires_ms: int  # epoch; 0: never
    dump: bytes


def back_up(server: RedisServer, ring: KeyRing, lookup_key: bytes, path: Path) -> Taken:
    """Write all keys to a new file that only its owner may read. It is on the disk when this returns.

    Writes wait meanwhile, for a second at most. Raise StoreUnavailable, OSError; FileExistsError if there is one.
    """
    unfinished = path.with_name(f"{path.name}.unfinished")
    if path.exists():
        raise FileExistsError(path)
    try:
        unfinished.unlink(missing_ok=True)
        unfinished.touch(mode=0o600)
        with unfinished.open("wb") as file:
            taken = _write(server, _Sealed(ring, lookup_key, file))
            file.flush()
            os.fsync(file.fileno())
        os.link(unfinished, path)  # unlike a rename it never replaces a file
    finally:
        unfinished.unlink(missing_ok=True)
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return taken


def _write(server: RedisServer, out: _Sealed) -> Taken:
    paused, began, count = _paused(server), monotonic(), 0
    at = int(server.call("TIME")[0])
    try:
        for rows in _rows(server):
            count += len(rows)
            out.add(_ROWS + b"".join(_ROW.pack(len(row.key), row.expires_ms, len(row.dump)) + row.key + row.dump
                                     for row in rows))  # fmt: skip
    finally:
        if paused:
            with suppress(StoreUnavailable):  # the pause ends by itself
                server.call("CLIENT", "UNPAUSE")
    of_one_moment = paused and 1000 * (monotonic() - began) < PAUSE_MS
    out.add(_LAST + _END.pack(count, of_one_moment, at))
    return Taken(count, of_one_moment, at)


def _paused(server: RedisServer) -> bool:
    """Hold all writes for a moment. Return False if the host forbids it."""
    server.call("PING")
    try:
        server.call("CLIENT", "PAUSE", PAUSE_MS, "WRITE")
    except StoreUnavailable:
        return False
    return True


def _rows(server: RedisServer) -> Iterator[list[_Row]]:
    cursor, seen = b"0", set[bytes]()
    while True:
        cursor, found = server.call("SCAN", cursor, "COUNT", KEYS_AT_ONCE)
        names = [name for name in dict.fromkeys(found) if name not in seen and not name.startswith(PLACE.encode())]
        seen.update(names)
        commands: list[Sequence[bytes | str | int]] = [("TIME",)]
        for name in names:
            commands += [("DUMP", name), ("PTTL", name)]
        (seconds, micros), *answers = server.batch(commands)
        now_ms = 1000 * int(seconds) + int(micros) // 1000
        yield [
            _Row(name, now_ms + left if left > 0 else 0, dump)
            for name, dump, left in zip(names, answers[::2], answers[1::2], strict=True)
            if dump is not None
        ]
        if cursor == b"0":
            return


def inspect(ring: KeyRing, lookup_key: bytes, path: Path) -> Taken:
    """Read a whole backup and return what it holds. Raise BackupError if it is damaged or of other keys."""
    with path.open("rb") as file:
        return next(part for part in _read(ring, lookup_key, file) if isinstance(part, Taken))


def restore(server: RedisServer, ring: KeyRing, lookup_key: bytes, path: Path) -> int:
    """Write a backup into an empty Redis and return the number of keys, without those that have expired since.

    The whole file is checked first. Raise BackupError if it is damaged, of other keys, or if Redis is not empty.
    """
    inspect(ring, lookup_key, path)
    if server.call("DBSIZE"):
        raise BackupError("Redis is not empty. Restore into an empty one, so that nothing is mixed.")
    now_ms, count = 1000 * int(server.call("TIME")[0]), 0
    with path.open("rb") as file:
        for part in _read(ring, lookup_key, file):
            rows = [row for row in part if not 0 < row.expires_ms <= now_ms] if isinstance(part, list) else []
            try:
                server.batch([("RESTORE", row.key, row.expires_ms, row.dump, "ABSTTL") for row in rows])
            except StoreUnavailable as error:
                raise BackupError(
                    f"Redis did not take a record ({error}) after {count} keys. It may be older than the one that was "
                    "backed up, or of another make, or full. Empty it before you try again."
                ) from None
            count += len(rows)
    return count


def _read(ring: KeyRing, lookup_key: bytes, file: BinaryIO) -> Iterator[list[_Row] | Taken]:
    """Yield the rows chunk by chunk, and last what the backup says of itself. Raise BackupError."""
    head = _HEAD.fullmatch(file.readline(200).decode("ascii", "replace"))
    if head is None:
        raise BackupError("This file is not a backup, or of another version.")
    if not hmac.compare_digest(head[2], _mark(lookup_key, head[1])):
        raise BackupError("This backup was made with another LOOKUP_KEY, or its first line is damaged.")
    count = 0
    for number in range(2**32):
        chunk = _open(ring, file, head[1], number)
        if chunk[:1] == _LAST:
            told, of_one_moment, at = _END.unpack(chunk[1:])
            if told != count or file.read(1):
                raise BackupError("This backup is damaged: its end does not fit.")
            yield Taken(count, of_one_moment, at)
            return
        rows = list(_unpacked(chunk))
        count += len(rows)
        yield rows


def _open(ring: KeyRing, file: BinaryIO, backup: str, number: int) -> bytes:
    size = file.read(_SIZE.size)
    length = _SIZE.unpack(size)[0] if len(size) == _SIZE.size else 0
    blob = file.read(length) if length < _LONGEST_CHUNK else b""
    if not blob or len(blob) != length:
        raise BackupError("This backup is cut off.")
    try:
        return ring.decrypt(blob, _place(backup, number))
    except DecryptionError as error:
        hint = "Add the key of that time to SEAL_KEYS, or" if not number else "It is damaged:"
        raise BackupError(f"This backup does not open at part {number + 1} ({error}). {hint} use another.") from None


def _unpacked(chunk: bytes) -> Iterator[_Row]:
    at = 1
    while at < len(chunk):
        key_size, expires_ms, dump_size = _ROW.unpack_from(chunk, at)
        at += _ROW.size
        yield _Row(chunk[at : at + key_size], expires_ms, chunk[at + key_size : at + key_size + dump_size])
        at += key_size + dump_size


class _Sealed:
    """File that is being written, chunk by chunk."""

    def __init__(self, ring: KeyRing, lookup_key: bytes, file: BinaryIO) -> None:
        self._ring, self._file, self._number, self._backup = ring, file, 0, os.urandom(16).hex()
        file.write(f"{TITLE} {self._backup} {_mark(lookup_key, self._backup)}\n".encode())

    def add(self, plain: bytes) -> None:
        blob = self._ring.encrypt(plain, _place(self._backup, self._number))
        self._file.write(_SIZE.pack(len(blob)) + blob)
        self._number += 1


def _place(backup: str, number: int) -> str:
    return f"backup:{backup}:{number}"


def _mark(lookup_key: bytes, backup: str) -> str:
    """Return what tells whether this is the look-up key of a backup: with another, nobody in it would be found."""
    return hmac.digest(lookup_key, f"backup:{backup}".encode(), hashlib.sha256)[:16].hex()
