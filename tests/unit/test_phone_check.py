"""Proof of a staff member's phone by a code."""

from __future__ import annotations

import pytest

from bot.staff.accounts import Role, Staff, StaffId
from bot.staff.phone_check import CODE_SECONDS, MOST_TRIES, CodeExpired, new_code, propose, prove, send_code

OLD, NEW = "+15555550100", "+15555550101"
ANN = Staff(StaffId("ann"), "ann", "Ann", frozenset({Role.CASEWORKER}), 0, OLD)
ASKED = send_code(propose(ANN, NEW), "012345", 100)


@pytest.mark.parametrize("typed", ["012345", " 012 345 ", "012-345", "012345\n", "code: 012345"])
def test_right_code_takes_the_number_into_use(typed: str) -> None:
    proven = prove(ASKED, typed, 100 + CODE_SECONDS - 1)
    assert (proven.phone, proven.new_phone, proven.phone_code) == (NEW, "", "")


@pytest.mark.parametrize("typed", ["", "12345", "0123456", "543210", "٠١٢٣٤٥", "abc"])
def test_wrong_code_changes_nothing_and_counts(typed: str) -> None:
    left = prove(ASKED, typed, 101)
    assert (left.phone, left.new_phone, left.phone_code_tries) == (OLD, NEW, 1)


def test_code_is_void_after_too_many_tries_and_with_time() -> None:
    person = ASKED
    for _ in range(MOST_TRIES):
        person = prove(person, "999999", 101)
    for late in (lambda: prove(person, "012345", 101), lambda: prove(ASKED, "012345", 100 + CODE_SECONDS)):
        with pytest.raises(CodeExpired):
            late()


@pytest.mark.parametrize("person", [ANN, propose(ANN, NEW), propose(ASKED, NEW), propose(ASKED, "+15555550102")])
def test_number_without_a_code_of_its_own_cannot_be_proven(person: Staff) -> None:
    for typed in ("", "012345"):
        with pytest.raises(CodeExpired):
            prove(person, typed, 101)


def test_new_number_leaves_the_old_one_in_use_until_it_is_proven_and_none_removes_both() -> None:
    assert (propose(ANN, NEW).phone, propose(ANN, NEW).new_phone) == (OLD, NEW)
    assert (propose(ASKED, "").phone, propose(ASKED, "").new_phone) == ("", "")


def test_codes_have_six_digits() -> None:
    assert all(len(code) == 6 and code.isdecimal() for code in (new_code() for _ in range(200)))
