"""What an import would change: services new, changed and gone, and the vetting that stays with them.

Changes only the incoming package's scratch tables, never the directory in use.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bot.directory.package.layout import TABLES
from bot.directory.package.nest import Nester
from bot.directory.package.tables import Package

OURS = "warmline-"
"""How the names of our own taxonomies begin."""
_BATCH = 1_000
ALWAYS_KEPT = frozenset({"warmline-needs", "warmline-traits", "warmline-words", "warmline-staff-only"})
"""What we say of a service stays although its facts changed; that it was vetted does not."""


@dataclass(frozen=True, slots=True)
class Change:
    """One service and, when it is changed, the fields in which it differs: "phones", "organization.name"."""

    id: str
    name: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between two directories, by service id."""

    new: tuple[Change, ...]
    changed: tuple[Change, ...]
    gone: tuple[Change, ...]
    unchanged: int


@dataclass(frozen=True, slots=True)
class Kept:
    """Vetting after an import: services that kept it, those to be vetted anew, and those that brought some along."""

    kept: int
    to_vet: tuple[str, ...]
    brought: int


def compare(old: Package, new: Package) -> Changes:
    """What `new` changes in `old`. The order of rows and of what stands in a list is no change."""
    before, after = Nester(old), Nester(new)
    added, changed, same = [], [], 0
    for key, name in _names(new):
        was = before.service(key)
        if was is None:
            added.append(Change(key, name))
        elif fields := tuple(_differences(was, after.service(key) or {})):
            changed.append(Change(key, name, fields))
        else:
            same += 1
    gone = tuple(Change(key, name) for key, name in _names(old) if not new.find("service", "id", key))
    return Changes(tuple(added), tuple(changed), gone, same)


def keep_vetting(old: Package, new: Package) -> Kept:
    """Give services in `new` the attributes of our taxonomies that they have in `old` and do not bring themselves.

    A service whose facts changed keeps what we say of it, but has to be vetted anew.
    """
    mine, theirs = _our_terms(old), _our_terms(new)
    before, after = Nester(old), Nester(new)
    kept, brought, to_vet = 0, 0, []
    moving: list[dict[str, str]] = []
    for key, _ in _names(old):
        has = _taxonomies(new, theirs, key)
        brought += any(name not in ALWAYS_KEPT for name in has)
        rows = [row for row in _attributes(old, key) if _term(row) in mine and mine[_term(row)] not in has]
        is_now = after.service(key) if rows else None
        if is_now is None:
            continue
        if _without(before.service(key) or {}, mine) != _without(is_now, theirs):
            found, rows = rows, [row for row in rows if mine[_term(row)] in ALWAYS_KEPT]
            to_vet += [key] if len(rows) < len(found) else []
        moving += rows
        if len(moving) >= _BATCH:
            _add(new, old, "attribute", moving)
            moving.clear()
        kept += bool(rows)
    _add(new, old, "attribute", moving)
    terms = mine.keys() - {row.get("id") for _, row in new.rows("taxonomy_term")} if kept else set()
    moved = [row for _, row in old.rows("taxonomy_term") if row.get("id") in terms]
    _add(new, old, "taxonomy_term", moved)
    known = {row.get("id") for _, row in new.rows("taxonomy")}
    lists = {row.get("taxonomy_id") for row in moved} - known
    _add(new, old, "taxonomy", [row for _, row in old.rows("taxonomy") if row.get("id") in lists])
    return Kept(kept, tuple(to_vet), brought)


def _names(package: Package) -> Iterator[tuple[str, str]]:
    return ((row["id"], row.get("name", "")) for _, row in package.rows("service") if "id" in row)


def _our_terms(package: Package) -> dict[str, str]:
    """Term id -> the name of its taxonomy, for ours."""
    names = {row.get("id", ""): row.get("name", "") for _, row in package.rows("taxonomy")}
    found = {
        row.get("id", ""): row.get("taxonomy") or names.get(row.get("taxonomy_id", ""), "")
        for _, row in package.rows("taxonomy_term")
    }
    return {key: name for key, name in found.items() if name.startswith(OURS)}


def _attributes(package: Package, key: str) -> list[dict[str, str]]:
    return [row for _, row in package.find("attribute", "link_id", key) if row.get("link_entity") == "service"]


def _term(row: dict[str, str]) -> str:
    return row.get("taxonomy_term_id", "")


def _taxonomies(package: Package, ours: dict[str, str], key: str) -> set[str]:
    return {ours[_term(row)] for row in _attributes(package, key) if _term(row) in ours}


def _without(record: dict[str, Any], ours: dict[str, str]) -> dict[str, Any]:
    """A record without what our taxonomies say of it, in an order that does not matter."""
    rest = [each for each in record.get("attributes", ()) if each.get("taxonomy_term_id") not in ours]
    return {key: _sorted(value) for key, value in {**record, "attributes": rest}.items()}


def _sorted(value: Any) -> Any:
    """Lists of records by id, all the way down."""
    if isinstance(value, list):
        return sorted(
            map(_sorted, value), key=lambda each: str(each.get("id", each) if isinstance(each, dict) else each)
        )
    if isinstance(value, dict):
        return {key: _sorted(inside) for key, inside in value.items()}
    return value


def _differences(was: dict[str, Any], is_now: dict[str, Any]) -> Iterator[str]:
    for key in dict.fromkeys([*was, *is_now]):
        one, other = _sorted(was.get(key)), _sorted(is_now.get(key))
        if one == other:
            continue
        if isinstance(one, dict) and isinstance(other, dict):
            yield from (f"{key}.{field}" for field in _differences(one, other))
        else:
            yield key


def _add(new: Package, old: Package, table: str, rows: list[dict[str, str]]) -> None:
    if not rows:
        return
    if table not in new.tables:
        new.add_table(table, TABLES[table].file, list(TABLES[table].columns))
    columns = dict.fromkeys(column for row in rows for column in row)
    new.add_columns(table, columns, old.tables[table].as_json)
    order = new.tables[table].columns
    new.add_rows(table, (("kept", [row.get(column) for column in order]) for row in rows))
