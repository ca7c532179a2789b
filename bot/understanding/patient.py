"""Hears whose a medical emergency is, where the helper is the subject: "my friend od'd i narcanned him"."""

from __future__ import annotations

import re

from bot.understanding.words import plain

_DRUG = r"(?:narcan\w*|naloxon\w*|nalox\w*)"
_WHOM = (
    r"(?:him|her|them|(?:my|a|the|this|our) (?:(?:best|good|little|lil|big|ex|baby|old) )?"
    r"(?!phone\b|narcan|naloxone|spray\b|nasal\b|second\b|first\b|last\b|other\b)[a-z]+)"
)
_PATIENT = re.compile(
    rf"\b(?:i|we)(?: (?:just|had to|already|have|did))* (?:narcan\w*|nalox\w*)(?: (?:my|our|the|a|him|her|them)\b)"
    rf"|\b(?:gave|give|giving|hit|sprayed|spray|used|dosed|brought)(?: \w+)? {_WHOM}(?: \w+){{0,3}}? {_DRUG}"
    rf"|\b(?:gave|give|giving|used|put|sprayed)(?: \w+){{0,3}}? {_DRUG}(?: \w+){{0,2}}? (?:to|on|in|up) {_WHOM}"
    r"|\b(?:he|she|they|(?:my|a|this|the) (?:\w+ )?(?!mom and\b)[a-z]+)(?: (?:just|is|has|have|almost|had|be))* "
    r"(?:o\W?d(?:\W?d|ed|ing|s)?|overdos\w+|odd)\b"
    r"|\b(?:le|les)(?: \w+)? (?:puse|pusimos|di|dimos|eche|echamos|aplique)(?: \w+){0,3}? (?:narcan\w*|naloxon\w*)"
    r"|\b(?:mi|un|una|mis) (?:\w+ )?\w+(?: \w+){0,3}? (?:sobredosis)\b"
    r"|\b(?:mi|un|una|ella|el)(?: \w+){1,2} se (?:tomo|trago|metio|inyecto|comio|pincho)\b"
    r"|\b(?:mi|un|una|ella|el)(?: \w+){1,7}? no (?:me |se )?(?:despierta|respira|reacciona|contesta|mueve)\b"
)
_OWN = re.compile(
    r"\b(?:gave|give|hit|sprayed|narcan\w*) me\b|\bme (?:pusieron|dieron|puso|dio|echaron)\b"
    r"|\bi (?:od\b|o\W?d\W?d|overdos)"
)


def is_of_somebody_else(text: str) -> bool | None:
    """Return whether an emergency that a text tells of is somebody else's: they took too much, or got Narcan.

    None where the text does not tell it so.
    """
    said = plain(text)
    if _OWN.search(said):
        return False
    return True if _PATIENT.search(said) else None
