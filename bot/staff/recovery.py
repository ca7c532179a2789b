"""Recovery codes: ten codes that each open the second factor once, for a colleague whose phone is lost. Pure.

A code has 59 random bits, so that a plain hash of it cannot be reversed; the account's record is encrypted as well.
"""

from __future__ import annotations

import hmac
import re
import secrets
from collections.abc import Iterable
from hashlib import sha256

from bot.staff.accounts import StaffId

CODES = 10
GROUPS, GROUP_LETTERS = 3, 4
FEW_CODES = 3
"""Number of codes left at which a colleague should make new ones."""

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_CODE = re.compile(rf"[{_LETTERS}]{{{GROUPS * GROUP_LETTERS}}}")


def new_codes() -> tuple[str, ...]:
    """Generate the codes as a colleague reads them, like "k7qm-x2ab-9fgh"."""
    return tuple("-".join(_group() for _ in range(GROUPS)) for _ in range(CODES))


def _group() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(GROUP_LETTERS))


def read_code(text: str) -> str:
    """Normalise a typed recovery code, however it is grouped; "" if the text cannot be one."""
    letters = re.sub(r"[\s\-‐‑‒–—_.]", "", text).lower()
    return letters if _CODE.fullmatch(letters) else ""


def hash_codes(staff_id: StaffId, codes: Iterable[str]) -> tuple[str, ...]:
    """Return the hashes to store. They differ from one account to another."""
    return tuple(_hash(staff_id, read_code(code)) for code in codes)


def use_up(staff_id: StaffId, hashes: tuple[str, ...], code: str) -> tuple[str, ...] | None:
    """Return `hashes` without that of `code`, which `read_code` has normalised; None if it is not among them."""
    typed = _hash(staff_id, code)
    left = tuple(kept for kept in hashes if not hmac.compare_digest(kept, typed))
    return left if code and len(left) < len(hashes) else None


def _hash(staff_id: StaffId, code: str) -> str:
    return sha256(f"recovery:{staff_id}:{code}".encode()).hexdigest()
