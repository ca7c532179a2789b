"""Anchor of the audit outside Redis: a file under VAR_DIR with the number of entries and the hash of the last.

A person who can write to Redis could put an earlier state of the whole audit back, with its marks, and the chain alone
would still verify. The anchor then names an entry that is no longer there. It holds no id and no reason.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from bot.staff.audit import Mark

DAMAGED = Mark(10**18, "")
"""What a damaged file is read as: a mark that no audit holds, and none has cut for its age."""

_LINE = re.compile(r"([0-9]{1,18}) ([0-9a-f]{64})\n")


class AuditAnchor:
    """Anchor in one folder, written by the workers of one machine. Reading and writing may raise OSError."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "audit.anchor"

    def read(self) -> Mark | None:
        """Return the kept mark; None if there is none, DAMAGED if it cannot be read."""
        try:
            match = _LINE.fullmatch(self._file.read_text(encoding="ascii", errors="replace"))
        except FileNotFoundError:
            return None
        return Mark(int(match[1]), match[2]) if match else DAMAGED

    def write(self, mark: Mark) -> None:
        """Replace the kept mark. A crash or a full disk leaves the one before."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        new = self._file.with_name(f"audit.anchor.{os.getpid()}")
        new.unlink(missing_ok=True)
        try:
            new.touch(mode=0o600)
            with new.open("w", encoding="ascii") as file:
                file.write(f"{mark.count} {mark.hash}\n")
                file.flush()
                os.fsync(file.fileno())
            new.replace(self._file)
        finally:
            new.unlink(missing_ok=True)
