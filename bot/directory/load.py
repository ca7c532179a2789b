"""Loader of directory files (HSDS 3.1, nested JSON): checks all of them and builds the Directory.

Reports every fault with file, service, field and what is expected. Does not rank or write.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.directory.directory import STRICT, Directory
from bot.directory.parsing import expected, service_of
from bot.directory.schema import ServiceRecord, TaxonomyTerm
from bot.directory.vetting import Rules
from bot.errors import DirectoryError

SHIPPED = Path(__file__).with_name("data")


class FileFault(NamedTuple):
    """Fault in a directory file: the row and field, if any, and what is expected."""

    file: str
    row: str
    field: str
    says: str
    line: int = 0

    def __str__(self) -> str:
        file = f"{self.file}:{self.line}" if self.line else self.file
        return ": ".join(part for part in (file, self.row, self.field, self.says) if part)


class _File(BaseModel):
    """One page of services as returned by HSDS's own API, and the terms that its attributes refer to."""

    model_config = ConfigDict(extra="ignore")
    taxonomy_terms: tuple[TaxonomyTerm, ...] = ()
    contents: tuple[ServiceRecord, ...] = ()


def load_directory(
    path: Path | None = None,
    region: str = "US",
    rules: Rules = STRICT,
    clock: Callable[[], float] = time.time,
) -> Directory:
    """Load the directory from `path` (a JSON file or a folder of them), or the shipped example.

    `region` is the programme's own ("US", "US-CA", "CA-BC"); its country is used while a person's country is unknown.
    `rules` and `clock` decide what is offered on which day. Raises DirectoryError with all faults in the form of the
    files, or, if there are none, with all faults in the records' contents.
    """
    path = path or SHIPPED
    names = sorted(path.glob("*.json")) if path.is_dir() else [path]
    found = [] if names else [FileFault(path.name, "", "", "no .json file in it; expected at least one")]
    files = {each.name: file for each in names if (file := _read(each, found))}
    _refuse(found)
    found += _doubles(files)
    terms = {term.id: term for file in files.values() for term in file.taxonomy_terms}
    services = []
    for name, file in files.items():
        for record in file.contents:
            services.append(service_of(record, terms, partial(_note, found, name, record.name)))
    _refuse(found)
    return Directory(services, region.partition("-")[0].upper(), rules, clock)


def _refuse(found: Sequence[FileFault]) -> None:
    if found:
        raise DirectoryError([str(fault) for fault in found])


def _note(found: list[FileFault], file: str, row: str, field: str, says: str) -> None:
    found.append(FileFault(file, row, field, says))


def _read(path: Path, found: list[FileFault]) -> _File | None:
    """Read one file; return None and add to `found` if it has faults."""
    raw = None
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return _File.model_validate(raw)
    except (OSError, UnicodeDecodeError, RecursionError):
        found.append(FileFault(path.name, "", "", "cannot be read; expected JSON in UTF-8"))
    except json.JSONDecodeError as wrong:
        found.append(FileFault(path.name, "", "", f"{wrong.msg}; expected JSON", wrong.lineno))
    except ValidationError as wrong:
        found += [_fault(path.name, raw, e["loc"], e["type"], e["msg"]) for e in wrong.errors()]
    return None


def _fault(file: str, raw: Any, loc: tuple[int | str, ...], kind: str, text: str) -> FileFault:
    row, rest = "", loc
    if len(loc) > 1 and isinstance(loc[1], int) and loc[0] in {"contents", "taxonomy_terms"}:
        item = raw[loc[0]][loc[1]]
        name = item.get("name") if isinstance(item, dict) else None
        row, rest = str(name or f"{loc[0]}[{loc[1]}]"), loc[2:]
    return FileFault(file, row, ".".join(map(str, rest)) or "record", expected(loc, kind, text))


def _doubles(files: Mapping[str, _File]) -> Iterator[FileFault]:
    """Yield ids that are used twice, and organizations with two names."""
    seen: dict[UUID, str] = {}
    owners: dict[UUID, str] = {}
    for name, file in files.items():
        named: tuple[TaxonomyTerm | ServiceRecord, ...] = (*file.taxonomy_terms, *file.contents)
        for record in named:
            if record.id in seen:
                yield FileFault(name, record.name, "id", f"the same as of {seen[record.id]}; expected one of its own")
            seen.setdefault(record.id, record.name)
        for service in file.contents:
            owner = service.organization
            if owners.setdefault(owner.id, owner.name) != owner.name:
                says = f"expected {owners[owner.id]}, as in other records"
                yield FileFault(name, service.name, "organization.name", says)
