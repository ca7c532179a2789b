"""A colleague's own passkeys: added with the password, listed, removed; and removed by a lead."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.staff.accounts import Staff
from bot.staff.audit import Verb
from tests.support.authenticator import Device
from tests.support.passkeys import PAGE, added, ask, is_inside, kept, sign_in
from tests.support.signed_texts import varied
from tests.support.staff import PASSWORD, Team, post
from tests.web.test_recovery_codes import noted

MINUTE = 60


@pytest.fixture(scope="module")
def served(app: Flask) -> Flask:
    return varied(app, demo=False)


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
