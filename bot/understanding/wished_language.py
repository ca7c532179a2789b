"""A wish for English or Spanish, in whatever language it is written: it may keep somebody else from reading.

All texts are words with one space between them, contractions written out, accents off.
"""

from __future__ import annotations

import re

_EN, _ES = r"(?:english|ingles|inglish)", r"(?:spanish|espanol|castellano)"
_ASK = (
    r"(?:write|text|talk|speak|reply|answer|respond|message|say|send|do|switch|change|go|keep it|chat|please|pls|only|but|like|"
    r"need it|want it|can we|"
    r"escrib\w+|habl\w+|contest\w+|respond\w+|mand\w+|cambi\w+|texte\w+|dime|digame|por favor|porfa|pero|solo|nomas|mejor|"
    r"prefiero|quiero|necesito|todo)"
)
_NOT = (
    r"(?:do not|dont|never|not|stop|no|nunca|ya no|deja de|dejen de)(?: (?:please|me|le|ever|even|por favor))* "
    r"(?:write|text|talk|speak|reply|answer|respond|message|send|writing|texting|use|in|escrib\w+|habl\w+|contest\w+|respond\w+|"
    r"mand\w+|us\w+|texte\w+|en|quiero)(?: (?:me|back|to me|anything|nada|it|this|que|que sea|mensajes))*"
)


def _refusal(other: str) -> re.Pattern[str]:
    return re.compile(rf"\b{_NOT} (?:in |en )?{other}\b|\b(?:not|no) (?:in |en )?{other}\b")


def _wish(mine: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b{_ASK}(?: (?:me|it|to me|this|with me|please|pls|like|in|everything|todo|que sea|conmigo|back|que|sea|a))*"
        rf" (?:in |en ){mine}\b"
        rf"|\b(?:can|could) (?:we|you|u|yall) (?:please )?(?:do|use|speak|text|write|talk)(?: (?:in|me|only))* {mine}\b"
        rf"|^(?:(?:help|ayuda|hi|hey|hola|please|pls|but|pero|only|solo|ok) )*(?:(?:in|en) )?{mine} "
        r"(?:please|pls|only|por favor|porfa|nomas|solo|solamente)"
        rf"|\bonly (?:in )?{mine}\b|\b(?:solo|nomas|puro) (?:en )?{mine}\b"
    )


_FINE = {
    "en": re.compile(rf"\b{_EN} (?:is|s|works|esta) (?:fine|ok|okay|good|cool|better|bien|mejor)\b|\b{_EN} for me\b"),
    "es": re.compile(rf"\b{_ES} (?:is|esta|es) (?:fine|ok|better|good|bien|mejor)\b|\b{_ES} para mi\b"),
}
"""Says which of the two will do: "no english is fine"."""
_SOMEBODYS = re.compile(rf"\bno hablan? (?:nada de |el |mucho |muy bien )?(?:{_EN}|{_ES})\b")
"""What somebody else speaks: "la abogada no habla espanol" wishes for nothing."""
_REFUSED = {"en": _refusal(_ES), "es": _refusal(_EN)}
_WISHED = {"en": _wish(_EN), "es": _wish(_ES)}
_OF_OTHERS = re.compile(
    r"\b(?:lines?|people|person|someone|anyone|alguien|lineas?|gente|doctor|abogad\w+|lawyer|therapist|staff|they|caseworker|"
    r"class\w*|clases?|speaks?|reads?)\b"
)
_THIRD = re.compile(
    r"\b(?:french|francais|frances|portugues\w*|vietnamese|vietnamita|chinese|chino|mandarin|cantonese|haitian|creole|kreyol|criollo|arabic"
    r"|arabe|tagalog|russian|ruso|korean|coreano|mam|quiche|kiche|nahuatl|mixteco|zapoteco|somali|hindi|japanese|german)\b"
)
"""Another language: "no english. french" is a wish for that one."""
_TO_ME = re.compile(r"\b(?:me|us|we|please|pls|porfa|por favor|in|en|only)\b")


def wished_language(said: str) -> str:
    """Return "en" or "es" where a text wishes to be answered in it, else "".

    A question who speaks a language is no wish, and nor are two wishes at once.
    """
    said = _SOMEBODYS.sub(" ", said)
    if (fine := next((code for code, one in _FINE.items() if one.search(said)), "")) and not _THIRD.search(said):
        return fine
    if _THIRD.search(said) is not None or (_OF_OTHERS.search(said) is not None and _TO_ME.search(said) is None):
        return ""
    for patterns in (_REFUSED, _WISHED):  # "no me escribas en espanol" names what is not wished
        found = [code for code, pattern in patterns.items() if pattern.search(said) is not None]
        if found:
            return found[0] if len(found) == 1 else ""
    return ""
