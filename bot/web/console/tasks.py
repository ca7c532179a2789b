"""Tasks and referrals of a case, changed by the case's holder or a lead; nothing is sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from http import HTTPStatus

from flask import abort, request
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as BaseResponse

from bot.casework.cases import Case, Status
from bot.casework.tasks import (
    DOUBTFUL,
    Referral,
    ReferralOutcome,
    Task,
    TaskKind,
    Work,
    noted,
    ticked,
    with_referral,
    with_task,
)
from bot.staff.audit import Verb
from bot.web.base import names
from bot.web.console.actions import NO_CONSENT
from bot.web.console.base import back_to, bp, find
from bot.web.console.case import page
from bot.web.console.task_view import is_shown, may_change
from bot.web.current import runtime
from bot.web.forms import Rejected, date_time, one_line, option, service_id
from bot.web.staff import me, note, role_required

LONGEST_WORDS = 300
MOST_ENTRIES = 100
FURTHEST = dt.timedelta(days=2 * 365)

NO_KIND = "Choose a type of task."
NO_WORDS = f"Describe the task in up to {LONGEST_WORDS} letters."
NO_TIME = "Enter a date and time, or leave it blank."
NO_SERVICE = "Choose a service: type its name, and pick it from the list."
NO_OUTCOME = "Choose an outcome."
NOT_VETTED = "We don't text about this service: it isn't vetted."
TOO_MANY = f"A case can have up to {MOST_ENTRIES} of these."
NO_ENTRY = "It is no longer on the list. Reload the page."


@bp.post("/<code>/task")
@role_required("caseworker", "lead")
def add_task(code: str) -> ResponseReturnValue:
    """Add a task."""
    now = runtime().clock()

    def plan() -> Callable[[Work], Work]:
        kind, words = option("kind", TaskKind, NO_KIND), one_line("words", LONGEST_WORDS, NO_WORDS)
        due_at = date_time("due", NO_TIME, latest=FURTHEST, past=FURTHEST) if request.form.get("due") else 0
        task = Task(kind, words, me().id, now, due_at)
        return lambda work: with_task(_with_room(work, work.tasks), task)

    return _change(code, "tasks", plan)


@bp.post("/<code>/task/done")
@role_required("caseworker", "lead")
def tick_off(code: str) -> ResponseReturnValue:
    """Mark a task as done, or as not done after all."""
    done_at = 0 if request.form.get("undo") else runtime().clock()
    return _change(code, "tasks", lambda: lambda work: ticked(work, _number(), done_at))


@bp.post("/<code>/referral")
@role_required("caseworker", "lead")
def refer(code: str) -> ResponseReturnValue:
    """Record the service to which the person was referred; nothing is sent to the service."""
    now = runtime().clock()

    def plan() -> Callable[[Work], Work]:
        referral = Referral(service_id(NO_SERVICE), me().id, now)
        return lambda work: with_referral(_with_room(work, work.referrals), referral)

    return _change(code, "referrals", plan)


@bp.post("/<code>/offer")
@role_required("caseworker", "lead")
def offer(code: str) -> ResponseReturnValue:
    """Note a referral, and show the page with the vetted words about the service after the half-written reply.

    Nothing is sent: the colleague reads the words and sends them.
    """
    words, case = request.form.get("words", "").replace("\r\n", "\n").strip(), find(code)
    if case.owner != me().id or not case.is_open:
        return page(case, _whose(case), words, 409)
    try:
        service = service_id(NO_SERVICE)
    except Rejected as problem:
        return page(case, str(problem), words, 422)
    directory = runtime().directory.now
    if not directory.offers(service):
        return page(case, NOT_VETTED, words, 422)
    referral = Referral(service, me().id, runtime().clock())

    def with_it(work: Work) -> Work:
        known = any(one.service_id == service and one.outcome is ReferralOutcome.OPEN for one in work.referrals)
        return work if known else with_referral(_with_room(work, work.referrals), referral)

    answer = _change(code, "referrals", lambda: with_it)
    if isinstance(answer, BaseResponse) and answer.status_code != HTTPStatus.SEE_OTHER:
        return answer
    told = directory.describe(service, case.language).words
    return page(find(code), draft=" ".join(filter(None, (words, told))))


@bp.post("/<code>/referral/outcome")
@role_required("caseworker", "lead")
def note_outcome(code: str) -> ResponseReturnValue:
    """Record how a referral went.

    An outcome that casts doubt on the service puts the service, and no person, on the list to verify again.
    """
    now = runtime().clock()

    def plan() -> Callable[[Work], Work]:
        outcome = option("outcome", ReferralOutcome, NO_OUTCOME)
        return lambda work: noted(work, _number(), outcome, now)

    def after(work: Work) -> None:
        referral = work.referrals[_number()]
        if referral.outcome in DOUBTFUL:
            day = dt.datetime.fromtimestamp(now, runtime().settings.timezone).date().isoformat()
            runtime().store.reverify.add(referral.service_id, referral.outcome.value, day)

    return _change(code, "referrals", plan, after)


def _change(
    code: str, part: str, plan: Callable[[], Callable[[Work], Work]], after: Callable[[Work], None] = lambda _: None
) -> ResponseReturnValue:
    """Apply the change of `plan` if the colleague may: note it, carry it out, and return to `part` of the page."""
    case = find(code)
    if case.status in (Status.WITHDRAWN, Status.STOPPED):
        abort(404)
    if not may_change(case):
        return page(case, _whose(case), status=409)
    if not is_shown(case):
        return page(find(code), NO_CONSENT, status=409)
    try:
        change = plan()
        change(runtime().store.work.get(case.code))  # tried first, so that an impossible change is not noted
        note(Verb.WORK_CHANGED, f"case:{case.code}")
        work = runtime().store.work.change(case.code, change)
    except Rejected as problem:
        return page(case, str(problem), status=422)
    except LookupError:
        return page(case, NO_ENTRY, status=422)
    if work is None:  # consent was withdrawn just now
        return page(find(code), NO_CONSENT, status=409)
    after(work)
    return back_to(case, part)


def _with_room(work: Work, entries: tuple[object, ...]) -> Work:
    if len(entries) >= MOST_ENTRIES:
        raise Rejected(TOO_MANY)
    return work


def _number() -> int:
    """Return the number of the entry, or -1, which no entry has, if the form names none."""
    return request.form.get("number", -1, type=int)


def _whose(case: Case) -> str:
    holder = names().get(case.owner, "A colleague") if case.owner else ""
    return f"{holder} has this case." if holder else "Take this case first."
