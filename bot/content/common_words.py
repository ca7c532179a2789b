"""Common words of each language: words that are spelled correctly, however close they come to another.

Each language's folder has a file `common_words.txt`, one word a line, the most frequent first. After a line of dashes
follow rarer words that a word of danger could be read in ("killian", "krill") and that must not be changed.

`word_frequency` makes the files anew.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

FILE = "common_words.txt"
RULE = "-----"


class Common(NamedTuple):
    """Common words of one language, the most frequent first, and rarer words that are never changed."""

    words: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()


def load_common(folder: Path) -> dict[str, Common]:
    """Load the words of every language of a folder. A language without a file has none."""
    found: dict[str, Common] = {}
    for path in sorted(folder.glob(f"*/{FILE}")):
        words, _, whole = path.read_text(encoding="utf-8").partition(RULE)
        found[path.parent.name] = Common(tuple(words.split()), tuple(whole.split()))
    return found
