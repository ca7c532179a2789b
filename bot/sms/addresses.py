"""Addresses of phones: one person has one number, whatever channel a text comes by.

The provider writes `+1...` for SMS and `rcs:+1...` or `whatsapp:+1...` for other channels. A person is found by the
number alone; an answer goes to the address as it came. Short codes and names of senders are no persons.
"""

from __future__ import annotations

import re
import unicodedata

_CHANNEL = re.compile(r"\s*([a-z]{2,12}):", re.IGNORECASE)
_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
_DECORATION = re.compile(r"[\s().\-\u2010-\u2015\u00a0/]")
_NORTH_AMERICAN_LENGTH = len("+15555550100")
_NORTH_AMERICAN = re.compile(r"1?([2-9][0-9]{9})")


def normalise(address: str) -> str:
    """Return the address in one spelling: an E.164 number, behind its channel if it has one. Unknown forms stay."""
    channel, rest = channel_of(address), _CHANNEL.sub("", address, count=1)
    number = _e164(rest)
    return f"{channel}:{number}" if channel else number


def number_of(address: str) -> str:
    """Return the number of an address, without its channel: what a person is found by."""
    return _e164(_CHANNEL.sub("", address, count=1))


def channel_of(address: str) -> str:
    """Return the channel of an address, like "whatsapp"; "" for SMS."""
    match = _CHANNEL.match(address)
    return match[1].lower() if match else ""


def is_phone(address: str) -> bool:
    """Return whether a person may be behind an address: a full number, no short code and no name of a sender."""
    number = number_of(address)
    if number.startswith("+1"):
        return len(number) == _NORTH_AMERICAN_LENGTH and number[1:].isdecimal()  # "+1741741" is a short code
    return _E164.fullmatch(number) is not None


def _e164(text: str) -> str:
    text = text.strip()
    if _E164.fullmatch(text):
        return text
    plain = _DECORATION.sub("", unicodedata.normalize("NFKC", text))
    plain = "".join(str(unicodedata.decimal(one, one)) for one in plain)
    if plain.startswith("00"):
        plain = "+" + plain[2:]
    if match := _NORTH_AMERICAN.fullmatch(plain):
        plain = "+1" + match[1]
    return plain if _E164.fullmatch(plain) else text
