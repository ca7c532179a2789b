"""Loader of the rules by co-occurrence: `lexicon/<language>/rules.yaml`. Builds the pure `Rules`.

Every fault names the file, the line, the key and what is expected. `faults` also runs each rule's own lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeAlias, TypeVar

from bot.content.spanish_verbs import expand
from bot.content.vocabulary import RULES, SHIPPED, Vocabulary, read_vocabulary
from bot.content.yaml_nodes import Node, Place, ScalarNode, YamlFile
from bot.errors import ContentError
from bot.flows.names import Concern, Level
from bot.understanding import normalise
from bot.understanding.rule_set import MOST_IN_ANY_ORDER, About, Harmless, Modifiers, Rule, RuleSet
from bot.understanding.rules import Rules

_SECTIONS = ("third", "groups", "modifiers", "plain", "harmless", "rules")
_MODIFIERS = tuple(Modifiers.__dataclass_fields__)
_KEYS = ("kind", "level", "about", "parts", "order", "gap", "within", "unless", "must", "must_not")
_HARMLESS = ("parts", "order", "gap", "within", "unless", "must", "must_not")
_LEVELS = {"ask": Level.ASK, "alarm": Level.ALARM}
_ORDERS = {"as written": False, "any": True}
_WITHIN = {"clause": False, "text": True}
_MOST_GAP = 12
_SHOWN = 60
_loaded: dict[Path, Rules] = {}
T = TypeVar("T")
_Values: TypeAlias = "Mapping[str, tuple[Node, Place]]"
_Lists: TypeAlias = "Mapping[str, list[tuple[Place, str]]]"


def load_rules_once(folder: Path = SHIPPED, vocabulary: Vocabulary | None = None) -> Rules:
    """Return the rules that this process or its parent has loaded from a folder, or load them. See `load_rules`."""
    if folder not in _loaded:
        _loaded[folder] = load_rules(folder, vocabulary)
    return _loaded[folder]


def load_rules(folder: Path = SHIPPED, vocabulary: Vocabulary | None = None) -> Rules:
    """Load the rules of all languages of a folder. Raise ContentError with every fault.

    `vocabulary` is that of the folder, if it was read before.
    """
    return _load(_files(folder), folder, vocabulary)


def faults(folder: Path = SHIPPED, vocabulary: Vocabulary | None = None) -> list[str]:
    """Return every fault of the rules, and each line that a rule must match and does not, or the other way round.

    `vocabulary` is that of the folder, if it was read before.
    """
    files = _files(folder)
    try:
        rules = _load(files, folder, vocabulary)
    except ContentError as error:
        return list(error.problems)
    return [fault for file in files for fault in _unkept(file, rules.alone(file.language))]


def _load(files: tuple[_File, ...], folder: Path, vocabulary: Vocabulary | None) -> Rules:
    if not any(file.problems for file in files):
        known = vocabulary or read_vocabulary(folder)
        try:
            return _rules([file.rule_set() for file in files], known)
        except ValueError:  # a part is faulty: find out which
            for file in files:
                file.try_parts()
    raise ContentError([problem for file in files for problem in file.problems])


def _rules(sets: list[RuleSet], vocabulary: Vocabulary) -> Rules:
    names = ("plain", "silent", "small", "hints", "strong", "fillers")
    plain = [word for name in names for word in vocabulary.lists[name]]
    plain += [word for common in vocabulary.common.values() for word in common.words]
    return Rules(sets, vocabulary.short, plain)


def _unkept(file: _File, rules: Rules) -> Iterator[str]:
    """Run the lines of each rule on the rules of its language."""
    matched: dict[str, set[str]] = {}

    for known in file.harmless.values():
        for at, text in (*known.must, *known.must_not):
            heard = rules.hear(text, normalise(text), file.language)
            is_harmless, is_kept = known.entry.name in heard.harmless(), (at, text) in known.must
            if is_harmless != is_kept or (is_kept and any(one.level is Level.ALARM for one in heard.signals())):
                yield f'{at}: {"is not covered" if is_kept else "is covered"}: "{_cut(text)}"'

    def names(text: str) -> set[str]:
        if text not in matched:
            matches = rules.hear(text, normalise(text), file.language).matches()
            matched[text] = {match.rule.name for match in matches if match.signal is not None}
        return matched[text]

    for rule, written in file.rules.items():
        for at, text in written.must:
            if rule not in names(text):
                yield f'{at}: does not match "{_cut(text)}": widen the parts or the gap, or take the line out'
        for at, text in written.must_not:
            if rule in names(text):
                yield f'{at}: matches "{_cut(text)}": narrow the parts, add "unless", or take the line out'


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


class _Written(NamedTuple):
    """Rule with its position and its lines."""

    at: Place
    rule: Rule
    must: list[tuple[Place, str]]
    must_not: list[tuple[Place, str]]


class _Look(NamedTuple):
    """Harmless look-alike with its position and its lines."""

    at: Place
    entry: Harmless
    must: list[tuple[Place, str]]
    must_not: list[tuple[Place, str]]


class _File(YamlFile):
    """Rules of one language as written, with all faults in `problems`."""

    def __init__(self, path: Path, name: str) -> None:
        self.language = path.parent.name
        self.rules: dict[str, _Written] = {}
        self.harmless: dict[str, _Look] = {}
        self._groups: dict[str, tuple[str, ...]] = {}
        self._places: dict[str, Place] = {}
        self._third: dict[str, str] = {}
        self._modifiers: dict[str, tuple[str, ...]] = {}
        self._plain: tuple[str, ...] = ()
        super().__init__(path, name)

    def rule_set(self) -> RuleSet:
        return RuleSet(
            self.language,
            tuple(written.rule for written in self.rules.values()),
            self._groups,
            self._third,
            Modifiers(**self._modifiers),
            self._plain,
            tuple(known.entry for known in self.harmless.values()),
        )

    def try_parts(self) -> None:
        """Build each part of the file alone, to tell which is faulty."""
        everything = self.rule_set()
        bare = replace(everything, rules=(), modifiers=Modifiers(), harmless=())
        for name, words in self._modifiers.items():
            self._try_one(replace(bare, modifiers=Modifiers(**{name: words})), self._places[f"modifiers.{name}"])
        for name in self._groups:
            rule = Rule(name, Concern.WATCHED, Level.ASK, (f"<{name}>",))
            self._try_one(replace(bare, rules=(rule,)), self._places[f"groups.{name}"])
        for written in self.rules.values():
            self._try_one(replace(bare, rules=(written.rule,)), written.at)
        for known in self.harmless.values():
            self._try_one(replace(bare, harmless=(known.entry,)), known.at)

    def _try_one(self, part: RuleSet, at: Place) -> None:
        try:
            Rules([part])
        except ValueError as error:
            self.tell(at, str(error))

    def section(self, section: str, node: Node, at: Place) -> None:
        """Read one section of the file."""
        if section in {"rules", "harmless"}:
            for name, value, place in self.items(node, at):
                (self._rule if section == "rules" else self._look)(name, value, place)
        elif section == "groups":
            for name, value, place in self.items(node, at):
                self._groups[name] = expand(self.texts(value, place), partial(self.tell, place))
                self._places[f"groups.{name}"] = place
        elif section == "modifiers":
            for name, value, place in self.items(node, at):
                if name in _MODIFIERS:
                    self._modifiers[name] = self.texts(value, place)
                    self._places[f"modifiers.{name}"] = place
                else:
                    self.tell(place, f"no such modifier: use one of {', '.join(_MODIFIERS)}")
        elif section == "third":
            for name, value, place in self.items(node, at):
                self._third[name] = self.text(value, place)
        elif section == "plain":
            self._plain = self.texts(node, at)
        else:
            self.tell(at, f"no such section: use one of {', '.join(_SECTIONS)}")

    def _rule(self, name: str, node: Node, at: Place) -> None:
        values, lists = self._read(node, at, _KEYS)
        kinds = {concern.value: concern for concern in Concern}
        kind = self._one_of(values, "kind", kinds, None, at)
        level = self._one_of(values, "level", _LEVELS, None, at)
        about = self._one_of(values, "about", {one.value: one for one in About}, About.BOTH, at)
        any_order, anywhere, gap = self._near(values, lists, at)
        if None in (kind, level, about, any_order, anywhere, gap) or not lists["parts"]:
            return
        parts, unless = (tuple(text for _, text in lists[key]) for key in ("parts", "unless"))
        any_order = bool(any_order) and not anywhere  # parts of a whole text have no order
        rule = Rule(name, kind, level, parts, about, any_order, bool(anywhere), gap, unless)  # type: ignore[arg-type]
        self.rules[name] = _Written(at, rule, lists["must"], lists["must_not"])

    def _look(self, name: str, node: Node, at: Place) -> None:
        values, lists = self._read(node, at, _HARMLESS)
        any_order, anywhere, gap = self._near(values, lists, at)
        if any_order is None or anywhere is None or gap is None or not lists["parts"]:
            return
        parts, unless = (tuple(text for _, text in lists[key]) for key in ("parts", "unless"))
        entry = Harmless(name, parts, any_order and not anywhere, anywhere, gap, unless)
        self.harmless[name] = _Look(at, entry, lists["must"], lists["must_not"])

    def _read(self, node: Node, at: Place, keys: tuple[str, ...]) -> tuple[_Values, _Lists]:
        values = {key: (value, place) for key, value, place in self.items(node, at)}
        for key, (_, place) in values.items():
            if key not in keys:
                self.tell(place, f"no such key: use one of {', '.join(keys)}")
        lists = {key: self._lines(values, key) for key in ("parts", "unless", "must", "must_not")}
        for key in ("parts", "must"):
            if not lists[key]:
                self.tell(at, f"has no {key}: write a list, one line starting with '-' each")
        return values, lists

    def _near(self, values: _Values, lists: _Lists, at: Place) -> tuple[bool | None, bool | None, int | None]:
        """Return the order, the reach and the gap of parts."""
        any_order = self._one_of(values, "order", _ORDERS, False, at)
        anywhere = self._one_of(values, "within", _WITHIN, False, at)
        gaps = {str(number): number for number in range(_MOST_GAP + 1)}
        gap = self._one_of(values, "gap", gaps, 3, at)
        if any_order and not anywhere and len(lists["parts"]) > MOST_IN_ANY_ORDER:
            self.tell(at, f"has more than {MOST_IN_ANY_ORDER} parts in any order: write them in order, or fewer")
        return any_order, anywhere, gap

    def _one_of(
        self,
        values: Mapping[str, tuple[Node, Place]],
        key: str,
        known: Mapping[str, T],
        default: T | None,
        at: Place,
    ) -> T | None:
        if key not in values:
            if default is None:
                self.tell(at, f"has no {key}: use one of {', '.join(known)}")
            return default
        node, place = values[key]
        written = node.value if isinstance(node, ScalarNode) else ""
        if written not in known:
            self.tell(place, f"must be one of {', '.join(known)}")
            return None
        return known[written]

    def _lines(self, values: Mapping[str, tuple[Node, Place]], key: str) -> list[tuple[Place, str]]:
        return list(self.lines(*values[key])) if key in values else []


def _files(folder: Path) -> tuple[_File, ...]:
    return tuple(_File(path, str(path.relative_to(folder.parent))) for path in sorted(folder.glob(f"*/{RULES}")))
