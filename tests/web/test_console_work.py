"""Tasks and referrals on a case's page: what can be written down, and what is kept of it."""

from __future__ import annotations

import datetime as dt
from html import unescape

import pytest
from flask.testing import FlaskClient

from bot.casework.tasks import Ended, Work
from bot.conversation.engine import Conversation
from bot.staff.accounts import Staff
from bot.web.console.tasks import LONGEST_WORDS, MOST_ENTRIES, NO_KIND, NO_SERVICE, NO_TIME, NO_WORDS
from tests.support.console import act
from tests.support.tasks import WORDS, add, day, page, work

# Tasks


def test_a_task_is_written_down_ticked_off_and_open_again(
    desk: FlaskClient, code: str, conversation: Conversation, sam: Staff
) -> None:
    assert add(desk, code, due=day(conversation, 2)) == 303
    task = work(conversation, code).tasks[0]
    assert (task.words, task.by, task.is_open) == (WORDS, sam.id, True)
    shown = page(desk, code)
    assert WORDS in shown
    assert "Go along to an appointment" in shown
    assert "Overdue" not in shown
    act(desk, code, "task/done", number="0")
    assert not work(conversation, code).tasks[0].is_open
    assert "Reopen" in page(desk, code)
    act(desk, code, "task/done", number="0", undo="1")
    assert work(conversation, code).tasks[0] == task


def test_a_task_is_due_at_that_time_of_the_programmes_clock(
    desk: FlaskClient, code: str, conversation: Conversation
) -> None:
    due = day(conversation, 3)
    add(desk, code, due=due)
    at = dt.datetime.fromtimestamp(work(conversation, code).tasks[0].due_at, conversation.parts.settings.timezone)
    assert at.strftime("%Y-%m-%dT%H:%M") == due


def test_what_is_late_says_so_in_a_word_and_stands_first(
    desk: FlaskClient, code: str, conversation: Conversation
) -> None:
    add(desk, code, "no time at all")
    add(desk, code, "soon", day(conversation, 1))
    add(desk, code, "late", day(conversation, -1))
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
def test_what_makes_no_task_is_refused_with_a_reason_and_not_noted(
    desk: FlaskClient, code: str, conversation: Conversation, form: dict[str, str], fault: str
) -> None:
    page(desk, code)  # that it was looked at is noted
    trail = conversation.parts.store.staff.audit
    before = trail.count()
    refused = act(desk, code, "task", **form)
    assert (refused.status_code, fault in unescape(refused.text)) == (422, True)
    assert work(conversation, code) == Work()
    assert trail.count() == before


@pytest.mark.parametrize("number", ["7", "-1", "", "x"])
def test_a_number_that_stands_for_nothing_changes_nothing(
    desk: FlaskClient, code: str, conversation: Conversation, number: str
) -> None:
    add(desk, code)
    before = work(conversation, code)
    for what, form in (("task/done", {}), ("referral/outcome", {"outcome": "full"})):
        assert act(desk, code, what, number=number, **form).status_code == 422
    assert work(conversation, code) == before
    assert conversation.parts.store.reverify.listed() == []


def test_there_is_an_end_to_how_many_there_can_be(desk: FlaskClient, code: str, conversation: Conversation) -> None:
    add(desk, code)
    conversation.parts.store.work.change(code, lambda kept: Work(kept.tasks * MOST_ENTRIES))
    assert add(desk, code) == 422
    assert len(work(conversation, code).tasks) == MOST_ENTRIES


# Referrals


def test_a_referral_names_the_service_and_whom_it_takes(
    desk: FlaskClient, code: str, conversation: Conversation, sam: Staff
) -> None:
    picky = next(service for service in conversation.parts.directory if len(service.eligibility) > 10)
    assert act(desk, code, "referral", service=picky.id).status_code == 303
    referral = work(conversation, code).referrals[0]
    assert (referral.service_id, referral.by, referral.outcome) == (picky.id, sam.id, Ended.OPEN)
    shown = page(desk, code)
    assert f">{picky.name}<" in shown
    assert f"Who they accept: {picky.eligibility}" in shown


@pytest.mark.parametrize("outcome", list(Ended))
def test_only_what_throws_doubt_on_a_service_lists_it_to_be_checked(
    desk: FlaskClient, code: str, conversation: Conversation, outcome: Ended, service: str
) -> None:
    act(desk, code, "referral", service=service)
    assert act(desk, code, "referral/outcome", number="0", outcome=outcome).status_code == 303
    referral = work(conversation, code).referrals[0]
    assert referral.outcome is outcome
    assert referral.outcome_at
    doubts = conversation.parts.store.reverify.listed()
    doubtful = outcome in {Ended.FULL, Ended.NOT_ELIGIBLE, Ended.WENT_BADLY}
    today = day(conversation, 0)[:10]
    assert [tuple(doubt) for doubt in doubts] == ([(service, outcome.value, today)] if doubtful else [])


def test_a_service_or_outcome_that_there_is_not_is_refused(
    desk: FlaskClient, code: str, conversation: Conversation, service: str
) -> None:
    assert NO_SERVICE in act(desk, code, "referral", service="nowhere").text
    act(desk, code, "referral", service=service)
    assert act(desk, code, "referral/outcome", number="0", outcome="splendid").status_code == 422
    assert work(conversation, code).referrals[0].outcome is Ended.OPEN


def test_a_referral_outlives_its_service_in_the_directory(
    desk: FlaskClient, code: str, conversation: Conversation, service: str
) -> None:
    act(desk, code, "referral", service=service)
    conversation.parts.store.work.change(
        code, lambda kept: Work(referrals=tuple(type(one)("gone", one.by, one.at) for one in kept.referrals))
    )
    assert "A service that is no longer listed" in page(desk, code)
