"""Sign-in through the agency's identity provider: only invited staff, and only with a second factor."""

from __future__ import annotations

import logging
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask

from bot.staff.accounts import Role
from bot.staff.audit import Verb
from bot.staff.credentials import code_at
from bot.staff.recovery import hash_codes, new_codes
from bot.store.connection import RedisServer
from bot.web.staff.permissions import ANYONE, roles_of
from tests.support.agency import Agency, is_out, refused
from tests.support.app import NOON
from tests.support.identity_provider import SECRET
from tests.support.signed_texts import PUBLIC, varied
from tests.support.staff import open_link, post
from tests.web.test_staff_people import secret_on

# Signing in


def test_invited_staff_join_and_sign_in_through_the_provider(agency: Agency) -> None:
    person, token = agency.invited()
    client = agency.team.caller()
    assert "Sign in with Oak &lt;b&gt;ID&lt;/b&gt;" in open_link(client, token).text
    assert agency.join(client, token).headers["Location"] == "/staff"
    assert "Ana" in client.get("/staff/account").text
    assert open_link(client, token).status_code == 410, "the link is used up"
    kept = agency.team.store.get(person.id)
    assert kept and kept.joined
    assert (kept.password, kept.secret) == ("", "")

    again = agency.team.caller()
    answer = agency.sign_in(again, next="/staff/account")
    assert answer.headers["Location"] == "/staff/account"
    assert "Ana" in again.get("/staff/account").text
    noted = [(link.entry.what, link.entry.who) for _, link in agency.team.store.audit.page(0, 9) if link]
    assert noted == [(Verb.SIGNED_IN, person.id), (Verb.JOINED, person.id)]


def test_provider_is_asked_for_identity_only(agency: Agency) -> None:
    asked = parse_qs(urlsplit(agency.go(agency.team.caller())).query)
    assert asked["scope"] == ["openid"]
    assert asked["response_type"] == ["code"]
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == [f"{PUBLIC}/staff/oidc/back"]
    assert len({*asked["state"], *asked["nonce"], *asked["code_challenge"]}) == 3
    assert min(len(asked[name][0]) for name in ("state", "nonce", "code_challenge")) >= 43


def test_sign_in_needs_an_invitation(agency: Agency) -> None:
    client = agency.team.caller()
    refused(agency.sign_in(client), 403, "You don&#39;t have an account here")
    assert is_out(client)
    assert agency.team.store.everybody() == []


def test_deactivated_account_cannot_sign_in_through_the_provider(agency: Agency) -> None:
    person = agency.linked()
    agency.team.store.change(person.id, lambda kept: replace(kept, active=False))
    client = agency.team.caller()
    refused(agency.sign_in(client), 403, "You don&#39;t have an account here")
    assert is_out(client)


def test_new_invitation_unlinks_the_provider_account(agency: Agency) -> None:
    person = agency.linked()
    _, token = agency.team.store.invite_again(person.id, agency.team.clock())
    refused(agency.sign_in(agency.team.caller()), 403, "You don&#39;t have an account here")
    agency.join(agency.team.caller(), token)
    assert agency.sign_in(agency.team.caller()).status_code == 303


def test_provider_account_links_to_one_staff_account(agency: Agency) -> None:
    agency.linked()
    other, token = agency.invited()
    client = agency.team.caller()
    refused(agency.join(client, token), 403, "That&#39;s a different account")
    kept = agency.team.store.get(other.id)
    assert kept and not kept.joined


def test_invalid_invitation_is_refused(agency: Agency) -> None:
    person, token = agency.invited()
    client = agency.team.caller()
    address = agency.go(client, "/staff/oidc/join", "/staff/join", invitation=token)
    agency.team.store.invite_again(person.id, agency.team.clock())
    assert agency.come_back(client, address).status_code == 410
    assert post(client, "/staff/oidc/join", invitation=token).status_code == 410
    kept = agency.team.store.get(person.id)
    assert kept and not kept.joined


def test_provider_account_has_no_password(agency: Agency) -> None:
    person = agency.linked()
    for password in ("", "x" * 12):
        assert agency.team.enter(agency.team.caller(), person, password=password, code="000000").status_code == 422


# The second factor


@pytest.mark.parametrize("claims", [
    {"amr": ["pwd"]}, {"amr": []}, {"amr": None}, {"amr": "mfa"}, {"acr": "0", "amr": ["pwd", "rba"]},
])  # fmt: skip
def test_sign_in_fails_without_any_second_factor(agency: Agency, claims: dict[str, object]) -> None:
    agency.linked()
    agency.provider.claims = claims
    client = agency.team.caller()
    answer = agency.sign_in(client)
    assert answer.status_code == 403
    assert is_out(client)


@pytest.mark.parametrize("claims", [
    {"amr": ["mfa"]}, {"amr": ["pwd", "otp"]}, {"amr": ["hwk"]}, {"amr": None, "acr": "https://refeds.org/profile/mfa"},
])  # fmt: skip
def test_providers_second_factor_is_enough(agency: Agency, claims: dict[str, object]) -> None:
    agency.linked()
    agency.provider.claims = claims
    assert agency.sign_in(agency.team.caller()).status_code == 303


def test_missing_provider_factor_requires_our_own_code(agency: Agency) -> None:
    agency.provider.claims = {"amr": ["pwd"]}
    person, token = agency.invited()
    client = agency.team.caller()
    assert agency.join(client, token).headers["Location"] == "/staff/join/code"
    assert is_out(client)
    kept = agency.team.store.get(person.id)
    assert kept and not kept.joined, "nothing counts until the code is right"
    secret = secret_on(client)
    assert post(client, "/staff/join/code", "/staff/join", code=code_at(secret, agency.team.clock())).status_code == 303
    assert not is_out(client)

    client = agency.team.caller()
    assert agency.sign_in(client, next="/staff/account").headers["Location"] == "/staff/oidc/code"
    assert is_out(client)
    assert post(client, "/staff/oidc/code", "/staff/oidc/code", code="000000").status_code == 422
    good = post(client, "/staff/oidc/code", "/staff/oidc/code", code=agency.team.code(person))
    assert good.headers["Location"] == "/staff/account"
    assert not is_out(client)
    assert client.get("/staff/oidc/code").status_code == 410


def test_recovery_code_takes_the_place_of_our_own_code(agency: Agency) -> None:
    agency.provider.claims = {"amr": ["pwd"]}
    person, token = agency.invited()
    client = agency.team.caller()
    agency.join(client, token)
    post(client, "/staff/join/code", "/staff/join", code=code_at(secret_on(client), agency.team.clock()))
    codes = new_codes()
    agency.team.store.change(person.id, lambda kept: replace(kept, recovery=hash_codes(kept.id, codes)))
    client = agency.team.caller()
    agency.sign_in(client)
    assert 'name="recovery"' in client.get("/staff/oidc/code?recovery=1").text
    answer = post(client, "/staff/oidc/code", "/staff/oidc/code", code=codes[0], recovery="1")
    assert "9 are left" in client.get(answer.headers["Location"]).text
    client = agency.team.caller()
    agency.sign_in(client)
    assert post(client, "/staff/oidc/code", "/staff/oidc/code", code=codes[0]).status_code == 422


def test_code_prompt_is_bound_to_the_browser_and_expires(agency: Agency) -> None:
    agency.provider.claims = {"amr": ["pwd"]}
    person, token = agency.invited()
    client = agency.team.caller()
    agency.join(client, token)
    post(client, "/staff/join/code", "/staff/join", code=code_at(secret_on(client), agency.team.clock()))
    client = agency.team.caller()
    agency.sign_in(client)
    assert agency.team.caller().get("/staff/oidc/code").status_code == 410
    agency.team.store.change(person.id, lambda kept: replace(kept, epoch=kept.epoch + 1))
    assert client.get("/staff/oidc/code").status_code == 410


def test_providers_word_is_enough_when_configured(agency: Agency) -> None:
    app = agency.app(require_mfa=False)
    agency.provider.claims = {"amr": None}
    _, token = agency.invited()
    assert agency.join(app.test_client(), token).headers["Location"] == "/staff"
    assert agency.sign_in(app.test_client()).headers["Location"] == "/staff"


def test_sensitive_page_sends_to_the_provider_again(agency: Agency) -> None:
    agency.linked("lead")
    client = agency.team.caller()
    agency.sign_in(client)
    assert client.get("/staff/people/new").status_code == 200
    agency.team.clock.now += 301
    assert client.get("/staff/people/new").headers["Location"] == "/staff/code?next=/staff/people/new"
    page = client.get("/staff/code?next=/staff/people/new").text
    assert "This lasts for five minutes" in page and 'name="code"' not in page
    address = agency.go(client, "/staff/oidc/again", "/staff/code", next="/staff/people/new")
    assert parse_qs(urlsplit(address).query)["max_age"] == ["1"]
    assert agency.come_back(client, address).headers["Location"] == "/staff/people/new"
    assert client.get("/staff/people/new").status_code == 200


@pytest.mark.parametrize("wrong", [
    {"auth_time": NOON - 3600}, {"auth_time": None}, {"sub": "somebody else"}, {"amr": ["pwd"]}, {"auth_time": True},
])  # fmt: skip
def test_fresh_proof_must_be_recent_and_of_the_same_person(agency: Agency, wrong: dict[str, object]) -> None:
    agency.linked("lead")
    client = agency.team.caller()
    agency.sign_in(client)
    agency.team.clock.now += 301
    address = agency.go(client, "/staff/oidc/again", "/staff/code")
    agency.provider.claims |= wrong
    assert agency.come_back(client, address).status_code == 403
    assert client.get("/staff/people/new").status_code == 303


def test_old_proof_signs_in_but_is_not_recent(agency: Agency) -> None:
    agency.linked("lead")
    agency.provider.claims["auth_time"] = agency.team.clock() - 3600
    client = agency.team.caller()
    assert agency.sign_in(client).status_code == 303
    assert client.get("/staff/people").status_code == 200
    assert client.get("/staff/people/new").headers["Location"].startswith("/staff/code")


# What is stored and logged


def test_tokens_and_identities_are_neither_logged_nor_stored(
    agency: Agency, server: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    agency.linked()
    client = agency.team.caller()
    address = agency.go(client)
    way = agency.way_back(address)
    client.get(way)
    agency.provider.claims = {"nonce": "another"}
    agency.sign_in(agency.team.caller())
    stored = b"".join(key + server.call("DUMP", key) for key in server.call("KEYS", "{staff}:*"))
    there, returned = (parse_qs(urlsplit(found).query) for found in (address, way))
    secret = [*agency.provider.tokens, there["state"][0], there["nonce"][0], returned["code"][0], SECRET, "ana@agency"]
    # the test client itself logs the URL it requests; what counts is what the product logs
    logged = "\n".join(record.getMessage() for record in caplog.records if record.name != "urllib3.connectionpool")
    asked = [record.getMessage() for record in caplog.records if "/authorize" not in record.getMessage()]
    for value in (*secret, agency.provider.subject):
        assert value not in logged
        assert not any(value in line for line in asked)
        assert value.encode() not in stored
        assert value not in repr(agency.team.store.everybody())


def test_pages_post_forms_to_our_own_host_only(agency: Agency) -> None:
    client = agency.team.caller()
    for answer in (client.get("/staff/login"), post(client, "/staff/oidc"), client.get("/staff/oidc/back")):
        assert "form-action 'self';" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cache-Control"] == "no-store"


def test_routes_are_absent_without_a_provider(app: Flask) -> None:
    client = varied(app, oidc=None).test_client()
    assert "staff/oidc" not in client.get("/staff/login").text
    assert client.get("/staff/oidc/back").status_code == 404


def test_routes_declare_their_access(with_provider: Flask) -> None:
    doors = {
        name: roles_of(view) for name, view in with_provider.view_functions.items() if name.startswith("staff_oidc.")
    }
    assert {name for name, roles in doors.items() if roles == ANYONE} == {
        "staff_oidc.enter", "staff_oidc.join", "staff_oidc.back", "staff_oidc.code", "staff_oidc.take_code",
    }  # fmt: skip
    assert doors["staff_oidc.again"] == frozenset(Role)
