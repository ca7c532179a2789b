"""`python -m tests.bench.directory_import [SERVICES]`: reading a large package: time, and memory at its peak.

Makes a package of 100,000 services unless told otherwise, reads and checks it, compares it with one in
which every hundredth service differs, and writes it out again. The exit code is 1 when an aim is missed.
"""

from __future__ import annotations

import csv
import datetime as dt
import resource
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from bot.directory.package.changes import compare, keep_vetting
from bot.directory.package.read import read_package
from bot.directory.package.write import write_csv, write_json
from tests.bench.report import say

SERVICES = 100_000
MOST_SECONDS = 180
MOST_MB = 400
"""What reading and checking may take, on an ordinary machine."""

TODAY = dt.date(2026, 11, 22)
T = TypeVar("T")
PER_ORGANIZATION = 10
TERMS = 20


def key(kind: str, number: int) -> str:
    """An id that is the same in every run."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{kind}/{number}"))


def tables(services: int, changed_every: int = 0) -> dict[str, tuple[str, Iterator[tuple[object, ...]]]]:
    """File -> its columns and rows, for a package with all that an ordinary service has."""
    each = range(services)

    def told(number: int) -> str:
        return "Changed." if changed_every and number % changed_every == 0 else f"What service {number} does. " * 5

    return {
        "organizations.csv": ("id,name,description", (
            (key("organization", n), f"Organization {n}", "Runs services.")
            for n in range(services // PER_ORGANIZATION + 1))),
        "services.csv": (
            "id,organization_id,name,description,status,minimum_age,maximum_age,assured_date,eligibility_description", (
            (key("service", n), key("organization", n // PER_ORGANIZATION), f"Service {n}", told(n), "active", 12, 24,
             "2026-05-01", "Young people") for n in each)),
        "locations.csv": ("id,location_type,name,latitude,longitude", (
            (key("location", n), "physical", f"Place {n}", 33.7, -117.9) for n in each)),
        "service_at_location.csv": ("id,service_id,location_id", (
            (key("sal", n), key("service", n), key("location", n)) for n in each)),
        "addresses.csv": ("id,location_id,address_1,city,state_province,postal_code,country,address_type", (
            (key("address", n), key("location", n), f"{n} Main Street", "Santa Ana", "CA", "92701", "US", "physical")
            for n in each)),
        "phones.csv": ("id,service_id,number,type", (
            (key("phone", n), key("service", n), f"1-555-{n % 1000:03}-0100", "voice") for n in each)),
        "schedules.csv": ("id,service_id,freq,byday,opens_at,closes_at,timezone", (
            (key("schedule", n), key("service", n), "WEEKLY", "MO,TU,WE", "09:00", "17:00", -8) for n in each)),
        "languages.csv": ("id,service_id,name,code", (
            (key(code, n), key("service", n), name, code) for n in each for code, name in (("en", "English"),
             ("es", "Spanish")))),
        "service_areas.csv": ("id,service_id,name,extent,extent_type", (
            (key("area", n), key("service", n), "Orange County", "US-CA/Orange County", "text") for n in each)),
        "taxonomy_terms.csv": ("id,code,name,description,taxonomy", (
            (key("term", n), f"code{n}", f"Term {n}", "A term.", "warmline-needs") for n in range(TERMS))),
        "attributes.csv": ("id,link_id,taxonomy_term_id,link_entity,value", (
            (key(f"attribute{part}", n), key("service", n), key("term", (n + part) % TERMS), "service", "helps")
            for n in each for part in range(4))),
    }  # fmt: skip


def make(folder: Path, services: int, changed_every: int = 0) -> int:
    """Write the package; how many rows it has."""
    folder.mkdir()
    count = 0
    for file, (columns, rows) in tables(services, changed_every).items():
        with (folder / file).open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(columns.split(","))
            for row in rows:
                writer.writerow(row)
                count += 1
    return count


def peak_mb() -> float:
    """The most memory that this process ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def timed(what: str, do: Callable[[], T]) -> tuple[T, float]:
    """Do it, and say how long it took and how much memory at most."""
    begun = time.monotonic()
    made = do()
    seconds = time.monotonic() - begun
    say(f"{what:<42}{seconds:8.1f} s   peak {peak_mb():6.0f} MB")
    return made, seconds


def main() -> int:
    """Measure, and say what was found."""
    services = int(sys.argv[1]) if len(sys.argv) > 1 else SERVICES
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = make(folder / "old", services)
        make(folder / "new", services, changed_every=100)
        say(f"{services:,} services, {rows:,} rows; {peak_mb():.0f} MB before reading")
        (package, faults), seconds = timed("read and check", lambda: read_package(folder / "old", TODAY))
        peak = peak_mb()
        (other, _), _ = timed("read the other one", lambda: read_package(folder / "new", TODAY))
        with package, other:
            timed("keep vetting", lambda: keep_vetting(package, other))
            found, _ = timed("compare", lambda: compare(package, other))
            timed("write CSV as zip", lambda: write_csv(other, folder / "out.zip", lambda _: None))
            timed("write JSON", lambda: write_json(other, folder / "out.json", lambda _: None))
        say(f"{len(found.changed):,} changed, {found.unchanged:,} unchanged, {len(list(faults))} faults")
    wrong = list(faults) or len(found.changed) != -(-services // 100)
    return 1 if wrong or seconds > MOST_SECONDS or peak > MOST_MB else 0


if __name__ == "__main__":
    sys.exit(main())
