"""Values that an import cannot read: each is named and kept, and stops the rest only if the import is strict."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli.directory import directory
from bot.config.settings import Settings
from bot.directory.directory import Directory
from bot.directory.package.errors import SHOWN, Rule
from bot.directory.package.nesting import Records
from bot.directory.parsing import readable
from bot.directory.public import public
from bot.directory.serialization import Record, load, terms_of
from bot.runtime.build import open_store
from bot.store import Store
from bot.store.connection import RedisServer
from tests.support.app import settings
from tests.support.package import SOUND, key, lay, opened, read

TERMS = terms_of({})
VALUES = [
    # rule, file, text in the valid package, unknown value, key, value expected, whether the bot reads it
    ("services.csv", "active,12", "open,12", "row 1: status", "one of active, inactive", True),
    ("services.csv", ",12,24,", ",twelve,24,", "row 1: minimum_age", "one like 12", True),
    ("services.csv", ",12,24,", ",12,240,", "row 1: maximum_age", "a number from 0 to 120", True),
    ("services.csv", ",12,24,", ",24,12,", "row 1: minimum_age", "the smaller of the two", True),
    ("services.csv", "2026-05-01,", "May 2026,", "row 1: assured_date", "one like 2026-11-22", True),
    ("services.csv", "2026-05-02T09:00:00Z", "yesterday", "row 1: last_modified", "one like 2026-11-22T09", False),
    ("services.csv", "https://example.org/a", "our page", "row 1: url", "one like https://example.org", False),
    ("organizations.csv", "desk@example.org", "ask us", "row 1: email", "one like desk@example.org", False),
    ("organizations.csv", "Runs a drop-in.", "", "row 1: description", "a value", False),
    ("phones.csv", "+1 555 010 0100", "call us", "row 1: number", "digits, like", True),
    ("phones.csv", "+1 555 010 0100", "", "row 1: number", "a value", True),
    ("phones.csv", "voice,12", "smoke,12", "row 1: type", "one of text, voice", True),
    ("schedules.csv", "09:00", "morning", "row 1: opens_at", "one like 09:00", True),
    ("schedules.csv", '"MO,TU"', "weekdays", "row 1: byday", "one like MO,TU", True),
    ("schedules.csv", ",-8,", ",-800,", "row 1: timezone", "hours from UTC", True),
    ("schedules.csv", "WEEKLY", "OFTEN", "row 1: freq", "one of WEEKLY, MONTHLY", True),
    ("languages.csv", "English,en", "English,anglais", "row 1: code", "an ISO 639 code", True),
    ("addresses.csv", ",US,", ",America,", "row 1: country", "two letters like US", False),
    ("addresses.csv", "Santa Ana", "", "row 1: city", "a value", False),
    ("cost_options.csv", "USD", "$", "row 1: currency", "three letters like USD", False),
    ("cost_options.csv", "Free,0", "Free,nothing", "row 1: amount", "one like 12", True),
    ("locations.csv", "33.7", "north", "row 1: latitude", "one like 12", False),
]


@pytest.fixture
def own(server: RedisServer, redis_url: str) -> Settings:
    """Return settings for an emptied store."""
    return replace(settings(), redis_url=redis_url)


@pytest.fixture
def kept(own: Settings) -> Iterator[Store]:
    made = open_store(own)
    yield made
    made.close()


def run(own: Settings, *words: str | Path) -> Result:
    return CliRunner().invoke(directory, [str(word) for word in words], obj=own)


def with_unknown(file: str, old: str, new: str) -> dict[str, str]:
    assert old in SOUND[file]
    return {**SOUND, file: SOUND[file].replace(old, new, 1)}


def stored(store: Store) -> dict[str, Record]:
    edition = store.directory.edition()
    assert edition is not None
    return {key: load(words) for key, words in store.directory.records(edition, store.directory.ids(edition))}


@pytest.mark.parametrize("case", VALUES, ids=lambda case: f"{case[3]}, {case[2]}")
def test_unknown_value_is_named_and_stops_a_strict_import_only(
    case: tuple[str, str, str, str, str, bool], own: Settings, kept: Store, tmp_path: Path
) -> None:
    file, old, new, at, expected, is_read = case
    package = lay(tmp_path / "in", with_unknown(file, old, new))
    refused = run(own, "import", package, "--yes", "--strict")
    assert refused.exit_code == 1
    [line] = [line for line in refused.output.splitlines() if line.startswith(f"{file}: {at}: ")]
    assert "expected " in line
    assert expected in line
    assert refused.output.endswith("Nothing changed. Fix these and check again.\n")
    assert kept.directory.edition() is None
    done = run(own, "import", package, "--yes")
    assert done.exit_code == 0, done.output
    assert f"unknown: {line}\n" in done.output
    assert "1 values stay unknown" in done.output
    records = stored(kept)
    services = {key: readable(record, TERMS) for key, record in records.items()}
    faulty, sound = services[key(11)], services[key(12)]
    assert faulty is not None and sound is not None
    part = {"languages.csv": "languages", "phones.csv": "phones", "schedules.csv": "schedules",
            "cost_options.csv": "cost_options"}.get(file, at.rpartition(" ")[2])  # fmt: skip
    assert any(fault.field.startswith(part) for fault in faulty.faults) is is_read
    assert not any(fault.field.startswith(part) for fault in sound.faults)
    assert not Directory([replace(sound, faults=()), faulty]).offers(key(11))


def test_service_of_unknown_status_is_kept_for_staff_and_closed_to_people(tmp_path: Path) -> None:
    package, faults = read(lay(tmp_path / "in", with_unknown("services.csv", "active,12", "Open,12")))
    with package:
        [record, _] = Records(package).services()
    assert not faults.stop
    assert record["status"] == "Open"
    made = readable(record, TERMS)
    assert made is not None
    assert made.status == "inactive"
    assert public(record, TERMS) is None


def test_what_other_systems_read_holds_no_unknown_value(tmp_path: Path) -> None:
    files = with_unknown("services.csv", "https://example.org/a", "our page")
    files["phones.csv"] = SOUND["phones.csv"] + f"{key(53)},{key(11)},call us,voice,\n"
    files["languages.csv"] = SOUND["languages.csv"].replace("English,en", "English,anglais")
    package, _ = read(lay(tmp_path / "in", files))
    with package:
        [record, _] = Records(package).services()
    shown = public(record, TERMS)
    assert shown is not None
    assert "url" not in shown
    assert [phone["id"] for phone in shown["phones"]] == [key(51)]
    assert [one.get("code") for one in shown["languages"]] == [None]
    assert shown["languages"][0]["name"] == "English"


@pytest.mark.parametrize("form", ["csv", "json"])
def test_unknown_values_survive_export_and_import(form: str, own: Settings, kept: Store, tmp_path: Path) -> None:
    files = dict(SOUND)
    for file, old, new, *_ in VALUES:
        files[file] = files[file].replace(old, new, 1)
    assert run(own, "import", lay(tmp_path / "in", files), "--yes").exit_code == 0
    before = stored(kept)
    done = run(own, "export", tmp_path / f"out.{form}", "--format", form)
    assert "fix this" not in done.output
    again = run(own, "import", tmp_path / f"out.{form}", "--yes")
    assert "0 new, 0 changed, 0 removed, 2 unchanged." in again.output
    assert stored(kept) == before


@pytest.mark.parametrize("value", [True, [16], {"from": 16}, "16+", float("nan"), 1e999, "NaN", "null"])
def test_number_of_no_known_form_is_not_lost(value: object, tmp_path: Path) -> None:
    organization = {"id": key(2), "name": "A", "description": "B"}
    record = {"id": key(1), "name": "Desk", "status": "active", "minimum_age": value, "organization": organization}
    path = tmp_path / "records.json"
    path.write_text(json.dumps(record))
    package, faults = read(path)
    with package:
        assert not faults.stop
        assert [fault.column for fault in faults] == ["minimum_age"]
        [brought] = Records(package).services()
    assert isinstance(brought["minimum_age"], str)
    made = readable(brought, TERMS)
    assert made is not None
    assert "minimum_age" in {fault.field for fault in made.faults}


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [("services.csv", "2026-05-01,2026-05-02T09:00:00Z,https://example.org/a", "2026-11-23,soon,our page", Rule.FUTURE),
     ("locations.csv", "physical,The", "Physical,The", Rule.CHOICE),
     ("attributes.csv", ",service,made_for", ",Service,made_for", Rule.CHOICE),
     ("services.csv", "Drop-in", "", Rule.REQUIRED),
     ("phones.csv", key(51), "first", Rule.UUID)],
)  # fmt: skip
def test_what_decides_still_stops_every_import(file: str, old: str, new: str, rule: Rule, tmp_path: Path) -> None:
    package, faults = read(lay(tmp_path / "in", with_unknown(file, old, new)))
    package.close()
    assert faults.stop
    assert rule in {fault.rule for fault in faults}


def test_strict_import_names_every_value(own: Settings, tmp_path: Path) -> None:
    rows = "".join(f"{key(n + 1000)},{key(11)},nobody,voice,\n" for n in range(SHOWN + 30))
    package = lay(tmp_path / "in", {**SOUND, "phones.csv": "id,service_id,number,type,extension\n" + rows})
    strict = run(own, "import", package, "--check", "--strict").output
    assert all(f"phones.csv: row {n + 1}: number: is not a phone number" in strict for n in range(SHOWN + 30))
    lenient = run(own, "import", package, "--check").output
    assert "unknown: phones.csv: and 30 more: phone\n" in lenient
    assert "50 values stay unknown" in lenient


def test_sound_package_says_nothing_of_unknown_values(own: Settings, tmp_path: Path) -> None:
    with opened(lay(tmp_path / "in")):
        pass
    for more in ((), ("--strict",)):
        done = run(own, "import", tmp_path / "in", "--check", *more)
        assert done.exit_code == 0
        assert "unknown" not in done.output
