"""Whoever is on call may watch the board or a case for longer than the pause; everybody else is locked out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from bot.runtime.runtime import Runtime
from bot.staff.accounts import Staff
from bot.staff.rota import Duty, Span
from tests.support.person import YoungPerson
from tests.support.staff import Team

PAUSE_SECONDS, LONGEST_SECONDS = 15 * 60, 10 * 3600
POLL_SECONDS = 3 * 60


def watch(client: FlaskClient, team: Team, page: str, seconds: int) -> int:
    """Poll a page for so long, and return the last status."""
    status = client.get(page).status_code
    for _ in range(seconds // POLL_SECONDS):
        team.clock.now += POLL_SECONDS
        status = client.get(page).status_code
    return status


def put_on_call(runtime: Runtime, person: Staff, seconds: int) -> None:
    until = int(runtime.clock()) + seconds
    runtime.store.staff.rota.change(person.id, lambda duty: replace(duty, until=until))


@pytest.mark.parametrize("page", ["/console/board", "/console/{code}/live"])
@pytest.mark.parametrize("on_call", ["by hand", "by the week"])
def test_watching_on_call_keeps_the_session(
    desk: FlaskClient, team: Team, her: YoungPerson, page: str, on_call: str
) -> None:
    sam = next(who for who in team.store.everybody() if who.name == "Sam Rivera")
    if on_call == "by hand":
        put_on_call(her.runtime, sam, 12 * 3600)
    else:
        week = tuple(Span(day, 0, 24 * 60) for day in range(7))
        team.store.rota.change(sam.id, lambda duty: replace(duty, spans=week))
    assert watch(desk, team, page.format(code=her.share("needs")), 4 * PAUSE_SECONDS) == 200
    assert desk.get("/staff/account").status_code == 200, "watching counts as activity"


@pytest.mark.parametrize("page", ["/console/board", "/console/{code}/live"])
def test_watching_while_somebody_else_is_on_call_ends_it(
    desk: FlaskClient, team: Team, robin: Staff, her: YoungPerson, page: str
) -> None:
    code = her.share("needs")
    put_on_call(her.runtime, robin, 12 * 3600)
    assert watch(desk, team, page.format(code=code), PAUSE_SECONDS - POLL_SECONDS) == 200
    assert watch(desk, team, page.format(code=code), 2 * POLL_SECONDS) == 401


def test_watching_ends_after_the_longest_time_and_without_polls(
    desk: FlaskClient, team: Team, sam: Staff, runtime: Runtime
) -> None:
    put_on_call(runtime, sam, 24 * 3600)
    assert watch(desk, team, "/console/board", LONGEST_SECONDS + POLL_SECONDS) == 401
    other = team.inside(sam)
    team.clock.now += PAUSE_SECONDS
    assert other.get("/console/board").status_code == 401, "a closed page watches nothing"


def test_watching_ends_when_a_lead_ends_the_shift(
    desk: FlaskClient, team: Team, sam: Staff, robin: Staff, runtime: Runtime
) -> None:
    put_on_call(runtime, sam, 12 * 3600)
    put_on_call(runtime, robin, 12 * 3600)
    assert watch(desk, team, "/console/board", 2 * PAUSE_SECONDS) == 200
    runtime.store.staff.rota.change(sam.id, lambda _: Duty())
    assert watch(desk, team, "/console/board", PAUSE_SECONDS + POLL_SECONDS) == 401
