"""One language's words as they stand in its YAML file, with the line of each for messages about them."""

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
    """The words of one key. `choices` gives a choice its own label here."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    bland: str | None = None
    choices: dict[str, str] = {}


class NeedWords(BaseModel):
    """A need as a choice in a menu and as said in a sentence."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    choice: str
    said: str


class LanguageFile(BaseModel):
    """All words of one language. Hashable by content, so that what is derived from a sheet can be cached."""

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
    """Where in a file a thing stands. Lines count from 1."""

    file: str
    data: Any = field(repr=False)

    def line(self, *path: str | int) -> int:
        """The line of the deepest part of `path` that the file has."""
        node, line = self.data, 1
        for part in path:
            marks = getattr(node, "lc", None)
            if marks is None or not _has(node, part):
                break
            line = (marks.key(part) if isinstance(part, str) else marks.item(part))[0] + 1
            node = node[part]
        return int(line)

    def at(self, *path: str | int) -> str:
        """`file:line: key`, the way every message about content starts."""
        return f"{self.file}:{self.line(*path)}: {'.'.join(map(str, path))}"


def _has(node: Any, part: str | int) -> bool:
    if isinstance(part, int):
        return isinstance(node, list) and part < len(node)
    return isinstance(node, dict) and part in node


def read_yaml(path: Path) -> Place:
    """The file's data with its marks. Raises ContentError for what is not YAML, or has a key twice."""
    try:
        data = YAML(typ="rt").load(path.read_text(encoding="utf-8"))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        what = (error.problem or "not readable").splitlines()[0]
        raise ContentError([f"{path.name}:{line}: not valid YAML: {what}. Check indents, quotes and colons."]) from None
    except (YAMLError, ValueError, RecursionError) as error:  # a date that is none, brackets without end
        raise ContentError([f"{path.name}:1: not valid YAML in UTF-8 ({type(error).__name__})."]) from None
    except OSError as error:
        raise ContentError([f"{path.name}: cannot be read ({error.strerror}). The file must be there."]) from None
    return Place(path.name, data)


def read_sheet(path: Path) -> tuple[LanguageFile, Place]:
    """A language's words. Raises ContentError with every fault of form: file, line, key, what is expected."""
    place = read_yaml(path)
    try:
        return LanguageFile.model_validate(place.data or {}), place
    except ValidationError as error:
        raise ContentError(
            [f"{place.at(*fault['loc'])}: {fault['msg']}." for fault in error.errors(include_input=False)]
        ) from None
