"""Encryption of stored replies: with the session's secret, so that erasing the session erases them, or the key ring."""

from __future__ import annotations

from bot.crypto import KeyRing, decrypt_with, encrypt_with
from bot.errors import DecryptionError
from bot.store.codec import pack, unpack
from bot.store.records import StoredReply

REPLIED_LONG_AGO = StoredReply("", "", "", "")
"""Stands for a reply whose words are gone: the text was answered, and is not answered anew."""

BY_RING, _BY_SESSION = b"r", b"s"
"""First byte of a stored reply: the key that it is encrypted with."""


def encrypt(said: StoredReply, key: str, ring: KeyRing, secret: str = "") -> bytes:
    """Encrypt a reply for its Redis key: with the session's secret, or without one with the key ring."""
    words = pack((said.text, said.key, said.state, said.language))
    # only the session holds the secret, so that erasing the session erases the words of all replies
    return _BY_SESSION + encrypt_with(secret, words, key) if secret else BY_RING + ring.encrypt(words, key)


def decrypt(blob: bytes, key: str, ring: KeyRing, secret: str) -> StoredReply:
    """Return a stored reply. Its text is "" if it was erased: the person's text is not answered again."""
    by, encrypted = blob[:1], blob[1:]
    try:
        words = decrypt_with(secret, encrypted, key) if by == _BY_SESSION else ring.decrypt(encrypted, key)
    except DecryptionError:
        return REPLIED_LONG_AGO
    return StoredReply(*unpack(words)[:4])
