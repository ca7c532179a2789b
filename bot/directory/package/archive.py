"""Files of a package, from a folder or a zip, under limits that a hostile zip cannot bypass.

Opens and counts only; does not interpret content. Bytes are counted while unpacking, whatever size the zip claims.
"""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from bot.directory.package.errors import PackageErrors, Rule

MOST_FILES = 200
MOST_BYTES = 4 * 1024**3
MOST_JSON_BYTES = 64 * 1024**2
"""Size limit for nested JSON, which is read whole. A larger directory has to be CSV."""
MOST_GROWTH = 100
"""Largest ratio of a file's unpacked to its packed size, above the first megabyte."""
LONGEST_ROW = 1_000_000
"""Longest row in bytes, over all its lines."""

ENDINGS = (".csv", ".json")

DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, OSError)
"""Exceptions for an unreadable zip, which differ by compression method; all are reported as one fault.

bz2 raises OSError; an unsupported method or version raises NotImplementedError.
"""


class Refused(Exception):
    """Signal that reading has to stop; the fault has been recorded."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a package: its plain name, its claimed size in bytes, and its path."""

    name: str
    size: int
    path: Path
    inside: zipfile.ZipInfo | None = None

    @contextmanager
    def open(self, faults: PackageErrors) -> Iterator[Lines]:
        """Open the file for reading.

        Raises Refused, with the fault recorded, if it is damaged, locked or expands too much.
        """
        try:
            if self.inside is None:
                with self.path.open("rb") as stream:
                    yield Lines(stream, self.name, faults, MOST_BYTES)
            else:
                most = min(MOST_BYTES, max(1024**2, self.inside.compress_size * MOST_GROWTH))
                with zipfile.ZipFile(self.path) as archive, archive.open(self.inside) as packed:
                    yield Lines(packed, self.name, faults, most)
        except (FileNotFoundError, PermissionError):
            faults.add(Rule.NOT_THERE, self.name)
            raise Refused from None
        except DAMAGED:
            faults.add(Rule.ZIP_BROKEN if self.inside else Rule.NOT_THERE, self.name)
            raise Refused from None


class Lines:
    """Lines of a file as bytes. Raises Refused if a line or the file is too long."""

    def __init__(self, stream: IO[bytes], name: str, faults: PackageErrors, most: int) -> None:
        self._stream, self._name, self._faults, self._most = stream, name, faults, most
        self.taken = 0

    def __iter__(self) -> Iterator[bytes]:
        while line := self._stream.readline(LONGEST_ROW + 1):
            if len(line) > LONGEST_ROW:
                self._faults.add(Rule.ROW_TOO_LONG, self._name, limit=f"{LONGEST_ROW:,}")
                raise Refused
            self._count(line)
            yield line

    def whole(self, most: int = MOST_JSON_BYTES) -> bytes:
        """Read the whole file, or raise Refused if it is larger than `most` bytes."""
        found = self._stream.read(most + 1)
        if len(found) > most:
            self._faults.add(Rule.TOO_BIG, self._name, limit=f"{most // 1024**2} MB")
            raise Refused
        self._count(found)
        return found

    def _count(self, taken: bytes) -> None:
        self.taken += len(taken)
        if self.taken > self._most:
            rule = Rule.TOO_BIG if self._most == MOST_BYTES else Rule.ZIP_BOMB
            self._faults.add(rule, self._name, limit="4 GB" if rule is Rule.TOO_BIG else MOST_GROWTH)
            raise Refused


def members(path: Path, faults: PackageErrors) -> list[Member]:
    """List the CSV and JSON files of a folder, zip or single JSON file, by name; empty if it is refused."""
    if not path.exists():
        faults.add(Rule.NOT_THERE, path.name)
        return []
    if path.is_dir():
        found = [Member(each.name, each.stat().st_size, each) for each in sorted(path.iterdir()) if each.is_file()]
    elif path.suffix.lower() == ".json":
        found = [Member(path.name, path.stat().st_size, path)]
    elif path.suffix.lower() == ".zip":
        found = _packed(path, faults)
    else:
        faults.add(Rule.NOT_A_PACKAGE, path.name)
        return []
    found = [member for member in found if member.name.lower().endswith(ENDINGS) and member.name[0] not in "._"]
    if len(found) > MOST_FILES:
        faults.add(Rule.TOO_MANY_FILES, path.name, limit=MOST_FILES)
        return []
    if sum(member.size for member in found) > MOST_BYTES:
        faults.add(Rule.TOO_BIG, path.name, limit="4 GB")
        return []
    if not found and not faults.stop:
        faults.add(Rule.NOT_A_PACKAGE, path.name)
    return found


def _packed(path: Path, faults: PackageErrors) -> list[Member]:
    """List the files of a zip, which may have the package in a folder."""
    try:
        with zipfile.ZipFile(path) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
    except (*DAMAGED, ValueError):
        faults.add(Rule.ZIP_BROKEN, path.name)
        return []
    if any(".." in PurePosixPath(info.filename).parts or info.filename[:1] in "/\\" for info in infos):
        faults.add(Rule.ZIP_OUTSIDE, path.name)
    elif any(info.flag_bits & 1 for info in infos):
        faults.add(Rule.ZIP_LOCKED, path.name)
    else:
        return [Member(PurePosixPath(info.filename).name, info.file_size, path, info) for info in infos]
    return []
