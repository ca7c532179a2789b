"""Matrix page: what its cells count, where they lead, and what is shown beside a need."""

from __future__ import annotations

import datetime as dt
import html
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.runtime.runtime import Runtime
from bot.store.connection import RedisServer
from tests.support.directory import strict
from tests.support.directory_store import RECORDS, put, vetted
from tests.support.staff import Team

ORANGE = [one for one in RECORDS if any(area["extent"] == "US-CA/Orange County" for area in one["service_areas"])]


@pytest.fixture(scope="module")
def served(app: Flask) -> Flask:
    """Return the app with the strict rules, in California."""
    return strict(app, region="US-CA")


@pytest.fixture
def reader(team: Team) -> FlaskClient:
    """Return a caseworker's browser."""
    return team.inside(team.person())


def table(page: str) -> tuple[list[str], dict[str, list[str]]]:
    """Return the columns, and the cells of each need."""
    columns = re.findall(r'<th scope="col"[^>]*>([^<]+)</th>', page)
    rows = re.findall(r'<tr><th scope="row">([^<]+)</th>(.*?)</tr>', page, re.DOTALL)
    return columns, {html.unescape(name): re.findall(r"<td[^>]*>(?:<a[^>]*>)?([^<]*)", fields) for name, fields in rows}


def test_matrix_counts_services_offered_today(reader: FlaskClient, runtime: Runtime) -> None:
    today = runtime.directory.now.today()
    fine, old, *plain = ORANGE
    put(runtime, [vetted(fine, today), vetted(old, today - dt.timedelta(days=500)), *plain])
    columns, rows = table(reader.get("/directory/matrix").text)
    assert columns == ["Need", "Orange County", "Nationwide"]
    labels = {each["label"] for each in fine["attributes"] if each["value"] in ("made_for", "helps", "finds")}
    assert sum(fields[0] == "1" for fields in rows.values()) == len(labels) > 0
    assert {fields[0] for fields in rows.values()} == {"1", "none"} and {fields[1] for fields in rows.values()} == {
        "none"
    }


def test_matrix_cell_links_to_the_list_it_counts(reader: FlaskClient, runtime: Runtime) -> None:
    today = runtime.directory.now.today()
    put(runtime, [vetted(one, today) for one in RECORDS])
    seen = 0
    for region in ("US-CA", "US", "CA", "CA-BC", "CA-YT"):
        page = reader.get(f"/directory/matrix?region={region}").text
        for address, number in re.findall(r'<a class="cell heat\d" href="([^"]+)">(\d+|none)', page)[:20]:
            listed = reader.get(html.unescape(address))
            assert listed.status_code == 200 and "We don't know that place" not in listed.text, address
            found = re.search(r'role="status">(\d+) of', listed.text)
            assert found and int(found[1]) >= (0 if number == "none" else int(number)), address
            seen += 1
    assert seen == 100


def test_matrix_shows_own_region_by_default(reader: FlaskClient, runtime: Runtime) -> None:
    put(runtime, RECORDS)
    own = reader.get("/directory/matrix").text
    for strange in ("", "XX", "us-ca", "US-CA/Orange", "<b>"):
        page = reader.get("/directory/matrix", query_string={"region": strange}).text
        assert table(page) == table(own), strange
    assert table(reader.get("/directory/matrix?region=CA-BC").text)[0][-2:] == ["All of British Columbia", "Nationwide"]
    assert table(reader.get("/directory/matrix?region=CA").text)[0] == [
        "Need",
        "British Columbia",
        "Yukon",
        "Nationwide",
    ]


def test_matrix_shows_unmet_needs_from_five_on(reader: FlaskClient, runtime: Runtime, server: RedisServer) -> None:
    put(runtime, RECORDS)
    month = runtime.directory.now.today().isoformat()[:7]
    assert "No match" not in reader.get("/directory/matrix").text
    server.call("HSET", f"counts:{month}", "need_unmet|food|US-CA", 4)
    assert "No match" not in reader.get("/directory/matrix").text
    server.call("HSET", f"counts:{month}", "need_unmet|food|US-CA", 6, "need_unmet|legal|", 3)
    columns, rows = table(reader.get("/directory/matrix").text)
    assert columns[1] == "No match" and rows["Food"][0] == "6"
    assert sum(bool(fields[0]) for fields in rows.values()) == 1


def test_matrix_explains_an_empty_directory(reader: FlaskClient, runtime: Runtime) -> None:
    put(runtime, [])
    page = reader.get("/directory/matrix").text
    assert "No services yet" in page and "<table" not in page


def test_matrix_is_for_staff_only(served: Flask) -> None:
    assert served.test_client().get("/directory/matrix").headers["Location"].startswith("/staff/login")
