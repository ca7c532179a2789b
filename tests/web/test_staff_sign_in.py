"""Signing in and out: no hints for guessing, slowed guessing, and sessions that end when they should."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from statistics import median

import pytest
from argon2 import PasswordHasher
from flask import Flask

from bot.staff.audit import Verb
from bot.staff.credentials import code_at
from bot.store.connection import RedisServer
from bot.web.staff.passwords import Passwords, put_passwords
from tests.support.signed_texts import varied
from tests.support.staff import PASSWORD, Team, mark, post


@pytest.fixture(scope="module")
def served(app: Flask) -> Flask:
    return varied(app, demo=False)


def test_sign_in_needs_name_password_and_code(team: Team) -> None:
    person = team.person()
    for wrong in ({"name": "nobody"}, {"password": "another password"}, {"code": "000000"}, {"code": "x"}):
        client = team.caller()
        answer = team.enter(client, person, **wrong)
        assert answer.status_code == 422
        assert "That didn&#39;t match." in answer.text
        assert client.get("/staff/account").status_code == 303
        team.clock.now += 60
    client = team.inside(person)
    assert person.name in client.get("/staff/account").text


def test_name_ignores_case_and_surrounding_spaces(team: Team) -> None:
    person = team.person()
    assert team.enter(team.caller(), person, name=f" {person.handle.upper()} ").status_code == 303


def test_code_is_accepted_once(team: Team) -> None:
    person = team.person()
    code = team.code(person)
    assert team.enter(team.caller(), person, code=code).status_code == 303
    assert team.enter(team.caller(), person, code=code).status_code == 422


def test_clock_may_be_half_a_minute_off(team: Team) -> None:
    person = team.person()
    team.clock.now += 1000
    for off, status in ((-60, 422), (-30, 303), (30, 303), (90, 422)):
        answer = team.enter(team.caller(), person, code=code_at(person.secret, team.clock() + off))
        assert answer.status_code == status, off
        team.clock.now += 300


def test_failed_sign_in_does_not_reveal_names(team: Team) -> None:
    joined, gone = team.person(), team.person(active=False)
    invited, _ = team.store.invite("New", joined.roles, team.clock())
    pages = set()
    for handle in (joined.handle, gone.handle, invited.handle, "nobody"):
        client = team.caller()
        answer = team.enter(client, replace(joined, handle=handle), password="wrong password", code="123456")
        pages.add(answer.text.replace(f'value="{handle}"', "NAME").replace(mark(client), "MARK"))
    assert len(pages) == 1


def test_unknown_name_takes_as_long_as_a_known_one(team: Team) -> None:
    put_passwords(team.app, Passwords(PasswordHasher(time_cost=2, memory_cost=8 * 1024, parallelism=1), team.clock))
    person = team.person()
    stored = PasswordHasher(time_cost=2, memory_cost=8 * 1024, parallelism=1).hash(PASSWORD)
    team.store.change(person.id, lambda kept: replace(kept, password=stored))
    taken: dict[str, list[float]] = {person.handle: [], "nobody": []}
    for _ in range(9):
        for handle, times in taken.items():
            client = team.caller()
            form = {"mark": mark(client), "name": handle, "password": "wrong password", "code": "123456"}
            team.clock.now += 3600
            began = time.perf_counter()
            assert client.post("/staff/login", data=form).status_code == 422
            times.append(time.perf_counter() - began)
    known, unknown = (median(times) for times in taken.values())
    assert 0.6 < known / unknown < 1.6, (known, unknown)


def test_guessing_slows_to_one_attempt_a_minute(team: Team) -> None:
    person, client = team.person(), team.caller()
    form = {"mark": mark(client), "name": person.handle, "password": "wrong password", "code": "123456"}
    waits = []
    for _ in range(12):
        answer = client.post("/staff/login", data=form)
        while answer.status_code == 429:
            waits.append(int(answer.headers["Retry-After"]))
            team.clock.now += waits[-1]
            answer = client.post("/staff/login", data=form)
        assert answer.status_code == 422
    assert waits == [2, 4, 8, 16, 32, 60, 60, 60]
    noted = [link.entry.what for _, link in team.store.audit.page(0, 50) if link]
    assert noted == [Verb.SIGN_IN_SLOWED], "noted once, however long it goes on"


def test_right_password_waits_during_guessing_except_in_a_known_browser(team: Team) -> None:
    person = team.person()
    known = team.inside(person)
    post(known, "/staff/logout", "/staff/account")
    strange = team.caller("198.51.100.9")
    form = {"mark": mark(strange), "name": person.handle, "password": "wrong password", "code": "123456"}
    for _ in range(40):
        strange.post("/staff/login", data=form)
    code = code_at(person.secret, team.clock() + 30)
    assert team.enter(team.caller("203.0.113.1"), person, code=code).status_code == 429
    assert team.enter(known, person, code=code).status_code == 303


def test_guessing_one_name_does_not_slow_others(team: Team) -> None:
    person, other = team.person(), team.person()
    strange = team.caller("198.51.100.9")
    form = {"mark": mark(strange), "name": person.handle, "password": "wrong password", "code": "123456"}
    for _ in range(40):
        strange.post("/staff/login", data=form)
    assert team.enter(team.caller("192.0.2.1"), other).status_code == 303


def test_address_trying_many_names_is_slowed(team: Team) -> None:
    strange = team.caller("198.51.100.9")
    form = {"mark": mark(strange), "password": "wrong password", "code": "123456"}
    codes = [strange.post("/staff/login", data={**form, "name": f"name{at}"}).status_code for at in range(25)]
    assert codes[:21] == [422] * 21
    assert codes[21:] == [429] * 4


def test_planted_session_id_is_replaced_after_sign_in(team: Team) -> None:
    person, client = team.person(), team.caller()
    mark(client)
    planted = client.get_cookie("__Host-staff")
    team.enter(client, person)
    after = client.get_cookie("__Host-staff")
    assert planted and after and planted.value != after.value
    thief = team.caller()
    thief.set_cookie("__Host-staff", planted.value, secure=True)
    assert thief.get("/staff/account").status_code == 303


def test_session_cookie_is_host_only_and_http_only(team: Team) -> None:
    client = team.caller()
    cookies = client.get("/staff/login").headers.getlist("Set-Cookie")
    assert len(cookies) == 1
    for part in ("__Host-staff=", "Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
        assert part in cookies[0]
    assert "Domain" not in cookies[0]
    plain = varied(team.app, public_url="http://localhost:8000").test_client()
    cookie = plain.get("/staff/login").headers["Set-Cookie"]
    assert cookie.startswith("staff=") and "Secure" not in cookie


def test_sign_out_ends_the_session_on_the_server(team: Team) -> None:
    client = team.inside(team.person())
    kept = client.get_cookie("__Host-staff")
    assert kept
    post(client, "/staff/logout", "/staff/account")
    client.set_cookie("__Host-staff", kept.value, secure=True)
    assert client.get("/staff/account").status_code == 303


def test_sign_out_everywhere_ends_all_sessions(team: Team) -> None:
    person = team.person()
    one, two = team.inside(person), team.inside(person)
    post(one, "/staff/account/out", "/staff/account")
    assert one.get("/staff/account").status_code == two.get("/staff/account").status_code == 303


def test_session_ends_after_ten_hours(team: Team) -> None:
    client = team.inside(team.person())
    for _ in range(59):
        team.clock.now += 10 * 60
        assert client.get("/staff/account").status_code == 200
    team.clock.now += 10 * 60
    assert client.get("/staff/account").headers["Location"].startswith("/staff/login")


def test_credentials_are_neither_logged_nor_stored_in_redis(
    team: Team, server: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    person = team.person(name="Zebedea", phone="+15555550177")
    client = team.inside(person)
    post(client, "/staff/account/phone", "/staff/account", phone="+1 555 555 0188")
    team.enter(team.caller(), person, password="wrong but secret")
    stored = b"".join(key + server.call("DUMP", key) for key in server.call("KEYS", "{staff}:*"))
    cookie = client.get_cookie("__Host-staff")
    assert cookie
    secrets = (
        "Zebedea",
        "zebedea",
        "5555550177",
        "5555550188",
        PASSWORD,
        "wrong but secret",
        person.secret,
        cookie.value,
    )
    for secret in secrets:
        assert secret not in caplog.text
        assert secret.encode() not in stored
    for secret in secrets[:5]:
        assert secret not in repr(team.store.get(person.id))


def test_demo_accounts_cannot_sign_in_outside_demo_mode(team: Team) -> None:
    assert team.caller().post("/staff/demo/lead").status_code == 404
    demo = varied(team.app, demo=True).test_client()
    mark(demo)
    assert demo.post("/staff/demo/lead", data={"mark": mark(demo)}).status_code == 303
    assert demo.get("/staff/people").status_code == 200
    kept = demo.get_cookie("__Host-staff")
    assert kept
    client = team.caller()
    client.set_cookie("__Host-staff", kept.value, secure=True)
    assert client.get("/staff/people").status_code == 303
    person = team.store.by_handle("demo-robin")
    assert person and person.demo
    assert team.enter(client, person).status_code == 422


def test_demo_caseworker_gets_alerts_and_has_no_password(team: Team) -> None:
    varied(team.app, demo=True).test_client().get("/try/thread")
    sam = team.store.by_handle("demo-sam")
    assert sam and sam.joined
    assert team.enter(team.caller(), sam).status_code == 422
    assert team.enter(team.caller(), sam, password="").status_code == 422
