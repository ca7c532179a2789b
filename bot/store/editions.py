"""Edition of the directory as one small value that every turn can read. No storage."""

from __future__ import annotations

from typing import NamedTuple


class Edition(NamedTuple):
    """Import of a whole directory, and the number of record changes since."""

    whole: str
    number: int

    def __str__(self) -> str:
        return f"{self.whole}.{self.number}"


def edition(at: bytes | None) -> Edition | None:
    """Parse the pointer's value. None if nothing is stored and the shipped files are in use."""
    if not at:
        return None
    whole, _, number = at.decode().partition(".")
    return Edition(whole, int(number))
