"""Parsing of a record into the Service that the bot works with: strictly, or as far as it is readable.

Reports each fault by its field and what is expected. Reads no file and judges nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from bot.directory.attributes import read_attributes
from bot.directory.hours import Hours
from bot.directory.model import Contact, Coverage, Phone, RecordFault, Service
from bot.directory.place_names import plain, plain_county
from bot.directory.redaction import private_faults
from bot.directory.schema import CostOption, ServiceRecord, TaxonomyTerm
from bot.directory.spelling import clocks
from bot.directory.text_limits import text_faults
from bot.directory.timezones import clock_of
from bot.flows.names import LANGUAGES

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

Terms = Mapping[UUID, TaxonomyTerm]
Fault = Callable[[str, str], None]
"""Callback that receives a field, and what is wrong with it."""


def expected(loc: tuple[int | str, ...], kind: str, text: str) -> str:
    """Describe in our words what pydantic expected at `loc`."""
    if kind == "string_pattern_mismatch":
        text = _PATTERNS.get(str(loc[-1]), text)
    else:
        text = _EXPECTED.get(kind, text[:1].lower() + text[1:].replace("Input should be", "expected"))
    return text.replace("input should be", "expected")


def service_of(record: ServiceRecord, terms: Terms, fault: Fault) -> Service:
    """Build the service of a record; faulty parts are reported to `fault` and left out."""
    said = read_attributes(record.attributes, terms, fault)
    for kind in ("told", "reach"):
        for language in LANGUAGES:
            if not said.words[kind].get(language):
                fault(f"{kind}.{language}", "no words; expected what to text in this language")
    if not record.service_areas:
        fault("service_areas", "is empty; expected at least one place that is served")
    if not said.needs:
        fault("attributes", "no need is served; expected at least one")
    if record.minimum_age is not None and record.maximum_age is not None and record.minimum_age > record.maximum_age:
        fault("minimum_age", "greater than maximum_age; expected the smaller of the two")
    for field, text in (*private_faults(record, said), *text_faults(said.words)):
        fault(field, text)
    return Service(
        id=str(record.id), name=record.alternate_name or record.name,
        organization_id=str(record.organization.id), organization=record.organization.name,
        status=record.status, needs=MappingProxyType(said.needs), traits=frozenset(said.traits),
        coverage=tuple(_coverage(area.extent) for area in record.service_areas),
        languages=frozenset(language.code for language in record.languages),
        told=MappingProxyType(said.words["told"]), reach=MappingProxyType(said.words["reach"]),
        phones=tuple(Phone(p.number, p.type, p.description, p.extension) for p in record.phones),
        contacts=tuple(Contact(c.name, c.title) for c in record.contacts),
        eligibility=record.eligibility_description, minimum_age=record.minimum_age,
        maximum_age=record.maximum_age, alert=record.alert, assured_on=record.assured_date,
        hours=tuple(_hours(record)), vetting=MappingProxyType(said.vetting),
        staff_only=frozenset(said.staff_only),
        documents=tuple(document.document for document in record.required_documents),
        is_free=_is_free(record.cost_options),
    )  # fmt: skip


def _is_free(options: Iterable[CostOption]) -> bool | None:
    """Return whether every cost of a record is nothing; None if it gives no amount."""
    amounts = [option.amount for option in options]
    return None if not amounts or None in amounts else not any(amounts)


def readable(raw: Mapping[str, Any], terms: Terms) -> Service | None:
    """Build the service of another publisher's record; None if too little is readable to identify it.

    Faults are listed in its `faults`, and it is not offered while it has any. Unreadable parts are left out.
    """
    service, faults = _as_far_as_possible(raw, terms)
    return service and replace(service, faults=faults)


def faults_in(raw: Mapping[str, Any], terms: Terms) -> tuple[RecordFault, ...]:
    """Return all faults of a record, each with its field and what is expected there."""
    return _as_far_as_possible(raw, terms)[1]


def _as_far_as_possible(raw: Mapping[str, Any], terms: Terms) -> tuple[Service | None, tuple[RecordFault, ...]]:
    faults: dict[RecordFault, None] = {}

    def fault(field: str, text: str) -> None:
        faults[RecordFault(field, text)] = None

    try:
        record = ServiceRecord.model_validate(raw)
    except ValidationError as wrong:
        found = wrong.errors()
        for each in found:
            fault(".".join(map(str, each["loc"])), expected(each["loc"], each["type"], each["msg"]))
        rest = _without(raw, {each["loc"][:2] for each in found})
        if "status" in raw:  # of an unknown status it is not known that the service is open to anybody
            rest.setdefault("status", "inactive")
        try:
            record = ServiceRecord.model_validate(rest)
        except ValidationError:
            return None, tuple(faults)
    service = service_of(record, terms, fault)
    return service, tuple(faults)


def _without(raw: Mapping[str, Any], places: set[tuple[int | str, ...]]) -> dict[str, Any]:
    """Return the record without some of its fields or list items."""
    rest: dict[str, Any] = {}
    for key, value in raw.items():
        if isinstance(value, list) and (key,) not in places:
            rest[key] = [each for at, each in enumerate(value) if (key, at) not in places]
        elif all(place[0] != key for place in places):
            rest[key] = value
    return rest


def _hours(record: ServiceRecord) -> Iterator[Hours]:
    """Yield the hours; those of some weeks only are unsure, and hours given only as text cannot be evaluated."""
    served = [_coverage(area.extent) for area in record.service_areas]
    places = {(area.country, area.region) for area in served}
    for schedule in record.schedules:
        if not (schedule.freq and schedule.byday and schedule.opens_at and schedule.closes_at):
            continue
        offsets = {clocks.offset(schedule.opens_at), clocks.offset(schedule.closes_at)} - {None}
        is_weekly = schedule.is_every_week
        yield Hours(
            frozenset(_DAYS.index(day[-2:]) for day in schedule.byday.split(",")),
            _minute(schedule.opens_at), _minute(schedule.closes_at),
            *(clock_of(schedule.timezone, offsets, places) if is_weekly else (None, "", False)),
            max(filter(None, (schedule.valid_from, schedule.dtstart)), default=None),
            min(filter(None, (schedule.valid_to, schedule.until)), default=None), is_unsure=not is_weekly,
        )  # fmt: skip


def _minute(clock: str) -> int:
    return 60 * int(clock[:2]) + int(clock[3:5])


def _coverage(extent: str) -> Coverage:
    place, *parts = extent.split("/")
    country, _, region = place.partition("-")
    county, city = (*parts, "", "")[:2]
    return Coverage(country, region, plain_county(county), plain(city))
