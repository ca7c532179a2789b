"""Which words are in use: the shipped ones, with an agency's own laid over them message by message.

A message of the agency's that does not pass the checks gives way to the shipped one, and the fault is told;
the conversation never breaks (promise 11).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from ruamel.yaml.comments import CommentedMap

from bot.content.catalog import LANGUAGES, SHIPPED, load_sheets
from bot.content.checks import check_sheet
from bot.content.language_file import Place, Sheet, read_yaml
from bot.errors import ContentError

Entry = tuple[str, str, Any]
"""Section, key and value."""

ABOUT = ("language", "native_review", "fallback")
"""What a whole copied file also holds: the shipped one's stays."""

MOST_TOLD = 3
"""Faults told of one entry: a label may be wrong in fifty places at once."""

SECTIONS = ("messages", "remarks", "labels", "needs", "pieces")


def load_words(shipped: Path = SHIPPED, own: Path | None = None) -> tuple[dict[str, Sheet], list[str]]:
    """The words to use, and every fault found on the way: each names file, line, key and what to do."""
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
        sheets[code] = _laid_over(code, sheets[code], place, problems)
    return sheets, problems


def _laid_over(code: str, sheet: Sheet, place: Place, problems: list[str]) -> Sheet:
    data: Any = place.data or {}
    if not isinstance(data, Mapping):
        problems.append(f"{place.file}:1: sections expected here: {', '.join(SECTIONS)}.")
        return sheet
    entries: list[Entry] = []
    for section, values in data.items():
        if section in ABOUT:
            continue
        if section not in SECTIONS or not isinstance(values, Mapping):
            problems.append(f"{place.at(section)}: no such section. Expected one of {', '.join(SECTIONS)}.")
            continue
        entries += [(str(section), str(key), value) for key, value in values.items()]
    return _Laying(code, place, problems).lay(sheet, entries)


def lay(code: str, sheet: Sheet, entries: list[Entry], problems: list[str]) -> Sheet:
    """The sheet with every one of the entries that fits; the faults of the others go to `problems`."""
    return _Laying(code, Place(code, CommentedMap()), problems).lay(sheet, entries)


class _Laying:
    """Lays entries over a sheet. All at once if all are fit; else by halves, until the unfit ones stand alone."""

    def __init__(self, code: str, place: Place, problems: list[str]) -> None:
        self._code, self._place, self._problems = code, place, problems
        self._marks = Place(place.file, CommentedMap())

    def lay(self, sheet: Sheet, entries: list[Entry]) -> Sheet:
        """The sheet with every fit entry; the faults of the others are told."""
        if not entries:
            return sheet
        changed, faults = self._with(sheet, entries)
        if not faults:
            return changed
        if len(entries) > 1:
            half = len(entries) // 2
            return self.lay(self.lay(sheet, entries[:half]), entries[half:])
        at, rest = self._place.at(*entries[0][:2]), len(faults) - MOST_TOLD
        self._problems += [f"{at}: {fault} The shipped words are used." for fault in faults[:MOST_TOLD]]
        if rest > 0:
            self._problems.append(f"{at}: and {rest} more faults of the same entry.")
        return sheet

    def _with(self, sheet: Sheet, entries: list[Entry]) -> tuple[Sheet, list[str]]:
        merged = sheet.model_dump()
        for section, key, value in entries:
            merged[section][key] = value
        try:
            changed = Sheet.model_validate(merged)
        except ValidationError as error:
            return sheet, [f"{fault['msg']}." for fault in error.errors(include_input=False)]
        after = check_sheet(self._code, changed, self._marks)
        if not after:
            return changed, []
        before = set(check_sheet(self._code, sheet, self._marks))
        start = f"{self._place.file}:1: "
        return changed, [fault.removeprefix(start) for fault in after if fault not in before]
