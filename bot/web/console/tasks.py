"""Tasks and referrals of a case: written down, ticked off, noted upon by who holds it, or a lead. Nothing is sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from flask import abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from bot.casework.cases import Case, Status
from bot.casework.tasks import DOUBTFUL, Ended, Referral, Task, TaskKind, Work, noted, ticked, with_referral, with_task
from bot.errors import WarmlineError
from bot.staff.audit import Verb
from bot.web.console.actions import NO_CONSENT
from bot.web.console.base import doors, find, names
from bot.web.console.case import page
from bot.web.console.task_view import is_shown, may_change
from bot.web.current import parts
from bot.web.staff import allowed, me, note

LONGEST_WORDS = 300
MOST_ENTRIES = 100
FURTHEST = dt.timedelta(days=2 * 365)

NO_KIND = "Choose a type of task."
NO_WORDS = f"Describe the task in up to {LONGEST_WORDS} letters."
NO_TIME = "Enter a date and time, or leave it blank."
NO_SERVICE = "Choose a service."
NO_OUTCOME = "Choose an outcome."
TOO_MANY = f"A case can have up to {MOST_ENTRIES} of these."
NO_ENTRY = "It is no longer on the list. Reload the page."


class Refused(WarmlineError):
    """What was sent cannot be written down; the message says why, to who sent it."""


@doors.post("/<code>/task")
@allowed("caseworker", "lead")
def add_task(code: str) -> ResponseReturnValue:
    """Write a task down."""
    now = parts().clock()

    def plan() -> Callable[[Work], Work]:
        kind, words = request.form.get("kind", ""), " ".join(request.form.get("words", "").split())
        if kind not in set(TaskKind):
            raise Refused(NO_KIND)
        if not 0 < len(words) <= LONGEST_WORDS:
            raise Refused(NO_WORDS)
        task = Task(TaskKind(kind), words, me().id, now, _due_at(request.form.get("due", ""), now))
        return lambda work: with_task(_with_room(work, work.tasks), task)

    return _change(code, "tasks", plan)


@doors.post("/<code>/task/done")
@allowed("caseworker", "lead")
def tick_off(code: str) -> ResponseReturnValue:
    """A task is done; or not yet, after all."""
    done_at = 0 if request.form.get("undo") else parts().clock()
    return _change(code, "tasks", lambda: lambda work: ticked(work, _number(), done_at))


@doors.post("/<code>/referral")
@allowed("caseworker", "lead")
def refer(code: str) -> ResponseReturnValue:
    """Write down to which service the person was led. The service is told nothing."""
    now = parts().clock()

    def plan() -> Callable[[Work], Work]:
        service_id = request.form.get("service", "")
        if not parts().directory.has(service_id):
            raise Refused(NO_SERVICE)
        return lambda work: with_referral(_with_room(work, work.referrals), Referral(service_id, me().id, now))

    return _change(code, "referrals", plan)


@doors.post("/<code>/referral/outcome")
@allowed("caseworker", "lead")
def note_outcome(code: str) -> ResponseReturnValue:
    """How a referral went. What throws doubt on a service puts it on the list to be checked again, and nobody else."""
    now = parts().clock()

    def plan() -> Callable[[Work], Work]:
        outcome = request.form.get("outcome", "")
        if outcome not in set(Ended):
            raise Refused(NO_OUTCOME)
        return lambda work: noted(work, _number(), Ended(outcome), now)

    def after(work: Work) -> None:
        referral = work.referrals[_number()]
        if referral.outcome in DOUBTFUL:
            day = dt.datetime.fromtimestamp(now, parts().settings.timezone).date().isoformat()
            parts().store.reverify.add(referral.service_id, referral.outcome.value, day)

    return _change(code, "referrals", plan, after)


def _change(
    code: str, part: str, plan: Callable[[], Callable[[Work], Work]], after: Callable[[Work], None] = lambda _: None
) -> ResponseReturnValue:
    """Change the work as `plan` says, if the colleague may: noted first, then done. Back to that part of the page."""
    case = find(code)
    if case.status in (Status.WITHDRAWN, Status.STOPPED):
        abort(404)
    if not may_change(case):
        return page(case, _whose(case), status=409)
    if not is_shown(case):
        return page(find(code), NO_CONSENT, status=409)
    try:
        change = plan()
        change(parts().store.work.get(case.code))  # what cannot be done is not noted
        note(Verb.WORK_CHANGED, f"case:{case.code}")
        work = parts().store.work.change(case.code, change)
    except Refused as refusal:
        return page(case, str(refusal), status=422)
    except LookupError:
        return page(case, NO_ENTRY, status=422)
    if work is None:  # taken back in this very moment
        return page(find(code), NO_CONSENT, status=409)
    after(work)
    return redirect(url_for("console.case", code=case.code, _anchor=part), 303)


def _with_room(work: Work, entries: tuple[object, ...]) -> Work:
    if len(entries) >= MOST_ENTRIES:
        raise Refused(TOO_MANY)
    return work


def _number() -> int:
    """Which entry is meant; one that there is not when that is not told."""
    return request.form.get("number", -1, type=int)


def _due_at(given: str, now: int) -> int:
    """A time of the programme's clock as a browser sends it, in seconds since the epoch; 0 for none."""
    if not given:
        return 0
    zone = parts().settings.timezone
    try:
        local = dt.datetime.strptime(given, "%Y-%m-%dT%H:%M").replace(tzinfo=zone)
    except ValueError:
        raise Refused(NO_TIME) from None
    if abs(local - dt.datetime.fromtimestamp(now, zone)) > FURTHEST:
        raise Refused(NO_TIME)
    return int(local.timestamp())


def _whose(case: Case) -> str:
    holder = names().get(case.owner, "A colleague") if case.owner else ""
    return f"{holder} has this case." if holder else "Take this case first."
