"""Faulty packages: one for each rule, each with its clear message."""

from __future__ import annotations

import json
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.directory.package import archive as source
from bot.directory.package import read_csv
from bot.directory.package.errors import SHOWN, Rule
from tests.support.package import key, lay, pack, read

Break = Callable[[Path], Path]


def swap(file: str, old: str, new: str) -> Break:
    """Replace a text in one file."""

    def change(folder: Path) -> Path:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8", newline="")
        return folder

    return change


def put(file: str, content: bytes | str) -> Break:
    """Write a whole file."""

    def change(folder: Path) -> Path:
        (folder / file).write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder

    return change


def drop(file: str) -> Break:
    def change(folder: Path) -> Path:
        (folder / file).unlink()
        return folder

    return change


def zipped(make: Callable[[zipfile.ZipFile], None]) -> Break:
    def change(folder: Path) -> Path:
        path = pack(folder, folder.with_name("broken.zip"))
        with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
            make(archive)
        return path

    return change


def damaged(folder: Path) -> Path:
    path = pack(folder, folder.with_name("broken.zip"))
    path.write_bytes(path.read_bytes()[:-40])
    return path


def rotten(folder: Path) -> Path:
    """Build a zip that opens, but whose first file does not unpack."""
    path = pack(folder, folder.with_name("broken.zip"))
    raw = bytearray(path.read_bytes())
    raw[60:80] = b"\xff" * 20
    path.write_bytes(raw)
    return path


def locked(folder: Path) -> Path:
    """Build a zip whose files claim to be encrypted."""
    path = pack(folder, folder.with_name("broken.zip"))
    raw = bytearray(path.read_bytes())
    at = raw.find(b"PK\x01\x02")
    raw[at + 8 : at + 10] = struct.pack("<H", 1)
    path.write_bytes(raw)
    return path


def nested(text: str) -> Break:
    def change(folder: Path) -> Path:
        path = folder.with_name("records.json")
        path.write_text(text, encoding="utf-8")
        return path

    return change


def one_service(**fields: object) -> Break:
    record = {"id": key(1), "name": "A", "status": "active", **fields}
    return nested(json.dumps({"organization": {"id": key(2), "name": "B", "description": "C"}, **record}))


def private(folder: Path) -> Path:
    """Mark a service's place as private, by one of our terms."""
    swap("attributes.csv", "made_for", "true")(folder)
    return swap("taxonomy_terms.csv", "food,Food", "private_place,Food")(folder)


SAL, ORG = "service_at_location.csv", "organizations.csv"
DOUBLE = f"{key(1)},Harbor,Runs a drop-in.,,,\n"
PACKAGE = '{"resources": [{"name": "phone", "path": "phones.csv"}, {"name": "x", "path": "calls.csv"}]}'
MANY = ",".join(f"c{n}" for n in range(201))
TWO = [{"id": key(n), "name": "A", "status": "active", "organization": {"id": key(9), "name": name, "description": "C"}}
       for n, name in ((1, "B"), (2, "D"))]  # fmt: skip

CASES: list[tuple[Rule, Break, str]] = [
    # files
    (Rule.NOT_THERE, lambda folder: folder / "nowhere", "nowhere: cannot be read; expected a folder or zip of CSV files, or a JSON file"),
    (Rule.NOT_A_PACKAGE, lambda folder: put("note.txt", "hi")(folder) / "note.txt", "note.txt: is not a package; expected a folder or zip of CSV files, or a .json file"),
    (Rule.ZIP_BROKEN, damaged, "broken.zip: is damaged; expected a zip that opens"),
    (Rule.ZIP_BROKEN, rotten, "addresses.csv: is damaged; expected a zip that opens"),
    (Rule.ZIP_LOCKED, locked, "broken.zip: is locked with a password; expected an open zip"),
    (Rule.ZIP_OUTSIDE, zipped(lambda z: z.writestr("../evil.csv", "id\n")), "broken.zip: has a file name that points outside the package; expected plain names"),
    (Rule.ZIP_BOMB, zipped(lambda z: z.writestr("unit.csv", "id,name\n" + "0,0\n" * 2_000_000)), "unit.csv: grows more than 100 times when unpacked; expected an ordinary zip"),
    (Rule.TOO_MANY_FILES, zipped(lambda z: [z.writestr(f"x{n}.csv", "id\n") for n in range(200)] and None), "broken.zip: has more than 200 files; expected fewer"),
    (Rule.DESCRIPTOR, put("datapackage.json", '{"resources": [{}]}'), "datapackage.json: is not a descriptor; expected JSON with a list of resources, each with name and path"),
    (Rule.MISSING_FILE, drop("services.csv"), "services.csv: is missing; expected it in the package"),
    (Rule.MISSING_FILE, put("datapackage.json", PACKAGE), "calls.csv: is missing; expected it in the package"),
    (Rule.TWO_FILES, zipped(lambda z: z.writestr("more/phones.csv", "id\n")), "phones.csv: holds the same table as another of this name; expected one file for a table"),
    (Rule.UNKNOWN_TABLE, put("pets.csv", "id,name\n1,Rex\n"), "pets.csv: is an unknown table; we keep it as it is"),
    (Rule.EMPTY_FILE, put("units.csv", ""), "units.csv: is empty; expected a first line with the names of the columns"),
    # encoding and form
    (Rule.NOT_UTF8, put("units.csv", b"id,name\n1,bed\n2,caf\xe9\n"), "units.csv: line 3: is not UTF-8 from here on; expected UTF-8. The rest was not read"),
    (Rule.UTF16, put("units.csv", "id,name\n".encode("utf-16")), "units.csv: is UTF-16; expected UTF-8"),
    (Rule.DELIMITER, put("units.csv", "id;name\n1;bed\n"), "units.csv: separates columns with semicolons; expected commas"),
    (Rule.QUOTES, swap("services.csv", "Warm food", '"Warm" food'), "services.csv: line 2: has quotes that do not pair up; expected CSV. The rest was not read"),
    (Rule.QUOTES, swap("services.csv", "Warm food", '"Warm food'), "services.csv: line 3: has quotes that do not pair up; expected CSV. The rest was not read"),
    (Rule.ROW_LENGTH, swap("phones.csv", "988,text,", "988,text"), "phones.csv: row 2: has 4 cells; expected 5, as in the first line"),
    (Rule.SAME_COLUMN, swap("phones.csv", "extension", "type"), "phones.csv: type: appears twice in the first line; expected each name once"),
    (Rule.NAMELESS_COLUMN, swap("phones.csv", "extension", ""), "phones.csv: column 5: has no name; expected one for every column"),
    (Rule.TOO_MANY_COLUMNS, put("units.csv", MANY + "\n"), "units.csv: has more than 200 columns; expected fewer. The file was not read"),
    (Rule.MISSING_COLUMN, swap("services.csv", ",status,", ",state,"), "services.csv: status: is missing; expected this column"),
    (Rule.UNKNOWN_COLUMN, swap("services.csv", ",url\n", ",mood\n"), "services.csv: mood: is an unknown column; we keep it as it is"),
    (Rule.CELL_TOO_LONG, swap("services.csv", "Warm food", "x" * 100_001), "services.csv: row 1: description: has more than 100,000 letters; expected a shorter text"),
    (Rule.ROW_TOO_LONG, swap("services.csv", "Warm food", '"' + "x\n" * 5_000_000 + '"'), "services.csv: has a row of more than 1,000,000 bytes; expected shorter rows. The rest was not read"),
    (Rule.ROW_TOO_LONG, swap("services.csv", "Warm food", "x" * 10_000_000), "services.csv: has a row of more than 1,000,000 bytes; expected shorter rows. The rest was not read"),
    (Rule.CONTROL, swap("services.csv", "Warm food", "Warm\x1b[2Jfood"), "services.csv: row 1: description: has a control character; expected plain text"),
    # nested JSON
    (Rule.NOT_JSON, nested('{"contents": [\n{"id": }]}'), "records.json: is not JSON in UTF-8 at line 2; expected JSON"),
    (Rule.NOT_RECORDS, nested('{"hello": 1}'), "records.json: holds no services; expected one service, a list of them, or a list under contents"),
    (Rule.NOT_A_RECORD, one_service(phones=["988"]), "records.json: contents.0.phones.0: has the wrong type; expected an object in braces"),
    (Rule.NOT_TEXT, one_service(description=5), "records.json: contents.0: description: is not text; expected words in quotes"),
    (Rule.TWO_STORIES, nested(json.dumps(TWO)), "records.json: contents.1.organization: name: differs from another entry with the same id; expected the same"),
    (Rule.SAME_ID, nested(json.dumps([TWO[0], TWO[0]])), "records.json: contents.1: id: repeats an earlier row; expected its own id"),
    (Rule.UUID, one_service(phones=[{"id": "a", "number": "988"}]), "records.json: contents.0.phones.0: id: is not a UUID; expected one like 1ba212ca-254f-4411-bd72-2098a24a2d31"),
    (Rule.NOT_JSON, nested('{"contents": [' + "1" * 5000 + "]}"), "records.json: is not JSON in UTF-8 at line 1; expected JSON"),
    (Rule.CONTROL, one_service(description="\ud83d"), "records.json: contents.0: description: has a control character; expected plain text"),
    (Rule.TOO_MANY_COLUMNS, one_service(**{f"x{n}": 1 for n in range(3000)}), "services.csv: has more than 200 columns; expected fewer. The file was not read"),
    (Rule.UNKNOWN_COLUMN, one_service(x_more={"a": 1}), "records.json: service: x_more: is an unknown column; we keep it as it is"),
    # cells
    (Rule.REQUIRED, swap("services.csv", "Drop-in", " "), "services.csv: row 1: name: is empty; expected a value"),
    (Rule.BLANK, swap("addresses.csv", "Santa Ana", ""), "addresses.csv: row 1: city: is empty, though the standard asks for it; expected a value"),
    (Rule.CHOICE, swap("locations.csv", "physical,The", "house,The"), "locations.csv: row 1: location_type: is not known, and decides what may be shown; expected one of physical, postal, virtual"),
    (Rule.UUID, swap("phones.csv", key(51), "phone-1"), "phones.csv: row 1: id: is not a UUID; expected one like 1ba212ca-254f-4411-bd72-2098a24a2d31"),
    (Rule.DATE, swap("services.csv", "2026-05-01", "05/01/2026"), "services.csv: row 1: assured_date: is not a date; expected one like 2026-11-22"),
    (Rule.DATE, swap("services.csv", "2026-05-01", "2026-02-30"), "services.csv: row 1: assured_date: is not a date; expected one like 2026-11-22"),
    (Rule.DATETIME, swap("services.csv", "2026-05-02T09:00:00Z", "2026-05-02"), "services.csv: row 1: last_modified: is not a date and time; expected one like 2026-11-22T09:00:00Z"),
    (Rule.TIME, swap("schedules.csv", "17:30", "25:00"), "schedules.csv: row 1: closes_at: is not a time; expected one like 09:00"),
    (Rule.FUTURE, swap("services.csv", "2026-05-01", "2026-11-23"), "services.csv: row 1: assured_date: is in the future; expected a past date"),
    (Rule.NUMBER, swap("phones.csv", "voice,12", "voice,twelve"), "phones.csv: row 1: extension: is not a number; expected one like 12 or 12.5"),
    (Rule.ENUM, swap("services.csv", "active", "open"), "services.csv: row 1: status: is not known; expected one of active, inactive, defunct, temporarily closed"),
    (Rule.ENUM, swap("phones.csv", "voice", "smoke"), "phones.csv: row 1: type: is not known; expected one of text, voice, fax, cell, video, pager, textphone"),
    (Rule.AGE, swap("services.csv", ",12,24,", ",-1,24,"), "services.csv: row 1: minimum_age: is not an age; expected a number from 0 to 120"),
    (Rule.AGES_REVERSED, swap("services.csv", ",12,24,", ",24,12,"), "services.csv: row 1: minimum_age: is greater than maximum_age; expected the smaller of the two"),
    (Rule.DATES_REVERSED, swap("schedules.csv", "2026-12-31", "2025-12-31"), "schedules.csv: row 1: valid_from: is after valid_to; expected the earlier of the two"),
    (Rule.LATITUDE, swap("locations.csv", "33.7", "133.7"), "locations.csv: row 1: latitude: is out of range; expected -90 to 90"),
    (Rule.LONGITUDE, swap("locations.csv", "-117.9", "-217.9"), "locations.csv: row 1: longitude: is out of range; expected -180 to 180"),
    (Rule.TIMEZONE, swap("schedules.csv", ",-8,", ",-800,"), "schedules.csv: row 1: timezone: is not a time zone; expected hours from UTC, -12 to 14, or a name like America/Chicago"),
    (Rule.AMOUNT, swap("cost_options.csv", "Free,0", "Free,-1"), "cost_options.csv: row 1: amount: is below zero; expected 0 or more"),
    (Rule.PHONE, swap("phones.csv", "988", "call us"), "phones.csv: row 2: number: is not a phone number; expected digits, like 1-800-555-0100 or 988"),
    (Rule.LANGUAGE, swap("languages.csv", "English,en", "English,anglais"), "languages.csv: row 1: code: is not a language; expected an ISO 639 code like en or spa"),
    (Rule.COUNTRY, swap("addresses.csv", ",US,", ",USA,"), "addresses.csv: row 1: country: is not a country; expected two letters like US"),
    (Rule.CURRENCY, swap("cost_options.csv", "USD", "$"), "cost_options.csv: row 1: currency: is not a currency; expected three letters like USD"),
    (Rule.EMAIL, swap(ORG, "desk@example.org", "desk at example"), "organizations.csv: row 1: email: is not an email address; expected one like desk@example.org"),
    (Rule.URI, swap(ORG, "https://example.org", "example.org"), "organizations.csv: row 1: website: is not a web address; expected one like https://example.org"),
    (Rule.BYDAY, swap("schedules.csv", '"MO,TU"', "Monday"), "schedules.csv: row 1: byday: is not a list of days; expected one like MO,TU or 1MO"),
    # rows in relation to each other
    (Rule.SAME_ID, swap(ORG, f"{key(2)},Pier", f"{DOUBLE}{key(2)},Pier"), "organizations.csv: row 2: id: repeats an earlier row; expected its own id"),
    (Rule.SAME_CODE, swap("taxonomy_terms.csv", f"{key(92)},confidential,Hidden,Nobody may know where,{key(91)},warmline-places", f"{key(92)},food,A,B,,warmline-needs"), "taxonomy_terms.csv: row 2: code: repeats an earlier row of the same taxonomy; expected its own code"),
    (Rule.DANGLING, swap(SAL, key(21), key(29)), "service_at_location.csv: row 1: location_id: points to nothing; expected the id of a row in locations.csv"),
    (Rule.DANGLING, drop("taxonomy_terms.csv"), "attributes.csv: row 1: taxonomy_term_id: points to nothing; expected the id of a row in taxonomy_terms.csv"),
    (Rule.DANGLING, swap("attributes.csv", f"{key(101)},{key(11)}", f"{key(101)},{key(99)}"), "attributes.csv: row 1: link_id: points to nothing; expected the id of a row in services.csv"),
    (Rule.OUTSIDE, swap(ORG, "https://example.org,", f"https://example.org,{key(9)}"), "organizations.csv: row 1: parent_organization_id: points to a row outside this package; we keep it as it is"),
    (Rule.CIRCLE, swap(ORG, "https://example.org,", f"https://example.org,{key(2)}"), "organizations.csv: row 1: parent_organization_id: points back to itself; expected a parent above it"),
    (Rule.NO_PARENT, swap("phones.csv", f"{key(52)},{key(12)}", f"{key(52)},"), "phones.csv: row 2: belongs to nothing; expected the id of its parent"),
    (Rule.PRIVATE, swap("locations.csv", "physical,The", "virtual,The"), "locations.csv: row 1: is hidden, but has an address; expected no address and no coordinates for a place that is hidden"),
    (Rule.PRIVATE, swap("attributes.csv", f"{key(11)},{key(91)},service,made_for", f"{key(21)},{key(92)},location,true"), "locations.csv: row 1: is hidden, but has coordinates; expected no address and no coordinates for a place that is hidden"),
    (Rule.PRIVATE, private, "locations.csv: row 1: is hidden, but has an address; expected no address and no coordinates for a place that is hidden"),
]  # fmt: skip

NEED_LARGE_FILES = {Rule.TOO_BIG, Rule.TOO_MANY_ROWS}


@pytest.mark.parametrize(("rule", "change", "says"), CASES, ids=[f"{n}-{case[0].name}" for n, case in enumerate(CASES)])
def test_faulty_package_reports_where_and_what(rule: Rule, change: Break, says: str, tmp_path: Path) -> None:
    package, faults = read(change(lay(tmp_path / "package")))
    with package:
        lines = faults.lines(warnings=rule.is_warning)
    assert says in lines
    assert faults.stop is not (rule.is_warning or rule.is_unknown)


def test_every_rule_has_a_faulty_package() -> None:
    assert {case[0] for case in CASES} == set(Rule) - NEED_LARGE_FILES
    assert len({case[0] for case in CASES}) > 30


def test_single_fault_brings_no_others(tmp_path: Path) -> None:
    package, faults = read(lay(tmp_path / "package"))
    package.close()
    assert list(faults) == []
    package, faults = read(swap("services.csv", "active", "open")(lay(tmp_path / "package")))
    package.close()
    assert len(list(faults)) == 1


def test_rows_above_the_limit_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_csv, "MOST_ROWS", 1)
    package, faults = read(lay(tmp_path / "package"))
    with package:
        assert package.count("service") == 1
    assert "services.csv: has more than 1 rows; expected fewer. The rest was not read" in faults.lines(warnings=False)


def test_json_above_the_size_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "records.json"
    with path.open("wb") as file:
        file.truncate(source.MOST_JSON_BYTES + 1)
    package, faults = read(path)
    package.close()
    assert faults.lines(warnings=False) == ["records.json: is larger than 64 MB; expected a smaller package"]


def test_truncated_file_causes_no_dangling_references(tmp_path: Path) -> None:
    package, faults = read(swap(ORG, "Runs", 'Ru"ns')(lay(tmp_path / "package")))
    package.close()
    assert {fault.rule for fault in faults} <= {Rule.QUOTES}
    package, faults = read(put(ORG, b"id,name,description\n\xff")(lay(tmp_path / "package")))
    package.close()
    assert {fault.rule for fault in faults} == {Rule.NOT_UTF8}


def test_many_faults_of_a_kind_are_counted_not_listed(tmp_path: Path) -> None:
    rows = "".join(f"{key(n + 1000)},{key(11)},nobody,voice,\n" for n in range(1000))
    package, faults = read(put("phones.csv", "id,service_id,number,type,extension\n" + rows)(lay(tmp_path / "package")))
    package.close()
    lines = [line for line in faults.lines(warnings=False) if "phone" in line and "languages" not in line]
    assert len(lines) == SHOWN + 1
    assert lines[-1] == f"phones.csv: and {1000 - SHOWN} more: phone"


def test_messages_repeat_no_cell_content(tmp_path: Path) -> None:
    for _, change, _ in CASES:
        folder = lay(tmp_path / "package")
        package, faults = read(change(folder))
        package.close()
        assert not [
            line
            for line in map(str, faults)
            if "Main Street" in line or "\x1b" in line or "555" in line.replace("555-0100", "")
        ]
        for file in folder.iterdir():
            file.unlink()
