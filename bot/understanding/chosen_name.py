"""Extraction of a chosen name from a short text. A text that is longer or has digits holds no name."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

LONGEST_NAME = 20
"""Maximum length in characters. A name is all that is kept in a person's own words, so it stays short."""

_MOST_WORDS = 3
_LEADS = tuple(lead.split() for lead in """
    you can call me; u can call me; just call me; please call me; call me; my name is; my names; my name's; the name is
    names; name is; name's; it is; its; it's; i am; im; i'm; i go by; this is; hi im; hi i'm; hey im; hey i'm; hi i am
    puedes llamarme; puedes decirme; me puedes decir; me llamo; mi nombre es; llamame; dime; me dicen; hola soy; soy
""".replace("\n", ";").split(";") if lead.strip())  # fmt: skip


def read_name(text: str, is_small: Callable[[str], bool]) -> str:
    """Return the name in a text, or "". `is_small` recognises function words ("the", "que"), never part of a name."""
    spoken = [word for word in map(_letters, text[: 4 * LONGEST_NAME].split()) if word is not None]
    plain = [_plain(word) for word in spoken]
    for lead in _LEADS:
        if plain[: len(lead)] == lead and len(plain) > len(lead):
            spoken, plain = spoken[len(lead) :], plain[len(lead) :]
            break
    if not 1 <= len(spoken) <= _MOST_WORDS or not all(spoken) or any(map(is_small, plain)):
        return ""
    if len(text) > 4 * LONGEST_NAME:
        return ""
    return " ".join(spoken)[:LONGEST_NAME].strip(" -'")


def _letters(word: str) -> str | None:
    """Return the letters, hyphens and apostrophes of a word.

    Return None for mere decoration, and "" for a word with characters that no name has.
    """
    composed = unicodedata.normalize("NFC", word).replace("’", "'")
    if not any(character.isalnum() for character in composed):
        return None
    bare = composed.strip('.,;:!?¡¿"“”()*~ ')
    kept = "".join(c for c in bare if c.isalpha() or c in "-'" or unicodedata.category(c) in ("Mn", "Mc"))
    return kept.strip("-'") if not any(c.isnumeric() or c in "@/\\_=<>{}[]#$%&+|" for c in bare) else ""


def _plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))
