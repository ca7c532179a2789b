"""An edition: what staff changed over the words that ship, by language, section and key. Pure.

Makes the sheets in use of it. A part that does not fit gives way to the shipped one (promise 11).
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from typing import Any, NamedTuple

from pydantic import ValidationError
from ruamel.yaml.comments import CommentedMap

from bot.content.checks import check_sheet
from bot.content.language_file import Place, Sheet
from bot.content.overlay import SECTIONS, lay
from bot.content.plain_language import Kind

FALLBACK = "fallback"
ABOUT = "about"
"""Holds a language's own name, under the key `language`."""

Words = dict[str, dict[str, dict[str, Any]]]
"""Language, section (one of SECTIONS, or ABOUT), key: the value as it stands in a language's file."""


class Name(NamedTuple):
    """Which entry: of a language, in a section, with a key."""

    language: str
    section: str
    key: str

    def __str__(self) -> str:
        return "|".join(self)


def name_of(text: str) -> Name:
    """The name that stands behind `str(name)`."""
    return Name(*text.split("|", 2))


@dataclass(frozen=True, slots=True)
class Edition:
    """One published edition. `who` and `seconds` are staff ids: who published, and who else looked at pinned words.

    `at` is seconds since the epoch, `why` a line for colleagues. `phrases` are added to the lexicon, by language,
    section and meaning, and `lists` to the words to ask about (`plain`). By Name of an entry, `since` says in which
    edition it was changed last, `reasons` why it was published against a warning, and `reviewed` which words a native
    reader has seen (by their mark). `checked` is the day on which somebody last tried a help line.
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
        """The stored form."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":")).encode()


SHIPPED = Edition()
"""Nothing is changed."""


def load(stored: bytes) -> Edition:
    """An edition from its stored form; what this release does not know of it is dropped."""
    read = json.loads(stored)
    known = {name: read[name] for name in Edition.__dataclass_fields__ if name in read}
    return Edition(**{**known, "seconds": tuple(known.get("seconds", ()))})


def tried(edition: Edition) -> dict[str, dt.date]:
    """The day on which somebody last tried each help line, by its id."""
    return {line: dt.date.fromisoformat(day) for line, day in edition.checked.items()}


def entries(words: Words) -> Iterator[tuple[Name, Any]]:
    """Every entry, by name."""
    for language, sections in words.items():
        for section, values in sections.items():
            for key, value in values.items():
                yield Name(language, section, key), value


def with_entries(words: Words, changes: Iterable[tuple[Name, Any]]) -> Words:
    """The words with some entries put in, and those taken out whose value is None."""
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


def sheets_of(
    shipped: Mapping[str, Sheet], words: Words, lists: Mapping[str, Mapping[str, list[str]]] | None = None
) -> tuple[dict[str, Sheet], list[str]]:
    """The sheets in use, and every fault of what did not fit. `lists` are the edition's.

    A language of the staff's own is in use only when it is whole and without a fault.
    """
    sheets = dict(shipped)
    problems: list[str] = []
    for language, sections in words.items():
        found = [(s, key, value) for s, values in sections.items() if s in SECTIONS for key, value in values.items()]
        if language in shipped:
            sheets[language] = lay(language, shipped[language], found, problems)
            continue
        sheet, faults = new_sheet(language, sections, (lists or {}).get(language, {}).get(Kind.NAMES, ()))
        problems += faults
        if sheet and not faults:
            sheets[language] = sheet
    return sheets, problems


def sheets_with(shipped: Mapping[str, Sheet], words: Words) -> dict[str, Sheet]:
    """The sheets with every entry put in, fit or not: what is checked before publishing.

    A language of the staff's own is there as far as it is written.
    """
    sheets = {}
    for language, sheet in shipped.items():
        if language not in words:
            sheets[language] = sheet
            continue
        whole = sheet.model_dump()
        for section, values in words.get(language, {}).items():
            if section in SECTIONS:
                whole[section].update(values)
        sheets[language] = Sheet.model_validate(whole)
    for language in sorted(words.keys() - shipped.keys()):
        with suppress(ValidationError):  # nothing to look at yet
            sheets[language] = _written(language, words[language])
    return sheets


def new_sheet(
    language: str, sections: Mapping[str, Mapping[str, Any]], names: Iterable[str] = ()
) -> tuple[Sheet | None, list[str]]:
    """The sheet of a language that does not ship, and what it lacks or has wrong; None when it has no form yet.

    `names`: the words that a screen may not show while others see it.
    """
    try:
        sheet = _written(language, sections)
    except ValidationError as error:
        return None, [f"{language}: {'.'.join(map(str, fault['loc']))}: {fault['msg']}." for fault in error.errors()]
    return sheet, check_sheet(language, sheet, Place(language, CommentedMap()), names=names)


def _written(language: str, sections: Mapping[str, Mapping[str, Any]]) -> Sheet:
    about = sections.get(ABOUT, {})
    whole = {
        "language": about.get("language", language), "native_review": "",
        **{section: dict(sections.get(section, {})) for section in SECTIONS},
        FALLBACK: sections.get(FALLBACK, {}).get(FALLBACK) or {"text": ""},
    }  # fmt: skip
    return Sheet.model_validate(whole)
