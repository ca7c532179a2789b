"""Services to choose from on a case's page: active ones in groups, the offered ones first, by name."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from bot.directory.model import Service
from bot.directory.vetting import OfferStatus
from bot.flows.names import Need
from bot.web.current import runtime


class Choice(NamedTuple):
    """Service to choose; its label says so if the bot would not offer it."""

    id: str
    label: str
    is_offered: bool


Groups = tuple[tuple[str, list[Choice]], ...]


def choices(needs: Collection[Need] = ()) -> Groups:
    """Return the services of the team's own country, those for one of `needs` first; then all others."""
    directory = runtime().directory.now
    fitting: list[Choice] = []
    here: list[Choice] = []
    elsewhere: list[Choice] = []
    for service in sorted(directory, key=lambda service: service.name):
        if directory.standing(service.id) is OfferStatus.INACTIVE:
            continue
        ours = any(place.country == directory.country for place in service.coverage)
        group = elsewhere if not ours else fitting if set(needs) & set(service.needs) else here
        group.append(_choice(service, directory.offers(service.id)))
    for group in (fitting, here, elsewhere):
        group.sort(key=lambda choice: not choice.is_offered)
    others = "Others in this country" if needs else "In this country"
    return ("Matches their needs", fitting), (others, here), ("In other countries", elsewhere)


def papers(service: Service) -> str:
    """Return what has to be brought there, such as "ID, proof of age"; "" if nothing is known to be."""
    return ", ".join(service.documents)


def _choice(service: Service, is_offered: bool) -> Choice:
    run_by = f" ({service.organization})" if service.organization != service.name else ""
    bring = f", needs {papers(service)}" if service.documents else ""
    return Choice(service.id, f"{service.name}{run_by}{bring}{'' if is_offered else ', not offered'}", is_offered)
