"""Recovery after an outage: the worker answers missed texts once, STOP always, and nothing that is too old."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from time import monotonic, sleep, time

import pytest

from bot.conversation.messages import Inbound, Reply
from bot.directory.directory import Directory
from bot.errors import StoreUnavailable
from bot.flows.model import ServiceQuery
from bot.inbound.router import Router
from bot.jobs.periodic import TURN_TRIES
from bot.store import Commit, Loaded, StoredReply
from tests.support.app import with_directory
from tests.support.in_process import House
from tests.support.product import new_phone, new_sid

pytestmark = pytest.mark.faults

MINUTE = 60
LONG = 40 * MINUTE
"""Pause longer than the one after which the bot starts bland again."""


def missed(house: House, phone: str, text: str, ago: int) -> str:
    """Record a text at the provider without calling the webhook, and return its sid."""
    sid = new_sid()
    house.provider.received(sid, phone, text, ago=ago)
    return sid


@pytest.fixture
def since_an_hour(live: House) -> House:
    """Set the worker's last look to an hour ago, as if Redis had been down since."""
    live.store.set_caught_up(live.clock() - 3600)
    return live


@contextmanager
def ago(house: House, seconds: int) -> Iterator[None]:
    """Let what is done inside have happened that long ago."""
    house.clock.now = int(time()) - seconds
    try:
        yield
    finally:
        house.clock.now = None


def caught_up(house: House) -> None:
    house.worker.periodic.missed_texts.catch_up()
    house.work()


def until_it_answers(house: House) -> None:
    """Wait until the store answers and has run the commands that had reached it."""
    end = monotonic() + 10
    while monotonic() < end:
        with suppress(StoreUnavailable):
            return house.store.ping()
        sleep(0.05)
    raise AssertionError("the store does not answer")


def test_missed_texts_are_answered_in_order(since_an_hour: House) -> None:
    house, anna = since_an_hour, new_phone()
    for ago, text in ((180, "hey"), (120, "1"), (60, "ok")):
        missed(house, anna, text, ago)
    caught_up(house)
    caught_up(house)
    assert house.session(anna).state.value == "needs.ask"
    assert len(house.provider.sent_to(anna)) == 3


def test_recent_text_is_left_to_the_web_process(since_an_hour: House) -> None:
    house, anna = since_an_hour, new_phone()
    missed(house, anna, "hey", 5)
    caught_up(house)
    assert house.provider.sent_to(anna) == []


def test_text_older_than_the_pause_is_not_answered(since_an_hour: House) -> None:
    house, anna = since_an_hour, new_phone()
    missed(house, anna, "need a place to sleep", LONG)
    caught_up(house)
    assert house.provider.sent_to(anna) == []
    assert house.store.load(anna, "").session is None


@pytest.mark.parametrize("word", ["STOP", "stop texting me", "ALTO"])
def test_old_stop_is_obeyed(since_an_hour: House, word: str) -> None:
    house, anna = since_an_hour, new_phone()
    house.set_check_in(anna)
    missed(house, anna, word, LONG)
    caught_up(house)
    assert house.store.load(anna, "").stopped
    assert house.provider.sent_to(anna) == []


def test_stop_is_not_repeated_after_the_person_returned(since_an_hour: House) -> None:
    house, anna = since_an_hour, new_phone()
    missed(house, anna, "STOP", 3 * MINUTE)
    caught_up(house)
    assert house.hears("START", anna).text
    caught_up(house)
    assert not house.store.load(anna, "").stopped


def test_old_stop_followed_by_start_is_ignored(since_an_hour: House) -> None:
    house, anna = since_an_hour, new_phone()
    missed(house, anna, "STOP", LONG)
    missed(house, anna, "START", LONG - MINUTE)
    caught_up(house)
    assert not house.store.load(anna, "").stopped


def test_two_workers_recovering_answer_each_text_once(since_an_hour: House) -> None:
    house, phones = since_an_hour, [new_phone() for _ in range(6)]
    for phone in phones:
        missed(house, phone, "hey", 90)
    workers = [house.new_worker() for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda worker: worker.periodic.missed_texts.catch_up(), workers))
    house.work()
    assert [len(house.provider.sent_to(phone)) for phone in phones] == [1] * 6


def test_text_that_fails_every_turn_is_given_up_without_blocking_others(
    since_an_hour: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house, anna, ben = since_an_hour, new_phone(), new_phone()
    process = Router.process

    def broken(router: Router, inbound: Inbound, *, queue_reply: bool = False) -> Reply:
        if inbound.phone == anna:
            tried.append(inbound.sid)
            raise RuntimeError("a bug")
        return process(router, inbound, queue_reply=queue_reply)

    tried: list[str] = []
    monkeypatch.setattr(Router, "process", broken)
    missed(house, anna, "hey", 100)
    missed(house, ben, "hey", 90)
    for _ in range(TURN_TRIES + 2):
        caught_up(house)
    assert len(tried) == TURN_TRIES
    assert len(house.provider.sent_to(ben)) == 1


def test_unreachable_provider_loses_no_text(since_an_hour: House) -> None:
    house, anna = since_an_hour, new_phone()
    missed(house, anna, "hey", 60)
    with house.provider.broken("500"):
        caught_up(house)
    caught_up(house)
    assert len(house.provider.sent_to(anna)) == 1


def test_turn_past_its_deadline_is_not_written_but_answered_later(
    since_an_hour: House,
) -> None:
    house, anna = since_an_hour, new_phone()
    with ago(house, 90):
        house.hears("hey", anna)
    store, pid = house.store, house.redis.pid

    class Frozen:
        """Store whose server freezes right before a write."""

        def __getattr__(self, name: str) -> object:
            return getattr(store, name)

        def commit(self, loaded: Loaded, commit: Commit) -> StoredReply:
            os.kill(pid, signal.SIGSTOP)
            threading.Timer(1.8, os.kill, (pid, signal.SIGCONT)).start()
            return store.commit(loaded, commit)

    frozen = replace(house.runtime, store=Frozen())  # type: ignore[arg-type]
    sid = missed(house, anna, "1", 60)
    said = Router(frozen).handle(Inbound(sid, anna, "1"))
    assert said.key == "fallback"
    house.provider.replied(anna, said.text, ago=59)
    until_it_answers(house)
    assert house.session(anna).state.value == "welcome.hello"
    caught_up(house)
    assert house.session(anna).state.value == "welcome.limits"
    assert len(house.provider.sent_to(anna)) == 1


def test_bug_gets_the_fallback_then_the_real_reply_once_fixed(since_an_hour: House) -> None:
    house, anna = since_an_hour, new_phone()

    class Buggy(Directory):
        def next_service(self, wishes: ServiceQuery) -> str:
            raise KeyError(wishes)

        def has(self, service_id: str) -> bool:
            return True

    with ago(house, 90):
        for text in ("hey", "1", "ok", "food"):
            assert house.hears(text, anna).state
    sid = missed(house, anna, "skip", 60)
    broken = Router(with_directory(house.runtime, Buggy(())))
    assert broken.handle(Inbound(sid, anna, "skip")).key == "fallback"
    caught_up(house)
    assert house.session(anna).state.value == "options.offer"
    assert len(house.provider.sent_to(anna)) == 1
