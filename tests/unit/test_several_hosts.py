"""REDIS_URL that names sentinels: its parts reach the client library, and none of its secrets an error."""

from __future__ import annotations

import pytest
from redis.sentinel import SentinelManagedConnection, SentinelManagedSSLConnection

from bot.store.sentinel import SENTINEL_PORT, SentinelServer
from bot.store.servers import open_server
from bot.store.several_hosts import read_several


@pytest.mark.parametrize(
    ("url", "hosts", "path"),
    [
        ("redis+sentinel://a:1,b:2/main", [("a", 1), ("b", 2)], ["main"]),
        ("redis+sentinel://a,b,c/main/3", [("a", 7), ("b", 7), ("c", 7)], ["main", "3"]),
        ("redis+sentinel://u:p%40@[::1]:5,10.0.0.1/main/?client_name=x", [("::1", 5), ("10.0.0.1", 7)], ["main"]),
    ],
)
def test_hosts_and_path(url: str, hosts: list[tuple[str, int]], path: list[str]) -> None:
    found = read_several(url, 7)
    assert (found.hosts, found.path) == (hosts, path)


def test_plain_options_reach_servers_and_sentinels() -> None:
    server = open_server(
        "redis+sentinel://ana:p%40ss@one,two:5/main/2?sentinel_username=eye&sentinel_password=s%2Fcret"
    )
    assert isinstance(server, SentinelServer)
    connection = server._pool.make_connection()
    assert type(connection) is SentinelManagedConnection
    assert (connection.username, connection.password, connection.db) == ("ana", "p@ss", 2)
    asked = [one.connection_pool.connection_kwargs for one in server._watch.sentinels]
    assert [(each["host"], each["port"]) for each in asked] == [("one", SENTINEL_PORT), ("two", 5)]
    assert {(each["username"], each["password"], each.get("db")) for each in asked} == {("eye", "s/cret", 0)}


def test_tls_reaches_servers_and_sentinels() -> None:
    server = open_server("rediss+sentinel://one/main?ssl_ca_certs=/ca.pem&ssl_cert_reqs=none&ssl_check_hostname=false")
    assert isinstance(server, SentinelServer)
    connection = server._pool.make_connection()
    assert type(connection) is SentinelManagedSSLConnection
    (sentinel,) = server._watch.sentinels
    for one in (connection, sentinel.connection_pool.make_connection()):
        assert (one.ca_certs, one.check_hostname) == ("/ca.pem", False)


def test_other_addresses_are_one_server() -> None:
    for url in ("redis://a/0", "rediss://a/0", "unix:///a.sock"):
        assert not isinstance(open_server(url), SentinelServer)


def test_text_of_a_server_shows_no_password() -> None:
    server = open_server("redis+sentinel://:hidden1@one,two/main?sentinel_password=hidden2")
    assert isinstance(server, SentinelServer)
    shown = f"{server!r} {server._pool!r} {server._watch!r} {server._pool.make_connection()!r}"
    assert "hidden" not in shown
