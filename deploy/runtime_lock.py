"""The part of `requirements.lock` that runs in production: what the project depends on, without its `dev` group.

Needs only Python's own library, because the container image runs it before anything is installed:

    python -m deploy.runtime_lock requirements.lock > runtime.lock
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = "warmline (pyproject.toml)"
"""What `make lock` writes as the reason of a package that the project itself asks for, outside the `dev` group."""

_PIN = re.compile(r"([A-Za-z0-9][\w.-]*)(?:\[[\w,.-]*\])?==([^\s;\\]+)(?: ; (.+?))?(?: \\)?")
_HASH = re.compile(r"    --hash=sha256:([0-9a-f]{64})(?: \\)?")
_REASON = re.compile(r"    # {1,3}(?:via )?(\S.*)")


@dataclass(frozen=True, slots=True)
class Locked:
    """One entry of the lock file. `marker` is empty if the package is for every machine."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]  # SHA-256 of each file that may be installed, hexadecimal
    asked_by: tuple[str, ...]  # packages, or ROOT
    lines: tuple[str, ...]  # as they stand in the file


def read_lock(text: str) -> list[Locked]:
    """Return the entries in their order. Raise ValueError, with its number, for a line that is not understood."""
    entries: list[list[str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        if _PIN.fullmatch(line):
            entries.append([line])
        elif entries and (_HASH.fullmatch(line) or _REASON.fullmatch(line) or line == "    # via"):
            entries[-1].append(line)
        else:
            raise ValueError(f"line {number}: expected name==version, a sha256 hash or a `# via` comment")
    return [_entry(lines) for lines in entries]


def _entry(lines: Sequence[str]) -> Locked:
    pin = _PIN.fullmatch(lines[0])
    assert pin is not None  # noqa: S101 - for the type checker: read_lock has matched it
    hashes = tuple(found[1] for line in lines if (found := _HASH.fullmatch(line)))
    if not hashes:
        raise ValueError(f"{pin[1]}: has no hash: run `make lock`")
    reasons = tuple(found[1] for line in lines[1:] if line != "    # via" and (found := _REASON.fullmatch(line)))
    return Locked(pin[1], pin[2], pin[3] or "", hashes, reasons, tuple(lines))


def runtime(entries: Collection[Locked]) -> list[Locked]:
    """Return the entries that the project needs to run, directly or through others."""
    needed = {ROOT}
    while more := {entry.name for entry in entries if not needed.isdisjoint(entry.asked_by)} - needed:
        needed |= more
    return [entry for entry in entries if entry.name in needed]


def main(arguments: Sequence[str]) -> int:
    """Print the runtime part of the named lock file."""
    found = runtime(read_lock(Path(arguments[0]).read_text(encoding="utf-8")))
    if not found:
        sys.stderr.write(f"{arguments[0]}: no package is asked for by {ROOT}: run `make lock`\n")
        return 1
    for entry in found:
        sys.stdout.write("".join(f"{line}\n" for line in entry.lines))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
