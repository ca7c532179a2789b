"""HSDS 3.1 record as stored in a file: the nested form of a service, and our taxonomy's terms.

Defines which fields we read and their form. Fields of HSDS that we do not read are accepted.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

Filled = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Clock = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$")]
Days = Annotated[str, StringConstraints(pattern=r"^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$")]
Age = Annotated[int, Field(ge=0, le=120)]


def _plain_number(number: object) -> object:
    """Convert (714) 555-0100 and +1 714.555.0100 to the form that is texted: 714-555-0100, 1-714-555-0100."""
    return re.sub(r"[().\s+-]+", "-", number).strip("-") if isinstance(number, str) else number


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
    """Phone number. HSDS takes the types from RFC 6350."""

    number: Annotated[str, BeforeValidator(_plain_number), StringConstraints(pattern=r"^[\d-]{3,15}$")]
    type: Literal["voice", "text", "video", "textphone"]
    description: str = ""


class Schedule(_Record):
    """Opening hours, as weekly days and times of day. `timezone` is hours from UTC."""

    freq: Literal["WEEKLY", "MONTHLY"] | None = None
    byday: Days | None = None
    opens_at: Clock | None = None
    closes_at: Clock | None = None
    timezone: float | None = None


class ServiceArea(_Record):
    """Area served. `extent` is in our format: US, US-CA, US-CA/Orange County or US-CA/Orange County/Irvine."""

    name: Filled
    extent: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}(-[A-Z]{2}(/[^/]+){0,2})?$")]
    extent_type: Literal["text"] = "text"


class Language(_Record):
    """Language spoken, by its ISO 639 code."""

    name: Filled
    code: Annotated[str, StringConstraints(pattern="^[a-z]{2,3}$")]


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
    assured_date: dt.date | None = None
    assurer_email: str = ""
    phones: tuple[PhoneRecord, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    service_areas: tuple[ServiceArea, ...] = ()
    languages: tuple[Language, ...] = ()
    required_documents: tuple[Document, ...] = ()
    cost_options: tuple[CostOption, ...] = ()
    contacts: tuple[ContactRecord, ...] = ()
    attributes: tuple[Attribute, ...] = ()
