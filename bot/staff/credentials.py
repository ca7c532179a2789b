"""Rules for passwords, and codes of the second factor. Pure except for randomness; nothing is hashed here."""

from __future__ import annotations

import hmac
import re
import unicodedata

import pyotp

SHORTEST_PASSWORD, LONGEST_PASSWORD = 12, 200
STEP_SECONDS = 30
CODE_DIGITS = 6
FRESH_SECONDS = 5 * 60
"""Time in seconds for which one code check counts as recent."""

_COMMON = re.compile(
    r"(pass(word|wort|code)?|contrase[nñ]a|qwert[yz](uiop)?|asdf(gh(jkl)?)?|zxcv(bnm)?|abc(def(gh)?)?|letmein|welcome|"
    r"iloveyou|admin|monkey|dragon|sunshine|princess|football|baseball|secret|changeme|login)+"
)


def normal(password: str) -> str:
    """Normalise a password, however a keyboard composes its letters."""
    return unicodedata.normalize("NFKC", password)


def password_fault(password: str, names: tuple[str, ...]) -> str:
    """Return what is wrong with a new password, in a helpful sentence, or "". It must not contain `names`."""
    password = normal(password)
    if len(password) < SHORTEST_PASSWORD:
        return f"Use at least {SHORTEST_PASSWORD} characters. A few random words are easy to remember."
    if len(password) > LONGEST_PASSWORD:
        return f"Use at most {LONGEST_PASSWORD} characters."
    plain = password.casefold()
    if any(_holds(plain, name.casefold()) for name in names):
        return "It contains your name or ours. Choose other words."
    letters = re.sub(r"[\W\d_]", "", plain)
    if len(set(plain)) < 5 or len(letters) < 4 or _COMMON.fullmatch(letters):
        return "This password is easy to guess. Use three or four unrelated words."
    return ""


def _holds(plain: str, name: str) -> bool:
    """Tell whether the name occurs. A short one counts only as a separate word: Ana may have bananas."""
    if len(name) >= 5:
        return name in plain
    return len(name) > 1 and re.search(rf"(?<![^\W\d_]){re.escape(name)}(?![^\W\d_])", plain) is not None


def new_secret() -> str:
    """Generate a secret for an authenticator app, 160 bits in base32."""
    return pyotp.random_base32()


def enrolment(secret: str, handle: str, issuer: str) -> str:
    """Return the URI that an authenticator app reads from the QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=handle, issuer_name=issuer)


def code_at(secret: str, now: int) -> str:
    """Return the code that is valid at `now`."""
    return pyotp.HOTP(secret).at(now // STEP_SECONDS)


def code_step(secret: str, code: str, now: int, last_step: int) -> int | None:
    """Return the time step of `code`, or None if it is invalid. One step early or late is accepted.

    Steps up to `last_step` were used: no code is accepted twice.
    """
    typed = re.sub(r"\s", "", code)
    if not secret or not re.fullmatch(rf"[0-9]{{{CODE_DIGITS}}}", typed, re.ASCII):
        return None
    hotp, at = pyotp.HOTP(secret), now // STEP_SECONDS
    good = [step for step in (at - 1, at, at + 1) if hmac.compare_digest(hotp.at(step), typed)]
    return next((step for step in good if step > last_step), None)
