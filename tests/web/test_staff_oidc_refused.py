"""Untrusted answers from an identity provider: each is refused with a calm page, and nobody is signed in."""

from __future__ import annotations

from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from joserfc.jwk import RSAKey

from bot.store.connection import RedisServer
from tests.support.agency import Agency, is_out, refused
from tests.support.app import NOON
from tests.support.identity_provider import CLIENT, KEY, SECRET, STRANGE_KEY
from tests.support.staff import Team, post

DEAD = "http://127.0.0.1:9"


FORGED = {
    "expired": {"exp": NOON - 3600, "iat": NOON - 7200}, "for another service": {"aud": "another"},
    "for two, and not by us": {"aud": [CLIENT, "another"], "azp": "another"},
    "by another issuer": {"iss": "https://evil.example"}, "of another sign-in": {"nonce": "another"},
    "of no sign-in": {"nonce": None}, "for nobody": {"sub": ""}, "for no string": {"sub": 7},
    "without an end": {"exp": None},
    "without a subject": {"sub": None}, "of the future": {"iat": NOON + 10**8},
    "with a wrong hash": {"at_hash": "x" * 22},
}  # fmt: skip


@pytest.mark.parametrize("claims", FORGED.values(), ids=FORGED.keys())
def test_token_for_another_sign_in_is_refused(agency: Agency, claims: dict[str, object]) -> None:
    agency.linked()
    agency.provider.claims |= claims
    client = agency.team.caller()
    refused(agency.sign_in(client), 403, "Sign-in failed")
    assert is_out(client)


@pytest.mark.parametrize(("alg", "key"), [
    ("none", KEY), ("RS256", STRANGE_KEY), ("HS256", SECRET.encode()),
    ("HS256", KEY.as_pem(private=False)),
], ids=["by nobody", "by another key", "by our secret", "by the public key as a secret"])  # fmt: skip
def test_token_without_the_providers_signature_is_refused(agency: Agency, alg: str, key: RSAKey | bytes) -> None:
    agency.linked()
    agency.provider.alg, agency.provider.key = alg, key
    client = agency.team.caller()
    refused(agency.sign_in(client), 403, "Sign-in failed")
    assert len(agency.provider.tokens) == 2, "it was handed over, and not believed"
    assert is_out(client)


def test_callback_works_once(agency: Agency) -> None:
    agency.linked()
    client = agency.team.caller()
    way = agency.way_back(agency.go(client))
    assert client.get(way).status_code == 303
    post(client, "/staff/logout", "/staff/account")
    refused(client.get(way), 410, "Your sign-in expired")
    assert is_out(client)


def test_failed_callback_cannot_be_retried(agency: Agency) -> None:
    agency.linked()
    client = agency.team.caller()
    way = agency.way_back(agency.go(client))
    agency.provider.claims["nonce"] = "another"
    refused(client.get(way), 403, "Sign-in failed")
    asked = len(agency.provider.seen)
    refused(client.get(way), 410, "Your sign-in expired")
    assert len(agency.provider.seen) == asked


def test_used_code_is_worthless_in_another_sign_in(agency: Agency) -> None:
    agency.linked()
    client = agency.team.caller()
    way = agency.way_back(agency.go(client))
    client.get(way)
    used = parse_qs(urlsplit(way).query)["code"][0]
    thief = agency.team.caller()
    state = parse_qs(urlsplit(agency.go(thief)).query)["state"][0]
    query = urlencode({"code": used, "state": state, "iss": agency.provider.issuer})
    refused(thief.get(f"/staff/oidc/back?{query}"), 403, "Sign-in failed")


def test_stolen_code_is_worthless_in_another_browser(agency: Agency) -> None:
    """Neither with its own state, bound to the browser, nor with the thief's (PKCE and the nonce)."""
    agency.linked()
    theirs, thief = agency.team.caller(), agency.team.caller()
    way = agency.way_back(agency.go(theirs))
    refused(thief.get(way), 410, "Your sign-in expired")
    stolen = parse_qs(urlsplit(way).query)["code"][0]
    state = parse_qs(urlsplit(agency.go(thief)).query)["state"][0]
    query = urlencode({"code": stolen, "state": state, "iss": agency.provider.issuer})
    refused(thief.get(f"/staff/oidc/back?{query}"), 403, "Sign-in failed")
    assert is_out(thief)


def test_callback_link_cannot_sign_in_another_person(agency: Agency) -> None:
    """Login CSRF: the attacker's own redirect, opened in a colleague's browser."""
    agency.linked()
    way = agency.way_back(agency.go(agency.team.caller()))
    victim = agency.team.caller()
    victim.get("/staff/login")
    refused(victim.get(way), 410, "Your sign-in expired")
    assert is_out(victim)


def test_sign_in_must_start_from_our_form(agency: Agency) -> None:
    _, token = agency.invited()
    for path in ("/staff/oidc", "/staff/oidc/join"):
        client = agency.team.caller()
        client.get("/staff/login")
        assert client.post(path, data={"invitation": token}).status_code == 403
        assert client.get(path).status_code in (404, 405)
    assert agency.provider.seen == []


@pytest.mark.parametrize("iss", ["https://evil.example", ""])
def test_other_issuer_is_refused_before_the_code_is_sent(agency: Agency, iss: str) -> None:
    agency.linked()
    agency.provider.answer = {"iss": iss}
    asked = agency.provider.seen.count("/token")
    refused(agency.sign_in(agency.team.caller()), 403, "Sign-in failed")
    assert agency.provider.seen.count("/token") == asked


@pytest.mark.parametrize("answer", [{"code": ""}, {"code": "", "error": "access_denied"}, {"error": "x" * 9000}])
def test_provider_refusal_is_shown_calmly(agency: Agency, answer: dict[str, str]) -> None:
    agency.provider.answer = answer
    refused(agency.sign_in(agency.team.caller()), 403, "Sign-in failed")


@pytest.mark.parametrize("query", ["", "?state=code", "?state=x&code=y", "?state=%00", "?state=%ff&code=%ff"])
def test_unknown_callback_is_refused_calmly(agency: Agency, query: str) -> None:
    refused(agency.team.caller().get(f"/staff/oidc/back{query}"), 410, "Your sign-in expired")


def test_callback_expires_after_ten_minutes(agency: Agency, server: RedisServer) -> None:
    agency.go(agency.team.caller())
    (key,) = server.call("KEYS", "{staff}:errand:*")
    assert 500 < server.call("TTL", key) <= 600


def test_planted_session_id_is_replaced_after_sign_in(agency: Agency) -> None:
    agency.linked()
    client = agency.team.caller()
    client.get("/staff/login")
    planted = client.get_cookie("__Host-staff")
    agency.sign_in(client)
    assert planted
    thief = agency.team.caller()
    thief.set_cookie("__Host-staff", planted.value, secure=True)
    assert is_out(thief)


@pytest.mark.parametrize("wanted", ["https://evil.example/staff", "//evil.example", "/\\evil.example", "/try"])
def test_sign_in_redirects_to_no_other_site(agency: Agency, wanted: str) -> None:
    agency.linked()
    assert agency.sign_in(agency.team.caller(), next=wanted).headers["Location"] == "/staff"


@pytest.mark.parametrize("name", ["authorization_endpoint", "token_endpoint", "jwks_uri", "issuer"])
@pytest.mark.parametrize("place", [DEAD, "http://evil.example@127.0.0.1", "file:///etc/passwd", "http://[", None, 7])
def test_only_the_issuers_host_is_contacted(agency: Agency, name: str, place: object) -> None:
    client = agency.team.caller()
    address = agency.go(client)
    way = agency.way_back(address)
    agency.provider.about = {name: place}
    answer = post(client, "/staff/oidc") if name in ("authorization_endpoint", "issuer") else client.get(way)
    refused(answer, 503, "We can&#39;t reach your sign-in service")


def test_configured_hosts_are_contacted_as_well(agency: Agency) -> None:
    other = agency.provider.issuer.replace("127.0.0.1", "localhost")
    agency.provider.about = {"token_endpoint": f"{other}/token"}
    agency_app = agency.app(hosts=(urlsplit(other).netloc,))
    _, token = agency.invited()
    assert agency.join(agency_app.test_client(), token).status_code == 303


def test_dead_provider_leaves_password_sign_in_working(agency: Agency) -> None:
    app = agency.app(issuer=DEAD)
    team = Team(app, agency.team.store, agency.team.clock)
    person, client = team.person(), team.caller()
    assert "Sign in with" in client.get("/staff/login").text
    refused(post(client, "/staff/oidc"), 503, "We can&#39;t reach your sign-in service")
    assert team.enter(client, person).status_code == 303


def test_repeated_starts_are_slowed(agency: Agency) -> None:
    client = agency.team.caller()
    answers = [post(client, "/staff/oidc").status_code for _ in range(23)]
    assert answers[:21] == [200] * 21
    assert answers[21:] == [429] * 2
