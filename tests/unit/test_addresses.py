"""One person, one address: spellings and channels of a number, and senders that are no persons."""

from __future__ import annotations

import pytest

from bot.sms.addresses import channel_of, is_phone, normalise, number_of

ONE = "+12135550123"
SPELLINGS = [
    ONE,
    "12135550123",
    "2135550123",
    "(213) 555-0123",
    "213.555.0123",
    "+1 213 555 0123",
    "+1-213-555-0123",
    " +12135550123 ",
    "0012135550123",
    "213\u2011555\u20110123",
    "\uff0b12135550123",
    "+1\u00a0213\u00a05550123",
    "\u0662\u0661\u0663\u0665\u0665\u0665\u0660\u0661\u0662\u0663",
]


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("channel", ["", "rcs:", "whatsapp:", "RCS:", "messenger:"])
def test_every_spelling_and_channel_is_one_number(channel: str, spelling: str) -> None:
    assert number_of(channel + spelling) == ONE
    assert normalise(channel + spelling) == channel.lower() + ONE
    assert channel_of(channel + spelling) == channel.lower().rstrip(":")
    assert is_phone(channel + spelling)


@pytest.mark.parametrize("number", ["+525512345678", "+447700900123", "rcs:+16045550123"])
def test_numbers_of_other_countries_are_phones(number: str) -> None:
    assert is_phone(number)


@pytest.mark.parametrize(
    "sender", ["741741", "+741741", "988", "911", "+1988", "Bank", "", " ", "+", "rcs:12345", "+1213555012", "x" * 3000]
)
def test_short_codes_and_names_are_no_phones(sender: str) -> None:
    assert not is_phone(sender)


def test_unknown_forms_stay_as_they_are() -> None:
    assert [normalise(one) for one in ("Bank", "12345", "", "\x00")] == ["Bank", "12345", "", "\x00"]
