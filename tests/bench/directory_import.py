"""`python -m tests.bench.directory_import [SERVICES]`: a large import and export: time, and memory at its peak.

Makes a package of 100,000 services unless told otherwise, puts it in use in a real store of its own, then another in
which every hundredth service differs, and exports what is in use. The exit code is 1 when an aim is missed.
"""

from __future__ import annotations

import csv
import datetime as dt
import resource
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from bot.actions.directory_import import Import
from bot.actions.directory_snapshot import RecordsInUse
from bot.directory.package.read import read_package
from bot.directory.package.write import write_csv, write_json
from bot.server.embedded_redis import embedded_redis
from bot.store.connection import RedisServer
from bot.store.directory import DirectoryStore
from tests.bench.harness import Wrong, run, say

SERVICES = 100_000
MOST_SECONDS = 180
MOST_MB = 400
"""What one import may take, from the file to what is in use, on an ordinary machine; and this process at any time."""

TODAY = dt.date(2026, 11, 22)
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
    """Write the package, and return how many rows it has."""
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
    """Return the most memory that this process ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def timed(what: str, do: Callable[..., Any], *arguments: Any) -> tuple[Any, float]:
    """Do it, and say how long it took, how much of that this process worked, and how much memory at most."""
    begun, worked = time.monotonic(), time.process_time()
    made = do(*arguments)
    spent, worked = time.monotonic() - begun, time.process_time() - worked
    say(f"{what:<32}{spent:8.1f} s  of work {worked:6.1f} s  peak {peak_mb():5.0f} MB")
    return made, spent


def put(folder: Path, store: DirectoryStore) -> tuple[Import, float]:
    """Import a package as the command does. Return what it changed, and how long it all took. Raise Wrong."""
    (package, faults), reading = timed("read and check", read_package, folder, TODAY)
    with package:
        compare = partial(Import, trust=False, on_done=lambda _: None)
        found, comparing = timed("compare with what is in use", compare, RecordsInUse(store), package, TODAY)
        with found:
            found.check_hidden(faults)
            if faults.stop:
                raise Wrong("; ".join(faults.lines(warnings=False)))
            _, putting = timed("put in use", found.replace_directory, store, lambda: None)
    return found, reading + comparing + putting


def measure(folder: Path) -> int:
    """Measure, and say what was found. Return 1 when an aim is missed."""
    services = int(sys.argv[1]) if len(sys.argv) > 1 else SERVICES
    with embedded_redis(folder) as url, closing(RedisServer(url)) as server:
        store = DirectoryStore(server)
        rows = make(folder / "old", services)
        make(folder / "new", services, changed_every=100)
        say(f"{services:,} services, {rows:,} rows; {peak_mb():.0f} MB before reading")
        first, spent = put(folder / "old", store)
        again, more = put(folder / "new", store)
        (package, faults), _ = timed("gather for an export", RecordsInUse(store).package, lambda _: None)
        with package:
            timed("write CSV as zip", write_csv, package, folder / "out.zip", lambda _: None)
            timed("write JSON", write_json, package, folder / "out.json", lambda _: None)
        say(f"import {max(spent, more):.0f} s at most; store {server.health().memory_bytes / 1024**2:.0f} MB")
        say(f"{first.new.count:,} new, then {again.changed.count:,} changed and {again.unchanged:,} unchanged")
    right = first.new.count == services and again.changed.count == -(-services // 100) and not faults.stop
    return int(not right or max(spent, more) > MOST_SECONDS or peak_mb() > MOST_MB)


if __name__ == "__main__":
    run(measure)
