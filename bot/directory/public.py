"""Public form of a record: the fields that the standard knows, without those that only staff may see. Pure.

Cuts too much rather than too little: a field that is not known to be public is left out. Nothing else is judged: the
record says whether a service is vetted and when it was verified, and this module does not decide on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from bot.directory.attributes import STAFF_ONLY, TRAITS, VETTING
from bot.directory.model import Hidden, Trait
from bot.directory.package.cell_checks import CHECKS
from bot.directory.package.schema import NESTED, NUMBER, NUMBERS, TABLES, Column, Nest
from bot.directory.parsing import Terms
from bot.directory.redaction import STREET, number_pattern
from bot.directory.schema import TaxonomyTerm
from bot.directory.serialization import Record

LISTED = frozenset({"active", "temporarily closed"})
"""Statuses of services that other systems may see."""

NEVER = frozenset({"metadata", "assurer_email"})
"""Fields that name colleagues."""

LEFT_OUT: Mapping[Hidden, frozenset[str]] = {
    Hidden.PHONES: frozenset({"phones"}),
    Hidden.ELIGIBILITY: frozenset({"eligibility_description", "minimum_age", "maximum_age"}),
    Hidden.CONTACTS: frozenset({"contacts"}),
    Hidden.LOCATIONS: frozenset({"service_at_locations", "locations", "addresses"}),
}
"""Fields to leave out for each part that only staff may see, at any depth of the record."""

_GIVEAWAYS: Mapping[Hidden, frozenset[str]] = {
    Hidden.PHONES: frozenset({"number"}),
    Hidden.ELIGIBILITY: frozenset({"eligibility_description"}),
    Hidden.CONTACTS: frozenset({"name", "email", "number"}),
    Hidden.LOCATIONS: frozenset({"address_1", "address_2", "attention", "postal_code", "latitude", "longitude"}),
}
"""Fields whose values must not appear in other texts either."""

_FACTS_ALONE = frozenset({"", "on"})
"""Public details of a finding: the answer and its day. Who asked whom, and the note, are not public."""

_NO_NEST = Nest()


def public(record: Record, terms: Terms) -> Record | None:
    """Return the public form of a service's record, or None if it has none.

    A text that repeats a hidden number, name, address or rule is left out whole.
    """
    hidden = _hidden(record, terms)
    if str(record.get("status")) not in LISTED or Hidden.SERVICE in hidden or not _is_id(record.get("id")):
        return None
    shown = _Sieve.of(record, terms, hidden).record("service", record)
    return shown if shown.get("name") else None


def public_terms(terms: Terms, raw: Iterable[Record] = ()) -> list[Record]:
    """Return the public terms, by id; `raw` holds other publishers' terms in their own words."""
    own_words = {each.get("id"): each for each in raw}
    sieve = _Sieve(terms, frozenset(NEVER), (), frozenset())
    return [
        sieve.record("taxonomy_term", own_words.get(str(key)) or term.model_dump(mode="json"))
        for key, term in sorted(terms.items())
        if _is_told(term)
    ]


def brief(shown: Record) -> Record:
    """Return a public record for a list: with single records nested in it, and no lists."""
    return {key: value for key, value in shown.items() if not isinstance(value, list)}


@dataclass(frozen=True, slots=True)
class _Sieve:
    """Filter of a record: drops the fields in `out`, and texts that match one of the `giveaways`."""

    terms: Terms
    out: frozenset[str]
    giveaways: tuple[re.Pattern[str], ...]
    hidden: frozenset[Hidden]

    @classmethod
    def of(cls, record: Record, terms: Terms, hidden: frozenset[Hidden]) -> _Sieve:
        found = {
            _pattern(kind, words)
            for kind in hidden if kind in LEFT_OUT
            for words in _giveaways(record, kind)
            if len(words) > 2
        }  # fmt: skip
        patterns = tuple(map(re.compile, sorted(found))) + ((STREET,) if Hidden.LOCATIONS in hidden else ())
        out = NEVER.union(*(LEFT_OUT[kind] for kind in hidden if kind in LEFT_OUT))
        return cls(terms, out, patterns, hidden)

    def record(self, table: str, raw: Mapping[str, Any]) -> Record:
        """Filter a record of a table: keep the columns that the standard knows, and the records nested in them."""
        columns, nest = TABLES[table].columns, NESTED.get(table, _NO_NEST)
        shown: Record = {}
        for key, value in raw.items():
            if key in self.out:
                continue
            if key in nest.many:
                if rows := list(self._rows(nest.many[key].table, value)):
                    shown[key] = rows
            elif key in columns:
                if self._may_stand(columns[key], value):
                    shown[key] = value
            elif key in nest.one and isinstance(value, dict) and table != "attribute":
                shown[key] = self.record(columns[nest.one[key]].refers, value)
        return shown

    def _rows(self, table: str, rows: Any) -> Iterator[Record]:
        for row in rows if isinstance(rows, list) else ():
            if not isinstance(row, dict) or _is_incomplete(table, row):
                continue
            if table != "attribute":
                yield self.record(table, row)
            elif (term := _term(row, self.terms)) and self._is_shown(term, row):
                told = self.record("taxonomy_term", term.model_dump(mode="json"))
                yield {**self.record(table, row), "taxonomy_term": told}

    def _is_shown(self, term: TaxonomyTerm, attribute: Mapping[str, Any]) -> bool:
        if Hidden.ELIGIBILITY in self.hidden:
            says = f"{term.code} {attribute.get('link_type')} {attribute.get('label')}".lower()
            if says.startswith("takes_") or "eligib" in says:
                return False
        return _is_told(term)

    def _may_stand(self, column: Column, value: Any) -> bool:
        if column.kind == "uuid":
            return _is_id(value)
        if not isinstance(value, str | int | float) or value == "":
            return False
        return not _is_unknown(column, value) and not any(giveaway.search(str(value)) for giveaway in self.giveaways)


def _is_unknown(column: Column, value: Any) -> bool:
    """Return whether the standard knows no such value: an import keeps it, and other systems cannot read it."""
    if column.kind in NUMBERS:  # a time zone by its name too: the standard has a number there
        return not NUMBER.fullmatch(str(value))
    check = CHECKS.get(column.kind)
    return check is not None and check(str(value)) is not None


def _is_incomplete(table: str, row: Mapping[str, Any]) -> bool:
    """Return whether the row means nothing without a value that is unknown, as a phone without its number."""
    needed = (column for column in TABLES[table].columns.values() if column.required and column.kind != "uuid")
    return any(row.get(column.name) not in (None, "") and _is_unknown(column, row[column.name]) for column in needed)


def _hidden(record: Record, terms: Terms) -> frozenset[Hidden]:
    """Return the parts that only staff may see; any value except "false", and any unknown term, hides."""
    found = set()
    for attribute in _inside(record, "attributes"):
        term = _term(attribute, terms)
        if term is None or str(attribute.get("value")).strip() == "false":
            continue
        if term.taxonomy == STAFF_ONLY:
            found.add(Hidden(term.code) if term.code in set(Hidden) else Hidden.SERVICE)
        elif (term.taxonomy, term.code) == (TRAITS, Trait.PRIVATE_PLACE.value):
            found.add(Hidden.LOCATIONS)
    return frozenset(found)


def _is_told(term: TaxonomyTerm) -> bool:
    if term.taxonomy == STAFF_ONLY:
        return False
    return term.taxonomy != VETTING or term.code.partition(".")[2] in _FACTS_ALONE


def _term(attribute: Mapping[str, Any], terms: Terms) -> TaxonomyTerm | None:
    try:
        return terms.get(UUID(str(attribute.get("taxonomy_term_id"))))
    except ValueError:
        return None


def _is_id(value: Any) -> bool:
    try:
        return isinstance(value, str) and UUID(value).hex == value.replace("-", "").lower()
    except ValueError:
        return False


def _inside(value: Any, key: str) -> Iterator[Mapping[str, Any]]:
    """Yield all records of the lists of this name, at any depth."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name == key and isinstance(inner, list):
                yield from (each for each in inner if isinstance(each, dict))
            yield from _inside(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from _inside(inner, key)


def _giveaways(record: Record, kind: Hidden) -> Iterator[str]:
    """Yield the values that would reveal a hidden part."""
    if kind is Hidden.ELIGIBILITY:
        yield str(record.get("eligibility_description") or "").strip()
        return
    for field in LEFT_OUT[kind]:
        for each in _inside(record, field):
            yield from _values(each, _GIVEAWAYS[kind])


def _values(value: Any, names: frozenset[str]) -> Iterator[str]:
    """Yield the values under these names, at any depth."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name in names and isinstance(inner, str | int | float):
                yield str(inner).strip()
            elif name != "languages":
                yield from _values(inner, names)
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner, names)


def _pattern(kind: Hidden, words: str) -> str:
    """Return a pattern for these words in other texts: numbers in any format, words in any case and spacing."""
    digits = re.sub(r"\D", "", words)
    if digits and len(digits) > len(words) / 2:
        return number_pattern(words).pattern
    return r"(?i)(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)"
