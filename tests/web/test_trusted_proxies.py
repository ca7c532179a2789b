"""Trusted proxies: a stranger's failed sign-ins behind the proxy keep no colleague out. Nobody forges an address."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.staff.credentials import code_at
from bot.store.connection import RedisServer
from bot.web.staff import login
from tests.support.signed_texts import runtime_of, texting, varied
from tests.support.staff import Team, mark

PROXY, STRANGER, COLLEAGUE = "127.0.0.1", "203.0.113.66", "198.51.100.7"
TRIES = 25
DEPLOY = Path(__file__).parents[2] / "deploy"


def behind(app: Flask, proxies: int) -> Team:
    """Return the team of an app that trusts so many proxies."""
    trusting = varied(app, demo=False, trusted_proxies=proxies)
    return Team(trusting, runtime_of(trusting).store.staff)


def through(team: Team, *told: str) -> FlaskClient:
    """Return a browser behind the proxy, which passes on this X-Forwarded-For."""
    client = team.caller(PROXY)
    client.environ_base["HTTP_X_FORWARDED_FOR"] = ", ".join(told)
    return client


def fail(client: FlaskClient, tries: int = TRIES) -> list[int]:
    """Try to sign in under one name after the other, and return the statuses."""
    form = {"mark": mark(client), "password": "wrong password", "code": "123456"}
    return [client.post("/staff/login", data={**form, "name": f"name{at}"}).status_code for at in range(tries)]


def enter(team: Team, client: FlaskClient) -> int:
    """Sign a colleague in at this very second: a limit lasts a minute at most."""
    person = team.person()
    return team.enter(client, person, code=code_at(person.secret, team.clock())).status_code


@pytest.fixture
def team(app: Flask, server: RedisServer) -> Team:
    """Return a team behind one proxy."""
    return behind(app, 1)


def test_strangers_failures_keep_no_colleague_out(team: Team) -> None:
    assert fail(through(team, STRANGER))[-1] == 429
    assert enter(team, through(team, COLLEAGUE)) == 303


def test_without_the_setting_all_share_the_limit_and_the_log_says_so(
    app: Flask, server: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    team = behind(app, 0)
    login.warn_of_proxy.cache_clear()
    assert fail(through(team, STRANGER))[-1] == 429
    assert enter(team, through(team, COLLEAGUE)) == 429
    assert caplog.text.count("TRUSTED_PROXIES is 0") == 1
    assert STRANGER not in caplog.text + COLLEAGUE


def test_stranger_gains_nothing_by_forged_addresses(team: Team) -> None:
    """What the client wrote stands before what the proxy adds."""
    clients = [through(team, f"192.0.2.{at}", STRANGER) for at in range(TRIES)]
    assert [fail(client, 1)[0] for client in clients][-1] == 429


def test_stranger_cannot_lock_out_an_address_by_naming_it(team: Team) -> None:
    fail(through(team, COLLEAGUE, STRANGER))
    assert enter(team, through(team, COLLEAGUE)) == 303


def test_two_proxies_are_believed_only_when_both_are_named(app: Flask, server: RedisServer) -> None:
    team = behind(app, 2)
    assert fail(through(team, "192.0.2.1", STRANGER, "10.0.0.1"))[-1] == 429
    assert fail(through(team, "192.0.2.2", STRANGER, "10.0.0.1"), 1) == [429]
    assert enter(team, through(team, COLLEAGUE, "10.0.0.1")) == 303


def test_request_past_the_proxy_counts_under_its_own_address(team: Team) -> None:
    direct = team.caller(STRANGER)
    assert fail(direct)[-1] == 429
    assert enter(team, through(team, COLLEAGUE)) == 303


@pytest.mark.parametrize(
    ("told", "address"),
    [
        ("203.0.113.9", "203.0.113.9"), ("203.0.113.9:51234", "203.0.113.9"),
        ("[2001:db8:1:2::5]:443", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::5", "2001:db8:1:2::/64"), ("[2001:db8:1:2::5]", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.9", "203.0.113.9"), ("unknown", ""), ("_hidden", ""), ("' OR 1=1", ""), ("", PROXY),
    ],
)  # fmt: skip
def test_address_is_read_as_proxies_write_it(team: Team, told: str, address: str) -> None:
    found = []

    def look() -> str:
        found.append(login._address())
        return "ok"

    team.app.view_functions["health.alive"] = look
    through(team, told).get("/healthz")
    assert found == [address]


def test_only_the_address_is_taken_from_a_proxy(team: Team) -> None:
    """Host and scheme could be forged by the client: signatures and links go by PUBLIC_URL."""
    settings = runtime_of(team.app).settings
    client = through(team, STRANGER)
    client.environ_base |= {"HTTP_X_FORWARDED_HOST": "evil.example", "HTTP_X_FORWARDED_PROTO": "http"}
    client.environ_base |= {"HTTP_X_FORWARDED_PREFIX": "/evil", "HTTP_X_FORWARDED_PORT": "81"}
    assert texting(client, settings)("hey").status_code == 200
    answer = client.get("/staff/account")
    assert answer.status_code == 303
    assert "evil" not in answer.headers["Location"]


@pytest.mark.parametrize("file", ["nginx.conf", "Caddyfile"])
def test_examples_of_a_proxy_name_the_setting(file: str) -> None:
    assert "TRUSTED_PROXIES=1" in (DEPLOY / file).read_text(encoding="utf-8")
