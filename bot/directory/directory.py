"""The directory in use: the next service for a person's wishes, and what may be said of one. Read only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.directory.match import match
from bot.directory.model import Service, Told
from bot.errors import DirectoryError
from bot.flows.model import Wishes
from bot.flows.names import Need


class Directory:
    """All services, by id. `country` (ISO, two letters) stands in for a person's while that is unknown."""

    def __init__(self, services: Iterable[Service], country: str = "US") -> None:
        self._services = {service.id: service for service in services}
        self._serving = {need: tuple(s for s in self if need in s.needs) for need in Need}
        self.country = country

    def __iter__(self) -> Iterator[Service]:
        return iter(self._services.values())

    def __len__(self) -> int:
        return len(self._services)

    def has(self, service_id: str) -> bool:
        """True while the service is in the directory."""
        return service_id in self._services

    def matches(self, wishes: Wishes) -> tuple[Service, ...]:
        """Every service that fits the wishes, the best first."""
        refused = (self._services[key] for key in wishes.refused if key in self._services)
        return match((*self._serving[wishes.need], *refused), wishes, self.country)

    def next_service(self, wishes: Wishes) -> str:
        """The id of the best service that fits the wishes and was not told before, or ""."""
        found = self.matches(wishes)
        return found[0].id if found else ""

    def describe(self, service_id: str, language: str) -> Told:
        """What may be texted of a service; in English where the language has no words yet.

        Raises DirectoryError when the service is gone.
        """
        service = self._services.get(service_id)
        if service is None:
            raise DirectoryError([f"{service_id}: no such service; expected the id of one in the directory"])
        return Told(
            told=service.told.get(language) or service.told["en"],
            reach=service.reach.get(language) or service.reach["en"],
            name=service.name,
            organization=service.organization,
            phone=next((phone.number for phone in service.phones if phone.kind == "voice"), ""),
        )
