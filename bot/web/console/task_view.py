"""What of a case's tasks and referrals a page shows, and to whom. Words only while consent stands behind the case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.casework.cases import Case, Status
from bot.casework.consent_gate import ConsentGate
from bot.casework.tasks import Referral, ReferralOutcome, Task, TaskKind, Work, next_due
from bot.staff.accounts import Role
from bot.store import PersonKey
from bot.web.console.base import consent_gate, names
from bot.web.console.service_choices import Groups, choices, papers
from bot.web.current import runtime
from bot.web.labels import ENDED, TASKS
from bot.web.staff import me


@dataclass(frozen=True, slots=True)
class Due:
    """A time that a task has: seconds since the epoch, and in words. `label` is its kind, never its words."""

    label: str
    at: int
    moment: str
    overdue: bool


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task. `number` names it in a form."""

    number: int
    kind: str
    words: str = field(repr=False)
    who: str
    due: Due | None
    done_at: int


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """A referral. `takes` is whom the service is for, `papers` what they have to bring."""

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
    """All that the page shows of the work. With `shown` False there is nothing in it."""

    shown: bool
    changes: bool = False
    tasks: tuple[TaskRow, ...] = ()
    done: tuple[TaskRow, ...] = ()
    referrals: tuple[ReferralRow, ...] = ()
    services: Groups = ()
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
        services=choices() if changes else (),
    )


def is_shown(case: Case, gate: ConsentGate | None = None) -> bool:
    """Return whether the work of a case may be seen, under the same rule as its notes."""
    if not case.is_open:
        return case.status is Status.CLOSED
    return (gate or consent_gate()).talks(case.person)


def may_change(case: Case) -> bool:
    """Whether the colleague may: who holds the case, or held it to its end, and leads."""
    return case.owner == me().id or me().may({Role.LEAD})


def next_tasks(own: list[Case], sealed: Mapping[str, bytes | None]) -> dict[str, Due]:
    """Return the next task with a time of each open case, by code, unless its consent has run out.

    `sealed` is the work of the cases, in its stored form.
    """
    work, found = runtime().store.work, dict[str, Task]()
    for case in own:
        if task := next_due(work.open(case.code, sealed.get(case.code)).tasks):
            found[case.code] = task
    asked = [case for case in own if case.code in found]
    if not asked:
        return {}
    gate = consent_gate(runtime().store.load_people(PersonKey(case.person) for case in asked))
    return {case.code: _due(found[case.code]) for case in asked if is_shown(case, gate)}


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
    """The colleague's name; "" for who looks at the page."""
    return "" if staff_id == me().id else team.get(staff_id, "a colleague")


def _due(task: Task) -> Due:
    now = runtime().clock()
    return Due(TASKS[task.kind], task.due_at, moment(task.due_at, now), task.is_overdue(now))


def moment(at: int, now: int) -> str:
    """A time as one says it: "today, 14:05", "Mon 23 Nov, 09:00", with the year when that is another one."""
    zone = runtime().settings.timezone
    local, today = dt.datetime.fromtimestamp(at, zone), dt.datetime.fromtimestamp(now, zone).date()
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get((local.date() - today).days, "")
    year = "" if local.year == today.year else " %Y"
    return f"{near or local.strftime(f'%a %-d %b{year}')}, {local:%H:%M}"
