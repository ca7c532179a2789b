"""Worker killed between any two of its outside calls: each text is sent once, and in time (promises 5, 9)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

from bot.flows.names import Event
from bot.jobs.worker import LEASE_SECONDS
from bot.staff.accounts import Role
from tests.faults.test_alert_hook import listening
from tests.faults.test_alerts import MINUTE, on_duty
from tests.support.app import NOON
from tests.support.in_process import House
from tests.support.killable_worker import Mortals, mortals
from tests.support.product import new_phone
from tests.support.team import Team

pytestmark = pytest.mark.faults

LONGER = "longer than it should"


class Due(NamedTuple):
    """Phone, and what must arrive there from now on: a part of each text, in order."""

    phone: str
    texts: tuple[str, ...]


Scene = Callable[[Team], tuple[Due, ...]]
"""Set-up of a case up to where work is due, returning what must come of it."""


def first_step(team: Team) -> tuple[Due, ...]:
    ann, ben, lea = team.colleague("Ann"), team.colleague("Ben"), team.colleague("Lea", Role.LEAD)
    on_duty(team, ann, ben)
    code = team.asks(anna := new_phone())
    alert = (f"case {code} has just come in",)
    return Due(ann.phone, alert), Due(ben.phone, alert), Due(lea.phone, ()), Due(anna, ())


def next_step(team: Team) -> tuple[Due, ...]:
    ann, ben, _, anna = first_step(team)
    lea = next(person for person in team.house.store.staff.everybody() if Role.LEAD in person.roles)
    team.house.work()
    team.house.clock.now = NOON + 5 * MINUTE
    return Due(ann.phone, ()), Due(ben.phone, ()), Due(lea.phone, ("has waited 5 min",)), Due(anna.phone, (LONGER,))


def a_lost_alert(team: Team) -> tuple[Due, ...]:
    ann, ben, _, anna = first_step(team)
    lea = next(person for person in team.house.store.staff.everybody() if Role.LEAD in person.roles)
    team.house.work()
    for phone in (ann.phone, ben.phone):
        (sid,) = team.house.provider.sids_to(phone)
        team.house.store.sent.report(sid, "undelivered", 4, 30003, lost=True)
    return Due(ann.phone, ()), Due(ben.phone, ()), Due(lea.phone, ("has just come in",)), Due(anna.phone, (LONGER,))


def taken(team: Team) -> tuple[Due, ...]:
    ann, ben = team.colleague("Ann"), team.colleague("Ben")
    code = team.asks(anna := new_phone())
    team.house.work()
    team.says(ben, f"TAKE {code}")
    return Due(ann.phone, (f"case {code} is taken.",)), Due(ben.phone, ()), Due(anna, ("Ben from Oak Line is here",))


def passed_on(team: Team) -> tuple[Due, ...]:
    ann, ben = team.colleague("Ann"), team.colleague("Ben")
    code = team.asks(anna := new_phone())
    team.says(ben, f"TAKE {code}")
    team.house.work()
    team.says(ben, f"PASS {code} Ann")
    return Due(ann.phone, (f"case {code} is passed to you.",)), Due(ben.phone, ()), Due(anna, ("Ann",))


def a_talk(team: Team) -> tuple[Due, ...]:
    ben = team.colleague("Ben")
    code = team.asks(anna := new_phone())
    team.says(ben, f"TAKE {code}")
    team.house.work()
    for _ in range(2):  # the same text again, by chance
        team.house.hears("ok", anna)
        team.says(ben, f"{code}: Still here.")
    return Due(ben.phone, (f"{code}: ok", f"{code}: ok")), Due(anna, ("Still here.", "Still here."))


def check_in(team: Team) -> tuple[Due, ...]:
    team.house.clock.now = team.house.set_check_in(anna := new_phone())
    return (Due(anna, ("",)),)


SCENES = [
    first_step,
    next_step,
    a_lost_alert,
    taken,
    passed_on,
    a_talk,
    check_in,
]


@pytest.fixture(scope="module")
def mortal() -> Iterator[Mortals]:
    with mortals() as made:
        yield made


@pytest.fixture
def quick(team: Team) -> Iterator[Team]:
    """Return the team on a Redis that does not wait for its disk: workers go on from the scenes hundreds of times."""
    with team.house.redis.configured(appendfsync="no"):
        yield team


def came(team: Team, due: tuple[Due, ...], before: dict[str, int]) -> list[bool]:
    """Tell whether exactly what is due arrived at each phone."""
    came = [team.house.provider.sent_to(phone)[before[phone] :] for phone, _ in due]
    return [
        len(texts) == len(one.texts) and all(part in text for part, text in zip(one.texts, texts, strict=True))
        for one, texts in zip(due, came, strict=True)
    ]


class Kept:
    """Copy of all that lasts when a process dies: what is stored, what the provider was given, and the time."""

    def __init__(self, house: House) -> None:
        self._house, self._stored, self._now = house, house.redis.keep(), house.clock.now
        self._texts = list(house.provider.texts)

    def put_back(self) -> None:
        self._house.redis.put_back(self._stored)
        self._house.provider.texts[:] = self._texts
        self._house.clock.now = self._now


def killed_before_each_call(team: Team, mortal: Mortals, scene: Scene) -> None:
    """Set the scene once, and go on from it with a worker that dies one call later each time, and then another."""
    house, calls, killed = team.house, 0, True
    due = scene(team)
    kept = Kept(house)
    while killed:
        kept.put_back()
        before = {phone: len(house.provider.sent_to(phone)) for phone, _ in due}
        killed = mortal.work(house.environ, house.clock(), calls)
        house.work()
        house.let_pass(LEASE_SECONDS + 1)
        assert all(came(team, due, before)), f"killed before call {calls}"
        calls += 1
    assert calls > 10


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
def test_worker_killed_before_any_call_loses_and_doubles_nothing(quick: Team, mortal: Mortals, scene: Scene) -> None:
    killed_before_each_call(quick, mortal, scene)


def test_worker_killed_around_the_alert_webhook_keeps_one_id_per_step(quick: Team, mortal: Mortals) -> None:
    team, house, calls, killed = quick, quick.house, 0, True
    with listening() as (ear, url):
        environ = house.environ | {"ALERT_WEBHOOK_URL": url, "ALERT_WEBHOOK_KEY": "k" * 40}
        team.asks(new_phone())
        kept = Kept(house)
        while killed:
            kept.put_back()
            ear.heard.clear()
            killed = mortal.work(environ, house.clock(), calls)
            mortal.work(environ, house.clock(), 10_000)
            mortal.work(environ, house.clock() + LEASE_SECONDS, 10_000)
            assert 1 <= len(ear.heard) <= 2, f"killed before call {calls}"
            assert len({body for _, body in ear.heard}) == 1, f"killed before call {calls}"
            calls += 1
    assert calls > 10


def test_worker_killed_while_recording_a_failure_records_it_once(quick: Team, mortal: Mortals) -> None:
    team, house, calls, killed = quick, quick.house, 0, True
    ben = team.colleague("Ben")
    code = team.asks(anna := new_phone())
    team.says(ben, f"TAKE {code}")
    house.work()
    house.store.sent.report(house.provider.sids_to(anna)[0], "failed", 4, 30008, lost=True)
    kept = Kept(house)
    while killed:
        kept.put_back()
        killed = mortal.work(house.environ, house.clock(), calls)
        house.let_pass(LEASE_SECONDS + 1)
        lines = [line.text for line in house.store.cases.thread(code)]
        assert lines.count(Event.TEXT_FAILED.value) == 1, f"killed before call {calls}"
        calls += 1
    assert calls > 5
