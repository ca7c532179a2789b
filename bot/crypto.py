"""Encryption with AES-256-GCM and a key ring, and the keyed hash by which people are looked up.

An encrypted value is one byte for the key id, a 12-byte nonce and the ciphertext. It is bound to its place: the name of
its Redis key. This module does not know what is encrypted or where it is stored.
"""

from __future__ import annotations

import binascii
import hmac
import os
import re
from base64 import b64decode, b64encode, urlsafe_b64decode, urlsafe_b64encode

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from bot.errors import DecryptionError, SettingsError

KEY_BYTES = 32
NONCE_BYTES = 12
SECRET_BYTES = 16
HEAD_BYTES = 1 + NONCE_BYTES
"""Length of key id and nonce. They differ for every value, so this head also serves as the value's version."""

_ENTRY = re.compile(r"([0-9]{1,3}):([A-Za-z0-9+/_-]+={0,2})")


class KeyRing:
    """Key ring: the first key encrypts, all decrypt. To rotate, put a new key first and keep the old ones.

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

    def encrypt(self, plain: bytes, place: str) -> bytes:
        """Encrypt `plain` for `place` with the first key."""
        nonce = os.urandom(NONCE_BYTES)
        return self._first_id + nonce + self._first.encrypt(nonce, plain, place.encode())

    def decrypt(self, blob: bytes, place: str) -> bytes:
        """Decrypt a value bound to `place`. Raise DecryptionError if the key, the place or the value is wrong."""
        cipher = self._ciphers.get(blob[0]) if len(blob) > HEAD_BYTES else None
        if cipher is None:
            raise DecryptionError("sealed by a key that is not in the ring")
        try:
            return cipher.decrypt(blob[1:HEAD_BYTES], blob[HEAD_BYTES:], place.encode())
        except InvalidTag:
            raise DecryptionError("does not open in this place") from None


def _read_entry(entry: str) -> tuple[int, bytes]:
    """Parse one key. Raise ValueError with a sentence that holds no part of the key."""
    match = _ENTRY.fullmatch(entry.strip())
    if match is None or int(match[1]) > 255:
        raise ValueError("must look like 1:<base64>, the number from 0 to 255")
    key = read_key(match[2])
    if len(key) != KEY_BYTES:
        raise ValueError(f"must be {KEY_BYTES} bytes in base64, is {len(key)}")
    return int(match[1]), key


def read_key(text: str) -> bytes:
    """Decode a base64 key in either alphabet, padded or not; b"" if it is not base64."""
    plain = text.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return b64decode(plain + "=" * (-len(plain) % 4), validate=True)
    except (binascii.Error, ValueError):
        return b""


def new_secret() -> str:
    """Generate a secret for one person's replies, fit for storage in an encrypted value."""
    return b64encode(os.urandom(SECRET_BYTES)).decode()


def encrypt_with(secret: str, plain: bytes, place: str) -> bytes:
    """Encrypt `plain` for `place` with a person's own secret."""
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(b64decode(secret)).encrypt(nonce, plain, place.encode())


def decrypt_with(secret: str, blob: bytes, place: str) -> bytes:
    """Decrypt with a person's own secret. Raise DecryptionError, also if the secret was erased ("")."""
    try:
        return AESGCM(b64decode(secret)).decrypt(blob[:NONCE_BYTES], blob[NONCE_BYTES:], place.encode())
    except (InvalidTag, ValueError):
        raise DecryptionError("does not open with this secret") from None


def lookup(key: bytes, phone: str) -> str:
    """Return the keyed hash of `phone`: 32 hexadecimal digits (128 bits), useless without `key`."""
    # surrogatepass: a sender may be any odd string, and none may break the turn
    return hmac.digest(key, phone.encode("utf-8", "surrogatepass"), "sha256")[:16].hex()


def p256_public(private: str) -> str:
    """Return the public half of a P-256 key, both as base64url: the one that browsers know us by for Web Push."""
    number = int.from_bytes(urlsafe_b64decode(private + "="), "big")
    raw = ec.derive_private_key(number, ec.SECP256R1()).public_key()
    return urlsafe_b64encode(raw.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)).decode().rstrip("=")
