"""An age that stands at an end of a text by itself: "17, why", "old enough. 19", "dies y ocho". Pure.

Phrases hear ages with words around them ("im 17"). Here the number alone tells, so what follows or precedes it must not
make it a number of something else: "17 dollars", "24/7", "18 and over", "at 17".
"""

from __future__ import annotations

import re

from bot.understanding.words import plain

_WORDS = {
    13: "thirteen|thirten|therteen|trece|trese",
    14: "fourteen|forteen|fourtheen|fourten|catorce|catorse|katorse|katorce",
    15: "fifteen|fiftheen|fiveteen|fiften|quince|quinse|kinse|kince",
    16: "sixteen|sixten|sixteeen|dieciseis",
    17: "seventeen|seventen|sevinteen|seveteen|diecisiete",
    18: "eighteen|eightteen|eighten|eitheen|dieciocho",
    19: "nineteen|ninteen|nineten|diecinueve",
    20: "twenty|twenny|veinte|beinte",
    21: r"twenty\W?one|veintiun[oa]?",
    22: r"twenty\W?two|veintidos",
    23: r"twenty\W?three|veintitres",
    24: r"twenty\W?four|veinticuatro",
}
_TEENS_BY_EAR = r"di[ea]?[sz]e?\W?[iy]?\W?(?:(?P<six>seis|6)|(?P<seven>siete|7)|(?P<eight>ocho|8)|(?P<nine>nueve|9))"
_BY_EAR = {"six": 16, "seven": 17, "eight": 18, "nine": 19}
_SPELLED = {re.compile(rf"(?:{words})"): age for age, words in _WORDS.items()}
_NUMBER = rf"(?P<age>1[3-9]|2[0-4]|{_TEENS_BY_EAR}|{'|'.join(_WORDS[age] for age in sorted(_WORDS, reverse=True))})"

_LEADS = r"(?:(?:ok|okay|well|um|uh|so|yeah|yes|no|hi|hey|yo|like|only|just|pues|este|mm|hola|bueno|solo|nomas)\W+)*"
_NO_AGE_AFTER = (
    r"(?!\w)(?!\s*[/:%$-]\s*\d)(?!\s*[.,]\d)(?!\W*\d)(?!\s*\+)"
    r"(?!\W*(?:one|two|three|four|five|six|seven|eight|nine|cinco|seis|siete|ocho|nueve)\b)"
    r"(?!\W*(?:of|for|in|left|more|other|others|per|x|by|to|till?|until|th|st|nd|rd|pm|am|oclock|percent|reasons"
    r"|wheeler|savage|ave|avenue|blocks?|miles?|cents?|bucks?|dollars?|dolares|pesos|varos|grand|k|hours?|hrs?"
    r"|horas?|min\w*|sec\w*"
    r"|days?|dias?|nights?|noches?|weeks?|semanas?|months?|meses|years?|yrs?|anos? (?:ago|atras|con)|times?|veces"
    r"|people|ppl|personas|gente|guys|men|women|girls|boys|kids|hombres|mujeres|muchachas|clients?|johns|dudes"
    r"|texts?|calls?"
    r"|pills?|pastillas|percs|xans|and (?:over|up|older|under|younger)|or (?:over|older|under|younger|so)|plus"
    r"|y mas|o mas"
    r"|para|por ciento|de ell[oa]s|cuadras|millas|grados|degrees|stops|states|beds?|camas|rooms?|cuartos"
    r"|questions?|preguntas)\b)"
)
_FIRST = re.compile(rf"^\W*{_LEADS}{_NUMBER}(?:\s?(?:f|m|yo|a))?{_NO_AGE_AFTER}")
_TELLS = (
    r"haha\w*|jaja\w*|lol|lmao|minor|menor|legal|yr|year|still|mayor|ya|so|asi que|senior|junior|freshman|sophomore"
    r"|grade|grado|grown|enough|adult\w*|todavia|apenas"
)
_LAST = re.compile(rf"(?:[,.;:!?)]|\s-)\s*(?:(?:im|i am|soy|tengo|its|ok|so|yes|si|age|edad)\s+)?{_NUMBER}\W*$")
_TOLD = re.compile(rf"\b(?:{_TELLS})\W+{_NUMBER}\W*$")
_LONGEST = 14
"""Maximum length in words: a longer text is a story, with numbers of its own."""


def bare_age(text: str) -> int | None:
    """Return the age that a text begins or ends with, None if there is none."""
    said = plain(text)
    if len(said.split()) > _LONGEST:
        return None
    found = _FIRST.match(said) or _LAST.search(said) or _TOLD.search(said)
    return _value(found) if found else None


def _value(found: re.Match[str]) -> int:
    written = found["age"]
    if written.isdecimal():
        return int(written)
    spelled = (age for form, age in _SPELLED.items() if form.fullmatch(written))
    return next(spelled, None) or next(age for name, age in _BY_EAR.items() if found[name])
