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
from bot.content.sheet import Place, Sheet, read_yaml
from bot.errors import ContentError

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
    for section, entries in data.items():
        if section not in SECTIONS or not isinstance(entries, Mapping):
            problems.append(f"{place.at(section)}: no such section. Expected one of {', '.join(SECTIONS)}.")
            continue
        for key, value in entries.items():
            changed, faults = _with(code, sheet, (section, str(key)), value, place)
            problems += faults
            sheet = sheet if faults else changed
    return sheet


def _with(code: str, sheet: Sheet, entry: tuple[str, str], value: Any, place: Place) -> tuple[Sheet, list[str]]:
    """The sheet with one entry (its section and key) replaced, and the faults that this alone brings."""
    section, key = entry
    merged = sheet.model_dump()
    merged[section][key] = value
    try:
        changed = Sheet.model_validate(merged)
    except ValidationError as error:
        told = [fault["msg"] for fault in error.errors(include_input=False)]
        return sheet, [f"{place.at(section, key)}: {', '.join(told)}. The shipped words are used."]
    marks = Place(place.file, CommentedMap())
    before = set(check_sheet(code, sheet, marks))
    new = [fault for fault in check_sheet(code, changed, marks) if fault not in before]
    start = f"{place.file}:1: "
    return changed, [
        f"{place.at(section, key)}: {fault.removeprefix(start)} The shipped words are used." for fault in new
    ]
