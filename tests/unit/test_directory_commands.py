"""`directory import` and `directory export` on a real store: output, effects, and what stays unchanged."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bot.actions.directory_snapshot import RecordsInUse
from bot.cli import directory as directory_commands
from bot.cli.directory import directory
from bot.config.settings import Settings
from bot.directory.serialization import dump, load
from bot.errors import StoreUnavailable
from bot.runtime.build import open_store
from bot.staff.audit import COMMAND_LINE, Verb
from bot.store import Store
from bot.store.connection import RedisServer
from bot.store.directory import DirectoryStore
from tests.support.app import settings
from tests.support.package import SOUND, key, lay, opened

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def own(server: RedisServer, redis_url: str) -> Settings:
    """Return settings for an emptied store."""
    return replace(settings(), redis_url=redis_url)


@pytest.fixture
def run(own: Settings) -> Run:
    """Provide a function that runs a command and returns its exit code and output."""

    def command(*words: str | Path, typed: str = "") -> tuple[int, str]:
        done = CliRunner().invoke(directory, [str(word) for word in words], obj=own, input=typed)
        return done.exit_code, done.output

    return command


@pytest.fixture
def kept(own: Settings) -> Iterator[Store]:
    """Provide the store that the commands use."""
    made = open_store(own)
    yield made
    made.close()


def stored(store: Store) -> dict[str, Any]:
    """Return the live records as stored."""
    in_use = RecordsInUse(store.directory)
    return dict(in_use.records(in_use.ids()))


def changed(file: str, old: str, new: str) -> dict[str, str]:
    """Return the valid package with a text replaced in one file."""
    assert old in SOUND[file]
    return {**SOUND, file: SOUND[file].replace(old, new)}


# Checking


@pytest.mark.parametrize(("name", "form"), [("out", "csv"), ("out.zip", "csv"), ("out.json", "json")])
def test_shipped_directory_survives_export_and_import(name: str, form: str, run: Run, tmp_path: Path) -> None:
    code, said = run("export", tmp_path / name, "--format", form)
    assert (code, said) == (0, "Exported 36 services, with staff-only details. Keep the file safe.\n")
    code, said = run("import", tmp_path / name)
    assert code == 0
    assert "0 new, 0 changed, 0 removed, 36 unchanged." in said
    assert said.endswith("Already in use: nothing changed.\n")


def test_export_does_not_overwrite(run: Run, tmp_path: Path) -> None:
    run("export", tmp_path / "out")
    code, said = run("export", tmp_path / "out")
    assert (code, said) == (1, "Error: out already exists: nothing written\n")
    code, said = run("export", tmp_path / "no" / "out.zip")
    assert code == 1
    assert "can't write out.zip" in said


def test_check_lists_changes_and_stores_nothing(run: Run, kept: Store, tmp_path: Path) -> None:
    code, said = run("import", lay(tmp_path / "in"), "--check")
    assert code == 0
    assert "new: Drop-in\nnew: Rooms\n" in said
    assert "removed: and 16 more\n" in said
    assert "2 new, 0 changed, 36 removed, 0 unchanged." in said
    assert kept.directory.edition() is None


def test_check_works_without_settings(tmp_path: Path) -> None:
    done = CliRunner().invoke(directory, ["import", "--check", str(lay(tmp_path / "in"))])
    assert done.exit_code == 0
    assert done.output.startswith("note: there are no settings here, so this compares with the built-in directory.\n")
    assert "2 new, 0 changed, 36 removed" in done.output


def test_faulty_package_is_refused_with_its_faults(run: Run, kept: Store, tmp_path: Path) -> None:
    files = {**changed("services.csv", "active", "open"), "pets.csv": "id\n1\n"}
    code, said = run("import", lay(tmp_path / "in", files), "--yes", "--strict")
    assert code == 1
    assert said.splitlines() == [
        "note: pets.csv: is an unknown table; we keep it as it is",
        "services.csv: row 1: status: is not known; expected one of active, inactive, defunct, temporarily closed",
        "services.csv: row 2: status: is not known; expected one of active, inactive, defunct, temporarily closed",
        "Nothing changed. Fix these and check again.",
    ]
    assert kept.directory.edition() is None


def test_large_package_shows_a_progress_bar(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for limit in ("MANY_BYTES", "MANY_ROWS", "MANY_SERVICES"):
        monkeypatch.setattr(directory_commands, limit, 0)
    said = run("import", lay(tmp_path / "in"), "--yes")[1]
    assert all(label in said for label in ("Reading", "Comparing", "Importing"))
    said = run("export", tmp_path / "out")[1]
    assert all(label in said for label in ("Gathering", "Writing"))
    with opened(tmp_path / "out") as package:
        assert package.count("service") == 2


def test_control_characters_in_names_are_not_printed(run: Run, tmp_path: Path) -> None:
    said = run("import", lay(tmp_path / "in", changed("services.csv", "Drop-in", "Drop\u202ein\u2028")), "--check")[1]
    assert "new: Drop?in?\n" in said


# Importing


def test_confirmed_import_is_live_and_audited(run: Run, kept: Store, tmp_path: Path) -> None:
    code, said = run("import", lay(tmp_path / "in"), typed="y\n")
    assert code == 0
    assert "This removes more than half of the services: 36 of 36. Import this? [y/N]: y\n" in said
    assert said.endswith("In use: 2 services.\n")
    assert set(stored(kept)) == {key(11), key(12)}
    [(_, link)] = kept.staff.audit.page(0, 10)
    assert (link.entry.who, link.entry.what) == (COMMAND_LINE, Verb.DIRECTORY_CHANGED)
    assert kept.staff.audit.verify() is None


@pytest.mark.parametrize("typed", ["\n", "n\n", ""])
def test_unconfirmed_import_changes_and_audits_nothing(run: Run, kept: Store, tmp_path: Path, typed: str) -> None:
    run("import", lay(tmp_path / "in"), typed=typed)
    assert kept.directory.edition() is None
    assert kept.staff.audit.count() == 0


def test_import_warns_when_it_empties_the_directory(run: Run, kept: Store, tmp_path: Path) -> None:
    files = {name: SOUND[name].splitlines(keepends=True)[0] for name in ("services.csv", "organizations.csv")}
    said = run("import", lay(tmp_path / "in", files), typed="n\n")[1]
    assert "This empties the directory: the bot could offer nothing. Import this? [y/N]: n\n" in said
    assert kept.directory.edition() is None
    said = run("import", tmp_path / "in", "--yes")[1]
    assert "This empties the directory: the bot could offer nothing.\nIn use: 0 services.\n" in said
    assert stored(kept) == {}


def test_import_does_not_warn_when_half_of_the_services_go(run: Run, tmp_path: Path) -> None:
    run("import", lay(tmp_path / "in"), "--yes")
    less = json.loads(export_json(run, tmp_path / "out.json"))
    less["contents"].pop()
    (tmp_path / "less.json").write_text(json.dumps(less))
    said = run("import", tmp_path / "less.json", typed="y\n")[1]
    assert "0 new, 0 changed, 1 removed, 1 unchanged." in said
    assert "\nImport this? [y/N]: y\n" in said


def export_json(run: Run, path: Path) -> str:
    assert run("export", path, "--format", "json")[0] == 0
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "form"), [("out", "csv"), ("out.zip", "csv"), ("out.json", "json")])
def test_export_of_the_stored_directory_imports_unchanged(
    name: str, form: str, run: Run, kept: Store, tmp_path: Path
) -> None:
    run("import", lay(tmp_path / "in"), "--yes", "--trust-vetting")
    before, edition = stored(kept), kept.directory.edition()
    run("export", tmp_path / name, "--format", form)
    for also in ((), ("--trust-vetting",)):
        code, said = run("import", tmp_path / name, "--yes", *also)
        assert code == 0
        assert "0 new, 0 changed, 0 removed, 2 unchanged." in said
        assert "0 need new vetting" in said
        assert "vetting by others, which we ignore" not in said
        assert (stored(kept), kept.directory.edition()) == (before, edition)


def test_export_reports_what_prevents_a_later_import(run: Run, kept: Store, tmp_path: Path) -> None:
    shared = SOUND["services.csv"].replace(key(2), key(1))
    run("import", lay(tmp_path / "in", {**SOUND, "services.csv": shared}), "--yes")
    before = stored(kept)[key(12)]
    organization = {**load(before)["organization"], "name": "Haven"}
    after = dump({**load(before), "organization": organization})
    kept.directory.change(kept.directory.edition(), key(12), before, after)
    code, said = run("export", tmp_path / "out")
    assert code == 0
    assert said.startswith("note: fix this before you import it again: directory: contents.1.organization")
    assert said.endswith("Exported 2 services, with staff-only details. Keep the file safe.\n")


def test_import_adds_a_log_line_to_new_and_changed_services(run: Run, kept: Store, tmp_path: Path) -> None:
    run("import", lay(tmp_path / "in"), "--yes")
    run("import", lay(tmp_path / "more", changed("services.csv", "Warm food", "Hot food")), "--yes")
    logs = {key: load(words)["metadata"] for key, words in stored(kept).items()}
    assert {k: [line["field_name"] for line in log] for k, log in logs.items()} == {
        key(11): ["all", "description"],
        key(12): ["all"],
    }
    assert {(line["last_action_type"], line["updated_by"]) for log in logs.values() for line in log} == {
        ("imported", "import")
    }


def test_import_does_not_overwrite_a_concurrent_change(
    run: Run, kept: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("import", lay(tmp_path / "in"), "--yes")
    replace_all = DirectoryStore.replace

    def meanwhile(store: DirectoryStore, *arguments: Any) -> Any:
        before = stored(kept)[key(11)]
        kept.directory.change(kept.directory.edition(), key(11), before, dump({**load(before), "alert": "Full"}))
        return replace_all(store, *arguments)

    monkeypatch.setattr(DirectoryStore, "replace", meanwhile)
    code, said = run("import", lay(tmp_path / "new", changed("services.csv", "Warm food", "Hot food")), "--yes")
    assert code == 1
    assert said.endswith("Error: someone else just changed the directory; nothing changed. Run it again.\n")
    record = load(stored(kept)[key(11)])
    assert (record["alert"], record["description"]) == ("Full", "Warm food")


def test_import_fails_when_it_cannot_be_audited(
    run: Run, kept: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise StoreUnavailable("gone")

    monkeypatch.setattr("bot.store.audit.Trail.add", breaks)
    code, said = run("import", lay(tmp_path / "in"), "--yes")
    assert code == 1
    assert said.endswith("Error: can't reach Redis; nothing changed\n")
    assert kept.directory.edition() is None


def test_commands_report_an_unavailable_store(own: Settings, tmp_path: Path) -> None:
    gone = replace(own, redis_url="redis://127.0.0.1:9/0")
    for words in (("import", lay(tmp_path / "in"), "--yes"), ("export", tmp_path / "out")):
        done = CliRunner().invoke(directory, [str(word) for word in words], obj=gone)
        assert done.exit_code == 1
        assert "can't reach Redis" in done.output
