"""The gate's clock and its password hashing. Always the real time: a demo's "two hours later" signs nobody out.

Left with the app by `pages.install`; a test puts a quick one in its place.
"""

from __future__ import annotations

import secrets
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from flask import Flask, abort, current_app

from bot.staff.credentials import normal

_KEY = "warmline.gate"
AT_ONCE = 2
PATIENCE_SECONDS = 2


def real_time() -> int:
    """Seconds since the epoch."""
    return int(time.time())


class Passwords:
    """The time, and passwords: hashed, and compared in the same time whether there is one or not."""

    def __init__(self, hasher: PasswordHasher | None = None, clock: Callable[[], int] = real_time) -> None:
        # 32 MiB and three passes: above OWASP's least, and eight threads of it do not fill a small machine
        self._hasher = hasher or PasswordHasher(time_cost=3, memory_cost=32 * 1024, parallelism=1)
        self._nobody = self._hash_of_nothing()
        # the same processes answer young people: guesses may not take all of their time
        self._turns = BoundedSemaphore(AT_ONCE)
        self.clock = clock

    def hash(self, password: str) -> str:
        """The argon2id hash to keep. 503 when too many are being made."""
        with self._turn():
            return self._hasher.hash(normal(password))

    def matches(self, hashed: str, password: str) -> bool:
        """Whether `password` is the one of `hashed`; False, after the same work, when `hashed` is ""."""
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
        """A well-made hash that no password has: to verify against it takes as long as against any other."""
        asked = self._hasher
        salt, digest = (b64encode(secrets.token_bytes(size)).decode().rstrip("=")
                        for size in (asked.salt_len, asked.hash_len))  # fmt: skip
        return f"$argon2id$v=19$m={asked.memory_cost},t={asked.time_cost},p={asked.parallelism}${salt}${digest}"


def put_passwords(app: Flask, gate: Passwords) -> None:
    """Leave the gate with the app."""
    app.extensions[_KEY] = gate


def passwords() -> Passwords:
    """The gate of the app answering now."""
    held: Passwords = current_app.extensions[_KEY]
    return held
