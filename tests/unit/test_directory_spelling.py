"""Values as publishers spell them: an import and a stored record read them by the same rule."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.directory.hours import is_open
from bot.directory.package.nesting import Records
from bot.directory.parsing import readable
from bot.directory.schema import PhoneRecord
from bot.directory.serialization import terms_of
from bot.directory.spelling.phones import phone
from tests.support.package import SOUND, key, lay, opened, read

PHONES = [
    ("(555) 555-0142 ext. 6", "555-555-0142", "6"),
    ("216-555-0123x12", "216-555-0123", "12"),
    ("tel:+1-216-555-0123;ext=9", "1-216-555-0123", "9"),
    ("216\u2013555\u20110123", "216-555-0123", ""),
    ("1-800-FLOWERS", "1-800-356-9377", ""),
    ("1-800-273-TALK (8255)", "1-800-273-8255", ""),
    ("1-800-MATTRESS", "1-800-628-8737", ""),
    ("216/555-0123", "216-555-0123", ""),
    ("+44 20 7946 0958 ext 3", "+44-20-7946-0958", "3"),
    ("2165550123 #0044", "216-555-0123", "0044"),
    ("988", "988", ""),
]


@pytest.mark.parametrize(("said", "number", "extension"), PHONES)
def test_phone_is_the_same_in_an_import_and_in_a_record(said: str, number: str, extension: str, tmp_path: Path) -> None:
    files = {**SOUND, "phones.csv": f'id,service_id,number,type\n{key(51)},{key(11)},"{said}",voice\n'}
    with opened(lay(tmp_path / "in", files)) as package:
        [(_, row)] = package.rows("phone")
    for raw in ({"number": row["number"], "extension": row.get("extension", "")}, {"number": said}):
        made = PhoneRecord.model_validate({"id": key(51), "type": "voice", **raw})
        assert made.number.replace("-", "") == number.replace("-", "")
        assert made.extension == extension


@pytest.mark.parametrize(
    "said",
    ["call us", "extension four", "216-555-0123 or 216-555-0124", "216-555-0123/0124", "216-555-0123, 5",
     "321 Main Street", "1-800-FLOWERSx4", "988 x3", "12"],
)  # fmt: skip
def test_unclear_phone_stays_unknown(said: str, tmp_path: Path) -> None:
    assert phone(said) is None
    files = {**SOUND, "phones.csv": f'id,service_id,number,type\n{key(51)},{key(11)},"{said}",voice\n'}
    package, faults = read(lay(tmp_path / "in", files))
    package.close()
    assert [line.split(": ", 3)[2] for line in faults.lines(warnings=False)] == ["number"]


def test_extension_of_its_own_column_is_not_overruled() -> None:
    with pytest.raises(ValueError, match="number"):
        PhoneRecord.model_validate({"id": key(51), "type": "voice", "number": "216-555-0123 x4", "extension": 5})


def service(**fields: object) -> dict[str, object]:
    organization = {"id": key(2), "name": "Lakeside Help", "description": "A charity."}
    return {"id": key(1), "name": "Desk", "status": "active", "organization": organization, **fields}


def brought(tmp_path: Path, **fields: object) -> dict[str, Any]:
    """Return the one service of a file without faults, as it is imported."""
    path = tmp_path / "records.json"
    path.write_text(json.dumps(service(**fields)))
    with opened(path) as package:
        [record] = Records(package).services()
    return record


@pytest.mark.parametrize("said", ["gbp", "GBP", "Usd", " cad ", "eur", "mxn"])
def test_currency_is_in_capitals(said: str, tmp_path: Path) -> None:
    record = brought(tmp_path, cost_options=[{"id": key(6), "option": "Entry", "currency": said, "amount": 2}])
    assert record["cost_options"][0]["currency"] == said.strip().upper()


@pytest.mark.parametrize(
    "organization",
    [
        {"organization": {"id": key(2), "name": "A", "description": "B"}},
        {"organization_id": key(2), "organization": {"id": key(2), "name": "A", "description": "B"}},
    ],
)
@pytest.mark.parametrize("own", [{}, {"organization_id": ""}, {"organization_id": None}, {"organization_id": key(2)}])
def test_nested_program_is_of_the_organization_of_its_service(
    own: dict[str, object], organization: dict[str, object], tmp_path: Path
) -> None:
    program = {"id": key(5), "name": "Evenings", "description": "Open late", **own}
    assert brought(tmp_path, program=program, **organization)["program"]["organization_id"] == key(2)


def test_parents_outside_the_file_are_named_and_kept(tmp_path: Path) -> None:
    term = {"id": key(4), "name": "Day rooms", "description": "By day", "code": "R.1", "parent_id": key(98)}
    organization = {"id": key(2), "name": "A", "description": "B", "parent_organization_id": key(99)}
    attributes = [{"id": key(3), "taxonomy_term": term}]
    path = tmp_path / "records.json"
    path.write_text(json.dumps(service(organization=organization, attributes=attributes)))
    package, faults = read(path)
    with package:
        assert not faults.stop
        assert sorted(fault.column for fault in faults) == ["parent_id", "parent_organization_id"]
        assert [row["parent_id"] for _, row in package.rows("taxonomy_term")] == [key(98)]
        assert [row["parent_organization_id"] for _, row in package.rows("organization")] == [key(99)]


@pytest.mark.parametrize("blank", [",,,,", ", ,\t,,", '"","","","",""', "\u00a0,,,,", ",,", ",,,,,,,", ""])
def test_blank_rows_of_a_spreadsheet_are_left_out(blank: str, tmp_path: Path) -> None:
    files = {**SOUND, "phones.csv": SOUND["phones.csv"] + f"{blank}\n{blank}\n"}
    with opened(lay(tmp_path / "in", files)) as package:
        assert package.count("phone") == 2


@pytest.mark.parametrize(
    ("opens", "closes", "minutes", "offset"),
    [("9:00", "17:00", (540, 1020), None), ("09:00:00Z", "11:30:00Z", (540, 690), 0),
     ("8:05:00", "24:00", (485, 1439), None),
     ("09:00-05:00", "17:00-05:00", (540, 1020), -5), ("09:00:00.000Z", "10:00z", (540, 600), 0),
     ("09:00+05:30", "10:00+0530", (540, 600), 5.5), ("09:00Z", "10:00-05:00", (540, 600), None)],
)  # fmt: skip
def test_hours_are_the_same_in_an_import_and_in_a_record(
    opens: str, closes: str, minutes: tuple[int, int], offset: float | None, tmp_path: Path
) -> None:
    raw = {"id": key(8), "freq": "WEEKLY", "byday": "MO, TU", "opens_at": opens, "closes_at": closes}
    for record in (service(schedules=[raw]), brought(tmp_path, schedules=[raw])):
        made = readable(record, terms_of({}))
        assert made is not None
        [hours] = made.hours
        assert (hours.days, (hours.opens, hours.closes), hours.utc_offset) == ({0, 1}, minutes, offset)


@pytest.mark.parametrize("byday", ["1SA", "-1FR", "2TU", "1MO,3MO"])
def test_hours_of_some_weeks_are_unsure(byday: str, tmp_path: Path) -> None:
    raw = {"id": key(8), "freq": "MONTHLY", "byday": byday, "opens_at": "00:00", "closes_at": "24:00", "timezone": 0}
    made = readable(brought(tmp_path, schedules=[raw]), terms_of({}))
    assert made is not None
    assert not [fault for fault in made.faults if fault.field.startswith("schedules")]
    assert is_open(made.hours, 1_800_000_000) is None


@pytest.mark.parametrize("dates", [{"valid_to": "2021-08-31"}, {"valid_from": "2099-01-01"}])
def test_hours_that_are_over_or_not_begun_are_unknown(dates: dict[str, str], tmp_path: Path) -> None:
    raw = {"id": key(8), "freq": "WEEKLY", "byday": "MO,TU,WE,TH,FR,SA,SU", "opens_at": "00:00", "closes_at": "23:59"}
    made = readable(brought(tmp_path, schedules=[{**raw, "timezone": -8, **dates}]), terms_of({}))
    assert made is not None
    assert is_open(made.hours, 1_800_000_000) is None


@pytest.mark.parametrize(
    ("tag", "code"), [("en-US", "en"), ("pt-BR", "pt"), ("zh-Hant", "zh"), ("es-419", "es"), ("yue", "yue")]
)
def test_language_of_a_tag_is_matched(tag: str, code: str, tmp_path: Path) -> None:
    made = readable(brought(tmp_path, languages=[{"id": key(9), "name": "A", "code": tag}]), terms_of({}))
    assert made is not None
    assert made.languages == {code}
