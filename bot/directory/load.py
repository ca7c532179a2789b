"""Reads directory files (HSDS 3.1, nested JSON), checks them whole, and makes the Directory of them.

Names every fault with file, service, field and what is expected. Does not rank, and does not write.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.directory.attributes import read_attributes
from bot.directory.directory import STRICT, Directory
from bot.directory.hours import Hours
from bot.directory.model import Contact, Coverage, Phone, Service
from bot.directory.place_names import plain, plain_county
from bot.directory.private import private_faults
from bot.directory.record import Schedule, ServiceRecord, TaxonomyTerm
from bot.directory.vetting import Rules
from bot.errors import DirectoryError

SHIPPED = Path(__file__).with_name("data")
LANGUAGES = ("en", "es")
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

_EXPECTED = {
    "model_type": "expected an object in braces",
    "missing": "is missing; expected it to be there",
    "uuid_parsing": "expected a UUID",
    "string_too_short": "is empty; expected words",
    "too_short": "is empty; expected at least one",
    "date_from_datetime_parsing": "expected a day like 2026-11-22",
    "date_from_datetime_inexact": "expected a day like 2026-11-22",
    "float_parsing": "expected a number",
    "int_parsing": "expected a whole number",
    "int_from_float": "expected a whole number",
}
_PATTERNS = {
    "number": "expected a number like 1-800-555-0100 or 988",
    "extent": "expected a place like US, US-CA or US-CA/Orange County",
    "code": "expected an ISO 639 code like en",
    "byday": "expected days like MO,TU,WE",
    "opens_at": "expected a time like 09:00",
    "closes_at": "expected a time like 17:30",
}


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
            service = _service(record, terms, where := [f"{name}: {record.name}"])
            services.append(service)
            problems += where[1:]
    if problems:
        raise DirectoryError(problems)
    return Directory(services, region.partition("-")[0].upper(), rules, clock)


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
    if kind == "string_pattern_mismatch":
        text = _PATTERNS.get(str(loc[-1]), text)
    else:
        text = _EXPECTED.get(kind, text[:1].lower() + text[1:].replace("Input should be", "expected"))
    return f"{file}: {who}{field}: {text.replace('input should be', 'expected')}"


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


def _service(record: ServiceRecord, terms: Mapping[UUID, TaxonomyTerm], notes: list[str]) -> Service:
    """The service of a record. Faults are added to `notes`, whose first item says which record it is."""

    def fault(field: str, text: str) -> None:
        notes.append(f"{notes[0]}: {field}: {text}")

    said = read_attributes(record.attributes, terms, fault)
    for kind in ("told", "reach"):
        for language in LANGUAGES:
            if not said.words[kind].get(language):
                fault(f"{kind}.{language}", "no words; expected what to text in this language")
    if not said.needs:
        fault("attributes", "no need is served; expected at least one")
    if record.minimum_age is not None and record.maximum_age is not None and record.minimum_age > record.maximum_age:
        fault("minimum_age", "greater than maximum_age; expected the smaller of the two")
    for field, text in private_faults(record, said):
        fault(field, text)
    return Service(
        id=str(record.id), name=record.alternate_name or record.name,
        organization_id=str(record.organization.id), organization=record.organization.name,
        status=record.status, needs=MappingProxyType(said.needs), traits=frozenset(said.traits),
        coverage=tuple(_coverage(area.extent) for area in record.service_areas),
        languages=frozenset(language.code for language in record.languages),
        told=MappingProxyType(said.words["told"]), reach=MappingProxyType(said.words["reach"]),
        phones=tuple(Phone(p.number, p.type, p.description) for p in record.phones),
        contacts=tuple(Contact(c.name, c.title) for c in record.contacts),
        eligibility=record.eligibility_description, minimum_age=record.minimum_age,
        maximum_age=record.maximum_age, alert=record.alert, assured_on=record.assured_date,
        hours=tuple(_hours(record.schedules)), vetting=MappingProxyType(said.vetting),
        staff_only=frozenset(said.staff_only),
    )  # fmt: skip


def _hours(schedules: Iterable[Schedule]) -> Iterator[Hours]:
    """The weekly hours; what is told in words alone says nothing that can be reckoned with."""
    for schedule in schedules:
        if schedule.freq == "WEEKLY" and schedule.byday and schedule.opens_at and schedule.closes_at:
            days = frozenset(_DAYS.index(day) for day in schedule.byday.split(","))
            yield Hours(days, _minute(schedule.opens_at), _minute(schedule.closes_at), schedule.timezone)


def _minute(clock: str) -> int:
    hour, _, minute = clock.partition(":")
    return 60 * int(hour) + int(minute)


def _coverage(extent: str) -> Coverage:
    place, *parts = extent.split("/")
    country, _, region = place.partition("-")
    county, city = (*parts, "", "")[:2]
    return Coverage(country, region, plain_county(county), plain(city))
