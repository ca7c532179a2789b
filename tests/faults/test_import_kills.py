"""Import killed between any two of its calls to Redis: either the old or the new directory is in use, complete."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.actions.directory_snapshot import RecordsInUse
from bot.directory.serialization import load
from bot.store.connection import RedisServer
from bot.store.directory import POINTER, STAGED_SECONDS, DirectoryStore
from tests.support.dying_import import Dying, dying_imports
from tests.support.package import SOUND, key, lay
from tests.support.redis_server import RealRedis

pytestmark = pytest.mark.faults


@pytest.fixture
def server(real_redis: RealRedis) -> Iterator[RedisServer]:
    real_redis.start()
    real_redis.client.flushall()
    server = RedisServer(real_redis.url)
    yield server
    server.close()


@pytest.fixture
def import_killed(real_redis: RealRedis, server: RedisServer) -> Iterator[Dying]:
    with dying_imports(real_redis.url) as made:
        yield made


def told(server: RedisServer) -> dict[str, str]:
    """Return what the directory in use says of each service."""
    in_use = RecordsInUse(DirectoryStore(server))
    found = {name: load(words) for name, words in in_use.records(in_use.ids())}
    return {name: record.get("description", "") for name, record in found.items()}


def test_killed_import_leaves_a_complete_directory(import_killed: Dying, server: RedisServer, tmp_path: Path) -> None:
    old = lay(tmp_path / "old")
    more = SOUND["services.csv"].replace("Warm food", "Hot food").replace(f"{key(12)},", f"{key(13)},")
    new = lay(tmp_path / "new", {
        **{name: text.replace(key(12), key(13)) for name, text in SOUND.items()}, "services.csv": more,
    })  # fmt: skip
    assert not import_killed(old, 1_000)
    before = told(server)
    at = server.call("GET", POINTER)
    calls, killed, whole = 0, True, []
    while killed:
        killed = import_killed(new, calls)
        whole.append(told(server))
        if server.call("GET", POINTER) == at:
            assert whole[-1] == before, f"killed before call {calls}"
        calls += 1
    after = whole[-1]
    assert (set(after), after[key(11)]) == ({key(11), key(13)}, "Hot food")
    assert all(each in (before, after) for each in whole)
    assert whole.count(before) > 5
    in_use = DirectoryStore(server).edition()
    for name in map(bytes.decode, server.call("KEYS", "directory:*")):
        if name != POINTER and not name.endswith(in_use.whole):
            assert 0 < server.call("TTL", name) <= STAGED_SECONDS, "what a dead import left has to go by itself"
