"""Passkeys at every door: added and removed by their owner, removed by a lead; used to sign in, to unlock, to prove."""

from __future__ import annotations

import json
import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.errors import StoreUnavailable
from bot.staff.accounts import Staff
from bot.staff.audit import Entry, Verb
from bot.store.connection import RedisServer
from tests.support.authenticator import PRESENT, Device
from tests.support.signed_texts import varied
from tests.support.staff import PASSWORD, Team, mark, post
from tests.web.test_recovery_codes import noted

PAGE, SIGN_IN, AGAIN = "/staff/account/passkeys", "/staff/passkey", "/staff/passkey/again"
MINUTE, HOUR = 60, 3600


@pytest.fixture(scope="module")
def served(app: Flask) -> Flask:
    return varied(app, demo=False)


@pytest.fixture
def device(team: Team, sam: Staff, desk: FlaskClient) -> Device:
    """Return a device with a passkey of Sam's."""
    return added(desk)


def ask(client: FlaskClient, path: str, page: str = "/staff/login", **form: object) -> dict[str, Any]:
    answer = post(client, f"{path}/options", page, **form)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = json.loads(answer.text)
    return found


def added(client: FlaskClient, device: Device | None = None, name: str = "Work laptop") -> Device:
    device = device or Device()
    options = ask(client, PAGE, "/staff/account", name=name, password=PASSWORD)
    answer = post(client, PAGE, "/staff/account", answer=device.create(options))
    assert answer.json == {"go": f"{PAGE}?done=added"}, answer.text
    return device


def sign_in(client: FlaskClient, device: Device, target: str = "/staff", **how: Any) -> TestResponse:
    return post(client, SIGN_IN, answer=device.get(ask(client, SIGN_IN), **how), next=target)


def again(client: FlaskClient, device: Device, page: str = "/staff/locked", **form: object) -> TestResponse:
    return post(client, AGAIN, page, answer=device.get(ask(client, AGAIN, page)), **form)


def kept(team: Team, person: Staff) -> Staff:
    found = team.store.get(person.id)
    assert found
    return found


def is_inside(client: FlaskClient) -> bool:
    return client.get("/staff/account").status_code == 200


# One's own


def test_passkey_is_added_and_listed_with_its_times(team: Team, sam: Staff, desk: FlaskClient) -> None:
    device = added(desk, name="  Work   laptop ")
    (passkey,) = kept(team, sam).passkeys
    assert (passkey.id, passkey.name, passkey.added_at) == (device.passkey_id, "Work laptop", team.clock())
    assert (Verb.PASSKEY_ADDED, sam.id, "") in noted(team)
    page = desk.get(PAGE).text
    assert "Work laptop" in page and "Not used yet." in page
    assert sign_in(team.caller(), device).status_code == 200
    page = desk.get(PAGE).text
    assert "Last used" in page and "Work laptop" in desk.get("/staff/account").text
    added(desk, name="Phone")
    assert [one.name for one in kept(team, sam).passkeys] == ["Work laptop", "Phone"]
    assert is_inside(desk), "adding ends no session"


def test_adding_needs_the_password_a_name_and_a_recent_check(team: Team, sam: Staff, desk: FlaskClient) -> None:
    form = {"name": "Laptop", "password": PASSWORD}
    for wrong, told in (
        ({"password": "not the password"}, "not your current password"), ({"password": ""}, "not your current"),
        ({"name": ""}, "Enter a name"), ({"name": "x" * 41}, "Enter a name"),
    ):  # fmt: skip
        answer = post(desk, f"{PAGE}/options", "/staff/account", **(form | wrong))
        assert (answer.status_code, told in answer.text) == (422, True), answer.text
    team.clock.now += 5 * MINUTE
    assert desk.get(PAGE).headers["Location"] == f"/staff/code?next={PAGE}"
    for path in (f"{PAGE}/options", PAGE, f"{PAGE}/remove"):
        refused = post(desk, path, "/staff/account", next=PAGE, **form)
        assert refused.headers["Location"] == f"/staff/code?next={PAGE}"
    assert kept(team, sam).passkeys == ()


def test_guessing_the_password_while_adding_slows(team: Team, desk: FlaskClient) -> None:
    told = [
        post(desk, f"{PAGE}/options", "/staff/account", name="x", password=f"guess {at}").status_code for at in range(7)
    ]
    assert told == [422] * 6 + [429]


def test_only_an_answer_to_this_browsers_unused_challenge_adds(team: Team, sam: Staff, desk: FlaskClient) -> None:
    other, device = team.inside(sam), Device()
    answer = device.create(ask(other, PAGE, "/staff/account", name="x", password=PASSWORD))
    assert post(desk, PAGE, "/staff/account", answer=answer).status_code == 422
    strange = Device("https://evil.example")
    options = ask(desk, PAGE, "/staff/account", name="x", password=PASSWORD)
    assert post(desk, PAGE, "/staff/account", answer=strange.create(options)).status_code == 422
    assert post(desk, PAGE, "/staff/account", answer=device.create(options)).status_code == 422, "it is used up"
    assert kept(team, sam).passkeys == ()
    assert Verb.PASSKEY_ADDED not in [what for what, _, _ in noted(team)]
    assert post(other, PAGE, "/staff/account", answer=answer).status_code == 200
    options = ask(other, PAGE, "/staff/account", name="x", password=PASSWORD)
    assert post(other, PAGE, "/staff/account", answer=device.create(options)).status_code == 422, "it is there already"


def test_at_most_ten(team: Team, sam: Staff, desk: FlaskClient, device: Device) -> None:
    (one,) = kept(team, sam).passkeys
    many = tuple(replace(one, id=str(at)) for at in range(10))
    team.store.change(sam.id, lambda found: replace(found, passkeys=many))
    answer = post(desk, f"{PAGE}/options", "/staff/account", name="x", password=PASSWORD)
    assert (answer.status_code, answer.json) == (422, {"fault": "You have 10 passkeys. Remove one first."})
    assert 'data-passkey="create"' not in desk.get(PAGE).text


def test_removing_ends_its_use_and_other_sessions(team: Team, sam: Staff, desk: FlaskClient, device: Device) -> None:
    second, by_device = added(desk, name="Phone"), team.caller()
    assert sign_in(by_device, device).status_code == 200
    answer = post(desk, f"{PAGE}/remove", "/staff/account", passkey=device.passkey_id)
    assert answer.headers["Location"] == f"{PAGE}?done=removed"
    assert "signed you out everywhere else" in desk.get(f"{PAGE}?done=removed").text
    assert (is_inside(by_device), is_inside(desk)) == (False, True)
    assert sign_in(team.caller(), device).status_code == 422
    assert sign_in(team.caller(), second).status_code == 200
    assert (Verb.PASSKEY_REMOVED, sam.id, "") in noted(team)


def test_removing_one_that_is_gone_says_so(desk: FlaskClient, device: Device) -> None:
    answer = post(desk, f"{PAGE}/remove", "/staff/account", passkey="bm9uZQ")
    assert answer.status_code == 422 and "already removed" in answer.text


def test_lead_sees_how_many_and_removes_them_all(team: Team, sam: Staff, lead: FlaskClient, device: Device) -> None:
    client, page = team.caller(), f"/staff/people/{sam.id}"
    sign_in(client, device)
    text = lead.get(page).text
    assert "<dt>Passkeys</dt><dd>1</dd>" in text and "Remove the passkey" in text
    assert "Work laptop" not in text and device.passkey_id not in text
    assert post(lead, f"{page}/passkeys", "/staff/account").headers["Location"] == f"{page}?done=passkeys"
    assert "<dt>Passkeys</dt><dd>none</dd>" in lead.get(page).text
    assert not is_inside(client)
    assert sign_in(team.caller(), device).status_code == 422
    assert team.enter(team.caller(), sam).status_code == 303, "password and code still work"
    assert noted(team)[-2][::2] == (Verb.PASSKEY_REMOVED, "all 1")


def test_colleague_whom_the_provider_signs_in_has_no_passkeys(team: Team, sam: Staff, desk: FlaskClient) -> None:
    team.store.change(sam.id, lambda found: replace(found, password="", subject="theirs"))
    assert desk.get(PAGE).status_code == 404
    assert PAGE not in desk.get("/staff/account").text


# Signing in


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
