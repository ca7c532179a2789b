"""Proof of a staff member's phone: a code is sent to it, and typed on a page. Pure: no storage, no clock, no request.

Until then a number is only `new_phone`: it gets no alert, and nobody can act by text from it.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import replace

from bot.errors import WarmlineError
from bot.staff.accounts import Staff

CODE_DIGITS = 6
CODE_SECONDS = 600
MOST_TRIES = 5


class CodeExpired(WarmlineError):
    """No code is waited for, it is too old, or it was mistyped too often."""


def new_code() -> str:
    """Generate a random code."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"


def propose(person: Staff, phone: str) -> Staff:
    """Return the account with a number to be proven; with "" without any number, the proven one included."""
    cleared = replace(person, new_phone=phone, phone_code="", phone_code_until=0, phone_code_tries=0)
    return cleared if phone else replace(cleared, phone="")


def send_code(person: Staff, code: str, now: int) -> Staff:
    """Return the account after a code was made for its new number. Earlier codes are void."""
    return replace(person, phone_code=code, phone_code_until=now + CODE_SECONDS, phone_code_tries=0)


def prove(person: Staff, typed: str, now: int) -> Staff:
    """Return the account with the new number in use if the code is right, else with one more try counted.

    Raise CodeExpired.
    """
    if not (person.new_phone and person.phone_code) or now >= person.phone_code_until:
        raise CodeExpired
    if person.phone_code_tries >= MOST_TRIES:
        raise CodeExpired
    digits = "".join(letter for letter in typed if letter.isascii() and letter.isdigit())
    if not hmac.compare_digest(digits, person.phone_code):
        return replace(person, phone_code_tries=person.phone_code_tries + 1)
    return replace(propose(person, ""), phone=person.new_phone)
