"""Sealing: AES-256-GCM with a ring of keys, and the keyed hash by which people are looked up.

A sealed value is one key-id byte, a 12-byte nonce and the ciphertext. It opens only in the place (the name of
its Redis key) it was sealed for. Nothing here knows what is sealed, or where it is kept.
"""

from __future__ import annotations

import binascii
import hmac
import os
import re
from base64 import b64decode, b64encode

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.errors import SealBroken, SettingsError

KEY_BYTES = 32
NONCE_BYTES = 12
SECRET_BYTES = 16
HEAD_BYTES = 1 + NONCE_BYTES
"""Key id and nonce: never the same for two values, so a sealed value's head also serves as its version."""

_ENTRY = re.compile(r"([0-9]{1,3}):([A-Za-z0-9+/_-]+={0,2})")


class Ring:
    """A ring of keys: the first seals, all open. To rotate, put a new key first and keep the old ones.

    `spec` is `id:base64key,id:base64key`: an id is a number from 0 to 255, a key 32 bytes. Raises SettingsError.
    """

    __slots__ = ("_ciphers", "_first", "_first_id")

    def __init__(self, spec: str) -> None:
        self._ciphers: dict[int, AESGCM] = {}
        problems: list[str] = []
        for number, entry in enumerate(spec.split(","), start=1):
            try:
                key_id, key = _read_entry(entry)
                if key_id in self._ciphers:
                    raise ValueError("its id is used twice")
            except ValueError as error:
                problems.append(f"key {number} of the ring: {error}")
                continue
            self._ciphers[key_id] = AESGCM(key)
        if problems:
            raise SettingsError(problems)
        first = next(iter(self._ciphers))
        self._first_id, self._first = bytes([first]), self._ciphers[first]

    def seal(self, plain: bytes, place: str) -> bytes:
        """`plain`, sealed for `place` with the ring's first key."""
        nonce = os.urandom(NONCE_BYTES)
        return self._first_id + nonce + self._first.encrypt(nonce, plain, place.encode())

    def open(self, blob: bytes, place: str) -> bytes:
        """What was sealed for `place`. Raises SealBroken: key not in the ring, another place, or tampered with."""
        cipher = self._ciphers.get(blob[0]) if len(blob) > HEAD_BYTES else None
        if cipher is None:
            raise SealBroken("sealed by a key that is not in the ring")
        try:
            return cipher.decrypt(blob[1:HEAD_BYTES], blob[HEAD_BYTES:], place.encode())
        except InvalidTag:
            raise SealBroken("does not open in this place") from None


def _read_entry(entry: str) -> tuple[int, bytes]:
    """Raises ValueError with a sentence that holds no part of the key."""
    match = _ENTRY.fullmatch(entry.strip())
    if match is None or int(match[1]) > 255:
        raise ValueError("must look like 1:<base64>, the number from 0 to 255")
    key = read_key(match[2])
    if len(key) != KEY_BYTES:
        raise ValueError(f"must be {KEY_BYTES} bytes in base64, is {len(key)}")
    return int(match[1]), key


def read_key(text: str) -> bytes:
    """The bytes of a base64 key in either alphabet, padded or not; b"" when it is not base64."""
    plain = text.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return b64decode(plain + "=" * (-len(plain) % 4), validate=True)
    except (binascii.Error, ValueError):
        return b""


def new_secret() -> str:
    """A key of its own for one person's replies, fit to be kept in a sealed value."""
    return b64encode(os.urandom(SECRET_BYTES)).decode()


def seal_with(secret: str, plain: bytes, place: str) -> bytes:
    """`plain`, sealed for `place` with a person's own key."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(b64decode(secret)).encrypt(nonce, plain, place.encode())


def open_with(secret: str, blob: bytes, place: str) -> bytes:
    """What was sealed with `secret` for `place`. Raises SealBroken; also when the secret was erased ("")."""
    try:
        return AESGCM(b64decode(secret)).decrypt(blob[:NONCE_BYTES], blob[NONCE_BYTES:], place.encode())
    except (InvalidTag, ValueError):
        raise SealBroken("does not open with this secret") from None


def lookup(key: bytes, phone: str) -> str:
    """The keyed hash that stands for `phone`: 32 hexadecimal letters (128 bits), useless without `key`."""
    # surrogatepass: a sender may be any odd string, and none may break the turn
    return hmac.new(key, phone.encode("utf-8", "surrogatepass"), "sha256").digest()[:16].hex()
