"""Common words of each language: words that are spelled correctly, however close they come to another.

Each language's folder has a file `common_words.txt`, one word a line, the most frequent first. After a line of dashes
follow rarer words that a word of danger could be read in ("killian", "krill") and that must not be changed.

`word_frequency` makes the files anew.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from bot.directory.place_names import folded

FILE = "common_words.txt"
KNOWN = "known_words.txt"
"""Words that readers of a language know, in any order, beside the common ones."""
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


def load_folded(folder: Path) -> frozenset[str]:
    """Load all common and known words of all languages, without accents. A place of such a name is easily mistaken."""
    files = [path for name in (FILE, KNOWN) for path in sorted(folder.glob(f"*/{name}"))]
    return frozenset(folded(word) for path in files for word in path.read_text(encoding="utf-8").split())
