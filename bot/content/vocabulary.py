"""Reads the lexicon's YAML files and checks them, and builds the pure `Lexicon`. Knows no meaning of its own.

One folder a language under `lexicon/`, any number of files in it; the sections of all files add up. Adding is all that
a file can do, so the shipped danger phrases stay a floor whatever is added.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from bot.errors import ContentError
from bot.flows.names import Answer, Need
from bot.understanding import Aside, Lexicon, Meaning, carrier, normalise

SHIPPED = Path(__file__).with_name("lexicon")

_TABLES = frozenset({"short", "groups"})
_LISTS = frozenset({"fillers", "plain", "hints", "idioms"})
_PHRASES = frozenset({"alone", "within", "needs"})
_SECTIONS = ", ".join(sorted(_TABLES | _LISTS | _PHRASES))
_ANSWERS: dict[str, Meaning] = {answer.value: answer for answer in Answer}
_NEEDS: dict[str, Meaning] = {need.value: need for need in Need}
More = Mapping[str, Mapping[str, Mapping[str, Iterable[str]]]]
"""Phrases by language, section and meaning."""

_BY_CODE = frozenset({Answer.STOP, Answer.START, Answer.COVER})
_AGREES = frozenset({Answer.YES, Answer.SHARE, Answer.ERASE})
"""Who says more than just that has not agreed to it: staff may teach these as a whole text only."""


def load_lexicon(folder: Path = SHIPPED) -> Lexicon:
    """The lexicon of a folder of languages. Raises ContentError with every fault: file, line, key, what to do."""
    return read_vocabulary(folder).lexicon()


def read_vocabulary(folder: Path = SHIPPED) -> Vocabulary:
    """All that the files of a folder hold. Raises ContentError as `load_lexicon` does."""
    vocabulary = Vocabulary(folder)
    vocabulary.lexicon()
    if vocabulary.problems:
        raise ContentError(vocabulary.problems)
    return vocabulary


class Vocabulary:
    """Gathers the values of all files first: a phrase may use a group that a later file tells."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[str] = []
        self.short: dict[str, list[str]] = {}
        self.groups: dict[str, list[str]] = {}
        self.lists: dict[str, dict[str, str]] = {name: {} for name in _LISTS}
        self.phrases: list[tuple[str, str, Meaning, bool]] = []
        self._floor: Lexicon | None = None
        self._made: Lexicon | None = None
        files = sorted(self.folder.glob("*/*.yaml"))
        if not files:
            self.problems.append(
                f"{self.folder.name}: no such folder, or no language in it: put the shipped files back"
            )
        for path in files:
            self._read(path)

    def lexicon(self) -> Lexicon:
        """The lexicon of it all, made once. A phrase that is badly written is left out, and told in `problems`."""
        if self._made is None:
            self._made = self._make()
        return self._made

    def _make(self) -> Lexicon:
        lexicon = Lexicon(
            short=self.short,
            groups=self.groups,
            fillers=self.lists["fillers"],
            plain=self.lists["plain"],
            hints={word: language for word, language in self.lists["hints"].items() if language},
            floor=self._floor,
        )
        for where, phrase, meaning, alone in self.phrases:
            try:
                lexicon.add(phrase, meaning, alone=alone)
            except ValueError as error:
                self.problems.append(f"{where}: the phrase {error}")
        return lexicon.seal()

    def with_more(self, more: More) -> Vocabulary:
        """This and what staff added: nothing can be taken away. `problems` of the new one tells what is unfit in it.

        `more` holds, by language and section (alone, within, needs, short), the phrases of each meaning.
        """
        new = copy(self)
        new._floor, new._made = self._floor or self.lexicon(), None
        new.problems, new.phrases = [], list(self.phrases)
        new.short = {word: list(meant) for word, meant in self.short.items()}
        for language, sections in more.items():
            for section, by_key in sections.items():
                for key, phrases in by_key.items():
                    new._add(f"{language}, {section}.{key}", section, key, phrases)
        return new

    def _add(self, where: str, section: str, key: str, phrases: Iterable[str]) -> None:
        if section == "short":
            meant = list(phrases)
            is_known = self._floor is not None and any(map(self._floor.knows, normalise(key).tokens))
            if is_known and any(" " in one.strip() for one in meant):  # several words are read instead of it
                self.problems.append(f'{where}: "{key}" means something already, which would not be heard any more')
            else:
                self.short.setdefault(key, []).extend(meant)
            return
        meaning = (_NEEDS if section == "needs" else _ANSWERS).get(key) if section in _PHRASES else None
        if meaning is None or meaning in _BY_CODE:
            self.problems.append(f"{where}: no such meaning")
            return
        if section == "within" and meaning in _AGREES:
            self.problems.append(f"{where}: it agrees to something: teach it as a whole text, not within one")
            return
        for phrase in phrases:
            if section == "alone" and _opts_out(phrase):
                self.problems.append(f"{where}: the carriers take {phrase!r} for themselves: take it out")
            else:
                self.phrases.append((f'{where}: "{phrase}"', phrase, meaning, section == "alone"))

    def _read(self, path: Path) -> None:
        name = str(path.relative_to(self.folder.parent))
        try:
            root = YAML(typ="safe", pure=True).compose(path)
        except (OSError, UnicodeDecodeError, RecursionError) as error:
            self.problems.append(f"{name}: cannot be read ({type(error).__name__}): put the shipped file back")
            return
        except YAMLError as error:
            mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
            line = f"line {mark.line + 1}" if mark else "somewhere"
            self.problems.append(f"{name}, {line}: this is not YAML: look for a missing quote, colon or space")
            return
        for section, node, where in self._items(root, name, ""):
            if section in _TABLES:
                self._table(section, node, where, name)
            elif section in _LISTS:
                self._list(section, node, where, path.parent.name)
            elif section in _PHRASES:
                self._phrases(section, node, where, name)
            else:
                self.problems.append(f"{where}: no such section: use one of {_SECTIONS}")

    def _items(self, node: Node | None, name: str, key: str) -> Iterator[tuple[str, Node, str]]:
        if not isinstance(node, MappingNode):
            line = node.start_mark.line + 1 if node is not None else 1
            self.problems.append(f"{name}, line {line}{key and ', ' + key}: must be keys, each with a colon after it")
            return
        seen: set[str] = set()
        for written, value in node.value:
            word = str(written.value)
            where = f"{name}, line {written.start_mark.line + 1}, {key + '.' if key else ''}{word}"
            if word in seen:
                self.problems.append(f"{where}: stands here twice: join the two")
            seen.add(word)
            yield word, value, where

    def _words(self, node: Node, where: str) -> Iterator[tuple[str, str]]:
        """The words of a list, each with where it stands. `no` and `2` are words here, whatever YAML makes of them."""
        if not isinstance(node, SequenceNode):
            self.problems.append(f"{where}: must be a list, one line starting with '-' for each phrase")
            return
        place, _, key = where.partition(", line ")
        for item in node.value:
            at = f"{place}, line {item.start_mark.line + 1}, {key.partition(', ')[2]}"
            if isinstance(item, ScalarNode) and item.value.strip():
                yield item.value.strip(), at
            else:
                self.problems.append(f"{at}: must be words: put the phrase in quotes")

    def _table(self, section: str, node: Node, where: str, name: str) -> None:
        for word, value, at in self._items(node, name, where.rpartition(", ")[2]):
            into = (self.short if section == "short" else self.groups).setdefault(word, [])
            if section == "short" and isinstance(value, ScalarNode):
                into.append(value.value)
            else:
                into += [text for text, _ in self._words(value, at)]

    def _list(self, section: str, node: Node, where: str, language: str) -> None:
        known = self.lists[section]
        for word, at in self._words(node, where):
            if section == "idioms":
                self.phrases.append((at, word, Aside.IDIOM, False))
            elif section == "hints" and known.get(word, language) != language:
                known[word] = ""  # a word of both languages tells neither
            else:
                known[word] = language

    def _phrases(self, section: str, node: Node, where: str, name: str) -> None:
        meanings = _NEEDS if section == "needs" else _ANSWERS
        for key, value, at in self._items(node, name, section):
            meaning = meanings.get(key)
            if meaning is None or meaning in _BY_CODE:
                known = ", ".join(word for word, m in meanings.items() if m not in _BY_CODE)
                self.problems.append(f"{at}: no such name: use one of {known}")
                continue
            for phrase, line in self._words(value, at):
                if section == "alone" and _opts_out(phrase):
                    self.problems.append(f"{line}: the carriers take {phrase!r} for themselves: take it out")
                self.phrases.append((line, phrase, meaning, section == "alone"))


def _opts_out(phrase: str) -> bool:
    return carrier.heard(normalise(phrase)) in {Answer.STOP, Answer.START}
