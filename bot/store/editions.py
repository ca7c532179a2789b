"""Which edition of the directory is in use, as one small value that every turn can read. No storage."""

from __future__ import annotations

from typing import NamedTuple


class Edition(NamedTuple):
    """Which whole directory, and how many of its records were changed since it was put in use."""

    whole: str
    number: int

    def __str__(self) -> str:
        return f"{self.whole}.{self.number}"


def edition(at: bytes | None) -> Edition | None:
    """What the pointer says; None while nothing is stored and the files that ship are in use."""
    if not at:
        return None
    whole, _, number = at.decode().partition(".")
    return Edition(whole, int(number))
