"""What the local model reads of a text: its beginning with short forms written out, and pieces of its words."""

from __future__ import annotations

import math
import re
import unicodedata
import zlib
from collections.abc import Mapping
from itertools import pairwise

MOST_WORDS = 60
MOST_CHARACTERS = 400
"""Beginning of a text that is read. The time an encoder takes grows with the length."""

PIECES = 16_384
"""Number of columns for pieces of words. Pieces that share one by chance are not told apart."""

_SHORTEST, _LONGEST = 3, 5
_STRETCHED = re.compile(r"(.)\1\1+")
_TOKEN = re.compile(r"[a-z0-9']+|[^\sa-z0-9']")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_QUOTES = str.maketrans("’‘ʼ`´", "'" * 5)


def spelled(text: str, spellings: Mapping[str, str]) -> str:
    """Return the beginning of a text in lower case, with short forms written out."""
    # Letters that stand for a whole phrase are written out here, where the length is limited.
    whole = unicodedata.normalize("NFKC", text[: 4 * MOST_CHARACTERS].encode("utf-8", "replace").decode("utf-8"))
    words = whole[: 4 * MOST_CHARACTERS].translate(_QUOTES).lower().split()[:MOST_WORDS]
    shown = " ".join(words)[:MOST_CHARACTERS]
    return _WORD.sub(lambda found: spellings.get(found[0], found[0]), shown)[:MOST_CHARACTERS]


def pieces(shown: str, columns: int = PIECES) -> Mapping[int, float]:
    """Return the columns of a text's words, pairs of words and pieces of words, and how much each counts."""
    bare = unicodedata.normalize("NFKD", shown)[: 2 * MOST_CHARACTERS]
    bare = "".join(character for character in bare if not unicodedata.combining(character))
    words = _TOKEN.findall(_STRETCHED.sub(r"\1\1", bare))
    names = [f"w:{word}" for word in words]
    names += [f"b:{word} {after}" for word, after in pairwise(words)]
    for word in words:
        edged = f" {word} "
        for length in range(_SHORTEST, _LONGEST + 1):
            names += [edged[at : at + length] for at in range(len(edged) - length + 1)]
    counts: dict[int, int] = {}
    for name in names or [""]:
        column = zlib.crc32(name.encode("utf-8", "replace")) % columns
        counts[column] = counts.get(column, 0) + 1
    raw = {column: 1.0 + math.log(count) for column, count in counts.items()}
    length_of_all = math.sqrt(sum(value * value for value in raw.values()))
    return {column: value / length_of_all for column, value in raw.items()}
