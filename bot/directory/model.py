"""Data types of the directory: a service as the bot needs it, and the area it serves. No reading, no ranking."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import NamedTuple

from bot.directory.factors import Factor, Finding
from bot.directory.hours import Hours
from bot.flows.names import Need

_NOTHING: Mapping[Factor, Finding] = MappingProxyType({})


class Strength(IntEnum):
    """Degree to which a service meets a need. Lower is better."""

    MADE_FOR = 1
    HELPS = 2
    FINDS = 3  # refers to a service that does

    @property
    def word(self) -> str:
        """Return the name that is used in records."""
        return self.name.lower()


class Trait(StrEnum):
    """Property of a service beside the needs it serves: a term of our own taxonomy."""

    PHONE_OR_ONLINE = "phone_or_online"
    RIDE = "ride"  # offers transport, comes to you, or goes with you
    BARRIER_FREE = "barrier_free"  # open to anyone
    INTRODUCTION = "introduction"  # no number is published: a caseworker makes the introduction
    HOTLINE = "hotline"  # a line to call or text: checked more often than a place
    PRIVATE_PLACE = "private_place"  # the location is secret: the record and the texts contain no street


class Hidden(StrEnum):
    """Part of a service that only staff may see: a term of our own taxonomy."""

    SERVICE = "service"  # all of it; never offered
    PHONES = "phones"
    ELIGIBILITY = "eligibility"
    CONTACTS = "contacts"
    LOCATIONS = "locations"


@dataclass(frozen=True, slots=True)
class Coverage:
    """Area that a service serves: a country, or a part of one. Empty parts mean all of it.

    County and city are plain names (`place_names`), for comparison and not for display.
    """

    country: str
    region: str = ""
    county: str = ""
    city: str = ""

    @property
    def is_nationwide(self) -> bool:
        """Return True if it is a whole country."""
        return not self.region


@dataclass(frozen=True, slots=True)
class Phone:
    """Phone number of a service. `kind` is HSDS's type: voice, text or video. `says` explains how to use it."""

    number: str
    kind: str
    says: str = ""
    extension: str = ""

    @property
    def dialled(self) -> str:
        """Return the number with its extension, as a person is told: 216-555-0123 ext. 4."""
        return f"{self.number} ext. {self.extension}" if self.extension else self.number


@dataclass(frozen=True, slots=True)
class Contact:
    """Contact that a caseworker asks for: a role, since the guides name no persons."""

    name: str
    title: str


class RecordFault(NamedTuple):
    """Fault in a service's record: the dotted path of the field, and what is wrong or expected there."""

    field: str
    says: str

    def __str__(self) -> str:
        return f"{self.field}: {self.says}"


@dataclass(frozen=True, slots=True)
class Service:
    """One service of one organization.

    Ages are whole years, None if there is no limit or none is known. `assured_on` is the day when its facts were last
    verified, None if never. `told` and `reach` are staff's texts by language: what it is, and how to get there. A
    factor that is missing in `vetting` is unknown.
    """

    id: str
    name: str
    organization_id: str
    organization: str
    status: str
    needs: Mapping[Need, Strength]
    traits: frozenset[Trait]
    coverage: tuple[Coverage, ...]
    languages: frozenset[str]
    told: Mapping[str, str]
    reach: Mapping[str, str]
    phones: tuple[Phone, ...] = ()
    contacts: tuple[Contact, ...] = ()
    eligibility: str = ""
    minimum_age: int | None = None
    maximum_age: int | None = None
    alert: str = ""
    assured_on: dt.date | None = None
    hours: tuple[Hours, ...] = ()
    vetting: Mapping[Factor, Finding] = field(default_factory=lambda: _NOTHING)
    staff_only: frozenset[Hidden] = frozenset()
    documents: tuple[str, ...] = ()  # papers that the person has to bring
    is_free: bool | None = None  # whether all of it costs nothing; None if the record does not say
    faults: tuple[RecordFault, ...] = ()  # faults in its record; not offered until they are corrected


@dataclass(frozen=True, slots=True)
class ServiceText:
    """Texts about a service in one language. `phone` is its first voice number, `texts` its first for texts, or ""."""

    told: str
    reach: str
    name: str
    organization: str
    phone: str
    texts: str = ""

    @property
    def words(self) -> str:
        """Everything that may be texted about the service, as one text."""
        return " ".join(filter(None, (self.told, self.reach)))


@dataclass(frozen=True, slots=True)
class Checked:
    """Verification of a service by the team: the day, None for an unverified example, and the factors found good."""

    on: dt.date | None
    good: frozenset[Factor] = frozenset()
