"""Texts of one language as read from its YAML file, with line numbers for error messages."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from bot.errors import ContentError


class Message(BaseModel):
    """Text of one key. `choices` replaces the labels of single choices in this message."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    bland: str | None = None
    choices: dict[str, str] = {}


class NeedWords(BaseModel):
    """Need as a choice in a menu, and as worded inside a sentence."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    choice: str
    said: str


class LanguageFile(BaseModel):
    """All texts of one language. Hashable by content, so that what is derived from a sheet can be cached."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    language: str
    native_review: str
    messages: dict[str, Message]
    remarks: dict[str, Message]
    labels: dict[str, str]
    needs: dict[str, NeedWords]
    pieces: dict[str, str]
    fallback: Message

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash(json.dumps(self.model_dump(), sort_keys=True))


@dataclass(frozen=True)
class Place:
    """Position of a file's contents, for error messages. Lines count from 1."""

    file: str
    data: Any = field(repr=False)

    def line(self, *path: str | int) -> int:
        """Return the line of the deepest part of `path` that exists in the file."""
        node, line = self.data, 1
        for part in path:
            marks = getattr(node, "lc", None)
            if marks is None or not _has(node, part):
                break
            line = (marks.key(part) if isinstance(part, str) else marks.item(part))[0] + 1
            node = node[part]
        return int(line)

    def at(self, *path: str | int) -> str:
        """Return `file:line: key`, the start of every message about content."""
        return f"{self.file}:{self.line(*path)}: {'.'.join(map(str, path))}"


def _has(node: Any, part: str | int) -> bool:
    if isinstance(part, int):
        return isinstance(node, list) and part < len(node)
    return isinstance(node, dict) and part in node


def read_yaml(path: Path) -> Place:
    """Read a YAML file with its line numbers; raise ContentError for invalid YAML or a duplicate key."""
    try:
        data = YAML(typ="rt").load(path.read_text(encoding="utf-8"))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        what = (error.problem or "not readable").splitlines()[0]
        raise ContentError([f"{path.name}:{line}: not valid YAML: {what}. Check indents, quotes and colons."]) from None
    except (YAMLError, ValueError, RecursionError) as error:  # such as an impossible date, or unclosed brackets
        raise ContentError([f"{path.name}:1: not valid YAML in UTF-8 ({type(error).__name__})."]) from None
    except OSError as error:
        raise ContentError([f"{path.name}: cannot be read ({error.strerror}). The file must be there."]) from None
    return Place(path.name, data)


def read_sheet(path: Path) -> tuple[LanguageFile, Place]:
    """Read a language's texts.

    Raises ContentError with all faults of form: file, line, key and what is expected.
    """
    place = read_yaml(path)
    try:
        return LanguageFile.model_validate(place.data or {}), place
    except ValidationError as error:
        raise ContentError(
            [f"{place.at(*fault['loc'])}: {fault['msg']}." for fault in error.errors(include_input=False)]
        ) from None
