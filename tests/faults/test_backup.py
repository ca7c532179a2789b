"""Backup and restoration on real servers: everything comes back, and nothing that was changed or is of other keys."""

from __future__ import annotations

import stat
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.config.settings import make_keys
from bot.crypto import KeyRing, read_key
from bot.errors import BackupError, StoreUnavailable
from bot.flows.names import State
from bot.flows.session import Session
from bot.staff import audit
from bot.staff.accounts import Role, Staff, StaffId
from bot.staff.audit import Verb
from bot.staff.passkeys import Passkey
from bot.store import Commit, Store, StoredReply
from bot.store.backup import back_up, inspect, restore
from bot.store.connection import RedisServer
from bot.store.jobs import AlertStaff
from tests.support.redis_server import RealRedis

pytestmark = pytest.mark.faults

PHONE = "+15555550123"
SAID = StoredReply("Is it ok to text right now?", "welcome.hello", "welcome.hello", "en")
KEYS, OTHER_KEYS = make_keys(), make_keys()
ANA = Staff(
    StaffId("abcdefgh"), "ana", "Ana", frozenset({Role.LEAD}), 1, passkeys=(Passkey("aWQ", "a2V5", "Laptop", 1),)
)
RING, LOOKUP = KeyRing(KEYS["SEAL_KEYS"]), read_key(KEYS["LOOKUP_KEY"])


@pytest.fixture(scope="module")
def empty_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run a second server."""
    second = RealRedis(tmp_path_factory.mktemp("second"))
    second.start()
    yield second.url
    second.stop()


@pytest.fixture
def empty(empty_url: str) -> Iterator[RedisServer]:
    server = RedisServer(empty_url)
    server.call("FLUSHALL")
    yield server
    server.close()


@pytest.fixture
def file(server: RedisServer, redis_url: str, tmp_path: Path) -> Path:
    """Return a backup of a person, a job, a colleague, an audit of two entries, an opt-out and many short keys."""
    store = Store(redis_url, RING, LOOKUP, session_days=30)
    commit = Commit("SM1", SAID, PHONE, Session(State.NEEDS_ASK), False, (AlertStaff("K7QM").at(1),))
    store.commit(store.load(PHONE, "SM1"), commit)
    store.staff.add(ANA)
    for at in (1, 2):
        store.staff.audit.add(audit.Entry(at, "x", Verb.SIGNED_IN))
    store.mark_stopped("+15555550124")
    server.batch([("SET", f"odd:{number}:\x00é", "v", "EX", 600) for number in range(3000)])
    store.close()
    path = tmp_path / "night.backup"
    taken = back_up(server, RING, LOOKUP, path)
    assert taken.of_one_moment
    assert taken.keys == server.call("DBSIZE")
    return path


def dump(server: RedisServer) -> dict[bytes, bytes]:
    return {key: server.call("DUMP", key) for key in server.call("KEYS", "*")}


def test_everything_comes_back_with_its_end(
    server: RedisServer, empty: RedisServer, empty_url: str, file: Path
) -> None:
    assert restore(empty, RING, LOOKUP, file) == server.call("DBSIZE")
    assert dump(empty) == dump(server)
    for key in server.call("KEYS", "*"):
        assert abs(server.call("PTTL", key) - empty.call("PTTL", key)) < 2000, key
    store = Store(empty_url, RING, LOOKUP, session_days=30)
    session = store.load(PHONE, "SM1").session
    assert session is not None
    assert session.state is State.NEEDS_ASK
    assert store.load("+15555550124", "").stopped
    assert store.staff.audit.verify() is None
    assert store.staff.get(ANA.id) == ANA
    assert store.check().damaged == []
    store.close()


def test_file_is_its_owners_alone_and_holds_nothing_in_plain(file: Path) -> None:
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    whole = file.read_bytes()
    for plain in (PHONE, PHONE[1:], "needs.ask", "ok to text", "{staff}", "K7QM", "odd:"):
        assert plain.encode() not in whole, plain
    assert [path.name for path in file.parent.iterdir()] == [file.name], "nothing unfinished stays"


def test_full_store_is_refused_and_left_as_it_is(empty: RedisServer, file: Path) -> None:
    empty.call("SET", "mine", "1")
    with pytest.raises(BackupError, match="not empty"):
        restore(empty, RING, LOOKUP, file)
    assert empty.call("KEYS", "*") == [b"mine"]


def test_wrong_keys_are_told(empty: RedisServer, file: Path) -> None:
    with pytest.raises(BackupError, match="another LOOKUP_KEY"):
        restore(empty, RING, read_key(OTHER_KEYS["LOOKUP_KEY"]), file)
    with pytest.raises(BackupError, match="Add the key of that time to SEAL_KEYS"):
        restore(empty, KeyRing(OTHER_KEYS["SEAL_KEYS"]), LOOKUP, file)
    assert empty.call("DBSIZE") == 0


def test_key_that_was_rotated_still_opens_it(empty: RedisServer, file: Path) -> None:
    newer = OTHER_KEYS["SEAL_KEYS"].replace("1:", "2:", 1)
    assert restore(empty, KeyRing(f"{newer},{KEYS['SEAL_KEYS']}"), LOOKUP, file) > 3000


def test_any_changed_or_missing_part_is_refused_before_anything_is_written(empty: RedisServer, file: Path) -> None:
    whole = file.read_bytes()
    places = (5, 40, 60, 90, len(whole) // 2, len(whole) - 1)
    broken = [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in places]
    broken += [whole[:-1], whole[: len(whole) // 2], whole[:100], b"", b"\n", whole + b"x"]
    for number, content in enumerate(broken):
        file.write_bytes(content)
        with pytest.raises(BackupError):
            restore(empty, RING, LOOKUP, file)
        assert empty.call("DBSIZE") == 0, number


def test_parts_of_two_backups_do_not_mix(server: RedisServer, file: Path) -> None:
    other = file.with_name("other")
    back_up(server, RING, LOOKUP, other)
    head, rest = file.read_bytes().split(b"\n", 1)[0], other.read_bytes().split(b"\n", 1)[1]
    file.write_bytes(head + b"\n" + rest)
    with pytest.raises(BackupError):
        inspect(RING, LOOKUP, file)


def test_what_expired_meanwhile_does_not_come_back(server: RedisServer, empty: RedisServer, tmp_path: Path) -> None:
    server.call("SET", "short", "1", "PX", 300)
    server.call("SET", "stays", "1")
    back_up(server, RING, LOOKUP, tmp_path / "b")
    time.sleep(1.3)  # the restoration counts in whole seconds
    assert restore(empty, RING, LOOKUP, tmp_path / "b") == 1
    assert empty.call("KEYS", "*") == [b"stays"]


def test_writes_go_on_after_it_and_no_file_is_replaced(server: RedisServer, file: Path) -> None:
    server.call("SET", "after", "1")
    before = file.read_bytes()
    with pytest.raises(FileExistsError):
        back_up(server, RING, LOOKUP, file)
    assert file.read_bytes() == before


def test_store_that_is_gone_leaves_no_file(real_redis: RealRedis, tmp_path: Path) -> None:
    gone = RedisServer(real_redis.url)
    with real_redis.killed(), pytest.raises(StoreUnavailable):
        back_up(gone, RING, LOOKUP, tmp_path / "b")
    assert list(tmp_path.iterdir()) == []
