"""List of services, filtered by query parameters; it holds no data about a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import render_template, request

from bot.directory.model import Service
from bot.directory.vetting import OfferStatus, reminder_day
from bot.flows.names import Need
from bot.staff.accounts import Role
from bot.web.current import runtime
from bot.web.directory import labels as words
from bot.web.directory.base import READERS, are_examples, bp, directory_actions
from bot.web.directory.facts import texts
from bot.web.directory.search import found, read
from bot.web.staff import me, role_required

PAGE = 50
MOST_PLACES = 3


@dataclass(frozen=True, slots=True)
class Row:
    """Row of the list; `due` is the day to verify the service again, `late` whether that day has come."""

    id: str
    name: str
    organization: str
    where: str
    standing: OfferStatus
    verified: str
    due: str
    late: bool
    phone: str
    example: bool


@bp.get("")
@role_required(*READERS)
def everything() -> str:
    """Show one page of the services that match the search."""
    search, directory = read(request.args), runtime().directory.now
    area = runtime().find_area(search.area) if search.area else None
    services = found(search, directory, area, runtime().clock())
    pages = max((len(services) + PAGE - 1) // PAGE, 1)
    number = min(max(request.args.get("page", 1, type=int), 1), pages)
    some = services[(number - 1) * PAGE : number * PAGE]
    records = directory_actions().records(service.id for service in some)
    return render_template(
        "directory/list.html",
        rows=[_row(service, records.get(service.id, {})) for service in some],
        total=len(services),
        all=len(directory),
        search=search,
        unknown_place=bool(search.area and area is None),
        page=number,
        pages=pages,
        needs=sorted(((need.value, words.need(need)) for need in Need), key=lambda one: one[1]),
        languages=sorted((words.tongue(code), code) for code in {c for s in directory for c in s.languages}),
        leads=me().may({Role.LEAD}),
    )


def _row(service: Service, record: Mapping[str, Any]) -> Row:
    directory = runtime().directory.now
    due = reminder_day(service, directory.rules)
    areas = texts(record, "service_areas", "name")
    more = len(areas) - MOST_PLACES
    return Row(
        id=service.id,
        name=service.name,
        organization=service.organization if service.organization != service.name else "",
        where=", ".join(areas[:MOST_PLACES]) + (f" and {more} more" if more > 0 else ""),
        standing=directory.standing(service.id),
        verified=words.day(service.assured_on),
        due=words.day(due),
        late=due is not None and due <= directory.today(),
        phone=service.phones[0].dialled if service.phones else "",
        example=are_examples([service]),
    )
