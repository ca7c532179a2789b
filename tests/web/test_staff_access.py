"""Access control: every route declares its roles, and every role is tried on every route."""

from __future__ import annotations

import re
from pathlib import Path
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient

import bot.web
from bot.actions.content import ContentActions
from bot.content.editions import EntryName
from bot.staff.accounts import Role
from bot.web.staff.permissions import ANYONE, role_required, roles_of, safe_next
from tests.support.person import YoungPerson
from tests.support.reports import begun_report
from tests.support.signed_texts import runtime_of
from tests.support.staff import Team, mark, post

PUBLIC = {
    "static", "front", "health.alive", "health.ready", "webhook.incoming", "webhook.delivery",
    "push.worker", "push.manifest", "push.received",
    "voice.called", "voice.pressed",
    "simulator.page", "simulator.thread", "simulator.text", "simulator.phone", "simulator.later",
}  # fmt: skip
"""Endpoints of the young people's side. Each has its own guard, or needs none."""

OPEN_STAFF_PAGES = {
    "staff_login.sign_in", "staff_login.enter", "staff_join.welcome", "staff_join.old_link", "staff_join.begin",
    "staff_join.choose_password", "staff_join.factor", "staff_join.picture", "staff_join.finish", "staff_demo.enter",
    "staff_passkeys.options", "staff_passkeys.enter",
}  # fmt: skip
WHO = ("nobody", "caseworker", "editor", "lead")


def test_every_route_declares_its_access(served: Flask) -> None:
    undeclared = {
        name for name, view in served.view_functions.items()
        if roles_of(view) is None and name not in PUBLIC and not name.startswith("twin.")
    }  # fmt: skip
    assert undeclared == set()


def test_public_staff_routes_are_the_listed_ones(served: Flask) -> None:
    assert {name for name, view in served.view_functions.items() if roles_of(view) == ANYONE} == OPEN_STAFF_PAGES


def test_unknown_role_cannot_be_declared() -> None:
    with pytest.raises(ValueError, match="boss"):
        role_required("boss")


def routes(app: Flask) -> list[tuple[str, str, str, frozenset[Role]]]:
    """List endpoint, method, address and roles of every staff page that is not public."""
    found = []
    for rule in app.url_map.iter_rules():
        roles = roles_of(app.view_functions[rule.endpoint])
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            if roles:
                found.append((rule.endpoint, method, _filled(rule.rule), roles))
    return found


def _filled(rule: str) -> str:
    filled = {
        "languages/<code>": "languages/fr",
        "<staff_id>": "{id}",
        "<code>": "{code}",
        "<report>": "{report}",
        "<reply>": "none",
        "<uuid:service_id>": "{service}",
        "<section>/<key>": "labels/go_on",
        "<kind>/<name>": "shipped/phone_is_taken",
        "<what>": "weekly",
        "<key>": "739950-540-1020",
        "<path:rest>": "end-shift",
    }
    for part, value in filled.items():
        rule = rule.replace(part, value)
    return rule


def test_every_role_is_checked_on_every_route(team: Team) -> None:
    runtime = runtime_of(team.app)
    service = next(iter(runtime.directory.now)).id
    desk, french = ContentActions(runtime), EntryName("fr", "about", "language")
    desk.save_draft(french, desk.entry(french).mark, "Français", "somebody")
    people = {role: team.person(role, name=role) for role in WHO[1:]}
    met = 0
    for endpoint, method, path, roles in routes(team.app):
        assert "<" not in path, f"{endpoint}: give this test a value for its address"
        for who in WHO:
            other = team.person("lead", name="Other")
            client = team.caller() if who == "nobody" else team.inside(people[who])
            code = YoungPerson(runtime).just_talk() if "{code}" in path else ""
            report = begun_report(runtime, people[who].id) if "{report}" in path and who != "nobody" else "none"
            address = path.format(id=other.id, code=code, service=service, report=report)
            answer = client.open(address, method=method, data={"mark": mark(client)} if method == "POST" else None)
            told = (endpoint, method, who, answer.status_code)
            met += 1
            if who == "nobody":
                assert answer.status_code in (303, 401), told
                assert answer.status_code == 401 or answer.headers["Location"].startswith("/staff/login"), told
            elif who in roles:
                # 409: a case must be claimed before anyone writes in it; 404: they do not practise now
                fits = (404,) if endpoint == "practice.watch" else (200, 302, 303, 400, 409, 422)
                fits = (204,) if path.endswith("/console/stream") else fits  # Flask's own server has none
                assert answer.status_code in fits, told
                assert not answer.headers.get("Location", "").startswith("/staff/code"), told
                if endpoint not in {"staff_login.sign_out", "staff_account.sign_out_everywhere"}:
                    assert "/staff/login" not in answer.headers.get("Location", ""), told
            else:
                assert answer.status_code == 403, told
            assert who in roles or team.store.get(other.id) == other, told
            assert who in roles or not code or not runtime.store.cases.get(code).owner, told
    print(f"\n{met} meetings of a role and a route")
    assert met >= 4 * 15


def test_post_without_csrf_token_is_refused(team: Team) -> None:
    person = team.person("lead", "caseworker", "editor")
    for rule in team.app.url_map.iter_rules():
        if roles_of(team.app.view_functions[rule.endpoint]) is None or "POST" not in (rule.methods or ()):
            continue
        path = re.sub("<[^>]+>", person.id, re.sub("<uuid:[^>]+>", str(uuid4()), rule.rule))
        for client in (team.caller(), team.inside(person)):
            strange = mark(team.caller())
            signed_in = client.get("/staff/account").status_code == 200
            for form in ({}, {"mark": ""}, {"mark": strange}, {"mark": "é"}):
                answer = client.post(path, data=form)
                if roles_of(team.app.view_functions[rule.endpoint]) and not signed_in:
                    assert "/staff/login" in answer.headers["Location"]
                else:
                    assert answer.status_code == 403, (rule.endpoint, form)


def test_cross_site_post_is_refused_even_with_its_token(team: Team) -> None:
    client = team.inside(team.person())
    for site in ("cross-site", "same-site"):
        answer = client.post("/staff/logout", data={"mark": mark(client, "/staff/account")},
                             headers={"Sec-Fetch-Site": site})  # fmt: skip
        assert answer.status_code == 403
    assert client.get("/staff/account").status_code == 200


def test_csrf_token_is_accepted_in_a_header(team: Team) -> None:
    client = team.inside(team.person())
    answer = client.post("/staff/logout", headers={"X-Form-Mark": mark(client, "/staff/account")})
    assert answer.status_code == 303


@pytest.mark.parametrize("wanted", [
    "https://evil.example/staff", "//evil.example/staff", "/staff//evil.example", "\\\\evil.example", "/\\evil.example",
    "/staff/\\evil", "javascript:alert(1)", "/try", "/", "", "staff", "/staffing", "/staff/../try", "/staff/\nx",
    "/consoles", "/console/../try", "/console//evil.example", "/console@evil.example",
    "/staff@evil.example", "http:/staff", "///staff", "/staff/é", "https:evil", "/staff/%0d%0aSet-Cookie:x//", "[",
    "http://[/staff",
])  # fmt: skip
def test_sign_in_redirects_to_no_other_site(team: Team, wanted: str) -> None:
    assert safe_next(wanted) == "/staff"
    client, person = team.caller(), team.person()
    answer = post(client, "/staff/login", name=person.handle, password="x" * 12, next=wanted)
    assert 'name="next" value="/staff"' in answer.text


def test_sign_in_returns_to_the_requested_page(team: Team) -> None:
    client, person = team.caller(), team.person("lead")
    answer = client.get("/staff/audit?page=2")
    assert answer.headers["Location"] == "/staff/login?next=/staff/audit?page%3D2"
    page = client.get(answer.headers["Location"])
    assert 'value="/staff/audit?page=2"' in page.text
    assert team.enter(client, person, next="/staff/audit?page=2").headers["Location"] == "/staff/audit?page=2"


def test_removed_role_takes_effect_at_the_next_request(team: Team) -> None:
    lead, other = team.person("lead"), team.person("lead")
    theirs, ours = team.inside(other), team.inside(lead)
    assert theirs.get("/staff/audit").status_code == 200
    post(ours, f"/staff/people/{other.id}/roles", "/staff/account", role="caseworker")
    assert theirs.get("/staff/audit").status_code == 403


def test_deactivated_account_is_signed_out_at_once(team: Team) -> None:
    lead, other = team.person("lead"), team.person()
    theirs, ours = team.inside(other), team.inside(lead)
    post(ours, f"/staff/people/{other.id}/active", "/staff/account", active="0")
    assert theirs.get("/staff/account").headers["Location"].startswith("/staff/login")
    assert team.enter(team.caller(), other).status_code == 422
    post(ours, f"/staff/people/{other.id}/active", "/staff/account", active="1")
    assert theirs.get("/staff/account").status_code == 303, "the old session stays over"
    assert team.enter(team.caller(), other).status_code == 303


def test_sensitive_page_asks_for_a_code_after_five_minutes(team: Team) -> None:
    lead = team.person("lead")
    client = team.inside(lead)
    assert client.get("/staff/people/new").status_code == 200
    team.clock.now += 301
    answer = client.get("/staff/people/new")
    assert answer.headers["Location"] == "/staff/code?next=/staff/people/new"
    refused = post(client, f"/staff/people/{lead.id}/roles", "/staff/account", role="lead", next="/staff/people")
    assert refused.headers["Location"] == "/staff/code?next=/staff/people"
    assert post(client, "/staff/code", "/staff/account", code="000000").status_code == 422
    code = team.code(lead)
    answer = post(client, "/staff/code", "/staff/account", code=code, next="/staff/people/new")
    assert answer.headers["Location"] == "/staff/people/new"
    assert client.get("/staff/people/new").status_code == 200
    again = post(client, "/staff/code", "/staff/account", code=code)
    assert again.status_code == 422, "no code is good twice"


def test_staff_pages_are_hardened_without_inline_script_or_style(team: Team) -> None:
    client = team.inside(team.person("lead"))
    for path in ("/staff/login", "/staff/account", "/staff/people", "/staff/audit", "/staff/people/new"):
        answer = client.get(path)
        assert answer.headers["Cache-Control"] == "no-store"
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
    for page in (Path(bot.web.__file__).parent / "templates").rglob("*.html"):
        markup = page.read_text(encoding="utf-8")
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:|\|safe", markup), page.name


def test_refused_and_missing_pages_explain_themselves(team: Team) -> None:
    client = team.inside(team.person())
    assert "You don&#39;t have access to this page" in client.get("/staff/audit").text
    lead = team.inside(team.person("lead"))
    assert "Page not found" in lead.get("/staff/people/nobody").text


def test_staff_pages_report_a_missing_redis(gone: Flask) -> None:
    client: FlaskClient = gone.test_client()
    for path in ("/staff", "/staff/login", "/staff/people", "/staff/audit"):
        answer = client.get(path)
        assert answer.status_code == 503
        assert "The service is busy" in answer.text
        assert "Sign out" not in answer.text
