"""Texts that only say "i read it", and shrugs: "ok", "i guess". Where something hangs on a yes, they are none. Pure."""

from __future__ import annotations

import re

from bot.understanding.words import plain

_READ = (
    r"o+k+(?:a+y+|i+e?|e+y*|s)?|k+(?:ay)?|mm?\W?ka+y+|mm+|h+m+|aja+m?|va|vale|lol|thx|ty|pls+|plz|please"
    r"|porfa\w*|por favor|noted|got it|gotcha|entendid[ao]|enterad[ao]|ya"
)
_AGREED = (
    r"alright|aight|ight|bet|cool|word|got (?:you|u|that)|i see|sure|fine|right|mhm+"
    r"|dale|sale|bueno|orale|entiendo|esta bien|ya vi|si (?:entiendo|vi)|sobres|arre"
    r"|thanks?|thank you|gracias|then|so|pues|y|and|um+|eh"
)
"""Words that agree to a question, and say nothing about how somebody is."""

_ONLY_READ = re.compile(rf"(?:\W*\b(?:{_READ}))+\W*")
_ACKNOWLEDGES = re.compile(rf"(?:\W*\b(?:{_READ}|{_AGREED})\b)*\W*")


def only_read(text: str) -> bool:
    """Return whether a text only acknowledges, or is nothing but signs such as a thumbs up or a heart."""
    said = plain(text)
    return not any(letter.isalnum() for letter in said) or _ONLY_READ.fullmatch(said) is not None


def acknowledges(text: str) -> bool:
    """Return whether a text says no more than that it was read, or agrees to it. That makes nobody safe."""
    return _ACKNOWLEDGES.fullmatch(plain(text)) is not None


_SHRUGS = re.compile(
    r"\b(?:creo|supongo|imagino|pienso|diria|quizas?|tal ve[zs]|talve[zs]|a lo mejor|alomejor|chance|igual y|ni modo"
    r"|ya que"
    r"|ya q|que mas da|como sea|lo que sea|no se|me da igual|si (?:tu|usted) (?:lo )?dices?|segun"
    r"|i guess|ig|suppose|i think|think so|probably|prolly|maybe|perhaps|might as well|may as well|whatever\w*|idk|idc"
    r"|i don\W?t (?:know|care)|if you say so|if i (?:have|must)|why not|kinda|sorta|kind of|sort of|(?:couldn"
    r"|can)\W?t hurt|listening|all ears|attention|shoot|fire away"
    r"|(?:go|carry) on then|hit me|lay it on me|escucho|oidos|dispara|text me|(?:to|2) (?:talk|text|chat))\b"
    r"|^\W*(?:eso|pues|pos|ps|bueno|well|fine|eh|meh)\W+(?:creo|ya|then|enough|whatever)\W*$"
)
_MAY_ASK = re.compile(
    r"^\W*(?:si\W+)?(?:(?:ellos|ellas|ella|ustedes|usted|el equipo)\W+)?(?:pueden?|puedes|podrian?)\b"
)
"""Asks as well as it allows, without a question mark: "pueden ver mi nombre"."""


def shrugs(text: str) -> bool:
    """Return whether a text that agrees is a guess, a shrug, or maybe a question: no permission is taken from it."""
    said = plain(text)
    return _SHRUGS.search(said) is not None or _MAY_ASK.match(said) is not None
