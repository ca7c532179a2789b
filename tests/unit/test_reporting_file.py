"""File of the reporting law: faults are reported clearly, an agency's own rows count, a lawyer can list them all."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.content import content
from bot.content.reporting import SHIPPED, Reporting, load_reporting
from bot.conversation.placeholders import Placeholders
from bot.errors import ContentError
from bot.flows.model import Area
from bot.flows.session import Session
from bot.runtime.build import build
from tests.support.app import settings
from tests.support.content import CATALOG
from tests.support.content import SHIPPED as IN_USE

PLACES = tuple(load_reporting().rows)


def must_report(place: str, law: Reporting) -> str:
    """Return who must report in a place, as a person reads it."""
    session = Session(area=Area("", "", place[3:], place[:2]))
    return Placeholders(replace(IN_USE, reporting=law)).values(session, CATALOG.language("en"))("reporting")


def _broken(tmp_path: Path, old: str, new: str) -> str:
    whole = SHIPPED.read_text(encoding="utf-8")
    assert old in whole
    path = tmp_path / "reporting.yaml"
    path.write_text(whole.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_reporting(path=path)
    for problem in caught.value.problems:
        assert re.match(r"reporting\.yaml:\d+: ", problem), problem
    return "\n".join(caught.value.problems)


@pytest.mark.parametrize(
    ("old", "new", "key", "expected"),
    [
        ("{is: listed, mark: secondary, year: 2017}", "{is: some, mark: secondary}", "US-CA.who.is", "'everyone' or"),
        ("mark: secondary, year: 2017}", "mark: sure}", "US-CA.who.mark", "'law', 'secondary'"),
        ("mark: secondary, year: 2017}", "mark: secondary, year: '17'}", "US-CA.who.year", "without quotes"),
        ("under: {is: 18, mark: law}", "under: {is: 81, mark: law}", "US-CA.under.is", "from 16 to 21"),
        ("under: {is: 18, mark: law}", "under: {is: '18', mark: law}", "US-CA.under.is", "without quotes"),
        ("under: {is: 18, mark: law}", "under: 18", "US-CA.under", "keys and values"),
        ("may_under: 18", "may_under: 16", "CA-ON.under", "above the one"),
        ("      pregnant: {mark", "      pregnancy: {mark", "US-CA.notes.pregnancy", "'held'"),
        ("    who: {is: listed, mark: secondary, year: 2017}\n", "", "US-CA.who", "missing"),
        ("    seen:", "    read:", "US-CA.read", "no such key"),
        ("seen: 2026-11-27", "seen: last week", "US-CA.seen", "a day like"),
        ("names: {en: California, es: California}", "names: {en: California}", "US-CA", "both en and es"),
        ("names: {en: California,", "names: {en: The State of California,", "US-CA.names.en", "18 characters"),
        ('checked_by: ""', "checked_by: J. Lee", "US-CA", "go together"),
        ('checked_by: ""', 'checked_by: ""\n    checked_on: 2027-01-15', "US-CA", "go together"),
        ('checked_by: ""', "checked_by:", "US-CA.checked_by", "in quotes"),
        ("  US-CA:", "  USA-CA:", "areas", "match pattern"),
        ("  US-TX:", "  US-CA:", "", "not valid YAML"),
        ("areas:", "areas: [", "", "not valid YAML"),
    ],
)
def test_faulty_file_reports_line_key_and_expected_value(
    tmp_path: Path, old: str, new: str, key: str, expected: str
) -> None:
    found = _broken(tmp_path, old, new)
    assert key in found
    assert expected in found


def test_checked_row_may_not_hold_an_unchecked_cell(tmp_path: Path) -> None:
    whole = SHIPPED.read_text(encoding="utf-8")
    start = whole.index("  US-TX:")
    signed = whole[start:].replace('checked_by: ""', "checked_by: J. Lee\n    checked_on: 2027-01-15", 1)
    path = tmp_path / "reporting.yaml"
    path.write_text(whole[:start] + signed, encoding="utf-8")
    with pytest.raises(ContentError, match=r"US-TX: under: a checked row has no unchecked cell"):
        load_reporting(path=path)
    path.write_text(whole[:start] + signed.replace("mark: unchecked", "mark: law", 1), encoding="utf-8")
    assert must_report("US-TX", load_reporting(path=path)) == "In Texas, everyone must."


def test_missing_file_is_refused_without_its_path(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        load_reporting(path=tmp_path / "none.yaml")
    assert str(tmp_path) not in str(caught.value)


def own_row(place: str = "US-UT", who: str = "everyone") -> str:
    return f"""areas:
  {place}:
    names: {{en: Utah, es: Utah}}
    who: {{is: {who}, mark: law, year: 2027}}
    under: {{is: 18, mark: law}}
    line: {{is: "the state line", mark: law}}
    source: our lawyer
    seen: 2027-01-15
    checked_by: J. Lee
    checked_on: 2027-01-15
"""


def test_agency_adds_and_replaces_rows_in_a_file_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "reporting.yaml").write_text(own_row(), encoding="utf-8")
    known = load_reporting(tmp_path)
    assert tuple(known.rows) == (*PLACES, "US-UT")
    assert must_report("US-UT", known) == "In Utah, everyone must."
    (tmp_path / "reporting.yaml").write_text(own_row("US-TX", "listed"), encoding="utf-8")
    assert must_report("US-TX", load_reporting(tmp_path)) == "In Utah, people with certain jobs must."


def test_agency_file_that_is_broken_leaves_the_shipped_rows_in_use(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "reporting.yaml").write_text(own_row(who="nobody"), encoding="utf-8")
    runtime = build(replace(settings(), content_dir=tmp_path, redis_url="redis://127.0.0.1:9/0"))
    assert runtime.snapshot(0).reporting.rows == load_reporting().rows
    assert "reporting.yaml:4: areas.US-UT.who.is" in caplog.text
    runtime.store.close()


def test_content_check_says_how_many_rows_nobody_has_checked(tmp_path: Path) -> None:
    run = CliRunner().invoke(content, ["check"])
    assert f"No lawyer of the agency has checked {len(PLACES)} of {len(PLACES)} rows of reporting law." in run.output
    assert run.exit_code == 0, "they are safe to use as they are"
    (tmp_path / "reporting.yaml").write_text(own_row(), encoding="utf-8")
    own = CliRunner().invoke(content, ["check", "--dir", str(tmp_path)])
    assert f"{len(PLACES)} of {len(PLACES) + 1} rows" in own.output and own.exit_code == 0
    (tmp_path / "reporting.yaml").write_text(own_row(who="nobody"), encoding="utf-8")
    broken = CliRunner().invoke(content, ["check", "--dir", str(tmp_path)])
    assert "reporting.yaml:4: areas.US-UT.who.is" in broken.output and broken.exit_code == 1


def test_rows_are_listed_for_a_lawyer_with_how_each_cell_is_known(tmp_path: Path) -> None:
    (tmp_path / "reporting.yaml").write_text(own_row(), encoding="utf-8")
    listed = CliRunner().invoke(content, ["reporting", "--dir", str(tmp_path)]).output
    assert "US-TX Texas: not checked by the agency" in listed
    assert "  under: 18 (NOT CHECKED)" in listed
    assert "  under: 16; may report under 18 (read in the law or on an official page, 2018)" in listed
    assert "  notes.held_12h: read in a secondary source" in listed
    assert "US-UT Utah: checked by J. Lee on 2027-01-15" in listed
    assert len(re.findall(r"(?m)^  source: ", listed)) == len(PLACES) + 1
    assert "  deadline: at once (NOT CHECKED)" in listed
    assert "for a young person: read by no advocate" in listed and "  before, es: Quiero hablarte" in listed
    (tmp_path / "reporting.yaml").write_text("areas: [", encoding="utf-8")
    assert CliRunner().invoke(content, ["reporting", "--dir", str(tmp_path)]).exit_code == 1


OWN_WORDS = """words:
  before: {en: I have to tell you something., es: Tengo que decirte algo.}
  after: {en: I told them., es: Ya les dije.}
  read_by: Mia Soto
  read_on: 2027-01-15
"""


def test_agency_replaces_the_words_about_a_report(tmp_path: Path) -> None:
    (tmp_path / "reporting.yaml").write_text(OWN_WORDS, encoding="utf-8")
    known = load_reporting(tmp_path)
    assert tuple(known.rows) == PLACES and known.words
    assert (known.words.read_by, known.words.after["es"]) == ("Mia Soto", "Ya les dije.")
    (tmp_path / "reporting.yaml").write_text(own_row(), encoding="utf-8")
    assert load_reporting(tmp_path).words == load_reporting().words


@pytest.mark.parametrize(("old", "new", "expected"), [
    ("en: I told them., ", "", "after: both en and es are needed"),
    ("I told them.", "I told 1-800-422-4453.", "no number but ((emergency))"),
    ("  read_on: 2027-01-15\n", "", "read_by and read_on go together"),
    ("read_by: Mia Soto", 'read_by: ""', "read_by and read_on go together"),
    ("  after:", "  later:", "no such key"),
])  # fmt: skip
def test_faulty_words_report_what_is_expected(tmp_path: Path, old: str, new: str, expected: str) -> None:
    (tmp_path / "reporting.yaml").write_text(OWN_WORDS.replace(old, new), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_reporting(tmp_path)
    assert expected in "\n".join(caught.value.problems)


def test_shipped_words_never_promise_what_nobody_can_keep() -> None:
    words = load_reporting().words
    assert words and not words.read_by
    for said in (*words.before.values(), *words.after.values()):
        assert "((emergency))" in said and not re.search(
            r"secret|confidential|won't|arrest|safe with|must|secreto|debe", said
        )
