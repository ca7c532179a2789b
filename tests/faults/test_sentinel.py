"""Real primary, replicas and sentinels: fail-over under texts, what it loses, and what the operator is told."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
from redis.exceptions import ResponseError

from bot.cli.doctor import _store as examine_store
from bot.config.settings import load_settings
from bot.conversation.messages import Reply
from bot.errors import StoreUnavailable
from bot.flows.names import State
from bot.store.connection import DEADLINE_SECONDS, RedisServer
from bot.store.connection_fault import explain
from bot.store.sentinel import ASK_EVERY_SECONDS, ASK_SECONDS
from bot.store.servers import open_server
from tests.support.failover import WAY, Webhook, texting, works_on_both_sides
from tests.support.in_process import House
from tests.support.product import environment, new_phone, new_sid, wait_until
from tests.support.provider import Provider
from tests.support.redis_server import RealRedis
from tests.support.sentinels import PASSWORD, SENTINEL_PASSWORD, SERVICE, Sentinels, sentinels

pytestmark = pytest.mark.faults


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sentinels]:
    """Run the six for tests that break at most a sentinel."""
    with sentinels(tmp_path_factory.mktemp("shared")) as made:
        yield made


@pytest.fixture
def six(tmp_path: Path) -> Iterator[Sentinels]:
    """Run six of the test's own."""
    with sentinels(tmp_path / "six") as made:
        yield made


@contextmanager
def opened(url: str) -> Iterator[RedisServer]:
    with closing(open_server(url)) as server:
        yield server


def comes_back(server: RedisServer, seconds: float = 20) -> float:
    """Return after how many seconds writes succeed again. No try may take longer than its deadline allows."""
    began = time.monotonic()

    def writes() -> bool:
        started = time.monotonic()
        try:
            return bool(server.call("SET", "again", "1"))
        except StoreUnavailable:
            return False
        finally:
            assert time.monotonic() - started < 2 * DEADLINE_SECONDS + 3 * ASK_SECONDS

    wait_until(writes, seconds, "a primary that writes")
    return time.monotonic() - began


# -- what the operator is told


@pytest.fixture
def told(tmp_path: Path) -> Callable[[str], list[str]]:
    """Return a function that gives the doctor's findings about the Redis at a URL."""

    def ask(url: str) -> list[str]:
        found = examine_store(load_settings(environment(tmp_path, Provider(), url)))
        assert not any(word in line for line in found for word in (PASSWORD, SENTINEL_PASSWORD, "127.0.0.1"))
        return [line for line in found if "audit" not in line]

    return ask


def test_doctor_finds_nothing_when_all_is_well(shared: Sentinels, told: Callable[[str], list[str]]) -> None:
    assert told(shared.url) == []


def test_unknown_service_is_named_with_those_that_are_known(
    shared: Sentinels, told: Callable[[str], list[str]]
) -> None:
    (fault,) = told(shared.url.replace(f"/{SERVICE}/", "/other/"))
    assert f"Sentinel 3 of 3 in REDIS_URL does not know the service other. It knows: {SERVICE}." in fault
    assert fault.endswith("host3:26379/SERVICE.")


def test_passwords_that_are_wrong_or_missing(shared: Sentinels, told: Callable[[str], list[str]]) -> None:
    (fault,) = told(shared.url.replace(SENTINEL_PASSWORD, "wrong"))
    assert "Sentinel 1 of 3 in REDIS_URL refuses its user or password" in fault
    (fault,) = told(shared.url.partition("?")[0])
    assert "Sentinel 1 of 3 in REDIS_URL wants a password: add `?sentinel_password=`" in fault
    (fault,) = told(shared.url.replace(PASSWORD, "wrong", 1))
    assert fault == "Redis refuses the user or the password in REDIS_URL. Correct them."


def test_server_that_is_no_sentinel(shared: Sentinels, told: Callable[[str], list[str]]) -> None:
    port = shared.servers[0].port
    (fault,) = told(f"redis+sentinel://:{PASSWORD}@127.0.0.1:{port}/{SERVICE}?sentinel_password={PASSWORD}")
    assert fault.startswith("Sentinel 1 of 1 in REDIS_URL is no sentinel: see the port.")


def test_sentinels_that_do_not_answer_are_named(shared: Sentinels, told: Callable[[str], list[str]]) -> None:
    first, second, _ = shared.nodes
    with first.hanging():
        assert told(shared.url) == ["Sentinel 1 of 3 in REDIS_URL does not answer in time."]
        with second.hanging():
            assert told(shared.url)[:2] == [
                f"Sentinel {number} of 3 in REDIS_URL does not answer in time." for number in (1, 2)
            ]
    (fault,) = told("redis+sentinel://127.0.0.1:9,no-such-host.invalid/warmline")
    assert "Sentinel 1 of 2 in REDIS_URL refuses the connection." in fault
    assert "Sentinel 2 of 2 in REDIS_URL has a host name that is not found." in fault
    assert "Start the sentinels, or correct REDIS_URL" in fault


def test_lone_sentinel_and_writes_without_replicas_are_reported(
    shared: Sentinels, told: Callable[[str], list[str]]
) -> None:
    primary = shared.primary()
    assert primary is not None
    alone = shared.url.replace(shared.hosts, shared.hosts.split(",")[0])
    primary.client.config_set("min-replicas-to-write", 0)
    try:
        first, second = told(alone)
    finally:
        primary.client.config_set("min-replicas-to-write", 1)
    assert first.startswith("REDIS_URL names fewer than three sentinels")
    assert "Set `min-replicas-to-write 1`" in second


def test_requests_share_a_question_to_the_sentinels(shared: Sentinels) -> None:
    def asked() -> int:
        stats = [one.client.info("commandstats").get("cmdstat_sentinel|masters", {}) for one in shared.nodes]
        return sum(each.get("calls", 0) for each in stats)

    with opened(shared.url) as server:
        server.call("PING")
        before = asked()
        for _ in range(50):
            server.batch([("SET", "a", "1"), ("GET", "a")])
        assert asked() <= before + 1


def test_hanging_sentinels_cost_a_request_little_and_once(shared: Sentinels) -> None:
    first, second, _ = shared.nodes
    with first.hanging(), second.hanging(), opened(shared.url) as server:
        started = time.monotonic()
        assert server.call("PING") == b"PONG"
        assert 2 * ASK_SECONDS <= time.monotonic() - started < 2 * ASK_SECONDS + 0.5
        started = time.monotonic()
        server.close()
        assert server.call("PING") == b"PONG"
        assert time.monotonic() - started < ASK_SECONDS


def test_store_opened_before_a_fork_works_on_both_sides(shared: Sentinels) -> None:
    works_on_both_sides(shared.url)


def test_no_sentinel_answers_in_a_burst(shared: Sentinels) -> None:
    first, second, third = shared.nodes
    with first.hanging(), second.hanging(), third.hanging(), opened(shared.url) as server:
        started = time.monotonic()
        for _ in range(5):
            with pytest.raises(StoreUnavailable) as raised:
                server.call("PING")
        assert time.monotonic() - started < 2 * len(shared.nodes) * ASK_SECONDS
        assert PASSWORD not in explain(raised.value)


# -- a fail-over


def share_idle(server: RedisServer, count: int = 4) -> None:
    """Leave connections behind as the threads of a web process do."""
    taken = [server._take() for _ in range(count)]
    for one in taken:
        one.connect()
    server._idle.extend(taken)


@pytest.mark.parametrize("how", ["plain", "coordinated"])
def test_planned_fail_over(six: Sentinels, how: str) -> None:
    """The replaced primary takes writes for seconds more, which are lost. A coordinated fail-over lets it take none."""
    for one in six.servers:
        one.client.config_set("min-replicas-to-write", 0)
    options = [how] if how == "coordinated" else []
    with opened(six.url) as server:
        share_idle(server)
        written, switched, until, ask_at = list[float](), 0.0, time.monotonic() + 40, 0.0
        while time.monotonic() < until:
            if not switched and time.monotonic() > ask_at:  # a sentinel gives up a fail-over that takes too long
                with suppress(ResponseError):
                    six.nodes[0].client.execute_command("SENTINEL", "FAILOVER", SERVICE, *options)
                ask_at = time.monotonic() + 10
            with suppress(StoreUnavailable):
                server.call("RPUSH", "written", len(written))
                written.append(time.monotonic())
            if not switched and six.primary(but=six.servers[0]):
                switched = time.monotonic()
                until = switched + 2
            time.sleep(0.01)
        there = {int(each) for each in server.call("LRANGE", "written", 0, -1)}
    lost = [at for number, at in enumerate(written) if number not in there]
    assert switched
    if how == "coordinated":
        assert not lost
    else:
        assert all(at < switched + ASK_EVERY_SECONDS + 0.5 for at in lost)


def test_demoted_primary_is_dropped_at_once(six: Sentinels) -> None:
    old = six.servers[0]
    with opened(six.url) as server:
        share_idle(server)
        six.nodes[0].client.execute_command("SENTINEL", "FAILOVER", SERVICE)
        new = six.wait_for_new(old)
        server._ask_at = time.monotonic() + 60  # type: ignore[attr-defined]  # as if it had just asked
        old.client.replicaof("127.0.0.1", new.port)
        with pytest.raises(StoreUnavailable):
            server.call("SET", "refused", "1")
        assert server.call("SET", "taken", "1") == b"OK"
        assert new.client.exists("taken") == 1


def test_replica_that_a_sentinel_names_is_refused(six: Sentinels) -> None:
    old = six.servers[0]
    with opened(six.url) as server:
        server.call("PING")
        server.close()
        old.client.replicaof("127.0.0.1", six.servers[1].port)  # the sentinels do not know it yet
        with pytest.raises(StoreUnavailable) as raised:
            server.call("GET", "anything")
        assert explain(raised.value).startswith("The sentinels name a Redis that is a replica")


def test_hanging_primary_is_left_and_returns_as_a_replica(six: Sentinels) -> None:
    old = six.servers[0]
    with opened(six.url) as server:
        share_idle(server)
        with old.hanging():
            assert comes_back(server) < 10
        for _ in range(20):
            server.call("INCR", "counted")
        assert server.call("GET", "counted") == b"20"
        assert not old.client.exists("counted")


def test_primary_without_replicas_refuses_writes_and_loses_none(tmp_path: Path) -> None:
    with sentinels(tmp_path / "lag", min_replicas_max_lag="1") as six, opened(six.url) as server:
        server.call("SET", "before", "1")
        for sentinel in six.nodes:
            sentinel.kill()
        first, *replicas = six.servers
        with replicas[0].hanging(), replicas[1].hanging():
            time.sleep(2.5)
            with pytest.raises(StoreUnavailable):
                server.call("SET", "after", "1")
            assert first.client.get("before") == b"1"
            assert first.client.get("after") is None


# -- texts


@pytest.fixture
def house_of_six(six: Sentinels, provider: Provider, real_redis: RealRedis, tmp_path: Path) -> Iterator[House]:
    """Return a conversation with its worker behind these sentinels."""
    house = House(real_redis, provider, environment(tmp_path, provider, six.url))
    house.clock.now = None
    yield house
    house.store.close()


def test_killed_primary_under_texts(six: Sentinels, house_of_six: House, caplog: pytest.LogCaptureFixture) -> None:
    webhook = Webhook(house_of_six)

    def is_down() -> bool:
        return webhook.get("/readyz") == 503 and "says that the primary of warmline is down" in caplog.text

    with texting(webhook, people=3) as load:
        wait_until(lambda: len(load.finished) > 3, 20, "turns on the first primary")
        six.servers[0].kill()
        wait_until(is_down, what="words on the sentinels")
        wait_until(lambda: webhook.get("/readyz") == 200, what="the fail-over")
        came_through = len(load.finished)
        wait_until(lambda: len(load.finished) > came_through + 3, 20, "turns on the new primary")
    assert load.with_last_words
    load.check(load.lost())
    assert not any(word in caplog.text for word in (PASSWORD, SENTINEL_PASSWORD, "127.0.0.1"))


@pytest.mark.parametrize("least", [0, 1])
def test_primary_dies_while_its_replicas_are_cut_off(six: Sentinels, house_of_six: House, least: int) -> None:
    """What no replica had is lost. The worker finds the texts at the provider, and answers them again."""
    first, *replicas = six.servers
    for one in six.servers:
        one.client.config_set("min-replicas-to-write", least)
    house, provider, phone, sids = house_of_six, house_of_six.provider, new_phone(), list[str]()

    def text(words: str) -> Reply:
        sids.append(new_sid())
        provider.received(sids[-1], phone, words, ago=60)
        return house.hears(words, phone, sids[-1])

    house.store.set_caught_up(int(time.time()) - 120)
    before = [text(words).state for words in WAY[:3]]
    wait_until(lambda: first.client.wait(2, 100) == 2, what="the replicas")
    with replicas[0].hanging(), replicas[1].hanging():
        first.client.execute_command("CLIENT", "KILL", "TYPE", "replica")
        after = [text(words) for words in WAY[3:]]
        first.kill()
    six.wait_for_new(first)
    assert ("handoff.waiting" in [reply.state for reply in after]) == (least == 0)
    stored = [house.store.load(phone, sid).said for sid in sids]
    assert [said.state for said in stored[:3] if said] == before
    assert stored[3:] == [None] * 3
    assert not house.store.ledger(house.store.person(phone))
    for _ in range(2):
        house.worker.periodic.missed_texts.catch_up()
        house.work()
    assert all(house.store.load(phone, sid).said for sid in sids)
    assert house.session(phone).state == State.CONSENT_TALK  # a late yes is no consent: she is asked again
    assert not house.store.ledger(house.store.person(phone))
    assert 0 < len(provider.sent_to(phone)) <= 3
    assert len(set(provider.sids_to(phone))) == len(provider.sent_to(phone))
    for words in WAY[4:]:
        house.hears(words, phone)
    assert [record.kind for record in house.store.ledger(house.store.person(phone))] == ["given"]
    assert len(house.store.cases.open()) == 1
