"""Stream of the console in the real product: what it says, to whom, and that it holds nobody up."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from bot.casework.cases import Kind, Line
from bot.errors import StoreUnavailable
from bot.server.streams import BEAT, BEAT_SECONDS, MOST_OF_ONE, REST_SECONDS
from bot.staff.accounts import Role
from bot.store.news import CHANNEL
from bot.web.console.stream import name_of
from bot.web.staff.session import Session
from tests.support.in_process import House
from tests.support.product import Product, environment, new_phone, wait_until
from tests.support.provider import Provider
from tests.support.redis_server import RealRedis
from tests.support.streams import Listener, ask_to_talk, colleague, sign_in
from tests.support.team import Team

pytestmark = pytest.mark.faults

AT_ONCE_SECONDS = 1.5
SAID = re.compile(rb":|event: (beat|queue|talks|case|read|team)|data:( ?[0-9a-f]{12})*|")


def listener(product: Product, *roles: Role) -> Listener:
    """Return a stream of a new colleague, which is not open yet."""
    return Listener(product, sign_in(product.store, colleague(product.store, *roles)))


@contextmanager
def opened(product: Product, key: str = "") -> Iterator[Listener]:
    """Open a stream that has begun."""
    with Listener(product, key) if key else listener(product) as made:
        assert made.status == 200
        assert made.hears(BEAT)
        yield made


def test_change_is_told_at_once_and_nothing_of_a_person(product: Product) -> None:
    phone, code = ask_to_talk(product)
    name = name_of(product.settings.session_key, code).encode()
    with opened(product) as desk:
        product.text("a zebra stands here", phone)
        assert desk.hears(name, AT_ONCE_SECONDS)
        assert ask_to_talk(product)
        assert desk.hears(b"event: queue", AT_ONCE_SECONDS)
        product.text("STOP", phone)
        assert desk.hears(b"event: queue", AT_ONCE_SECONDS)
        assert desk.hears(BEAT)
        assert all(SAID.fullmatch(line) for line in desk.body.split(b"\n")), "a kind, and names that tell nothing"
        assert code.encode() not in desk.body


@pytest.mark.parametrize("roles", [(), (Role.EDITOR,)], ids=["nobody", "editor"])
def test_stream_is_closed_to_others(product: Product, roles: tuple[Role, ...]) -> None:
    with listener(product, *roles) if roles else Listener(product, "x" * 43) as other:
        assert other.status == (403 if roles else 401)
        assert other.ends(3) or b"event:" not in other.told


def test_sixty_streams_hold_no_thread(product: Product) -> None:
    phone, code = ask_to_talk(product)
    with ExitStack() as stack:
        desks = [stack.enter_context(listener(product)) for _ in range(60)]
        assert [desk.status for desk in desks] == [200] * 60
        assert all(desk.hears(BEAT) for desk in desks)
        for _ in range(4):
            answer = product.text("hello", new_phone(), wait=3)
            assert answer.status == 200
            assert answer.text
        assert product.get("/healthz") == 200
        product.text("are you there", phone)
        name = name_of(product.settings.session_key, code).encode()
        assert all(desk.hears(name, 3) for desk in desks), "each of them is told"


def test_one_colleague_has_a_few_streams_and_room_comes_back(product: Product) -> None:
    key = sign_in(product.store, colleague(product.store))
    with ExitStack() as stack:
        desks = [stack.enter_context(Listener(product, key)) for _ in range(2 * MOST_OF_ONE + 1)]
        assert {desk.status for desk in desks} == {200, 503}, "there are two processes"
        refused = next(desk for desk in desks if desk.status == 503)
        assert b"\r\nRetry-After: 5\r\n" in refused.told
    time.sleep(0.5)
    with Listener(product, key) as desk:
        assert desk.status == 200


def signed_out(product: Product, key: str, _: str) -> None:
    product.store.staff.sessions.drop(key)


def locked(product: Product, key: str, _: str) -> None:
    sessions = product.store.staff.sessions
    blob = sessions.sealed(key)
    kept = sessions.open(key, blob)
    assert blob
    assert kept
    sessions.swap(key, blob, asdict(replace(Session(**kept), locked_at=int(time.time()))))


def another_role(product: Product, _: str, person: str) -> None:
    product.store.staff.change(person, lambda kept: replace(kept, roles=frozenset({Role.EDITOR})))


@pytest.mark.parametrize("change", [signed_out, locked, another_role])
def test_stream_ends_with_the_right_to_it(product: Product, change: object) -> None:
    person = colleague(product.store)
    key = sign_in(product.store, person)
    with opened(product) as other, opened(product, key) as desk:
        change(product, key, person.id)  # type: ignore[operator]
        assert desk.ends(BEAT_SECONDS + 2)
        assert other.hears(BEAT), "that of others goes on"


def test_stream_is_no_activity(product: Product) -> None:
    person, now = colleague(product.store), int(time.time())
    pause = 60 * product.settings.lock_minutes.least(person.roles)
    key = sign_in(product.store, person, seen=now - pause + 7)
    with opened(product, key) as desk:
        assert desk.ends(7 + BEAT_SECONDS + 3)
    kept = product.store.staff.sessions.get(key)
    assert kept
    assert kept["seen"] == now - pause + 7
    assert kept["locked_at"], "it was locked in time"


def test_slow_reader_is_dropped_and_a_quick_one_is_told_all(product: Product) -> None:
    keys = [sign_in(product.store, colleague(product.store)) for _ in range(2)]
    codes = [f"{number:04}" for number in range(60)]
    with Listener(product, keys[0], buffer=2048) as slow, Listener(product, keys[1]) as quick:
        assert quick.hears(BEAT)
        for batch in range(400):
            product.redis.client.publish(CHANNEL, f"queue {' '.join(codes)} T{batch:03}")
            assert quick.hears(name_of(product.settings.session_key, f"T{batch:03}").encode())
        assert slow.ends(3), "nothing is kept for them"
        assert len(slow.body) < len(quick.body) / 2


def test_stream_ends_without_redis_and_opens_again(product: Product) -> None:
    with opened(product) as desk:
        product.redis.stop()
        try:
            assert desk.ends(BEAT_SECONDS + 3)
        finally:
            product.redis.start()
    wait_until(lambda: product.get("/readyz") == 200, what="Redis")
    time.sleep(REST_SECONDS)
    phone, code = ask_to_talk(product)
    with opened(product) as desk:
        product.text("again", phone)
        assert desk.hears(name_of(product.settings.session_key, code).encode(), AT_ONCE_SECONDS)


def test_redis_user_who_may_not_publish_still_writes(real_redis: RealRedis, provider: Provider, tmp_path: Path) -> None:
    real_redis.start()
    real_redis.client.execute_command("ACL", "SETUSER", "mute", "on", ">word", "~*", "+@all", "resetchannels")
    url = real_redis.url.replace("unix://", "unix://mute:word@")
    house = House(real_redis, provider, environment(tmp_path, provider, url))
    try:
        with pytest.raises(StoreUnavailable):
            next(house.store.cases.news.listen())
        code = Team(house).asks(new_phone())
        house.store.cases.add_note(code, Line(Kind.NOTE, "kept", 1, "x"))
        assert [line.text for line in house.store.cases.thread(code) if line.kind is Kind.NOTE] == ["kept"]
    finally:
        house.store.close()
        real_redis.client.execute_command("ACL", "DELUSER", "mute")


def test_web_that_stops_ends_its_streams(product: Product) -> None:
    with ExitStack() as stack:
        desks = [stack.enter_context(opened(product)) for _ in range(8)]
        before = product.web_workers()
        for pid in before:
            os.kill(pid, signal.SIGTERM)
        began = time.monotonic()
        assert all(desk.ends(5) for desk in desks)
        assert time.monotonic() - began < 4, "a stop does not wait for them"
    wait_until(lambda: len(set(product.web_workers()) - set(before)) == 2, 30)
    wait_until(lambda: product.get("/readyz") == 200, 90)
    with opened(product):
        pass
