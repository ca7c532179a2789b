"""Merging of a service in an import: its facts from the package, and those of our statements that still hold.

Takes records and returns records. Another publisher's vetting is not ours: it is set aside unless the import is told to
trust it.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

OURS = "warmline-"
"""Prefix of our own taxonomies' names."""
ALWAYS_KEPT = frozenset({"warmline-needs", "warmline-traits", "warmline-words", "warmline-staff-only"})
"""Taxonomies kept even if the facts of a service change. Vetting is not kept then."""
VERIFIED = ("assured_date", "assurer_email")
"""Fields for who verified a service and when: part of our vetting if we vetted it."""
NO_FACTS = frozenset({"attributes", "metadata", "last_modified", *VERIFIED})
"""Fields that may differ while the service is still the one that was vetted. Attributes are compared by taxonomy."""
NONE = "(none)"
"""Previous value in the history if there was none, since the standard requires a text."""
BY = "import"
"""Author of the change in the record's own log."""

Record = dict[str, Any]


class Term(NamedTuple):
    """Term of one of our own taxonomies."""

    taxonomy: str
    code: str

    @property
    def is_vetting(self) -> bool:
        """Return True for findings about an agency."""
        return self.taxonomy not in ALWAYS_KEPT


Terms = Mapping[str, Term]
"""Our terms, by id."""


@dataclass(frozen=True, slots=True)
class Merged:
    """Service after an import, and the fields in which it differs: "phones", "organization.name".

    `keeps`: some of our statements were kept. `to_vet`: our vetting no longer holds. `set_aside`: another publisher's
    vetting came with it and was not used. `trusted`: it was used.
    """

    record: Record
    fields: tuple[str, ...] = ()
    keeps: bool = False
    to_vet: bool = False
    set_aside: bool = False
    trusted: bool = False


def our_terms(terms: Iterable[Mapping[str, Any]], taxonomies: Iterable[Mapping[str, Any]] = ()) -> dict[str, Term]:
    """Select the terms that are in our own taxonomies."""
    names = {row.get("id"): row.get("name", "") for row in taxonomies}
    found = {
        row["id"]: Term(row.get("taxonomy") or names.get(row.get("taxonomy_id"), ""), row.get("code", ""))
        for row in terms if "id" in row
    }  # fmt: skip
    return {key: term for key, term in found.items() if term.taxonomy.startswith(OURS)}


def merge(was: Record | None, brought: Record, terms: Terms, *, trust: bool = False) -> Merged:
    """Merge the service `brought` by a package with what it `was` in the live directory; None for a new one."""
    theirs, foreign = _said(brought, terms)
    ours, _ = _said(was or {}, terms)
    same = was is not None and _are_equal(_facts(was, terms), _facts(brought, terms))
    taken = [each for each in theirs if trust or not _term(each, terms).is_vetting]
    brings = {_term(each, terms).taxonomy for each in taken}
    stays = [
        each for each in ours
        if _term(each, terms).taxonomy not in brings and (same or not _term(each, terms).is_vetting)
    ]  # fmt: skip
    record = {key: value for key, value in brought.items() if key not in ("attributes", "metadata")}
    vetted = [each for each in stays if _term(each, terms).is_vetting]
    for field in VERIFIED if vetted else ():
        record.pop(field, None)
        if was and field in was:
            record[field] = was[field]
    for key, found in (("attributes", [*foreign, *taken, *stays]), ("metadata", _log(was, brought))):
        if found:
            record[key] = found
    finding = [each for each in theirs if _term(each, terms).is_vetting]
    return Merged(
        record=record,
        fields=tuple(_differences(was, record, same)) if was else (),
        keeps=bool(stays),
        to_vet=not vetted and not (trust and finding) and any(_term(each, terms).is_vetting for each in ours),
        set_aside=bool(finding) and not trust and not _are_equal(finding, vetted),
        trusted=bool(finding) and trust,
    )


def logged(record: Record, fields: tuple[str, ...], day: str) -> Record:
    """Add a line to the record's own log: imported on `day` (2026-11-22), with these fields changed, or as new."""
    line = {
        "id": str(uuid.uuid4()), "last_action_date": day, "last_action_type": "imported",
        "field_name": ", ".join(fields) or "all",
        "previous_value": "as before" if fields else NONE, "replacement_value": "as imported", "updated_by": BY,
    }  # fmt: skip
    return {**record, "metadata": [*record.get("metadata", ()), line]}


def differences(was: Record, is_now: Record) -> Iterator[str]:
    """Yield the fields in which two records differ; the order of a list does not count."""
    for key in dict.fromkeys([*was, *is_now]):
        one, other = was.get(key), is_now.get(key)
        if one == other:  # most are the same as they stand: putting them in order would take most of the time
            continue
        one, other = in_order(one), in_order(other)
        if one == other:
            continue
        if isinstance(one, dict) and isinstance(other, dict):
            yield from (f"{key}.{field}" for field in differences(one, other))
        else:
            yield key


def in_order(value: Any) -> Any:
    """Sort lists of records by id and drop empty values, at every level."""
    if isinstance(value, list):
        return sorted(
            map(in_order, value), key=lambda each: str(each.get("id", each) if isinstance(each, dict) else each)
        ) or None  # fmt: skip
    if isinstance(value, dict):
        inside = {key: in_order(each) for key, each in value.items()}
        return {key: each for key, each in inside.items() if each is not None} or None
    return None if value == "" else value


def _said(record: Record, terms: Terms) -> tuple[list[Record], list[Record]]:
    """Split the attributes into those of our own taxonomies and the others."""
    found: tuple[list[Record], list[Record]] = [], []
    for each in record.get("attributes", ()):
        found[each.get("taxonomy_term_id") not in terms].append(each)
    return found


def _term(attribute: Record, terms: Terms) -> Term:
    return terms[attribute["taxonomy_term_id"]]


def _differences(was: Record, is_now: Record, same: bool) -> Iterator[str]:
    """Yield the changed fields; if the facts are the `same`, compare only the other fields."""
    if same:
        was, is_now = ({k: v for k, v in each.items() if k in NO_FACTS} for each in (was, is_now))
    return differences(was, is_now)


def _facts(record: Record, terms: Terms) -> Any:
    """Return what was vetted: everything except our statements about it and their dates."""
    return {"": _said(record, terms)[1], **{k: v for k, v in record.items() if k not in NO_FACTS}}


def _are_equal(one: Any, other: Any) -> bool:
    """Compare two values; the order of a list and empty values do not count."""
    return bool(one == other or in_order(one) == in_order(other))


def _log(was: Record | None, brought: Record) -> list[Record]:
    """Join the lines of both logs, ours first, without duplicates."""
    ours = (was or {}).get("metadata", [])
    known = {line.get("id") for line in ours}
    return [*ours, *(line for line in brought.get("metadata", ()) if line.get("id") not in known)]
