"""Cells that a spreadsheet would run, made safe in a file and restored from it, so that nothing is lost.

A cell (or column name) that begins with = + - @ tab or a line break, or with apostrophes before one of
them, gets one apostrophe more in front. Reading takes that one away again, but only in packages whose
descriptor says that they are guarded: elsewhere an apostrophe is the author's own. Plain numbers in
number columns stay as they are, since -117.9 runs nothing.
"""

from __future__ import annotations

import re

MARK = "warmline:guarded"
"""The property of a descriptor that says that its cells are guarded."""

_RISKY = re.compile(r"'*[=+\-@\t\r\n]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n]")
_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")


def guard(cell: str, is_number: bool = False) -> str:
    """The cell as it may stand in a file."""
    if not _RISKY.match(cell) or (is_number and _NUMBER.fullmatch(cell)):
        return cell
    return f"'{cell}"


def unguard(cell: str) -> str:
    """The cell as it was before `guard`."""
    return cell[1:] if _GUARDED.match(cell) else cell
