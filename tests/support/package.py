"""Small valid package, as files, for tests to read and to break."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.directory.package.errors import PackageErrors
from bot.directory.package.read import read_package
from bot.directory.package.tables import PackageTables

TODAY = dt.date(2026, 11, 22)


def key(number: int) -> str:
    """Return the id with this number."""
    return f"00000000-0000-4000-8000-{number:012}"


SOUND = {
    "organizations.csv": (
        "id,name,description,email,website,parent_organization_id\n"
        f"{key(1)},Harbor,Runs a drop-in.,desk@example.org,https://example.org,\n"
        f'{key(2)},Pier,"Rooms, food and ""time"".",,,{key(1)}\n'
    ),
    "services.csv": (
        "id,organization_id,name,description,status,minimum_age,maximum_age,assured_date,last_modified,url\n"
        f"{key(11)},{key(1)},Drop-in,Warm food,active,12,24,2026-05-01,2026-05-02T09:00:00Z,https://example.org/a\n"
        f'{key(12)},{key(2)},Rooms,"Two lines:\nbeds, and a key",active,,,,,\n'
    ),
    "locations.csv": (
        "id,location_type,name,latitude,longitude\n"
        f"{key(21)},physical,The house,33.7,-117.9\n"
        f"{key(22)},virtual,By phone,,\n"
    ),
    "service_at_location.csv": (
        f"id,service_id,location_id\n{key(31)},{key(11)},{key(21)}\n{key(32)},{key(12)},{key(22)}\n"
    ),
    "addresses.csv": (
        "id,location_id,address_1,city,state_province,postal_code,country,address_type\n"
        f"{key(41)},{key(21)},1 Main Street,Santa Ana,CA,92701,US,physical\n"
    ),
    "phones.csv": (
        "id,service_id,number,type,extension\n"
        f"{key(51)},{key(11)},+1 555 010 0100,voice,12\n"
        f"{key(52)},{key(12)},988,text,\n"
    ),
    "schedules.csv": (
        "id,service_id,freq,byday,opens_at,closes_at,timezone,valid_from,valid_to\n"
        f'{key(61)},{key(11)},WEEKLY,"MO,TU",09:00,17:30,-8,2026-01-01,2026-12-31\n'
    ),
    "languages.csv": (
        f"id,service_id,phone_id,name,code\n{key(71)},{key(11)},,English,en\n{key(72)},,{key(51)},Español,es\n"
    ),
    "cost_options.csv": f"id,service_id,option,amount,currency\n{key(81)},{key(11)},Free,0,USD\n",
    "taxonomy_terms.csv": (
        "id,code,name,description,parent_id,taxonomy\n"
        f"{key(91)},food,Food,Meals,,warmline-needs\n"
        f"{key(92)},confidential,Hidden,Nobody may know where,{key(91)},warmline-places\n"
        f"{key(93)},visited,Visited,Somebody was there,,warmline-vetting\n"
    ),
    "attributes.csv": (
        "id,link_id,taxonomy_term_id,link_entity,value\n"
        f"{key(101)},{key(11)},{key(91)},service,made_for\n"
        f"{key(102)},{key(11)},{key(93)},service,yes\n"
        f"{key(103)},{key(12)},{key(93)},service,no\n"
    ),
}  # fmt: skip


def lay(folder: Path, files: dict[str, str] | None = None) -> Path:
    """Write the files, by default the valid ones."""
    folder.mkdir(exist_ok=True)
    for name, text in (SOUND if files is None else files).items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


def pack(folder: Path, path: Path, inside: str = "") -> Path:
    """Zip the folder."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for each in sorted(folder.iterdir()):
            archive.write(each, inside + each.name)
    return path


def read(path: Path, on_taken: Callable[[int], None] = lambda _: None) -> tuple[PackageTables, PackageErrors]:
    """Read the package as on the day of these tests."""
    return read_package(path, TODAY, on_taken)


def content(package: PackageTables) -> dict[str, list[tuple[tuple[str, str], ...]]]:
    """Return everything in a package, table by table, in any order."""
    return {name: sorted(tuple(sorted(r.items())) for _, r in package.rows(name))
            for name in package.tables if package.count(name)}  # fmt: skip


@contextmanager
def opened(path: Path) -> Iterator[PackageTables]:
    """Yield a package that must be valid."""
    package, faults = read(path)
    with package:
        assert faults.lines(warnings=False) == []
        yield package
