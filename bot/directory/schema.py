"""HSDS 3.1 record as stored in a file: the nested form of a service, and our taxonomy's terms.

Defines which fields we read and their form. Fields of HSDS that we do not read are accepted.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from bot.directory.spelling import clocks, languages, phones, zones

Filled = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


def _clock(text: object) -> object:
    return (clocks.clock(text) or text) if isinstance(text, str) else text


def _day(text: object) -> object:
    return (clocks.day(text) or text) if isinstance(text, str) else text


def _zone(value: object) -> object:
    found = zones.zone(value if isinstance(value, str) else str(value))
    if found is None or isinstance(value, bool):
        raise PydanticCustomError("timezone", "expected hours from UTC, or a name like America/Chicago")
    return found


def _days(text: object) -> object:
    return text.replace(" ", "") if isinstance(text, str) else text


def _language(code: object) -> object:
    return (languages.language(code) or "") if isinstance(code, str) else code


_DAY = r"[+-]?\d{0,2}(MO|TU|WE|TH|FR|SA|SU)"
Clock = Annotated[
    str,
    BeforeValidator(_clock),
    StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d\d:?\d\d)?$"),
]
Days = Annotated[str, BeforeValidator(_days), StringConstraints(pattern=rf"^{_DAY}(,{_DAY})*$")]
Day = Annotated[dt.date, BeforeValidator(_day)]
Zone = Annotated[float | str, BeforeValidator(_zone)]
Age = Annotated[int, Field(ge=0, le=120)]


class _Record(BaseModel):
    model_config = ConfigDict(extra="allow", frozen=True)
    id: UUID


class _Named(_Record):
    name: Filled


class TaxonomyTerm(_Named):
    """Term of a taxonomy. `taxonomy` names the taxonomy that it belongs to."""

    code: Filled
    description: Filled
    taxonomy: Filled


class Attribute(_Record):
    """Term put on a service, with a value if the term needs one."""

    taxonomy_term_id: UUID
    label: str = ""
    value: str = ""


class Organization(_Record):
    """Organization that runs a service."""

    name: Filled
    description: str = ""


class PhoneRecord(_Record):
    """Phone number, in the form that is texted. HSDS takes the types from RFC 6350."""

    number: Annotated[str, StringConstraints(pattern=r"^\+?[\d-]{3,24}$")]
    type: Literal["voice", "text", "video", "textphone"]
    extension: str = ""
    description: str = ""

    @model_validator(mode="before")
    @classmethod
    def _spell(cls, raw: Any) -> Any:
        """Read the number by the same rule as an import, and an extension from its own field or from the number."""
        if not isinstance(raw, dict) or not isinstance(raw.get("number"), str):
            return raw
        own = str(raw.get("extension") or "")
        own = phones.extension(own) or own
        found = phones.phone(raw["number"])
        if found is None or (found.extension and own and own != found.extension):
            return raw
        return {**raw, "number": phones.dialled(found.number), "extension": own or found.extension}


class Schedule(_Record):
    """Opening hours, as weekly days and times of day. `timezone` is hours from UTC, or the name of a zone.

    `dtstart` and `until` limit the rule of recurrence. The other limits of a rule say only that it is not every week.
    """

    freq: Literal["WEEKLY", "MONTHLY"] | None = None
    byday: Days | None = None
    opens_at: Clock | None = None
    closes_at: Clock | None = None
    timezone: Zone | None = None
    interval: float | None = None
    valid_from: Day | None = None
    valid_to: Day | None = None
    dtstart: Day | None = None
    until: Day | None = None
    count: Any = None
    bymonthday: Any = None
    byweekno: Any = None
    byyearday: Any = None

    @property
    def is_every_week(self) -> bool:
        """Return whether the hours are the same in every week in which they hold."""
        limits = (self.count, self.bymonthday, self.byweekno, self.byyearday)
        days = (self.byday or "").split(",")
        return (
            self.freq == "WEEKLY"
            and all(map(str.isalpha, days))
            and self.interval in (None, 1)
            and all(limit in (None, "") for limit in limits)
        )


class ServiceArea(_Record):
    """Area served. `extent` is in our format: US, US-CA, US-CA/Orange County or US-CA/Orange County/Irvine."""

    name: Filled
    extent: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}(-[A-Z]{2}(/[^/]+){0,2})?$")]
    extent_type: Literal["text"] = "text"


class Language(_Record):
    """Language spoken, by its ISO 639 code. Publishers may give the name alone, or the code."""

    name: Filled
    code: Annotated[str, BeforeValidator(_language), StringConstraints(pattern="^[a-z]{2,3}$")]

    @model_validator(mode="before")
    @classmethod
    def _complete(cls, raw: Any) -> Any:
        """Take a missing code from the name, and a missing name from the code."""
        if not isinstance(raw, dict):
            return raw
        name, code = raw.get("name"), raw.get("code")
        if not code and isinstance(name, str) and (found := languages.language(name)):
            return {**raw, "code": found}
        if not name and isinstance(code, str) and (found := languages.language(code)):
            return {**raw, "name": languages.english_name(found)}
        return raw


class Document(_Record):
    """Document that the person has to bring."""

    document: Filled


class CostOption(_Record):
    """Cost, in words and, if known, as an amount."""

    option: Filled
    amount: float | None = None
    currency: str | None = None


class ContactRecord(_Record):
    """Contact of a service. Titles stand for persons, who are never named in an example."""

    name: str = ""
    title: str = ""


class ServiceRecord(_Named):
    """Service with everything that belongs to it."""

    alternate_name: str = ""
    description: str = ""
    status: Literal["active", "inactive", "defunct", "temporarily closed"]
    organization: Organization
    eligibility_description: str = ""
    minimum_age: Age | None = None
    maximum_age: Age | None = None
    alert: str = ""
    assured_date: Day | None = None
    assurer_email: str = ""
    phones: tuple[PhoneRecord, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    service_areas: tuple[ServiceArea, ...] = ()
    languages: tuple[Language, ...] = ()
    required_documents: tuple[Document, ...] = ()
    cost_options: tuple[CostOption, ...] = ()
    contacts: tuple[ContactRecord, ...] = ()
    attributes: tuple[Attribute, ...] = ()
