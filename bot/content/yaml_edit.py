"""Replacement of values in the text of a YAML file that leaves all other lines unchanged, to the letter. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.nodes import MappingNode, Node
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

Path = tuple[str, ...]
INDENT = 2


def spliced(text: str, changes: Mapping[Path, Any]) -> str:
    """Return the file with the value of each path replaced, or added at the end of its section."""
    lines = text.splitlines(keepends=True)
    root = YAML(typ="safe", pure=True).compose(text)
    spots = sorted(((*_span(root, path, lines), path) for path in changes), reverse=True)
    for start, end, path in spots:
        lines[start:end] = [f"{' ' * INDENT * (len(path) - 1)}{line}" for line in written(path[-1], changes[path])]
    return "".join(lines)


def written(key: str, value: Any) -> list[str]:
    """Return the lines of one entry."""
    out = StringIO()
    yaml = YAML()
    yaml.width = 4096
    yaml.indent(mapping=INDENT, sequence=4, offset=2)
    yaml.allow_unicode = True
    yaml.dump({key: _styled(value)}, out)
    return out.getvalue().splitlines(keepends=True)


def _styled(value: Any) -> Any:
    if isinstance(value, str):
        if "\n" in value:
            # quoted where a block would not keep the value unchanged
            plain = all(line == line.rstrip() for line in value.split("\n")) and not value.startswith((" ", "\n"))
            return LiteralScalarString(value) if plain else DoubleQuotedScalarString(value)
        return value
    if isinstance(value, Mapping):
        made = CommentedMap({key: _styled(one) for key, one in value.items()})
        if all(isinstance(one, str) and "\n" not in one for one in value.values()) and "text" not in value:
            made.fa.set_flow_style()
        return made
    return [_styled(one) for one in value] if isinstance(value, list) else value


def _span(node: Node | None, path: Path, lines: list[str]) -> tuple[int, int]:
    """Return the first line and the end of an entry; comments above the next entry belong to that one."""
    last = len(lines)
    for depth, part in enumerate(path):
        if not isinstance(node, MappingNode):
            raise KeyError(".".join(path))
        keys = [key for key, _ in node.value]
        at = next((n for n, key in enumerate(keys) if key.value == part), None)
        if at is None:
            if depth + 1 < len(path):
                raise KeyError(".".join(path))
            end = _trimmed(lines, keys[-1].start_mark.line if keys else 0, last)
            return end, end
        last = keys[at + 1].start_mark.line if at + 1 < len(keys) else last
        start, node = keys[at].start_mark.line, node.value[at][1]
    return start, _trimmed(lines, start, last)


def _trimmed(lines: list[str], start: int, end: int) -> int:
    """Return the end without the blank lines and comments before the next entry."""
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return end
