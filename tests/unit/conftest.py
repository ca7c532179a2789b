"""One real embedded server for all tests of this run, empty at the start of each that asks for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.config import make_keys
from bot.embedded import embedded_redis
from bot.seal import Ring, read_key
from bot.store import Store
from bot.store.connection import Server


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real server."""
    with embedded_redis(tmp_path_factory.mktemp("var")) as url:
        yield url


@pytest.fixture
def server(redis_url: str) -> Iterator[Server]:
    """The server itself, emptied: to look at what was really written."""
    server = Server(redis_url)
    server.call("FLUSHALL")
    yield server
    server.close()


@pytest.fixture(scope="session")
def keys() -> dict[str, str]:
    """Fresh secrets."""
    return make_keys()


@pytest.fixture
def store(server: Server, redis_url: str, keys: dict[str, str]) -> Iterator[Store]:
    """A store on the emptied server."""
    store = Store(redis_url, Ring(keys["SEAL_KEYS"]), read_key(keys["LOOKUP_KEY"]), session_days=30)
    yield store
    store.close()
