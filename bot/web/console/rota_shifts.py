"""A colleague's own shifts: weekly ones, those of one date, and the days on which they are away.

A lead sets them for any colleague. Each change is noted in the audit log first. Wrong input is shown as it was typed.
"""

from __future__ import annotations

from dataclasses import replace

from flask import Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.staff import rota
from bot.staff.accounts import Staff
from bot.staff.rota import Duty, Shift, Span
from bot.web.base import local_now
from bot.web.console.rota import back, by_hand, by_hand_until
from bot.web.console.rota_base import (
    AWAY,
    BACKWARDS,
    DAYS,
    PAST,
    Wrong,
    bp,
    change,
    colleague,
    days_name,
    shift_name,
    today,
    typed_day,
    typed_days,
    typed_times,
    weekly_name,
)
from bot.web.current import runtime
from bot.web.staff import me, role_required

NO_DAY = "Choose at least one day."
NO_FIRST = "Enter the first day: every second week counts from its week."
DONE = {"saved": "Saved.", "removed": "Removed."}


@bp.get("/hours")
@role_required("caseworker", "lead")
def my_hours() -> Response:
    """Show the colleague's own shifts."""
    return _page(me())


@bp.post("/hours/<what>")
@role_required("caseworker", "lead")
def change_mine(what: str) -> ResponseReturnValue:
    """Add a shift or days away to the colleague's own, or remove some."""
    return _changed(me(), what)


@bp.get("/of/<staff_id>")
@role_required("lead")
def hours(staff_id: str) -> Response:
    """Show another colleague's shifts."""
    return _page(colleague(staff_id))


@bp.post("/of/<staff_id>/hand")
@role_required("lead")
def hand(staff_id: str) -> ResponseReturnValue:
    """Put another colleague on call until a time, or off call."""
    person = colleague(staff_id)
    try:
        return back(by_hand(person))
    except Wrong as error:
        return _page(person, "hand", str(error))


@bp.post("/of/<staff_id>/<what>")
@role_required("lead")
def change_theirs(staff_id: str, what: str) -> ResponseReturnValue:
    """Add a shift or days away to a colleague's, or remove some."""
    return _changed(colleague(staff_id), what)


def _with_weekly(duty: Duty) -> Duty:
    return replace(duty, spans=rota.added(duty.spans, *_typed_spans()))


def _with_once(duty: Duty) -> Duty:
    shift = Shift(typed_day("on"), *typed_times())
    if duty.is_away(shift.day):
        raise Wrong(AWAY)
    return replace(duty, once=rota.added(duty.once, shift))


def _with_away(duty: Duty) -> Duty:
    return replace(duty, away=rota.added(duty.away, typed_days()))


def _without(duty: Duty) -> Duty:
    """Return the duty without what the form names: one entry, or weekly shifts that differ in their day alone."""
    key = request.form.get("key", "")
    return replace(
        duty,
        spans=tuple(span for span in duty.spans if _key("weekly", *span[1:]) != key),
        once=tuple(shift for shift in duty.once if _key("once", *shift) != key),
        away=tuple(days for days in duty.away if _key("away", *days) != key),
    )


CHANGES = {"weekly": _with_weekly, "once": _with_once, "away": _with_away, "remove": _without}


def _key(kind: str, *numbers: object) -> str:
    return "-".join((kind, *map(str, numbers)))


def _typed_spans() -> list[Span]:
    """Return the weekly shifts of the form, one a day. Raise Wrong."""
    days = [day for day in range(7) if request.form.get(f"day{day}")]
    if not days:
        raise Wrong(NO_DAY)
    begins, ends = typed_times()
    first, last = typed_day("first", needed=False, past=True), typed_day("last", needed=False, past=True)
    second = bool(request.form.get("second"))
    if second and not first:
        raise Wrong(NO_FIRST)
    if last and last < first:
        raise Wrong(BACKWARDS)
    if last and last < today():
        raise Wrong(PAST)
    return [Span(day, begins, ends, first, last, 2 if second else 1) for day in days]


def _changed(person: Staff, what: str) -> ResponseReturnValue:
    if what not in CHANGES:
        abort(404)
    try:
        change(person.id, CHANGES[what])
    except Wrong as error:
        return _page(person, what, str(error))
    done = "removed" if what == "remove" else "saved"
    if person.id == me().id:
        return redirect(url_for("rota.my_hours", done=done), 303)
    return redirect(url_for("rota.hours", staff_id=person.id, done=done), 303)


def _page(person: Staff, form: str = "", fault: str = "") -> Response:
    """Show the page; `fault` is what is wrong with one `form`, which keeps what was typed."""
    duty = runtime().store.staff.rota.get(person.id).tidied(today())
    page = render_template(
        "console/hours.html",
        person=person,
        mine=person.id == me().id,
        by_hand=by_hand_until(duty, local_now()),
        weekly=[(_key("weekly", *group[0][1:]), weekly_name(group)) for group in rota.grouped(duty.spans)],
        once=[(_key("once", *shift), shift_name(shift)) for shift in sorted(duty.once) if shift.day >= today()],
        away=[(_key("away", *days), days_name(*days)) for days in sorted(duty.away) if days.last >= today()],
        week=list(enumerate(DAYS)),
        form=form,
        fault=fault,
        typed=request.form,
        done=DONE.get(request.args.get("done", ""), ""),
    )
    return Response(page, 422 if fault else 200)
