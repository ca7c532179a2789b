"""Real cluster of six nodes: fail-over and moving slots under texts, backups in and out, and words for the operator."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.cli.doctor import _store as examine_store
from bot.config.settings import load_settings, make_keys
from bot.crypto import KeyRing
from bot.errors import StoreUnavailable
from bot.store.backup import back_up, restore
from bot.store.connection import DEADLINE_SECONDS, RedisServer, Script
from bot.store.servers import open_server
from tests.support.cluster import Cluster, cluster
from tests.support.failover import Webhook, texting, works_on_both_sides
from tests.support.in_process import House
from tests.support.product import environment, wait_until
from tests.support.provider import Provider
from tests.support.redis_server import RealRedis
from tests.support.sentinels import PASSWORD

pytestmark = pytest.mark.faults


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Run six for tests that break none."""
    with cluster(tmp_path_factory.mktemp("shared")) as made:
        yield made


@pytest.fixture
def six(tmp_path: Path) -> Iterator[Cluster]:
    """Run six of the test's own."""
    with cluster(tmp_path / "six") as made:
        yield made


@pytest.fixture
def server(six: Cluster) -> Iterator[RedisServer]:
    with closing(open_server(six.url)) as made:
        yield made


@pytest.fixture
def webhook(six: Cluster, provider: Provider, real_redis: RealRedis, tmp_path: Path) -> Iterator[Webhook]:
    """Return the webhook on this cluster."""
    house = House(real_redis, provider, environment(tmp_path, provider, six.url))
    house.clock.now = None
    yield Webhook(house)
    house.store.close()


def answers(server: RedisServer) -> bool:
    started = time.monotonic()
    try:
        return bool(server.call("SET", "again", "1"))
    except StoreUnavailable:
        return False
    finally:
        assert time.monotonic() - started < 2 * DEADLINE_SECONDS


def test_doctor_speaks_plainly(six: Cluster, real_redis: RealRedis, tmp_path: Path) -> None:
    def told(url: str) -> list[str]:
        found = examine_store(load_settings(environment(tmp_path, Provider(), url)))
        assert not any(word in line for line in found for word in (PASSWORD, "127.0.0.1"))
        return [line for line in found if "audit" not in line]

    assert told(six.url) == []
    assert told(six.url.replace(PASSWORD, "wrong")) == [
        "Redis refuses the user or the password in REDIS_URL. Correct them."
    ]
    assert told("redis+cluster://127.0.0.1:9,127.0.0.1:10")[0].startswith("Redis refuses the connection.")
    for node in six.nodes:
        node.client.config_set("cluster-require-full-coverage", "yes")
    six.heir.kill()
    wait_until(lambda: "master_link_status" not in six.owner.client.info("replication"))
    full = told(six.url)
    assert any("Set `cluster-require-full-coverage no`" in line for line in full)
    with six.owner.hanging():
        assert told(six.url)[0].startswith("Redis does not answer in time.")


def test_killed_primary_under_texts(six: Cluster, webhook: Webhook) -> None:
    with texting(webhook, people=3) as load:
        wait_until(lambda: len(load.finished) > 3, 20, "turns on the first primary")
        six.owner.kill()
        wait_until(lambda: load.with_last_words, what="last words")
        wait_until(lambda: six.heir.role == "master", 20, "the fail-over")
        came_through = len(load.finished)
        wait_until(lambda: len(load.finished) > came_through + 3, 20, "turns on the new primary")
    load.check(load.lost())


def test_server_opened_before_a_fork_works_on_both_sides(shared: Cluster) -> None:
    works_on_both_sides(shared.url)


def test_hanging_primary_is_left(six: Cluster, server: RedisServer) -> None:
    assert answers(server)
    with six.owner.hanging():
        wait_until(lambda: answers(server), 20, "the fail-over")
    wait_until(lambda: six.owner.role == "slave", 20, "the return as a replica")
    assert answers(server)


class Counting:
    """Writes that would show what is done twice, half or not at all."""

    _BOTH = Script("""
    redis.call('INCR', KEYS[1])
    redis.call('RPUSH', 'made ' .. 'up', redis.call('GET', KEYS[1]))
    return redis.call('INCR', 'third')
    """)

    def __init__(self, server: RedisServer) -> None:
        self._server, self._over, self.counted, self.refused = server, threading.Event(), 0, 0
        self._thread = threading.Thread(target=self._count)

    def _count(self) -> None:
        while not self._over.is_set():
            try:
                self._server.run(self._BOTH, ["first"])
                self._server.batch([("MULTI",), ("INCR", "fourth"), ("INCR", "fifth"), ("EXEC",)])
                self._server.batch([("INCR", "sixth"), ("GET", "nothing"), ("INCR", "seventh")])
            except StoreUnavailable:
                self.refused += 1
            else:
                self.counted += 1

    def __enter__(self) -> Counting:
        self._thread.start()
        time.sleep(0.3)
        return self

    def __exit__(self, *_: object) -> None:
        time.sleep(0.3)
        self._over.set()
        self._thread.join()

    def check(self) -> None:
        first, third, *more = (int(one) for one in self._server.call(
            "MGET", "first", "third", "fourth", "fifth", "sixth", "seventh"))  # fmt: skip
        assert first == third == self._server.call("LLEN", "made up")
        assert self.counted <= min(more)
        assert max(first, *more) <= self.counted + self.refused
        if not self.refused:
            assert {first, *more} == {self.counted}


def test_slot_that_moves_at_once_under_writes(six: Cluster, server: RedisServer) -> None:
    with Counting(server) as counting:
        six.move_at_once()
    counting.check()
    assert counting.refused == 0
    assert six.stranger.client.cluster("COUNTKEYSINSLOT", server._keys.slot) == 7  # type: ignore[attr-defined]


def test_slot_that_moves_key_by_key_under_writes(six: Cluster, server: RedisServer) -> None:
    with Counting(server) as counting:
        with six.moving_by_key():
            before = counting.counted
            time.sleep(2.5)
            assert counting.counted <= before + 1
        assert counting.refused
        counted = counting.counted
        wait_until(lambda: counting.counted > counted + 20, what="writes at the new place")
    counting.check()


def test_script_is_refused_whole_when_a_key_that_it_makes_up_has_moved(six: Cluster, server: RedisServer) -> None:
    script = Script("redis.call('INCR', KEYS[1]) return redis.call('INCR', 'made ' .. 'up')")
    assert server.run(script, ["named"]) == 1
    with six.moving_by_key("made up"):
        with pytest.raises(StoreUnavailable):
            server.run(script, ["named"])
        assert server.call("GET", "named") == b"1"
        assert server.call("GET", "made up") == b"1"  # asked for at its new place
    assert server.run(script, ["named"]) == 2
    assert server.call("GET", "named") == b"2"


def test_texts_while_the_slot_moves_at_once(six: Cluster, webhook: Webhook) -> None:
    with texting(webhook, people=3) as load:
        wait_until(lambda: len(load.finished) > 3, 20, "turns at the old place")
        six.move_at_once()
        came_through = len(load.finished)
        wait_until(lambda: len(load.finished) > came_through + 3, 20, "turns at the new place")
    load.check({})
    assert not load.lost()


@pytest.mark.parametrize("way", ["into the cluster", "out of it"])
def test_backup_of_one_fits_the_other(
    shared: Cluster, start_redis: Callable[[], RealRedis], tmp_path: Path, way: str
) -> None:
    shared.owner.client.flushall()
    one, server = RedisServer(start_redis().url), open_server(shared.url)
    old, new = (one, server) if way == "into the cluster" else (server, one)
    old.batch(
        [("SET", "{abc}:s", b"\x00\xff", "EX", 1000), ("RPUSH", "case:AB12:l", "a", "b"), ("HSET", "h", "f", "v")]
    )
    ring, lookup = KeyRing(make_keys()["SEAL_KEYS"]), b"l" * 32
    taken = back_up(old, ring, lookup, tmp_path / "night.backup")
    assert (taken.keys, taken.of_one_moment) == (3, True)
    assert restore(new, ring, lookup, tmp_path / "night.backup") == 3
    assert new.call("GET", "{abc}:s") == b"\x00\xff"
    assert 900 < new.call("TTL", "{abc}:s") <= 1000
    assert new.call("LRANGE", "case:AB12:l", 0, -1) == [b"a", b"b"]
    assert new.call("DBSIZE") == 3
    one.close()
    server.close()
