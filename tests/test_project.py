"""Project rules that no linter knows: sizes, names, settings, drawings, lists that must agree, what may not ship."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from ruamel.yaml import YAML

from bot.config.settings import load_settings
from bot.content.catalog import load_sheets
from bot.content.hotlines import load_hotlines
from bot.content.last_resort import LAST_WORDS
from bot.content.rules import CARRIER_WORDS
from bot.errors import SettingsError
from bot.flows.diagram import mermaid
from bot.flows.machine import PLACES
from bot.flows.names import Need
from bot.flows.welcome import SILENT
from bot.understanding import carrier, normalise
from tests.screenshots.readme import DRAWING, LAYERS, layers, layers_drawing

ROOT = Path(__file__).parents[1]
BOT = sorted((ROOT / "bot").rglob("*.py"))
OURS = [ROOT / "app.py", *BOT, *sorted((ROOT / "tests").rglob("*.py"))]
LONGEST_FILE = 400
IGNORED = {".git", *(line.rstrip("/") for line in (ROOT / ".gitignore").read_text().split() if line.endswith("/"))}
README = (ROOT / "README.md").read_text(encoding="utf-8")
DESIGN = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
SETTINGS = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]

CARRIERS = (
    "STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT", "START", "YES", "UNSTOP", "HELP",
    "INFO",
)  # fmt: skip
"""Words on which the carriers themselves act, repeated here on purpose."""

# In pieces, so that this file passes its own test.
NEVER_SHIPS = tuple(
    "".join(pieces)
    for pieces in (
        ("/wo", "rk/"), ("/ro", "ot/"), ("/ho", "me/"), ("../sh", "ared"),
        ("pypi", ".org"), ("python", "hosted"), ("npmjs", ".org"), ("npmjs", ".com"), ("proxy.gol", "ang"),
    )
)  # fmt: skip


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def shipped() -> Iterator[Path]:
    """Yield every file of the project, except what runs its checks on one certain machine."""
    folders = [ROOT]
    while folders:
        for path in sorted(folders.pop().iterdir()):
            if path.name in IGNORED or path.name.endswith(".egg-info") or path.name == ".env":
                continue
            if path.is_dir() and path != ROOT / ".ci":
                folders.append(path)
            elif path.is_file():
                yield path


# Files


def test_files_stay_under_400_lines() -> None:
    lines = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in OURS}
    assert {path: count for path, count in lines.items() if count > LONGEST_FILE} == {}


def test_modules_have_docstrings() -> None:
    silent = [name(path) for path in (ROOT / "app.py", *BOT) if not ast.get_docstring(ast.parse(path.read_bytes()))]
    assert silent == []


def test_file_names_are_specific() -> None:
    empty = re.compile(r"(utils?|helpers?|managers?|services?|misc|common)(\..+)?")
    assert [name(path) for path in shipped() if any(map(empty.fullmatch, path.relative_to(ROOT).parts))] == []


def test_files_name_no_machine_path_or_registry() -> None:
    found = []
    for path in shipped():
        text = path.read_bytes().decode("utf-8", "replace")
        found += [f"{name(path)}: {words}" for words in NEVER_SHIPS if words in text]
    assert found == []


def test_pictures_are_light_and_shown_in_the_readme() -> None:
    pictures = sorted((ROOT / "docs" / "pictures").iterdir())
    assert [name(path) for path in pictures if path.stat().st_size > 300_000] == []
    assert [name(path) for path in pictures if name(path) not in README] == []


def test_every_local_link_of_the_documents_leads_somewhere() -> None:
    for document in DOCUMENTS:
        folder = document.parent
        text = document.read_text(encoding="utf-8")
        links = re.findall(r'\]\(([^)#]+)\)|src="([^"]+)"', text)
        missing = [link for link in chain(*links) if link and "://" not in link and not (folder / link).exists()]
        assert missing == [], name(document)


# Settings


def settings_read() -> set[str]:
    """Return the variables that the code, the Procfile and the supervisor read."""
    config = (ROOT / "bot" / "config" / "settings.py").read_text()
    code = set(chain(*re.findall(r'read\.\w+\(\s*"([A-Z_]+)"(?:, "([A-Z_]+)")?', config))) - {""}
    return code | set(re.findall(r"\$\{?([A-Z_]+)", (ROOT / "Procfile").read_text()))


def settings_shown() -> set[str]:
    """Those in the table of docs/settings.md."""
    table = SETTINGS.partition("<!-- settings -->")[2].partition("<!-- /settings -->")[0]
    return set(re.findall(r"^\| `([A-Z_]+)` \|", table, re.MULTILINE))


def settings_listed() -> set[str]:
    """Return those in the example to copy."""
    return set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))


def test_docs_and_example_list_every_setting_and_no_other() -> None:
    assert "TWILIO_AUTH_TOKEN_NEXT" in settings_read()
    assert settings_shown() == settings_read()
    assert settings_listed() == settings_read()


def test_settings_are_read_in_one_place() -> None:
    """HOST is the supervisor's: it must listen where gunicorn does, and no part of the product asks."""
    reading = re.compile(r'environ(?:\.get\(|\[)"([A-Z_]+)"')
    known = {"HOST", "PATH", "FLASK_RUN_FROM_CLI"}
    assert {name(path): set(found) for path in BOT if (found := set(reading.findall(path.read_text())) - known)} == {}


def test_docs_mark_required_settings() -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings({})
    needed = {problem.partition(":")[0] for problem in caught.value.problems}
    marked = {
        variable
        for variable in settings_shown()
        if re.search(rf"^\| `{variable}` \|.*\*\*required\*\*", SETTINGS, re.M)
    }
    assert marked == needed


# Diagrams and messages


def test_readme_fits_the_first_five_minutes() -> None:
    assert len(README.splitlines()) <= 150


def test_design_draws_the_layers_of_the_import_contract() -> None:
    drawn = LAYERS.search(DESIGN)
    assert drawn is not None
    assert drawn.group() == layers_drawing(), "the layers have changed: run `make pictures`"


def test_docs_list_every_package_in_the_order_of_the_layers() -> None:
    for document in (ROOT / "docs" / "develop.md",):
        listed = re.findall(r"^\| `bot/(\w+?)(?:\.py)?` \|", document.read_text(encoding="utf-8"), re.MULTILINE)
        assert listed == [name for layer in layers() for name in layer]


def test_design_draws_the_flow_as_it_is() -> None:
    drawn = DRAWING.search(DESIGN)
    assert drawn is not None
    assert drawn.group() == f"{mermaid()}\n", "the flow has changed: run `make pictures`"


def test_diagram_shows_the_short_way_to_an_offer() -> None:
    drawn = mermaid()
    for arrow in (
        "safety_no_place -->|yes, area| welcome_heard",
        "welcome_heard -->|yes| needs_area",
        "needs_area -->|skip, area| options_offer",
    ):
        assert f"  {arrow}\n" in drawn


def test_diagram_shows_every_topic_with_messages() -> None:
    topics = {state.value.split(".")[0] for state in PLACES if state not in SILENT}
    assert topics == set(re.findall(r"^  subgraph (\w+)$", mermaid(), re.MULTILINE))


def test_messages_exist_for_every_key_and_language() -> None:
    sheets, _, problems = load_sheets()
    assert problems == []
    spoken = {state.value for state in PLACES if state not in SILENT}
    first = sheets["en"]
    for code, sheet in sheets.items():
        assert set(sheet.messages) == spoken, code
        assert set(sheet.needs) == {need.value for need in Need}, code
        for section in ("remarks", "labels", "pieces"):
            assert set(getattr(sheet, section)) == set(getattr(first, section)), (code, section)
        assert code in LAST_WORDS


# Numbers


def test_last_resort_messages_name_the_help_line_numbers() -> None:
    numbers = load_hotlines().numbers("US")
    expected = {numbers[role] for role in ("emergency", "crisis", "hotline")}
    for code, words in LAST_WORDS.items():
        assert set(re.findall(r"\d[\d-]*\d", words)) == expected, code


def test_help_lines_have_a_source_and_a_date() -> None:
    raw = YAML(typ="safe").load((ROOT / "bot" / "content" / "hotlines.yaml").read_text(encoding="utf-8"))
    for key, line in raw["lines"].items():
        assert line["source"].strip(), key
        assert ("checked" in line) == (line["confidence"] == "sure"), key


# Carrier words


def test_carrier_words_are_recognised_and_barred_from_menus() -> None:
    for word in CARRIERS:
        assert carrier.heard(normalise(word), stopped=True), word
        assert word in CARRIER_WORDS
    for word in CARRIER_WORDS:
        assert carrier.heard(normalise(word), stopped=True), word


@pytest.mark.parametrize("word", sorted(word for word in CARRIER_WORDS if len(word) > 2))
def test_cover_word_cannot_be_a_carrier_word(word: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings({"COVER_WORD": word})
    assert any("phone company" in problem for problem in caught.value.problems)


# Start-up


def test_procfile_names_web_and_worker() -> None:
    lines = dict(line.split(": ", 1) for line in (ROOT / "Procfile").read_text().splitlines())
    assert list(lines) == ["web", "worker"]
    assert lines["worker"] == "flask --app app worker"


def test_lock_file_pins_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    lock = (ROOT / "requirements.lock").read_text()
    pins = {canonicalize_name(found): version for found, version in re.findall(r"^([\w.-]+)==([\w.]+)", lock, re.M)}
    for requirement in map(Requirement, wanted):
        pinned = pins.get(canonicalize_name(requirement.name))
        assert pinned, f"{requirement.name} is not in the lock: run `make lock`"
        assert requirement.specifier.contains(pinned), f"{requirement.name} {pinned}: run `make lock`"


def test_makefile_targets_have_help() -> None:
    makefile = (ROOT / "Makefile").read_text()
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert phony
    told = set(re.findall(r"^([a-z-]+):.* ## ", makefile, re.MULTILINE))
    assert told == set(phony[1].split())
    assert {"setup", "run", "serve", "test", "check", "bench"} <= told, "names that scripts outside rely on"


def test_fast_tests_exist_and_need_no_browser() -> None:
    named = (ROOT / "tests/fast.txt").read_text().split()
    assert [path for path in named if not (ROOT / path).is_file()] == []
    assert {Path(path).parent for path in named} <= {Path("tests"), Path("tests/unit")}
