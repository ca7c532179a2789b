"""Recovery codes: how they are made, typed, kept and used up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.staff.accounts import Joining, Role, Staff, StaffId, invite, join, new_id, token_hash
from bot.staff.credentials import CODE_DIGITS
from bot.staff.recovery import CODES, hash_codes, new_codes, read_code, use_up

SAM = StaffId("abcdefgh")


def test_ten_codes_differ_every_time() -> None:
    made = [code for _ in range(50) for code in new_codes()]
    assert len(made) == len(set(made)) == 50 * CODES
    assert all(read_code(code) for code in made)


@pytest.mark.parametrize("typed", [
    "K7QM-X2AB-9FGH", " k7qm x2ab 9fgh ", "k7qmx2ab9fgh", "k7qm‑x2ab–9fgh", "k7qm_x2ab.9fgh\n",
])  # fmt: skip
def test_code_is_read_however_it_is_grouped(typed: str) -> None:
    assert read_code(typed) == "k7qmx2ab9fgh"


@pytest.mark.parametrize("typed", [
    "", "1" * CODE_DIGITS, "k7qm-x2ab-9fg", "k7qm-x2ab-9fghh", "k7qm-x2ab-9fg0", "k7qm-x2ab-9fgé", "k7qm-x2ab-9fgſ",
])  # fmt: skip
def test_anything_else_is_no_recovery_code(typed: str) -> None:
    assert read_code(typed) == ""


def test_code_is_used_up_once_and_no_other_with_it() -> None:
    codes = new_codes()
    kept = hash_codes(SAM, codes)
    typed = read_code(codes[3])
    left = use_up(SAM, kept, typed)
    assert left == kept[:3] + kept[4:]
    assert use_up(SAM, left, typed) is None
    assert use_up(SAM, kept, read_code("k7qm-x2ab-9fgh")) is None
    assert use_up(SAM, kept, "") is use_up(SAM, (), typed) is None


def test_same_code_has_another_hash_in_another_account() -> None:
    codes = new_codes()
    assert not set(hash_codes(SAM, codes)) & set(hash_codes(new_id(), codes))
    assert use_up(StaffId("hgfedcba"), hash_codes(SAM, codes), read_code(codes[0])) is None


def test_record_keeps_hashes_and_shows_none() -> None:
    codes = new_codes()
    kept = Staff(SAM, "sam", "Sam", frozenset({Role.LEAD}), 1, recovery=hash_codes(SAM, codes))
    assert Staff.load(kept.dump()) == kept
    assert not any(one in repr(kept) for one in (*codes, *kept.recovery))
    older = {name: value for name, value in kept.dump().items() if name != "recovery"}
    assert Staff.load(older) == replace(kept, recovery=())


def test_new_invitation_ends_the_codes_and_joining_brings_others() -> None:
    old = Staff(SAM, "sam", "Sam", frozenset({Role.LEAD}), 1, recovery=hash_codes(SAM, new_codes()))
    invited = invite(old, "token", 2)
    assert invited.recovery == ()
    new = hash_codes(SAM, new_codes())
    assert join(invited, Joining(SAM, token_hash("token"), "hash", "SECRET"), 1, 3, new).recovery == new
