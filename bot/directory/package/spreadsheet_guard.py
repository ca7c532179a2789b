"""Guard against cells that a spreadsheet would run as formulas: escaped in a file, and restored on reading.

A cell (or column name) that begins with = + - @ tab or a line break, or with apostrophes before one of them, gets one
more apostrophe in front. Reading removes it again, but only in packages whose descriptor says that they are guarded:
elsewhere an apostrophe is the author's own. Plain numbers in number columns stay as they are, since -117.9 runs
nothing.
"""

from __future__ import annotations

import re

MARK = "warmline:guarded"
"""Property of a descriptor whose cells are guarded."""

_RISKY = re.compile(r"'*[=+\-@\t\r\n]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n]")
_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")


def guard(cell: str, is_number: bool = False) -> str:
    """Escape a cell for a file."""
    if not _RISKY.match(cell) or (is_number and _NUMBER.fullmatch(cell)):
        return cell
    return f"'{cell}"


def unguard(cell: str) -> str:
    """Restore a cell that `guard` escaped."""
    return cell[1:] if _GUARDED.match(cell) else cell
