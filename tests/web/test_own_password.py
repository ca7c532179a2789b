"""A colleague changes their own password: what is asked, what ends, and what is written down."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.errors import StoreUnavailable
from bot.staff.accounts import Staff
from bot.staff.audit import Entry, Verb
from bot.staff.push import Device
from bot.store.connection import RedisServer
from tests.support.signed_texts import varied
from tests.support.staff import PASSWORD, Team, post

PAGE = "/staff/account/password"
NEW = "velvet crane onion dusk"


@pytest.fixture(scope="module")
def served(app: Flask) -> Flask:
    return varied(app, demo=False)


def change(client: FlaskClient, old: str = PASSWORD, new: str = NEW, again: str = "") -> TestResponse:
    return post(client, PAGE, "/staff/account", old=old, password=new, again=again or new)


def test_new_password_opens_and_the_old_does_not(team: Team, sam: Staff, desk: FlaskClient) -> None:
    answer = change(desk)
    assert answer.status_code == 303
    assert "Password saved." in desk.get(answer.headers["Location"]).text
    assert team.enter(team.caller(), sam).status_code == 422
    assert team.enter(team.caller(), sam, password=NEW).status_code == 303


def test_change_signs_out_every_other_browser_and_device(team: Team, sam: Staff, desk: FlaskClient) -> None:
    other = team.inside(sam)
    team.store.push.add(Device(sam.id, sam.epoch, "https://push.example/1", "key", "auth", "Phone", team.clock()))
    before = desk.get_cookie("__Host-staff")
    assert change(desk).status_code == 303
    assert other.get("/staff/account").status_code == 303
    assert desk.get("/staff/account").status_code == 200
    after = desk.get_cookie("__Host-staff")
    assert before and after and before.value != after.value
    assert team.store.push.devices(sam.id) == []


def test_change_does_not_lengthen_the_session(team: Team, sam: Staff) -> None:
    client = team.inside(sam)
    for _ in range(59):  # each pause is shorter than what locks a session
        team.clock.now += 10 * 60
        assert client.get("/staff/account").status_code == 200
    post(client, "/staff/code", "/staff/account", code=team.code(sam))
    assert change(client).status_code == 303
    team.clock.now += 10 * 60
    assert client.get("/staff/account").status_code == 303


def test_change_asks_for_a_recent_code(team: Team, sam: Staff, desk: FlaskClient) -> None:
    team.clock.now += 301
    assert desk.get(PAGE).headers["Location"] == f"/staff/code?next={PAGE}"
    assert change(desk).headers["Location"].startswith("/staff/code")
    assert team.enter(team.caller(), sam).status_code == 303, "nothing changed"


@pytest.mark.parametrize(("typed", "told"), [
    ({"old": "not the old one"}, "not your current password"), ({"old": ""}, "not your current password"),
    ({"new": "short"}, "at least 12"), ({"new": "Password1234"}, "easy to guess"),
    ({"new": "sam rivera at work"}, "contains your name or ours"), ({"again": NEW + "x"}, "the same password twice"),
    ({"new": PASSWORD}, "Choose a new one"),
])  # fmt: skip
def test_wrong_or_weak_password_changes_nothing(
    team: Team, sam: Staff, desk: FlaskClient, typed: dict[str, str], told: str
) -> None:
    answer = change(desk, **typed)
    assert answer.status_code == 422
    assert told in answer.text
    assert all(word not in answer.text for word in (PASSWORD, NEW, *filter(None, typed.values())))
    assert team.store.get(sam.id) == replace(sam, last_step=_kept(team, sam).last_step, last_sign_in_at=team.clock())


def test_guessing_the_old_password_is_slowed(team: Team, desk: FlaskClient) -> None:
    assert [change(desk, old=f"guess number {at}").status_code for at in range(7)] == [422] * 6 + [429]
    assert change(desk).status_code == 429, "the right one waits as well"
    team.clock.now += 60
    assert change(desk).status_code == 303


def test_change_is_audited_without_a_secret(
    team: Team, sam: Staff, desk: FlaskClient, server: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    change(desk, old="not the old one")
    change(desk)
    noted = [link.entry for _, link in team.store.audit.page(0, 50) if link and link.entry.what is not Verb.SIGNED_IN]
    assert [(entry.what, entry.who, entry.on, entry.reason) for entry in noted] == [
        (Verb.PASSWORD_CHANGED, sam.id, f"staff:{sam.id}", "")
    ]
    stored = b"".join(key + server.call("DUMP", key) for key in server.call("KEYS", "{staff}:*"))
    for secret in (PASSWORD, NEW, "not the old one", _kept(team, sam).password):
        assert secret not in caplog.text
        assert secret.encode() not in stored


def test_password_stays_when_audit_fails(
    team: Team, sam: Staff, desk: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_: Entry) -> None:
        raise StoreUnavailable

    with monkeypatch.context() as broken:
        broken.setattr(team.store.audit, "add", gone)
        assert change(desk).status_code == 503
    assert team.enter(team.caller(), sam).status_code == 303


def test_account_without_a_password_has_no_such_page(team: Team, sam: Staff, desk: FlaskClient) -> None:
    assert f'href="{PAGE}"' in desk.get("/staff/account").text
    team.store.change(sam.id, lambda kept: replace(kept, password="", subject="theirs"))
    assert desk.get(PAGE).status_code == 404
    assert change(desk).status_code == 404
    assert f'href="{PAGE}"' not in desk.get("/staff/account").text


def _kept(team: Team, person: Staff) -> Staff:
    kept = team.store.get(person.id)
    assert kept
    return kept
