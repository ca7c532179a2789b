"""Passkeys at the doors: they sign in, unlock and prove again, and whatever is not right opens nothing."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.errors import StoreUnavailable
from bot.staff.accounts import Staff
from bot.staff.audit import Entry, Verb
from bot.store.connection import RedisServer
from tests.support.authenticator import PRESENT, Device
from tests.support.passkeys import AGAIN, PAGE, SIGN_IN, added, again, ask, is_inside, kept, sign_in
from tests.support.signed_texts import varied
from tests.support.staff import PASSWORD, Team, mark, post
from tests.web.test_recovery_codes import noted

MINUTE, HOUR = 60, 3600


@pytest.fixture(scope="module")
def served(app: Flask) -> Flask:
    return varied(app, demo=False)


def test_passkey_signs_in_without_name_password_or_code(team: Team, sam: Staff, device: Device) -> None:
    client = team.caller()
    team.clock.now += HOUR
    answer = sign_in(client, device, "/staff/alerts")
    assert (answer.status_code, answer.json) == (200, {"go": "/staff/alerts"})
    assert is_inside(client)
    assert noted(team)[-1] == (Verb.SIGNED_IN, sam.id, "with a passkey")
    now = kept(team, sam)
    assert (now.passkeys[0].used_at, now.last_sign_in_at) == (team.clock(), team.clock())
    assert sign_in(team.caller(), device, "https://evil.example").json == {"go": "/staff"}
    assert client.get(PAGE).status_code == 200, "it counts as the recent check"


def test_sign_in_gives_the_browser_a_new_id(team: Team, device: Device) -> None:
    client = team.caller()
    before = mark(client)
    sign_in(client, device)
    assert mark(client, "/staff/account") != before


@pytest.mark.parametrize("change", [
    {"origin": "https://evil.example"}, {"origin": "https://help.example.org.evil.example"}, {"flags": PRESENT},
])  # fmt: skip
def test_wrong_origin_or_no_owner_at_the_device_is_refused(
    team: Team, device: Device, change: dict[str, object]
) -> None:
    vars(device).update(change)
    client = team.caller()
    answer = sign_in(client, device)
    assert (answer.status_code, answer.json) == (
        422,
        {"fault": "That passkey didn't match. Use your password and code."},
    )
    assert not is_inside(client)


def test_challenge_is_good_once_for_minutes_and_in_its_browser(team: Team, device: Device, server: RedisServer) -> None:
    client, other = team.caller(), team.caller()
    options = ask(client, SIGN_IN)
    answer = device.get(options)
    assert post(other, SIGN_IN, answer=answer).status_code == 422, "a browser that asked for none"
    ask(other, SIGN_IN)
    assert post(other, SIGN_IN, answer=answer).status_code == 422, "a browser with another one"
    places = [key for key in server.call("KEYS", "*") if b"challenge" in key]
    assert places and all(0 < server.call("TTL", place) <= 5 * MINUTE for place in places)
    assert post(client, SIGN_IN, answer=answer).status_code == 200
    replayed = team.caller()
    replayed.set_cookie("__Host-staff", client.get_cookie("__Host-staff").value, secure=True)  # type: ignore[union-attr]
    post(replayed, "/staff/logout", "/staff/account")
    for caller in (client, replayed):
        assert post(caller, SIGN_IN, answer=answer).status_code == 422
        assert post(caller, SIGN_IN, answer=device.get(options)).status_code == 422
        assert not is_inside(caller)


def test_challenge_of_one_purpose_serves_no_other(team: Team, desk: FlaskClient, device: Device) -> None:
    answer = device.get(ask(desk, AGAIN, "/staff/account"))
    assert post(desk, SIGN_IN, "/staff/account", answer=answer).status_code == 422


def test_passkey_of_another_colleague_opens_only_their_own(
    team: Team, sam: Staff, robin: Staff, lead: FlaskClient, device: Device
) -> None:
    theirs = added(lead)
    for changed in (robin.id.encode(), b"", b"nobodyxx", b"\xff"):
        client = team.caller()
        answer = post(client, SIGN_IN, answer=device.get(ask(client, SIGN_IN), userHandle=changed))
        assert answer.status_code == 422, "the account is the one that the passkey was made for"
        assert not is_inside(client)
    device.id = theirs.id  # the id of Robin's with Sam's key
    device.owner = robin.id
    assert sign_in(team.caller(), device).status_code == 422


def test_counter_that_went_back_is_refused_and_audited(team: Team, sam: Staff, device: Device) -> None:
    assert sign_in(team.caller(), device, used=8).status_code == 200
    for used in (8, 7, 0):
        client = team.caller()
        answer = sign_in(client, device, used=used)
        assert answer.status_code == 422 and "may have been copied" in answer.text
        assert not is_inside(client)
        assert noted(team)[-1] == (Verb.PASSKEY_REFUSED, sam.id, "its counter went back")
    assert kept(team, sam).passkeys[0].count == 8
    assert sign_in(team.caller(), device, used=9).status_code == 200


def test_strangers_cannot_have_a_copy_suspected(team: Team, sam: Staff, device: Device) -> None:
    assert sign_in(team.caller(), device, used=8).status_code == 200
    forged = Device(id=device.id, owner=sam.id)
    assert sign_in(team.caller(), forged, used=1).status_code == 422
    assert Verb.PASSKEY_REFUSED not in [what for what, _, _ in noted(team)]


def test_same_counter_in_two_browsers_at_once_opens_one(team: Team, sam: Staff, device: Device) -> None:
    clients = [team.caller(f"192.0.2.{at}") for at in range(1, 4)]
    forms = [{"mark": mark(one), "answer": device.get(ask(one, SIGN_IN), used=5)} for one in clients]
    with ThreadPoolExecutor(len(clients)) as pool:
        answers = pool.map(lambda pair: pair[0].post(SIGN_IN, data=pair[1]), zip(clients, forms, strict=True))
        assert sorted(answer.status_code for answer in answers) == [200, 422, 422]


def test_disabled_colleagues_passkey_does_nothing(team: Team, sam: Staff, lead: FlaskClient, device: Device) -> None:
    post(lead, f"/staff/people/{sam.id}/active", "/staff/account", active="0")
    before, client = kept(team, sam), team.caller()
    assert sign_in(client, device).status_code == 422
    assert not is_inside(client)
    assert kept(team, sam) == before
    post(lead, f"/staff/people/{sam.id}/active", "/staff/account", active="1")
    assert sign_in(client, device).status_code == 200


def test_new_invitation_ends_passkeys(team: Team, sam: Staff, lead: FlaskClient, device: Device) -> None:
    post(lead, f"/staff/people/{sam.id}/invitation", "/staff/account")
    assert kept(team, sam).passkeys == ()
    assert sign_in(team.caller(), device).status_code == 422


def test_passkey_outlives_a_new_password(team: Team, desk: FlaskClient, device: Device) -> None:
    new = "velvet crane onion dusk"
    post(desk, "/staff/account/password", "/staff/account", old=PASSWORD, password=new, again=new)
    assert sign_in(team.caller(), device).status_code == 200


def test_demo_colleague_signs_in_nowhere_else(team: Team, sam: Staff, device: Device) -> None:
    team.store.change(sam.id, lambda found: replace(found, demo=True))
    client = team.caller()
    assert sign_in(client, device).status_code == 422


def test_wrong_passkeys_slow_and_are_audited_once(team: Team, sam: Staff, device: Device) -> None:
    forged, client, waits = Device(id=device.id, owner=sam.id), team.caller(), []
    for _ in range(6):
        answer = sign_in(client, forged)
        while answer.status_code == 429:
            waits.append(int(answer.headers["Retry-After"]))
            team.clock.now += waits[-1]
            answer = sign_in(client, forged)
        assert answer.status_code == 422
    assert waits == [2, 4]
    assert [what for what, _, _ in noted(team)].count(Verb.SIGN_IN_SLOWED) == 1
    assert sign_in(client, device).status_code == 429
    team.clock.now += MINUTE
    assert sign_in(client, device).status_code == 200


def test_challenges_without_end_are_slowed(team: Team) -> None:
    client = team.caller()
    form = {"mark": mark(client)}
    told = [client.post(f"{SIGN_IN}/options", data=form).status_code for _ in range(62)]
    assert told == [200] * 61 + [429]
    assert team.caller("198.51.100.9").get("/staff/login").status_code == 200


def test_sign_in_that_cannot_be_audited_lets_no_one_in(
    team: Team, device: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_: Entry) -> None:
        raise StoreUnavailable

    monkeypatch.setattr(team.store.audit, "add", gone)
    client = team.caller()
    assert sign_in(client, device).status_code == 503
    assert not is_inside(client)


def test_absolute_limit_of_a_session_is_the_same(team: Team, sam: Staff, device: Device) -> None:
    client = team.caller()
    sign_in(client, device)
    for _ in range(10 * 6 - 1):
        team.clock.now += 10 * MINUTE
        assert is_inside(client)
    post(client, "/staff/lock", "/staff/account")
    assert again(client, device).status_code == 200
    assert is_inside(client)
    team.clock.now += 10 * MINUTE
    assert client.get("/staff/account").headers["Location"].startswith("/staff/login"), "unlocking adds nothing to it"


# Unlocking and proving again


def test_passkey_unlocks_the_same_session(team: Team, sam: Staff, desk: FlaskClient, device: Device) -> None:
    form = mark(desk, "/staff/account")
    assert "data-passkey" in desk.get(post(desk, "/staff/lock", "/staff/account").headers["Location"]).text
    answer = again(desk, device, next="/console")
    assert (answer.status_code, answer.json) == (200, {"go": "/console"})
    assert mark(desk, "/staff/account") == form, "the forms of open pages are still good"
    assert noted(team)[-2:] == [(Verb.LOCKED, sam.id, ""), (Verb.UNLOCKED, sam.id, "with a passkey")]


def test_lock_stays_for_others_passkeys(team: Team, desk: FlaskClient, lead: FlaskClient, device: Device) -> None:
    theirs = added(lead)
    post(desk, "/staff/lock", "/staff/account")
    assert [one["id"] for one in ask(desk, AGAIN, "/staff/locked")["allowCredentials"]] == [device.passkey_id]
    assert again(desk, theirs).status_code == 422
    theirs.owner = device.owner
    assert again(desk, theirs).status_code == 422
    assert desk.get("/staff/account").headers["Location"].startswith("/staff/locked")
    told = [again(desk, theirs).status_code for _ in range(5)]
    assert told == [422] * 4 + [429], "as for codes"


def test_lock_page_offers_no_passkey_to_who_has_none(desk: FlaskClient, team: Team) -> None:
    post(desk, "/staff/lock", "/staff/account")
    assert "data-passkey" not in desk.get("/staff/locked").text
    assert post(desk, f"{AGAIN}/options", "/staff/locked").status_code == 422
    assert post(desk, AGAIN, "/staff/locked", answer="{}").status_code == 422


def test_removed_access_ends_a_locked_session_for_the_passkey_too(
    team: Team, sam: Staff, desk: FlaskClient, lead: FlaskClient, device: Device
) -> None:
    post(desk, "/staff/lock", "/staff/account")
    form = {"mark": mark(desk, "/staff/locked"), "answer": device.get(ask(desk, AGAIN, "/staff/locked"))}
    post(lead, f"/staff/people/{sam.id}/active", "/staff/account", active="0")
    assert desk.post(AGAIN, data=form).headers["Location"].startswith("/staff/login")


def test_passkey_counts_as_the_recent_check(team: Team, desk: FlaskClient, device: Device) -> None:
    team.clock.now += 5 * MINUTE
    asked = desk.get(PAGE).headers["Location"]
    assert "Use a passkey" in desk.get(asked).text
    assert again(desk, device, "/staff/account", next=PAGE).json == {"go": PAGE}
    assert desk.get(PAGE).status_code == 200


def test_last_lead_who_lost_the_phone_gets_in_by_passkey_and_sets_up_a_new_app(
    team: Team, robin: Staff, lead: FlaskClient
) -> None:
    laptop, client = added(lead), team.caller()
    assert sign_in(client, laptop, "/staff/account/app").json == {"go": "/staff/account/app"}
    assert client.get("/staff/account/app").status_code == 200, "no code of the lost phone is asked for"
    assert post(client, "/staff/account/recovery", "/staff/account").status_code == 303


# What is kept and shown


def test_doors_need_the_token(team: Team, desk: FlaskClient, device: Device) -> None:
    client = team.caller()
    answer = device.get(ask(client, SIGN_IN))
    for form in ({}, {"mark": mark(team.caller())}):
        assert client.post(SIGN_IN, data={"answer": answer, **form}).status_code == 403
        assert client.post(f"{SIGN_IN}/options", data=form).status_code == 403
        assert desk.post(AGAIN, data=form).status_code == 403
        assert desk.post(PAGE, data=form).status_code == 403
    assert post(client, SIGN_IN, answer=answer).status_code == 200


def test_passkeys_are_neither_logged_nor_stored_in_plain(
    team: Team, sam: Staff, desk: FlaskClient, server: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    device, client = added(desk), team.caller()
    options = ask(client, SIGN_IN)
    sign_in(client, device)
    sign_in(client, Device("https://evil.example", owner=sam.id, id=device.id))
    (passkey,) = kept(team, sam).passkeys
    stored = b"".join(key + server.call("DUMP", key) for key in server.call("KEYS", "*"))
    trail = str([link for _, link in team.store.audit.page(0, 99)])
    for secret in (passkey.id, passkey.key, passkey.name, options["challenge"]):
        assert secret not in caplog.text and secret not in trail
        assert secret.encode() not in stored


def test_pages_offer_passkeys_where_the_public_address_allows(team: Team, sam: Staff) -> None:
    offered = 'data-passkey="get" data-origin="https://help.example.org" hidden'
    assert offered in team.caller().get("/staff/login").text
    by_port = Team(varied(team.app, public_url="https://help.example.org:8443/warm"), team.store, team.clock)
    assert 'data-origin="https://help.example.org:8443"' in by_port.caller().get("/staff/login").text
    device = added(by_port.inside(sam), Device("https://help.example.org:8443"))
    assert sign_in(by_port.caller(), device).status_code == 200
    by_number = Team(varied(team.app, public_url="https://192.0.2.80"), team.store, team.clock)
    client = by_number.inside(sam)
    assert "data-passkey" not in by_number.caller().get("/staff/login").text
    assert (client.get(PAGE).status_code, PAGE in client.get("/staff/account").text) == (404, False)
    assert post(by_number.caller(), f"{SIGN_IN}/options").status_code == 404
