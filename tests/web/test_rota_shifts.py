"""A colleague's own shifts: two time pickers, patterns of weeks, single dates and days away."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.staff.accounts import Staff
from bot.staff.audit import Verb
from bot.staff.rota import Days, Duty, Shift, Span
from bot.web import create_app
from tests.support.app import MovedClock
from tests.support.signed_texts import runtime_of
from tests.support.staff import Team, post

ROTA, MINE = "/console/rota", "/console/rota/hours"
MONDAY_TEN = 1_795_456_800
"""10:00 on Monday, 23 November 2026, in California."""
MONDAY = date(2026, 11, 23).toordinal()


@pytest.fixture
def served(app: Flask) -> Flask:
    return create_app(runtime=replace(runtime_of(app), clock=MovedClock(MONDAY_TEN)))


def shown(client: FlaskClient, path: str = MINE) -> str:
    """Return the page's text as one line."""
    return " ".join(unescape(client.get(path).text).split())


def send(client: FlaskClient, path: str, **form: object) -> int:
    return post(client, f"{ROTA}{path}", "/staff/account", **form).status_code


def keys(client: FlaskClient, path: str = MINE) -> list[str]:
    """Return what the page can remove."""
    return re.findall(r'name="key" value="([^"]+)"', client.get(path).text)


def noted(team: Team) -> list[tuple[str, str]]:
    entries = [link.entry for _, link in reversed(team.store.audit.page(0, 50)) if link]
    return [(entry.who, entry.on) for entry in entries if entry.what is Verb.ROTA_CHANGED]


def test_shift_on_several_days_is_added_and_removed(team: Team, sam: Staff, desk: FlaskClient) -> None:
    assert send(desk, "/hours/weekly", day0="1", day1="1", day2="1", day5="1", begins="09:00", ends="17:00") == 303
    assert send(desk, "/hours/weekly", day6="1", begins="22:00", ends="06:00") == 303
    assert team.store.rota.get(sam.id).spans == (*(Span(day, 540, 1020) for day in (0, 1, 2, 5)), Span(6, 1320, 360))
    page = shown(desk)
    assert "Mon-Wed, Sat 09:00 to 17:00" in page and "Sun 22:00 to 06:00 the next day" in page
    assert send(desk, "/hours/remove", key=keys(desk)[0]) == 303
    assert team.store.rota.get(sam.id).spans == (Span(6, 1320, 360),)
    assert send(desk, "/hours/remove", key=keys(desk)[0]) == 303
    assert team.store.rota.all() == {}
    assert noted(team) == [(sam.id, f"staff:{sam.id}")] * 4


@pytest.mark.parametrize(("begins", "ends", "words"), [
    ("00:00", "00:00", "all day"), ("18:00", "00:00", "18:00 to 24:00"), ("18:00", "24:00", "18:00 to 24:00"),
    ("08:00", "08:00", "08:00 to 08:00 the next day"),
])  # fmt: skip
def test_end_at_midnight_and_a_whole_day(desk: FlaskClient, begins: str, ends: str, words: str) -> None:
    assert send(desk, "/hours/weekly", day3="1", begins=begins, ends=ends) == 303
    assert f"Thu {words}" in shown(desk)


def test_every_second_week_counts_from_its_first_day(team: Team, sam: Staff, desk: FlaskClient) -> None:
    form = {"day5": "1", "day6": "1", "begins": "10:00", "ends": "18:00", "second": "1"}
    answer = post(desk, f"{MINE}/weekly", "/staff/account", **form)
    assert answer.status_code == 422 and "Enter the first day" in answer.text
    assert len(re.findall(" checked", answer.text)) == 3 and 'value="10:00"' in answer.text
    assert send(desk, "/hours/weekly", **form, first="2026-11-28", last="2027-01-31") == 303
    first, last = date(2026, 11, 28).toordinal(), date(2027, 1, 31).toordinal()
    assert team.store.rota.get(sam.id).spans[0] == Span(5, 600, 1080, first, last, 2)
    weekend = "Sat, Sun 10:00 to 18:00, every second week, from Sat 28 Nov, until Sun 31 Jan 2027"
    assert weekend in shown(desk) and weekend in shown(desk, ROTA)


@pytest.mark.parametrize(("form", "why"), [
    ({"begins": "09:00", "ends": "17:00"}, "Choose at least one day"),
    ({"day0": "1", "begins": "", "ends": "17:00"}, "Enter a start and an end"),
    ({"day0": "1", "begins": "9 to five", "ends": "17:00"}, "Enter a start and an end"),
    ({"day0": "1", "begins": "25:00", "ends": "17:00"}, "Enter a start and an end"),
    ({"day0": "1", "begins": "09:00", "ends": "17:00", "first": "soon"}, "Enter a date"),
    ({"day0": "1", "begins": "09:00", "ends": "17:00", "first": "2026-12-02", "last": "2026-12-01"}, "is before"),
    ({"day0": "1", "begins": "09:00", "ends": "17:00", "last": "2026-11-20"}, "Choose today or a later date"),
    ({"day0": "1", "begins": "09:00", "ends": "17:00", "first": "2030-01-01"}, "in the next two years"),
    ({"day0": "1", "begins": '"><script>', "ends": "17:00"}, "Enter a start and an end"),
])  # fmt: skip
def test_invalid_shift_is_returned_and_not_saved(team: Team, desk: FlaskClient, form: dict[str, str], why: str) -> None:
    answer = post(desk, f"{MINE}/weekly", "/staff/account", **form)
    page = unescape(answer.text)
    assert answer.status_code == 422 and why in page and '"><script>' not in answer.text
    assert all(f'value="{value}"' in page for value in form.values())
    assert team.store.rota.all() == {} and noted(team) == []


def test_shift_of_one_date_and_days_away(team: Team, sam: Staff, desk: FlaskClient) -> None:
    assert send(desk, "/hours/once", on="2026-12-24", begins="22:00", ends="06:00") == 303
    assert send(desk, "/hours/away", first="2026-12-26", last="2027-01-02") == 303
    assert send(desk, "/hours/away", first="2026-11-23") == 303
    day = date(2026, 12, 24).toordinal()
    assert team.store.rota.get(sam.id) == Duty(
        once=(Shift(day, 1320, 360),), away=(Days(MONDAY, MONDAY), Days(day + 2, day + 9))
    )
    page = shown(desk)
    assert "Thu 24 Dec, 22:00 to 06:00 the next day" in page and "Sat 26 Dec to Sat 2 Jan 2027" in page
    assert "You are away: Mon 23 Nov; Sat 26 Dec to Sat 2 Jan 2027." in shown(desk, ROTA)
    answer = post(desk, f"{MINE}/once", "/staff/account", on="2027-01-01", begins="09:00", ends="12:00")
    assert answer.status_code == 422 and "That day is marked as away" in answer.text
    for key in keys(desk):
        assert send(desk, "/hours/remove", key=key) == 303
    assert team.store.rota.all() == {}


def test_past_date_is_refused(team: Team, desk: FlaskClient) -> None:
    answer = post(desk, f"{MINE}/once", "/staff/account", on="2026-11-22", begins="09:00", ends="12:00")
    assert answer.status_code == 422 and "Choose today or a later date" in answer.text
    assert 'value="2026-11-22"' in answer.text and team.store.rota.all() == {}


def test_shifts_and_manual_duty_are_independent(team: Team, sam: Staff, desk: FlaskClient) -> None:
    send(desk, "/hours/weekly", day0="1", begins="09:00", ends="17:00")
    send(desk, "/hand", until="23:00")
    send(desk, "/hours/weekly", day1="1", begins="09:00", ends="17:00")
    assert team.store.rota.get(sam.id).until > 0
    send(desk, "/hand", off="1")
    assert team.store.rota.get(sam.id) == Duty((Span(0, 540, 1020), Span(1, 540, 1020)))


def test_weekly_rota_of_an_earlier_release_is_shown_and_can_be_changed(
    team: Team, sam: Staff, desk: FlaskClient
) -> None:
    stored = b'{"spans": [[0, 540, 720], [0, 780, 1020], [4, 1320, 1440]], "until": 0, "off_until": 0}'
    team.store.rota._server.call("HSET", "{staff}:rota", sam.id, stored)
    page = shown(desk)
    assert "Mon 09:00 to 12:00" in page and "Mon 13:00 to 17:00" in page and "Fri 22:00 to 24:00" in page
    assert "Sam Rivera</b> until 12:00 (on the rota)" in shown(desk, ROTA)
    assert send(desk, "/hours/weekly", day5="1", begins="10:00", ends="12:00") == 303
    assert len(team.store.rota.get(sam.id).spans) == 4
    assert send(desk, "/hours/remove", key=keys(desk)[0]) == 303
    assert len(team.store.rota.get(sam.id).spans) == 3


def test_lead_sets_anyones_shifts_and_it_is_audited(team: Team, sam: Staff, lead: FlaskClient) -> None:
    theirs = f"{ROTA}/of/{sam.id}"
    assert theirs in shown(lead, ROTA)
    assert send(lead, f"/of/{sam.id}/weekly", day3="1", begins="00:00", ends="00:00") == 303
    assert send(lead, f"/of/{sam.id}/away", first="2026-12-01") == 303
    assert team.store.rota.get(sam.id).spans == (Span(3, 0, 0),)
    assert "Thu all day" in shown(lead, ROTA)
    assert [on for _, on in noted(team)] == [f"staff:{sam.id}"] * 2
    wrong = post(lead, f"{theirs}/weekly", "/staff/account", begins="09:00")
    assert wrong.status_code == 422 and "Sam Rivera" in wrong.text
    assert send(lead, f"/of/{sam.id}/remove", key=keys(lead, theirs)[0]) == 303
    assert team.store.rota.get(sam.id).spans == ()


def test_caseworker_cannot_change_others_shifts(team: Team, desk: FlaskClient) -> None:
    other = team.person(name="Ana")
    assert f"/of/{other.id}" not in shown(desk, ROTA)
    for what in ("weekly", "once", "away", "remove", "hand"):
        form = {"day3": "1", "begins": "00:00", "ends": "00:00", "on": "2026-12-01", "first": "2026-12-01"}
        assert send(desk, f"/of/{other.id}/{what}", **form, until="11:00", key="x") == 403
    assert desk.get(f"{ROTA}/of/{other.id}").status_code == 403
    assert send(desk, "/hours/other") == 404
    assert team.store.rota.all() == {} and noted(team) == []


def test_more_entries_than_are_kept_are_refused(team: Team, sam: Staff, desk: FlaskClient) -> None:
    many = Duty(once=tuple(Shift(MONDAY + number, 540, 600) for number in range(100)))
    team.store.rota.change(sam.id, lambda _: many)
    answer = post(desk, f"{MINE}/once", "/staff/account", on="2027-06-01", begins="09:00", ends="12:00")
    assert answer.status_code == 422 and "more than 100 entries" in answer.text
    assert team.store.rota.get(sam.id) == many and noted(team) == []
