"""Checks between rows: unique ids, references that exist, and no address for a hidden place."""

from __future__ import annotations

from collections.abc import Iterator, Set

from bot.directory.package.cell_checks import CHOICES
from bot.directory.package.errors import PackageErrors, Rule
from bot.directory.package.schema import TABLES
from bot.directory.package.tables import PackageTables, Row

HIDDEN = frozenset(
    {"private_place", "confidential", "is_confidential", "hidden", "is_hidden", "redacted", "is_redacted"}
)
"""Columns of a location, and codes of terms on it or on a service there, that mark its place as hidden."""
YES = frozenset({"true", "yes", "y", "1"})
"""Values that mean yes, in lower case."""


def check_links(package: PackageTables, faults: PackageErrors) -> None:
    """Record all faults between rows; references to a table that was not read to the end are not checked."""
    for name, stored in package.tables.items():
        file = stored.file
        if package.has_column(name, "id"):
            _each(faults, Rule.SAME_ID, file, "id", package.repeated(name, ["id"]))
        for column in TABLES[name].columns.values() if name in TABLES else ():
            other = column.refers
            if other and package.has_column(name, column.name) and other not in package.cut:
                lost = package.dangling(name, column.name, other)
                rule = Rule.OUTSIDE if other == name else Rule.DANGLING  # a parent may be in another package
                _each(faults, rule, file, column.name, lost, other=TABLES[other].file)
    if package.has_column("taxonomy_term", "code"):
        columns = [c for c in ("code", "taxonomy", "taxonomy_id") if package.has_column("taxonomy_term", c)]
        spots = package.repeated("taxonomy_term", columns)
        _each(faults, Rule.SAME_CODE, package.tables["taxonomy_term"].file, "code", spots)
    _links(package, faults)
    for name, parent in (("taxonomy_term", "parent_id"), ("organization", "parent_organization_id")):
        for spot in _circles(package, name, parent):
            _each(faults, Rule.CIRCLE, package.tables[name].file, parent, [spot])
    check_hidden(package, faults)


def _each(
    faults: PackageErrors, rule: Rule, file: str, column: str, spots: Iterator[str] | list[str], **facts: str
) -> None:
    for spot in spots:
        place, _, path = spot.partition("\t") if "\t" in spot else (file, "", spot)
        faults.add(rule, place, path, column, **facts)


def _links(package: PackageTables, faults: PackageErrors) -> None:
    """Check attributes, which name the table that they refer to."""
    if not (package.has_column("attribute", "link_id") and package.has_column("attribute", "link_entity")):
        return
    for entity in sorted(package.values("attribute", "link_entity") & set(CHOICES["entity"]) - package.cut):
        lost = package.dangling("attribute", "link_id", entity, ("link_entity", entity))
        other = TABLES[entity].file
        _each(faults, Rule.DANGLING, package.tables["attribute"].file, "link_id", lost, other=other)


def _circles(package: PackageTables, name: str, column: str) -> list[str]:
    """Return the positions of rows whose chain of parents leads back to themselves."""
    if not package.has_column(name, column):
        return []
    above = {row["id"]: (row[column], number) for number, row in package.rows(name) if "id" in row and column in row}
    found, done = [], set[str]()
    for start in above:
        way: dict[str, None] = {}
        here = start
        while here in above and here not in way and here not in done:
            way[here] = None
            here = above[here][0]
        if here in way:
            found.append(package.spot(name, above[here][1]))
        done |= way.keys()
    return found


def check_hidden(package: PackageTables, faults: PackageErrors, also: Set[str] = frozenset()) -> None:
    """Record a fault for each hidden or virtual location that has an address or coordinates.

    `also` are ids of locations known to be hidden although the package does not say so.
    """
    marked = _marked(package) | also
    for number, row in package.rows("location"):
        is_hidden = row.get("id") in marked or any(row.get(column, "").lower() in YES for column in HIDDEN)
        if not is_hidden and row.get("location_type") != "virtual":
            continue
        for other in _betrayals(package, row, is_hidden):
            spot = package.spot("location", number)
            _each(faults, Rule.PRIVATE, package.tables["location"].file, "", [spot], other=other)


def _betrayals(package: PackageTables, location: Row, is_hidden: bool) -> Iterator[str]:
    """Yield what reveals the place; a virtual location may have a virtual address."""
    if "latitude" in location or "longitude" in location:
        yield "coordinates"
    addresses = package.find("address", "location_id", location.get("id", ""))
    if any(is_hidden or address.get("address_type") != "virtual" for _, address in addresses):
        yield "an address"


def _marked(package: PackageTables) -> set[str]:
    """Return the ids of locations that are marked as hidden by a term on them or on a service there."""
    found: set[str] = set()
    terms = [row["id"] for _, row in package.rows("taxonomy_term") if "id" in row and row.get("code") in HIDDEN]
    for term in terms:
        for _, row in package.find("attribute", "taxonomy_term_id", term):
            link = row.get("link_id", "")
            if row.get("value", "true").lower() in YES:
                found.add(link)
                found |= {
                    at.get("location_id", "") for _, at in package.find("service_at_location", "service_id", link)
                }
    return found
