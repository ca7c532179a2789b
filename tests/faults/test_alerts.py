"""Alerts: none is lost and none is sent twice, whatever breaks; the person is told in time (promises 1, 5, 6, 9)."""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

import pytest

import bot.jobs.worker
from bot.errors import StoreUnavailable
from bot.jobs.worker import LEASE_SECONDS
from bot.sms.twilio import TwilioClient
from bot.staff.accounts import Role, Staff, new_id
from bot.staff.rota import Days, Duty, Shift, Span, Swap
from bot.web import create_app
from tests.faults.test_worker import CRASHING, KILLED
from tests.support.in_process import House
from tests.support.product import ROOT, Product, new_phone, wait_until
from tests.support.provider import AFTER
from tests.support.team import Team

pytestmark = pytest.mark.faults

MINUTE = 60


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shorten the time-out for the provider."""
    monkeypatch.setattr(TwilioClient, "timeout_seconds", 1)


def on_duty(team: Team, *people: Staff) -> None:
    """Put everyone on call for the day."""
    for person in people:
        team.house.store.staff.rota.change(
            person.id, lambda duty: replace(duty, until=team.house.clock() + 24 * 60 * MINUTE)
        )


def test_alert_holds_code_wait_link_and_instructions_only(team: Team) -> None:
    sam = team.colleague("Sam")
    code = team.asks(new_phone())
    team.house.work()
    link = f"{team.house.runtime.settings.public_url}/console/{code}"
    assert team.texts(sam) == [f"Oak Line: case {code} has just come in. {link}  Reply TAKE {code}"]


def test_each_step_alerts_new_staff_once_and_tells_the_person_once(team: Team) -> None:
    ann, ben = team.colleague("Ann"), team.colleague("Ben")
    lea = team.colleague("Lea", Role.LEAD)
    on_duty(team, ann)
    anna = new_phone()
    team.asks(anna)
    seen = []
    for minutes in (0, 4, 1, 4, 1, 10, 10, 10, 60):
        team.house.let_pass(minutes * MINUTE)
        team.house.work()
        seen.append((team.alerts(ann), team.alerts(lea), team.alerts(ben), team.told(anna)))
    assert seen == [
        (1, 0, 0, 0), (1, 0, 0, 0), (1, 1, 0, 1), (1, 1, 0, 1), (1, 1, 1, 2), (2, 2, 2, 3), (3, 3, 3, 4), (4, 4, 4, 5),
        (5, 5, 5, 5),
    ]  # fmt: skip


POINTS = [
    ("due", "claim", "after"), ("store", "commit", "before"), ("store", "commit", "after"),
    ("due", "complete", "before"),
    ("due", "complete", "after"), ("begun", "start", "before"), ("begun", "start", "after"), ("sms", "send", "before"),
    ("sms", "send", "after"), ("begun", "finish", "before"), ("begun", "finish", "after"),
]  # fmt: skip


@pytest.mark.parametrize("steps", [1, 2], ids=["first step", "next step"])
@pytest.mark.parametrize("point", POINTS, ids=" ".join)
def test_killed_worker_loses_and_doubles_no_alert(team: Team, point: tuple[str, str, str], steps: int) -> None:
    house = team.house
    ann, ben, lea = team.colleague("Ann"), team.colleague("Ben"), team.colleague("Lea", Role.LEAD)
    on_duty(team, ann, ben)
    anna = new_phone()
    team.asks(anna)
    if steps == 2:
        house.work()
        house.clock.now = (house.clock.now or 0) + 5 * MINUTE
    crashing = CRASHING.replace('"sms": sms}', '"sms": sms, "begun": store.begun}')
    command = [sys.executable, "-c", crashing, *point, str(house.clock())]
    died = subprocess.run(command, cwd=ROOT, env=house.environ | {"PYTHONPATH": ""}, check=False, timeout=30)
    assert died.returncode == KILLED
    house.work()
    house.let_pass(LEASE_SECONDS + 90)
    assert [team.alerts(person) for person in (ann, ben, lea)] == [1, 1, steps - 1]
    assert team.told(anna) == steps - 1


MODES = ["429", "500", "hang", "cut", AFTER + "500", AFTER + "hang", AFTER + "cut"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.usefixtures("hasty")
def test_alert_is_sent_once_when_the_provider_fails_or_does_not_confirm(team: Team, mode: str) -> None:
    ann, ben = team.colleague("Ann"), team.colleague("Ben")
    team.asks(new_phone())
    with team.house.provider.broken(mode):
        team.house.work()
        team.house.let_pass(MINUTE)
    team.house.let_pass(2 * MINUTE)
    assert (team.alerts(ann), team.alerts(ben)) == (1, 1)


def test_hours_of_former_staff_are_ignored(team: Team) -> None:
    ann, gone, lea = team.colleague("Ann"), team.colleague("Gone"), team.colleague("Lea", Role.LEAD)
    on_duty(team, gone)
    team.house.store.staff.change(gone.id, lambda kept: replace(kept, active=False))
    team.asks(new_phone())
    team.house.work()
    assert (team.alerts(ann), team.alerts(lea), team.alerts(gone)) == (1, 1, 0)


def test_outage_longer_than_the_escalation_loses_no_alert(team: Team) -> None:
    ann, anna = team.colleague("Ann"), new_phone()
    team.asks(anna)
    with team.house.provider.broken("429"):
        team.house.let_pass(150 * MINUTE)
    assert team.alerts(ann) == 0
    team.house.let_pass(15 * MINUTE)
    assert team.alerts(ann) == 1


@pytest.mark.parametrize("code", ["21610", "21211", "21614"])
def test_unreachable_phone_is_tried_once_and_escalates_at_once(team: Team, code: str) -> None:
    house = team.house
    ann, lea = team.colleague("Ann"), team.colleague("Lea", Role.LEAD)
    on_duty(team, ann)
    house.provider.refuses[ann.phone] = code
    team.asks(new_phone())
    house.let_pass(1)
    assert (team.alerts(ann), team.alerts(lea)) == (0, 1)
    house.let_pass(60 * MINUTE)
    assert house.provider.tried.count(ann.phone) == 1
    assert team.alerts(lea) == 4


def test_alerts_repeat_hourly_until_the_case_is_taken(team: Team) -> None:
    ann, anna = team.colleague("Ann"), new_phone()
    code = team.asks(anna)
    team.house.let_pass(60 * MINUTE)
    told = team.told(anna)
    for hours in (1, 1, 12):
        before = team.alerts(ann)
        team.house.let_pass(hours * 60 * MINUTE)
        assert team.alerts(ann) == before + hours
    assert team.told(anna) == told
    team.says(ann, f"TAKE {code}")
    taken = team.alerts(ann)
    team.house.let_pass(12 * 60 * MINUTE)
    assert team.alerts(ann) == taken


@pytest.mark.parametrize("by_hand", [True, False], ids=["by hand", "weekly"])
def test_start_of_duty_alerts_at_once(team: Team, by_hand: bool) -> None:
    ann, ben = team.colleague("Ann"), team.colleague("Ben")
    on_duty(team, ben)
    team.asks(new_phone())
    team.house.let_pass(75 * MINUTE)
    before = (team.alerts(ann), team.alerts(ben))
    if by_hand:
        on_duty(team, ann)
    else:
        local = datetime.fromtimestamp(team.house.clock(), team.house.runtime.settings.timezone)
        minute = local.hour * 60 + local.minute
        span = Span(local.weekday(), minute, minute + 120)
        team.house.store.staff.rota.change(ann.id, lambda _: Duty((span,)))
    team.house.let_pass(2 * MINUTE)
    assert (team.alerts(ann), team.alerts(ben)) == (before[0] + 1, before[1])
    team.house.let_pass(10 * MINUTE)
    assert (team.alerts(ann), team.alerts(ben)) == (before[0] + 1, before[1])


def test_alert_goes_to_who_has_taken_the_shift_of_today(team: Team) -> None:
    ann, ben, cleo = team.colleague("Ann"), team.colleague("Ben"), team.colleague("Cleo")
    today = datetime.fromtimestamp(team.house.clock(), team.house.runtime.settings.timezone).toordinal()
    shift, other = Shift(today, 0, 0), Shift(today, 0, 1439)
    weekly, rota = Span((today - 1) % 7, 0, 0), team.house.store.staff.rota
    rota.change(ann.id, lambda _: Duty((weekly,), swaps=(Swap(*shift, ben.id, accepted=True),)))
    rota.change(cleo.id, lambda _: Duty(once=(other,), away=(Days(today, today),)))
    team.asks(new_phone())
    team.house.work()
    assert [team.alerts(who) for who in (ann, ben, cleo)] == [0, 1, 0]


OURS = ["21606", "21608", "20003", "20404", "302", "21408", "99999"]


@pytest.mark.parametrize("mode", OURS)
def test_error_of_our_own_loses_no_alert_and_shows_in_readyz(team: Team, mode: str) -> None:
    ann, ben, anna = team.colleague("Ann"), team.colleague("Ben"), new_phone()
    web = create_app(runtime=team.house.runtime).test_client()
    team.asks(anna)
    with team.house.provider.broken(mode):
        team.house.work()
        assert web.get("/readyz").status_code == 503
        team.house.let_pass(MINUTE)
    assert team.house.store.unreachable([ann.phone, ben.phone]) == frozenset()
    team.house.let_pass(2 * MINUTE)
    assert (team.alerts(ann), team.alerts(ben), team.told(anna)) == (1, 1, 0)
    assert web.get("/readyz").status_code == 200


@pytest.mark.parametrize("mode", ["21606", "302", "429"])
def test_long_refusal_of_ours_takes_steps_slowly_and_alerts_soon_after_it(team: Team, mode: str) -> None:
    ann = team.colleague("Ann")
    code = team.asks(new_phone())
    with team.house.provider.broken(mode):
        team.house.let_pass(60 * MINUTE)
    assert team.case(code).step <= 9
    team.house.let_pass(15 * MINUTE)
    assert team.alerts(ann) == 1


GARBAGE = [
    "", "{}", '{"sid": null}', '{"sid": ""}', '{"sid": "queued", "status": "queued"}', '{"sid": "ok"}',
    '{"sid": "SM00000000000000000000000000000001"}', '{"sid": "SM00000000000000000000000000000001", "status": null}',
    '{"sid": "SM00000000000000000000000000000001", "status": "failed"}', "null", "[]", '"ok"', "<html></html>",
    '{"sid": "SM1',
    '{"sid": "SM00000000000000000000000000000001", "status": "undelivered", "error_code": 30003}',
    '{"sid": "SM00000000000000000000000000000001", "status": "canceled"}', "7", "true",
]  # fmt: skip


@pytest.mark.parametrize("status", ["200", "201", "204"])
@pytest.mark.parametrize("body", GARBAGE)
def test_answer_that_proves_nothing_is_not_taken_for_sent(team: Team, body: str, status: str) -> None:
    ann, anna = team.colleague("Ann"), new_phone()
    code = team.asks(anna)
    with team.house.provider.broken(f"says {status} {body}"):
        team.house.work()
    assert team.alerts(ann) == 0
    team.house.let_pass(MINUTE)
    assert team.alerts(ann) == 1
    team.says(ann, f"TAKE {code}")
    team.house.work()
    with team.house.provider.broken(f"says {status} {body}"):
        team.says(ann, f"{code}: Here.")
        team.house.work()
    team.house.let_pass(MINUTE)
    assert team.house.provider.sent_to(anna).count("Here.") == 1


@pytest.mark.parametrize("body", GARBAGE[:6])
def test_text_that_was_taken_in_spite_of_garbage_is_not_sent_twice(team: Team, body: str) -> None:
    ann = team.colleague("Ann")
    team.asks(new_phone())
    with team.house.provider.broken(f"{AFTER}says 200 {body}"):
        team.house.work()
    team.house.let_pass(MINUTE)
    assert team.alerts(ann) == 1


@pytest.mark.parametrize("code", ["21610", "21211"])
def test_status_failed_with_the_recipients_own_error_marks_them(team: Team, code: str) -> None:
    ann = team.colleague("Ann")
    team.asks(new_phone())
    sid = "SM00000000000000000000000000000001"
    with team.house.provider.broken(f'says 201 {{"sid": "{sid}", "status": "failed", "error_code": {code}}}'):
        team.house.work()
    assert team.house.store.unreachable([ann.phone]) == {ann.phone}


def test_concurrent_claims_by_text_have_one_owner(team: Team) -> None:
    for _ in range(5):
        ann, ben = team.colleague(f"Ann{_}"), team.colleague(f"Ben{_}")
        anna = new_phone()
        code = team.asks(anna)
        team.house.work()
        together = threading.Barrier(2)
        replies: dict[str, str] = {}

        def take(person: Staff, together=together, replies=replies, code=code) -> None:  # type: ignore[no-untyped-def]
            together.wait()
            replies[person.id] = team.says(person, f"take {code}").text

        threads = [threading.Thread(target=take, args=(person,)) for person in (ann, ben)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        owner, other = (ann, ben) if team.case(code).owner == ann.id else (ben, ann)
        assert replies[owner.id].startswith(f"{code} is yours.")
        assert replies[other.id] == f"{owner.name} has {code}."
        team.house.work()
        assert [text for text in team.texts(other) if "taken" in text] == [f"Oak Line: case {code} is taken."]
        assert len([text for text in team.house.provider.sent_to(anna) if owner.name in text]) == 1


@pytest.mark.parametrize("words", ["take it back", "STOP", "forget me"])
def test_consent_withdrawn_before_the_alert_alerts_nobody(team: Team, words: str) -> None:
    ann = team.colleague("Ann")
    anna = new_phone()
    team.asks(anna)
    team.house.worker.work_once()  # the step runs, its alerts wait
    assert team.texts(ann) == []
    team.house.hears(words, anna)
    if words == "forget me":
        team.house.hears("1", anna)
    team.house.let_pass(60 * MINUTE)
    assert team.texts(ann) == []


def test_expired_consent_alerts_nobody(team: Team) -> None:
    ann = team.colleague("Ann")
    team.asks(new_phone())
    team.house.clock.now = (team.house.clock.now or 0) + 91 * 24 * 60 * MINUTE
    team.house.work()
    assert team.texts(ann) == []


def test_redis_killed_after_an_alert_doubles_nothing(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    house = team.house
    ann, ben = team.colleague("Ann"), team.colleague("Ben")
    team.asks(new_phone())
    sms = house.sms
    real = sms.send

    def then_killed(*args: str) -> str:
        monkeypatch.setattr(sms, "send", real)
        sid = real(*args)
        with house.redis.killed():
            return sid

    monkeypatch.setattr(sms, "send", then_killed)
    for _ in range(3):
        with suppress(StoreUnavailable):
            house.work()
    house.let_pass(LEASE_SECONDS + MINUTE)
    assert (team.alerts(ann), team.alerts(ben)) == (1, 1)


def test_two_workers_send_each_alert_once_with_a_slow_provider(live: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.jobs.worker, "LEASE_SECONDS", 2)
    team = Team(live)
    people = [team.colleague(f"Ann{number}") for number in range(6)]
    team.asks(new_phone())
    live.provider.slow_seconds = 0.6
    with live.provider.broken("slow"):
        live.work_by_two(lambda: all(team.alerts(person) for person in people) and live.store.due.waiting() == 1, 20)
    assert [team.alerts(person) for person in people] == [1] * 6


def test_running_product_alerts_a_phone_and_accepts_its_claim(product: Product) -> None:
    sam = Staff(new_id(), "sam", "Sam", frozenset({Role.CASEWORKER}), 0, new_phone(), password="hash", secret="secret")
    product.store.staff.add(sam)
    anna = new_phone()
    for text in ("hey", "1", "ok", "talk to a person", "just say i want to talk", "no name"):
        product.text(text, anna)
    sent_to = product.provider.sent_to
    wait_until(lambda: sent_to(sam.phone), 10, "the alert")
    session = product.person(anna).session
    assert session is not None
    assert product.text(f"TAKE {session.case}", sam.phone).text.startswith(f"{session.case} is yours.")
    wait_until(lambda: sent_to(anna), 10, "the word that somebody is here")
    assert product.text("hi there", anna).messages == []
    wait_until(lambda: len(sent_to(sam.phone)) == 2, 10, "the relay")
    assert sent_to(sam.phone)[1] == f"{session.case}: hi there"
    assert product.text("CLOSE helped", sam.phone).text == f"{session.case} is closed. We told them."
    for secret in (sam.phone, sam.phone[2:], anna, "hi there"):
        assert secret not in product.log
    product.store.staff.change(sam.id, lambda person: replace(person, active=False))
