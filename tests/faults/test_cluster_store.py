"""Tests of the store, run again on a cluster: one slot holds all, and every script runs there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.config.settings import make_keys
from bot.crypto import KeyRing, read_key
from bot.store import Store
from tests.support.cluster import Cluster, FreeCluster, cluster
from tests.unit import test_practice_fence, test_store, test_store_due

pytestmark = pytest.mark.faults

_MODULES = (test_practice_fence, test_store, test_store_due)
_NOT_HERE = (
    "test_every_command_of_the_store_is_known_to_the_fence",  # reads the source alone
    "test_eight_concurrent_processes_lose_nothing",  # slow, and the same scripts as the others
    "test_blocked_texts_do_not_delay_other_jobs",  # slow, and the same scripts as the others
    "test_stored_conversation_takes_less_than_one_kilobyte",  # weighs what one server holds
)


def _adopt() -> dict[str, object]:
    """Return the tests of those modules and their fixtures, except those that this module has of its own."""
    found: dict[str, object] = {}
    for module in _MODULES:
        for name, held in vars(module).items():
            if name in _NOT_HERE:
                continue
            if name.startswith("test_") or type(held).__name__ == "FixtureFunctionDefinition":
                assert found.setdefault(name, held) is held, f"two are called {name}"
    return found


globals().update(_adopt())


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Run the cluster."""
    with cluster(tmp_path_factory.mktemp("cluster"), appendfsync="no") as made:
        yield made


@pytest.fixture(scope="module")
def redis_url(six: Cluster) -> str:
    return six.url


@pytest.fixture(scope="module")
def keys() -> dict[str, str]:
    return make_keys()


@pytest.fixture
def server(redis_url: str) -> Iterator[FreeCluster]:
    """Yield the cluster, emptied before and after."""
    made = FreeCluster(redis_url)
    made.call("FLUSHALL")
    yield made
    made.call("FLUSHALL")
    made.close()


@pytest.fixture
def store(server: FreeCluster, keys: dict[str, str]) -> Iterator[Store]:
    made = Store(server, KeyRing(keys["SEAL_KEYS"]), read_key(keys["LOOKUP_KEY"]), session_days=30)
    yield made
    made.close()
