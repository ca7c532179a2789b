"""Maker of the lists of common words: `python -m bot.content.word_frequency`.

Makes each language's `common_words.txt` anew from the word frequencies of `wordfreq` (Apache-2.0; its data CC BY-SA
4.0). The running service reads only the files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.content.common_words import FILE, RULE
from bot.content.vocabulary import SHIPPED, load_lexicon
from bot.understanding import normalise

_LEAST = {1: 9.0, 2: 9.0, 3: 3.7, 4: 3.4}
_LEAST_LONG = 3.15
_LEAST_SPLIT, _LEAST_SLIP = 1.7, 2.3
_LONGEST_WHOLE = 14
_WORD = re.compile(r"[a-z]{2,}")
_NOT_COMMON = frozenset({
    "cant", "dont", "wont", "didnt", "doesnt", "isnt", "wasnt", "couldnt", "wouldnt", "thats", "whats", "ive", "youre",
    "thankyou", "alot", "shes", "hes", "theyre", "gon", "sui", "dei", "bout", "nite", "dat", "dis", "wer", "thru",
})  # fmt: skip
"""Tokens that are frequent in the source and are no correct words."""


def _frequent(language: str) -> Iterator[tuple[str, float]]:
    """Yield the words of a language in plain letters, each with its frequency on the Zipf scale."""
    from wordfreq import get_frequency_dict, zipf_frequency  # noqa: PLC0415 - needed only to make the files

    seen: set[str] = set()
    for written in get_frequency_dict(language, "large"):
        tokens = normalise(written).tokens
        if len(tokens) == 1 and _WORD.fullmatch(tokens[0]) and tokens[0] not in seen:
            seen.add(tokens[0])
            yield tokens[0], zipf_frequency(written, language)


def _is_kept(word: str, zipf: float, read: Sequence[str]) -> bool:
    """Return whether a rare word is frequent enough that it is no slip, and would be read as a word of danger."""
    return bool(read) and len(word) <= _LONGEST_WHOLE and zipf >= (_LEAST_SPLIT if len(read) > 1 else _LEAST_SLIP)


def _make(folder: Path) -> None:
    tables: dict[str, dict[str, float]] = {}
    for language in sorted(path.parent.name for path in folder.glob("*/words.yaml")):
        tables[language] = dict(sorted(_frequent(language), key=lambda pair: (-pair[1], pair[0])))
        words = [
            word
            for word, zipf in tables[language].items()
            if zipf >= _LEAST.get(len(word), _LEAST_LONG) and word not in _NOT_COMMON
        ]
        (folder / language / FILE).write_text("\n".join(words) + "\n", encoding="utf-8")
    spelling = load_lexicon(SHIPPED).spelling
    for language, table in tables.items():  # now that the words of all languages are known
        whole = [
            word
            for word, zipf in table.items()
            if zipf >= _LEAST_SPLIT and _is_kept(word, zipf, spelling.read_as_danger(word))
        ]
        path = folder / language / FILE
        path.write_text(path.read_text(encoding="utf-8") + "\n".join([RULE, *sorted(whole)]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    _make(SHIPPED)
