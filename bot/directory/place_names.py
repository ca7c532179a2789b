"""Names of places made alike, so that two spellings compare as one. Pure; remembers nothing it is given."""

from __future__ import annotations

import re
import unicodedata

_WRITTEN_OUT = {"st": "saint", "ft": "fort", "mt": "mount"}


def folded(text: str) -> str:
    """The words of a text in small letters, without accents, apostrophes and other marks."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w]+", " ", re.sub("['’.]", "", letters)).split())


def plain(name: str) -> str:
    """A place's name for comparing: folded, with St, Ft and Mt written out where another word follows."""
    *before, last = folded(name).split() or [""]
    return " ".join([_WRITTEN_OUT.get(word, word) for word in before] + [last])


def plain_county(name: str) -> str:
    """As `plain`, without the word for county that one source writes and another does not."""
    return plain(name).removesuffix(" county").removesuffix(" parish")
