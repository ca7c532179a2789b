"""Tasks and referrals on a case's page: what can be added, and what is stored."""

from __future__ import annotations

import datetime as dt
from html import unescape

import pytest
from flask.testing import FlaskClient

from bot.casework.tasks import ReferralOutcome, Work
from bot.runtime.runtime import Runtime
from bot.staff.accounts import Staff
from bot.web.console.tasks import LONGEST_WORDS, MOST_ENTRIES, NO_KIND, NO_SERVICE, NO_TIME, NO_WORDS
from tests.support.console import act
from tests.support.tasks import WORDS, add, day, page, work

# Tasks


def test_task_is_added_ticked_off_and_reopened(desk: FlaskClient, code: str, runtime: Runtime, sam: Staff) -> None:
    assert add(desk, code, due=day(runtime, 2)) == 303
    task = work(runtime, code).tasks[0]
    assert (task.words, task.by, task.is_open) == (WORDS, sam.id, True)
    shown = page(desk, code)
    assert WORDS in shown
    assert "Go along to an appointment" in shown
    assert "Overdue" not in shown
    act(desk, code, "task/done", number="0")
    assert not work(runtime, code).tasks[0].is_open
    assert "Reopen" in page(desk, code)
    act(desk, code, "task/done", number="0", undo="1")
    assert work(runtime, code).tasks[0] == task


def test_task_is_due_in_the_programmes_time_zone(desk: FlaskClient, code: str, runtime: Runtime) -> None:
    due = day(runtime, 3)
    add(desk, code, due=due)
    at = dt.datetime.fromtimestamp(work(runtime, code).tasks[0].due_at, runtime.settings.timezone)
    assert at.strftime("%Y-%m-%dT%H:%M") == due


def test_overdue_task_is_marked_and_listed_first(desk: FlaskClient, code: str, runtime: Runtime) -> None:
    add(desk, code, "no time at all")
    add(desk, code, "soon", day(runtime, 1))
    add(desk, code, "late", day(runtime, -1))
    shown = page(desk, code)
    assert shown.count("Overdue") == 1
    places = [shown.index(f">{words}<") for words in ("late", "soon", "no time at all")]
    assert places == sorted(places)
    act(desk, code, "task/done", number="2")
    assert "Overdue" not in page(desk, code)


@pytest.mark.parametrize(
    ("form", "fault"),
    [
        ({"kind": "nonsense", "words": "x"}, NO_KIND),
        ({"kind": "papers", "words": "   "}, NO_WORDS),
        ({"kind": "papers", "words": "x" * (LONGEST_WORDS + 1)}, NO_WORDS),
        ({"kind": "papers", "words": "x", "due": "tomorrow"}, NO_TIME),
        ({"kind": "papers", "words": "x", "due": "2999-01-01T10:00"}, NO_TIME),
    ],
)
def test_invalid_task_is_refused_with_a_reason_and_not_audited(
    desk: FlaskClient, code: str, runtime: Runtime, form: dict[str, str], fault: str
) -> None:
    page(desk, code)  # the view is recorded
    trail = runtime.store.staff.audit
    before = trail.count()
    refused = act(desk, code, "task", **form)
    assert (refused.status_code, fault in unescape(refused.text)) == (422, True)
    assert work(runtime, code) == Work()
    assert trail.count() == before


@pytest.mark.parametrize("number", ["7", "-1", "", "x"])
def test_unknown_task_number_changes_nothing(desk: FlaskClient, code: str, runtime: Runtime, number: str) -> None:
    add(desk, code)
    before = work(runtime, code)
    for what, form in (("task/done", {}), ("referral/outcome", {"outcome": "full"})):
        assert act(desk, code, what, number=number, **form).status_code == 422
    assert work(runtime, code) == before
    assert runtime.store.reverify.listed() == []


def test_number_of_tasks_is_limited(desk: FlaskClient, code: str, runtime: Runtime) -> None:
    add(desk, code)
    runtime.store.work.change(code, lambda kept: Work(kept.tasks * MOST_ENTRIES))
    assert add(desk, code) == 422
    assert len(work(runtime, code).tasks) == MOST_ENTRIES


# Referrals


def test_referral_names_the_service_and_its_audience(
    desk: FlaskClient, code: str, runtime: Runtime, sam: Staff
) -> None:
    picky = next(service for service in runtime.directory.now if len(service.eligibility) > 10)
    assert act(desk, code, "referral", service=picky.id).status_code == 303
    referral = work(runtime, code).referrals[0]
    assert (referral.service_id, referral.by, referral.outcome) == (picky.id, sam.id, ReferralOutcome.OPEN)
    shown = page(desk, code)
    assert f">{picky.name}<" in shown
    assert f"Who they accept: {picky.eligibility}" in shown


@pytest.mark.parametrize("outcome", list(ReferralOutcome))
def test_doubtful_outcome_lists_the_service_for_checking(
    desk: FlaskClient, code: str, runtime: Runtime, outcome: ReferralOutcome, service: str
) -> None:
    act(desk, code, "referral", service=service)
    assert act(desk, code, "referral/outcome", number="0", outcome=outcome).status_code == 303
    referral = work(runtime, code).referrals[0]
    assert referral.outcome is outcome
    assert referral.outcome_at
    doubts = runtime.store.reverify.listed()
    doubtful = outcome in {ReferralOutcome.FULL, ReferralOutcome.NOT_ELIGIBLE, ReferralOutcome.WENT_BADLY}
    today = day(runtime, 0)[:10]
    assert [tuple(doubt) for doubt in doubts] == ([(service, outcome.value, today)] if doubtful else [])


def test_unknown_service_or_outcome_is_refused(desk: FlaskClient, code: str, runtime: Runtime, service: str) -> None:
    assert NO_SERVICE in act(desk, code, "referral", service="nowhere").text
    act(desk, code, "referral", service=service)
    assert act(desk, code, "referral/outcome", number="0", outcome="splendid").status_code == 422
    assert work(runtime, code).referrals[0].outcome is ReferralOutcome.OPEN


def test_referral_outlives_its_service(desk: FlaskClient, code: str, runtime: Runtime, service: str) -> None:
    act(desk, code, "referral", service=service)
    runtime.store.work.change(
        code, lambda kept: Work(referrals=tuple(type(one)("gone", one.by, one.at) for one in kept.referrals))
    )
    assert "A service that is no longer listed" in page(desk, code)
