"""Tasks and referrals of a case, with their outcomes. Pure: nothing is stored or sent.

The guides ask for each kind: ask an agency whether it has room, gather the papers it needs, visit it together, go
along to appointments, and ask how it went. Entries are never removed or reordered, so an entry's index is its number.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any

from bot.tolerant import known_fields, member


class TaskKind(StrEnum):
    """Kinds of task."""

    GO_ALONG = "go_along"  # company to an appointment
    VISIT_TOGETHER = "visit_together"  # see the agency before anything is settled
    PAPERS = "papers"  # papers that the agency needs
    CAPACITY_INQUIRY = "capacity_inquiry"  # ask whether there is room; needs no name
    REMINDER = "reminder"
    OTHER = "other"


class ReferralOutcome(StrEnum):
    """Outcome of a referral, as far as it is known."""

    OPEN = "open"
    TALKED = "talked"
    GOT_IN = "got_in"
    NOT_ELIGIBLE = "not_eligible"
    FULL = "full"
    WENT_BADLY = "went_badly"
    DECLINED = "declined"
    UNKNOWN = "unknown"


DOUBTFUL = frozenset({ReferralOutcome.NOT_ELIGIBLE, ReferralOutcome.FULL, ReferralOutcome.WENT_BADLY})
"""Outcomes that cast doubt on the directory: its entry for the service should be checked again."""


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do. Times are in epoch seconds, 0 for none; `by` is the staff id of its author."""

    kind: TaskKind
    words: str = field(repr=False)
    by: str
    at: int
    due_at: int = 0
    done_at: int = 0

    @property
    def is_open(self) -> bool:
        """Tell whether the task is still to do."""
        return not self.done_at

    def is_overdue(self, now: int) -> bool:
        """Tell whether the task is open and was due by `now`."""
        return self.is_open and 0 < self.due_at <= now


@dataclass(frozen=True, slots=True)
class Referral:
    """Service the person was referred to. Times as in Task; `outcome_at` is when the outcome was last recorded."""

    service_id: str
    by: str
    at: int
    outcome: ReferralOutcome = ReferralOutcome.OPEN
    outcome_at: int = 0


@dataclass(frozen=True, slots=True)
class Work:
    """Tasks and referrals of one case, in the order in which they were added."""

    tasks: tuple[Task, ...] = ()
    referrals: tuple[Referral, ...] = ()

    def dump(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return asdict(self)

    @classmethod
    def load(cls, stored: dict[str, Any]) -> Work:
        """Build the work from its stored form. Values of another release become "other" and "unknown"."""
        tasks, referrals = stored.get("tasks", ()), stored.get("referrals", ())
        return cls(tuple(map(_task, tasks)), tuple(map(_referral, referrals)))


def _task(stored: dict[str, Any]) -> Task:
    return Task(**known_fields(Task, stored) | {"kind": member(TaskKind, stored["kind"], TaskKind.OTHER)})


def _referral(stored: dict[str, Any]) -> Referral:
    outcome = member(ReferralOutcome, stored.get("outcome", ReferralOutcome.OPEN), ReferralOutcome.UNKNOWN)
    return Referral(**known_fields(Referral, stored) | {"outcome": outcome})


def with_task(work: Work, task: Task) -> Work:
    """Add a task."""
    return replace(work, tasks=(*work.tasks, task))


def ticked(work: Work, number: int, now: int) -> Work:
    """Mark the task with this number as done at `now`, or as open if `now` is 0. Raise LookupError."""
    return replace(work, tasks=_changed(work.tasks, number, done_at=now))


def with_referral(work: Work, referral: Referral) -> Work:
    """Add a referral."""
    return replace(work, referrals=(*work.referrals, referral))


def noted(work: Work, number: int, outcome: ReferralOutcome, now: int) -> Work:
    """Record the outcome of the referral with this number. Raise LookupError."""
    return replace(work, referrals=_changed(work.referrals, number, outcome=outcome, outcome_at=now))


def next_due(tasks: Iterable[Task]) -> Task | None:
    """Return the open task that is due first, overdue ones included; None if no task has a time."""
    return min((task for task in tasks if task.is_open and task.due_at), key=lambda task: task.due_at, default=None)


def counted(referral: Referral) -> str:
    """Return the metric name of a referral with this outcome: "referral|got_in"."""
    return f"referral|{referral.outcome}"


def _changed(entries: tuple[Any, ...], number: int, **changes: object) -> tuple[Any, ...]:
    if not 0 <= number < len(entries):
        raise LookupError("no such entry")
    return (*entries[:number], replace(entries[number], **changes), *entries[number + 1 :])
