"""Reads directory files (HSDS 3.1, nested JSON), checks them whole, and makes the Directory of them.

Names every fault with file, service, field and what is expected. Does not rank, and does not write.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.directory.directory import STRICT, Directory
from bot.directory.parsing import expected, service_of
from bot.directory.schema import ServiceRecord, TaxonomyTerm
from bot.directory.vetting import Rules
from bot.errors import DirectoryError

SHIPPED = Path(__file__).with_name("data")


class _File(BaseModel):
    """One page of services in the shape of HSDS's own API, and the terms its attributes point to."""

    model_config = ConfigDict(extra="ignore")
    taxonomy_terms: tuple[TaxonomyTerm, ...] = ()
    contents: tuple[ServiceRecord, ...] = ()


def load_directory(
    path: Path | None = None,
    region: str = "US",
    rules: Rules = STRICT,
    clock: Callable[[], float] = time.time,
) -> Directory:
    """The directory of `path` (a JSON file, or a folder of them), or the shipped example one.

    `region` is the programme's own ("US", "US-CA", "CA-BC"): its country stands in for a person's
    while that is unknown. `rules` and `clock` decide what is offered on which day. Raises DirectoryError with
    every fault in the shape of the files, or, when that is right, with every fault in what the records say together.
    """
    path = path or SHIPPED
    names = sorted(path.glob("*.json")) if path.is_dir() else [path]
    problems: list[str] = [] if names else [f"{path.name}: no .json file in it; expected at least one"]
    files: dict[str, _File] = {}
    for each in names:
        try:
            files[each.name] = _read(each)
        except DirectoryError as wrong:
            problems += wrong.problems
    if problems:
        raise DirectoryError(problems)
    problems += _doubles(files)
    terms = {term.id: term for file in files.values() for term in file.taxonomy_terms}
    services = []
    for name, file in files.items():
        for record in file.contents:
            services.append(service_of(record, terms, partial(_note, problems, f"{name}: {record.name}")))
    if problems:
        raise DirectoryError(problems)
    return Directory(services, region.partition("-")[0].upper(), rules, clock)


def _note(problems: list[str], record: str, field: str, text: str) -> None:
    problems.append(f"{record}: {field}: {text}")


def _read(path: Path) -> _File:
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, RecursionError):
        raise DirectoryError([f"{path.name}: cannot be read; expected JSON in UTF-8"]) from None
    except json.JSONDecodeError as wrong:
        raise DirectoryError([f"{path.name}:{wrong.lineno}: {wrong.msg}; expected JSON"]) from None
    try:
        return _File.model_validate(raw)
    except ValidationError as wrong:
        faults = [_say(path.name, raw, e["loc"], e["type"], e["msg"]) for e in wrong.errors()]
        raise DirectoryError(faults) from None


def _say(file: str, raw: Any, loc: tuple[int | str, ...], kind: str, text: str) -> str:
    """`file: service: field: what is expected`."""
    who, rest = "", loc
    if len(loc) > 1 and isinstance(loc[1], int) and loc[0] in {"contents", "taxonomy_terms"}:
        item = raw[loc[0]][loc[1]]
        name = item.get("name") if isinstance(item, dict) else None
        who, rest = f"{name or f'{loc[0]}[{loc[1]}]'}: ", loc[2:]
    field = ".".join(map(str, rest)) or "record"
    return f"{file}: {who}{field}: {expected(loc, kind, text)}"


def _doubles(files: Mapping[str, _File]) -> Iterator[str]:
    """Ids used twice, and one organization under two names."""
    seen: dict[UUID, str] = {}
    owners: dict[UUID, str] = {}
    for name, file in files.items():
        named: tuple[TaxonomyTerm | ServiceRecord, ...] = (*file.taxonomy_terms, *file.contents)
        for record in named:
            if record.id in seen:
                yield f"{name}: {record.name}: id: the same as of {seen[record.id]}; expected one of its own"
            seen.setdefault(record.id, record.name)
        for service in file.contents:
            owner = service.organization
            if owners.setdefault(owner.id, owner.name) != owner.name:
                yield f"{name}: {service.name}: organization.name: expected {owners[owner.id]}, as in other records"
