"""YAML files as nodes: each value is the text as written, with its line. Read by libyaml, about ten times as fast.

The lexicon and the rules have thousands of lines, and every process that reads texts loads them. Files that the
product writes go through `ruamel.yaml`, which keeps comments.
"""

from __future__ import annotations

from pathlib import Path

import yaml
from yaml.error import MarkedYAMLError, YAMLError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

__all__ = ["MappingNode", "MarkedYAMLError", "Node", "ScalarNode", "SequenceNode", "YAMLError", "compose"]

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # a machine without libyaml reads the same, slower


def compose(path: Path) -> Node | None:
    """Return the root node of a file, None if it is empty. Raise OSError, UnicodeDecodeError or YAMLError."""
    root: Node | None = yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    return root
