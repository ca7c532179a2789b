"""The page "On call": it says who is on call now and when, staff take gaps, leads close days, and no input is lost."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.errors import StoreUnavailable
from bot.staff.accounts import Staff
from bot.staff.audit import Verb
from bot.staff.rota import TEAM, Days, Duty, Shift, Span
from bot.web import create_app
from tests.support.app import MovedClock
from tests.support.signed_texts import runtime_of
from tests.support.staff import Team, post

WEEK = "/console/rota"
MONDAY_TEN = 1_795_456_800
"""10:00 on Monday, 23 November 2026, in California."""
MONDAY = date(2026, 11, 23).toordinal()
HOUR = 3600
DAYTIME = tuple(Span(day, 540, 1260) for day in range(7))


@pytest.fixture
def clock() -> MovedClock:
    return MovedClock(MONDAY_TEN)


@pytest.fixture
def served(app: Flask, clock: MovedClock) -> Flask:
    runtime = runtime_of(app)
    settings = replace(runtime.settings, team_hours="09:00-21:00")
    return create_app(runtime=replace(runtime, settings=settings, clock=clock))


def shown(client: FlaskClient, path: str = WEEK) -> str:
    """Return the page's text as one line."""
    return " ".join(unescape(client.get(path).text).split())


def send(client: FlaskClient, path: str, **form: object) -> int:
    return post(client, f"{WEEK}{path}", "/staff/account", **form).status_code


def day(page: str, name: str) -> str:
    """Return what the calendar says of a day."""
    return " ".join(re.sub("<[^>]+>", " ", page.partition(f"<h3>{name}")[2].partition("</ul>")[0]).split())


def taken(client: FlaskClient) -> list[str]:
    """Return the gaps that the page offers."""
    return re.findall(r'name="gap" value="([^"]+)"', client.get(WEEK).text)


def noted(team: Team) -> list[tuple[str, str]]:
    entries = [link.entry for _, link in reversed(team.store.audit.page(0, 50)) if link]
    return [(entry.who, entry.on) for entry in entries if entry.what is Verb.ROTA_CHANGED]


# On call by hand


def test_caseworker_goes_on_call_and_off_again(team: Team, sam: Staff, desk: FlaskClient) -> None:
    assert "No rota is in force, so alerts go to all caseworkers" in shown(desk)
    assert send(desk, "/hand", until="18:30") == 303
    zone = runtime_of(team.app).settings.timezone
    until = datetime.fromtimestamp(team.store.rota.get(sam.id).until, zone)
    assert f"{until:%a %H:%M}" == "Mon 18:30"
    assert "Sam Rivera</b> until 18:30 (added manually)" in shown(desk)
    assert "You are on call until 18:30 (added manually)" in shown(desk)
    assert send(desk, "/hand", off="1") == 303
    assert team.store.rota.all() == {}
    assert noted(team) == [(sam.id, f"staff:{sam.id}")] * 2


def test_duty_until_an_early_hour_ends_next_morning(
    team: Team, sam: Staff, desk: FlaskClient, clock: MovedClock
) -> None:
    send(desk, "/hand", until="02:00")
    assert "until 02:00 on Tuesday (added manually)" in shown(desk)
    clock.now += 15 * HOUR
    assert "until 02:00 (added manually)" in shown(desk)
    clock.now += HOUR
    assert "No rota is in force" in shown(desk)


@pytest.mark.parametrize("typed", ["", "25:00", "six", "18:3", "<b>", "9" * 5000])
def test_invalid_time_changes_nothing(team: Team, desk: FlaskClient, typed: str) -> None:
    assert send(desk, "/hand", until="18:30") == 303
    before = team.store.rota.all()
    answer = post(desk, f"{WEEK}/hand", "/staff/account", until=typed)
    assert answer.status_code == 422 and "Enter a time" in answer.text
    assert 'value="<b>' not in answer.text
    assert team.store.rota.all() == before and len(noted(team)) == 1


def test_lead_puts_a_colleague_on_call(team: Team, sam: Staff, lead: FlaskClient) -> None:
    assert send(lead, f"/of/{sam.id}/hand", until="11:00") == 303
    assert "Sam Rivera</b> until 11:00 (added manually)" in shown(lead)
    assert [on for _, on in noted(team)] == [f"staff:{sam.id}"]
    wrong = post(lead, f"{WEEK}/of/{sam.id}/hand", "/staff/account", until="soon")
    assert wrong.status_code == 422 and "Sam Rivera" in wrong.text and 'value="soon"' in wrong.text


# The next four weeks


def test_calendar_says_who_is_when_and_where_the_gaps_are(team: Team, sam: Staff, desk: FlaskClient) -> None:
    spans = (Span(0, 540, 720), Span(0, 780, 1020), Span(5, 1320, 360))
    team.store.rota.change(sam.id, lambda _: Duty(spans))
    page = shown(desk)
    assert "Sam Rivera</b> until 12:00 (on the rota)" in page
    monday, saturday = day(page, "Mon 23 Nov"), day(page, "Sat 28 Nov")
    assert "Sam Rivera 09:00 to 12:00" in monday and "Today" in monday
    assert "Gap 12:00 to 13:00" in monday and "Gap 17:00 to 21:00" in monday, "gaps stand in words"
    assert "22:00 to 06:00 the next day" in saturday and "Gap 09:00 to 21:00" in saturday
    assert "Gap 09:00 to 21:00" in day(page, "Sun 20 Dec"), "four weeks ahead"
    assert "Mon 21 Dec" not in page
    assert 'Mon 23 Nov to Sun 29 Nov</b> <span class="gap"><span aria-hidden="true">▲</span> 8 gaps' in page


def test_shift_that_began_yesterday_is_shown_today(
    team: Team, sam: Staff, desk: FlaskClient, clock: MovedClock
) -> None:
    team.store.rota.change(sam.id, lambda _: Duty((Span(0, 1320, 360),)))
    clock.now += 18 * HOUR
    assert "Sam Rivera until 06:00, since Monday" in day(shown(desk), "Tue 24 Nov")
    clock.now += 3 * HOUR
    assert "since Monday" not in shown(desk)


def test_rota_without_shifts_shows_no_gaps(team: Team, sam: Staff, desk: FlaskClient) -> None:
    assert "No shifts in the next four weeks" in shown(desk) and "Gap" not in shown(desk).split("No shifts in")[1]
    team.store.rota.change(sam.id, lambda _: Duty((Span(3, 540, 720),)))
    assert "No shifts in the next four weeks" not in shown(desk) and "Gap 12:00 to 21:00" in shown(desk)


def test_one_press_takes_a_gap(team: Team, sam: Staff, lead: FlaskClient, desk: FlaskClient, clock: MovedClock) -> None:
    team.store.rota.change(sam.id, lambda _: Duty((*DAYTIME[:2], *DAYTIME[3:])))
    gap = Shift(MONDAY + 2, 540, 1260)
    assert taken(lead)[0] == taken(desk)[0] == gap.key
    assert send(lead, "/take", gap=gap.key) == 303
    robin = next(who for who in team.store.everybody() if gap in team.store.rota.get(who.id).once)
    assert f"{robin.name} 09:00 to 21:00" in day(shown(desk), "Wed 25 Nov")
    assert noted(team) == [(robin.id, f"staff:{robin.id}")]
    late = post(desk, f"{WEEK}/take", "/staff/account", gap=gap.key)
    assert late.status_code == 409 and "This gap is covered now." in late.text
    assert team.store.rota.get(sam.id).once == () and len(noted(team)) == 1
    clock.now += 2 * 24 * HOUR
    assert f"{robin.name}</b> until 21:00 (on the rota)" in shown(lead)


def test_gap_that_runs_is_taken_from_now(team: Team, sam: Staff, desk: FlaskClient) -> None:
    team.store.rota.change(sam.id, lambda _: Duty((Span(0, 540, 590),)))
    assert taken(desk)[0] == f"{MONDAY}-600-1260"
    assert send(desk, "/take", gap=taken(desk)[0]) == 303
    assert "Sam Rivera</b> until 21:00 (on the rota)" in shown(desk)


def test_gap_on_a_day_away_is_refused(team: Team, sam: Staff, desk: FlaskClient) -> None:
    team.store.rota.change(sam.id, lambda _: Duty(DAYTIME, away=(Days(MONDAY + 1, MONDAY + 1),)))
    answer = post(desk, f"{WEEK}/take", "/staff/account", gap=taken(desk)[0])
    assert answer.status_code == 409 and "That day is marked as away" in answer.text
    assert team.store.rota.get(sam.id).once == ()


@pytest.mark.parametrize("gap", ["", "x", f"{MONDAY + 28}-540-1260", f"{MONDAY - 2}-540-1260", "1-0-0"])
def test_gap_outside_the_four_weeks_is_refused(desk: FlaskClient, gap: str) -> None:
    assert send(desk, "/take", gap=gap) == 400


# Closed days


def test_lead_closes_days_and_opens_them_again(team: Team, sam: Staff, lead: FlaskClient, desk: FlaskClient) -> None:
    team.store.rota.change(sam.id, lambda _: Duty(DAYTIME, once=(Shift(MONDAY + 4, 600, 660),)))
    assert send(lead, "/closed", first="2026-11-26", last="2026-11-27") == 303
    page = shown(desk)
    assert "Closed" in day(page, "Thu 26 Nov") and "The team is closed." in day(page, "Thu 26 Nov")
    assert "Sam Rivera 10:00 to 11:00" in day(page, "Fri 27 Nov") and "Gap" not in day(page, "Fri 27 Nov")
    assert "Thu 26 Nov to Fri 27 Nov" in page and 'name="drop"' not in page
    assert noted(team)[0][1] == TEAM
    drop = re.findall(r'name="drop" value="([^"]+)"', lead.get(WEEK).text)
    assert send(lead, "/closed", drop=drop[0]) == 303
    assert "Closed" not in day(shown(desk), "Thu 26 Nov")
    assert TEAM not in team.store.rota.all()


@pytest.mark.parametrize(("first", "last", "why"), [
    ("", "", "Enter a date"), ("26.11.2026", "", "Enter a date"), ("2026-11-26", "2026-11-25", "before the first"),
    ("2026-11-20", "2026-11-22", "Choose today or a later date"), ("2031-01-01", "", "in the next two years"),
])  # fmt: skip
def test_invalid_closed_days_are_returned(team: Team, lead: FlaskClient, first: str, last: str, why: str) -> None:
    answer = post(lead, f"{WEEK}/closed", "/staff/account", first=first, last=last)
    assert answer.status_code == 422 and why in answer.text and f'value="{first}"' in answer.text
    assert team.store.rota.all() == {} and noted(team) == []


def test_caseworker_cannot_close_days(team: Team, desk: FlaskClient) -> None:
    assert "Close these days" not in shown(desk)
    assert send(desk, "/closed", first="2026-11-26") == 403
    assert team.store.rota.all() == {}


# Everyone


def test_rota_lists_only_staff_who_answer_people(team: Team, lead: FlaskClient) -> None:
    editor, gone = team.person("editor", name="Edda"), team.person(name="Gone", active=False)
    for person in (editor, gone):
        team.store.rota.change(person.id, lambda _: Duty((Span(0, 0, 1440),)))
        assert lead.get(f"{WEEK}/of/{person.id}").status_code == 404
    page = shown(lead)
    assert "Edda" not in page and "Gone" not in page and "No rota is in force" in page
    assert lead.get(f"{WEEK}/of/nobody").status_code == 404


def test_rota_warns_about_on_call_staff_without_phone(team: Team, lead: FlaskClient) -> None:
    team.person(name="Ana", phone="+15555550123")
    sam = team.person(name="Sam Rivera")
    for person in team.store.everybody():
        team.store.rota.change(person.id, lambda _: Duty((Span(0, 0, 1440),)))
    page = shown(lead)
    assert page.count("No phone: no text alerts") == 2
    team.store.change(sam.id, lambda kept: replace(kept, phone="+15555550124"))
    assert shown(lead).count("No phone: no text alerts") == 1


def test_rota_is_unchanged_when_audit_fails(team: Team, desk: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_: object) -> None:
        raise StoreUnavailable

    monkeypatch.setattr(team.store.audit, "add", gone)
    assert send(desk, "/hand", until="18:30") == 503
    assert send(desk, "/hours/weekly", day0="1", begins="09:00", ends="17:00") == 503
    assert team.store.rota.all() == {}


def test_rota_link_is_shown_to_staff_who_answer_people(team: Team, desk: FlaskClient, lead: FlaskClient) -> None:
    for client in (desk, lead):
        assert f'<a href="{WEEK}">On call</a>' in client.get("/console").text
        assert f'<a href="{WEEK}" aria-current="page">On call</a>' in client.get(WEEK).text
    assert WEEK not in team.inside(team.person("editor")).get("/staff/account").text


# The check at the start of a shift


def test_shift_that_begins_asks_on_the_board_until_they_are_there(
    team: Team, sam: Staff, desk: FlaskClient, lead: FlaskClient, clock: MovedClock
) -> None:
    team.store.rota.change(sam.id, lambda _: Duty((Span(0, 660, 1020),)))
    assert "Are alerts reaching you?" not in shown(desk, "/console/board")
    clock.now += HOUR
    for page in ("/console/board", WEEK):
        assert "Your shift began: Mon 11:00" in shown(desk, page) and "Are alerts reaching you?" in shown(desk, page)
    assert "Sam Rivera" not in shown(lead, "/console/board")
    clock.now += 15 * 60
    for page in ("/console/board", WEEK):
        assert "Sam Rivera</b> has been on call since Mon 11:00" in shown(lead, page)
    assert "on call since" not in shown(desk, "/console/board"), "for leads alone"
    answer = post(desk, f"{WEEK}/here", "/staff/account", next="/console")
    assert answer.headers["Location"] == "/console"
    for client in (desk, lead):
        assert "Are alerts reaching you?" not in shown(client, "/console/board")
        assert "on call since" not in shown(client, "/console/board")
    assert post(desk, f"{WEEK}/here", "/staff/account", next="//evil.example").headers["Location"].startswith(WEEK)


def test_who_goes_on_call_by_hand_is_not_asked(team: Team, desk: FlaskClient) -> None:
    send(desk, "/hand", until="18:30")
    assert "Are alerts reaching you?" not in shown(desk, "/console/board")
