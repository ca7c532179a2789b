"""Normalisation of place names, so that two spellings compare as equal. Pure; caches nothing."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_DROPPED, _BETWEEN = re.compile("['’.]"), re.compile(r"[^\w]+")
_FIRST_LETTER, _MC = re.compile(r"(?<![\w'’])\w"), re.compile(r"\bMc([a-z])")
_PARTICLE = re.compile(r"\b([DO]) (?=[A-Z])")
_WRITTEN_OUT = {"st": "saint", "ft": "fort", "mt": "mount"}


def folded(text: str) -> str:
    """Return the words of a text in lower case, without accents, apostrophes and punctuation."""
    letters = text.casefold()
    if not text.isascii():
        letters = "".join(c for c in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(c))
    elif letters.isalpha():
        return letters
    return " ".join(_BETWEEN.sub(" ", _DROPPED.sub("", letters)).split())


def plain(name: str) -> str:
    """Normalise a place name: folded, with St, Ft and Mt written out if another word follows."""
    return name_of(folded(name).split())


def name_of(words: Sequence[str]) -> str:
    """As `plain`, of words that are folded already."""
    *before, last = words or ("",)
    return " ".join([*(_WRITTEN_OUT.get(word, word) for word in before), last])


def plain_county(name: str) -> str:
    """Normalise a county name as `plain` does, without the word for county, which sources use inconsistently."""
    return plain(name).removesuffix(" county").removesuffix(" parish")


def as_written(city: str) -> str:
    """Return the name of a city as people write it: "McAllen", "O'Fallon", "Coeur d'Alene". The sources drop that."""
    name = _FIRST_LETTER.sub(lambda first: first[0].upper(), city)
    name = _MC.sub(lambda found: f"Mc{found[1].upper()}", name)
    return _PARTICLE.sub(lambda found: "d'" if found[1] == "D" else "O'", name)
