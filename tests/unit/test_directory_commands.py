"""`directory import --check` and `directory export`: what is said, and that nothing is changed."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot import directory_commands
from bot.directory.load import SHIPPED
from bot.directory_commands import directory
from tests.unit.package_parts import SOUND, lay, opened


def run(*words: str | Path) -> tuple[int, str]:
    """The exit code, and all that was said."""
    done = CliRunner().invoke(directory, [str(word) for word in words])
    return done.exit_code, done.output


def shipped() -> str:
    """What the directory in use is, to the byte."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(SHIPPED.iterdir()))).hexdigest()


@pytest.mark.parametrize(("name", "form"), [("out", "csv"), ("out.zip", "csv"), ("out.json", "json")])
def test_an_export_checks_as_unchanged(name: str, form: str, tmp_path: Path) -> None:
    code, said = run("export", tmp_path / name, "--format", form)
    assert (code, said) == (0, "36 services written.\n")
    code, said = run("import", tmp_path / name, "--check")
    assert code == 0
    assert "0 new, 0 changed, 0 gone, 36 unchanged." in said
    assert said.endswith("Nothing was changed.\n")


def test_an_export_over_something_is_refused(tmp_path: Path) -> None:
    run("export", tmp_path / "out")
    code, said = run("export", tmp_path / "out")
    assert (code, said) == (1, "Error: out is there already: nothing was written\n")
    code, said = run("export", tmp_path / "no" / "out.zip")
    assert code == 1
    assert "cannot be written" in said


def test_a_check_tells_what_would_come_and_go_and_changes_nothing(tmp_path: Path) -> None:
    before = shipped()
    code, said = run("import", lay(tmp_path / "in"), "--check")
    assert code == 0
    assert "new: Drop-in\nnew: Rooms\n" in said
    assert "gone: and 16 more\n" in said
    assert "2 new, 0 changed, 36 gone, 0 unchanged." in said
    assert shipped() == before


def test_a_check_of_a_broken_package_names_the_faults_and_fails(tmp_path: Path) -> None:
    before = shipped()
    files = {**SOUND, "services.csv": SOUND["services.csv"].replace("active", "open"), "pets.csv": "id\n1\n"}
    code, said = run("import", lay(tmp_path / "in", files), "--check")
    assert code == 1
    assert said.splitlines() == [
        "note: pets.csv: is no table of HSDS 3.1; it is kept as it is",
        "services.csv: row 1: status: is not known; expected one of active, inactive, defunct, temporarily closed",
        "services.csv: row 2: status: is not known; expected one of active, inactive, defunct, temporarily closed",
        "Nothing was changed. Put these right and check again.",
    ]
    assert shipped() == before


def test_an_import_without_check_is_refused_since_it_cannot_write_yet(tmp_path: Path) -> None:
    code, said = run("import", lay(tmp_path / "in"))
    assert code == 2
    assert "only --check works so far" in said
    assert "only with --check" in run("import", "--help")[1]


def test_large_packages_show_a_progress_bar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory_commands, "MANY_BYTES", 0)
    monkeypatch.setattr(directory_commands, "MANY_ROWS", 0)
    assert "Reading" in run("import", lay(tmp_path / "in"), "--check")[1]
    assert "Writing" in run("export", tmp_path / "out")[1]
    with opened(tmp_path / "out") as package:
        assert package.count("service") == 36


def test_a_foreign_name_cannot_speak_to_the_terminal(tmp_path: Path) -> None:
    files = {**SOUND, "services.csv": SOUND["services.csv"].replace("Drop-in", "Drop\u202ein\u2028")}
    said = run("import", lay(tmp_path / "in", files), "--check")[1]
    assert "new: Drop?in?\n" in said
