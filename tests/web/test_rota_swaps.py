"""Swaps: a shift moves when the other colleague accepts it, or a lead moves it; both see it, and the audit tells it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.staff.accounts import Staff, StaffId
from bot.staff.audit import Verb
from bot.staff.roster import Roster
from bot.staff.rota import Days, Duty, Shift, Span, Swap
from bot.web import create_app
from tests.support.app import MovedClock
from tests.support.signed_texts import runtime_of
from tests.support.staff import Team, post

ROTA = "/console/rota"
MONDAY_TEN = 1_795_456_800
"""10:00 on Monday, 23 November 2026, in California."""
MONDAY = date(2026, 11, 23).toordinal()
SHIFT = Shift(MONDAY + 1, 540, 1020)


@pytest.fixture
def served(app: Flask) -> Flask:
    return create_app(runtime=replace(runtime_of(app), clock=MovedClock(MONDAY_TEN)))


@pytest.fixture
def ana(team: Team, sam: Staff) -> Staff:
    """Return a colleague. Sam works on each day from 09:00 to 17:00."""
    team.store.rota.change(sam.id, lambda _: Duty(tuple(Span(day, 540, 1020) for day in range(7))))
    return team.person(name="Ana Lopez")


def shown(client: FlaskClient, path: str = ROTA) -> str:
    """Return the page's text as one line."""
    return " ".join(unescape(client.get(path).text).split())


def send(client: FlaskClient, path: str, **form: object) -> TestResponse:
    return post(client, f"{ROTA}{path}", "/staff/account", **form)


def tuesday(client: FlaskClient) -> str:
    return shown(client).partition("<h3>Tue 24 Nov")[2].partition("</li> <li> <h3>")[0].partition("<h3>")[0]


def swap_of(team: Team, sam: Staff) -> Swap | None:
    return team.store.rota.get(sam.id).swap_of(SHIFT)


def noted(team: Team) -> list[tuple[str, str, str]]:
    entries = [link.entry for _, link in reversed(team.store.audit.page(0, 50)) if link]
    return [(entry.who, entry.what, entry.on) for entry in entries if "shift" in entry.what or "rota" in entry.what]


def on_tuesday(team: Team) -> str:
    """Return the name of who is on call at noon on the next day."""
    people = {person.id: person.name for person in team.store.everybody()}
    roster = Roster(team.store.rota.all(), frozenset(people), runtime_of(team.app).settings.timezone)
    (found,) = roster.on_call(MONDAY_TEN + 26 * 3600) or ("",)
    return people[StaffId(found)]


def test_shift_moves_when_the_other_accepts(team: Team, sam: Staff, ana: Staff, desk: FlaskClient) -> None:
    assert f"{ROTA}/give/{SHIFT.key}" in tuesday(desk)
    page = shown(desk, f"{ROTA}/give/{SHIFT.key}")
    assert "Tue 24 Nov, 09:00 to 17:00" in page and "Ana Lopez" in page and "Move it now" not in page
    assert send(desk, f"/give/{SHIFT.key}", to=ana.id).status_code == 303
    other = team.inside(ana)
    assert "Ana Lopez is asked" in tuesday(desk) and "Ana Lopez is asked" in tuesday(other)
    assert "Sam Rivera asks you to take a shift" in shown(other) and "asks you" not in shown(desk)
    assert on_tuesday(team) == "Sam Rivera", "until then the first still has it"
    assert send(other, f"/answer/{sam.id}/{SHIFT.key}", answer="accept").status_code == 303
    assert on_tuesday(team) == "Ana Lopez"
    for client in (desk, other):
        assert "for Sam Rivera" in tuesday(client) and "asks you" not in shown(client)
    assert noted(team) == [
        (sam.id, Verb.SHIFT_OFFERED, f"staff:{ana.id}"), (ana.id, Verb.SHIFT_ACCEPTED, f"staff:{sam.id}"),
    ]  # fmt: skip
    reasons = {link.entry.reason for _, link in team.store.audit.page(0, 9) if link and "shift" in link.entry.what}
    assert reasons == {"2026-11-24 09:00-17:00"}
    assert send(desk, "/hours/remove", key="weekly-540-1020-0-0-1").status_code == 303
    assert on_tuesday(team) == "Ana Lopez", "what was accepted stays when the weekly shift goes"


@pytest.mark.parametrize(("who", "said"), [("ana", "decline"), ("sam", "withdraw"), ("robin", "withdraw")])
def test_offer_that_comes_to_nothing_moves_nothing(team: Team, ana: Staff, robin: Staff, who: str, said: str) -> None:
    sam = next(person for person in team.store.everybody() if person.name == "Sam Rivera")
    person = {"sam": sam, "ana": ana, "robin": robin}[who]
    assert send(team.inside(sam), f"/give/{SHIFT.key}", to=ana.id).status_code == 303
    assert send(team.inside(person), f"/answer/{sam.id}/{SHIFT.key}", answer=said).status_code == 303
    assert swap_of(team, sam) is None and on_tuesday(team) == "Sam Rivera"
    verb, on = (Verb.SHIFT_DECLINED, sam) if said == "decline" else (Verb.SHIFT_WITHDRAWN, ana)
    assert noted(team)[-1] == (person.id, verb, f"staff:{on.id}")
    late = send(team.inside(ana), f"/answer/{sam.id}/{SHIFT.key}", answer="accept")
    assert late.status_code == 409 and "This shift has changed" in late.text
    assert swap_of(team, sam) is None


def test_lead_moves_a_shift_at_once_and_back(team: Team, sam: Staff, ana: Staff, lead: FlaskClient) -> None:
    place = f"/of/{sam.id}/give/{SHIFT.key}"
    assert ROTA + place in tuesday(lead)
    assert send(lead, place, to=ana.id, now="1").status_code == 303
    assert on_tuesday(team) == "Ana Lopez"
    assert [(what, on) for _, what, on in noted(team)] == [
        (Verb.SHIFT_GIVEN, f"staff:{ana.id}"), (Verb.ROTA_CHANGED, f"staff:{sam.id}"),
    ]  # fmt: skip
    assert "Give a shift of Ana Lopez" in shown(lead, ROTA + place)
    assert send(lead, place, to=sam.id).status_code == 400, "who has taken a shift does not pass it on"
    assert send(lead, place, to=sam.id, now="1").status_code == 303
    assert on_tuesday(team) == "Sam Rivera" and swap_of(team, sam) is None


def test_strangers_change_nothing(team: Team, sam: Staff, ana: Staff, desk: FlaskClient) -> None:
    send(desk, f"/give/{SHIFT.key}", to=ana.id)
    before = team.store.rota.all()
    stranger = team.inside(team.person(name="Eli"))
    assert send(stranger, f"/answer/{sam.id}/{SHIFT.key}", answer="accept").status_code == 409
    assert send(stranger, f"/answer/{sam.id}/{SHIFT.key}", answer="decline").status_code == 409
    assert send(stranger, f"/answer/{sam.id}/{SHIFT.key}", answer="withdraw").status_code == 403
    assert send(stranger, f"/answer/{sam.id}/{SHIFT.key}", answer="keep").status_code == 400
    assert send(stranger, f"/of/{sam.id}/give/{SHIFT.key}", to=ana.id).status_code == 403
    assert send(stranger, f"/give/{SHIFT.key}", to=ana.id).status_code == 409, "a stranger has no such shift"
    assert send(desk, f"/answer/{sam.id}/{SHIFT.key}", answer="accept").status_code == 409
    assert send(desk, f"/give/{Shift(MONDAY + 2, 540, 1020).key}", to=ana.id, now="1").status_code == 403
    assert team.store.rota.all() == before


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize("key", [Shift(MONDAY, 540, 1020).key, Shift(MONDAY + 1, 540, 1021).key, "nonsense"])
def test_shift_that_runs_or_is_none_is_not_given(
    team: Team, sam: Staff, robin: Staff, desk: FlaskClient, key: str
) -> None:
    assert desk.get(f"{ROTA}/give/{key}").status_code == 409
    assert send(desk, f"/give/{key}", to=robin.id).status_code == 409
    assert team.store.rota.get(sam.id).swaps == ()


def test_receiver_must_be_there(team: Team, sam: Staff, ana: Staff, desk: FlaskClient) -> None:
    editor = team.person("editor", name="Edda")
    for to in ("", "nobody", editor.id, sam.id):
        answer = send(desk, f"/give/{SHIFT.key}", to=to)
        assert answer.status_code == 422 and "Choose a colleague." in answer.text
    team.store.rota.change(ana.id, lambda _: Duty(away=(Days(MONDAY, MONDAY + 1),)))
    answer = send(desk, f"/give/{SHIFT.key}", to=ana.id)
    assert answer.status_code == 422 and "is away that day" in answer.text
    assert swap_of(team, sam) is None and noted(team) == []
