"""Lays changed entries over the shipped ones: an agency's own files, or what staff published in an edition.

An entry that does not pass the checks gives way to the shipped one (promise 11), and its faults are reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.content.catalog import SHIPPED, load_sheets
from bot.content.checks import Finding, Severity, check_sheet
from bot.content.editions import ABOUT, FALLBACK, EntryName, Words
from bot.content.language_file import LanguageFile, Place, read_yaml
from bot.content.plain_language import Kind
from bot.errors import ContentError
from bot.flows.names import LANGUAGES

Entry = tuple[str, str, Any]
"""Section, key and value."""

SECTIONS = ("messages", "remarks", "labels", "needs", "pieces")

_HEAD = ("language", "native_review", "fallback")
"""Keys of a whole copied file that are ignored: the shipped values stay."""

MOST_TOLD = 3
"""Faults reported of one entry: a label may be wrong in fifty places at once."""


def load_words(shipped: Path = SHIPPED, own: Path | None = None) -> tuple[dict[str, LanguageFile], list[str]]:
    """Read the shipped words, and an agency's own files in `own` over them.

    Returns the sheets to use, and every fault as a line: file, line, key and what to do.
    """
    sheets, _, problems = load_sheets(shipped)
    if own is None:
        return sheets, problems
    for code in LANGUAGES:
        path = own / f"{code}.yaml"
        if code not in sheets or not path.exists():
            continue
        try:
            place = read_yaml(path)
        except ContentError as error:
            problems += error.problems
            continue
        sheets[code] = _with_file(code, sheets[code], place, problems)
    return sheets, problems


def _with_file(code: str, sheet: LanguageFile, place: Place, problems: list[str]) -> LanguageFile:
    data: Any = place.data or {}
    if not isinstance(data, Mapping):
        problems.append(f"{place.file}:1: sections expected here: {', '.join(SECTIONS)}.")
        return sheet
    entries: list[Entry] = []
    for section, values in data.items():
        if section in _HEAD:
            continue
        if section not in SECTIONS or not isinstance(values, Mapping):
            problems.append(f"{place.at(section)}: no such section. Expected one of {', '.join(SECTIONS)}.")
            continue
        entries += [(str(section), str(key), value) for key, value in values.items()]
    sheet, found = apply_entries(code, sheet, entries)
    problems += [one.line_in(place) for one in found]
    return sheet


def apply_entries(code: str, sheet: LanguageFile, entries: list[Entry]) -> tuple[LanguageFile, list[Finding]]:
    """Lay every entry that fits over the sheet. Return the faults of the others."""
    found: list[Finding] = []
    return _laid(code, sheet, entries, found), found


def _laid(code: str, sheet: LanguageFile, entries: list[Entry], found: list[Finding]) -> LanguageFile:
    """Lay all entries at once if all fit; else by halves, until each unfit entry stands alone."""
    if not entries:
        return sheet
    changed, faults = _with(code, sheet, entries)
    if not faults:
        return changed
    if len(entries) > 1:
        half = len(entries) // 2
        return _laid(code, _laid(code, sheet, entries[:half], found), entries[half:], found)
    name, rest = EntryName(code, *entries[0][:2]), len(faults) - MOST_TOLD
    says = [f"{fault} The shipped words are used." for fault in faults[:MOST_TOLD]]
    if rest > 0:
        says.append(f"and {rest} more faults of the same entry.")
    found += [Finding(name, "", Severity.ERROR, each) for each in says]
    return sheet


def _with(code: str, sheet: LanguageFile, entries: list[Entry]) -> tuple[LanguageFile, list[str]]:
    merged = sheet.model_dump()
    for section, key, value in entries:
        merged[section][key] = value
    try:
        changed = LanguageFile.model_validate(merged)
    except ValidationError as error:
        return sheet, [f"{fault['msg']}." for fault in error.errors(include_input=False)]
    after = check_sheet(code, changed)
    if not after:
        return changed, []
    before = set(check_sheet(code, sheet))
    return changed, [f"{one.path}: {one.says}" for one in after if one not in before]


def sheets_of(
    shipped: Mapping[str, LanguageFile], words: Words, lists: Mapping[str, Mapping[str, list[str]]] | None = None
) -> tuple[dict[str, LanguageFile], list[Finding]]:
    """Return the sheets in use, and every fault of an entry that does not fit. `lists` are the edition's.

    A language that staff add is in use only when it is complete and has no fault.
    """
    sheets = dict(shipped)
    found: list[Finding] = []
    for language, sections in words.items():
        entries = [(s, key, value) for s, values in sections.items() if s in SECTIONS for key, value in values.items()]
        if language in shipped:
            sheets[language], faults = apply_entries(language, shipped[language], entries)
        else:
            sheet, faults = new_sheet(language, sections, (lists or {}).get(language, {}).get(Kind.NAMES, ()))
            if sheet and not faults:
                sheets[language] = sheet
        found += faults
    return sheets, found


def sheets_with(shipped: Mapping[str, LanguageFile], words: Words) -> dict[str, LanguageFile]:
    """Return the sheets with every entry in place, whether it fits or not: these are checked before publishing.

    A language that staff add is there as far as it is written.
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
        sheets[language] = LanguageFile.model_validate(whole)
    for language in sorted(words.keys() - shipped.keys()):
        with suppress(ValidationError):  # nothing to check yet
            sheets[language] = _written(language, words[language])
    return sheets


def new_sheet(
    language: str, sections: Mapping[str, Mapping[str, Any]], names: Iterable[str] = ()
) -> tuple[LanguageFile | None, list[Finding]]:
    """Make the sheet of a language that staff add, with what is missing or wrong in it; None when it has no form yet.

    `names` are the words that a watched screen may not show.
    """
    try:
        sheet = _written(language, sections)
    except ValidationError as error:
        return None, [_of_form(language, tuple(map(str, fault["loc"])), fault["msg"]) for fault in error.errors()]
    return sheet, check_sheet(language, sheet, names=names)


def _of_form(language: str, loc: tuple[str, ...], says: str) -> Finding:
    section, *rest = loc
    key = FALLBACK if section == FALLBACK else rest.pop(0) if rest else ""
    return Finding(EntryName(language, section, key), ".".join(rest), Severity.ERROR, f"{says}.")


def _written(language: str, sections: Mapping[str, Mapping[str, Any]]) -> LanguageFile:
    about = sections.get(ABOUT, {})
    whole = {
        "language": about.get("language", language), "native_review": "",
        **{section: dict(sections.get(section, {})) for section in SECTIONS},
        FALLBACK: sections.get(FALLBACK, {}).get(FALLBACK) or {"text": ""},
    }  # fmt: skip
    return LanguageFile.model_validate(whole)
