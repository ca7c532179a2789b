"""YAML files as nodes: each value is the text as written, with its line. Read by libyaml, about ten times as fast.

The lexicon and the rules have thousands of lines, and every process that reads texts loads them. Files that the
product writes go through `ruamel.yaml`, which keeps comments.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml
from yaml.error import MarkedYAMLError, YAMLError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

__all__ = [
    "MappingNode", "MarkedYAMLError", "Node", "Place", "ScalarNode", "SequenceNode", "YAMLError", "YamlFile", "compose",
]  # fmt: skip

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # a machine without libyaml reads the same, slower


def compose(path: Path) -> Node | None:
    """Return the root node of a file, None if it is empty. Raise OSError, UnicodeDecodeError or YAMLError."""
    root: Node | None = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    return root


class Place(NamedTuple):
    """Position in a file."""

    file: str
    line: int
    key: str = ""

    def __str__(self) -> str:
        return ", ".join(part for part in (self.file, f"line {self.line}", self.key) if part)

    def inside(self, key: str, node: Node) -> Place:
        """Return the position of a key below this one."""
        return Place(self.file, node.start_mark.line + 1, f"{self.key}.{key}" if self.key else key)

    def on(self, node: Node) -> Place:
        """Return the same key at the line of a node."""
        return self._replace(line=node.start_mark.line + 1)


class YamlFile(ABC):
    """YAML file that is read section by section. Each of `problems` names the file, the line and the key."""

    def __init__(self, path: Path, name: str) -> None:
        self.problems: list[str] = []
        start = Place(name, 1)
        try:
            root = compose(path)
        except (OSError, UnicodeDecodeError, RecursionError) as error:
            self.tell(start, f"cannot be read ({type(error).__name__}): put the shipped file back")
            return
        except YAMLError as error:
            mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
            line = mark.line + 1 if mark else 1
            self.tell(start._replace(line=line), "this is not YAML: look for a missing quote, colon or space")
            return
        for section, node, at in self.items(root, start):
            self.section(section, node, at)

    @abstractmethod
    def section(self, section: str, node: Node, at: Place) -> None:
        """Read one section of the file."""

    def tell(self, at: Place, says: str) -> None:
        """Note a fault."""
        self.problems.append(f"{at}: {says}")

    def items(self, node: Node | None, at: Place) -> Iterator[tuple[str, Node, Place]]:
        """Yield the keys of a mapping, each with its value and its position."""
        if not isinstance(node, MappingNode):
            self.tell(at, "must be keys, each with a colon after it")
            return
        seen: set[str] = set()
        for written, value in node.value:
            key = str(written.value)
            place = at.inside(key, written)
            if key in seen:
                self.tell(place, "stands here twice: join the two")
            seen.add(key)
            yield key, value, place

    def texts(self, node: Node, at: Place) -> tuple[str, ...]:
        """Return the texts of a list."""
        return tuple(text for _, text in self.lines(node, at))

    def lines(self, node: Node, at: Place) -> Iterator[tuple[Place, str]]:
        """Yield the texts of a list, each with its position."""
        if not isinstance(node, SequenceNode):
            self.tell(at, "must be a list, one line starting with '-' each")
            return
        for item in node.value:
            text = self.text(item, at.on(item))
            if text:
                yield at.on(item), text

    def text(self, node: Node, at: Place) -> str:
        """Return the words of a node; `no` and `2` stay text, unlike in plain YAML."""
        text = node.value.strip() if isinstance(node, ScalarNode) else ""
        if not text:
            self.tell(at, "must be words: put them in quotes")
        return text
