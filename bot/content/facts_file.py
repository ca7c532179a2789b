"""Loader of the phrases of facts: `lexicon/<language>/facts.yaml`. Builds the pure `Facts`.

The files are read in every process that starts, so they are read line by line, which is many times faster than a full
YAML parser. They are plain YAML all the same: sections, keys below them, and for each key words or a list of phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from bot.content.vocabulary import SHIPPED
from bot.errors import ContentError
from bot.flows.names import Fact
from bot.understanding.facts import LISTS, Extra, Facts, FactSet, Tag, Who

FACTS = "facts.yaml"
_SECTIONS = ("groups", "numbers", "lists", "persons", "facts")
_TAGS: dict[str, Tag] = {tag.value: tag for kind in (Fact, Extra) for tag in kind if tag is not Fact.AGE}
_PERSONS: dict[str, Tag] = {who.value: who for who in Who}
_SECTION = re.compile(r"([a-z_]+):")
_KEY = re.compile(r"  (\w+):(?: (.+))?")
_PHRASE = re.compile(r"    - (.+)")
_MORE = re.compile(r"    (.+)")


def load_facts(folder: Path = SHIPPED, short: Mapping[str, Iterable[str]] | None = None) -> Facts:
    """Load the facts of all languages of a folder. Raise ContentError with every fault.

    `short` are the expansions of short forms of the folder's vocabulary.
    """
    files = [_File(path, str(path.relative_to(folder.parent))) for path in sorted(folder.glob(f"*/{FACTS}"))]
    problems = [problem for file in files for problem in file.problems]
    if problems:
        raise ContentError(problems)
    try:
        return Facts([file.fact_set() for file in files], short)
    except ValueError:  # a phrase is faulty: find out which
        raise ContentError([problem for file in files for problem in file.try_phrases()]) from None


def faults(folder: Path = SHIPPED) -> list[str]:
    """Return every fault of the files."""
    try:
        load_facts(folder)
    except ContentError as error:
        return list(error.problems)
    return []


class _Line(NamedTuple):
    """Line of a file: its number, the section and the key that it stands under, and its words."""

    number: int
    section: str
    key: str
    words: str
    is_phrase: bool


class _File:
    """Facts of one language as written, with all faults in `problems`."""

    def __init__(self, path: Path, name: str) -> None:
        self._language, self._name = path.parent.name, name
        self.problems: list[str] = []
        self._words: dict[tuple[str, str], list[str]] = {}
        self._phrases: list[tuple[int, Tag, str]] = []
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            self._tell(1, f"cannot be read ({type(error).__name__}): put the shipped file back")
            return
        for line in self._lines(text):
            if line.section in ("persons", "facts"):
                self._phrase(line)
            else:
                self._list(line)

    def _tell(self, number: int, says: str) -> None:
        self.problems.append(f"{self._name}, line {number}: {says}")

    def _lines(self, text: str) -> Iterator[_Line]:
        section = key = ""
        for number, written in enumerate(text.splitlines(), 1):
            line = written.partition(" #")[0].rstrip()
            if not line or line.startswith("#"):
                continue
            if match := _SECTION.fullmatch(line):
                section, key = match[1], ""
                if section not in _SECTIONS:
                    self._tell(number, f"no such section: use one of {', '.join(_SECTIONS)}")
            elif match := _KEY.fullmatch(line):
                key = match[1]
                if match[2]:
                    yield _Line(number, section, key, match[2], False)
            elif key and (match := _PHRASE.fullmatch(line)):
                yield _Line(number, section, key, match[1], True)
            elif key and (match := _MORE.fullmatch(line)):
                yield _Line(number, section, key, match[1], False)
            else:
                self._tell(number, "is neither a section, a key below it, nor a phrase with four spaces and '- '")

    def _phrase(self, line: _Line) -> None:
        known = _PERSONS if line.section == "persons" else _TAGS
        tag = known.get(line.key)
        if tag is None:
            self._tell(line.number, f"no such name: use one of {', '.join(known)}")
        elif not line.is_phrase:
            self._tell(line.number, "must be a list, one line starting with '-' for each phrase")
        else:
            self._phrases.append((line.number, tag, line.words))

    def _list(self, line: _Line) -> None:
        if line.section == "lists" and line.key not in LISTS:
            self._tell(line.number, f"no such list: use one of {', '.join(LISTS)}")
        if line.section == "numbers" and not line.words.isdecimal():
            self._tell(line.number, "must be a number in digits")
        self._words.setdefault((line.section, line.key), []).extend(line.words.split())

    def _section(self, name: str) -> dict[str, list[str]]:
        return {key: words for (section, key), words in self._words.items() if section == name}

    def fact_set(self) -> FactSet:
        """Return the values of the file."""
        return self._set([(tag, phrase) for _, tag, phrase in self._phrases])

    def _set(self, phrases: list[tuple[Tag, str]]) -> FactSet:
        numbers = {word: int(values[0]) for word, values in self._section("numbers").items()}
        lists = {name: frozenset(words) for name, words in self._section("lists").items()}
        return FactSet(self._language, phrases, self._section("groups"), numbers, lists)

    def try_phrases(self) -> list[str]:
        """Build each phrase alone, and return the faults of those that cannot be built."""
        for number, tag, phrase in self._phrases:
            try:
                Facts([self._set([(tag, phrase)])])
            except ValueError as error:
                self._tell(number, f"the phrase {error}")
        return self.problems
