"""Password hashing and the clock of staff sign-in.

The clock always shows the real time, so that moving the demo clock signs nobody out. `bot.web.staff.install` stores the
object on the app; a test replaces it with a fast one.
"""

from __future__ import annotations

import secrets
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from flask import Flask, abort, current_app

from bot.runtime.clock import steady_now
from bot.staff.accounts import Staff
from bot.staff.credentials import normal, password_fault
from bot.web.current import runtime

_KEY = "warmline.gate"
AT_ONCE = 2
PATIENCE_SECONDS = 2


def real_time() -> int:
    """Return the current epoch seconds."""
    return steady_now()


class Passwords:
    """Clock and password hasher; a comparison takes the same time whether there is a password or not."""

    def __init__(self, hasher: PasswordHasher | None = None, clock: Callable[[], int] = real_time) -> None:
        # 32 MiB and three passes: above OWASP's minimum, and eight threads of it fit on a small machine
        self._hasher = hasher or PasswordHasher(time_cost=3, memory_cost=32 * 1024, parallelism=1)
        self._nobody = self._hash_of_nothing()
        # the same processes answer young people, so password guesses may not take all of their time
        self._turns = BoundedSemaphore(AT_ONCE)
        self.clock = clock

    def hash(self, password: str) -> str:
        """Return the argon2id hash to store; abort with 503 if too many are being computed."""
        with self._turn():
            return self._hasher.hash(normal(password))

    def matches(self, hashed: str, password: str) -> bool:
        """Return whether `password` is the one of `hashed`; False, after the same work, if `hashed` is ""."""
        with self._turn():
            try:
                self._hasher.verify(hashed or self._nobody, normal(password))
            except VerificationError:
                return False
        return bool(hashed)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._turns.acquire(timeout=PATIENCE_SECONDS):
            abort(503)
        try:
            yield
        finally:
            self._turns.release()

    def _hash_of_nothing(self) -> str:
        """Build a valid hash that no password has; to verify against it takes as long as against any other."""
        asked = self._hasher
        salt, digest = (b64encode(secrets.token_bytes(size)).decode().rstrip("=")
                        for size in (asked.salt_len, asked.hash_len))  # fmt: skip
        return f"$argon2id$v=19$m={asked.memory_cost},t={asked.time_cost},p={asked.parallelism}${salt}${digest}"


def new_password_fault(person: Staff, password: str, again: str) -> str:
    """Return what is wrong with a password that `person` chose and typed twice, or ""."""
    names = (person.handle, *person.name.split(), runtime().settings.program_name)
    return password_fault(password, names) or ("Enter the same password twice." if password != again else "")


def put_passwords(app: Flask, gate: Passwords) -> None:
    """Store the hasher and clock on the app."""
    app.extensions[_KEY] = gate


def passwords() -> Passwords:
    """Return the hasher and clock of the current app."""
    held: Passwords = current_app.extensions[_KEY]
    return held
