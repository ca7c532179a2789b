"""Loader of the lexicon's YAML files: checks them and builds the pure `Lexicon`.

Each language has a folder under `lexicon/`, with any number of files; the sections of all files are merged. A file can
only add phrases, so nothing removes the shipped danger phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bot.content.common_words import Common, load_common
from bot.content.yaml_nodes import MappingNode, MarkedYAMLError, Node, ScalarNode, SequenceNode, YAMLError, compose
from bot.errors import ContentError
from bot.flows.names import Answer, Aside, Guide, Need
from bot.understanding import General, Hints, Idiom, Lexicon, Mark, Meaning, Spelling, Tag, Wished, carrier, normalise
from bot.understanding.by_ear import sounds_of

SHIPPED = Path(__file__).with_name("lexicon")
RULES = "rules.yaml"
_READ_ELSEWHERE = frozenset({RULES, "facts.yaml"})
"""Files of a language's folder that have loaders of their own."""

_TABLES = frozenset({"short", "groups", "spellings", "bare"})
_LISTS = frozenset(
    {
        "fillers",
        "plain",
        "hints",
        "strong",
        "small",
        "silent",
        "foreign",
        "given_names",
        "no_names",
        "idioms",
        "wishes",
        "joins",
        "links",
        "asked",
        "unwanted",
        "complaints",
        "starred",
        "verbs",
        "tiny",
    }
)
_LIKELY, _SHORTEST_LIKELY = 30_000, 4
"""Number of common words of a language that may tell it beside others, and their minimum length."""

_TELL_LANGUAGE = ("hints", "strong", "small", "tiny")
_MARKS = {mark.value: mark for mark in Mark}
_PHRASES = frozenset({"alone", "within", "needs", "wished", "general", "asides", "guides"})
_OF_NEEDS: dict[str, type[Wished | General] | None] = {"needs": None, "wished": Wished, "general": General}
_SECTIONS = ", ".join(sorted(_TABLES | _LISTS | _PHRASES))
_ANSWERS: dict[str, Meaning] = {answer.value: answer for answer in Answer}
_NEEDS: dict[str, Meaning] = {need.value: need for need in Need}
_OF_TOPICS: dict[str, dict[str, Meaning]] = {
    "asides": {aside.value: aside for aside in Aside},
    "guides": {guide.value: guide for guide in Guide},
}
More = Mapping[str, Mapping[str, Mapping[str, Iterable[str]]]]
"""Phrases by language, section and meaning."""

_KEY = re.compile(r"\s*([a-z_]+):")
_PLAIN_WORD = re.compile(r"(?<![a-z<_])[a-z]{2,}(?![a-z>_:])")

_BY_CODE = frozenset({Answer.STOP, Answer.START, Answer.COVER})
_AGREES = frozenset({Answer.YES, Answer.SHARE, Answer.ERASE})
"""Answers that agree to something: staff may add phrases for them only as a whole text."""


def load_lexicon(folder: Path = SHIPPED) -> Lexicon:
    """Load the lexicon of a folder.

    Raises ContentError with every fault: file, line, key and what to do.
    """
    return read_vocabulary(folder).lexicon()


@cache
def read_vocabulary_once(folder: Path) -> Vocabulary:
    """Return the vocabulary that this process or its parent has read from a folder, or read it."""
    return read_vocabulary(folder)


def read_vocabulary(folder: Path = SHIPPED) -> Vocabulary:
    """Read the files of a folder; raise ContentError as `load_lexicon` does."""
    vocabulary = Vocabulary(folder)
    vocabulary.lexicon()
    if vocabulary.problems:
        raise ContentError([str(problem) for problem in vocabulary.problems])
    return vocabulary


class Source(NamedTuple):
    """Position of a phrase: a line of a shipped file, or, without a file, an entry that staff added."""

    language: str
    path: str = ""
    file: str = ""
    line: int = 0

    def __str__(self) -> str:
        line = f"line {self.line}" if self.line else ""
        return ", ".join(part for part in (self.file or self.language, line, self.path) if part)


class Problem(NamedTuple):
    """Fault of the lexicon: its position, and what to do."""

    source: Source
    says: str

    def __str__(self) -> str:
        return f"{self.source}: {self.says}"


class Phrase(NamedTuple):
    """Phrase as written. If `alone`, it counts only as the whole text."""

    source: Source
    text: str
    meaning: Tag
    alone: bool


class Vocabulary:
    """Values of all files, read before any phrase is built: a phrase may use a group from a later file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.short: dict[str, list[str]] = {}
        self.groups: dict[str, list[str]] = {}
        self.spellings: dict[str, list[str]] = {}
        self.bare: dict[str, list[str]] = {}
        self.lists: dict[str, dict[str, str]] = {name: {} for name in _LISTS}
        self.phrases: list[Phrase] = []
        self._added_short: frozenset[frozenset[str]] = frozenset()
        self._floor: Lexicon | None = None
        self._made: Lexicon | None = None
        files = sorted(path for path in self.folder.glob("*/*.yaml") if path.name not in _READ_ELSEWHERE)
        if not files:
            self._tell(Source("", file=folder.name), "no such folder, or no language in it: put the shipped files back")
        for path in files:
            self._read(path)
        self.common: dict[str, Common] = load_common(folder)

    def lexicon(self) -> Lexicon:
        """Build the lexicon on the first call; leave out faulty phrases and report them in `problems`."""
        if self._made is None:
            self._made = self._make()
        return self._made

    def _make(self) -> Lexicon:
        lexicon = Lexicon(
            short=self.short,
            groups=self.groups,
            fillers=self.lists["fillers"],
            plain={*self.lists["plain"], *self.lists["silent"], *self.lists["small"]},
            hints=self._hints(),
            given_names=self.lists["given_names"],
            no_names=self.lists["no_names"],
            floor=self._floor,
        )
        added = set(self._added_short)
        for source, text, meaning, alone in self.phrases:
            try:
                lexicon.add(text, meaning, alone=alone)
            except ValueError as error:
                self._tell(source, f"the phrase {error}" if source.file else f'"{text}": the phrase {error}')
            else:
                if not source.file:
                    added |= lexicon.words_of(text)
        lexicon.added = frozenset(added)
        return lexicon.seal(self._spelling)

    def _spelling(self, words: frozenset[str], plain: frozenset[str]) -> Spelling:
        small: dict[str, list[str]] = {}
        for word, language in self.lists["tiny"].items():
            for code in self.common if language == "" else [language]:
                small.setdefault(code, []).append(word)
        return Spelling(
            vocabulary={*words, *_words_elsewhere(self.folder)},
            plain=plain,
            short=self.short,
            common={language: common.words for language, common in self.common.items()},
            whole=(word for common in self.common.values() for word in common.whole),
            small=small,
            spellings={written: meant[0] for written, meant in self.spellings.items() if meant},
            by_ear={"es": sounds_of(self.common["es"].words)} if "es" in self.common else {},
            starred=self.lists["starred"],
            bare={written: meant[0] for written, meant in self.bare.items() if meant},
            verbs=self.lists["verbs"],
        )

    def _tell(self, source: Source, says: str) -> None:
        self.problems.append(Problem(source, says))

    def _hints(self) -> Hints:
        """Return the words that tell a language. A word of two languages, or one that is called silent, tells none."""
        silent = self.lists["silent"].keys()
        small = {word: code for word, code in self.lists["small"].items() if code and word not in silent}
        hints = self.lists["hints"] | self.lists["strong"]
        telling = {word: code for word, code in hints.items() if code and word not in silent | small.keys()}
        foreign = self.lists["foreign"].keys() - silent - small.keys()
        known = {*telling, *small, *silent, *foreign, *self.lists["given_names"], *self.lists["fillers"]}
        all_of = {code: frozenset((*common.words, *common.whole)) for code, common in self.common.items()}
        likely = {
            word: code
            for code, common in self.common.items()
            for word in common.words[:_LIKELY]
            if len(word) >= _SHORTEST_LIKELY and word not in known and _is_only(word, code, all_of)
        }
        return Hints(telling, self.lists["strong"], small, foreign, silent, likely)

    def with_more(self, more: More) -> Vocabulary:
        """Return a copy of this vocabulary with the phrases that staff added.

        `more` holds the phrases of each meaning, by language and section (alone, within, needs, short). The copy's
        `problems` are the faults of these phrases.
        """
        new = copy(self)
        new._floor, new._made = self._floor or self.lexicon(), None
        new.problems, new.phrases = [], list(self.phrases)
        new.short = {word: list(meant) for word, meant in self.short.items()}
        for language, sections in more.items():
            for section, by_key in sections.items():
                for key, phrases in by_key.items():
                    new._add(entry_source(language, section, key), section, key, phrases)
        return new

    def _add(self, source: Source, section: str, key: str, phrases: Iterable[str]) -> None:
        if section == "short":
            meant = list(phrases)
            is_known = self._floor is not None and any(map(self._floor.knows, normalise(key).tokens))
            if is_known and any(" " in one.strip() for one in meant):  # the known word would be read as these words
                self._tell(source, f'"{key}" means something already, which would not be heard any more')
            else:
                self.short.setdefault(key, []).extend(meant)
                self._added_short |= {frozenset((key,)), frozenset(normalise(key).tokens)}
            return
        meaning = (_NEEDS if section == "needs" else _ANSWERS).get(key) if section in _PHRASES else None
        if meaning is None or meaning in _BY_CODE:
            self._tell(source, "no such meaning")
            return
        if section == "within" and meaning in _AGREES:
            self._tell(source, "it agrees to something: teach it as a whole text, not within one")
            return
        for phrase in phrases:
            if section == "alone" and _opts_out(phrase):
                self._tell(source, f"the carriers take {phrase!r} for themselves: take it out")
            else:
                self.phrases.append(Phrase(source, phrase, meaning, section == "alone"))

    def _read(self, path: Path) -> None:
        file = Source(path.parent.name, file=str(path.relative_to(self.folder.parent)))
        try:
            root = compose(path)
        except (OSError, UnicodeDecodeError, RecursionError) as error:
            self._tell(file, f"cannot be read ({type(error).__name__}): put the shipped file back")
            return
        except YAMLError as error:
            mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
            at = file._replace(line=mark.line + 1) if mark else file._replace(path="somewhere")
            self._tell(at, "this is not YAML: look for a missing quote, colon or space")
            return
        for section, node, source in self._items(root, file):
            if section in _TABLES:
                self._table(section, node, source)
            elif section in _LISTS:
                self._list(section, node, source)
            elif section in _PHRASES:
                self._phrases(section, node, source)
            else:
                self._tell(source, f"no such section: use one of {_SECTIONS}")

    def _items(self, node: Node | None, under: Source) -> Iterator[tuple[str, Node, Source]]:
        """Yield the keys of a mapping, each with its value and its position."""
        if not isinstance(node, MappingNode):
            at = under._replace(line=node.start_mark.line + 1 if node is not None else 1)
            self._tell(at, "must be keys, each with a colon after it")
            return
        seen: set[str] = set()
        for written, value in node.value:
            word = str(written.value)
            path = f"{under.path}.{word}" if under.path else word
            source = under._replace(line=written.start_mark.line + 1, path=path)
            if word in seen:
                self._tell(source, "stands here twice: join the two")
            seen.add(word)
            yield word, value, source

    def _words(self, node: Node, source: Source) -> Iterator[tuple[str, Source]]:
        """Yield the words of a list, each with its position; `no` and `2` stay text, unlike in plain YAML."""
        if not isinstance(node, SequenceNode):
            self._tell(source, "must be a list, one line starting with '-' for each phrase")
            return
        for item in node.value:
            at = source._replace(line=item.start_mark.line + 1)
            if isinstance(item, ScalarNode) and item.value.strip():
                yield item.value.strip(), at
            else:
                self._tell(at, "must be words: put the phrase in quotes")

    def _table(self, section: str, node: Node, source: Source) -> None:
        for word, value, at in self._items(node, source):
            into = getattr(self, section).setdefault(word, [])
            if section != "groups" and isinstance(value, ScalarNode):
                into.append(value.value)
            else:
                into += [text for text, _ in self._words(value, at)]

    def _list(self, section: str, node: Node, source: Source) -> None:
        known, language = self.lists[section], source.language
        for word, at in self._words(node, source):
            if section == "idioms" or section in _MARKS:
                self.phrases.append(Phrase(at, word, _MARKS.get(section, Idiom.IDIOM), alone=False))
            elif section in _TELL_LANGUAGE and known.get(word, language) != language:
                known[word] = ""  # a word of both languages identifies neither
            else:
                known[word] = language

    def _phrases(self, section: str, node: Node, source: Source) -> None:
        meanings = _OF_TOPICS.get(section, _NEEDS if section in _OF_NEEDS else _ANSWERS)
        for key, value, at in self._items(node, source):
            meaning = meanings.get(key)
            if meaning is None or meaning in _BY_CODE:
                known = ", ".join(word for word, m in meanings.items() if m not in _BY_CODE)
                self._tell(at, f"no such name: use one of {known}")
                continue
            for phrase, line in self._words(value, at):
                if section == "alone" and _opts_out(phrase):
                    self._tell(line, f"the carriers take {phrase!r} for themselves: take it out")
                kind = _OF_NEEDS.get(section)
                tag = kind(meaning) if kind and isinstance(meaning, Need) else meaning
                self.phrases.append(Phrase(line, phrase, tag, section == "alone"))


def _words_elsewhere(folder: Path) -> set[str]:
    """Return the words of the files that have loaders of their own, except those of the lines that test them."""
    found: set[str] = set()
    for path in sorted(path for path in folder.glob("*/*.yaml") if path.name in _READ_ELSEWHERE):
        is_test = False
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            key = _KEY.match(line)
            if key:
                is_test = key[1].startswith("must")
            if not is_test:
                found.update(_PLAIN_WORD.findall(line.partition("#")[0]))
    return found


def entry_source(language: str, section: str, key: str) -> Source:
    """Return the source of phrases that staff added."""
    return Source(language, f"{section}.{key}")


def _opts_out(phrase: str) -> bool:
    return carrier.heard(normalise(phrase)) in {Answer.STOP, Answer.START}


def _is_only(word: str, language: str, all_of: Mapping[str, frozenset[str]]) -> bool:
    """Return whether no other language has the word among its common ones."""
    return not any(word in words for code, words in all_of.items() if code != language)
