"""The matrix page: what its fields count, where they lead, and what stands beside a need."""

from __future__ import annotations

import datetime as dt
import html
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.conversation.engine import Conversation
from bot.store.connection import Server
from tests.support.directory import strict
from tests.support.directory_store import RECORDS, put, vetted
from tests.support.staff import Team

ORANGE = [one for one in RECORDS if any(area["extent"] == "US-CA/Orange County" for area in one["service_areas"])]


@pytest.fixture(scope="module")
def served(app: Flask) -> Flask:
    """By the strict rules, in California."""
    return strict(app, region="US-CA")


@pytest.fixture
def reader(team: Team) -> FlaskClient:
    """A caseworker's browser."""
    return team.inside(team.person())


def table(page: str) -> tuple[list[str], dict[str, list[str]]]:
    """The columns, and for each need what stands in its fields."""
    columns = re.findall(r'<th scope="col"[^>]*>([^<]+)</th>', page)
    rows = re.findall(r'<tr><th scope="row">([^<]+)</th>(.*?)</tr>', page, re.DOTALL)
    return columns, {html.unescape(name): re.findall(r"<td[^>]*>(?:<a[^>]*>)?([^<]*)", fields) for name, fields in rows}


def test_only_vetted_services_that_are_offered_today_count(reader: FlaskClient, conversation: Conversation) -> None:
    today = conversation.parts.directory.today()
    fine, old, *plain = ORANGE
    put(conversation, [vetted(fine, today), vetted(old, today - dt.timedelta(days=500)), *plain])
    columns, rows = table(reader.get("/directory/matrix").text)
    assert columns == ["Need", "Orange County", "Nationwide"]
    labels = {each["label"] for each in fine["attributes"] if each["value"] in ("made_for", "helps", "finds")}
    assert sum(fields[0] == "1" for fields in rows.values()) == len(labels) > 0
    assert {fields[0] for fields in rows.values()} == {"1", "none"} and {fields[1] for fields in rows.values()} == {
        "none"
    }


def test_each_field_leads_to_the_list_that_it_counts(reader: FlaskClient, conversation: Conversation) -> None:
    today = conversation.parts.directory.today()
    put(conversation, [vetted(one, today) for one in RECORDS])
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


def test_the_programmes_own_region_is_shown_until_another_is_chosen(
    reader: FlaskClient, conversation: Conversation
) -> None:
    put(conversation, RECORDS)
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


def test_unmet_needs_stand_beside_a_need_from_five_on(
    reader: FlaskClient, conversation: Conversation, server: Server
) -> None:
    put(conversation, RECORDS)
    month = conversation.parts.directory.today().isoformat()[:7]
    assert "No match" not in reader.get("/directory/matrix").text
    server.call("HSET", f"counts:{month}", "need_unmet|food|US-CA", 4)
    assert "No match" not in reader.get("/directory/matrix").text
    server.call("HSET", f"counts:{month}", "need_unmet|food|US-CA", 6, "need_unmet|legal|", 3)
    columns, rows = table(reader.get("/directory/matrix").text)
    assert columns[1] == "No match" and rows["Food"][0] == "6"
    assert sum(bool(fields[0]) for fields in rows.values()) == 1


def test_an_empty_directory_says_what_will_stand_here(reader: FlaskClient, conversation: Conversation) -> None:
    put(conversation, [])
    page = reader.get("/directory/matrix").text
    assert "No services yet" in page and "<table" not in page


def test_staff_alone_may_look(served: Flask) -> None:
    assert served.test_client().get("/directory/matrix").headers["Location"].startswith("/staff/login")
