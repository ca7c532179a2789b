"""Encryption: sealed values open at their own key name with their key, and nowhere else."""

from __future__ import annotations

import os
from base64 import b64encode, urlsafe_b64encode

import pytest

from bot.crypto import HEAD_BYTES, KeyRing, lookup, read_key
from bot.errors import DecryptionError, SettingsError


def key() -> str:
    return b64encode(os.urandom(32)).decode()


def test_sealed_value_opens_in_its_place() -> None:
    ring = KeyRing(f"1:{key()}")
    for plain in (b"", b"x", os.urandom(5000)):
        assert ring.decrypt(ring.encrypt(plain, "a:s"), "a:s") == plain


def test_same_value_sealed_twice_differs_from_the_start() -> None:
    ring = KeyRing(f"7:{key()}")
    one, two = ring.encrypt(b"same", "a"), ring.encrypt(b"same", "a")
    assert one[:HEAD_BYTES] != two[:HEAD_BYTES]
    assert one[0] == 7


def test_value_moved_to_another_place_is_refused() -> None:
    ring = KeyRing(f"1:{key()}")
    with pytest.raises(DecryptionError):
        ring.decrypt(ring.encrypt(b"x", "a:s"), "b:s")


def test_changed_byte_is_refused() -> None:
    ring = KeyRing(f"1:{key()}")
    blob = ring.encrypt(b"hello", "a")
    for index in range(len(blob)):
        changed = bytearray(blob)
        changed[index] ^= 1
        with pytest.raises(DecryptionError):
            ring.decrypt(bytes(changed), "a")


@pytest.mark.parametrize("blob", [b"", b"\x01", b"\x01" + bytes(12), b"\x01" + bytes(20)])
def test_malformed_value_is_refused(blob: bytes) -> None:
    with pytest.raises(DecryptionError):
        KeyRing(f"1:{key()}").decrypt(blob, "a")


def test_keys_are_rotated_by_putting_the_new_one_first() -> None:
    old, new = f"1:{key()}", f"2:{key()}"
    blob = KeyRing(old).encrypt(b"x", "a")
    both = KeyRing(f"{new},{old}")
    assert both.decrypt(blob, "a") == b"x"
    assert both.encrypt(b"y", "a")[0] == 2
    with pytest.raises(DecryptionError):
        KeyRing(new).decrypt(blob, "a")


def test_other_key_with_the_same_id_is_refused() -> None:
    blob = KeyRing(f"1:{key()}").encrypt(b"x", "a")
    with pytest.raises(DecryptionError):
        KeyRing(f"1:{key()}").decrypt(blob, "a")


@pytest.mark.parametrize(
    "spec", ["", "x", "1:", "1:short", f"256:{'A' * 43}=", f"1:{'A' * 43}=,1:{'B' * 43}=", f"1:{'A' * 43}=,"]
)
def test_invalid_ring_error_contains_no_key(spec: str) -> None:
    with pytest.raises(SettingsError) as error:
        KeyRing(spec)
    assert "AAAA" not in str(error.value)


def test_ring_does_not_print_its_keys() -> None:
    one = key()
    assert one not in repr(KeyRing(f"1:{one}"))


def test_keys_are_read_in_either_alphabet_padded_or_not() -> None:
    raw = bytes(range(224, 256))
    for text in (b64encode(raw).decode(), urlsafe_b64encode(raw).decode(), b64encode(raw).decode().rstrip("=")):
        assert read_key(text) == raw
    for text in ("", "é", "a", "white space"):
        assert read_key(text) == b""


def test_lookup_depends_on_the_key_and_accepts_any_sender() -> None:
    one, two = os.urandom(32), os.urandom(32)
    assert lookup(one, "+15555550123") == lookup(one, "+15555550123")
    assert lookup(one, "+15555550123") != lookup(two, "+15555550123")
    assert len(lookup(one, "")) == 32
    for odd in ("12345", "Bank-🏦", "\udcff\x00", "a" * 5000):
        assert len(lookup(one, odd)) == 32
