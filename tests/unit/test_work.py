"""Tasks and referrals as values: due, overdue, how a referral is counted; and the safe times of day."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from bot.casework.safe_times import is_outside
from bot.casework.tasks import (
    Referral,
    ReferralOutcome,
    Task,
    TaskKind,
    Work,
    counted,
    next_due,
    noted,
    ticked,
    with_referral,
    with_task,
)
from bot.web.console.safe_times import told

ZONE = ZoneInfo("America/Los_Angeles")


def task(due_at: int = 0, **more: int) -> Task:
    return Task(TaskKind.GO_ALONG, "the clinic", "s1", 100, due_at, **more)


def test_open_task_is_overdue_from_its_due_time() -> None:
    assert [task(500).is_overdue(now) for now in (499, 500, 501)] == [False, True, True]
    assert not task(500, done_at=400).is_overdue(900)
    assert not task().is_overdue(900)


def test_next_task_is_the_open_one_due_first() -> None:
    tasks = (task(), task(900), task(300, done_at=200), task(500))
    assert next_due(tasks) == tasks[3]
    assert next_due(tasks[:1]) is None


def test_completed_task_can_be_reopened() -> None:
    work = with_task(with_task(Work(), task(500)), task(900))
    done = ticked(work, 1, 700)
    assert [entry.done_at for entry in done.tasks] == [0, 700]
    assert ticked(done, 1, 0) == work


@pytest.mark.parametrize("number", [-1, 1, 99])
def test_unknown_entry_raises_lookup_error(number: int) -> None:
    work = with_referral(with_task(Work(), task()), Referral("svc", "s1", 100))
    with pytest.raises(LookupError):
        ticked(work, number, 700)
    with pytest.raises(LookupError):
        noted(work, number, ReferralOutcome.FULL, 700)


def test_referral_is_counted_by_its_outcome_only() -> None:
    work = noted(with_referral(Work(), Referral("svc", "s1", 100)), 0, ReferralOutcome.GOT_IN, 700)
    assert work.referrals == (Referral("svc", "s1", 100, ReferralOutcome.GOT_IN, 700),)
    assert counted(work.referrals[0]) == "referral|got_in"


def test_work_survives_dump_and_load() -> None:
    work = with_referral(with_task(Work(), task(500)), Referral("svc", "s1", 100, ReferralOutcome.FULL, 700))
    assert Work.load(work.dump()) == work


def test_task_text_does_not_print() -> None:
    assert "clinic" not in repr(with_task(Work(), task()))


def at(hour: int, minute: int = 0) -> dt.datetime:
    return dt.datetime(2026, 11, 23, hour, minute, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [("morning", 8, 12), ("afternoon", 12, 17), ("evening", 17, 21), ("any_time", 8, 21)],
)
def test_part_of_the_day_is_safe_from_first_to_last_minute(part: str, first: int, last: int) -> None:
    inside = {hour for hour in range(24) if not is_outside((part,), at(hour, 59))}
    assert inside == set(range(first, last))
    assert not is_outside((part,), at(first))
    assert is_outside((part,), at(last))


def test_each_of_several_parts_is_safe_but_never_the_night() -> None:
    both = ("morning", "evening")
    assert [is_outside(both, at(hour)) for hour in (9, 14, 18, 22, 3)] == [False, True, False, True, True]


def test_no_warning_without_a_named_time() -> None:
    assert not is_outside((), at(3))
    assert told((), at(3)) == ""


def test_warning_names_the_safe_times_and_the_time_now() -> None:
    words = told(("evening",), at(22, 40))
    assert "evenings, 17:00 to 21:00" in words
    assert "22:40" in words
    assert told(("evening",), at(18)) == ""
