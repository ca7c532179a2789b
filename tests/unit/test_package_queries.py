"""Nesting of a package: what is asked of its tables does not grow with the number of services."""

from __future__ import annotations

from pathlib import Path

from bot.directory.package.nesting import Records
from bot.directory.package.tables import PackageTables
from tests.support.package import SOUND, key, lay, opened


def many(services: int) -> dict[str, str]:
    """Return the valid package with more services, each with a phone, a place of the same organization, and a term."""
    each = range(1000, 1000 + services)
    return {
        **SOUND,
        "services.csv": SOUND["services.csv"] + "".join(f"{key(n)},{key(1)},Desk {n},Food,active,,,,,\n" for n in each),
        "phones.csv": SOUND["phones.csv"] + "".join(f"{key(n + 10_000)},{key(n)},988,text,\n" for n in each),
        "service_at_location.csv": SOUND["service_at_location.csv"]
        + "".join(f"{key(n + 20_000)},{key(n)},{key(21)}\n" for n in each),
        "attributes.csv": SOUND["attributes.csv"]
        + "".join(f"{key(n + 30_000)},{key(n)},{key(91)},service,helps\n" for n in each),
    }


def queries(package: PackageTables) -> int:
    asked: list[str] = []
    package._db.set_trace_callback(asked.append)
    found = list(Records(package).services())
    package._db.set_trace_callback(None)
    assert all(
        record["phones"] and record["attributes"] and record["service_at_locations"][0]["location"]["id"] == key(21)
        for record in found[2:]
    )
    assert len({id(record["organization"]) for record in found}) == len(found), "each record has its own"
    return len(asked)


def test_queries_do_not_grow_with_the_services(tmp_path: Path) -> None:
    counted = {}
    for services in (10, 400):
        with opened(lay(tmp_path / str(services), many(services))) as package:
            counted[services] = queries(package)
    assert counted[400] <= counted[10]


def test_values_that_do_not_fit_into_one_query_are_all_found(tmp_path: Path) -> None:
    with opened(lay(tmp_path / "in", many(2_000))) as package:
        wanted = {key(n) for n in range(1000, 3000)}
        found = package.find_many("phone", "service_id", wanted)
        assert [row["service_id"] for _, row in found] == sorted(wanted)
        assert [number for number, _ in found] == sorted(number for number, _ in found)
        assert package.find_many("phone", "service_id", set()) == []
        assert package.find_many("phone", "nothing", wanted) == []
        assert len(list(Records(package).services())) == 2_002
