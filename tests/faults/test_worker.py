"""A check-in comes once, when and only if it was asked for; a waiting text goes out once (promises 3, 7, 9)."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime

import pytest

import bot.jobs.worker
import bot.sms.twilio
from bot.content.rules import names_too_much
from bot.jobs.check_ins import LATE_SECONDS
from bot.jobs.worker import LEASE_SECONDS
from tests.support.in_process import House
from tests.support.product import ROOT, new_phone
from tests.support.provider import AFTER

pytestmark = pytest.mark.faults

HOUR = 3600
KILLED = -9


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """The provider is waited for less long than in real use."""
    monkeypatch.setattr(bot.sms.twilio, "TIMEOUT_SECONDS", 0.3)


@pytest.mark.parametrize(("daypart", "hour"), [("morning", 10), ("afternoon", 15), ("evening", 19)])
def test_a_check_in_comes_once_in_the_chosen_part_of_the_next_day_and_says_nothing(
    house: House, daypart: str, hour: int
) -> None:
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


def test_a_check_in_in_spanish_is_bland_too(house: House) -> None:
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
def test_a_check_in_that_was_taken_back_is_never_sent(house: House, texts: tuple[str, ...]) -> None:
    anna = new_phone()
    house.set_check_in(anna)
    for text in texts:
        house.hears(text, anna)
    house.let_pass(48 * HOUR)
    assert house.provider.creations == 0
    assert house.store.due.waiting() == 0


def test_a_check_in_that_the_carrier_forbids_is_never_sent(house: House) -> None:
    anna = new_phone()
    house.set_check_in(anna)
    house.store.mark_stopped(anna)
    house.let_pass(48 * HOUR)
    assert house.provider.creations == 0


def test_a_check_in_set_anew_is_sent_at_the_new_time_only(house: House) -> None:
    anna = new_phone()
    first = house.set_check_in(anna, "morning")
    second = house.set_check_in(anna, "evening")
    house.let_pass(first - house.clock() + HOUR)
    assert house.provider.creations == 0
    house.let_pass(second - first)
    assert len(house.provider.sent_to(anna)) == 1


def test_a_check_in_that_is_too_late_is_not_sent_and_not_kept(house: House) -> None:
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


def test_a_check_in_that_is_late_by_less_is_sent(house: House) -> None:
    anna = new_phone()
    house.clock.now = house.set_check_in(anna) + LATE_SECONDS - 1
    house.work()
    assert len(house.provider.sent_to(anna)) == 1


CRASHING = """
import os, signal, sys
from dataclasses import replace
from bot.runtime.build import build
from bot.config.settings import load_settings
from bot.sms.twilio import Sms
from bot.jobs.worker import Worker

where, name, when, now = sys.argv[1:]
runtime = replace(build(load_settings(os.environ)), clock=lambda: int(now))
sms = Sms(runtime.settings)
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
    ("due", "done", "after"), ("sms", "send", "before"), ("sms", "send", "after"), ("store", "drop_outgoing", "after"),
]  # fmt: skip


@pytest.mark.parametrize("point", POINTS, ids=" ".join)
def test_a_worker_killed_at_any_point_loses_nothing_and_doubles_nothing(
    house: House, point: tuple[str, str, str]
) -> None:
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


def test_redis_killed_right_after_the_text_went_out_doubles_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = new_phone()
    due = house.set_check_in(anna)
    sms = house.worker._sms
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
        except bot.jobs.worker.StoreGone:
            monkeypatch.setattr(sms, "send", real)
    house.let_pass(LEASE_SECONDS + 60)
    assert len(house.provider.sent_to(anna)) == 1
    assert house.store.due.waiting() == 0


MODES = ["429", "500", "hang", "cut", AFTER + "500", AFTER + "hang", AFTER + "cut"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.usefixtures("hasty")
def test_a_text_that_the_provider_did_not_take_or_not_confirm_goes_out_once(house: House, mode: str) -> None:
    anna, ben = new_phone(), new_phone()
    words = [house.queue(anna), house.queue(ben)]
    with house.provider.broken(mode):
        house.work()
        house.let_pass(60)  # and again
    house.let_pass(HOUR)
    assert [house.provider.sent_to(phone) for phone in (anna, ben)] == [[words[0]], [words[1]]]
    assert house.store.due.waiting() == 0


@pytest.mark.usefixtures("hasty")
def test_a_text_is_not_sent_again_while_nobody_can_tell_whether_it_went_out(house: House) -> None:
    anna = new_phone()
    house.queue(anna)
    with house.provider.broken(AFTER + "500"):
        house.let_pass(10 * 60)
    assert len(house.provider.sent_to(anna)) == 1


def test_who_has_opted_out_at_the_carrier_is_taken_for_stopped(house: House) -> None:
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


def test_a_number_that_takes_no_texts_is_given_up_at_once(house: House) -> None:
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


def test_two_waiting_texts_to_one_phone_go_out_in_order(house: House) -> None:
    anna = new_phone()
    words = [house.queue(anna, text) for text in ("hey", "1", "ok", "not now")]
    house.work()
    assert house.provider.sent_to(anna) == words


def test_two_workers_send_each_text_once_even_when_the_provider_is_slow(
    live: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.jobs.worker, "LEASE_SECONDS", 2)
    phones = [new_phone() for _ in range(8)]
    for phone in phones:
        live.queue(phone)
    live.provider.slow_seconds = 0.6
    with live.provider.broken("slow"):
        live.work_by_two(lambda: live.store.due.waiting() == 0, 20)
    assert [len(live.provider.sent_to(phone)) for phone in phones] == [1] * 8
