"""List of services to verify again: its content and order, and that it names no person."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.content.hotlines import load_hotlines
from bot.directory.vetting import Rules
from bot.runtime.runtime import Runtime
from tests.support.directory import strict
from tests.support.directory_store import RECORDS, put, vetted
from tests.support.staff import Team

TITLES = ("Problems reported", "Verification expired", "Due soon", "Never verified", "Help lines")


@pytest.fixture(scope="module")
def served(app: Flask) -> Flask:
    """Return the app with the strict rules."""
    return strict(app)


@pytest.fixture
def today(runtime: Runtime) -> dt.date:
    return runtime.directory.now.today()


def sections(page: str) -> dict[str, str]:
    """Return the part of the page under each heading."""
    parts = re.split(r'<section class="calls"', page)[1:]
    return {title: part for part in parts for title in TITLES if title in part.split("</h2>")[0]}


def test_service_is_listed_under_its_most_urgent_reason(team: Team, runtime: Runtime, today: dt.date) -> None:
    days = dt.timedelta(days=1)
    doubtful, over, soon, never, fresh, gone = (
        vetted(record, today - age * days) for record, age in zip(RECORDS, (2, 400, 340, 1, 2, 2), strict=False)
    )
    never["assured_date"], gone["status"] = None, "inactive"
    put(runtime, [doubtful, over, soon, never, fresh, gone])
    for service in (doubtful, gone):
        runtime.store.reverify.add(service["id"], "went_badly", "2026-11-20")
    page = team.inside(team.person()).get("/directory/reverify").text
    found = sections(page)
    assert list(found) == [title for title in TITLES if title in found], "the most pressing first"
    for title, record in zip(TITLES, (doubtful, over, soon, never), strict=False):
        for one in (doubtful, over, soon, never, fresh, gone):
            assert (f"/directory/{one['id']}" in found[title]) is (one is record), title
    assert "Went badly, last reported 20 Nov 2026" in found["Problems reported"]
    assert "treated well" in found["Problems reported"]
    assert "Dana" not in page


def test_list_shows_phone_number_and_unknown_facts(team: Team, runtime: Runtime, today: dt.date) -> None:
    record = vetted(next(one for one in RECORDS if one["phones"]), today - dt.timedelta(days=500))
    put(runtime, [record])
    page = team.inside(team.person()).get("/directory/reverify").text
    assert record["phones"][0]["number"] in page
    [asked] = re.findall(r'aria-label="What to ask[^>]*>(.*?)</ul>', page)
    assert asked.count("<li>") == 1 and "still right?" in asked, "what must hold is known already"
    put(runtime, [{**record, "attributes": []}])
    page = team.inside(team.person()).get("/directory/reverify").text
    assert "All questions above." in page and "confidentiality policy" in page


def test_verified_service_leaves_the_list(team: Team, runtime: Runtime, today: dt.date) -> None:
    record = vetted(RECORDS[0], today - dt.timedelta(days=2))
    put(runtime, [record])
    runtime.store.reverify.add(record["id"], "full", today.isoformat())
    lead = team.inside(team.person("lead"))
    listed = lead.get("/directory/reverify").text
    assert f"/directory/{record['id']}" in listed and "<form" not in listed.split("<main")[1]
    page = lead.get(f"/directory/{record['id']}").text
    fields = dict(re.findall(r'name="(mark|seen|lines)" value="([^"]+)"', page))
    answer = lead.post(f"/directory/{record['id']}/verified", data={**fields, "sure": "1"})
    assert answer.status_code == 303
    page = lead.get("/directory/reverify").text
    assert "No services to verify now" in page and record["id"] not in page


def test_unchecked_help_lines_are_listed_and_never_withdrawn(team: Team, runtime: Runtime, today: dt.date) -> None:
    put(runtime, [])
    reader = team.inside(team.person("editor"))
    stale = load_hotlines().stale(today, 31)
    assert stale
    found = sections(reader.get("/directory/reverify").text)["Help lines"]
    assert found.count('<li class="call line">') == len(stale)
    assert "Never checked" in found and "even when a check is overdue" in found


def test_longer_hotline_interval_is_respected(team: Team, runtime: Runtime, monkeypatch: pytest.MonkeyPatch) -> None:
    put(runtime, [])
    reader = team.inside(team.person())
    monkeypatch.setattr(runtime.directory.now, "_clock", lambda: 1_830_000_000)  # the end of 2027
    all_of_them = reader.get("/directory/reverify").text.count('<li class="call line">')
    assert all_of_them == len(load_hotlines().lines)
    monkeypatch.setattr(runtime.directory.now, "rules", replace(Rules(), hotline_months=24))
    some = reader.get("/directory/reverify").text.count('<li class="call line">')
    assert some == sum(line.checked is None for line in load_hotlines().lines.values())


def test_long_list_says_how_many_more(team: Team, runtime: Runtime) -> None:
    put(runtime, [
        {**RECORDS[0], "assured_date": None, "id": f"00000000-0000-4000-8000-{number:012}"} for number in range(61)
    ])  # fmt: skip
    page = team.inside(team.person()).get("/directory/reverify").text
    never = sections(page)["Never verified"]
    assert never.count('<li class="call">') == 50 and "And 11 more" in never


def test_reverification_list_access_by_role(team: Team) -> None:
    for role in ("caseworker", "editor", "lead"):
        assert team.inside(team.person(role)).get("/directory/reverify").status_code == 200
    assert team.caller().get("/directory/reverify").headers["Location"].startswith("/staff/login")


def test_demo_mode_shows_a_banner_for_example_data(
    team: Team, runtime: Runtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader: FlaskClient = team.inside(team.person())
    for path in ("/directory/reverify", "/directory/matrix"):
        assert "Example data." not in reader.get(path).text
        monkeypatch.setattr(runtime.directory.now, "rules", Rules(demo=True))
        assert "Example data." in reader.get(path).text
        monkeypatch.setattr(runtime.directory.now, "rules", Rules())
