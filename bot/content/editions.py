"""An edition: the entries that staff changed over the shipped ones, by language, section and key. Pure."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any, NamedTuple

FALLBACK = "fallback"
ABOUT = "about"
"""The section that holds what a language calls itself, under the key `language`."""

Words = dict[str, dict[str, dict[str, Any]]]
"""Values as they stand in a language file, by language, section (one of SECTIONS, ABOUT or FALLBACK) and key."""


class EntryName(NamedTuple):
    """Identifies one entry: language, section and key."""

    language: str
    section: str
    key: str

    def __str__(self) -> str:
        return "|".join(self)


def name_of(text: str) -> EntryName:
    """Parse the text that `str(name)` makes."""
    return EntryName(*text.split("|", 2))


@dataclass(frozen=True, slots=True)
class Edition:
    """One published edition. `who` published it, and `seconds` approved its pinned entries: staff ids.

    `at` is seconds since the epoch, `why` a line for colleagues. `phrases` are added to the lexicon, by language,
    section and meaning, and `lists` to the words that cause a warning (`plain_language`). By entry, `since` is the
    edition that changed it last, `reasons` why it was published despite a warning, and `reviewed` the mark of the
    value that a native reader has seen. `checked` is the day of the last try, by help line.
    """

    number: int = 0
    who: str = ""
    seconds: tuple[str, ...] = ()
    why: str = ""
    at: int = 0
    words: Words = field(default_factory=dict)
    phrases: Words = field(default_factory=dict)
    lists: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    since: dict[str, int] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    checked: dict[str, str] = field(default_factory=dict)
    reviewed: dict[str, str] = field(default_factory=dict)

    def dump(self) -> bytes:
        """Return the stored form."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":")).encode()


SHIPPED = Edition()
"""The shipped words, with no change."""


def load(stored: bytes) -> Edition:
    """Read an edition from its stored form. Fields that this release does not know are dropped."""
    read = json.loads(stored)
    known = {name: read[name] for name in Edition.__dataclass_fields__ if name in read}
    return Edition(**{**known, "seconds": tuple(known.get("seconds", ()))})


def tried(edition: Edition) -> dict[str, dt.date]:
    """Return the day on which an editor last tried each help line, by its id."""
    return {line: dt.date.fromisoformat(day) for line, day in edition.checked.items()}


def entries(words: Words) -> Iterator[tuple[EntryName, Any]]:
    """Yield every entry with its name."""
    for language, sections in words.items():
        for section, values in sections.items():
            for key, value in values.items():
                yield EntryName(language, section, key), value


def with_entries(words: Words, changes: Iterable[tuple[EntryName, Any]]) -> Words:
    """Return the words with these entries set; an entry whose value is None is removed."""
    new: Words = {language: {s: dict(values) for s, values in each.items()} for language, each in words.items()}
    for name, value in changes:
        section = new.setdefault(name.language, {}).setdefault(name.section, {})
        if value is None:
            section.pop(name.key, None)
        else:
            section[name.key] = value
    return {
        language: kept
        for language, each in new.items()
        if (kept := {section: values for section, values in each.items() if values})
    }
