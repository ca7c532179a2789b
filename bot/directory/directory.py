"""Live directory: finds the next service for a person's wishes, and what may be texted about it. Stores nothing."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterable, Iterator, Mapping

from bot.directory.factors import Answer, Factor
from bot.directory.index import ServiceIndex
from bot.directory.model import Checked, Hidden, Service, ServiceText
from bot.directory.vetting import OfferStatus, Rules, due, finding, is_offered, standing
from bot.errors import DirectoryError
from bot.flows.model import ServiceQuery

STRICT = Rules()
_HELD = frozenset({OfferStatus.OFFERED, OfferStatus.EXPIRING})


class Directory:
    """All services by id, and the rules by which they are offered.

    `clock` gives seconds since the epoch. `country` (ISO, two letters) is used while a person's country is unknown.
    """

    def __init__(
        self,
        services: Iterable[Service],
        country: str = "US",
        rules: Rules = STRICT,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._shelf = ServiceIndex(services, rules, country)
        self._clock = clock
        self.country, self.rules = country, rules

    def at(self, now: int) -> Directory:
        """Return a view of the services as they are now, with a clock that always reads `now`."""
        new = object.__new__(type(self))  # `copy` takes ten times as long
        new.__dict__.update(self.__dict__, _clock=lambda: now)
        return new

    def put(self, services: Iterable[Service]) -> None:
        """Replace all services at once."""
        self._shelf = ServiceIndex(services, self.rules, self.country)

    def change(self, changed: Mapping[str, Service | None]) -> None:
        """Replace single services by id; None removes one."""
        self._shelf = self._shelf.replaced(changed)

    def __iter__(self) -> Iterator[Service]:
        return iter(self._shelf.services.values())

    def __len__(self) -> int:
        return len(self._shelf.services)

    def today(self) -> dt.date:
        """Return the current date in UTC, by which services are offered."""
        return dt.datetime.fromtimestamp(self._clock(), dt.UTC).date()

    def has(self, service_id: str) -> bool:
        """Return True if the service is in the directory, offered or not."""
        return service_id in self._shelf.services

    def offers(self, service_id: str) -> bool:
        """Return True if the bot may name the service to a person."""
        service = self._shelf.services.get(service_id)
        return service is not None and is_offered(service, self.today(), self.rules)

    def standing(self, service_id: str) -> OfferStatus:
        """Return the service's status today by the full rules, or raise DirectoryError if it is gone."""
        return standing(self.service(service_id), self.today(), self.rules)

    def due(self) -> list[Service]:
        """Return the services that staff should verify again, the most urgent first."""
        return due(self, self.today(), self.rules)

    def why(self, service_id: str, wishes: ServiceQuery) -> tuple[str, ...]:
        """Return the reasons why a service fits; none if it does not fit or is gone."""
        return self._shelf.why(service_id, wishes, int(self._clock()))

    def checked(self, service_id: str) -> Checked | None:
        """Return what the team itself verified about a service, and when; None if it is not offered or gone."""
        service = self._shelf.services.get(service_id)
        if service is None or not is_offered(service, self.today(), self.rules):
            return None
        if standing(service, self.today(), self.rules) not in _HELD:
            return Checked(None)
        found = ((factor, finding(service, factor)) for factor in Factor)
        good = frozenset(factor for factor, one in found if one.was_asked and one.answer is Answer.YES)
        return Checked(service.assured_on, good)

    def next_service(self, wishes: ServiceQuery) -> str:
        """Return the id of the best service that fits the wishes and was not offered before; "" if there is none."""
        return self._shelf.first(wishes, int(self._clock()))

    def describe(self, service_id: str, language: str) -> ServiceText:
        """Return what may be texted about a service, in English if the language has no text yet.

        Raises DirectoryError if the service is gone.
        """
        service = self.service(service_id)
        phones = () if Hidden.PHONES in service.staff_only else service.phones
        return ServiceText(
            told=service.told.get(language) or service.told.get("en", ""),
            reach=service.reach.get(language) or service.reach.get("en", ""),
            name=service.name,
            organization=service.organization,
            phone=next((phone.dialled for phone in phones if phone.kind == "voice"), ""),
            texts=next((phone.number for phone in phones if phone.kind == "text"), ""),
        )

    def find(self, text: str, most: int) -> list[str]:
        """Return the ids of up to `most` services in whose name the words of `text` occur, offered or not."""
        return self._shelf.names.find(text, most)

    def named(self, text: str) -> str:
        """Return the id of the one service with this name, or with this label of name and organization; else ""."""
        return self._shelf.names.named(text)

    def label(self, service: Service) -> str:
        """Return the name by which `named` finds this service and no other."""
        return self._shelf.names.label_of(service)

    def service(self, service_id: str) -> Service:
        """Return the service with this id, or raise DirectoryError if it is gone."""
        service = self._shelf.services.get(service_id)
        if service is None:
            raise DirectoryError([f"{service_id}: no such service; expected the id of one in the directory"])
        return service
