"""The lock: after a pause a session shows and fetches nothing, and a code opens the same session again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.runtime.runtime import Runtime
from bot.staff.accounts import Staff
from bot.staff.audit import Verb
from bot.staff.limits import ByRole
from bot.staff.recovery import hash_codes, new_codes
from bot.web.staff import session
from tests.support.agency import Agency
from tests.support.console import act
from tests.support.person import YoungPerson
from tests.support.reports import begun_report
from tests.support.signed_texts import varied
from tests.support.staff import Team, mark, post
from tests.web.test_staff_access import routes

MINUTE = 60
BY_SCRIPT = {"Sec-Fetch-Dest": "empty"}
OPEN_WHILE_LOCKED = {
    "staff_lock.page", "staff_lock.unlock", "staff_lock.state", "staff_login.sign_out", "staff_passkeys.again_options",
    "staff_passkeys.again",
}  # fmt: skip


def noted(team: Team) -> list[str]:
    """List the verbs of the audit, in order."""
    return [link.entry.what for _, link in team.store.audit.page(0, 99) if link][::-1]


def unlock(client: FlaskClient, code: str, **form: str) -> TestResponse:
    """Send the form of the lock page."""
    return post(client, "/staff/locked", "/staff/locked", code=code, **form)


def is_locked(client: FlaskClient) -> bool:
    told = client.get("/staff/locked/state").json
    assert told
    return bool(told["session"] == "locked")


@pytest.mark.parametrize(("roles", "minutes"), [(("caseworker",), 15), (("editor",), 15), (("lead", "caseworker"), 10)])
def test_pause_locks_by_role(team: Team, roles: tuple[str, ...], minutes: int) -> None:
    client = team.inside(team.person(*roles))
    for _ in range(3):
        team.clock.now += minutes * MINUTE - 1
        assert client.get("/staff/account").status_code == 200
    team.clock.now += minutes * MINUTE
    answer = client.get("/staff/account?done=phone")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/staff/locked?next=/staff/account?done%3Dphone")
    assert noted(team) == [Verb.SIGNED_IN, Verb.LOCKED]


def test_limits_follow_the_settings(team: Team) -> None:
    short = varied(team.app, lock_minutes=ByRole(2, 3, 1), sign_in_hours=ByRole(3, 2, 1))
    other = Team(short, team.store, team.clock)
    client = other.inside(other.person())
    team.clock.now += 119
    assert client.get("/staff/account").status_code == 200
    team.clock.now += 120
    assert is_locked(client)
    team.clock.now += 3 * 3600
    assert client.get("/staff/locked").headers["Location"].startswith("/staff/login"), (
        "a lock does not outlive the limit"
    )


def test_locked_session_opens_no_door(team: Team, her: YoungPerson, runtime: Runtime) -> None:
    """Every route is tried; none reads a person, and none changes anything."""
    person = team.person("lead", "caseworker", "editor")
    client, code, other = team.inside(person), her.share("needs", name="Jayden"), team.person("lead", name="Other")
    service, before = next(iter(runtime.directory.now)).id, runtime.store.cases.get(code)
    form, report = mark(client, "/staff/account"), begun_report(runtime, person.id)
    post(client, "/staff/lock", "/staff/account")
    count, met = team.store.audit.count(), 0
    for endpoint, method, path, _ in routes(team.app):
        if endpoint in OPEN_WHILE_LOCKED:
            continue
        met += 1
        address = path.format(id=other.id, code=code, service=service, report=report)
        data = {"mark": form} if method == "POST" else None
        page = client.open(address, method=method, data=data)
        polls = page.status_code == 401
        assert polls or page.headers["Location"].startswith("/staff/locked"), (endpoint, page.status_code)
        told = client.open(address, method=method, data=data, headers=BY_SCRIPT)
        assert (told.status_code, told.json) == (401, {"session": "locked"}), endpoint
        assert told.headers["X-Session"] == "locked"
        for answer in (page, told):
            assert "Jayden" not in answer.text
            assert code not in answer.text.replace(address, ""), "beyond the address that was asked for"
    assert met > 80
    assert (team.store.audit.count(), runtime.store.cases.get(code)) == (count, before)
    assert (team.store.get(other.id), is_locked(client)) == (other, True)


@pytest.mark.parametrize("poll", ["/console/board", "/console/talks", "/console/{code}/live"])
def test_polls_get_nothing_while_locked(desk: FlaskClient, team: Team, code: str, her: YoungPerson, poll: str) -> None:
    shown = desk.get(poll.format(code=code))
    assert shown.status_code == 200
    post(desk, "/staff/lock", "/staff/account")
    her.text("my mom kicked me out")
    refused = desk.get(poll.format(code=code), headers={"If-None-Match": shown.headers["ETag"]})
    assert (refused.status_code, refused.json) == (401, {"session": "locked"})
    assert unlock(desk, team.code(sam_of(team))).status_code == 303
    assert desk.get(poll.format(code=code)).status_code == 200


def sam_of(team: Team) -> Staff:
    return next(who for who in team.store.everybody() if who.name == "Sam Rivera")


def test_code_unlocks_the_same_session_at_the_same_page(desk: FlaskClient, team: Team, sam: Staff, code: str) -> None:
    form = mark(desk, "/staff/account")
    answer = post(desk, "/staff/lock", "/staff/account", next=f"/console/{code}")
    page = desk.get(answer.headers["Location"])
    assert "Sam Rivera is still signed in" in page.text
    assert "Sign in as" not in page.text and "/console/board" not in page.text, "no navigation"
    assert unlock(desk, "000000").status_code == 422
    assert is_locked(desk)
    answer = unlock(desk, team.code(sam), next=f"/console/{code}")
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/console/{code}")
    assert mark(desk, "/staff/account") == form, "the forms of open pages are still good"
    assert noted(team)[-2:] == [Verb.LOCKED, Verb.UNLOCKED]
    assert desk.get("/staff/locked?next=/staff/account").headers["Location"] == "/staff/account"
    fresh = post(desk, "/staff/lock", "/staff/account")
    assert fresh.headers["Location"] == "/staff/locked"


def test_script_is_told_in_json(desk: FlaskClient, team: Team, sam: Staff) -> None:
    token = mark(desk, "/staff/account")
    assert desk.post("/staff/awake", headers={"X-Form-Mark": token}).json == {
        "session": "open", "left": 15 * MINUTE, "mark": token,
    }  # fmt: skip
    desk.post("/staff/lock", data={"mark": token})
    answer = desk.post("/staff/locked", data={"mark": token, "code": team.code(sam)}, headers=BY_SCRIPT)
    assert (answer.status_code, answer.json) == (200, {"session": "open", "go": ""})


def test_asking_for_the_state_is_no_activity(desk: FlaskClient, team: Team) -> None:
    for _ in range(14):
        team.clock.now += MINUTE
        assert not is_locked(desk)
    team.clock.now += MINUTE
    assert is_locked(desk)


def test_recovery_code_unlocks_once_and_says_how_many_are_left(team: Team) -> None:
    person, codes = team.person(), new_codes()
    team.store.change(person.id, lambda kept: replace(kept, recovery=hash_codes(kept.id, codes)))
    client = team.inside(person)
    for status in (303, 422):
        post(client, "/staff/lock", "/staff/account")
        answer = unlock(client, codes[0], recovery="1", next="/console")
        assert answer.status_code == status
    assert is_locked(client)
    token = mark(client, "/staff/locked")
    told = client.post("/staff/locked", data={"mark": token, "code": codes[1]}, headers=BY_SCRIPT).json
    assert told and told["go"].startswith("/staff/account/recovery?used=1")
    assert noted(team).count(Verb.RECOVERY_CODE_USED) == 2


def test_guessing_a_code_slows_as_elsewhere(desk: FlaskClient, team: Team, sam: Staff) -> None:
    post(desk, "/staff/lock", "/staff/account")
    answers = [unlock(desk, "000000").status_code for _ in range(8)]
    assert answers == [422] * 6 + [429] * 2
    right = team.code(sam)
    waits = unlock(desk, right)
    team.clock.now += int(waits.headers.get("Retry-After", 0))
    assert noted(team).count(Verb.SIGN_IN_SLOWED) == 1
    assert unlock(desk, team.code(sam)).status_code == 303


def test_signing_out_and_other_tabs(desk: FlaskClient, team: Team, sam: Staff) -> None:
    post(desk, "/staff/lock", "/staff/account")
    assert desk.get("/staff/login?next=/console").headers["Location"] == "/console", "which leads to the lock"
    assert desk.get("/console").headers["Location"] == "/staff/locked?next=/console"
    assert post(desk, "/staff/logout", "/staff/locked").headers["Location"] == "/staff/login"
    assert desk.get("/staff/locked").headers["Location"].startswith("/staff/login")
    assert noted(team)[-1] == Verb.SIGNED_OUT


def test_unlocking_needs_the_token(desk: FlaskClient, team: Team, sam: Staff) -> None:
    post(desk, "/staff/lock", "/staff/account")
    for form in ({}, {"mark": mark(team.caller())}):
        assert desk.post("/staff/locked", data={"code": team.code(sam), **form}).status_code == 403
    assert is_locked(desk)


def test_removed_access_ends_a_locked_session(desk: FlaskClient, lead: FlaskClient, team: Team, sam: Staff) -> None:
    post(desk, "/staff/lock", "/staff/account")
    post(lead, f"/staff/people/{sam.id}/active", "/staff/account", active="0")
    assert desk.get("/staff/locked").headers["Location"].startswith("/staff/login")


def test_activity_of_another_tab_never_undoes_a_lock(team: Team, sam: Staff, monkeypatch: pytest.MonkeyPatch) -> None:
    """A request that began before the lock notes its activity after it."""
    client = team.inside(sam)
    cookie = client.get_cookie("__Host-staff")
    assert cookie
    other = team.caller()
    other.set_cookie("__Host-staff", cookie.value, secure=True)
    token, real = mark(other, "/staff/account"), session.stay_awake
    team.clock.now += MINUTE

    def slowly(*, watching: bool = False) -> None:
        monkeypatch.setattr(session, "stay_awake", real)
        assert other.post("/staff/lock", data={"mark": token}).status_code == 303
        real(watching=watching)

    monkeypatch.setattr(session, "stay_awake", slowly)
    client.get("/staff/account")
    assert is_locked(client) and is_locked(other)


def test_draft_waits_behind_the_lock(desk: FlaskClient, team: Team, sam: Staff, code: str) -> None:
    boxes = '{"say  words": "half a thought"}'
    assert act(desk, code, "draft", boxes=boxes).status_code == 204
    post(desk, "/staff/lock", "/staff/account")
    unlock(desk, team.code(sam))
    assert desk.get(f"/console/{code}/draft").json == {"say  words": "half a thought"}


def test_provider_unlocks_and_returns_to_the_page(agency: Agency) -> None:
    team, client = agency.team, agency.team.caller()
    agency.linked()
    agency.sign_in(client)
    post(client, "/staff/lock", "/staff/account")
    page = client.get("/staff/locked?next=/console")
    assert "Sign in with" in page.text and 'name="code"' not in page.text
    assert unlock(client, "000000").status_code == 422
    team.clock.now += MINUTE
    answer = agency.come_back(client, agency.go(client, "/staff/oidc/again", "/staff/locked", next="/console"))
    assert answer.headers["Location"] == "/console"
    assert client.get("/staff/account").status_code == 200
    assert noted(team)[-1] == Verb.UNLOCKED
