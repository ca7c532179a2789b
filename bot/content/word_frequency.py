"""Maker of the lists of words: `python -m bot.content.word_frequency`.

Makes each language's `common_words.txt` and `known_words.txt` anew from the word frequencies of `wordfreq` (Apache-2.0;
its data CC BY-SA 4.0). The running service reads only the files, so that package is not installed with it; see `GET`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from bot.content.common_words import FILE, KNOWN, RULE
from bot.content.plain_language import CHECKED
from bot.content.vocabulary import SHIPPED, load_lexicon
from bot.understanding import normalise

GET = """This needs wordfreq, which only this command uses:
    .venv/bin/python -m pip install --target var/wordfreq 'wordfreq>=3.1,<4'
    PYTHONPATH=var/wordfreq .venv/bin/python -m bot.content.word_frequency"""

_LEAST_KNOWN = {"en": 3.3, "es": 3.0}
"""Zipf frequency below which a word counts as rare: 3 is once per million words, 6 once per thousand.

A Spanish verb has more forms than an English one, each of them rarer.
"""

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


def _frequent(source: Any, language: str) -> Iterator[tuple[str, float]]:
    """Yield the words of a language in plain letters, each with its frequency on the Zipf scale."""
    seen: set[str] = set()
    for written in source.get_frequency_dict(language, "large"):
        tokens = normalise(written).tokens
        if len(tokens) == 1 and _WORD.fullmatch(tokens[0]) and tokens[0] not in seen:
            seen.add(tokens[0])
            yield tokens[0], source.zipf_frequency(written, language)


def _known(source: Any, language: str) -> list[str]:
    """Return the words of a language that are no rare ones, in order of their letters."""
    return sorted(
        word
        for word in source.get_frequency_dict(language, "small")
        if len(word) > 1
        and word.isalpha()
        and source.zipf_frequency(word, language, wordlist="small") >= _LEAST_KNOWN[language]
    )


def _is_kept(word: str, zipf: float, read: Sequence[str]) -> bool:
    """Return whether a rare word is frequent enough that it is no slip, and would be read as a word of danger."""
    return bool(read) and len(word) <= _LONGEST_WHOLE and zipf >= (_LEAST_SPLIT if len(read) > 1 else _LEAST_SLIP)


def _make(folder: Path, source: Any) -> None:
    for language in sorted(CHECKED):
        (folder / language / KNOWN).write_text("\n".join(_known(source, language)) + "\n", encoding="utf-8")
    tables: dict[str, dict[str, float]] = {}
    for language in sorted(path.parent.name for path in folder.glob("*/words.yaml")):
        tables[language] = dict(sorted(_frequent(source, language), key=lambda pair: (-pair[1], pair[0])))
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
    try:
        frequencies = import_module("wordfreq")
    except ModuleNotFoundError:
        sys.exit(GET)
    _make(SHIPPED, frequencies)
