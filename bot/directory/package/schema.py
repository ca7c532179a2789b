"""Tables of HSDS 3.1 as data: files, columns, value types, and how records nest. No reading.

A column is written `name`, with `:kind` if it is not plain text, `!` if a row requires it, and `>table` if it holds the
id of a row in that table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

_TABLES = """
organization organizations.csv
  id:uuid! name! alternate_name description! email:email website:uri tax_status tax_id
  year_incorporated:number legal_status logo uri:uri parent_organization_id>organization
program programs.csv
  id:uuid! organization_id>organization! name! alternate_name description!
service services.csv
  id:uuid! organization_id>organization! program_id>program name! alternate_name description url:uri
  email:email status:status! interpretation_services application_process fees_description wait_time fees
  accreditations eligibility_description minimum_age:age maximum_age:age assured_date:date
  assurer_email:email licenses alert last_modified:datetime
attribute attributes.csv
  id:uuid! link_id:uuid! taxonomy_term_id>taxonomy_term! link_type link_entity:entity! value label
service_at_location service_at_location.csv
  id:uuid! service_id>service! location_id>location! description
location locations.csv
  id:uuid! location_type:place! url:uri organization_id>organization name alternate_name description
  transportation latitude:latitude longitude:longitude external_identifier external_identifier_type
phone phones.csv
  id:uuid! location_id>location service_id>service organization_id>organization contact_id>contact
  service_at_location_id>service_at_location number:phone! extension:number type:line description
contact contacts.csv
  id:uuid! organization_id>organization service_id>service service_at_location_id>service_at_location
  location_id>location name title department email:email
address addresses.csv
  id:uuid! location_id>location attention address_1! address_2 city! region state_province! postal_code!
  country:country! address_type:place!
schedule schedules.csv
  id:uuid! service_id>service location_id>location service_at_location_id>service_at_location
  valid_from:date valid_to:date dtstart:date timezone:timezone until:date count:number wkst:weekday
  freq:freq interval:number byday:byday byweekno bymonthday byyearday description opens_at:time
  closes_at:time schedule_link:uri attending_type notes
funding funding.csv
  id:uuid! organization_id>organization service_id>service source
service_area service_areas.csv
  id:uuid! service_id>service service_at_location_id>service_at_location name description extent
  extent_type uri
required_document required_documents.csv
  id:uuid! service_id>service document uri:uri
language languages.csv
  id:uuid! service_id>service location_id>location phone_id>phone name code:language note
accessibility accessibility.csv
  id:uuid! location_id>location description details url:uri
taxonomy_term taxonomy_terms.csv
  id:uuid! code name! description! parent_id>taxonomy_term taxonomy language:language
  taxonomy_id>taxonomy term_uri:uri
metadata metadata.csv
  id:uuid! resource_id:uuid! resource_type! last_action_date:date! last_action_type! field_name!
  previous_value! replacement_value! updated_by!
meta_table_description meta_table_descriptions.csv
  id:uuid! name language character_set
cost_option cost_options.csv
  id:uuid! service_id>service! valid_from:date valid_to:date option currency:currency amount:amount
  amount_description
organization_identifier organization_identifiers.csv
  id:uuid! organization_id>organization! identifier_scheme identifier_type! identifier!
taxonomy taxonomies.csv
  id:uuid! name! description! uri:uri version
service_capacity service_capacity.csv
  id:uuid service_id>service! unit_id>unit! available:number maximum:number description updated:datetime
unit units.csv
  id:uuid name scheme identifier uri:uri
url url.csv
  id:uuid! label url:uri! organization_id>organization service_id>service
"""

_NESTED = """
service phones schedules service_areas service_at_locations languages funding cost_options required_documents
  contacts capacities additional_urls attributes metadata
organization phones contacts locations programs funding organization_identifiers additional_websites
  attributes metadata
service_at_location contacts phones schedules service_areas attributes metadata
location addresses contacts accessibility phones languages schedules attributes metadata
phone languages attributes metadata
contact phones attributes metadata
program attributes metadata
"""
_CALLED = {"accessibility": "accessibility", "capacities": "service_capacity", "funding": "funding",
           "additional_urls": "url", "additional_websites": "url", "addresses": "address",
           "metadata": "metadata"}  # fmt: skip

NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?", re.ASCII)
"""Number as text."""

NEEDED = ("organization", "service")
"""Tables without which there is no directory."""

MOST_COLUMNS = 200
"""Most columns of one table, unknown ones included."""

NUMBERS = frozenset({"number", "age", "latitude", "longitude", "timezone", "amount"})
"""Kinds that are numbers in JSON."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its kind of value, whether a row requires it, and the table that it refers to."""

    name: str
    kind: str = "text"
    required: bool = False
    refers: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the standard and its file."""

    name: str
    file: str
    columns: Mapping[str, Column]


@dataclass(frozen=True, slots=True)
class Child:
    """Rows of another table that are nested in a record: `column` holds the id of their parent.

    `entity` is the column that names the parent's table, if the rows can belong to any table.
    """

    table: str
    column: str
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Nest:
    """Nested contents of a record: lists of children, and single records by the column of their id."""

    many: Mapping[str, Child] = field(default_factory=dict)
    one: Mapping[str, str] = field(default_factory=dict)


def plain_name(name: str) -> str:
    """Return a name for an unknown table that is valid in a descriptor and as a file name."""
    return re.sub(r"[^a-z0-9_-]+", "-", name.lower()).strip("-") or "table"


def _read_tables() -> dict[str, Table]:
    tables = {}
    for block in re.split(r"\n(?=\S)", _TABLES.strip()):
        name, file, *columns = block.split()
        read = [re.fullmatch(r"(\w+)(?::(\w+))?(?:>(\w+))?(!?)", column) for column in columns]
        made = [Column(m[1], "uuid" if m[3] else m[2] or "text", bool(m[4]), m[3] or "") for m in read if m]
        tables[name] = Table(name, file, MappingProxyType({column.name: column for column in made}))
    return tables


def _read_nested() -> dict[str, Nest]:
    nested = {
        "attribute": Nest(one={"taxonomy_term": "taxonomy_term_id"}),
        "taxonomy_term": Nest(one={"taxonomy_detail": "taxonomy_id"}),
        "service_capacity": Nest(one={"unit": "unit_id"}),
    }
    ones = {
        "service": {"organization": "organization_id", "program": "program_id"},
        "service_at_location": {"location": "location_id"},
    }
    for block in re.split(r"\n(?=\S)", _NESTED.strip()):
        parent, *keys = block.split()
        many = {}
        for key in keys:
            table = _CALLED.get(key, key.removesuffix("s"))
            if table == "attribute":
                many[key] = Child(table, "link_id", "link_entity")
            elif table == "metadata":
                many[key] = Child(table, "resource_id", "resource_type")
            else:
                many[key] = Child(table, f"{parent}_id")
        nested[parent] = Nest(many, ones.get(parent, {}))
    return nested


TABLES: Mapping[str, Table] = MappingProxyType(_read_tables())
FILES: Mapping[str, str] = MappingProxyType({table.file: table.name for table in TABLES.values()})
NESTED: Mapping[str, Nest] = MappingProxyType(_read_nested())
