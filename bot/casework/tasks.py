"""What is done for a case beside the talk: tasks, and referrals with how they ended. Pure; nothing is stored or sent.

The guides ask for each kind: ask an agency whether it has room, gather the papers it needs, visit it together, go
along to appointments, and hear how it went. Entries are only added and noted upon: their place is their number.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any


class TaskKind(StrEnum):
    """What is to be done."""

    GO_ALONG = "go_along"  # company to an appointment
    VISIT_TOGETHER = "visit_together"  # see the place before anything is settled
    PAPERS = "papers"  # what the agency wants to see
    CAPACITY_INQUIRY = "capacity_inquiry"  # whether there is room; no name is needed for it
    REMINDER = "reminder"
    OTHER = "other"


class Ended(StrEnum):
    """How a referral went, as far as it is known."""

    OPEN = "open"
    TALKED = "talked"
    GOT_IN = "got_in"
    NOT_ELIGIBLE = "not_eligible"
    FULL = "full"
    WENT_BADLY = "went_badly"
    DECLINED = "declined"
    UNKNOWN = "unknown"


DOUBTFUL = frozenset({Ended.NOT_ELIGIBLE, Ended.FULL, Ended.WENT_BADLY})
"""What the directory says of a service may be wrong: somebody should check it again."""


@dataclass(frozen=True, slots=True)
class Task:
    """Something to do. Times are seconds since the epoch, 0 for none; `by` is the staff id of who wrote it down."""

    kind: TaskKind
    words: str = field(repr=False)
    by: str
    at: int
    due_at: int = 0
    done_at: int = 0

    @property
    def is_open(self) -> bool:
        """Not ticked off yet."""
        return not self.done_at

    def is_overdue(self, now: int) -> bool:
        """Open, and its time is over at `now`."""
        return self.is_open and 0 < self.due_at <= now


@dataclass(frozen=True, slots=True)
class Referral:
    """A service that the person was led to. Times as in Task; `outcome_at` is when the outcome was last noted."""

    service_id: str
    by: str
    at: int
    outcome: Ended = Ended.OPEN
    outcome_at: int = 0


@dataclass(frozen=True, slots=True)
class Work:
    """All of one case, in the order in which it was written down."""

    tasks: tuple[Task, ...] = ()
    referrals: tuple[Referral, ...] = ()

    def dump(self) -> dict[str, Any]:
        """The stored form: plain JSON values."""
        return asdict(self)

    @classmethod
    def load(cls, stored: dict[str, Any]) -> Work:
        """The work from its stored form."""
        tasks = (Task(**task | {"kind": TaskKind(task["kind"])}) for task in stored["tasks"])
        referrals = (Referral(**one | {"outcome": Ended(one["outcome"])}) for one in stored["referrals"])
        return cls(tuple(tasks), tuple(referrals))


def with_task(work: Work, task: Task) -> Work:
    """One more task."""
    return replace(work, tasks=(*work.tasks, task))


def ticked(work: Work, number: int, now: int) -> Work:
    """The task of this number is done at `now`, or still to do when `now` is 0. Raises LookupError."""
    return replace(work, tasks=_changed(work.tasks, number, done_at=now))


def with_referral(work: Work, referral: Referral) -> Work:
    """One more referral."""
    return replace(work, referrals=(*work.referrals, referral))


def noted(work: Work, number: int, outcome: Ended, now: int) -> Work:
    """The referral of this number went so, as is known at `now`. Raises LookupError."""
    return replace(work, referrals=_changed(work.referrals, number, outcome=outcome, outcome_at=now))


def next_due(tasks: Iterable[Task]) -> Task | None:
    """The open task whose time comes first, overdue ones included; None when none has a time."""
    return min((task for task in tasks if task.is_open and task.due_at), key=lambda task: task.due_at, default=None)


def counted(referral: Referral) -> str:
    """The name under which a referral that ended so is counted: "referral|got_in"."""
    return f"referral|{referral.outcome}"


def _changed(entries: tuple[Any, ...], number: int, **changes: object) -> tuple[Any, ...]:
    if not 0 <= number < len(entries):
        raise LookupError("no such entry")
    return (*entries[:number], replace(entries[number], **changes), *entries[number + 1 :])
