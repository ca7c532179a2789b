"""A case: somebody asked for a person. It points to the one who asked by keyed hash, and holds no content."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass
from typing import Any, NewType

CaseCode = NewType("CaseCode", str)

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""No 0/O and no 1/I: a code is read aloud and typed on a phone."""


def new_code(length: int = 4) -> CaseCode:
    """A code by chance; the commit refuses one that is taken."""
    return CaseCode("".join(secrets.choice(LETTERS) for _ in range(length)))


@dataclass(frozen=True, slots=True)
class Case:
    """What stands on the board before anybody takes it. Times are seconds since the epoch."""

    code: CaseCode
    person: str
    opened_at: int
    language: str
    urgent: bool
    status: str = "waiting"

    def dump(self) -> dict[str, Any]:
        """The stored form: plain JSON values."""
        return asdict(self)

    @classmethod
    def load(cls, stored: dict[str, Any]) -> Case:
        """A case from its stored form."""
        return cls(**stored)
