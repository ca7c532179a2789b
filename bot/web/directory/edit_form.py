"""Conversion of a record into form fields and back; only changed fields become edits.

Pure: a form comes in as field names with their values. The directory judges whether the resulting record is valid.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID, uuid4

from bot.content.languages import ENGLISH_NAMES
from bot.directory.attributes import NEEDS, STAFF_ONLY, TRAITS, WORDS
from bot.directory.edits import Code
from bot.directory.model import Hidden, Strength, Trait
from bot.directory.parsing import Terms
from bot.directory.serialization import Record
from bot.flows.names import LANGUAGES, Need
from bot.web.directory.facts import items

Typed = dict[str, list[str]]
"""Values in a form, by the names of its fields."""

PLAIN = (
    "name", "alternate_name", "description", "status", "eligibility_description", "minimum_age", "maximum_age",
    "alert", "url",
)  # fmt: skip
AGES = ("minimum_age", "maximum_age")
TOLD = tuple(f"{kind}.{language}" for language in LANGUAGES for kind in ("told", "reach"))
COUNTRIES = {"US": "United States", "CA": "Canada"}

GROUPS: dict[str, tuple[str, ...]] = {
    **{name: (name,) for name in (*PLAIN, *TOLD, "service_areas", "languages", "required_documents")},
    "phones": ("phones.id", "phones.number", "phones.type", "phones.description"),
    "contacts": ("contacts.id", "contacts.name", "contacts.title"),
    **{f"{NEEDS}.{need}": (f"{NEEDS}.{need}",) for need in Need},
    TRAITS: (TRAITS,),
    STAFF_ONLY: (STAFF_ONLY,),
}
"""Fields that change together, by the name of what they produce."""


def typed_in(names: Callable[[str], Iterable[str]]) -> Typed:
    """Read a form and normalise its line ends; `names` returns all values that were sent under a name."""
    found = {name: [each.replace("\r\n", "\n").strip() for each in names(name)] for g in GROUPS.values() for name in g}
    return {name: [each for each in given if each] if name in (TRAITS, STAFF_ONLY) else given
            for name, given in found.items()}  # fmt: skip


def fields_of(record: Record, terms: Terms) -> Typed:
    """Return the form values of a record."""
    says = said(record, terms)
    found = {name: [str(record.get(name, "") or "").strip()] for name in PLAIN}
    found |= {name: [says.get((WORDS, name), "").strip()] for name in TOLD}
    found |= {f"{NEEDS}.{need}": [says.get((NEEDS, need.value), "")] for need in Need}
    found[TRAITS] = [trait.value for trait in Trait if says.get((TRAITS, trait.value)) == "true"]
    found[STAFF_ONLY] = [one.value for one in Hidden if says.get((STAFF_ONLY, one.value)) == "true"]
    for group in ("phones", "contacts"):
        for name in GROUPS[group]:
            key = name.partition(".")[2]
            found[name] = [str(row.get(key) or "").strip() for row in items(record, group)]
    found["service_areas"] = ["\n".join(map(_area_line, items(record, "service_areas")))]
    found["languages"] = [", ".join(str(row.get("name") or row.get("code")) for row in items(record, "languages"))]
    found["required_documents"] = ["\n".join(str(row.get("document")) for row in items(record, "required_documents"))]
    return found


def said(record: Record, terms: Terms) -> dict[Code, str]:
    """Return a record's values in our taxonomies."""
    found = {}
    for each in items(record, "attributes"):
        try:
            term = terms.get(UUID(str(each.get("taxonomy_term_id"))))
        except ValueError:
            continue
        if term and term.taxonomy:
            found[term.taxonomy, term.code] = str(each.get("value") or "")
    return found


# Changes in a form


def marks(fields: Typed) -> str:
    """Return one short hash per group of the form, as JSON; the form carries it along and sends it back."""
    return json.dumps({group: _mark(fields, group) for group in GROUPS}, separators=(",", ":"))


def changed_groups(typed: Typed, was: str) -> set[str]:
    """Return the groups that changed since the form was shown with these hashes; all if the hashes are broken."""
    try:
        known = json.loads(was)
    except ValueError:
        known = None
    known = known if isinstance(known, dict) else {}
    return {group for group in GROUPS if known.get(group) != _mark(typed, group)}


def merged(typed: Typed, now: Typed, changed: set[str]) -> Typed:
    """Merge the changed groups of a form with the current values of all others."""
    return {name: (typed if group in changed else now)[name] for group, names in GROUPS.items() for name in names}


def facts_of(record: Record, typed: Typed, changed: set[str]) -> dict[str, Any]:
    """Return the record's fields as the changed groups set them."""
    made: dict[str, Any] = {name: _value(name, _first(typed, name)) for name in PLAIN if name in changed}
    for group in ("phones", "contacts"):
        if group in changed:
            made[group] = _rows(items(record, group), typed, group)
    for group, make in _LINES.items():
        if group in changed:
            made[group] = make(items(record, group), _first(typed, group))
    return made


def says_of(record: Record, terms: Terms, typed: Typed, changed: set[str]) -> dict[Code, str]:
    """Return the taxonomy values as the changed groups set them."""
    made = {(WORDS, name): _first(typed, name) for name in TOLD if name in changed}
    strengths = {strength.word for strength in Strength}
    for need in Need:
        if f"{NEEDS}.{need}" in changed:
            given = _first(typed, f"{NEEDS}.{need}")
            made[NEEDS, need.value] = given if given in strengths else ""
    known = said(record, terms)
    for taxonomy, kind in ((TRAITS, Trait), (STAFF_ONLY, Hidden)):
        if taxonomy in changed:
            for one in kind:
                off = "false" if known.get((taxonomy, one.value)) else ""
                made[taxonomy, one.value] = "true" if one.value in typed[taxonomy] else off
    return made


def _mark(fields: Typed, group: str) -> str:
    filled = [fields.get(name, []) for name in GROUPS[group]]
    rows = zip(*filled, strict=False) if len(filled) > 1 else filled  # empty rows do not count
    shown = [list(row) for row in rows if any(row)]
    return hashlib.sha256(json.dumps(shown).encode()).hexdigest()[:12]


def _first(typed: Typed, name: str) -> str:
    return (typed.get(name) or [""])[0]


def _value(name: str, given: str) -> str | int | None:
    return int(given) if name in AGES and given.isdecimal() else given or None


def _rows(held: Iterable[Mapping[str, Any]], typed: Typed, group: str) -> list[Record]:
    """Build phones or contacts: a row that keeps its id keeps what the form does not show, an empty row is dropped."""
    known = {str(row.get("id")): row for row in held}
    keys = [name.partition(".")[2] for name in GROUPS[group]]
    made = []
    for values in zip(*(typed[name] for name in GROUPS[group]), strict=False):
        row = dict(zip(keys, values, strict=True))
        if not any(row[key] for key in keys if key not in ("id", "type")):
            continue
        whole = {**known.get(row["id"], {}), **row, "id": row["id"] if row["id"] in known else str(uuid4())}
        made.append({key: value for key, value in whole.items() if value not in ("", None)})
    return made


def _areas(held: Iterable[Mapping[str, Any]], given: str) -> list[Record]:
    known = {_area_line(row): dict(row) for row in held}
    made = []
    for line in _lines(given):
        extent, _, name = (part.strip() for part in line.partition(":"))
        new = {"id": str(uuid4()), "name": name or _area_name(extent), "extent": extent, "extent_type": "text"}
        made.append(known.get(line) or new)
    return made


def _area_line(row: Mapping[str, Any]) -> str:
    """Format an area as "US-CA: California", without the name if the extent implies it."""
    extent, name = str(row.get("extent") or ""), str(row.get("name") or "")
    return extent if name in ("", _area_name(extent)) else f"{extent}: {name}"


def _area_name(extent: str) -> str:
    last = extent.rpartition("/")[2]
    return COUNTRIES.get(last, last)


def _languages(held: Iterable[Mapping[str, Any]], given: str) -> list[Record]:
    known = {str(row.get(key) or "").casefold(): dict(row) for row in held for key in ("code", "name")}
    codes = {name.casefold(): code for code, name in ENGLISH_NAMES.items()}
    made = []
    for each in filter(None, (part.strip() for part in given.replace("\n", ",").split(","))):
        code = codes.get(each.casefold(), each)
        new = {"id": str(uuid4()), "name": ENGLISH_NAMES.get(code.casefold(), each), "code": code.casefold()}
        made.append(known.get(each.casefold()) or new)
    return made


def _documents(held: Iterable[Mapping[str, Any]], given: str) -> list[Record]:
    known = {str(row.get("document")): dict(row) for row in held}
    return [known.get(line) or {"id": str(uuid4()), "document": line} for line in _lines(given)]


def _lines(given: str) -> list[str]:
    return [" ".join(line.split()) for line in given.split("\n") if line.strip()]


_LINES = {"service_areas": _areas, "languages": _languages, "required_documents": _documents}
