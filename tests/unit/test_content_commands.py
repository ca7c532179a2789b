"""Export and import of content: byte for byte, faults with file and line, all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.actions.content import ContentActions
from bot.cli.content import content
from bot.content.catalog import SHIPPED, load_sheets
from bot.content.draft import ANY, CHECKED, PHRASES
from bot.content.editions import SHIPPED as AS_SHIPPED
from bot.content.editions import EntryName
from bot.content.export import read_files, write_files
from bot.errors import ContentError
from bot.runtime.build import build
from bot.server.embedded_redis import embedded_redis
from tests.support.app import settings

LATER = EntryName("en", "messages", "welcome.later")
HELLO = EntryName("es", "messages", "welcome.back")
OPEN = EntryName("es", "pieces", "wait.open")
FOOD = EntryName("en", PHRASES + "needs", "food")
FILES = ("en.yaml", "es.yaml", "hotlines.yaml")

Run = Callable[..., Result]


@pytest.fixture
def made(tmp_path) -> Iterator[tuple[ContentActions, Run]]:
    """Provide a desk, and the commands, on a Redis of their own."""
    with embedded_redis(tmp_path / "redis") as url:
        known = replace(settings(), redis_url=url)
        runtime = build(known)
        yield (
            ContentActions(runtime),
            lambda *line: CliRunner().invoke(content, [*map(str, line)], obj=known, catch_exceptions=False),
        )
        runtime.store.close()


def put(desk: ContentActions, name: EntryName, value: object) -> None:
    desk.save_draft(name, desk.entry(name).mark, value, "ana")


def changed(desk: ContentActions) -> None:
    put(desk, LATER, {"text": 'No problem: "delete" this.\n# Text any time, it\'s - ok', "bland": "Ok."})
    put(
        desk, HELLO, {"text": "Hola, soy ((program)), el ayudante automático. ¿Se puede?", "choices": {"yes": "No: sí"}}
    )
    put(desk, OPEN, "Hay alguien en ((minutes)) minutos.")
    put(desk, FOOD, ["i need grub", "no"])
    put(desk, EntryName(ANY, CHECKED, "us-988"), "2031-01-01")


def comments(lines: list[str]) -> list[str]:
    return [line for line in lines if line.lstrip().startswith("#") and "Text any" not in line]


def test_shipped_files_are_exported_byte_for_byte(made, tmp_path: Path) -> None:
    _, run = made
    assert run("export", tmp_path / "out").output == "All files match the built-in ones.\n"
    for file in FILES:
        assert (tmp_path / "out" / file).read_bytes() == (SHIPPED / file).read_bytes()


def test_export_changes_only_edited_entries(made, tmp_path: Path) -> None:
    desk, run = made
    changed(desk)
    assert run("export", "--draft", tmp_path).exit_code == 0
    for file, most in (("en.yaml", 5), ("es.yaml", 4), ("hotlines.yaml", 2)):
        before = (SHIPPED / file).read_text().splitlines()
        after = (tmp_path / file).read_text().splitlines()
        told = [
            line for line in unified_diff(before, after, n=0) if line.startswith("+") and not line.startswith("+++")
        ]
        assert 0 < len(told) <= most
        assert comments(after) == comments(before)


def test_import_of_an_export_changes_nothing(made, tmp_path: Path) -> None:
    desk, run = made
    changed(desk)
    draft = {name: one.value for name, one in desk.draft().items()}
    run("export", "--draft", tmp_path)
    assert run("import", tmp_path).output.endswith("No differences.\n")
    for name in draft:
        desk.drop(name, desk.entry(name).mark)
    assert "5 entries would change" in run("import", "--check", tmp_path).output
    assert desk.draft() == {}
    assert "en.yaml:26: messages.welcome.later" in run("import", tmp_path).output
    assert {name: one.value for name, one in desk.draft().items()} == draft


def test_faulty_import_reports_file_and_line_and_imports_nothing(made, tmp_path: Path) -> None:
    desk, run = made
    run("export", tmp_path)
    path = tmp_path / "en.yaml"
    path.write_text(path.read_text().replace("Any time, day", "Any ((nobody)) time, day").replace("No problem.", "Ok."))
    said = run("import", tmp_path)
    assert said.exit_code == 1
    assert "en.yaml:28: messages.welcome.anytime: ((nobody)) cannot be used here." in said.output
    assert desk.draft() == {}


@pytest.mark.parametrize("broken", ["messages: [", "messages: {welcome.later: 3}", "- a", "no_such: 1", ""])
def test_malformed_file_is_reported_with_its_line(tmp_path: Path, broken: str) -> None:
    (tmp_path / "en.yaml").write_text(broken)
    with pytest.raises(ContentError) as told:
        read_files(tmp_path)
    assert all(problem.startswith("en.yaml:") for problem in told.value.problems)


def test_folder_without_content_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError):
        read_files(tmp_path)


def test_added_language_is_exported_as_a_whole_file(tmp_path: Path) -> None:
    shipped = load_sheets()[0]
    entries, _ = read_files(SHIPPED)
    words: dict = {"fr": {"about": {"language": "Français"}}}
    for name, value in entries.items():
        if name.language == "es":
            words["fr"].setdefault(name.section, {})[name.key] = value
    assert write_files(replace(AS_SHIPPED, words=words), shipped, tmp_path) == ["fr.yaml"]
    again, _ = read_files(tmp_path)
    assert {name: value for name, value in again.items() if name.language == "fr" and name.section != "about"} == {
        name._replace(language="fr"): value for name, value in entries.items() if name.language == "es"
    }
    assert again[EntryName("fr", "about", "language")] == "Français"
