"""Encryption: sealed values open at their own key name with their key, and nowhere else."""

from __future__ import annotations

import os
from base64 import b64encode, urlsafe_b64encode

import pytest

from bot.crypto import HEAD_BYTES, Ring, lookup, read_key
from bot.errors import SealBroken, SettingsError


def key() -> str:
    return b64encode(os.urandom(32)).decode()


def test_sealed_value_opens_in_its_place() -> None:
    ring = Ring(f"1:{key()}")
    for plain in (b"", b"x", os.urandom(5000)):
        assert ring.open(ring.seal(plain, "a:s"), "a:s") == plain


def test_same_value_sealed_twice_differs_from_the_start() -> None:
    ring = Ring(f"7:{key()}")
    one, two = ring.seal(b"same", "a"), ring.seal(b"same", "a")
    assert one[:HEAD_BYTES] != two[:HEAD_BYTES]
    assert one[0] == 7


def test_value_moved_to_another_place_is_refused() -> None:
    ring = Ring(f"1:{key()}")
    with pytest.raises(SealBroken):
        ring.open(ring.seal(b"x", "a:s"), "b:s")


def test_changed_byte_is_refused() -> None:
    ring = Ring(f"1:{key()}")
    blob = ring.seal(b"hello", "a")
    for index in range(len(blob)):
        changed = bytearray(blob)
        changed[index] ^= 1
        with pytest.raises(SealBroken):
            ring.open(bytes(changed), "a")


@pytest.mark.parametrize("blob", [b"", b"\x01", b"\x01" + bytes(12), b"\x01" + bytes(20)])
def test_malformed_value_is_refused(blob: bytes) -> None:
    with pytest.raises(SealBroken):
        Ring(f"1:{key()}").open(blob, "a")


def test_keys_are_rotated_by_putting_the_new_one_first() -> None:
    old, new = f"1:{key()}", f"2:{key()}"
    blob = Ring(old).seal(b"x", "a")
    both = Ring(f"{new},{old}")
    assert both.open(blob, "a") == b"x"
    assert both.seal(b"y", "a")[0] == 2
    with pytest.raises(SealBroken):
        Ring(new).open(blob, "a")


def test_other_key_with_the_same_id_is_refused() -> None:
    blob = Ring(f"1:{key()}").seal(b"x", "a")
    with pytest.raises(SealBroken):
        Ring(f"1:{key()}").open(blob, "a")


@pytest.mark.parametrize(
    "spec", ["", "x", "1:", "1:short", f"256:{'A' * 43}=", f"1:{'A' * 43}=,1:{'B' * 43}=", f"1:{'A' * 43}=,"]
)
def test_invalid_ring_error_contains_no_key(spec: str) -> None:
    with pytest.raises(SettingsError) as error:
        Ring(spec)
    assert "AAAA" not in str(error.value)


def test_ring_does_not_print_its_keys() -> None:
    one = key()
    assert one not in repr(Ring(f"1:{one}"))


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
