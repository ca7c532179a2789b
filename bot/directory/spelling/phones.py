"""Phone numbers as publishers write them: in digits or letters, with an extension, as a tel: link.

Knows how numbers are built, not whether anybody answers. A cell with several numbers is unknown.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import phonenumbers

REGION = "US"
"""Region of a number that names no country. Canada has the same plan."""

_PLAIN = re.compile(r"(?=(?:\D*\d){3,15}\D*$)\+?[\d(][\d ().\-/]*", re.ASCII)
_SPELT = re.compile(r"(?:\+?1[ .\-]*)?\(?\d{3}\)?[ .\-]*[\dA-Z][\dA-Z \-]*")
_DASHES = re.compile(r"[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]")
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_LABEL = re.compile(r"^(?:tel(?:ephone)?|phone|ph)\b\.?:? *", re.IGNORECASE)
_EXTENSION = re.compile(
    r"[ .;,(\-]*(?:(?<=,,)|(?<=;)ext=|(?<![a-z])(?:extension|extensión|extn|ext|x)[.: ]*#?|#) *([0-9]{1,7})\)?$",
    re.IGNORECASE,
)
_SAID_AGAIN = re.compile(r" *\((?P<digits>\d[\d \-]*)\)$")
_ALONE = re.compile(r"(?:(?:extension|extn|ext|x|#)[.: ]*)?#?(\d{1,7})", re.IGNORECASE)


class Number(NamedTuple):
    """Phone number in digits, and its extension or ""."""

    number: str
    extension: str = ""


def is_plain(text: str) -> bool:
    """Return whether this is one number in digits and the usual marks; a short code is one too."""
    if not _PLAIN.fullmatch(text):
        return False
    digits = re.sub(r"\D", "", text)
    if text.startswith("+"):
        return len(digits) > 6
    # two numbers in a cell, or two last parts of one, are no number to dial
    return len(digits) <= 11 or (digits.startswith("011") and "/" not in text)


@lru_cache(maxsize=4096)
def phone(text: str) -> Number | None:
    """Return the number of a cell; None if it holds none, several, or words beside it.

    A number in digits keeps its punctuation.
    """
    if is_plain(text):
        return Number(text)
    said = _DASHES.sub("-", unicodedata.normalize("NFKC", _UNSEEN.sub("", text)))
    said = phonenumbers.normalize_digits_only(said, keep_non_digits=True)
    said = _LABEL.sub("", " ".join(said.split()))
    found = _EXTENSION.search(said)
    number, extension = (said[: found.start()], found[1]) if found else (said, "")
    if extension and len(re.sub(r"\D", "", number)) < 7 and not re.search("[A-Za-z]{2}", number):
        return None
    if is_plain(number):
        return Number(number, extension)
    digits = _dialled(number.upper())
    return Number(digits, extension) if digits else None


def dialled(text: str) -> str:
    """Return a number as it is texted: 714-555-0100, 1-714-555-0100, and with + outside North America."""
    inside = re.sub(r"[().\s/+-]+", "-", text).strip("-")
    digits = re.sub(r"\D", "", text)
    is_abroad = text.lstrip().startswith("+") and not (digits.startswith("1") and len(digits) == 11)
    return f"+{inside}" if is_abroad else inside


def extension(text: str) -> str | None:
    """Return an extension in digits: 12 for "x12" and "ext. 12"."""
    found = _ALONE.fullmatch(text.strip())
    return found[1] if found else None


def _dialled(text: str) -> str:
    """Return the digits of a number in letters ("1-800-FLOWERS"); "" if it is none.

    Letters beyond the last digit are dialled in vain, and left out. Digits may follow in brackets, as for those who see
    no letters on their phone: "1-800-273-TALK (8255)".
    """
    again = _SAID_AGAIN.search(text)
    word = text[: again.start()] if again else text
    if not (re.search("[A-Z]", word) and _SPELT.fullmatch(word)):
        return ""
    digits = re.sub(r"\D", "", phonenumbers.convert_alpha_characters_in_number(word))
    country = "1" if digits.startswith("1") else ""
    national = digits.removeprefix("1")
    before = re.sub(r"\D", "", re.split("[A-Z]", word)[0]).removeprefix("1")
    is_too_long = len(national) > 10 and (" " in word.strip()[len(before) :] or len(before) > 7)
    letters = re.sub("[^0-9A-Z]", "", word)
    has_more = len(national) > 10 and not letters[10 - len(national) :].isalpha()  # an extension
    if len(national) < 10 or is_too_long or has_more or len(before) > 9:
        return ""
    national = national[:10]
    if again and not national.endswith(re.sub(r"\D", "", again["digits"])):
        return ""
    if not re.fullmatch(r"[2-9]\d\d[2-9]\d{6}", national) or not _is_possible(f"+1{national}"):
        return ""
    return "-".join(filter(None, (country, national[:3], national[3:6], national[6:])))


@lru_cache(maxsize=4096)
def _is_possible(text: str) -> bool:
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(text, REGION))
    except phonenumbers.NumberParseException:
        return False
