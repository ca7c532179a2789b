"""Tasks and referrals of a case, as far as the colleague may see them.

Words are included only while a valid consent covers the case, or after it was closed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.casework.cases import Case, Status
from bot.casework.consent_gate import ConsentGate
from bot.casework.tasks import Referral, ReferralOutcome, Task, TaskKind, Work, next_due
from bot.staff.accounts import Role
from bot.web.base import names
from bot.web.console.base import consent_gate
from bot.web.console.service_search import papers
from bot.web.current import runtime
from bot.web.labels import ENDED, TASKS
from bot.web.staff import me


@dataclass(frozen=True, slots=True)
class Due:
    """Due time of a task, in epoch seconds and in words; `label` is the task's kind, never its words."""

    label: str
    at: int
    moment: str
    overdue: bool


@dataclass(frozen=True, slots=True)
class TaskRow:
    """Task; `number` identifies it in a form."""

    number: int
    kind: str
    words: str = field(repr=False)
    who: str
    due: Due | None
    done_at: int


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """Referral; `takes` is whom the service is for, and `papers` what they have to bring."""

    number: int
    name: str
    organization: str
    takes: str
    papers: str
    who: str
    at: int
    outcome: ReferralOutcome
    told: str
    outcome_at: int


@dataclass(frozen=True, slots=True)
class WorkView:
    """Everything that the page shows of tasks and referrals; empty if `shown` is False."""

    shown: bool
    changes: bool = False
    tasks: tuple[TaskRow, ...] = ()
    done: tuple[TaskRow, ...] = ()
    referrals: tuple[ReferralRow, ...] = ()
    kinds: tuple[tuple[TaskKind, str], ...] = tuple(TASKS.items())
    outcomes: tuple[tuple[ReferralOutcome, str], ...] = tuple(ENDED.items())


def work_of(case: Case, work: Work, *, shown: bool) -> WorkView:
    """Show the work as the caseworker may see it. `shown`: a live consent covers the talk."""
    if not (shown or case.status is Status.CLOSED):
        return WorkView(shown=False)
    team = names()
    rows = [_task(number, task, team) for number, task in enumerate(work.tasks)]
    waiting = [row for row in rows if not row.done_at]
    changes = may_change(case)
    return WorkView(
        shown=True,
        changes=changes,
        tasks=tuple(sorted(waiting, key=lambda row: (row.due is None, row.due.at if row.due else 0))),
        done=tuple(sorted((row for row in rows if row.done_at), key=lambda row: -row.done_at)),
        referrals=tuple(_referral(number, one, team) for number, one in enumerate(work.referrals)),
    )


def is_shown(case: Case, gate: ConsentGate | None = None) -> bool:
    """Return whether the work of a case may be seen, under the same rule as its notes."""
    if not case.is_open:
        return case.status is Status.CLOSED
    return (gate or consent_gate()).talks(case.person)


def may_change(case: Case) -> bool:
    """Return whether the colleague may change tasks: the holder, also after closing the case, and every lead."""
    return case.owner == me().id or me().may({Role.LEAD})


def next_tasks(own: list[Case], sealed: Mapping[str, bytes | None], gate: ConsentGate) -> dict[str, Due]:
    """Return the next task with a time of each open case, by code, unless its consent has run out.

    `sealed` is the work of the cases, in its stored form; `gate` answers for their people.
    """
    work, found = runtime().store.work, dict[str, Task]()
    for case in own:
        if task := next_due(work.open(case.code, sealed.get(case.code)).tasks):
            found[case.code] = task
    return {case.code: _due(found[case.code]) for case in own if case.code in found and is_shown(case, gate)}


def _task(number: int, task: Task, team: dict[str, str]) -> TaskRow:
    due = _due(task) if task.due_at else None
    return TaskRow(number, TASKS[task.kind], task.words, _who(task.by, team), due, task.done_at)


def _referral(number: int, one: Referral, team: dict[str, str]) -> ReferralRow:
    directory = runtime().directory.now
    service = directory.service(one.service_id) if directory.has(one.service_id) else None
    return ReferralRow(
        number,
        service.name if service else "A service that is no longer listed",
        service.organization if service and service.organization != service.name else "",
        service.eligibility if service else "",
        papers(service) if service else "",
        _who(one.by, team),
        one.at,
        one.outcome,
        ENDED[one.outcome],
        one.outcome_at,
    )


def _who(staff_id: str, team: dict[str, str]) -> str:
    """Return the colleague's name; "" for the one who opened the page."""
    return "" if staff_id == me().id else team.get(staff_id, "a colleague")


def _due(task: Task) -> Due:
    now = runtime().clock()
    return Due(TASKS[task.kind], task.due_at, moment(task.due_at, now), task.is_overdue(now))


def moment(at: int, now: int) -> str:
    """Format a time, such as "today, 14:05" or "Mon 23 Nov, 09:00", with the year if it is another one."""
    zone = runtime().settings.timezone
    local, today = dt.datetime.fromtimestamp(at, zone), dt.datetime.fromtimestamp(now, zone).date()
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get((local.date() - today).days, "")
    year = "" if local.year == today.year else " %Y"
    return f"{near or local.strftime(f'%a %-d %b{year}')}, {local:%H:%M}"
