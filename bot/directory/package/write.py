"""Writing of a package: a folder or zip of CSV files with their descriptor, or one nested JSON file.

Everything that was read is written: unknown columns and tables are included, and rows that belong to no service are put
beside the services. Overwrites nothing.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO, Any

from bot.directory.package.cell_checks import CHOICES
from bot.directory.package.nesting import Records
from bot.directory.package.read import AS_JSON, DESCRIPTOR, NAMED
from bot.directory.package.read_json import BESIDE
from bot.directory.package.schema import NUMBERS, TABLES, Column
from bot.directory.package.spreadsheet_guard import MARK, guard
from bot.directory.package.tables import PackageTables

_TYPES = {"date": "date", "datetime": "datetime", "time": "time"}
_MINUTE = re.compile(r"^(\d\d:\d\d)($|[Z+-])")
_FORMATS = frozenset({"uuid", "email", "uri"})

Tick = Callable[[int], None]


def write_csv(package: PackageTables, path: Path, on_rows: Tick) -> None:
    """Write a zip if `path` ends in .zip, else a folder; `on_rows` is called with the number of rows written.

    Raises FileExistsError if `path` exists, OSError if it cannot be written.
    """
    if path.suffix.lower() == ".zip":
        with zipfile.ZipFile(path, "x", zipfile.ZIP_DEFLATED) as archive:
            _write_all(package, lambda name: archive.open(name, "w", force_zip64=True), on_rows)
    else:
        path.mkdir(parents=True)
        _write_all(package, lambda name: (path / name).open("xb"), on_rows)


def write_json(package: PackageTables, path: Path, on_rows: Tick) -> None:
    """Write one file of nested records; `on_rows` and errors are as in `write_csv`."""
    records = Records(package, on_rows)
    paging = {"total_items": records.count, "total_pages": 1, "page_number": 1, "size": records.count,
              "first_page": True, "last_page": True, "empty": not records.count}  # fmt: skip
    with path.open("x", encoding="utf-8") as file:
        file.write("{\n")
        for key, value in {**package.about, **paging}.items():
            file.write(f"{_json(key)}: {_json(value)},\n")
        _write_list(file, "contents", records.services())
        file.write(",\n")
        _write_list(file, "taxonomy_terms", records.terms())
        file.write(f',\n"{BESIDE}": {{\n')
        for place, (name, rows) in enumerate(records.rest()):
            file.write(",\n" if place else "")
            _write_list(file, name, rows)
        file.write("\n}\n}\n")


def _write_list(file: IO[str], key: str, records: Iterator[dict[str, Any]]) -> None:
    """Write one record per line, as they come."""
    file.write(f"{_json(key)}: [")
    for place, record in enumerate(records):
        file.write((",\n" if place else "\n") + _json(record))
    file.write("]")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _write_all(package: PackageTables, make: Callable[[str], AbstractContextManager[IO[bytes]]], on_rows: Tick) -> None:
    names = [*TABLES, *(name for name in package.tables if name not in TABLES)]
    descriptor = {
        **NAMED, **package.about, MARK: True,
        "resources": [_resource(package, name) for name in names],
    }  # fmt: skip
    with make(DESCRIPTOR) as stream:
        stream.write(json.dumps(descriptor, ensure_ascii=False, indent=1).encode())
    for name in names:
        with make(_file(package, name)) as stream, _text(stream) as text:
            _write_table(package, name, text, on_rows)


@contextmanager
def _text(stream: IO[bytes]) -> Iterator[IO[str]]:
    text = io.TextIOWrapper(stream, "utf-8", newline="")
    yield text
    text.detach()


def _file(package: PackageTables, name: str) -> str:
    return TABLES[name].file if name in TABLES else package.tables[name].file


def _columns(package: PackageTables, name: str) -> list[str]:
    """Return the standard's columns in its order, then the others."""
    known = list(TABLES[name].columns) if name in TABLES else []
    stored = package.tables[name].columns if name in package.tables else []
    return [*known, *(column for column in stored if column not in known)]


def _write_table(package: PackageTables, name: str, text: IO[str], on_rows: Tick) -> None:
    writer, columns = csv.writer(text), _columns(package, name)
    known = TABLES[name].columns if name in TABLES else {}
    times = {column for column in columns if column in known and known[column].kind == "time"}
    numbers = {column for column in columns if column in known and known[column].kind in NUMBERS}
    writer.writerow([guard(column) for column in columns])
    for _, row in package.rows(name):
        for column in times & row.keys():  # Table Schema requires seconds
            row[column] = _MINUTE.sub(r"\1:00\2", row[column])
        writer.writerow([guard(row.get(column, ""), column in numbers) for column in columns])
        on_rows(1)


def _resource(package: PackageTables, name: str) -> dict[str, Any]:
    known = TABLES[name].columns if name in TABLES else {}
    as_json = package.tables[name].as_json if name in package.tables else frozenset[str]()
    fields = [
        _field(known[column]) if column in known
        else {"name": guard(column), "type": "string", **({AS_JSON: True} if column in as_json else {})}
        for column in _columns(package, name)
    ]  # fmt: skip
    keys = [
        {"fields": c.name, "reference": {"resource": "" if c.refers == name else c.refers, "fields": "id"}}
        for c in known.values() if c.refers
    ]  # fmt: skip
    return {
        "name": name, "path": _file(package, name), "profile": "tabular-data-resource", "format": "csv",
        "mediatype": "text/csv", "encoding": "utf-8",
        "schema": {"fields": fields, **({"primaryKey": "id"} if "id" in known and known["id"].required else {}),
                   **({"foreignKeys": keys} if keys else {})},
    }  # fmt: skip


def _field(column: Column) -> dict[str, Any]:
    kind = "number" if column.kind in NUMBERS else _TYPES.get(column.kind, "string")
    made: dict[str, Any] = {"name": column.name, "type": kind}
    if column.kind in _FORMATS:
        made["format"] = column.kind
    limits: dict[str, Any] = {"required": True} if column.required else {}
    if column.kind in CHOICES:
        limits["enum"] = list(CHOICES[column.kind])
    return {**made, "constraints": limits} if limits else made
