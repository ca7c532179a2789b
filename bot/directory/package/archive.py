"""The files of a package, from a folder or a zip, under limits that a hostile one cannot get round.

Opens and counts; understands no content. What is unpacked is counted as it comes, not as the zip claims.
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
"""Nested JSON is read whole; a larger directory comes as CSV."""
MOST_GROWTH = 100
"""How many times larger a file of a zip may be than it is packed, above the first megabyte."""
LONGEST_ROW = 1_000_000
"""In bytes, over all its lines."""

ENDINGS = (".csv", ".json")

DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, OSError)
"""What is raised for a zip that cannot be read, each by another way to pack: OSError by bz2, NotImplementedError for a
way or a version that is not known here. To whoever sent it they are one fault.
"""


class Refused(Exception):
    """Reading has to stop here; the fault is noted already."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a package: its plain name, its size in bytes as it claims, and where it is."""

    name: str
    size: int
    path: Path
    inside: zipfile.ZipInfo | None = None

    @contextmanager
    def open(self, faults: PackageErrors) -> Iterator[Lines]:
        """Its bytes. Raises Refused, with the fault noted, when it is damaged, locked or grows too much."""
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
    """The lines of a file as bytes. Raises Refused for a line or a file that is too long."""

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
        """All of it. Raises Refused when it is larger than `most` bytes."""
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
    """The CSV and JSON files of a folder, a zip or a lone JSON file, by name; none when it is refused."""
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
    """The files of a zip. A package may stand in one folder inside it."""
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
