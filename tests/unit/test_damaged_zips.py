"""Damaged zips: read, or refused with a fault, for every compression method."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path

import pytest

from bot.directory.package.archive import Refused, members
from bot.directory.package.errors import PackageErrors, Rule

PACKED = {
    "stored": zipfile.ZIP_STORED,
    "deflated": zipfile.ZIP_DEFLATED,
    "bzip2": zipfile.ZIP_BZIP2,
    "lzma": zipfile.ZIP_LZMA,
}
ROWS = "id,name\n" + "".join(f"{number},name {number * 7919}\n" for number in range(300))
OUTCOMES = {
    Rule.ZIP_BROKEN, Rule.NOT_A_PACKAGE, Rule.ZIP_LOCKED, Rule.ZIP_OUTSIDE, Rule.ZIP_BOMB, Rule.TOO_BIG,
    Rule.ROW_TOO_LONG,
}  # fmt: skip
"""Possible faults of damaged bytes: a flipped bit may read as "locked", another name or another size."""


def read(path: Path) -> PackageErrors:
    """Return the faults of all of a package's files."""
    faults = PackageErrors()
    try:
        for member in members(path, faults):
            with member.open(faults) as lines:
                assert sum(1 for _ in lines)
    except Refused:
        pass
    return faults


def rules(faults: PackageErrors) -> set[Rule]:
    return {fault.rule for fault in faults}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return tmp_path / "package.zip"


def pack(path: Path, way: str) -> bytes:
    with zipfile.ZipFile(path, "w", PACKED[way]) as archive:
        archive.writestr("services.csv", ROWS)
    return path.read_bytes()


@pytest.mark.parametrize("way", PACKED)
def test_damaged_bytes_are_a_fault_and_never_an_exception(package: Path, way: str) -> None:
    whole, chance = pack(package, way), random.Random(20261122)  # noqa: S311 -- the same each time
    found: set[Rule] = set()
    for _ in range(400):
        wrong = bytearray(whole)
        for _ in range(chance.choice((1, 1, 2, 8))):
            wrong[chance.randrange(len(wrong))] = chance.randrange(256)
        package.write_bytes(wrong[: chance.randrange(len(wrong))] if chance.random() < 0.2 else wrong)
        found |= rules(read(package))
    assert Rule.ZIP_BROKEN in found and found <= OUTCOMES


@pytest.mark.parametrize("way", PACKED)
def test_file_that_does_not_unpack_is_damaged(package: Path, way: str) -> None:
    wrong = bytearray(pack(package, way))
    wrong[70:90] = bytes(letter ^ 0xFF for letter in wrong[70:90])
    package.write_bytes(wrong)
    assert rules(read(package)) == {Rule.ZIP_BROKEN}


def test_unknown_zip_version_is_damaged(package: Path) -> None:
    wrong = bytearray(pack(package, "deflated"))
    at = wrong.find(b"PK\x01\x02")
    wrong[at + 6] = 180
    package.write_bytes(wrong)
    assert rules(read(package)) == {Rule.ZIP_BROKEN}


def test_zip_that_disappears_is_missing(package: Path) -> None:
    pack(package, "deflated")
    faults = PackageErrors()
    [member] = members(package, faults)
    package.unlink()
    with pytest.raises(Refused), member.open(faults):
        pass
    assert rules(faults) == {Rule.NOT_THERE}
