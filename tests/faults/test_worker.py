"""Worker: a check-in comes once, only if it was set; a waiting text is sent once (promises 3, 7, 9)."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime

import pytest

import bot.jobs.worker
import bot.store.retry
from bot.content.rules import names_too_much
from bot.errors import Conflict
from bot.jobs.check_ins import LATE_SECONDS
from bot.jobs.worker import LEASE_SECONDS, UNREADABLE_TRIES, UNREADABLE_WAIT_SECONDS
from bot.sms.twilio import TwilioClient
from bot.store import StoredReply
from bot.store.job_queue import DUE
from bot.store.jobs import JOBS, MAX_TRIES
from tests.support.in_process import House
from tests.support.product import ROOT, new_phone
from tests.support.provider import AFTER

pytestmark = pytest.mark.faults

HOUR = 3600
KILLED = -9


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shorten the time-out for the provider."""
    monkeypatch.setattr(TwilioClient, "timeout_seconds", 1)


@pytest.mark.parametrize(("daypart", "hour"), [("morning", 10), ("afternoon", 15), ("evening", 19)])
def test_check_in_comes_once_in_its_part_of_the_next_day_and_is_bland(house: House, daypart: str, hour: int) -> None:
    anna = new_phone()
    set_at = datetime.fromtimestamp(house.clock(), house.runtime.settings.timezone)
    due = house.set_check_in(anna, daypart)
    at = datetime.fromtimestamp(due, house.runtime.settings.timezone)
    assert (at.hour, (at.date() - set_at.date()).days) == (hour, 1)
    house.let_pass(due - house.clock() - 1)
    assert house.provider.sent_to(anna) == []
    house.let_pass(1)
    (text,) = house.provider.sent_to(anna)
    assert not names_too_much(text, "en")
    assert house.session(anna).state.value == "followup.checkin"
    house.let_pass(3 * 24 * HOUR)
    assert house.provider.sent_to(anna) == [text]
    assert house.store.due.waiting() == 0


def test_spanish_check_in_is_bland(house: House) -> None:
    lupe = new_phone()
    for text in ("hola", "1", "ok", "ahora no", "3", "1", "1"):
        house.hears(text, lupe)
    house.let_pass(48 * HOUR)
    (text,) = house.provider.sent_to(lupe)
    assert house.session(lupe).language == "es"
    assert not names_too_much(text, "es")


@pytest.mark.parametrize(
    "texts", [("STOP",), ("forget me", "1"), ("don't send it",), ("i am 11",)], ids=["stop", "forget", "drop", "child"]
)
def test_cancelled_check_in_is_never_sent(house: House, texts: tuple[str, ...]) -> None:
    anna = new_phone()
    house.set_check_in(anna)
    for text in texts:
        house.hears(text, anna)
    house.let_pass(48 * HOUR)
    assert house.provider.creations == 0
    assert house.store.due.waiting() == 0


def test_check_in_refused_by_the_carrier_is_never_sent(house: House) -> None:
    anna = new_phone()
    house.set_check_in(anna)
    house.store.mark_stopped(anna)
    house.let_pass(48 * HOUR)
    assert house.provider.creations == 0


def test_reset_check_in_is_sent_at_the_new_time_only(house: House) -> None:
    anna = new_phone()
    first = house.set_check_in(anna, "morning")
    second = house.set_check_in(anna, "evening")
    house.let_pass(first - house.clock() + HOUR)
    assert house.provider.creations == 0
    house.let_pass(second - first)
    assert len(house.provider.sent_to(anna)) == 1


def test_overdue_check_in_is_neither_sent_nor_kept(house: House) -> None:
    anna, ben = new_phone(), new_phone()
    due = house.set_check_in(anna)
    house.set_check_in(ben)
    house.hears("menu", ben)
    house.clock.now = due + LATE_SECONDS + 1
    house.work()
    assert house.provider.creations == 0
    assert house.store.due.waiting() == 0
    assert house.session(anna).check_in == 0
    assert house.session(ben).state.value == "needs.ask"


def test_slightly_late_check_in_is_sent(house: House) -> None:
    anna = new_phone()
    house.clock.now = house.set_check_in(anna) + LATE_SECONDS - 1
    house.work()
    assert len(house.provider.sent_to(anna)) == 1


CRASHING = """
import os, signal, sys
from dataclasses import replace
from bot.runtime.build import build
from bot.config.settings import load_settings
from bot.sms.twilio import TwilioClient
from bot.jobs.worker import Worker

where, name, when, now = sys.argv[1:]
runtime = replace(build(load_settings(os.environ)), clock=lambda: int(now))
sms = TwilioClient(runtime.settings)
store = runtime.store
owner = {"store": store, "due": store.due, "sms": sms}[where]
real = getattr(owner, name)

def dying(*args, **kwargs):
    if when == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    real(*args, **kwargs)
    os.kill(os.getpid(), signal.SIGKILL)

setattr(owner, name, dying)
worker = Worker(runtime, sms)
while worker.work_once():
    pass
"""

POINTS = [
    ("due", "claim", "before"), ("due", "claim", "after"), ("store", "commit", "before"), ("store", "commit", "after"),
    ("due", "complete", "after"), ("sms", "send", "before"), ("sms", "send", "after"),
    ("store", "drop_outgoing", "after"),
]  # fmt: skip


@pytest.mark.parametrize("point", POINTS, ids=" ".join)
def test_killed_worker_loses_and_doubles_nothing(house: House, point: tuple[str, str, str]) -> None:
    anna = new_phone()
    due = house.set_check_in(anna)
    command = [sys.executable, "-c", CRASHING, *point, str(due)]
    died = subprocess.run(command, cwd=ROOT, env=house.environ | {"PYTHONPATH": ""}, check=False, timeout=30)
    assert died.returncode == KILLED
    house.clock.now = due
    house.work()
    house.let_pass(LEASE_SECONDS + 60)
    assert len(house.provider.sent_to(anna)) == 1
    assert house.session(anna).check_in == 0
    assert house.store.due.waiting() == 0


def test_redis_killed_after_a_send_doubles_nothing(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    anna = new_phone()
    due = house.set_check_in(anna)
    sms = house.sms
    real = sms.send

    def then_killed(*args: str) -> str:
        sid = real(*args)
        with house.redis.killed():
            return sid

    monkeypatch.setattr(sms, "send", then_killed)
    house.clock.now = due
    for _ in range(3):
        try:
            house.work()
        except bot.jobs.worker.StoreUnavailable:
            monkeypatch.setattr(sms, "send", real)
    house.let_pass(LEASE_SECONDS + 60)
    assert len(house.provider.sent_to(anna)) == 1
    assert house.store.due.waiting() == 0


MODES = ["429", "500", "hang", "cut", AFTER + "500", AFTER + "hang", AFTER + "cut"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.usefixtures("hasty")
def test_text_is_sent_once_when_the_provider_fails_or_does_not_confirm(house: House, mode: str) -> None:
    anna, ben = new_phone(), new_phone()
    words = [house.queue(anna), house.queue(ben)]
    with house.provider.broken(mode):
        house.work()
        house.let_pass(60)  # and again
    house.let_pass(HOUR)
    assert [house.provider.sent_to(phone) for phone in (anna, ben)] == [[words[0]], [words[1]]]
    assert house.store.due.waiting() == 0


@pytest.mark.usefixtures("hasty")
def test_text_is_not_resent_while_its_outcome_is_unknown(house: House) -> None:
    anna = new_phone()
    house.queue(anna)
    with house.provider.broken(AFTER + "500"):
        house.let_pass(10 * 60)
    assert len(house.provider.sent_to(anna)) == 1


def test_carrier_opt_out_counts_as_stop(house: House) -> None:
    anna = new_phone()
    house.set_check_in(anna)
    house.queue(anna, "menu")
    with house.provider.broken("21610"):
        house.work()
    house.let_pass(48 * HOUR)
    assert house.provider.creations == 1
    assert house.store.load(anna, "").stopped
    assert house.store.load(anna, "").session is None
    assert house.hears("hey", anna).text == ""


def test_unreachable_number_is_given_up_at_once(house: House) -> None:
    anna, ben = new_phone(), new_phone()
    house.queue(anna)
    with house.provider.broken("21211"):
        house.work()
    words = house.queue(ben)
    house.let_pass(HOUR)
    assert house.provider.creations == 2
    assert house.provider.sent_to(ben) == [words]
    assert house.store.due.waiting() == 0
    assert not house.store.load(anna, "").stopped
    assert house.store.unreachable([anna, ben]) == {anna}


def test_every_kind_of_job_has_a_handler(house: House) -> None:
    assert house.worker.handlers.by_job.keys() == set(JOBS)


def test_unreadable_jobs_stop_no_other_and_are_dropped_after_a_day(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    unreadable = ["call_back:K7QM", "send:+15555550123", "page:K7QM:x:1:anna", "+15555550123"]
    house.redis.client.zadd(DUE, dict.fromkeys(unreadable, 0))
    words = house.queue(anna := new_phone())
    house.work()
    assert house.provider.sent_to(anna) == [words]
    assert house.store.due.waiting() == len(unreadable)
    told = [record.getMessage() for record in caplog.records if "cannot be read" in record.getMessage()]
    assert sorted(told) == [f"job {kind} cannot be read" for kind in ("call_back", "malformed", "page", "send")]
    for _ in range(UNREADABLE_TRIES - 1):
        assert house.store.due.waiting() == len(unreadable)
        house.clock.now = house.clock() + UNREADABLE_WAIT_SECONDS
        house.work()
    assert house.store.due.waiting() == 0
    assert "5555550123" not in caplog.text and "K7QM" not in caplog.text


def test_a_check_in_that_loses_every_race_is_put_off_and_given_up(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose(*_: object) -> StoredReply:
        nonlocal tries
        tries += 1
        raise Conflict("again and again")

    tries, anna = 0, new_phone()
    house.clock.now = house.set_check_in(anna)
    monkeypatch.setattr(bot.store.retry, "GIVE_UP_SECONDS", 0)
    monkeypatch.setattr(house.store, "commit", lose)
    house.work()
    assert house.store.due.waiting() == 1, "it is put off"
    house.let_pass(HOUR)
    assert MAX_TRIES <= tries <= 2 * MAX_TRIES
    assert house.store.due.waiting() == 0
    assert house.provider.sent_to(anna) == []


def test_waiting_texts_to_one_phone_keep_their_order(house: House) -> None:
    anna = new_phone()
    words = [house.queue(anna, text) for text in ("hey", "1", "ok", "not now")]
    house.work()
    assert house.provider.sent_to(anna) == words


def test_two_workers_send_each_text_once_with_a_slow_provider(live: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.jobs.worker, "LEASE_SECONDS", 2)
    phones = [new_phone() for _ in range(8)]
    for phone in phones:
        live.queue(phone)
    live.provider.slow_seconds = 0.6
    with live.provider.broken("slow"):
        live.work_by_two(lambda: live.store.due.waiting() == 0, 20)
    assert [len(live.provider.sent_to(phone)) for phone in phones] == [1] * 8
