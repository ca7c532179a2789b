"""Edits by staff to a service's record: facts, texts and findings, each with a line of history.

Pure: takes a record and returns a new one. Other code decides whether the input is readable.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from bot.directory.attributes import VETTING, WORDS
from bot.directory.factors import Factor, Finding
from bot.directory.parsing import Terms
from bot.directory.serialization import Record

NONE = "(none)"
"""Placeholder in the history for a field that was or is empty, since the standard requires a text."""

HISTORY = "metadata"
"""Field in which HSDS keeps the changes of a record."""

FACTS = frozenset({
    "name", "alternate_name", "description", "status", "eligibility_description", "minimum_age", "maximum_age", "alert",
    "assured_date", "phones", "service_areas", "languages", "required_documents", "contacts", "url",
})  # fmt: skip
"""Fields of a service that staff may change."""

Code = tuple[str, str]
"""Term of one of our taxonomies: the taxonomy's name, and the term's code."""


class Line(NamedTuple):
    """One line of a record's history. `by` is the name of the person who made the change."""

    on: str
    field: str
    before: str
    after: str
    by: str


class Edits(NamedTuple):
    """Changes by one person (a name) on one day.

    `facts` maps fields from FACTS to values; None or empty clears a field. `says` maps our terms to values; "" removes
    one.
    """

    by: str
    on: dt.date
    facts: Mapping[str, Any] = MappingProxyType({})
    says: Mapping[Code, str] = MappingProxyType({})


def changed(record: Record, terms: Terms, edits: Edits) -> Record:
    """Return the record after these edits, with a line of history for each value that changes.

    Raises KeyError for an unknown fact or term.
    """
    new = dict(record)
    lines = []
    for field, value in edits.facts.items():
        if field not in FACTS:
            raise KeyError(field)
        if (record.get(field) or None) != (value or None):
            lines.append(_line(record, edits, field, (_shown(record.get(field)), _shown(value))))
            new[field] = value
            if value in (None, "", []):
                del new[field]
    ids = {(term.taxonomy, term.code): str(key) for key, term in terms.items()}
    attributes = list(record.get("attributes", ()))
    for code, value in edits.says.items():
        term = ids[code]
        found = next((each for each in attributes if each.get("taxonomy_term_id") == term), None)
        before = str((found or {}).get("value", ""))
        if before == value:
            continue
        lines.append(_line(record, edits, code[1], (before or NONE, value or NONE)))
        made = {**(found or {"id": str(uuid4()), "taxonomy_term_id": term, "label": code[1]}), "value": value}
        if found is None:
            attributes.append(made)
        else:
            attributes[attributes.index(found)] = made
    new["attributes"] = [each for each in attributes if each.get("value") or not _is(each, terms, edits.says)]
    return {**new, HISTORY: [*record.get(HISTORY, ()), *lines]} if lines else record


def new_record(name: str, organization: Mapping[str, str], by: str, on: dt.date) -> Record:
    """Build a service of an organization (id, name, description), with nothing else known about it yet."""
    record = {"id": str(uuid4()), "name": name, "status": "active", "organization": dict(organization)}
    line = _line(record, Edits(by, on), "name", (NONE, name))
    return {**record, HISTORY: [{**line, "last_action_type": "create"}]}


def found_out(factor: Factor, finding: Finding) -> dict[Code, str]:
    """Convert a finding to the values of its terms in the record."""
    parts = {"by": finding.by, "whom": finding.whom, "on": str(finding.on or ""), "note": finding.note}
    return {(VETTING, factor.value): finding.answer.value} | {
        (VETTING, f"{factor.value}.{part}"): value for part, value in parts.items()
    }


def words(told: Mapping[str, str], reach: Mapping[str, str]) -> dict[Code, str]:
    """Convert the texts about a service, by language, to the values of their terms in the record."""
    both = (("told", told), ("reach", reach))
    return {(WORDS, f"{kind}.{code}"): text for kind, by_code in both for code, text in by_code.items()}


def history(record: Record) -> list[Line]:
    """Return all lines of the record's history, the newest first."""
    return [
        Line(
            str(each.get("last_action_date", "")), str(each.get("field_name", "")), str(each.get("previous_value", "")),
            str(each.get("replacement_value", "")), str(each.get("updated_by", "")),
        )
        for each in reversed(record.get(HISTORY, ()))
    ]  # fmt: skip


def _line(record: Record, edits: Edits, field: str, values: tuple[str, str]) -> Record:
    return {
        "id": str(uuid4()), "resource_id": record["id"], "resource_type": "service",
        "last_action_date": edits.on.isoformat(), "last_action_type": "update", "field_name": field,
        "previous_value": values[0], "replacement_value": values[1], "updated_by": edits.by,
    }  # fmt: skip


def _shown(value: Any) -> str:
    """Format a field's value for the history; of the records in a list, only what a person would read."""
    if isinstance(value, list):
        return "; ".join(_words_of(value)) or NONE
    return NONE if value in (None, "") else str(value)


def _words_of(records: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for each in records:
        yield " ".join(str(value) for key, value in each.items() if key != "id" and not key.endswith("_id") and value)


def _is(attribute: Mapping[str, Any], terms: Terms, says: Mapping[Code, str]) -> bool:
    """Return True for a term that these edits set; other publishers' terms may have no value."""
    try:
        term = terms.get(UUID(str(attribute.get("taxonomy_term_id"))))
    except ValueError:
        return False
    return term is not None and (term.taxonomy, term.code) in says
