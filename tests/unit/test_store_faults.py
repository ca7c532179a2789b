"""Store failures: a store that cannot do its work says so in time, and never does half of it."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.casework.cases import Case, CaseCode
from bot.crypto import KeyRing, read_key
from bot.errors import StoreUnavailable
from bot.flows.names import State
from bot.flows.session import Session
from bot.store import Commit, Store, StoredReply
from bot.store.connection import DEADLINE_SECONDS, SILENT_SECONDS, RedisServer
from bot.store.jobs import AlertStaff
from tests.support.redis_server import RealRedis

PHONE, OTHER = "+15555550123", "+15555550124"
SAID = StoredReply("Is it ok to text right now? Reply 1 for yes.", "welcome.hello", "welcome.hello", "en")


def turn(store: Store, sid: str, phone: str = PHONE) -> StoredReply:
    case = Case(CaseCode(sid), store.person(phone), 10, "en", urgent=False)
    commit = Commit(
        sid, SAID, phone, Session(State.NEEDS_ASK), False, (AlertStaff(sid).at(1),), case=case, events=("said",),
        day="2026-11-22", outgoing="later",
    )  # fmt: skip
    return store.commit(store.load(phone, sid), commit)


def dump(server: RedisServer) -> dict[bytes, bytes]:
    return {key: server.call("DUMP", key) for key in server.call("KEYS", "*")}


@pytest.fixture
def silent_port() -> Iterator[int]:
    """Provide a port that accepts connections and never answers."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(16)
        yield listener.getsockname()[1]


def assert_gone_within_2s(url: str, keys: dict[str, str]) -> None:
    store = Store(url, KeyRing(keys["SEAL_KEYS"]), read_key(keys["LOOKUP_KEY"]), 30)
    for call in (lambda: store.load(PHONE, "SM1"), store.ping):
        started = time.monotonic()
        with pytest.raises(StoreUnavailable) as error:
            call()
        assert time.monotonic() - started < 2
        assert PHONE[1:] not in str(error.value)
    store.close()


@pytest.mark.faults
@pytest.mark.parametrize("address", ["127.0.0.1:{}/0", ":pass@127.0.0.1:{}/1", "127.0.0.1:{}/0?socket_timeout=60"])
def test_silent_server_is_reported_within_two_seconds(silent_port: int, keys: dict[str, str], address: str) -> None:
    assert_gone_within_2s("redis://" + address.format(silent_port), keys)


@pytest.mark.faults
@pytest.mark.parametrize("url", ["redis://127.0.0.1:1/0", "redis://192.0.2.1:6379/0", "unix:///no/such.sock"])
def test_unreachable_server_is_reported_within_two_seconds(url: str, keys: dict[str, str]) -> None:
    assert_gone_within_2s(url, keys)


@pytest.mark.faults
def test_store_recovers_after_hundreds_of_refused_connections(tmp_path: Path) -> None:
    real = RealRedis(tmp_path)
    server = RedisServer(real.url)
    for _ in range(250):
        with pytest.raises(StoreUnavailable, match="ConnectionError"):
            server.call("PING")
    real.start()
    try:
        assert server.call("PING") == b"PONG"
    finally:
        server.close()
        real.stop()


@pytest.mark.faults
def test_burst_at_a_server_that_takes_no_connection_waits_once() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as door:
        full = []
        for _ in range(2):  # fill the backlog: later connections get no answer at all
            line = socket.socket()
            line.setblocking(False)
            line.connect_ex(door.getsockname())
            full.append(line)
        server = RedisServer(f"redis://127.0.0.1:{door.getsockname()[1]}/0")
        started = time.monotonic()
        for _ in range(4):
            with pytest.raises(StoreUnavailable):
                server.call("PING")
        assert time.monotonic() - started < DEADLINE_SECONDS + SILENT_SECONDS
        for line in full:
            line.close()


@pytest.mark.faults
def test_server_silent_during_a_turn_is_reported_within_two_seconds(store: Store, server: RedisServer) -> None:
    turn(store, "SM1")
    server.call("CLIENT", "PAUSE", 2500, "WRITE")
    started = time.monotonic()
    with pytest.raises(StoreUnavailable):
        turn(store, "SM2")
    assert time.monotonic() - started < 2
    server.call("CLIENT", "UNPAUSE")
    with pytest.raises(StoreUnavailable):
        turn(store, "SM3")  # fails at once: otherwise a burst of texts would queue up
    time.sleep(SILENT_SECONDS)
    assert turn(store, "SM4") == SAID


REFUSALS = {
    "no-replicas": (("CONFIG", "SET", "min-replicas-to-write", "1"), ("CONFIG", "SET", "min-replicas-to-write", "0")),
    "read-only": (("REPLICAOF", "127.0.0.1", "1"), ("REPLICAOF", "NO", "ONE")),
    "out-of-memory": (("CONFIG", "SET", "maxmemory", "1"), ("CONFIG", "SET", "maxmemory", "0")),
}


@pytest.mark.faults
@pytest.mark.parametrize("refusal", REFUSALS)
def test_server_that_refuses_writes_is_left_unchanged(store: Store, server: RedisServer, refusal: str) -> None:
    turn(store, "SM1")
    before = dump(server)
    fault, repair = REFUSALS[refusal]
    server.call(*fault)
    try:
        started = time.monotonic()
        for sid, phone in (("SM2", PHONE), ("SM3", OTHER)):
            with pytest.raises(StoreUnavailable):
                turn(store, sid, phone)
        with pytest.raises(StoreUnavailable):
            store.mark_stopped(OTHER)
        assert time.monotonic() - started < 2
    finally:
        server.call(*repair)
    assert dump(server) == before
    assert turn(store, "SM4") == SAID


def test_store_works_again_after_its_connections_were_cut(store: Store, server: RedisServer) -> None:
    turn(store, "SM1")
    server.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes")
    server.call("SCRIPT", "FLUSH")
    assert turn(store, "SM2") == SAID
    store.ping()


def test_store_opened_before_a_fork_works_on_both_sides(store: Store) -> None:
    turn(store, "SM1")
    child = os.fork()
    if child == 0:
        code = 1
        try:
            code = 0 if store.load(PHONE, "SM1").said == SAID else 1
        finally:
            os._exit(code)
    assert store.load(PHONE, "SM1").said == SAID
    assert os.waitpid(child, 0)[1] == 0


def test_health_reports_persistence(store: Store, server: RedisServer) -> None:
    before = server.call("CONFIG", "GET", "appendfsync")[1]
    server.call("CONFIG", "SET", "appendfsync", "always")
    health = store.health()
    assert (health.append_only, health.fsync, health.role) == (True, "always", "master")
    assert health.version
    assert health.memory_bytes > 0
    server.call("CONFIG", "SET", "appendfsync", "everysec")
    assert store.health().fsync == "everysec"
    server.call("CONFIG", "SET", "appendfsync", before)
