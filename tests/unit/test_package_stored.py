"""Export of the stored directory: nothing is lost, and the standard's own validator agrees."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from frictionless import validate

from bot.actions.directory_import import Import
from bot.actions.directory_snapshot import RecordsInUse
from bot.directory.load import SHIPPED
from bot.directory.package.read import DESCRIPTOR
from bot.directory.package.tables import PackageTables
from bot.store import Store
from tests.support.package import SOUND, TODAY, content, lay, opened
from tests.unit import test_package as published
from tests.unit.test_package import ODD, Ways, as_folder, as_json, as_zip, cells_of, sound

TOUCHED = {"attribute", "metadata", "taxonomy_term"}
"""Tables to which an import adds our own terms and log lines."""

Kept = Callable[[Path], PackageTables]


@pytest.fixture
def kept(store: Store) -> Kept:
    """Provide a function that imports a package, trusting its vetting, and returns the live directory as tables."""

    def through_the_store(path: Path) -> PackageTables:
        with (
            opened(path) as package,
            Import(RecordsInUse(store.directory), package, TODAY, trust=True, on_done=lambda _: None) as made,
        ):
            made.replace_directory(store.directory, lambda: None)
        package, faults = RecordsInUse(store.directory).package(lambda _: None)
        assert faults.lines(warnings=False) == []
        return package

    return through_the_store


def laid(files: dict[str, str] | None, path: Path) -> Path:
    return lay(path / "in", files) if files else SHIPPED


@pytest.mark.parametrize("files", [SOUND, ODD], ids=["sound", "odd"])
def test_store_loses_nothing_of_a_package(files: dict[str, str], kept: Kept, tmp_path: Path) -> None:
    with opened(laid(files, tmp_path)) as before, kept(tmp_path / "in") as after:
        found, was = content(after), content(before)
        assert {name: found[name] for name in found.keys() - TOUCHED} == {
            name: was[name] for name in was.keys() - TOUCHED
        }
        assert len(found["attribute"]) == len(was["attribute"])
        lines = {dict(row)["id"] for row in found["metadata"]}
        assert lines >= {dict(row)["id"] for row in was.get("metadata", ())}
        assert len(lines) == len(was.get("metadata", ())) + 2
        assert after.about == before.about


@pytest.mark.parametrize("way", [as_folder, as_zip, as_json])
@pytest.mark.parametrize("files", [None, SOUND, ODD], ids=["shipped", "sound", "odd"])
def test_stored_export_loses_nothing(
    files: dict[str, str] | None, way: Ways, kept: Kept, store: Store, tmp_path: Path
) -> None:
    with kept(laid(files, tmp_path)) as package, opened(way(package, tmp_path)) as again:
        assert content(again) == content(package)
        with Import(RecordsInUse(store.directory), again, TODAY, trust=False, on_done=lambda _: None) as made:
            assert not made.is_change


def test_stored_export_has_no_cells_run_by_a_spreadsheet(kept: Kept, tmp_path: Path) -> None:
    with kept(laid(ODD, tmp_path)) as package:
        folder = as_folder(package, tmp_path)
    cells = [cell for file in folder.glob("*.csv") for row in cells_of(file) for cell in row]
    assert {cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))} <= {"-117.9", "-8"}
    assert [cell for cell in cells if cell.startswith("'=HYPERLINK")]


@pytest.mark.parametrize("files", [None, SOUND, ODD], ids=["shipped", "sound", "odd"])
def test_stored_export_is_valid_by_its_own_descriptor(files: dict[str, str] | None, kept: Kept, tmp_path: Path) -> None:
    with kept(laid(files, tmp_path)) as package:
        folder = as_folder(package, tmp_path)
    assert sound(validate(str(folder / DESCRIPTOR))) == []


if published.OFFICIAL.exists():  # not a skip: there is nothing to test without the published descriptor

    @pytest.mark.parametrize("files", [None, SOUND], ids=["shipped", "sound"])
    def test_stored_export_is_valid_by_the_published_descriptor(
        files: dict[str, str] | None, kept: Kept, tmp_path: Path
    ) -> None:
        with kept(laid(files, tmp_path)) as package:
            path = as_folder(package, tmp_path) / DESCRIPTOR
        ours = json.loads(path.read_text(encoding="utf-8"))["resources"]
        path.write_text(json.dumps(published.official(ours)), encoding="utf-8")
        assert sound(validate(str(path))) == []
