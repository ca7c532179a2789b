"""Store on a real server, emptied before each test that uses it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.config.settings import make_keys
from bot.crypto import KeyRing, read_key
from bot.store import Store
from bot.store.connection import RedisServer


@pytest.fixture(scope="session")
def keys() -> dict[str, str]:
    """Return fresh secrets."""
    return make_keys()


@pytest.fixture
def store(server: RedisServer, redis_url: str, keys: dict[str, str]) -> Iterator[Store]:
    """Provide a store on the emptied server."""
    store = Store(redis_url, KeyRing(keys["SEAL_KEYS"]), read_key(keys["LOOKUP_KEY"]), session_days=30)
    yield store
    store.close()
