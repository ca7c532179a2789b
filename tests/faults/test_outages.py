"""Redis restarted during an escalation, a provider failing for a whole step, a job outlasting its lease (promise 9)."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import Any

import pytest

import bot.jobs.outcome
import bot.jobs.worker
from bot.errors import StoreUnavailable
from bot.jobs.worker import LEASE_SECONDS
from bot.sms.twilio import TwilioClient
from bot.staff.accounts import Role
from bot.store.connection import RedisServer
from tests.faults.test_alerts import MINUTE, on_duty
from tests.faults.test_kills import came, next_step
from tests.support.app import NOON
from tests.support.in_process import House
from tests.support.product import new_phone, wait_until
from tests.support.team import Team

pytestmark = pytest.mark.faults

TOO_LONG_SECONDS = 5


def test_redis_killed_before_any_call_loses_and_doubles_nothing(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    house, calls, died = team.house, 0, True
    real = RedisServer._exchange
    while died:
        house.redis.client.flushall()
        house.clock.now = NOON
        due = next_step(team)
        before = {phone: len(house.provider.sent_to(phone)) for phone, _ in due}
        left, died = calls, False

        def counted(server: RedisServer, commands: Any) -> Any:
            nonlocal left, died
            left -= 1
            if left != -1:
                return real(server, commands)
            died = True
            with house.redis.killed():
                return real(server, commands)

        monkeypatch.setattr(RedisServer, "_exchange", counted)
        with suppress(StoreUnavailable):
            house.work()
        monkeypatch.setattr(RedisServer, "_exchange", real)
        house.work()
        house.let_pass(LEASE_SECONDS + 1)
        assert all(came(team, due, before)), f"killed before call {calls}"
        calls += 1
    assert calls > 10


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shorten the time-out for the provider."""
    monkeypatch.setattr(TwilioClient, "timeout_seconds", 1)


def pass_slowly(house: House, seconds: int) -> None:
    """Move the clock on in small steps."""
    for _ in range(0, seconds, 10):
        house.let_pass(10)


@pytest.mark.parametrize("mode", ["429", "500", "hang", "cut"])
@pytest.mark.usefixtures("hasty")
def test_refused_text_is_retried_then_the_next_step_follows_in_its_time(team: Team, mode: str) -> None:
    ann, lea = team.colleague("Ann"), team.colleague("Lea", Role.LEAD)
    on_duty(team, ann)
    team.house.provider.refuses[ann.phone] = mode
    team.asks(anna := new_phone())
    pass_slowly(team.house, 2 * MINUTE)
    assert (team.alerts(lea), team.told(anna)) == (0, 0)  # a provider's fault burns no step
    pass_slowly(team.house, 3 * MINUTE + 20)
    assert (team.alerts(ann), team.alerts(lea), team.told(anna)) == (0, 1, 1)
    assert team.house.provider.tried.count(ann.phone) == 5


@pytest.mark.parametrize("mode", ["429", "500", "hang", "cut"])
@pytest.mark.usefixtures("hasty")
def test_outage_of_a_whole_step_alerts_everyone_and_tells_the_person(team: Team, mode: str) -> None:
    house = team.house
    ann, lea = team.colleague("Ann"), team.colleague("Lea", Role.LEAD)
    on_duty(team, ann)
    team.asks(anna := new_phone())
    with house.provider.broken(mode):
        pass_slowly(house, 5 * MINUTE - 10)
    assert (team.alerts(ann), team.alerts(lea), team.told(anna)) == (0, 0, 0)
    pass_slowly(house, MINUTE)
    assert team.alerts(lea) == 1
    assert team.told(anna) == 1
    pass_slowly(house, 5 * MINUTE)
    assert team.alerts(ann) == 1


@contextmanager
def three_workers(house: House) -> Iterator[None]:
    over = threading.Event()

    def work() -> None:
        worker = house.new_worker()
        while not over.wait(0.05):
            worker.work_once()

    with ThreadPoolExecutor(3) as pool:
        workers = [pool.submit(work) for _ in range(3)]
        try:
            yield
        finally:
            over.set()
        for each in workers:
            each.result()


@pytest.mark.parametrize("mode", ["slow", "hang"])
def test_job_longer_than_its_lease_is_not_taken_from_a_live_worker(
    live: House, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    monkeypatch.setattr(bot.jobs.worker, "LEASE_SECONDS", 3)
    monkeypatch.setattr(bot.jobs.outcome, "BACKOFF_SECONDS", 1)
    monkeypatch.setattr(TwilioClient, "timeout_seconds", TOO_LONG_SECONDS + 2)
    live.provider.slow_seconds = TOO_LONG_SECONDS
    team = Team(live)
    ann, ben = team.colleague("Ann"), new_phone()
    team.asks(new_phone())
    live.queue(ben)
    with three_workers(live):
        with live.provider.broken(mode):
            wait_until(lambda: live.provider.creations == 2)  # two workers have one each, the third looks for work
            threading.Event().wait(TOO_LONG_SECONDS - 0.5)
            assert live.provider.creations == 2
        wait_until(lambda: team.alerts(ann) and live.provider.sent_to(ben), 20)
    assert live.provider.creations == (2 if mode == "slow" else 4)
    assert (team.alerts(ann), len(live.provider.sent_to(ben))) == (1, 1)
