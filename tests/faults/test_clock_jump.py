"""A jump of the machine's time of day: no alert is doubled or early, no talk is refused, nothing is missed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from bot.jobs import alert_bundle
from bot.jobs.worker import Worker
from bot.runtime.build import clock
from bot.sms.twilio import TwilioClient
from tests.support.in_process import House
from tests.support.product import new_phone
from tests.support.team import Team

pytestmark = pytest.mark.faults


@pytest.fixture
def team(live: House) -> Team:
    """Return a team that goes by the clock of a real process."""
    live.runtime = replace(live.runtime, clock=clock(replace(live.runtime.settings, demo=False), live.store))
    live.worker = Worker(live.runtime, TwilioClient(live.runtime.settings))
    return Team(live)


@contextmanager
def jumped(monkeypatch: pytest.MonkeyPatch, seconds: int) -> Iterator[None]:
    """Set the time of day ahead or back."""
    real = time.time
    with monkeypatch.context() as changed:
        changed.setattr(time, "time", lambda: real() + seconds)
        yield


@pytest.mark.parametrize("seconds", [3600, -3600, 300, -300, 86_400, -86_400])
def test_no_alert_is_doubled_and_no_talk_refused(team: Team, monkeypatch: pytest.MonkeyPatch, seconds: int) -> None:
    monkeypatch.setattr(alert_bundle, "BUNDLE_SECONDS", 0)
    ann, ben, anna, lupe = team.colleague("Ann"), team.colleague("Ben"), new_phone(), new_phone()
    code = team.asks(anna)
    team.house.work()
    team.says(ben, f"TAKE {code}")
    team.house.hears("hi there", anna)
    with jumped(monkeypatch, seconds):
        other = team.asks(lupe)
        team.house.work()
        team.house.worker.periodic.run_due()
        assert team.says(ben, f"{code}: I'm here").text == f"Sent to {code}."
        team.house.work()
    assert team.says(ben, f"{code}: still here").text == f"Sent to {code}."
    team.house.hears("thanks", anna)
    team.house.work()
    team.house.worker.periodic.run_due()
    team.house.work()
    assert [sum(f"case {case} has " in text for text in team.texts(ann)) for case in (code, other)] == [1, 1]
    assert [text for text in team.house.provider.sent_to(anna) if "here" in text][-2:] == ["I'm here", "still here"]
    assert team.told(anna) == team.told(lupe) == 0
    assert team.case(code).owner == ben.id


@pytest.mark.parametrize("seconds", [3600, -3600])
def test_text_missed_after_a_jump_is_caught_up(team: Team, monkeypatch: pytest.MonkeyPatch, seconds: int) -> None:
    house, anna = team.house, new_phone()
    with jumped(monkeypatch, seconds):
        house.worker.periodic.missed_texts.catch_up()
    house.provider.received("SM" + "1" * 32, anna, "hey", ago=40)
    assert house.worker.periodic.missed_texts.catch_up() == 1
