"""Attributes of a record in our own taxonomies: needs, traits, texts, vetting, and what only staff may see.

Terms of other taxonomies are accepted but not read. Faults are reported by field; nothing is judged.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from bot.directory.factors import Answer, Factor, Finding
from bot.directory.model import Hidden, Strength, Trait
from bot.directory.schema import Attribute, TaxonomyTerm
from bot.flows.names import Need

NEEDS, TRAITS, WORDS = "warmline-needs", "warmline-traits", "warmline-words"
"""Our taxonomies: the needs served, the traits of a service, and the texts about it ("told.en")."""

VETTING = "warmline-vetting"
"""Taxonomy of vetting results: a factor ("no_id": yes, no or unknown), and details of it ("no_id.by") from ASKED."""

STAFF_ONLY = "warmline-staff-only"
"""Taxonomy of what only staff may see of a service, each true or false."""

ASKED = ("by", "whom", "on", "note")
"""Details of a vetting result: which team member asked, whom (a role, no name), on which day, and a note for staff."""

_BOOLEANS = {"true", "false"}

Fault = Callable[[str, str], None]
"""Callback that records a fault: the field, and what was expected."""


@dataclass(slots=True)
class Attributes:
    """Everything that a record's attributes say in our taxonomies."""

    needs: dict[Need, Strength] = field(default_factory=dict)
    traits: set[Trait] = field(default_factory=set)
    words: dict[str, dict[str, str]] = field(default_factory=lambda: {"told": {}, "reach": {}})
    vetting: dict[Factor, Finding] = field(default_factory=dict)
    staff_only: set[Hidden] = field(default_factory=set)


def read_attributes(attributes: Iterable[Attribute], terms: Mapping[UUID, TaxonomyTerm], fault: Fault) -> Attributes:
    """Read the attributes; faulty ones are reported to `fault` and left out."""
    found = Attributes()
    asked: dict[str, dict[str, str]] = {}
    for place, attribute in enumerate(attributes):
        term, where, value = terms.get(attribute.taxonomy_term_id), f"attributes.{place}", attribute.value.strip()
        if term is None:
            fault(f"{where}.taxonomy_term_id", "no such term; expected the id of one under taxonomy_terms")
        elif term.taxonomy == NEEDS:
            _add_need(found.needs, term.code, value, where, fault)
        elif term.taxonomy == TRAITS:
            if _is_on(Trait, term.code, value, where, fault):
                found.traits.add(Trait(term.code))
        elif term.taxonomy == STAFF_ONLY:
            if _is_on(Hidden, term.code, value, where, fault):
                found.staff_only.add(Hidden(term.code))
        elif term.taxonomy == WORDS:
            kind, _, language = term.code.partition(".")
            found.words.setdefault(kind, {})[language] = value
        elif term.taxonomy == VETTING:
            factor, _, part = term.code.partition(".")
            asked.setdefault(factor, {})[part] = value
    for factor, parts in asked.items():
        _add_finding(found.vetting, factor, parts, fault)
    return found


def _add_need(needs: dict[Need, Strength], code: str, value: str, where: str, fault: Fault) -> None:
    strengths = {strength.word: strength for strength in Strength}
    if code not in set(Need):
        fault(f"{where}.taxonomy_term_id", f"{code} is not a need; expected one of {', '.join(Need)}")
    elif value not in strengths:
        fault(f"{where}.value", f"expected one of {', '.join(strengths)}")
    else:
        needs[Need(code)] = strengths[value]


def _is_on(kind: Iterable[str], code: str, value: str, where: str, fault: Fault) -> bool:
    if code in set(kind) and value in _BOOLEANS:
        return value == "true"
    fault(f"{where}.value", f"expected true or false, of one of {', '.join(kind)}")
    return False


def _add_finding(vetting: dict[Factor, Finding], code: str, parts: dict[str, str], fault: Fault) -> None:
    where = f"vetting.{code}"
    if code not in set(Factor) or set(parts) - {"", *ASKED}:
        fault(where, f"is not a factor; expected one of {', '.join(Factor)}, or of it one of {', '.join(ASKED)}")
        return
    answer, day = parts.get("", Answer.UNKNOWN.value), parts.get("on", "")
    if answer not in set(Answer):
        fault(where, f"expected one of {', '.join(Answer)}")
        return
    try:
        on = dt.date.fromisoformat(day) if day else None
    except ValueError:
        fault(f"{where}.on", "expected a day like 2026-11-22")
        return
    vetting[Factor(code)] = Finding(
        Answer(answer), parts.get("by", ""), parts.get("whom", ""), on, parts.get("note", "")
    )
