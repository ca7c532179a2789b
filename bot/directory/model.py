"""The shapes of the directory: a service as the bot needs it, and where it serves. No reading, no ranking."""

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
    """How well a service meets a need. The lower the better."""

    MADE_FOR = 1
    HELPS = 2
    FINDS = 3  # finds somebody who does

    @property
    def word(self) -> str:
        """The name that stands in a record."""
        return self.name.lower()


class Trait(StrEnum):
    """What a service is like, beside the needs it serves: terms of our own taxonomy."""

    PHONE_OR_ONLINE = "phone_or_online"
    RIDE = "ride"  # offers transport, comes to you, or goes with you
    BARRIER_FREE = "barrier_free"  # open to anyone
    INTRODUCTION = "introduction"  # no number is published: a caseworker makes the introduction
    HOTLINE = "hotline"  # a line to call or text: checked more often than a place
    PRIVATE_PLACE = "private_place"  # where it is stays secret: no street stands in its record, nor in a text


class Hidden(StrEnum):
    """What of a service only staff may see: terms of our own taxonomy."""

    SERVICE = "service"  # all of it: it is never offered
    PHONES = "phones"
    ELIGIBILITY = "eligibility"
    CONTACTS = "contacts"
    LOCATIONS = "locations"


@dataclass(frozen=True, slots=True)
class Coverage:
    """A place that a service serves: a country, or a part of one. Empty parts mean all of it.

    County and city are plain names (`place_names`), for comparing and not for showing.
    """

    country: str
    region: str = ""
    county: str = ""
    city: str = ""

    @property
    def is_nationwide(self) -> bool:
        """True when it is a whole country."""
        return not self.region


@dataclass(frozen=True, slots=True)
class Phone:
    """A number of a service. `kind` is HSDS's type: voice, text or video. `says` tells how to use it."""

    number: str
    kind: str
    says: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom a caseworker asks for: a role, since the guides name no persons."""

    name: str
    title: str


class RecordFault(NamedTuple):
    """A fault in a service's record: the dotted path of the field, and what is wrong or expected there."""

    field: str
    says: str

    def __str__(self) -> str:
        return f"{self.field}: {self.says}"


@dataclass(frozen=True, slots=True)
class Service:
    """One service of one organization. Ages are whole years, None when there is no limit or none is known.

    `assured_on` is the day its facts were last checked, None when never. `told` and `reach` are the
    staff's words by language: what it is, and how to get there. A factor that `vetting` does not hold is unknown.
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
    documents: tuple[str, ...] = ()  # papers that have to be brought
    faults: tuple[RecordFault, ...] = ()  # what is wrong in its record: it is not offered until that is put right


@dataclass(frozen=True, slots=True)
class ServiceText:
    """What may be said of a service in one language. `phone` is its first voice number, or ""."""

    told: str
    reach: str
    name: str
    organization: str
    phone: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What the team verified of a service: on which day, None for an example that nobody has; what was found good."""

    on: dt.date | None
    good: frozenset[Factor] = frozenset()
