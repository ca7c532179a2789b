"""Schedules as publishers give them: days with a time, rules that end, time zones by name, and half-year clocks."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.directory.hours import Hours, is_open
from bot.directory.model import Service
from bot.directory.package.nesting import Records
from bot.directory.parsing import readable
from bot.directory.public import public
from bot.directory.serialization import Record, terms_of
from bot.directory.spelling.clocks import day
from bot.directory.spelling.zones import standard, zone
from tests.support.package import key, opened, read

DAYS = "MO,TU,WE,TH,FR,SA,SU"
WEEKLY: dict[str, object] = {"freq": "WEEKLY", "byday": DAYS, "opens_at": "09:00", "closes_at": "17:00"}
ZONES = [
    ("-8", -8.0), ("-8.0", -8.0), ("+5.5", 5.5), ("-08:00", -8.0), ("-0800", -8.0), ("UTC-8", -8.0),
    ("GMT-08:00", -8.0), ("utc+1", 1.0), ("\u22125", -5.0), ("Z", 0.0), ("UTC", 0.0), ("PST", -8.0),
    ("pdt", -7.0), ("EST", -5.0), ("America/Los_Angeles", "America/Los_Angeles"),
    ("america/los_angeles", "America/Los_Angeles"),
    ("America/Los Angeles", "America/Los_Angeles"), ("US/Pacific", "US/Pacific"), ("Etc/GMT+8", "Etc/GMT+8"),
    ("Pacific Standard Time", "America/Los_Angeles"), ("Eastern Time (US & Canada)", "America/New_York"),
    ("ET", "America/New_York"), ("Pacific", "America/Los_Angeles"), ("Europe/London", "Europe/London"),
]  # fmt: skip
NO_ZONES = ("-800", "25", "-13", "14.5", "local", "summer", "America/Gotham", "nan", "8am", "../../etc/passwd", "1e1")
DAY_SPELLINGS = [
    ("2026-05-01", "2026-05-01"), ("2026-05-01T00:00:00Z", "2026-05-01"), ("2026-05-01T23:59:59-08:00", "2026-05-01"),
    ("2026-05-01 00:00:00", "2026-05-01"), ("20260501", "2026-05-01"), ("20260501T235959Z", "2026-05-01"),
    (" 2026-05-01 ", "2026-05-01"), ("2026-05-01T00:00:00.000Z", "2026-05-01"), ("05/01/2026", None),
    ("1.5.2026", None), ("2026-02-30", None), ("2026-5-1", None), ("202605", None), ("May 2026", None),
]  # fmt: skip


def at(when: str, name: str = "America/Los_Angeles") -> int:
    return int(dt.datetime.fromisoformat(when).replace(tzinfo=ZoneInfo(name)).timestamp())


def record(area: str = "", **schedule: object) -> Record:
    areas = [{"id": key(7), "name": "A", "extent": one, "extent_type": "text"} for one in area.split()]
    organization = {"id": key(2), "name": "Lakeside Help", "description": "A charity."}
    return {"id": key(1), "name": "Desk", "status": "active", "organization": organization, "service_areas": areas,
            "schedules": [{"id": key(8), **WEEKLY, **schedule}]}  # fmt: skip


def brought(tmp_path: Path, whole: Record) -> Record:
    path = tmp_path / "records.json"
    path.write_text(json.dumps(whole))
    with opened(path) as package:
        [found] = Records(package).services()
    return found


def sound(whole: Record) -> Service:
    made = readable(whole, terms_of({}))
    assert made is not None
    assert not [fault for fault in made.faults if fault.field.startswith("schedules")]
    return made


def hours(whole: Record) -> Hours:
    [one] = sound(whole).hours
    return one


@pytest.mark.parametrize(("said", "read_as"), ZONES)
def test_zone_is_the_same_in_an_import_and_in_a_record(said: str, read_as: float | str, tmp_path: Path) -> None:
    assert zone(said) == read_as
    kept = brought(tmp_path, record(timezone=said))
    cell = kept["schedules"][0]["timezone"]
    assert cell == read_as
    assert standard(str(cell)) == str(cell).removesuffix(".0")
    for whole in (kept, record(timezone=said)):
        one = hours(whole)
        assert (one.zone or one.utc_offset) == read_as


@pytest.mark.parametrize("said", NO_ZONES)
def test_what_is_no_zone_stays_unknown(said: str, tmp_path: Path) -> None:
    assert zone(said) is None
    path = tmp_path / "records.json"
    path.write_text(json.dumps(record(timezone=said)))
    package, faults = read(path)
    with package:
        assert [fault.column for fault in faults] == ["timezone"]
    made = readable(record(timezone=said), terms_of({}))
    assert made is not None
    assert [(f.field, f.says) for f in made.faults if f.field.startswith("schedules")] == [
        ("schedules.0.timezone", "expected hours from UTC, or a name like America/Chicago")
    ]


def test_name_of_a_zone_is_kept_and_no_number_is_made_of_it(tmp_path: Path) -> None:
    kept = brought(tmp_path, record(timezone="America/Denver"))
    shown = public(kept, terms_of({}))
    assert shown is not None
    assert "timezone" not in shown["schedules"][0]
    assert shown["schedules"][0]["opens_at"] == "09:00"


@pytest.mark.parametrize(("said", "read_as"), DAY_SPELLINGS)
def test_day_is_the_same_in_an_import_and_in_a_record(said: str, read_as: str | None, tmp_path: Path) -> None:
    assert day(said) == read_as
    for field in ("valid_from", "valid_to", "dtstart", "until"):
        if read_as is None:
            made = readable(record(**{field: said}), terms_of({}))
            assert made is not None
            assert f"schedules.0.{field}" in {fault.field for fault in made.faults}
            continue
        kept = brought(tmp_path, record(**{field: said}))
        assert kept["schedules"][0][field] == read_as
        for one in (hours(kept), hours(record(**{field: said}))):
            limit = one.starts if field in ("valid_from", "dtstart") else one.ends
            assert limit == dt.date.fromisoformat(read_as)


@pytest.mark.parametrize(
    ("limits", "open_on"),
    [({"until": "2026-03-31"}, {"2026-03-31": True, "2026-04-01": None}),
     ({"until": "20260331T235959Z", "valid_to": "2026-12-31"}, {"2026-03-31": True, "2026-04-01": None}),
     ({"until": "2026-12-31", "valid_to": "2026-03-31"}, {"2026-03-31": True, "2026-04-01": None}),
     ({"dtstart": "2026-03-10"}, {"2026-03-09": None, "2026-03-10": True}),
     ({"dtstart": "2026-03-01", "valid_from": "2026-03-10"}, {"2026-03-09": None, "2026-03-10": True}),
     ({"valid_from": "2026-03-10", "valid_to": "2026-03-10"},
      {"2026-03-09": None, "2026-03-10": True, "2026-03-11": None}),
     ({"valid_from": "2026-04-01", "valid_to": "2026-03-01"}, {"2026-03-15": None, "2026-04-15": None})],
)  # fmt: skip
def test_rule_holds_from_its_first_to_its_last_day(limits: dict[str, str], open_on: dict[str, bool | None]) -> None:
    one = hours(record("US-CA", timezone="America/Los_Angeles", **limits))
    assert {on: is_open([one], at(f"{on}T12:00")) for on in open_on} == open_on


@pytest.mark.parametrize(
    "rule", [{"count": 5}, {"count": "5"}, {"bymonthday": "1"}, {"byweekno": "20"}, {"byyearday": "100"},
             {"interval": 2}, {"freq": "MONTHLY", "byday": "MO"}, {"freq": "MONTHLY", "byday": "2TU"}],
)  # fmt: skip
def test_rule_of_some_weeks_only_is_unsure(rule: dict[str, object]) -> None:
    one = hours(record("US-CA", timezone=-8, **rule))
    assert one.is_unsure
    assert is_open([one], at("2026-03-10T12:00")) is None


EDGE = ("2026-01-15", "2026-07-15")


@pytest.mark.parametrize("on", EDGE)
@pytest.mark.parametrize("given", ["America/Los_Angeles", -8, -7, "PST", "PDT", "-08:00"])
@pytest.mark.parametrize("area", ["US-CA", "US-CA/Orange_County US-CA/Kern_County"])
def test_clocks_of_the_region_are_followed_all_year(on: str, given: float | str, area: str) -> None:
    one = hours(record(area.replace("_", ""), timezone=given))
    asked = {clock: is_open([one], at(f"{on}T{clock}")) for clock in ("08:59", "09:00", "09:30", "17:00", "17:01")}
    assert asked == {"08:59": False, "09:00": True, "09:30": True, "17:00": True, "17:01": False}


@pytest.mark.parametrize(
    ("area", "given", "name"),
    [("US-NY", -5, "America/New_York"), ("US-NY", -4, "America/New_York"), ("US-AZ", -7, "America/Phoenix"),
     ("US-HI", -10, "Pacific/Honolulu"), ("US-TN", -6, "America/Chicago"), ("CA-ON", -5, "America/Toronto"),
     ("US-NY US-NJ", -5, "America/New_York"), ("US-GU", 10, "Pacific/Guam")],
)  # fmt: skip
def test_offset_of_a_region_means_its_zone(area: str, given: float, name: str) -> None:
    one = hours(record(area, timezone=given))
    assert (one.utc_offset, one.zone, one.is_half_year) == (given, name, False)


@pytest.mark.parametrize(
    ("area", "given"), [("US", -8), ("US-TN", -5), ("US-NY US-CA", -5), ("US CA", -5), ("US-CA", -5)]
)
def test_offset_without_a_zone_leaves_the_hour_of_the_half_year_open(area: str, given: float) -> None:
    one = hours(record(area, timezone=given))
    assert one.is_half_year
    fixed = dt.timezone(dt.timedelta(hours=given))

    def asked(on: str, clock: str) -> bool | None:
        when = dt.datetime.fromisoformat(f"{on}T{clock}").replace(tzinfo=fixed)
        return is_open([one], int(when.timestamp()))

    assert [asked("2026-07-15", clock) for clock in ("07:30", "08:30", "12:00", "16:30", "17:30")] == [
        False, None, True, None, False,
    ]  # fmt: skip
    assert [asked("2026-01-15", clock) for clock in ("08:30", "09:30", "12:00", "17:30", "18:30")] == [
        False, None, True, None, False,
    ]  # fmt: skip


def test_hour_of_the_half_year_does_not_hide_what_is_sure() -> None:
    doubt = hours(record("US", timezone=-8))
    always = hours(record("US", timezone=-8, opens_at="00:00", closes_at="24:00"))
    assert is_open([doubt, always], at("2026-07-15T09:30")) is True


@pytest.mark.parametrize("clock", ["09:00Z", "09:00+02:00"])
def test_offset_that_no_place_there_has_is_unknown(clock: str) -> None:
    one = hours(record("US-CA", opens_at=clock, closes_at=clock.replace("09", "17")))
    assert (one.utc_offset, one.zone) == (None, "")
    assert is_open([one], at("2026-03-10T12:00")) is None


def test_offset_abroad_is_taken_as_it_is() -> None:
    one = hours(record("IN", timezone=5.5))
    assert (one.utc_offset, one.zone, one.is_half_year) == (5.5, "", False)


@pytest.mark.parametrize(("clock", "name"), [("09:00-08:00", "America/Los_Angeles"), ("09:00Z", "")])
def test_zone_and_offset_of_the_times_must_agree(clock: str, name: str) -> None:
    one = hours(record("US-CA", timezone="America/Los_Angeles", opens_at=clock))
    assert one.zone == name
