"""Directories as they are stored: each service a record of its own in HSDS's nested JSON, and what stands beside them.

Makes and reads those words. Where they are kept is not known here.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from bot.directory.load import SHIPPED
from bot.directory.model import Service
from bot.directory.package.nesting import Records
from bot.directory.package.read import read_package
from bot.directory.parsing import readable
from bot.directory.schema import TaxonomyTerm

Record = dict[str, Any]


def dump(value: Any) -> bytes:
    """A record, or what stands beside the records, in words that are always the same for the same record."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def load(words: bytes) -> Record:
    """What `dump` wrote."""
    read: Record = json.loads(words)
    return read


def beside(records: Records, about: Mapping[str, Any]) -> Record:
    """What stands beside the services of a package. Ask for it when its services were all taken."""
    return {
        "about": dict(about),
        "taxonomy_terms": list(records.terms()),
        "tables": {name: list(rows) for name, rows in records.rest()},
    }


def shipped() -> tuple[list[Record], Record]:
    """The directory that ships: its services, and what stands beside them."""
    package, _ = read_package(SHIPPED, dt.datetime.now(dt.UTC).date())
    with package:
        records = Records(package)
        return list(records.services()), beside(records, package.about)


def terms_of(aside: Mapping[str, Any]) -> dict[UUID, TaxonomyTerm]:
    """Every term that an attribute may point to: those that came with the directory, and ours, which none replaces."""
    return {**_read_terms(aside.get("taxonomy_terms", ())), **_our_terms()}


def services_of(records: Iterable[bytes], terms: Mapping[UUID, TaxonomyTerm]) -> Iterator[Service]:
    """The services of stored records, as far as they can be read."""
    for words in records:
        service = readable(load(words), terms)
        if service is not None:
            yield service


@cache
def _our_terms() -> Mapping[UUID, TaxonomyTerm]:
    raw = json.loads((SHIPPED / "taxonomy.json").read_text(encoding="utf-8"))
    return _read_terms(raw["taxonomy_terms"])


def _read_terms(raw: Iterable[Mapping[str, Any]]) -> dict[UUID, TaxonomyTerm]:
    """Terms by id. A foreign one need not be as full as ours: it is known, and not read."""
    found = {}
    for each in raw:
        try:
            term = TaxonomyTerm.model_validate(each)
        except ValidationError:
            term = TaxonomyTerm.model_construct(id=UUID(each["id"]), name="", code="", description="", taxonomy="")
        found[term.id] = term
    return found
