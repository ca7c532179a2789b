"""REDIS_URL with several hosts: its parts reach the client library, and keys of a cluster stand under its tag."""

from __future__ import annotations

import pytest
from redis.connection import Connection, SSLConnection
from redis.exceptions import NoScriptError
from redis.sentinel import SentinelManagedConnection, SentinelManagedSSLConnection

from bot.store.cluster import ClusterServer
from bot.store.cluster_keys import ClusterKeys, UnknownCommand
from bot.store.connection import RedisServer, Script
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


@pytest.mark.parametrize(("path", "tag"), [("", "{warmline}"), ("/", "{warmline}"), ("/our-line", "{our-line}")])
def test_cluster_has_a_tag(path: str, tag: str) -> None:
    server = open_server(f"redis+cluster://ana:pw@one,two:5{path}")
    assert isinstance(server, ClusterServer)
    assert (server._hosts, server._keys.prefix) == ([("one", 6379), ("two", 5)], tag)
    connection = server._pool.make_connection()
    assert isinstance(connection, Connection)
    assert (connection.username, connection.password) == ("ana", "pw")


def test_tls_reaches_a_cluster() -> None:
    connection = open_server("rediss+cluster://one?ssl_ca_certs=/ca.pem")._pool.make_connection()
    assert isinstance(connection, SSLConnection)
    assert connection.ca_certs == "/ca.pem"


def test_other_addresses_are_one_server() -> None:
    for url in ("redis://a/0", "rediss://a/0", "unix:///a.sock", "redis://:+cluster@a/0"):
        assert type(open_server(url)) is RedisServer


Command = tuple[bytes | str | int, ...]


@pytest.mark.parametrize(
    ("command", "placed"),
    [
        (("GET", "a"), ("GET", "{t}a")),
        (("MGET", "a", "{b}:s"), ("MGET", "{t}a", "{t}{b}:s")),
        (("SET", b"\xff", "v", "EX", 5), ("SET", b"{t}\xff", "v", "EX", 5)),
        (("DEL", "a", b"{t}b"), ("DEL", "{t}a", b"{t}b")),
        (("TIME",), ("TIME",)),
        (("SCAN", "0", "COUNT", 5), ("SCAN", "0", "MATCH", "{t}*", "COUNT", 5)),
        (("SCAN", "0", "MATCH", "x*", "COUNT", 5), ("SCAN", "0", "MATCH", "{t}x*", "COUNT", 5)),
        (("RESTORE", b"a", 0, b"v"), ("RESTORE", b"{t}a", 0, b"v")),
    ],
)
def test_keys_of_a_command_stand_under_the_tag(command: Command, placed: Command) -> None:
    assert ClusterKeys("t").place(command) == placed


def test_command_whose_keys_nobody_knows_is_refused() -> None:
    with pytest.raises(UnknownCommand):
        ClusterKeys("t").place(("RENAME", "a", "b"))


def test_script_gets_a_name_of_its_own_and_a_key_that_never_exists() -> None:
    keys, script = ClusterKeys("t"), Script("return 1")
    with pytest.raises(NoScriptError):
        keys.place(("EVALSHA", script.name, 1, "a", "x"))
    assert keys.place(("EVAL", script.source, 1, "a", "x"))[2:] == (2, "{t}a", "{t}never", "x")
    named = keys.place(("EVALSHA", script.name, 1, "a", "x"))
    assert named[1] != script.name
    assert named[2:] == (2, "{t}a", "{t}never", "x")


def test_text_of_a_server_shows_no_password() -> None:
    server = open_server("redis+sentinel://:hidden1@one,two/main?sentinel_password=hidden2")
    assert isinstance(server, SentinelServer)
    shown = f"{server!r} {server._pool!r} {server._watch!r} {server._pool.make_connection()!r}"
    assert "hidden" not in shown
