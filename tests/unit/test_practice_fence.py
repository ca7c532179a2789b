"""The fence around a practice space: whatever the store does on it, no key outside is read or written."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import bot.store
from bot.casework.cases import Case, CaseCode
from bot.crypto import KeyRing
from bot.errors import DecryptionError, StoreUnavailable
from bot.store import Store, commands, practice
from bot.store.backup import back_up, inspect
from bot.store.connection import RedisServer, Script
from bot.store.news import Change, Kind, News, told
from bot.store.practice import PLACE, PRACTICE_SECONDS, FencedServer, OutsidePractice, PracticeSpaces, Space

STORE = Path(bot.store.__file__).parent
OF_THE_SERVER = {
    "backup.py", "check.py", "cluster.py", "cluster_keys.py", "connection.py", "demo.py", "erasure.py", "news.py",
    "practice.py", "sentinel.py",
}  # fmt: skip
"""Modules whose commands are about the whole server, or about demo mode. Practice uses none of them."""


@pytest.fixture
def ring(keys: dict[str, str]) -> KeyRing:
    return KeyRing(keys["SEAL_KEYS"])


@pytest.fixture
def spaces(server: RedisServer, ring: KeyRing) -> PracticeSpaces:
    return PracticeSpaces(server, ring)


@pytest.fixture
def space(spaces: PracticeSpaces) -> Space:
    return spaces.begin("sam")[0]


@pytest.fixture
def fenced(spaces: PracticeSpaces, space: Space) -> FencedServer:
    return spaces.server(space)


def names(server: RedisServer) -> set[str]:
    cursor, found = b"0", set[str]()
    while True:
        cursor, some = server.call("SCAN", cursor, "COUNT", 1000)
        found |= {name.decode() for name in some}
        if cursor == b"0":
            return found


def scripts() -> list[Script]:
    """Return every script of the store."""
    found = []
    for module in pkgutil.iter_modules([str(STORE)]):
        if f"{module.name}.py" not in OF_THE_SERVER:
            held = vars(importlib.import_module(f"bot.store.{module.name}")).values()
            found += [one for one in held if isinstance(one, Script)]
    return found


def test_news_of_practice_reaches_nobody_and_none_is_heard(server: RedisServer, fenced: FencedServer) -> None:
    heard = News(server).listen()
    assert next(heard) == []
    assert fenced.run(Script(f"{told(Kind.QUEUE, 'ARGV[1]')}\nreturn 1"), (), ("K7QM",)) == 1
    assert server.run(Script(f"{told(Kind.QUEUE, 'ARGV[1]')}\nreturn 2"), (), ("AB23",)) == 2
    assert next(heard) == [Change(Kind.QUEUE, ("AB23",))]
    heard.close()  # type: ignore[attr-defined]
    with pytest.raises(OutsidePractice):
        next(News(fenced).listen())
    with pytest.raises(OutsidePractice):
        fenced.call("PUBLISH", "news", "queue K7QM")
    with pytest.raises(StoreUnavailable):
        fenced.run(Script("redis.pcall('FLUSHALL') return 1"), ())


def test_every_command_of_the_store_is_known_to_the_fence() -> None:
    known = commands.READS | commands.WRITES | commands.OF_NO_KEY | {"PUBLISH"}  # which the fence drops
    met = set()
    for path in (*STORE.glob("*.py"), *STORE.glob("*.lua")):
        if path.name not in OF_THE_SERVER:
            source = path.read_text(encoding="utf-8")
            met |= {(path.name, name) for name in re.findall(r"""\(["']([A-Z]{3,})["'],""", source)}
    assert len(met) > 40
    assert {(file, name) for file, name in met if name not in known} == set()


def test_every_script_is_understood_behind_the_fence(server: RedisServer) -> None:
    assert len(scripts()) > 15
    for script in scripts():
        assert server.call("SCRIPT", "LOAD", practice._fenced(script).source)


def test_each_key_is_put_into_the_space_and_ends_with_it(server: RedisServer, fenced: FencedServer) -> None:
    before = names(server)
    fenced.batch([("SET", "a", "1"), ("RPUSH", "b", "x"), ("HSET", "c", "f", "v"), ("SET", "d", "1", "EX", 60)])
    fenced.run(
        Script("redis.call('SET', KEYS[1], ARGV[1]); return redis.call('INCR', 'made:' .. ARGV[1])"), ("e",), ("9",)
    )
    made = names(server) - before
    assert {name.rpartition(fenced._prefix)[2] for name in made} == {"a", "b", "c", "d", "e", "made:9", "keys"}
    assert all(name.startswith(fenced._prefix) for name in made)
    assert all(0 < server.call("TTL", name) <= PRACTICE_SECONDS for name in made)
    assert 0 < server.call("TTL", f"{fenced._prefix}d") <= 60, "a shorter life stays as it was"
    assert fenced.call("GET", "a") == b"1"
    assert fenced.call("MGET", "a", "e") == [b"1", b"9"]
    assert fenced.call("DEL", "a", "b", "made:9") == 3


def test_key_that_persists_outside_does_not_within(server: RedisServer, fenced: FencedServer) -> None:
    fenced.run(Script("redis.call('SET', KEYS[1], '1', 'EX', 9); return redis.call('PERSIST', KEYS[1])"), ("a",))
    assert 0 < server.call("TTL", f"{fenced._prefix}a") <= PRACTICE_SECONDS


@pytest.mark.parametrize(
    "command",
    [("FLUSHALL",), ("SCAN", "0"), ("KEYS", "*"), ("CONFIG", "GET", "*"), ("RENAME", "a", "b"), ("COPY", "a", "b"),
     ("EVAL_RO", "return 1", 0), ("get", "a"), ("TIME", "x"), ("SCRIPT", "FLUSH"), (b"GET", "a")],
)  # fmt: skip
def test_unknown_command_is_refused(fenced: FencedServer, command: tuple[str, ...]) -> None:
    with pytest.raises(OutsidePractice):
        fenced.call(*command)


@pytest.mark.parametrize("call", ["'FLUSHALL'", "'KEYS', '*'", "'get', KEYS[1]", "'EVAL', 'return 1', 0"])
def test_script_cannot_leave_the_space(server: RedisServer, fenced: FencedServer, call: str) -> None:
    server.call("SET", "real", "1")
    with pytest.raises(StoreUnavailable):
        fenced.run(Script(f"return redis.call({call})"), ("real",))
    assert server.call("GET", "real") == b"1"


def test_prefix_of_another_space_names_nothing_of_it(
    spaces: PracticeSpaces, server: RedisServer, fenced: FencedServer
) -> None:
    other, _ = spaces.begin("kim")
    theirs = spaces.server(other)
    theirs.call("SET", "a", "theirs")
    assert fenced.call("GET", "a") is None
    assert fenced.call("GET", f"{PLACE}{other.name}:a") is None
    read = Script("return redis.call('GET', ARGV[1])")
    assert fenced.run(read, (), (f"{PLACE}{other.name}:a",)) is None
    server.call("SET", "case:K7QM", "real")
    assert fenced.run(read, (), ("case:K7QM",)) is None


def test_real_record_does_not_open_in_practice(
    store: Store, server: RedisServer, fenced: FencedServer, space: Space
) -> None:
    case = Case(CaseCode("K7QM"), "p" * 32, 1, "en", urgent=False)
    sealed = store._encrypt(case.dump(), "case:K7QM")
    server.call("SET", "case:K7QM", sealed)
    assert store.cases.get("K7QM") == case
    within = Store(fenced, space.ring, space.key, 30)
    assert within.cases.get("K7QM") is None
    fenced.call("SET", "case:K7QM", sealed)  # even if a record got there
    with pytest.raises(DecryptionError):
        within.cases.get("K7QM")
    assert within.person("+15555550111") != store.person("+15555550111")


def test_begin_twice_is_one_space(spaces: PracticeSpaces) -> None:
    first, is_new = spaces.begin("sam")
    again, is_new_again = spaces.begin("sam")
    assert (is_new, is_new_again) == (True, False)
    assert (first.name, first.key) == (again.name, again.key)
    assert spaces.begin("kim")[0].name != first.name


def test_end_leaves_nothing(server: RedisServer, spaces: PracticeSpaces, space: Space) -> None:
    other, _ = spaces.begin("kim")
    spaces.server(other).call("SET", "a", "1")
    fenced = spaces.server(space)
    fenced.batch([("SET", f"key {number}", "1") for number in range(300)])
    spaces.end("sam")
    assert spaces.get("sam") is None
    assert not [name for name in names(server) if space.name in name or name.endswith("of:sam")]
    assert spaces.server(other).call("GET", "a") == b"1"
    spaces.end("sam")


def test_late_write_after_the_end_is_unreadable_and_expires(
    server: RedisServer, spaces: PracticeSpaces, space: Space
) -> None:
    late = spaces.server(space)
    spaces.end("sam")
    late.call("SET", "a", "1")
    assert 0 < server.call("TTL", f"{PLACE}{space.name}:a") <= PRACTICE_SECONDS
    again, is_new = spaces.begin("sam")
    assert is_new
    assert again.key != space.key
    assert spaces.server(again).call("GET", "a") is None


def test_space_ends_by_itself(server: RedisServer, spaces: PracticeSpaces, space: Space) -> None:
    assert space.seconds_left <= PRACTICE_SECONDS
    server.call("EXPIRE", f"{PLACE}of:sam", 50)
    left = spaces.get("sam")
    assert left
    assert left.seconds_left <= 50
    spaces.server(left).call("SET", "a", "1")
    assert server.call("TTL", f"{PLACE}{space.name}:a") <= 50
    server.call("EXPIRE", f"{PLACE}of:sam", 0)
    assert spaces.get("sam") is None


def test_space_of_a_removed_key_is_begun_anew(server: RedisServer, keys: dict[str, str], space: Space) -> None:
    other = PracticeSpaces(server, KeyRing("9:" + "A" * 43 + "="))
    assert other.get("sam") is None
    anew, is_new = other.begin("sam")
    assert is_new
    assert anew.name != space.name


def test_backup_and_check_leave_practice_out(
    server: RedisServer, store: Store, ring: KeyRing, fenced: FencedServer, tmp_path: Path
) -> None:
    within = Store(fenced, ring, b"k" * 32, 30)
    within.mark_stopped("+15555550111")
    store.mark_stopped("+15555550112")
    file = tmp_path / "backup"
    taken = back_up(server, ring, b"k" * 32, file)
    outside = {name for name in names(server) if not name.startswith(PLACE)}
    assert taken.keys == len(outside) == inspect(ring, b"k" * 32, file).keys
    assert store.check().damaged == []
