"""Reading of a package from a path: finds its files, reads them into tables, and checks the whole. Changes nothing."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path, PurePosixPath
from typing import Any

from bot.directory.package.archive import Member, Refused, members
from bot.directory.package.errors import PackageErrors, Rule
from bot.directory.package.read_csv import CsvReader
from bot.directory.package.read_json import JsonReader
from bot.directory.package.reference_checks import check_links
from bot.directory.package.schema import FILES, NEEDED, TABLES, plain_name
from bot.directory.package.spreadsheet_guard import MARK
from bot.directory.package.tables import PackageTables

DESCRIPTOR = "datapackage.json"
AS_JSON = "warmline:json"
"""Property of a field whose cells are JSON."""
NAMED = {"name": "warmline-directory", "profile": "tabular-data-package"}
"""Default properties of our descriptor, used if the package has none of its own."""


def _nobody_waits(_: int) -> None:
    return None


def read_package(
    path: Path, today: dt.date, on_taken: Callable[[int], None] = _nobody_waits, *, strict: bool = False
) -> tuple[PackageTables, PackageErrors]:
    """Read the package at `path`, as far as possible, and return it with all its faults.

    `today` is the last day on which anything can have been verified. `on_taken` is called with the number of bytes as
    they are read; `weigh` gives their total. With `strict` a value that stays unknown is a fault that stops an import.
    Close the package after use.
    """
    faults, package = PackageErrors(strict=strict), PackageTables()
    found = members(path, faults)
    tabular = any(member.name.lower().endswith(".csv") or member.name == DESCRIPTOR for member in found)
    if tabular:
        _read_tabular(package, found, faults, today, on_taken)
    else:
        with closing(JsonReader(package, faults, today)) as reader:
            for member in found:
                try:
                    with member.open(faults) as lines:
                        reader.read(member.name, lines.whole())
                except Refused:
                    package.cut.add("service")
                on_taken(member.size)
            reader.finish()
    if package.tables:
        check_links(package, faults)
    return package, faults


def weigh(path: Path) -> int:
    """Return the number of bytes to read, for a progress bar."""
    return sum(member.size for member in members(path, PackageErrors()) if member.name != DESCRIPTOR)


def _read_tabular(
    package: PackageTables, found: list[Member], faults: PackageErrors, today: dt.date, on_taken: Callable[[int], None]
) -> None:
    by_name: dict[str, Member] = {}
    for member in found:
        if by_name.setdefault(member.name, member) is not member:
            faults.add(Rule.TWO_FILES, member.name, other="another of this name")
    described = _descriptor(by_name, faults)
    package.about = {
        key: value for key, value in described.items() if key not in ("resources", MARK) and value != NAMED.get(key)
    }
    resources = described.get("resources", [])
    reader = CsvReader(package, faults, today, described.get(MARK) is True, on_taken)
    files = _files(by_name, resources, faults)
    for table in NEEDED:
        if table not in files.values():
            package.cut.add(table)
            if not any(r["name"] == table for r in resources):
                faults.add(Rule.MISSING_FILE, TABLES[table].file)
    taken: dict[str, str] = {}
    for file, table in files.items():
        if table in taken:
            faults.add(Rule.TWO_FILES, file, other=taken[table])
            continue
        taken[table] = file
        if table not in TABLES:
            faults.add(Rule.UNKNOWN_TABLE, file)
        as_json = {field["name"] for r in resources if r["name"] == table for field in _fields(r) if field.get(AS_JSON)}
        try:
            with by_name[file].open(faults) as lines:
                reader.read(table, file, lines, as_json)
        except Refused:
            package.cut.add(table)


def _descriptor(by_name: dict[str, Member], faults: PackageErrors) -> dict[str, Any]:
    """Return the content of datapackage.json; empty if there is none."""
    if DESCRIPTOR not in by_name:
        return {}
    try:
        with by_name[DESCRIPTOR].open(faults) as lines:
            raw = json.loads(lines.whole().decode("utf-8-sig"))
    except Refused:
        return {}
    except (ValueError, RecursionError):
        raw = None
    resources = raw.get("resources") if isinstance(raw, dict) else None
    good = isinstance(resources, list) and all(
        isinstance(r, dict) and isinstance(r.get("name"), str) and isinstance(r.get("path"), str) for r in resources
    )
    if not good:
        faults.add(Rule.DESCRIPTOR, DESCRIPTOR)
        return {}
    return dict(raw) if isinstance(raw, dict) else {}


def _fields(resource: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the valid fields of a resource."""
    schema = resource.get("schema")
    fields = schema.get("fields") if isinstance(schema, dict) else None
    return [field for field in fields or [] if isinstance(field, dict) and isinstance(field.get("name"), str)]


def _files(by_name: dict[str, Member], resources: list[dict[str, Any]], faults: PackageErrors) -> dict[str, str]:
    """Map each file to its table: by the descriptor, and else by the file's name."""
    files: dict[str, str] = {}
    for resource in resources:
        file = PurePosixPath(resource["path"]).name
        if file in by_name:
            named = resource["name"]
            files[file] = named if named in TABLES else FILES.get(file.lower(), plain_name(named))
        else:
            faults.add(Rule.MISSING_FILE, file)
    for name in by_name:
        if name.lower().endswith(".csv") and name not in files:
            files[name] = FILES.get(name.lower(), plain_name(name[:-4]))
    return files
