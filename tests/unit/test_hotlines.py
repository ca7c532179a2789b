"""Help lines: every number comes from the file, known outdated facts are absent, faults are reported clearly."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from bot.content.hotlines import PLACEHOLDERS, SHIPPED, Hotlines, Role, load_hotlines
from bot.errors import ContentError

REGIONS = ("US", "US-CA", "US-CA-ORANGE", "US-OH", "CA", "CA-BC", "CA-ON", "", "XX", "us")


@pytest.fixture(scope="module")
def lines() -> Hotlines:
    return load_hotlines()


@pytest.mark.parametrize("region", REGIONS)
def test_every_region_has_a_number_for_every_placeholder(lines: Hotlines, region: str) -> None:
    numbers = lines.numbers(region)
    assert tuple(numbers) == PLACEHOLDERS
    assert all(numbers.values())


@pytest.mark.parametrize("region", REGIONS)
def test_every_number_is_in_the_file(lines: Hotlines, region: str) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    assert all(number in text for number in lines.numbers(region).values())


def test_united_states_has_the_numbers_that_texts_rely_on(lines: Hotlines) -> None:
    numbers = lines.numbers("US")
    assert (numbers["emergency"], numbers["crisis"], numbers["hotline_text"]) == ("911", "988", "233733")
    assert numbers["hotline"] == "1-888-373-7888"
    assert numbers["child"] == "1-800-422-4453"
    assert numbers["sexual_assault"] == "1-800-656-4673", "656, not the 655 that one page prints"
    assert (numbers["runaway"], numbers["runaway_text"]) == ("1-800-786-2929", "66008")


def test_region_falls_back_to_the_larger_region(lines: Hotlines) -> None:
    assert lines.numbers("US-CA") == lines.numbers("US") == lines.numbers("nowhere")
    assert lines.numbers("CA-BC")["dv"] != lines.numbers("CA")["dv"]
    assert lines.numbers("CA-BC")["crisis"] == lines.numbers("CA")["crisis"]
    report = lines.line("US-CA-ORANGE", Role.REPORT)
    assert report is not None and report.call == "714-940-1000"
    assert lines.line("US-OH", Role.REPORT) is None


def test_canadian_roles_lead_only_to_canadian_lines(lines: Hotlines) -> None:
    for region in ("CA", "CA-BC", "CA-YT"):
        found = [lines.line(region, role) for role in Role]
        assert {line.country for line in found if line} == {"CA"}
        assert "741741" not in lines.numbers(region).values()


def test_ended_and_unverified_lines_are_absent(lines: Hotlines) -> None:
    told = [line.model_dump(exclude={"note", "source"}) for line in lines.lines.values()]
    assert not re.search(r"press 3|pride|800-273-8255|898211|435748|836-6381|347-2423", str(told), re.IGNORECASE)


def test_no_text_line_needs_a_carrier_word(lines: Hotlines) -> None:
    carrier = {"START", "STOP", "HELP", "INFO", "YES", "CANCEL", "END", "QUIT"}
    for role in Role:
        for region in ("US", "CA"):
            line = lines.line(region, role)
            if line and role.medium == "text" and line.text:
                assert not carrier & set(line.text.words.values())


def test_lines_without_a_recent_check_are_listed(lines: Hotlines) -> None:
    day = dt.date(2026, 11, 22)
    from_memory = {key for key, line in lines.lines.items() if line.confidence == "memory"}
    assert set(lines.stale(day)) == from_memory
    assert set(lines.stale(day + dt.timedelta(days=31))) == from_memory
    of_that_day = {key for key, line in lines.lines.items() if line.checked == day}
    assert set(lines.stale(day + dt.timedelta(days=32))) == from_memory | of_that_day
    assert set(lines.stale(day + dt.timedelta(days=32), days=60)) == from_memory


def _broken(tmp_path: Path, old: str, new: str) -> str:
    whole = SHIPPED.read_text(encoding="utf-8")
    assert old in whole
    path = tmp_path / "hotlines.yaml"
    path.write_text(whole.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_hotlines(path)
    for problem in caught.value.problems:
        assert re.match(r"hotlines\.yaml:\d+: ", problem), problem
    return "\n".join(caught.value.problems)


@pytest.mark.parametrize(
    ("old", "new", "key", "expected"),
    [
        ('call: "988"', "call: 988", "lines.us-988.call", "quotes"),
        ("call: 1-888-373-7888", "call: 1-888-373-788", "lines.us-trafficking.call", "a number in quotes"),
        ("    hours: 24/7\n", "", "lines.us-911.hours", "missing"),
        ("hours: 24/7", "hour: 24/7", "lines.us-911.hour", "no such key"),
        ("checked: 2026-11-22", "checked: last week", "lines.us-911.checked", "a day like"),
        ("confidence: sure", "confidence: memory", "lines.us-911", "from memory"),
        ("names: {en: Emergency, es: Emergencias}", "names: {en: Emergency}", "lines.us-911", "both en and es"),
        ("    emergency: us-911\n", "", "regions.US", "roles missing: emergency"),
        ("    emergency: us-911", "    emergency: us-912", "regions.US.emergency", "is not a line"),
        ("    crisis: ca-988", "    crisis: us-988", "regions.CA.crisis", "expected one of CA"),
        ("    hotline_text: ca-988", "    hotline_text: ca-trafficking", "regions.CA.hotline_text", "no text number"),
        ("    poison: us-poison", "    poisons: us-poison", "regions.US.poisons", "one of emergency, crisis"),
        ("  US:\n", "  USA:\n", "regions", "US"),
        ("country: US", "country: Utah", "lines.us-911.country", "'US' or 'CA'"),
        ("  us-988:", "  us-911:", "", "expected valid YAML"),
        ("lines:", "lines: [", "", "expected valid YAML"),
    ],
)
def test_faulty_file_reports_line_key_and_expected_value(
    tmp_path: Path, old: str, new: str, key: str, expected: str
) -> None:
    said = _broken(tmp_path, old, new)
    assert key in said
    assert expected in said


def test_reported_line_is_the_line_of_the_fault(tmp_path: Path) -> None:
    number = SHIPPED.read_text(encoding="utf-8").splitlines().index("    call: 1-866-331-9474") + 1
    assert f"hotlines.yaml:{number}: " in _broken(tmp_path, "call: 1-866-331-9474", "call: 1-866-331-947")


def test_all_faults_are_reported_together(tmp_path: Path) -> None:
    whole = SHIPPED.read_text(encoding="utf-8").replace("24/7", "", 3).replace("1-866", "l-866", 1)
    path = tmp_path / "hotlines.yaml"
    path.write_text(whole, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_hotlines(path)
    assert len(caught.value.problems) >= 4


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"", b"- a\n- b\n", b"just words"])
def test_file_that_is_no_hotlines_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "hotlines.yaml"
    path.write_bytes(content)
    with pytest.raises(ContentError, match=r"hotlines\.yaml"):
        load_hotlines(path)


def test_missing_file_is_refused_without_its_path(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        load_hotlines(tmp_path / "none.yaml")
    assert str(tmp_path) not in str(caught.value)


def test_empty_hotlines_give_no_numbers() -> None:
    assert dict(Hotlines({}, {}).numbers("US-CA")) == {}
    assert Hotlines({}, {}).line("US", Role.CRISIS) is None
