"""Texts that the local model learns from: ideas by language and kind, each in two wordings."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from bot.errors import ContentError
from bot.understanding.ear import CLASSES, DANGERS, ELSE, NO_STOP
from bot.understanding.ear import TOPICS as NAMED

SHIPPED = Path(__file__).with_name("ideas")
TOPICS = Path(__file__).with_name("topics")
STRANGERS = Path(__file__).with_name("strangers")
"""Texts of earlier blind sets, by kind of danger or of harmless talk. Both models learn them as well."""

SPELLINGS = "spellings.yaml"


class Idea(NamedTuple):
    """One thing that a person may mean, in several wordings."""

    language: str
    kind: str
    wordings: tuple[str, ...]


class Lessons(NamedTuple):
    """All that the training reads. `checksum` changes with any of it."""

    ideas: tuple[Idea, ...]
    spellings: dict[str, str]
    checksum: str


def load_lessons(folder: Path = SHIPPED, strangers: Path = STRANGERS) -> Lessons:
    """Load what the model of dangers learns from: the ideas, then the texts of strangers. Raise ContentError."""
    known, also = load_ideas(folder), load_ideas(strangers, spellings=folder / SPELLINGS)
    ideas = [*known.ideas, *also.ideas]
    return Lessons(tuple(ideas), known.spellings, _checksum(ideas, known.spellings))


def load_ideas(folder: Path = SHIPPED, kinds: Collection[str] = CLASSES, spellings: Path | None = None) -> Lessons:
    """Load all ideas of a folder, whose files have the names of `kinds`, and spellings. Raise ContentError."""
    problems: list[str] = []
    ideas: list[Idea] = []
    for path in sorted(folder.glob("*/*.yaml")):
        where = f"{path.parent.name}/{path.name}"
        if path.stem not in kinds:
            problems.append(f"{where}: the model knows no such kind. Known are: {', '.join(kinds)}.")
            continue
        found = _read(path, where, problems)
        if found is None:
            continue
        if not isinstance(found, list) or not all(_is_idea(one) for one in found):
            problems.append(f"{where}: write a list of ideas, each a list of wordings in quotes.")
            continue
        ideas += [Idea(path.parent.name, path.stem, tuple(one)) for one in found]
    found = _read(spellings or folder / SPELLINGS, SPELLINGS, problems)
    table = found if isinstance(found, dict) else {}
    if found is not None and not (table and all(isinstance(one, str) for pair in table.items() for one in pair)):
        problems.append(f"{SPELLINGS}: write one short form and its meaning a line, both as text.")
    if problems:
        raise ContentError(problems)
    return Lessons(tuple(ideas), table, _checksum(ideas, table))


def load_topic_lessons(folder: Path = TOPICS, others: Path = SHIPPED, strangers: Path = STRANGERS) -> Lessons:
    """Load the ideas of all topics, and as texts that are none of them those of the dangers and of everyday talk.

    Those are the lessons of the model of dangers. A text that has a topic is left out of them: an opt-out is everyday
    talk to the model of dangers and a topic of its own here.
    """
    stems = {name.removeprefix("aside."): name for name in (*NAMED, NO_STOP)}
    named = load_ideas(folder, stems, others / SPELLINGS)
    known = load_lessons(others, strangers)
    ideas = [idea._replace(kind=stems[idea.kind]) for idea in named.ideas]
    with_topic = {wording for idea in ideas for wording in idea.wordings}
    # A sort keeps the order within each file.
    for idea in sorted(known.ideas, key=lambda one: (one.language, one.kind)):
        kind = "danger" if idea.kind in DANGERS else idea.kind
        if kind in ELSE and with_topic.isdisjoint(idea.wordings):
            ideas.append(idea._replace(kind=kind))
    return Lessons(tuple(ideas), named.spellings, _checksum(ideas, named.spellings))


def _read(path: Path, where: str, problems: list[str]) -> object:
    try:
        return YAML(typ="safe", pure=True).load(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, YAMLError):
        problems.append(f"{where}: can't be read as YAML in UTF-8.")
        return None


def _is_idea(found: object) -> bool:
    return isinstance(found, list) and bool(found) and all(isinstance(one, str) and one.strip() for one in found)


def _checksum(ideas: list[Idea], spellings: dict[str, str]) -> str:
    """Return a digest of the content alone: comments and line breaks do not count."""
    digest = hashlib.sha256()
    for part in (*(text for idea in ideas for text in (*idea[:2], *idea.wordings)), *sorted(spellings.items())):
        digest.update(repr(part).encode())
    return digest.hexdigest()
