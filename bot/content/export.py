"""Export of an edition as the shipped files, and import of such files as entries.

With it, content that staff wrote becomes an ordinary commit, and the reverse. Reads and writes a folder; callers pass
in the content in use.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.content.catalog import SHIPPED
from bot.content.draft import ANY, CHECKED, LISTS, PHRASES, shipped_value
from bot.content.editions import ABOUT, FALLBACK, Edition, EntryName, entries
from bot.content.hotlines import load_hotlines
from bot.content.language_file import LanguageFile, Place, read_sheet, read_yaml
from bot.content.overlay import SECTIONS
from bot.content.reporting import FILE as REPORTING
from bot.content.yaml_edit import spliced, written
from bot.errors import ContentError
from bot.flows.names import LANGUAGES

STUDIO = "studio.yaml"
"""File with what staff added to the lexicon of a language."""

WORD_LISTS = "lists.yaml"
"""File with the words that staff added to the writing lists. Warmline reads it on import only: it travels between
editions.
"""

_NO_LANGUAGES = frozenset({"hotlines.yaml", "guides.yaml", "practice.yaml", REPORTING, WORD_LISTS})
"""Files that stand beside those of the languages."""


def write_files(edition: Edition, sheets: Mapping[str, LanguageFile], folder: Path) -> list[str]:
    """Write the edition over copies of the shipped files, and return the names of those that differ.

    `sheets` are the shipped ones. Raises OSError.
    """
    changes: dict[str, dict[tuple[str, ...], Any]] = {}
    for name, value in entries(edition.words):
        if value != shipped_value(sheets, name):
            path = (FALLBACK,) if name.section == FALLBACK else (name.section, name.key)
            changes.setdefault(f"{name.language}.yaml", {})[path] = value
    lines = load_hotlines().lines
    for line, day in edition.checked.items():
        if line in lines and dt.date.fromisoformat(day) > (lines[line].checked or dt.date.min):
            days = changes.setdefault("hotlines.yaml", {})
            days["lines", line, "checked"] = dt.date.fromisoformat(day)
            days["lines", line, "confidence"] = "sure"
    folder.mkdir(parents=True, exist_ok=True)
    made: dict[str, str] = {}
    for file in (*(f"{code}.yaml" for code in LANGUAGES), "hotlines.yaml"):
        text = (SHIPPED / file).read_text(encoding="utf-8")
        made[file] = spliced(text, changes.get(file, {}))
        changes.pop(file, None)
    for file in changes:
        made[file] = _new_language(edition.words[file.removesuffix(".yaml")])
    for code, phrases in edition.phrases.items():
        if any(phrases.values()):
            made[f"lexicon/{code}/{STUDIO}"] = "".join(line for s in phrases for line in written(s, phrases[s]))
    if any(any(kinds.values()) for kinds in edition.lists.values()):
        made[WORD_LISTS] = "".join(line for code in edition.lists for line in written(code, edition.lists[code]))
    for file, text in made.items():
        into = folder / file
        into.parent.mkdir(parents=True, exist_ok=True)
        into.write_text(text, encoding="utf-8", newline="\n")
    return [file for file, text in made.items() if not (SHIPPED / file).exists() or text != _shipped_text(file)]


def _shipped_text(file: str) -> str:
    return (SHIPPED / file).read_text(encoding="utf-8")


def _new_language(sections: Mapping[str, Mapping[str, Any]]) -> str:
    own = {"language": sections.get(ABOUT, {}).get("language", ""), "native_review": ""}
    last_words = sections.get(FALLBACK, {}) or {FALLBACK: {"text": ""}}
    whole = {**own, **{section: sections.get(section, {}) for section in SECTIONS}, **last_words}
    lines: list[str] = []
    for section, values in whole.items():
        if section in SECTIONS:
            lines.append(f"{section}:\n" if values else f"{section}: {{}}\n")
            lines += (f"  {line}" for key, value in values.items() for line in written(key, value))
        else:
            lines += written(section, values)
    return "".join(lines)


def read_files(folder: Path) -> tuple[dict[EntryName, Any], dict[EntryName, str]]:
    """Return all entries of a folder's files, and the position of each.

    A folder need not hold all files, but each must be complete. Raises ContentError with file, line and key of each
    fault.
    """
    found: dict[EntryName, Any] = {}
    at: dict[EntryName, str] = {}
    problems: list[str] = []
    for read in (_languages, _phrases, _lists, _days):
        try:
            for name, value, where in read(folder):
                found[name], at[name] = value, where
        except ContentError as error:
            problems += error.problems
    if not found and not problems:
        problems.append(f"{folder.name}: no file of words in it. Expected en.yaml and the others beside it.")
    if problems:
        raise ContentError(problems)
    return found, at


def _languages(folder: Path) -> Iterator[tuple[EntryName, Any, str]]:
    for path in sorted(folder.glob("*.yaml")):
        code = path.stem
        if path.name in _NO_LANGUAGES:
            continue
        sheet, place = read_sheet(path)
        if code not in LANGUAGES:
            yield EntryName(code, ABOUT, "language"), sheet.language, place.at("language")
        for section in SECTIONS:
            for key in getattr(sheet, section):
                name = EntryName(code, section, key)
                yield name, shipped_value({code: sheet}, name), place.at(section, key)
        if code in LANGUAGES or not sheet.fallback.text:
            continue  # the shipped fallback text cannot be replaced; that of an added language may not be written yet
        yield (
            EntryName(code, FALLBACK, FALLBACK), sheet.fallback.model_dump(exclude_defaults=True), place.at(FALLBACK),
        )  # fmt: skip


def _phrases(folder: Path) -> Iterator[tuple[EntryName, Any, str]]:
    for path in sorted(folder.glob(f"lexicon/*/{STUDIO}")):
        place = read_yaml(path)
        for section, key, phrases in _two_deep(place):
            yield EntryName(path.parent.name, PHRASES + section, key), phrases, place.at(section, key)


def _lists(folder: Path) -> Iterator[tuple[EntryName, Any, str]]:
    path = folder / WORD_LISTS
    if path.exists():
        place = read_yaml(path)
        for code, kind, words in _two_deep(place):
            yield EntryName(code, LISTS, kind), words, place.at(code, kind)


def _two_deep(place: Place) -> Iterator[tuple[str, str, list[str]]]:
    data = place.data or {}
    for section, values in data.items() if isinstance(data, Mapping) else [("", None)]:
        if not isinstance(values, Mapping):
            raise ContentError([f"{place.at(str(section))}: keys expected here, each with a list of words."])
        for key, words in values.items():
            if not isinstance(words, list) or not all(isinstance(one, str) for one in words):
                raise ContentError([f"{place.at(str(section), str(key))}: a list of words in quotes expected here."])
            yield str(section), str(key), [str(one) for one in words]


def _days(folder: Path) -> Iterator[tuple[EntryName, Any, str]]:
    path = folder / "hotlines.yaml"
    if not path.exists():
        return
    shipped, place = load_hotlines().lines, read_yaml(path)
    for key, line in load_hotlines(path).lines.items():
        if key in shipped and line.checked and line.checked > (shipped[key].checked or dt.date.min):
            yield EntryName(ANY, CHECKED, key), line.checked.isoformat(), place.at("lines", key, "checked")
