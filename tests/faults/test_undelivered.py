"""Delivery reports: an alert that did not arrive counts as missed, and a lost text is shown as lost."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import pytest
from flask.testing import FlaskClient

from bot.casework.cases import Line
from bot.flows.names import Event
from bot.sms.twilio import sign
from bot.staff.accounts import Role, Staff, new_id
from bot.web import create_app
from tests.faults.test_alerts import MINUTE, on_duty
from tests.support.product import PUBLIC, Product, new_phone, wait_until
from tests.support.team import Team

pytestmark = pytest.mark.faults

OFF, GONE, FILTERED = 30003, 30005, 30007


@lru_cache(maxsize=1)
def door(team: Team) -> FlaskClient:
    """Return the web side of the app."""
    return create_app(runtime=team.house.runtime).test_client()


def report(team: Team, sid: str, status: str, code: int = 0, to: str = "") -> None:
    """Let the provider report on one text."""
    fields = {"MessageSid": sid, "SmsSid": sid, "MessageStatus": status, "From": team.house.provider.number, "To": to}
    fields |= {"ErrorCode": str(code)} if code else {}
    signed = {"X-Twilio-Signature": sign(team.house.provider.token, f"{PUBLIC}/sms/status", fields)}
    assert door(team).post("/sms/status", data=fields, headers=signed).status_code == 204


def last_failed(team: Team, phone: str, code: int = OFF, status: str = "undelivered") -> None:
    """Report the last text to this phone as failed."""
    report(team, team.house.provider.sids_to(phone)[-1], status, code, phone)


def lost_lines(team: Team, code: str) -> list[Line]:
    return [line for line in team.house.store.cases.thread(code) if line.text == Event.TEXT_FAILED.value]


@pytest.fixture
def duty(team: Team) -> tuple[Staff, Staff, Staff]:
    """Put two on duty, with a lead at home."""
    ann, ben, lea = team.colleague("Ann"), team.colleague("Ben"), team.colleague("Lea", Role.LEAD)
    on_duty(team, ann, ben)
    return ann, ben, lea


@pytest.fixture
def reports_first(team: Team, duty: tuple[Staff, Staff, Staff], monkeypatch: pytest.MonkeyPatch) -> None:
    """Report those on duty as not reached before the sending call has returned."""
    sms, lea = team.house.sms, duty[2]
    real = sms.send

    def reported(to: str, *rest: str) -> str:
        sid = real(to, *rest)
        if to != lea.phone:
            report(team, sid, "undelivered", OFF, to)
        return sid

    monkeypatch.setattr(sms, "send", reported)


@pytest.mark.parametrize("status", ["undelivered", "failed"])
def test_step_without_delivered_alerts_escalates_at_once(
    team: Team, duty: tuple[Staff, Staff, Staff], status: str
) -> None:
    ann, ben, lea = duty
    team.asks(anna := new_phone())
    team.house.work()
    last_failed(team, ann.phone, status=status)
    team.house.let_pass(10)
    assert (team.alerts(lea), team.told(anna)) == (0, 0)
    last_failed(team, ben.phone, status=status)
    team.house.let_pass(10)
    assert [team.alerts(person) for person in duty] == [1, 1, 1]
    assert team.told(anna) == 1


def test_delivered_alert_keeps_its_time_to_answer(team: Team, duty: tuple[Staff, Staff, Staff]) -> None:
    ann, ben, lea = duty
    team.asks(new_phone())
    team.house.work()
    last_failed(team, ann.phone)
    report(team, team.house.provider.sids_to(ben.phone)[0], "delivered")
    team.house.let_pass(4 * MINUTE)
    assert team.alerts(lea) == 0
    team.house.let_pass(MINUTE)
    assert team.alerts(lea) == 1


@pytest.mark.usefixtures("reports_first")
def test_report_before_the_send_returns_counts(team: Team, duty: tuple[Staff, Staff, Staff]) -> None:
    team.asks(new_phone())
    team.house.let_pass(1)
    assert [team.alerts(person) for person in duty] == [1, 1, 1]


@pytest.mark.usefixtures("reports_first")
def test_report_handled_before_the_send_is_recorded_counts(
    team: Team, duty: tuple[Staff, Staff, Staff], monkeypatch: pytest.MonkeyPatch
) -> None:
    sent, other = team.house.store.sent, team.house.new_worker()
    real = sent.record

    def and_heard(sid: str, job: str) -> None:
        real(sid, job)
        if job.startswith("page:"):
            assert other.work_once()

    monkeypatch.setattr(sent, "record", and_heard)
    team.asks(new_phone())
    team.house.worker.work_once()
    team.house.worker.work_once()
    team.house.worker.work_once()
    monkeypatch.setattr(sent, "record", real)
    team.house.let_pass(1)
    assert [team.alerts(person) for person in duty] == [1, 1, 1]


def test_repeated_and_unordered_reports_count_once(team: Team, duty: tuple[Staff, Staff, Staff]) -> None:
    team.asks(anna := new_phone())
    team.house.work()
    for status in ("failed", "sent", "undelivered", "failed", "queued", "delivered"):
        for person in duty[:2]:
            last_failed(team, person.phone, status=status)
        team.house.let_pass(1)
    assert [team.alerts(person) for person in duty] == [1, 1, 1]
    assert team.told(anna) == 1


def test_switched_off_phone_is_retried_at_later_steps(team: Team) -> None:
    ann = team.colleague("Ann")
    team.asks(anna := new_phone())
    for _ in range(9 * 6):
        team.house.let_pass(10)
        for sid in team.house.provider.sids_to(ann.phone):
            report(team, sid, "undelivered", OFF, ann.phone)
    assert team.alerts(ann) == 2
    assert team.told(anna) == 1
    team.house.let_pass(2 * MINUTE)
    assert team.alerts(ann) == 3


def test_invalid_number_is_not_retried(team: Team, duty: tuple[Staff, Staff, Staff]) -> None:
    ann, ben, lea = duty
    team.asks(new_phone())
    team.house.work()
    for person in (ann, ben):
        last_failed(team, person.phone, GONE)
    team.house.let_pass(30 * MINUTE)
    assert (team.alerts(ann), team.alerts(ben)) == (1, 1)
    assert team.alerts(lea) > 1


def test_filtered_text_is_logged_by_its_code_only(
    team: Team, duty: tuple[Staff, Staff, Staff], caplog: pytest.LogCaptureFixture
) -> None:
    code = team.asks(new_phone())
    team.house.work()
    last_failed(team, duty[0].phone, FILTERED)
    team.house.let_pass(1)
    assert any(record.levelname == "ERROR" and "30007" in record.getMessage() for record in caplog.records)
    for secret in (duty[0].phone, duty[0].phone[2:], duty[0].id, code):
        assert secret not in caplog.text


def test_report_on_a_claimed_case_alerts_nobody(team: Team, duty: tuple[Staff, Staff, Staff]) -> None:
    ann, ben, lea = duty
    code = team.asks(new_phone())
    team.house.work()
    team.says(ben, f"TAKE {code}")
    for phone in (ann.phone, ben.phone):
        report(team, team.house.provider.sids_to(phone)[0], "failed", OFF, phone)
    team.house.let_pass(10 * MINUTE)
    assert team.alerts(lea) == 0


def test_caseworker_sees_each_undelivered_text_once(team: Team) -> None:
    ben, anna = team.colleague("Ben"), new_phone()
    code = team.asks(anna)
    team.says(ben, f"TAKE {code}")
    team.says(ben, f"{code}: Still here.")
    team.house.hears("ok", anna)
    team.house.work()
    assert lost_lines(team, code) == []
    for status in ("undelivered", "failed"):
        last_failed(team, anna, status=status)
        last_failed(team, ben.phone, status=status)
        team.house.work()
    assert [line.by for line in lost_lines(team, code)] in (["", ben.id], [ben.id, ""])


@pytest.mark.parametrize("code", ["21211", "429"])
def test_caseworker_sees_a_text_the_provider_refused(team: Team, code: str) -> None:
    ben, anna = team.colleague("Ben"), new_phone()
    case = team.asks(anna)
    team.says(ben, f"TAKE {case}")
    team.house.work()
    team.says(ben, f"{case}: Still here.")
    team.house.provider.refuses[anna] = code
    team.house.let_pass(20 * MINUTE)
    assert [line.by for line in lost_lines(team, case)] == [""]


@pytest.mark.parametrize("words", ["STOP", "forget me"])
def test_report_on_former_staff_changes_nothing(team: Team, words: str) -> None:
    ben, anna = team.colleague("Ben"), new_phone()
    code = team.asks(anna)
    team.says(ben, f"TAKE {code}")
    team.house.work()
    team.house.hears(words, anna)
    if words == "forget me":
        team.house.hears("1", anna)
    team.house.work()
    lines = len(team.house.store.cases.thread(code))
    last_failed(team, anna)
    team.house.work()
    assert len(team.house.store.cases.thread(code)) == lines
    assert team.house.store.due.waiting() == 0


def test_same_text_is_sent_again_after_a_failed_attempt(team: Team) -> None:
    ben, anna = team.colleague("Ben"), new_phone()
    code = team.asks(anna)
    team.says(ben, f"TAKE {code}")
    team.says(ben, f"{code}: Still here.")
    team.house.work()
    team.says(ben, f"{code}: Still here.")
    with team.house.provider.broken("429"):
        team.house.work()
    team.house.let_pass(5 * MINUTE)
    assert team.house.provider.sent_to(anna).count("Still here.") == 2


def test_running_product_escalates_at_once_when_no_alert_arrived(
    product: Product,
) -> None:
    lea = Staff(new_id(), "lea", "Lea", frozenset({Role.LEAD}), 0, new_phone(), password="hash", secret="secret")
    product.store.staff.add(lea)
    anna, provider = new_phone(), product.provider
    for text in ("hey", "1", "ok", "talk to a person", "just say i want to talk", "no name"):
        product.text(text, anna)
    wait_until(lambda: provider.sent_to(lea.phone), 10, "the alert")
    (sid,) = provider.sids_to(lea.phone)
    fields = {"MessageSid": sid, "MessageStatus": "undelivered", "ErrorCode": str(OFF), "To": lea.phone}
    assert product.post("/sms/status", fields).status == 204
    wait_until(lambda: len(provider.sent_to(lea.phone)) == 2, 10, "the next step")
    wait_until(lambda: any("longer" in text for text in provider.sent_to(anna)), 10, "the word to the person")
    assert lea.phone not in product.log
    product.text("STOP", anna)
    product.store.staff.change(lea.id, lambda person: replace(person, active=False))
