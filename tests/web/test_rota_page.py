"""Rota page: it says who is on call, staff set their own hours, leads everyone's, and no input is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.errors import StoreUnavailable
from bot.staff.accounts import Staff
from bot.staff.audit import Verb
from bot.staff.rota import Duty, Span
from bot.web import create_app
from tests.support.app import MovedClock
from tests.support.signed_texts import runtime_of
from tests.support.staff import Team, post

WEEK = "/console/rota"
MONDAY_TEN = 1_795_456_800
"""10:00 on Monday, 23 November 2026, in California."""


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


def week(**days: str) -> dict[str, str]:
    """Return a form of weekly hours. Days that are not given are off."""
    return {f"day{day}": "" for day in range(7)} | days


def noted(team: Team) -> list[tuple[str, str]]:
    entries = [link.entry for _, link in reversed(team.store.audit.page(0, 50)) if link]
    return [(entry.who, entry.on) for entry in entries if entry.what is Verb.ROTA_CHANGED]


def test_caseworker_goes_on_call_and_off_again(team: Team, sam: Staff, desk: FlaskClient) -> None:
    assert "There is no rota yet, so alerts go to all caseworkers" in shown(desk)
    assert send(desk, "/hand", until="18:30") == 303
    zone = runtime_of(team.app).settings.timezone
    until = datetime.fromtimestamp(team.store.rota.get(sam.id).until, zone)
    assert f"{until:%a %H:%M}" == "Mon 18:30"
    assert "Sam Rivera</b> until 18:30 (added manually)" in shown(desk)
    assert "You are on call until 18:30 (added manually)" in shown(desk)
    assert send(desk, "/hand", off="1") == 303
    assert team.store.rota.all() == {}
    assert noted(team) == [(sam.id, f"staff:{sam.id}")] * 2


def test_rota_without_weekly_hours_shows_no_gaps(team: Team, sam: Staff, desk: FlaskClient) -> None:
    assert "No weekly hours yet" in shown(desk) and "21:00" not in shown(desk).split("No weekly hours yet")[1]
    send(desk, "/hours", **week(day3="09:00-12:00"))
    assert "No weekly hours yet" not in shown(desk) and "12:00 to 21:00" in shown(desk)


def test_duty_until_an_early_hour_ends_next_morning(
    team: Team, sam: Staff, desk: FlaskClient, clock: MovedClock
) -> None:
    send(desk, "/hand", until="02:00")
    assert "until 02:00 on Tuesday (added manually)" in shown(desk)
    clock.now += 15 * 3600
    assert "until 02:00 (added manually)" in shown(desk)
    clock.now += 3600
    assert "There is no rota yet, so" in shown(desk)


@pytest.mark.parametrize("typed", ["", "25:00", "six", "18:3", "<b>", "9" * 5000])
def test_invalid_time_changes_nothing(team: Team, desk: FlaskClient, typed: str) -> None:
    assert send(desk, "/hand", until="18:30") == 303
    before = team.store.rota.all()
    answer = post(desk, f"{WEEK}/hand", "/staff/account", until=typed)
    assert answer.status_code == 422 and "Enter a time" in answer.text
    assert 'value="<b>' not in answer.text
    assert team.store.rota.all() == before and len(noted(team)) == 1


def test_weekly_hours_are_saved_and_gaps_shown(team: Team, sam: Staff, desk: FlaskClient) -> None:
    assert send(desk, "/hours", **week(day0="09:00-12:00, 13:00-17:00", day5="22:00-06:00")) == 303
    kept = team.store.rota.get(sam.id)
    assert kept.spans == (Span(0, 540, 720), Span(0, 780, 1020), Span(5, 1320, 360))
    page = shown(desk)
    assert "Sam Rivera</b> until 12:00 (weekly hours)" in page
    monday, saturday, sunday = (page.partition(f'<th scope="row">{day}')[2].partition("</tr>")[0]
                                for day in ("Monday", "Saturday", "Sunday"))  # fmt: skip
    assert "Sam Rivera</b> 09:00 to 12:00" in monday and "Today" in monday
    assert "12:00 to 13:00" in monday and "17:00 to 21:00" in monday, "gaps stand in words"
    assert "22:00 to 06:00 on Sunday" in saturday and "09:00 to 21:00" in saturday
    assert "until 06:00, since Saturday" in sunday and "09:00 to 21:00" in sunday
    assert 'value="09:00-12:00, 13:00-17:00"' in shown(desk, f"{WEEK}/hours")


def test_weekly_hours_and_manual_duty_are_independent(team: Team, sam: Staff, desk: FlaskClient) -> None:
    send(desk, "/hours", **week(day0="09:00-17:00"))
    send(desk, "/hand", until="23:00")
    send(desk, "/hours", **week(day1="09:00-17:00"))
    assert team.store.rota.get(sam.id).until > 0
    send(desk, "/hand", off="1")
    assert team.store.rota.get(sam.id) == Duty((Span(1, 540, 1020),))
    assert "No one is on call.</b> Alerts go to leads" in shown(desk)


def test_invalid_hours_are_returned_and_not_saved(team: Team, sam: Staff, desk: FlaskClient) -> None:
    send(desk, "/hours", **week(day0="09:00-17:00"))
    typed = week(day0="10:00-11:00", day1="9 to five", day6='"><script>')
    answer = post(desk, f"{WEEK}/hours", "/staff/account", **typed)
    page = unescape(answer.text)
    assert answer.status_code == 422 and "check the times for 2 days" in page
    assert 'value="10:00-11:00"' in page and 'value="9 to five"' in page and '"><script>' not in answer.text
    assert team.store.rota.get(sam.id).spans == (Span(0, 540, 1020),)
    assert len(noted(team)) == 1


def test_lead_sets_anyones_hours_and_it_is_audited(team: Team, sam: Staff, lead: FlaskClient) -> None:
    assert f"{WEEK}/of/{sam.id}" in shown(lead)
    assert send(lead, f"/of/{sam.id}/hours", **week(day3="00:00-24:00")) == 303
    assert send(lead, f"/of/{sam.id}/hand", until="11:00") == 303
    assert team.store.rota.get(sam.id).spans == (Span(3, 0, 1440),)
    assert "Thu 00:00-24:00" in shown(lead)
    assert [on for _, on in noted(team)] == [f"staff:{sam.id}"] * 2
    wrong = post(lead, f"{WEEK}/of/{sam.id}/hand", "/staff/account", until="soon")
    assert wrong.status_code == 422 and "Sam Rivera" in wrong.text and 'value="soon"' in wrong.text


def test_caseworker_cannot_change_others_hours(team: Team, desk: FlaskClient) -> None:
    other = team.person(name="Ana")
    assert f"/of/{other.id}" not in shown(desk)
    assert send(desk, f"/of/{other.id}/hours", **week(day3="00:00-24:00")) == 403
    assert send(desk, f"/of/{other.id}/hand", until="11:00") == 403
    assert desk.get(f"{WEEK}/of/{other.id}").status_code == 403
    assert team.store.rota.all() == {} and noted(team) == []


def test_rota_lists_only_staff_who_answer_people(team: Team, lead: FlaskClient) -> None:
    editor, gone = team.person("editor", name="Edda"), team.person(name="Gone", active=False)
    for person in (editor, gone):
        team.store.rota.change(person.id, lambda _: Duty((Span(0, 0, 1440),)))
        assert lead.get(f"{WEEK}/of/{person.id}").status_code == 404
    page = shown(lead)
    assert "Edda" not in page and "Gone" not in page and "There is no rota yet, so" in page
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
    assert send(desk, "/hours", **week(day0="09:00-17:00")) == 503
    assert team.store.rota.all() == {}


def test_rota_link_is_shown_to_staff_who_answer_people(team: Team, desk: FlaskClient, lead: FlaskClient) -> None:
    for client in (desk, lead):
        assert f'<a href="{WEEK}">On call</a>' in client.get("/console").text
        assert f'<a href="{WEEK}" aria-current="page">On call</a>' in client.get(WEEK).text
    assert WEEK not in team.inside(team.person("editor")).get("/staff/account").text
