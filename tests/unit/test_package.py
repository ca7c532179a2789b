"""Packages, read and written: nothing is lost, and the standard's own validator agrees."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from frictionless import validate
from hypothesis import given
from hypothesis import strategies as st

from bot.directory.load import SHIPPED, load_directory
from bot.directory.package.merge import differences
from bot.directory.package.nesting import Nester
from bot.directory.package.read import DESCRIPTOR, weigh
from bot.directory.package.schema import TABLES
from bot.directory.package.spreadsheet_guard import guard, unguard
from bot.directory.package.tables import PackageTables
from bot.directory.package.write import write_csv, write_json
from tests.support.package import SOUND, content, key, lay, opened, pack, read

OFFICIAL = Path(os.environ.get("HSDS_DESCRIPTOR") or Path(__file__).parents[3] / "shared" / "hsds" / "datapackage.json")
NO_ID = ("service_capacity", "unit")
"""Tables whose key has no column in the published descriptor of 3.1."""

FORMULA = "=HYPERLINK(\"http://example.org\",'x')"
ODD = {
    **SOUND,
    "services.csv": SOUND["services.csv"]
    .replace(",url\n", ",url,mood,=cmd\n", 1)
    .replace("example.org/a\n", f"example.org/a,{FORMULA.replace(',', ';')},'=kept\n", 1)
    .replace(",,,,,\n", ",,,,,,''@two,-1\n", 1)
    .replace("Warm food", "+1 warm food", 1),
    "pets.csv": "id,name\n1,Rex\n2,@home\n",
    "metadata.csv": (
        "id,resource_id,resource_type,last_action_date,last_action_type,field_name,previous_value,replacement_value,"
        f"updated_by\n{key(201)},{key(11)},service,2026-01-01,update,name,Drop,Drop-in,desk\n"
    ),
    "units.csv": f"id,name\n{key(211)},bed\n",
    "service_capacity.csv": f"id,service_id,unit_id,available\n{key(221)},{key(12)},{key(211)},3\n",
    "funding.csv": f"id,organization_id,source\n{key(231)},{key(1)},County\n",
}
"""Package with columns, tables and cells unknown to the standard, and with rows that belong to no service."""

Ways = Callable[[PackageTables, Path], Path]


def as_folder(package: PackageTables, path: Path) -> Path:
    write_csv(package, path / "out", lambda _: None)
    return path / "out"


def as_zip(package: PackageTables, path: Path) -> Path:
    write_csv(package, path / "out.zip", lambda _: None)
    return path / "out.zip"


def as_json(package: PackageTables, path: Path) -> Path:
    write_json(package, path / "out.json", lambda _: None)
    return path / "out.json"


def sound(report: Any) -> list[str]:
    """Return what the standard's own validator finds."""
    return [f"{task.name}: {error.note}" for task in report.tasks for error in task.errors] + list(
        map(str, report.errors)
    )


def cells_of(file: Path) -> list[list[str]]:
    """Return the rows of a CSV file, beginning with its columns."""
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


# Nothing is lost


@pytest.mark.parametrize("way", [as_folder, as_zip, as_json])
@pytest.mark.parametrize("files", [SOUND, ODD], ids=["sound", "odd"])
def test_round_trip_loses_nothing(files: dict[str, str], way: Ways, tmp_path: Path) -> None:
    with opened(lay(tmp_path / "in", files)) as package, opened(way(package, tmp_path)) as again:
        assert content(again) == content(package)
        assert again.about == package.about
        for one, other in zip(Nester(package).services(), Nester(again).services(), strict=True):
            assert list(differences(one, other)) == []


@pytest.mark.parametrize("way", [as_folder, as_zip, as_json])
def test_shipped_directory_survives_a_round_trip(way: Ways, tmp_path: Path) -> None:
    with opened(SHIPPED) as package, opened(way(package, tmp_path)) as again:
        assert content(again) == content(package)
        assert again.about == package.about
        assert package.count("service") == len(load_directory())


def test_csv_is_the_same_after_conversion_to_json_and_back(tmp_path: Path) -> None:
    with opened(lay(tmp_path / "in", ODD)) as package, opened(as_json(package, tmp_path)) as nested:
        first = as_folder(package, tmp_path)
        (tmp_path / "second").mkdir()
        second = as_folder(nested, tmp_path / "second")
    for file in first.iterdir():
        if file.name != DESCRIPTOR:
            assert sorted(cells_of(file)) == sorted(cells_of(second / file.name)), file.name


def test_exported_json_loads_as_a_directory(tmp_path: Path) -> None:
    with opened(SHIPPED) as package:
        path = as_json(package, tmp_path)
    again, shipped = load_directory(path), load_directory()
    assert {service.id: service for service in again} == {service.id: service for service in shipped}


def test_unknown_json_fields_keep_their_type(tmp_path: Path) -> None:
    record = {
        "id": key(1), "name": "A", "status": "active", "minimum_age": 12, "x_open": True, "x_more": {"a": [1, "b"]},
        "organization": {"id": key(2), "name": "B", "description": "C", "phones": [{"id": key(3), "number": "988"}]},
        "phones": [{"id": key(4), "number": "911", "languages": [{"id": key(5), "name": "English", "code": "en"}]}],
        "service_at_locations": [{"id": key(6), "location": {"id": key(7), "location_type": "virtual", "name": "Web"}}],
    }  # fmt: skip
    (tmp_path / "a.json").write_text(json.dumps(record))
    with (
        opened(tmp_path / "a.json") as package,
        opened(as_zip(package, tmp_path)) as tabular,
        opened(as_json(tabular, tmp_path)) as again,
    ):
        [made] = Nester(again).services()
        assert content(again) == content(package)
    del record["organization"]["phones"]  # type: ignore[attr-defined]  # listed beside the services
    assert made == record


@pytest.mark.parametrize("raw", [lambda r: r, lambda r: [r], lambda r: {"contents": [r]}], ids=["one", "list", "page"])
def test_every_form_of_nested_json_is_read(raw: Callable[[Any], Any], tmp_path: Path) -> None:
    record = {"id": key(1), "name": "A", "status": "active"}
    (tmp_path / "a.json").write_text(
        json.dumps(raw({**record, "organization": {"id": key(2), "name": "B", "description": "C"}}))
    )
    with opened(tmp_path / "a.json") as package:
        assert [row["name"] for _, row in package.rows("service")] == ["A"]


def test_package_with_bom_in_a_zip_folder_and_renamed_files_is_read(tmp_path: Path) -> None:
    folder = lay(tmp_path / "in")
    (folder / "services.csv").write_bytes(b"\xef\xbb\xbf" + (folder / "services.csv").read_bytes())
    (folder / "phones.csv").rename(folder / "calls.csv")
    (folder / DESCRIPTOR).write_text(
        json.dumps({"title": "Ours", "resources": [{"name": "phone", "path": "calls.csv"}]})
    )
    with opened(pack(folder, tmp_path / "in.zip", "export/")) as package:
        assert package.count("phone") == 2
        assert package.about == {"title": "Ours"}
        assert [row["id"] for _, row in package.rows("service")] == [key(11), key(12)]


# Spreadsheets


def test_exported_cells_are_not_run_by_a_spreadsheet(tmp_path: Path) -> None:
    with opened(lay(tmp_path / "in", ODD)) as package:
        folder = as_folder(package, tmp_path)
    cells = [cell for file in folder.glob("*.csv") for row in cells_of(file) for cell in row]
    risky = [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert set(risky) <= {"-117.9", "-8"}  # plain numbers in number columns run nothing
    assert [cell for cell in cells if cell.startswith("'=HYPERLINK")]


def test_apostrophe_of_the_author_stays(tmp_path: Path) -> None:
    with opened(lay(tmp_path / "in", ODD)) as package:
        assert "'=kept" in {row.get("=cmd") for _, row in package.rows("service")}


@given(st.text(alphabet=st.sampled_from("'=+-@\t\r\n1.5a")), st.booleans())
def test_guarded_cell_is_safe_and_restored(cell: str, is_number: bool) -> None:
    made = guard(cell, is_number)
    assert unguard(made) == cell
    if made and made[0] in "=+-@\t\r\n":
        assert is_number
        float(made)


# The standard's own validator


@pytest.mark.parametrize("files", [None, SOUND, ODD], ids=["shipped", "sound", "odd"])
def test_export_is_valid_by_its_own_descriptor(files: dict[str, str] | None, tmp_path: Path) -> None:
    with opened(lay(tmp_path / "in", files) if files else SHIPPED) as package:
        folder = as_folder(package, tmp_path)
    assert sound(validate(str(folder / DESCRIPTOR))) == []


def test_validator_finds_a_wrong_cell(tmp_path: Path) -> None:
    with opened(lay(tmp_path / "in")) as package:
        folder = as_folder(package, tmp_path)
    text = (folder / "services.csv").read_text(encoding="utf-8")
    (folder / "services.csv").write_text(text.replace(",active,", ",open,", 1), encoding="utf-8")
    assert sound(validate(str(folder / DESCRIPTOR))) != []


if OFFICIAL.exists():  # not a skip: there is nothing to test without the published descriptor

    def official(ours: list[dict[str, Any]]) -> dict[str, Any]:
        """Return the published descriptor, with the two tables that it cannot validate taken from ours."""
        raw: dict[str, Any] = json.loads(OFFICIAL.read_text(encoding="utf-8"))
        mine = {resource["name"]: resource for resource in ours}
        for resource in raw["resources"]:
            if resource["name"] in NO_ID:
                resource["schema"] = mine[resource["name"]]["schema"]
        return raw

    @pytest.mark.parametrize("files", [None, SOUND], ids=["shipped", "sound"])
    def test_export_is_valid_by_the_published_descriptor(files: dict[str, str] | None, tmp_path: Path) -> None:
        with opened(lay(tmp_path / "in", files) if files else SHIPPED) as package:
            path = as_folder(package, tmp_path) / DESCRIPTOR
        path.write_text(
            json.dumps(official(json.loads(path.read_text(encoding="utf-8"))["resources"])), encoding="utf-8"
        )
        assert sound(validate(str(path))) == []

    def test_package_with_the_published_descriptor_is_read(tmp_path: Path) -> None:
        raw = json.loads(OFFICIAL.read_text(encoding="utf-8"))
        folder = lay(tmp_path / "in")
        for resource in raw["resources"]:
            if resource["path"] not in SOUND:
                names = [field["name"] for field in resource["schema"]["fields"]] or ["id"]
                (folder / resource["path"]).write_text(",".join(names) + "\n", encoding="utf-8")
        (folder / DESCRIPTOR).write_text(json.dumps(raw), encoding="utf-8")
        package, faults = read(folder)
        with package:
            assert list(faults) == []
            assert set(package.tables) == set(TABLES)
            assert package.about["title"] == raw["title"]

    def test_schema_matches_the_published_descriptor() -> None:
        for resource in json.loads(OFFICIAL.read_text(encoding="utf-8"))["resources"]:
            table = TABLES[resource["name"]]
            assert table.file == resource["path"]
            fields = {field["name"]: field for field in resource["schema"]["fields"]}
            if table.name in NO_ID:
                assert fields.keys() <= table.columns.keys()
                continue
            assert list(fields) == list(table.columns)
            required = {name for name, field in fields.items() if field["constraints"]["required"]}
            assert required == {column.name for column in table.columns.values() if column.required}
            points = {key["fields"]: key["reference"]["resource"] for key in resource["schema"].get("foreignKeys", ())}
            ours = {c.name: c.refers for c in table.columns.values() if c.refers not in ("", table.name)}
            assert points.items() <= ours.items()


def test_export_does_not_overwrite(tmp_path: Path) -> None:
    with opened(lay(tmp_path / "in")) as package:
        for way in (as_folder, as_zip, as_json):
            way(package, tmp_path)
            with pytest.raises(FileExistsError):
                way(package, tmp_path)


def test_reader_reports_every_byte(tmp_path: Path) -> None:
    taken: list[int] = []
    for path in (lay(tmp_path / "in"), pack(tmp_path / "in", tmp_path / "in.zip")):
        taken.clear()
        package, _ = read(path, taken.append)
        package.close()
        assert sum(taken) == weigh(path) > 0
