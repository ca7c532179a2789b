"""The directory in use: the next service for a person's wishes, and what may be said of one. Stores nothing."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy

from bot.directory.factors import Answer, Factor
from bot.directory.index import ServiceIndex
from bot.directory.model import Checked, Hidden, Service, ServiceText
from bot.directory.vetting import OfferStatus, Rules, due, finding, is_offered, standing
from bot.errors import DirectoryError
from bot.flows.model import ServiceQuery

STRICT = Rules()
_HELD = frozenset({OfferStatus.OFFERED, OfferStatus.EXPIRING})


class Directory:
    """All services, by id, and the rules by which they are offered. `clock` gives seconds since the epoch.

    `country` (ISO, two letters) stands in for a person's while that is unknown.
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
        """Return a view of the services as they are now, with a clock that stands still at `now`."""
        new = copy(self)
        new._clock = lambda: now
        return new

    def put(self, services: Iterable[Service]) -> None:
        """Put these services, and no others, in place of those that are in it, all at once."""
        self._shelf = ServiceIndex(services, self.rules, self.country)

    def change(self, changed: Mapping[str, Service | None]) -> None:
        """Put these services, by id, in their places; None for one that is gone."""
        self._shelf = self._shelf.replaced(changed)

    def __iter__(self) -> Iterator[Service]:
        return iter(self._shelf.services.values())

    def __len__(self) -> int:
        return len(self._shelf.services)

    def today(self) -> dt.date:
        """The day by which services are offered: universal time's."""
        return dt.datetime.fromtimestamp(self._clock(), dt.UTC).date()

    def has(self, service_id: str) -> bool:
        """True while the service is in the directory, offered or not."""
        return service_id in self._shelf.services

    def offers(self, service_id: str) -> bool:
        """True while the bot may name the service to a person."""
        service = self._shelf.services.get(service_id)
        return service is not None and is_offered(service, self.today(), self.rules)

    def standing(self, service_id: str) -> OfferStatus:
        """How the service stands today, by the full rules. Raises DirectoryError when it is gone."""
        return standing(self.service(service_id), self.today(), self.rules)

    def due(self) -> list[Service]:
        """What staff should verify again, the most pressing first."""
        return due(self, self.today(), self.rules)

    def why(self, service_id: str, wishes: ServiceQuery) -> tuple[str, ...]:
        """The reasons for which one service fits; none when it does not, or is gone."""
        return self._shelf.why(service_id, wishes, int(self._clock()))

    def checked(self, service_id: str) -> Checked | None:
        """What the team itself found good about a service, and when; None when it is not offered, or gone."""
        service = self._shelf.services.get(service_id)
        if service is None or not is_offered(service, self.today(), self.rules):
            return None
        if standing(service, self.today(), self.rules) not in _HELD:
            return Checked(None)
        found = ((factor, finding(service, factor)) for factor in Factor)
        good = frozenset(factor for factor, one in found if one.was_asked and one.answer is Answer.YES)
        return Checked(service.assured_on, good)

    def next_service(self, wishes: ServiceQuery) -> str:
        """The id of the best service that fits the wishes and was not told before, or ""."""
        return self._shelf.first(wishes, int(self._clock()))

    def describe(self, service_id: str, language: str) -> ServiceText:
        """What may be texted of a service; in English where the language has no words yet.

        Raises DirectoryError when the service is gone.
        """
        service = self.service(service_id)
        phones = () if Hidden.PHONES in service.staff_only else service.phones
        return ServiceText(
            told=service.told.get(language) or service.told.get("en", ""),
            reach=service.reach.get(language) or service.reach.get("en", ""),
            name=service.name,
            organization=service.organization,
            phone=next((phone.number for phone in phones if phone.kind == "voice"), ""),
        )

    def service(self, service_id: str) -> Service:
        """The service with this id. Raises DirectoryError when it is gone."""
        service = self._shelf.services.get(service_id)
        if service is None:
            raise DirectoryError([f"{service_id}: no such service; expected the id of one in the directory"])
        return service
