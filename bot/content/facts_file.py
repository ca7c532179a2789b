"""Loader of the phrases of facts: `lexicon/<language>/facts.yaml`. Builds the pure `Facts`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.content.vocabulary import SHIPPED
from bot.content.yaml_nodes import Node, Place, YamlFile
from bot.errors import ContentError
from bot.flows.names import Fact
from bot.understanding.facts import LISTS, Extra, Facts, FactSet, Tag, Who

FACTS = "facts.yaml"
_SECTIONS = ("groups", "numbers", "lists", "persons", "facts")
_TAGS: dict[str, Tag] = {tag.value: tag for kind in (Fact, Extra) for tag in kind if tag is not Fact.AGE}
_PERSONS: dict[str, Tag] = {who.value: who for who in Who}


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


class _File(YamlFile):
    """Facts of one language as written, with all faults in `problems`."""

    def __init__(self, path: Path, name: str) -> None:
        self._language = path.parent.name
        self._words: dict[str, dict[str, list[str]]] = {"groups": {}, "numbers": {}, "lists": {}}
        self._phrases: list[tuple[Place, Tag, str]] = []
        super().__init__(path, name)

    def section(self, section: str, node: Node, at: Place) -> None:
        """Read one section of the file."""
        if section not in _SECTIONS:
            self.tell(at, f"no such section: use one of {', '.join(_SECTIONS)}")
            return
        for name, value, place in self.items(node, at):
            if section in self._words:
                self._list(section, name, self.text(value, place), place)
            else:
                self._tagged(_PERSONS if section == "persons" else _TAGS, name, value, place)

    def _tagged(self, known: Mapping[str, Tag], name: str, node: Node, at: Place) -> None:
        tag = known.get(name)
        if tag is None:
            self.tell(at, f"no such name: use one of {', '.join(known)}")
        else:
            self._phrases += [(place, tag, phrase) for place, phrase in self.lines(node, at)]

    def _list(self, section: str, name: str, words: str, at: Place) -> None:
        if section == "lists" and name not in LISTS:
            self.tell(at, f"no such list: use one of {', '.join(LISTS)}")
        if section == "numbers" and not words.isdecimal():
            self.tell(at, "must be a number in digits")
        self._words[section][name] = words.split()

    def fact_set(self) -> FactSet:
        """Return the values of the file."""
        return self._set([(tag, phrase) for _, tag, phrase in self._phrases])

    def _set(self, phrases: list[tuple[Tag, str]]) -> FactSet:
        numbers = {word: int(values[0]) for word, values in self._words["numbers"].items()}
        lists = {name: frozenset(words) for name, words in self._words["lists"].items()}
        return FactSet(self._language, phrases, self._words["groups"], numbers, lists)

    def try_phrases(self) -> list[str]:
        """Build each phrase alone, and return the faults of those that cannot be built."""
        for at, tag, phrase in self._phrases:
            try:
                Facts([self._set([(tag, phrase)])])
            except ValueError as error:
                self.tell(at, f"the phrase {error}")
        return self.problems
