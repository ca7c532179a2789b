"""Accounts: who joins, who may change whom, and that a new link from a lead is the only way back in."""

from __future__ import annotations

import html
import re
import time
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.staff.accounts import INVITATION_SECONDS, Role, Staff
from bot.staff.audit import Verb
from bot.staff.credentials import code_at
from tests.support.signed_texts import PUBLIC, varied
from tests.support.staff import PASSWORD, Team, mark, open_link, post

LINK = re.compile(rf"{PUBLIC}(/staff/join#[\w-]+)")


@pytest.fixture(scope="module")
def served(app: Flask) -> Flask:
    return varied(app, demo=False)


def invited(team: Team, name: str = "Ana") -> tuple[Staff, str]:
    person, token = team.store.invite(name, frozenset({Role.CASEWORKER}), team.clock())
    return person, f"/staff/join#{token}"


def secret_on(client: FlaskClient) -> str:
    page = client.get("/staff/join/code").text
    found = re.search(r"secret=([A-Z2-7]+)", html.unescape(page))
    assert found, page
    return found[1]


def choose(client: FlaskClient, path: str, password: str = PASSWORD, again: str = "") -> int:
    return set_password(client, path, password, again or password).status_code


def set_password(client: FlaskClient, path: str, password: str, again: str) -> TestResponse:
    """Fill in the first step."""
    token = path.rpartition("#")[2]
    return post(client, "/staff/join/password", "/staff/join", invitation=token, password=password, again=again)


def finish(client: FlaskClient, team: Team) -> int:
    code = code_at(secret_on(client), team.clock())
    return post(client, "/staff/join/code", "/staff/join", code=code).status_code


def test_invitation_is_accepted_in_two_steps(team: Team) -> None:
    person, path = invited(team)
    client = team.caller()
    page = open_link(client, path).text
    assert "Welcome, Ana" in page and f">{person.handle}<" in page
    assert choose(client, path) == 303
    assert finish(client, team) == 303
    assert client.get("/staff/account").status_code == 200
    assert team.enter(team.caller(), person).status_code == 303


def test_opening_an_invitation_changes_nothing(team: Team) -> None:
    _, path = invited(team)
    for _ in range(3):
        assert open_link(team.caller(), path).status_code == 200


def test_link_of_an_older_release_leads_to_the_page_of_today(team: Team) -> None:
    person, path = invited(team)
    answer = team.caller().get(path.replace("#", "/"))
    assert (answer.status_code, answer.headers["Location"]) == (303, path)
    for typed in (f"{PUBLIC}{path}", f" {PUBLIC}{path.replace('#', '/')}\n", path.rpartition("#")[2]):
        answer = post(team.caller(), "/staff/join", "/staff/join", invitation=typed)
        assert f"Welcome, {person.name}" in answer.text


def test_whole_way_in_shows_the_token_in_no_address_and_no_header(team: Team) -> None:
    _, path = invited(team)
    token = path.rpartition("#")[2]
    client, wire = team.caller(), []
    inner = team.app.wsgi_app

    def written(environ: Any, start: Any) -> Any:
        def begun(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            wire.append(repr(headers))
            return start(status, headers, *more)

        wire.append(repr({name: value for name, value in environ.items() if isinstance(value, str)}))
        return inner(environ, begun)

    team.app.wsgi_app = written  # type: ignore[method-assign]
    try:
        assert open_link(client, path).status_code == 200
        assert choose(client, path, "short") == 422
        assert choose(client, path) == 303
        assert finish(client, team) == 303
    finally:
        team.app.wsgi_app = inner  # type: ignore[method-assign]
    assert len(wire) >= 2 * 8
    assert not any(token in line for line in wire)


def test_invitation_works_once(team: Team) -> None:
    _, path = invited(team)
    one, two = team.caller(), team.caller()
    assert choose(one, path) == choose(two, path) == 303
    assert finish(one, team) == 303
    assert post(two, "/staff/join/code", "/staff/login", code="123456").status_code == 410
    assert two.get("/staff/join/code.svg").status_code == 404
    assert open_link(team.caller(), path).status_code == 410


def test_invitation_expires_after_three_days_or_when_damaged(team: Team) -> None:
    _, path = invited(team)
    for part in (path[:-1], f"{path}x", "", "x", "é" * 51, path[:20], "/staff/login", "\x00" * 51, "x" * 9000):
        assert open_link(team.caller(), part).status_code == 422
    for wrong in (path[:-1] + ("a" if path[-1] != "a" else "b"), "a" * 51):
        assert open_link(team.caller(), wrong).status_code == 410
        assert choose(team.caller(), wrong) == 410
    team.clock.now += INVITATION_SECONDS - 1
    assert open_link(team.caller(), path).status_code == 200
    team.clock.now += 1
    assert open_link(team.caller(), path).status_code == 410


@pytest.mark.parametrize(("password", "told"), [
    ("short", "at least 12"), ("a" * 13, "easy to guess"), ("Password1234", "easy to guess"),
    ("123456789012", "easy to guess"), ("it is ana maria", "contains your name or ours"),
    ("OAK LINE for ever", "contains your name or ours"), ("x" * 201, "at most 200"),
])  # fmt: skip
def test_weak_password_is_refused_with_a_reason(team: Team, password: str, told: str) -> None:
    _, path = invited(team, "Ana Maria")
    answer = set_password(team.caller(), path, password, password)
    assert answer.status_code == 422
    assert told in answer.text
    assert password not in answer.text


@pytest.mark.parametrize("password", ["four bananas on a tram", "lámpara río nube tren", "x9$kQ2!vLm#7"])
def test_good_password_is_accepted(team: Team, password: str) -> None:
    _, path = invited(team)
    assert choose(team.caller(), path, password) == 303


def test_passwords_must_match(team: Team) -> None:
    _, path = invited(team)
    assert choose(team.caller(), path, PASSWORD, PASSWORD + "x") == 422


def test_qr_code_is_shown_only_in_the_browser_that_set_the_password(team: Team) -> None:
    _, path = invited(team)
    client = team.caller()
    assert client.get("/staff/join/code.svg").status_code == 404
    choose(client, path)
    answer = client.get("/staff/join/code.svg")
    assert answer.mimetype == "image/svg+xml" and answer.data.startswith(b"<svg")
    assert b"style" not in answer.data and b"script" not in answer.data
    assert team.caller().get("/staff/join/code.svg").status_code == 404


def test_joining_takes_effect_only_after_the_right_code(team: Team) -> None:
    person, path = invited(team)
    client = team.caller()
    choose(client, path)
    assert post(client, "/staff/join/code", "/staff/join", code="000000").status_code == 422
    assert client.get("/staff/account").status_code == 303
    kept = team.store.get(person.id)
    assert kept and not kept.joined
    assert finish(client, team) == 303


def test_lead_invites_and_sees_the_link_once(team: Team) -> None:
    client = team.inside(team.person("lead"))
    answer = post(client, "/staff/people/new", "/staff/people/new", name="Bo", role=["caseworker", "editor"],
                  phone="(714) 555-0123")  # fmt: skip
    shown = client.get(answer.headers["Location"])
    found = LINK.search(shown.text)
    assert found
    assert not LINK.search(client.get(answer.headers["Location"]).text)
    person = team.store.by_phone("+17145550123")
    assert person and person.phone == "", "nobody has proven it"
    assert person.roles == {Role.CASEWORKER, Role.EDITOR} and person.handle == "bo"
    assert "0123" not in shown.text, "a number is never shown whole"
    assert open_link(team.caller(), found[1]).status_code == 200


def test_new_invitation_revokes_password_codes_and_sessions(team: Team) -> None:
    lead, person = team.inside(team.person("lead")), team.person(name="Cy")
    theirs = team.inside(person)
    answer = post(lead, f"/staff/people/{person.id}/invitation", "/staff/account")
    found = LINK.search(lead.get(answer.headers["Location"]).text)
    assert found
    assert theirs.get("/staff/account").status_code == 303
    assert team.enter(team.caller(), person, code=code_at(person.secret, team.clock() + 30)).status_code == 422
    client = team.caller()
    assert choose(client, found[1], "another four plain words") == 303
    assert finish(client, team) == 303
    assert team.store.audit.page(0, 1)[0][1].entry.what is Verb.JOINED  # type: ignore[union-attr]


def test_newer_invitation_replaces_the_older(team: Team) -> None:
    person, path = invited(team)
    client = team.caller()
    choose(client, path)
    team.store.invite_again(person.id, team.clock())
    assert open_link(team.caller(), path).status_code == 410
    assert post(client, "/staff/join/code", "/staff/login", code="123456").status_code == 410


def test_last_lead_cannot_be_demoted_or_deactivated(team: Team) -> None:
    lead = team.person("lead")
    team.person("lead", active=False)
    team.store.invite("Half", frozenset({Role.LEAD}), team.clock())
    client = team.inside(lead)
    for path, form in (("roles", {"role": "editor"}), ("active", {"active": "0"}), ("invitation", {})):
        assert post(client, f"/staff/people/{lead.id}/{path}", "/staff/account", **form).status_code == 422
    kept = team.store.get(lead.id)
    assert kept and kept.active and kept.joined and Role.LEAD in kept.roles


def test_handles_are_unique_and_a_phone_has_one_owner(team: Team) -> None:
    one, two = invited(team)[0], invited(team)[0]
    assert (one.handle, two.handle) == ("ana", "ana2")
    client = team.inside(team.person("lead"))
    for person, status in ((one, 303), (two, 422), (one, 303)):
        answer = post(client, f"/staff/people/{person.id}/phone", "/staff/account", phone="+15555550123")
        assert answer.status_code == status
    post(client, f"/staff/people/{one.id}/phone", "/staff/account", phone="")
    assert team.store.by_phone("+15555550123") is None
    assert post(client, f"/staff/people/{two.id}/phone", "/staff/account", phone="+15555550123").status_code == 303


@pytest.mark.parametrize("phone", ["12", "call me", "+0123456789", "5" * 30, "+1555555012x"])
def test_invalid_phone_number_is_not_stored(team: Team, phone: str) -> None:
    person = team.person()
    client = team.inside(person)
    answer = post(client, "/staff/account/phone", "/staff/account", phone=phone)
    assert answer.status_code == 422 and "Enter a phone number" in answer.text


def test_name_is_escaped(team: Team) -> None:
    client = team.inside(team.person("lead"))
    post(client, "/staff/people/new", "/staff/people/new", name="<b onclick=x>'\"&", role="editor")
    for path in ("/staff/people", "/staff/audit"):
        page = client.get(path).text
        assert "<b onclick" not in page and "&lt;b onclick" in page


def test_first_lead_is_invited_by_command(team: Team) -> None:
    runner = team.app.test_cli_runner()
    made = runner.invoke(args=["staff", "invite", "--name", "Ana", "--role", "lead", "--phone", "+15555550144"])
    found = LINK.fullmatch(made.output.strip())
    assert made.exit_code == 0 and found
    team.clock.now = int(time.time())
    assert "Welcome, Ana" in open_link(team.caller(), found[1]).text
    again = runner.invoke(args=["staff", "invite", "--name", "Bo", "--role", "lead", "--phone", "+15555550144"])
    assert again.exit_code == 1 and "already uses this number" in again.output
    for wrong in (["--name", "", "--role", "lead"], ["--name", "Bo", "--role", "boss"],
                  ["--name", "Bo", "--role", "lead", "--phone", "12"]):  # fmt: skip
        assert runner.invoke(args=["staff", "invite", *wrong]).exit_code == 2


def test_demo_account_is_created_once(team: Team) -> None:
    demo = varied(team.app, demo=True)
    for _ in range(2):
        client = demo.test_client()
        assert client.post("/staff/demo/caseworker", data={"mark": mark(client)}).status_code == 303
        assert client.get("/staff/people").status_code == 403
    assert [person.handle for person in team.store.everybody()] == ["demo-sam"]
    client = demo.test_client()
    assert client.post("/staff/demo/boss", data={"mark": mark(client)}).status_code == 404
