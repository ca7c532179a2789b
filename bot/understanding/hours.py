"""The hour of the day that a text names: "at 3", "9:30pm", "a las 8 de la noche". Pure."""

from __future__ import annotations

import re

from bot.understanding.words import plain

_SPELLED = {
    word: number
    for number, words in enumerate(
        ("one una", "two dos", "three tres", "four cuatro", "five cinco", "six seis", "seven siete", "eight ocho",
         "nine nueve", "ten diez", "eleven once", "twelve doce"), 1
    )
    for word in words.split()
}  # fmt: skip

_HOUR = rf"(?P<hour>[01]?\d|2[0-3]|{'|'.join(_SPELLED)})(?:[:.h](?P<minute>[0-5]\d))?"
_LED = r"(?:at|around|about|by|after|before|til|till|until|like|a la|a las|como a las|despues de las|antes de las)"
_NO_HOUR = (
    r"(?!\s*(?:min|hour|hr|day|week|month|year|time|people|of\b|different"
    r"|dias?\b|horas?\b|semanas?\b|meses\b|veces\b|gente|%|\d))"
)
_FORMS = (
    re.compile(rf"\b{_HOUR}\s*(?P<half>[ap])\.?\s*m\b"),
    re.compile(rf"\b{_HOUR}\s*(?:o\W?clock|en punto)\b"),
    re.compile(rf"\b{_HOUR}\s+(?:at night|in the (?:morning|afternoon|evening)|de la (?:manana|tarde|noche))\b"),
    re.compile(rf"\b{_LED}\s+{_HOUR}\b{_NO_HOUR}"),
    re.compile(r"\b(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)\b"),
    re.compile(r"^(?P<hour>1[3-9]|2[0-3])\W*$"),
)
_NAMED = {"noon": 12, "midday": 12, "mediodia": 12, "midnight": 0, "medianoche": 0}
_NAME = re.compile(rf"\b(?:{'|'.join(_NAMED)})\b")
_EARLY = re.compile(r"\b(?:morning|manana por la manana|de la manana|en la manana)\b")
_LATE = re.compile(r"\b(?:tonight|night|evening|afternoon|de la noche|de la tarde|en la noche|en la tarde)\b")
_NIGHT = re.compile(r"\b(?:night|noche)\b")

HALF_A_DAY = 12
_AWAKE = 8
"""An hour without am or pm is taken for one from 8 in the morning to 7 in the evening."""


def said_hour(text: str) -> int | None:
    """Return the hour from 0 to 23 that a text names, minutes left out; None if it names none."""
    said = plain(text)
    for form in _FORMS:
        if found := form.search(said):
            return _of_day(found, said)
    named = _NAME.search(said)
    return _NAMED[named[0]] if named else None


def _of_day(found: re.Match[str], said: str) -> int:
    digits, half = found["hour"], found.groupdict().get("half")
    hour = _SPELLED[digits] if digits in _SPELLED else int(digits)
    if hour > HALF_A_DAY or hour == 0:
        return hour
    if hour == HALF_A_DAY:
        return 0 if half == "a" or (not half and _NIGHT.search(said)) else HALF_A_DAY
    late = half == "p" if half else not _EARLY.search(said) and (bool(_LATE.search(said)) or hour < _AWAKE)
    return hour + (HALF_A_DAY if late else 0)
