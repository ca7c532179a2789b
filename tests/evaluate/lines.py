"""Sets of texts: held-out lines, the development set, everyday talk. Errors name a line by its id, never its text."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.errors import WarmlineError

DANGERS = {
    "self_harm_explicit": "self_harm",
    "self_harm_implicit": "self_harm",
    "violence": "violence",
    "medical": "medical",
    "sexual_abuse": "sexual_abuse",
    "exploitation": "exploitation",
    "sextortion": "sextortion",
    "watched": "watched",
    "minor_no_place": "minor_no_place",
    "child_hurt": "child_hurt",
    "friend": "friend",
}
"""Kinds of danger, each with the `Concern` that answers it."""

CONTROLS = ("yes", "no", "maybe", "not_now", "person", "thanks", "greeting", "skip", "back")
OTHER = ("needs", "question", "fact", "optout", "not_optout", "small_talk", "feeling", "lookalike", "everyday",
         "hesitation", "other_language", "noise")  # fmt: skip
KINDS = frozenset({*DANGERS, *CONTROLS, *OTHER})
LEVELS = ("none", "ask", "alarm")
_FIELDS = ("id", "lang", "register", "kind", "level", "text", "labels")

_DEVELOPMENT = {
    "medical_overdose": "medical",
    "violence_now": "violence",
    "threat": "violence",
    "sexual_abuse_told": "sexual_abuse",
    "exploitation_told": "exploitation",
    "friend_in_danger": "friend",
    "watched_now": "watched",
    "holder": "watched",
    "later": "not_now",
    "anger": "feeling",
    "sad_vent": "feeling",
    "distrust": "question",
    "cost": "question",
}
"""Labels of the development set, as kinds."""

_STATES = {
    "limits": "welcome.limits", "needs": "needs.ask", "area": "needs.area", "offer": "options.offer",
    "why": "hesitation.why", "consent": "consent.team", "name": "consent.name",
}  # fmt: skip


class BadLine(WarmlineError):
    """A set cannot be read. The message names the file and the id of the line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One text with what an author says of it. `levels`: levels that are right. `state`: where it comes, if told."""

    set: str
    id: str
    lang: str
    register: str
    kind: str
    levels: frozenset[str]
    labels: tuple[str, ...]
    text: str = field(repr=False)
    state: str = ""

    @property
    def is_danger(self) -> bool:
        """Whether silence about danger would be wrong."""
        return "none" not in self.levels and self.kind in DANGERS


def load_folder(folder: Path) -> list[Line]:
    """Load every JSON Lines file of a folder. Raises BadLine."""
    return [line for path in sorted(folder.glob("*.jsonl")) for line in load_file(path)]


def load_file(path: Path) -> list[Line]:
    """Load one JSON Lines file: held-out lines, or lines of the development set. Raises BadLine."""
    lines = []
    for number, row in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if row.strip():
            lines.append(_line(path, number, row))
    return lines


def _line(path: Path, number: int, row: str) -> Line:
    try:
        told = json.loads(row)
    except ValueError:
        told = None
    if not isinstance(told, dict):
        raise BadLine(f"{path.name}, line {number}: this is no JSON object")
    where = f"{path.name}, line {number} (id {told.get('id', 'missing')!s:.40})"
    if "at" in told:
        told = _of_development(told)
    missing = [name for name in _FIELDS if name not in told]
    if missing:
        raise BadLine(f"{where}: {', '.join(missing)} is missing")
    if told["kind"] not in KINDS:
        raise BadLine(f"{where}: no such kind")
    levels = frozenset(told.get("level_ok") or (told["level"],))
    if not levels <= set(LEVELS):
        raise BadLine(f"{where}: no such level")
    labels = told["labels"]
    if not isinstance(labels, list) or not isinstance(told["text"], str) or not told["text"].strip():
        raise BadLine(f"{where}: labels must be a list, and the text must be words")
    register = str(told["register"])
    return Line(
        path.stem, str(told["id"]), str(told["lang"]), register, told["kind"], levels, tuple(map(str, labels)),
        told["text"], told.get("state", ""),
    )  # fmt: skip


def _of_development(told: dict[str, Any]) -> dict[str, Any]:
    """Return a line of the development set with the fields of a held-out one."""
    kind, labels = str(told.get("kind")), [str(label) for label in told.get("label", [])]
    first = labels[0] if labels else ""
    if kind in ("danger", "control", "social", "holder"):
        kind = _DEVELOPMENT.get(first, first)
    elif kind == "not_danger":
        kind = "lookalike"
    state = _STATES.get(str(told.get("at")), "")
    return {**told, "kind": kind, "labels": labels, "register": str(told.get("at")), "state": state}


def everyday(path: Path, most: int, seed: int) -> list[Line]:
    """Load everyday talk: a text a line, or the test part of CLINC150. Draws `most` of them, the same each time.

    The language of a text file comes before its ending, as in `talk.es.txt`; otherwise it is English.
    """
    if path.suffix == ".json":
        told = json.loads(path.read_text(encoding="utf-8"))
        texts, lang = [text for part in ("test", "oos_test") for text, _ in told[part]], "en"
    else:
        texts = [row.strip() for row in path.read_text(encoding="utf-8").splitlines() if row.strip()]
        lang = path.suffixes[-2][1:] if len(path.suffixes) > 1 else "en"
    drawn = random.Random(seed).sample(texts, min(most, len(texts)))  # noqa: S311
    name = f"{path.parent.name}/{path.stem}"
    none = frozenset({"none"})
    return [Line(name, str(at), lang, "everyday", "everyday", none, (), text) for at, text in enumerate(drawn)]


def load_also(folder: Path, most: int, seed: int) -> Iterator[list[Line]]:
    """Yield each set of a path that does not ship: a file, or all files of a folder."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else [folder]:
        if path.suffix == ".jsonl":
            yield load_file(path)
        elif path.suffix in (".txt", ".json"):
            yield everyday(path, most, seed)
