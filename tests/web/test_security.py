"""Attacks on the staff pages: guessed codes, planted cookies, frames, stale pages, and timing of sign-in names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from argon2 import PasswordHasher
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.casework.cases import Status
from bot.runtime.runtime import Runtime
from bot.staff.accounts import Role, Staff
from bot.staff.audit import Verb
from bot.web.staff.passwords import Passwords, put_passwords
from tests.support.console import act, kept
from tests.support.person import YoungPerson
from tests.support.reports import begun_report
from tests.support.signed_texts import runtime_of, varied
from tests.support.staff import PASSWORD, Team, post
from tests.web.test_staff_access import routes

ACTS = ("take", "say", "ask", "back", "pass", "close", "note", "number")
TYPED = {"words": "hi", "note": "hi", "outcome": "helped", "to": "x", "reason": "cannot type now"}


# Time taken by a sign-in


class Counting(PasswordHasher):
    """Password hasher that counts its work."""

    done = 0

    def verify(self, hash: str | bytes, password: str | bytes) -> bool:
        self.done += 1
        return super().verify(hash, password)


def test_sign_in_costs_the_same_for_every_name(team: Team) -> None:
    """Every attempt costs one comparison, whoever has that name and whether the password is right."""
    hasher = Counting(time_cost=1, memory_cost=8, parallelism=1)
    joined, gone = team.person(), team.person(active=False)
    invited, _ = team.store.invite("New", joined.roles, team.clock())
    by_provider = team.person()
    team.store.change(by_provider.id, lambda one: replace(one, subject="issuer sub", password="", secret=""))
    put_passwords(team.app, Passwords(hasher, team.clock))
    for name in (joined.handle, gone.handle, invited.handle, by_provider.handle, "nobody", "", "é" * 40):
        for password in ("wrong password", PASSWORD, ""):
            hasher.done = 0
            team.clock.now += 3600
            answer = post(team.caller(), "/staff/login", name=name, password=password, code="000000")
            assert (answer.status_code, hasher.done) == (422, 1)


# Codes of cases


def other_closed(code: str, desk: FlaskClient, her: YoungPerson) -> None:
    act(desk, code, "close", outcome="helped")


def other_withdrawn(code: str, desk: FlaskClient, her: YoungPerson) -> None:
    her.text("take back")


def other_stopped(code: str, desk: FlaskClient, her: YoungPerson) -> None:
    her.text("STOP")


@pytest.mark.parametrize("end", [other_closed, other_withdrawn, other_stopped])
def test_others_closed_case_looks_like_a_missing_one(
    team: Team, desk: FlaskClient, her: YoungPerson, runtime: Runtime, end: object
) -> None:
    code = her.share("needs", "area", "reach", name="Jayden")
    act(desk, code, "take")
    end(code, desk, her)  # type: ignore[operator]
    before = kept(runtime, code)
    assert not before.is_open
    noor = team.person(name="Noor")
    other = team.inside(noor)

    def told(answer: TestResponse, of: str) -> tuple[int, str]:
        return answer.status_code, answer.text.replace(of, "CODE")

    for path in ("", "/live", "/number"):
        for spelled in (code, code.lower()):
            found = told(other.get(f"/console/{spelled}{path}"), spelled)
            assert found[0] == 404
            assert found == told(other.get(f"/console/ZZ99{path}"), "ZZ99"), (path, spelled)
    for what in ACTS:
        found = told(act(other, code, what, **TYPED), code)
        assert (found[0], found) == (404, told(act(other, "ZZ99", what, **TYPED), "ZZ99")), what
    assert kept(runtime, code) == before
    noted = [link.entry for _, link in team.store.audit.page(0, 99) if link]
    assert [entry.what for entry in noted if entry.who == noor.id] == [Verb.SIGNED_IN], "there was nothing to see"


@pytest.mark.parametrize("who", ["owner", "lead"])
def test_withdrawn_case_shows_nothing_to_anyone(
    team: Team, desk: FlaskClient, her: YoungPerson, runtime: Runtime, who: str
) -> None:
    code = her.share("needs", "area", "reach", name="Jayden")
    act(desk, code, "take")
    her.text("my mom kicked me out")
    act(desk, code, "note", note="Calls her aunt Rosa")
    her.text("take back")
    assert kept(runtime, code).status is Status.WITHDRAWN
    client = desk if who == "owner" else team.inside(team.person("lead", name="Lea"))
    pages = [client.get(f"/console/{code}{path}") for path in ("", "/live", "/number")]
    pages += [act(client, code, what, **TYPED) for what in ACTS]
    for page in pages:
        assert page.status_code in (200, 303, 403, 404, 409), page.status_code
        for words in ("Jayden", "kicked", "Rosa", "Santa Ana", "A place to sleep", her.phone):
            assert words not in page.text


@pytest.mark.parametrize(
    "code", ["0000", "K7QM" * 50, "..", "%2e%2e", "%00", "*", "K7QM%0d%0aX:1", "case:K7QM", "é", "{k}"]
)
def test_guessed_case_code_is_not_found(team: Team, desk: FlaskClient, code: str) -> None:
    before = team.store.audit.count()
    for path in ("", "/live", "/number"):
        assert desk.get(f"/console/{code}{path}").status_code in (404, 308)
    assert team.store.audit.count() == before


def test_editor_cannot_reach_cases(team: Team, her: YoungPerson) -> None:
    code, editor = her.share("needs"), team.inside(team.person("editor"))
    for path in ("/console", "/console/board", f"/console/{code}", "/console/ZZ99", f"/console/{code}/live"):
        answer = editor.get(path)
        body = answer.text.replace(path, "")  # the page that was asked for stands in the form to sign in as another
        assert (answer.status_code, code in body) == (403, False), path
    missing, there = editor.get("/console/ZZ99"), editor.get(f"/console/{code}")
    assert missing.text.replace("ZZ99", code) == there.text


# Headers of every page


def everything(team: Team, her: YoungPerson) -> Iterator[tuple[str, TestResponse]]:
    """Yield every staff page and error, as seen by a stranger and by staff with and without the right."""
    code, other = her.just_talk(), team.person("lead", name="Other")
    insider = team.inside(team.person("lead", "caseworker", "editor"))
    service = next(iter(runtime_of(team.app).directory.now)).id
    report = begun_report(runtime_of(team.app), other.id)
    for endpoint, method, path, _ in routes(team.app):
        address = path.format(id=other.id, code=code, service=service, report=report)
        for client in (team.caller(), insider):
            yield f"{method} {endpoint}", client.open(address, method=method)
        yield f"{method} {endpoint}, refused", team.inside(team.person("editor")).open(address, method=method)
    for path in (
        "/staff/login",
        "/staff/join",
        "/staff/join/code",
        "/staff/join/nothing",
        "/staff/people/nobody",
        "/console/ZZ99",
        "/staff/x",
    ):
        yield path, insider.get(path)
    post(insider, "/staff/lock", "/staff/account")
    yield "locked", insider.get("/staff/locked")
    yield "locked, refused", insider.get("/console")
    yield "locked, polled", insider.get("/console/board")
    yield "HEAD", insider.head("/staff/account")


def test_staff_pages_are_not_cached_framed_or_scripted(team: Team, her: YoungPerson) -> None:
    statuses = set()
    for told, answer in everything(team, her):
        statuses.add(answer.status_code)
        headers = answer.headers
        policy = dict(part.strip().partition(" ")[::2] for part in headers["Content-Security-Policy"].split(";"))
        assert policy == {
            "default-src": "'self'", "object-src": "'none'", "base-uri": "'none'", "form-action": "'self'",
            "frame-ancestors": "'none'",
        }, told  # fmt: skip
        assert headers["Cache-Control"] == "no-store", told
        assert headers["Referrer-Policy"] == "no-referrer", told
        assert headers["X-Content-Type-Options"] == "nosniff", told
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin", told
        assert headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains", told
        assert "Access-Control-Allow-Origin" not in headers, told
        assert answer.status_code < 500, told
    assert {200, 303, 401, 403, 404} <= statuses


def test_hsts_is_sent_only_with_https(team: Team) -> None:
    plain = varied(team.app, public_url="http://localhost:8000").test_client()
    for path in ("/staff/login", "/console", "/staff/x"):
        assert "Strict-Transport-Security" not in plain.get(path).headers


def test_cookies_are_host_only_secure_and_http_only(team: Team) -> None:
    person, client = team.person(), team.caller()
    cookies = client.get("/staff/login").headers.getlist("Set-Cookie")
    answer = team.enter(client, person)
    cookies += answer.headers.getlist("Set-Cookie")
    cookies += post(client, "/staff/logout", "/staff/account").headers.getlist("Set-Cookie")
    assert {cookie.partition("=")[0] for cookie in cookies} == {"__Host-staff", "__Host-staff-known"}
    assert len(cookies) == 4
    for cookie in cookies:
        flags = {flag.strip().lower() for flag in cookie.split(";")[1:]}
        assert {"secure", "httponly", "samesite=lax", "path=/"} <= flags
        assert not any(flag.startswith("domain") for flag in flags)
        assert person.name not in cookie and person.handle not in cookie


def test_forged_cookie_opens_nothing(team: Team, sam: Staff) -> None:
    team.inside(sam)
    for value in ("", sam.id, "A" * 43, "A" * 44, "../" * 10, '{"staff":"x"}', "é"):
        client = team.caller()
        client.set_cookie("__Host-staff", value, secure=True)
        assert client.get("/staff/account").status_code == 303
        client.set_cookie("__Host-staff-known", f"{sam.id}.{value}.{'0' * 64}", secure=True)
        assert client.get("/staff/account").status_code == 303


def test_known_browser_counts_for_one_account_only(team: Team, sam: Staff) -> None:
    """A staff member who signed in here cannot guess a colleague's password without delay."""
    other, client = team.person(name="Noor"), team.inside(sam)
    post(client, "/staff/logout", "/staff/account")
    known = client.get_cookie("__Host-staff-known")
    assert known
    client.set_cookie("__Host-staff-known", other.id + known.value[len(sam.id) :], secure=True)
    answers = [
        post(client, "/staff/login", name=other.handle, password="wrong", code="0").status_code for _ in range(5)
    ]
    assert answers == [422] * 4 + [429]


def test_permissions_are_not_read_from_forms(team: Team, sam: Staff) -> None:
    client = team.inside(sam)
    post(client, "/staff/account/phone", "/staff/account", phone="", role="lead", roles="lead", id="x", active="1")
    found = team.store.get(sam.id)
    assert found and found.roles == {Role.CASEWORKER}


LOCAL = ("localhost", "localhost:8000", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST")


@pytest.mark.parametrize("host", LOCAL)
def test_demo_mode_answers_this_machine(team: Team, host: str) -> None:
    local = varied(team.app, demo=True).test_client()
    assert local.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "help.example.org"}, {"Host": "192.168.1.7:8000"}, {"Host": "localhost.evil.example"}, {"Host": ""},
        {"X-Forwarded-For": "203.0.113.9"}, {"Forwarded": "for=203.0.113.9"}, {"X-Forwarded-Proto": "https"},
        {"Via": "1.1 proxy"}, {"X-Real-IP": "203.0.113.9"}, {"CF-Connecting-IP": "203.0.113.9"},
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", ["/try", "/staff/login", "/console", "/healthz"])
def test_demo_mode_refuses_a_proxy_a_tunnel_and_another_name(team: Team, path: str, headers: dict[str, str]) -> None:
    local = varied(team.app, demo=True).test_client()
    assert local.get(path, headers=headers).status_code == 403
    assert local.post("/staff/demo/lead", headers=headers).status_code == 403


def test_real_mode_answers_behind_a_proxy(team: Team) -> None:
    real = varied(team.app, demo=False).test_client()
    headers = {"Host": "help.example.org", "X-Forwarded-For": "203.0.113.9"}
    assert real.get("/staff/login", headers=headers).status_code == 200
