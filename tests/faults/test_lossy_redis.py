"""Redis that would lose data is refused at the start and named by the doctor; one that does not tell is not accused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.cli.doctor import _store as examine_store
from bot.config.settings import Settings, load_settings
from bot.errors import SettingsError
from bot.runtime.build import open_store, refuse_unsaved
from tests.support.product import environment
from tests.support.provider import Provider
from tests.support.redis_server import RealRedis

pytestmark = pytest.mark.faults

EVICTING = ("allkeys-lru", "allkeys-lfu", "allkeys-random", "volatile-lru", "volatile-lfu", "volatile-ttl")
Start = Callable[..., None]


@pytest.fixture(scope="module")
def real(start_redis: Callable[[], RealRedis]) -> RealRedis:
    """Run a server of these tests' own."""
    return start_redis()


@pytest.fixture
def known(real: RealRedis, tmp_path: Path) -> Callable[..., Settings]:
    """Return a function that reads the settings of an agency on that server, as one of its users."""

    def read(user: str = "", **more: str) -> Settings:
        url = real.url.replace("unix://", f"unix://{user}:secret@") if user else real.url
        return load_settings(environment(tmp_path, Provider(), url) | more)

    return read


def start(settings: Settings) -> None:
    """Check the store as each process does when it starts."""
    store = open_store(settings)
    try:
        refuse_unsaved(settings, store)
    finally:
        store.close()


@pytest.fixture
def forbidding(real: RealRedis) -> Iterator[Callable[..., str]]:
    """Return a function that makes a user who may not run some commands, as hosts do."""
    made = []

    def forbid(*commands: str) -> str:
        name = "-".join(["tenant", *commands])
        real.client.execute_command(
            "ACL", "SETUSER", name, "on", ">secret", "~*", "&*", "+@all", *(f"-{command}" for command in commands)
        )
        made.append(name)
        return name

    yield forbid
    for name in made:
        real.client.execute_command("ACL", "DELUSER", name)


def test_sound_redis_starts_and_has_no_fault(known: Callable[..., Settings]) -> None:
    start(known())
    assert examine_store(known()) == []


@pytest.mark.parametrize("policy", EVICTING)
def test_redis_that_evicts_is_refused_with_what_to_set(
    real: RealRedis, known: Callable[..., Settings], policy: str
) -> None:
    with real.configured(maxmemory_policy=policy):
        with pytest.raises(SettingsError) as caught:
            start(known())
        (problem,) = caught.value.problems
        assert problem.startswith("REDIS_URL: ")
        assert policy in problem
        assert "set `maxmemory-policy noeviction`" in problem
        (fault,) = examine_store(known())
        assert policy in fault
        assert "set `maxmemory-policy noeviction`" in fault
        start(known(ALLOW_UNSAVED="1"))


def test_redis_that_keeps_nothing_and_evicts_is_told_both_at_once(
    real: RealRedis, known: Callable[..., Settings]
) -> None:
    with real.configured(maxmemory_policy="allkeys-lru", appendonly="no"):
        with pytest.raises(SettingsError) as caught:
            start(known())
        assert ["appendonly" in problem for problem in caught.value.problems] == [True, False]
        assert len(examine_store(known())) == 2


@pytest.mark.parametrize("commands", [("info",), ("config",)])
def test_host_that_forbids_one_of_them_is_asked_by_the_other(
    real: RealRedis, known: Callable[..., Settings], forbidding: Callable[..., str], commands: tuple[str, ...]
) -> None:
    user = forbidding(*commands)
    start(known(user))
    with real.configured(maxmemory_policy="allkeys-lru"), pytest.raises(SettingsError, match="noeviction"):
        start(known(user))
    with real.configured(appendonly="no"), pytest.raises(SettingsError, match="appendonly yes"):
        start(known(user))


def test_host_that_forbids_config_leaves_only_fsync_unchecked(
    known: Callable[..., Settings], forbidding: Callable[..., str]
) -> None:
    (fault,) = examine_store(known(forbidding("config")))
    assert fault.startswith("Redis does not tell appendfsync: not checked.")


def test_host_that_forbids_both_is_not_checked_and_not_accused(
    real: RealRedis,
    known: Callable[..., Settings],
    forbidding: Callable[..., str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    user = forbidding("info", "config")
    with real.configured(maxmemory_policy="allkeys-lru"):
        start(known(user))
        (fault,) = examine_store(known(user))
    assert fault.startswith("Redis does not tell appendonly, appendfsync, maxmemory-policy: not checked.")
    assert "Can't reach" not in fault
    assert caplog.text.count("not checked") == 2
    assert "secret" not in caplog.text + fault


def test_redis_that_is_gone_stops_no_start(tmp_path: Path) -> None:
    start(load_settings(environment(tmp_path, Provider(), "redis://127.0.0.1:9/0")))
