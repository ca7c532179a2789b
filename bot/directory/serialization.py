"""Stored form of a directory: each service as a record in HSDS's nested JSON, and the data beside the services.

Encodes and decodes only; storage is elsewhere.
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
    """Encode a record, or the data beside the records; equal values give equal bytes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def load(words: bytes) -> Record:
    """Decode what `dump` encoded."""
    read: Record = json.loads(words)
    return read


def beside(records: Records, about: Mapping[str, Any]) -> Record:
    """Return the data beside the services of a package; call it after all services were read."""
    return {
        "about": dict(about),
        "taxonomy_terms": list(records.terms()),
        "tables": {name: list(rows) for name, rows in records.rest()},
    }


def shipped() -> tuple[list[Record], Record]:
    """Return the shipped directory: its services, and the data beside them."""
    package, _ = read_package(SHIPPED, dt.datetime.now(dt.UTC).date())
    with package:
        records = Records(package)
        return list(records.services()), beside(records, package.about)


def terms_of(aside: Mapping[str, Any]) -> dict[UUID, TaxonomyTerm]:
    """Return all terms that an attribute may refer to: the directory's own, and ours, which cannot be replaced."""
    return {**_read_terms(aside.get("taxonomy_terms", ())), **_our_terms()}


def services_of(records: Iterable[bytes], terms: Mapping[UUID, TaxonomyTerm]) -> Iterator[Service]:
    """Yield the services of stored records as far as they are readable."""
    for words in records:
        service = readable(load(words), terms)
        if service is not None:
            yield service


@cache
def _our_terms() -> Mapping[UUID, TaxonomyTerm]:
    raw = json.loads((SHIPPED / "taxonomy.json").read_text(encoding="utf-8"))
    return _read_terms(raw["taxonomy_terms"])


def _read_terms(raw: Iterable[Mapping[str, Any]]) -> dict[UUID, TaxonomyTerm]:
    """Read terms by id; an incomplete foreign term is known by its id only."""
    found = {}
    for each in raw:
        try:
            term = TaxonomyTerm.model_validate(each)
        except ValidationError:
            term = TaxonomyTerm.model_construct(id=UUID(each["id"]), name="", code="", description="", taxonomy="")
        found[term.id] = term
    return found
