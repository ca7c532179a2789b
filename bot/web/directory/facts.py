"""Facts of a record as a page shows them, and which of them only staff may see.

It copes with whatever other publishers wrote.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from bot.directory.model import Hidden, Service
from bot.web.directory import labels as words

DAYS = {"MO": "Mon", "TU": "Tue", "WE": "Wed", "TH": "Thu", "FR": "Fri", "SA": "Sat", "SU": "Sun"}

Raw = Mapping[str, Any]


class Fact(NamedTuple):
    """Fact in lines; if `hidden`, only staff may see it, and the bot does not tell it."""

    label: str
    lines: tuple[str, ...]
    hidden: bool = False


def items(record: Raw, field: str) -> list[Raw]:
    """Return the objects in a list of a record, and skip everything else."""
    held = record.get(field) or ()
    return [each for each in held if isinstance(each, Mapping)] if isinstance(held, list | tuple) else []


def texts(record: Raw, field: str, *keys: str) -> list[str]:
    """Return one line per entry of a record's list, made of the values under these keys."""
    lines = (" · ".join(str(each[key]) for key in keys if each.get(key)) for each in items(record, field))
    return [line for line in lines if line]


def facts(record: Raw, service: Service) -> list[Fact]:
    """Return all facts that are filled in, in the order in which staff need them."""
    hidden = service.staff_only
    every = (
        Fact("Full name", _plain(record, "name") if service.name != record.get("name") else ()),
        Fact("Description", _plain(record, "description")),
        Fact("Operating status", (words.STATUSES.get(service.status, service.status),)),
        Fact("Helps with", tuple(f"{words.need(n)} ({words.STRENGTHS[s]})" for n, s in service.needs.items())),
        Fact("Features", tuple(words.TRAITS[trait] for trait in sorted(service.traits))),
        Fact("Phones", tuple(_phones(record)), Hidden.PHONES in hidden),
        Fact("Website and email", (*_plain(record, "url"), *_plain(record, "email"))),
        Fact("Hours", tuple(_hours(record))),
        Fact("Areas", tuple(texts(record, "service_areas", "name", "extent"))),
        Fact("Locations", tuple(_places(record)), Hidden.LOCATIONS in hidden),
        Fact("Languages", (", ".join(texts(record, "languages", "name")), *_plain(record, "interpretation_services"))),
        Fact(
            "Who they accept",
            (*_plain(record, "eligibility_description"), _ages(service)),
            Hidden.ELIGIBILITY in hidden,
        ),
        Fact("Documents to bring", service.documents),
        Fact("Cost", (*texts(record, "cost_options", "option"), *_plain(record, "fees_description"))),
        Fact("How to apply", _plain(record, "application_process")),
        Fact("Who to ask for", tuple(texts(record, "contacts", "name", "title")), Hidden.CONTACTS in hidden),
    )
    filled = (fact._replace(lines=tuple(line for line in fact.lines if line)) for fact in every)
    return [fact for fact in filled if fact.lines]


def _plain(record: Raw, field: str) -> tuple[str, ...]:
    return (str(record[field]),) if record.get(field) else ()


def _phones(record: Raw) -> Iterator[str]:
    for each in items(record, "phones"):
        kind = words.PHONE_KINDS.get(str(each.get("type", "")), str(each.get("type", "")))
        extension = f"ext. {each['extension']}" if each.get("extension") else ""
        yield " · ".join(
            filter(None, (str(each.get("number", "")), extension, kind, str(each.get("description") or "")))
        )


def _hours(record: Raw) -> Iterator[str]:
    for each in items(record, "schedules"):
        days = [DAYS.get(day, day) for day in str(each.get("byday") or "").split(",") if day]
        clock = f"{each['opens_at']} to {each['closes_at']}" if each.get("opens_at") and each.get("closes_at") else ""
        zone = each.get("timezone")
        at = f"{'every day' if len(days) == len(DAYS) else ', '.join(days)} {clock}".strip() if clock else ""
        told = f"{at} (UTC{float(zone):+g})" if at and isinstance(zone, int | float) else at
        yield " · ".join(filter(None, (str(each.get("description") or each.get("notes") or ""), told)))


def _places(record: Raw) -> Iterator[str]:
    held = [each.get("location") for each in items(record, "service_at_locations")] + items(record, "locations")
    for place in held:
        if isinstance(place, Mapping):
            lines = texts(place, "addresses", "address_1", "address_2", "city", "state_province", "postal_code")
            yield " · ".join(
                filter(None, (str(place.get("name") or ""), *lines, str(place.get("transportation") or "")))
            )


def _ages(service: Service) -> str:
    least, most = service.minimum_age, service.maximum_age
    if least is None:
        return "" if most is None else f"Up to {most} years"
    return f"From {least} years" if most is None else f"{least} to {most} years"
