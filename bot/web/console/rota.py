"""Rota: who is on call now and in a usual week, and which of the team's hours nobody covers.

A caseworker goes on call until a time, or off, and sets their own weekly hours; a lead does so for any colleague. Each
change is noted in the audit log first. Wrong input is shown again as it was typed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from flask import Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.casework.escalation import can_be_on_call
from bot.staff import rota
from bot.staff.accounts import Role, Staff
from bot.staff.audit import Verb
from bot.staff.rota import Duty, Span, Stretch, clock
from bot.web.base import local_now
from bot.web.console.task_view import moment
from bot.web.current import runtime
from bot.web.staff import me, note, role_required, staff_blueprint

bp = staff_blueprint("rota", "/console/rota")

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LONGEST_TYPED = 80
NO_TIME = "Enter a time, like 18:30."
NO_HOURS = "Enter times like 09:00-17:00. Separate up to four shifts with commas. Leave blank for off."
DONE = {
    "until": "On call now.",
    "off": "Extra shift ended. Weekly hours haven't changed.",
    "hours": "Weekly hours saved.",
}


@dataclass(frozen=True, slots=True)
class OnCall:
    """Colleague on call now; `why` says how long, in words, and `phone` whether a text can reach them."""

    name: str
    why: str
    phone: bool


@dataclass(frozen=True, slots=True)
class Day:
    """Row of the week: who covers it and when, in words, and three lists of stretches.

    The stretches are the team's hours, what is covered and what is not.
    """

    name: str
    today: bool
    covers: tuple[tuple[str, str], ...]
    team: Sequence[Stretch]
    covered: Sequence[Stretch]
    gaps: Sequence[Stretch]


@bp.get("")
@role_required("caseworker", "lead")
def week() -> Response:
    """Show who is on call now, the colleague's own hours, and the week."""
    return _week_page()


@bp.get("/hours")
@role_required("caseworker", "lead")
def my_hours() -> Response:
    """Show the colleague's own weekly hours."""
    return _hours_page(me())


@bp.post("/hours")
@role_required("caseworker", "lead")
def save_my_hours() -> ResponseReturnValue:
    """Replace the colleague's own weekly hours."""
    return _save_hours(me())


@bp.post("/hand")
@role_required("caseworker", "lead")
def my_hand() -> ResponseReturnValue:
    """Put the colleague on call until a time, or off call."""
    fault = _by_hand(me())
    return _week_page(fault) if fault else _back(_done_by_hand())


@bp.get("/of/<staff_id>")
@role_required("lead")
def hours(staff_id: str) -> Response:
    """Show another colleague's weekly hours."""
    return _hours_page(_colleague(staff_id))


@bp.post("/of/<staff_id>/hours")
@role_required("lead")
def save_hours(staff_id: str) -> ResponseReturnValue:
    """Replace another colleague's weekly hours."""
    return _save_hours(_colleague(staff_id))


@bp.post("/of/<staff_id>/hand")
@role_required("lead")
def hand(staff_id: str) -> ResponseReturnValue:
    """Put another colleague on call until a time, or off call."""
    person = _colleague(staff_id)
    fault = _by_hand(person)
    return _hours_page(person, hand_fault=fault) if fault else _back(_done_by_hand())


def _by_hand(person: Staff) -> str:
    """Put a colleague on call as the form says; return what is wrong with it, or ""."""
    until = 0
    if not request.form.get("off"):
        minute = rota.read_time(request.form.get("until", "")[:LONGEST_TYPED])
        if minute is None:
            return NO_TIME
        until = int(rota.next_at(local_now(), minute).timestamp())
    _change(person, until=until)
    return ""


def _done_by_hand() -> str:
    return "off" if request.form.get("off") else "until"


def _save_hours(person: Staff) -> ResponseReturnValue:
    typed = [request.form.get(f"day{day}") for day in range(7)]
    read = [None if text is None else rota.read_day(text[:LONGEST_TYPED], day) for day, text in enumerate(typed)]
    if None in read:
        return _hours_page(person, [text or "" for text in typed], {day for day in range(7) if read[day] is None})
    _change(person, spans=tuple(span for spans in read for span in spans or ()))
    return _back("hours")


def _change(person: Staff, **fields: int | tuple[Span, ...]) -> None:
    note(Verb.ROTA_CHANGED, f"staff:{person.id}")
    runtime().store.staff.rota.change(person.id, lambda duty: replace(duty, **fields))  # type: ignore[arg-type]


def _back(done: str) -> ResponseReturnValue:
    return redirect(url_for("rota.week", done=done), 303)


def _colleague(staff_id: str) -> Staff:
    person = runtime().store.staff.get(staff_id)
    if person is None or not can_be_on_call(person):
        abort(404)
    return person


# The pages


def _week_page(fault: str = "") -> Response:
    people = [person for person in runtime().store.staff.everybody() if can_be_on_call(person)]
    kept, now = runtime().store.staff.rota.all(), local_now()
    duties: dict[str, Duty] = {person.id: kept.get(person.id, Duty()) for person in people}
    on = rota.on_duty(duties, now)
    page = render_template(
        "console/rota.html",
        on_call=[_on_call(person, duties[person.id], now) for person in people if on and person.id in on],
        set_up=on is not None,
        weekly=any(duty.spans for duty in duties.values()),
        days=_days(people, duties, now.weekday()),
        people=[(person, _usual(duties[person.id])) for person in people],
        team_hours=runtime().settings.team_hours,
        by_hand=_by_hand_until(duties[me().id], now),
        ended=_ended(duties[me().id], now),
        usual=_usual(duties[me().id]),
        until=request.form.get("until", ""),
        leads=me().may({Role.LEAD}),
        fault=fault,
        done=DONE.get(request.args.get("done", ""), ""),
        clock=clock,
    )
    return Response(page, 422 if fault else 200)


def _hours_page(
    person: Staff, typed: list[str] | None = None, wrong: set[int] | None = None, hand_fault: str = ""
) -> Response:
    duty = runtime().store.staff.rota.get(person.id)
    page = render_template(
        "console/hours.html",
        person=person,
        mine=person.id == me().id,
        by_hand=_by_hand_until(duty, local_now()),
        until=request.form.get("until", ""),
        days=list(enumerate(zip(DAYS, typed or [rota.write_day(duty.spans, day) for day in range(7)], strict=True))),
        wrong=wrong or set(),
        no_hours=NO_HOURS,
        fault=hand_fault,
    )
    return Response(page, 422 if wrong or hand_fault else 200)


def _days(people: list[Staff], duties: dict[str, Duty], today: int) -> list[Day]:
    team, out = rota.every_day(runtime().settings.team_hours), []
    for day, name in enumerate(DAYS):
        wanted = rota.on_day(team, day)
        spans = {person.name: _spans_on(duties[person.id], day) for person in people}
        covers = sorted((span.begins if span.day == day else 0, name, _words(span, day))
                        for name, found in spans.items() for span in found)  # fmt: skip
        covered = [part for person in people for part in rota.on_day(duties[person.id].spans, day)]
        told = tuple((who, words) for _, who, words in covers)
        out.append(Day(name, day == today, told, wanted, covered, rota.gaps(wanted, covered)))
    return out


def _spans_on(duty: Duty, day: int) -> list[Span]:
    return [span for span in duty.spans if rota.on_day([span], day)]


def _words(span: Span, day: int) -> str:
    """Format a span for the row of `day`; a span over midnight is in two rows."""
    if span.day != day:
        return f"until {clock(span.ends)}, since {DAYS[span.day]}"
    next_day = f" on {DAYS[(day + 1) % 7]}" if span.begins >= span.ends else ""
    return f"{clock(span.begins)} to {clock(span.ends)}{next_day}"


def _on_call(person: Staff, duty: Duty, now: datetime) -> OnCall:
    by_hand = _by_hand_until(duty, now)
    ends = [clock(span.ends) for span in duty.spans if span.covers(now)]
    why = f"{by_hand} (added manually)" if by_hand else f"until {ends[-1]} (weekly hours)"
    return OnCall(person.name, why, bool(person.phone))


def _by_hand_until(duty: Duty, now: datetime) -> str:
    """Format the end of an on-call time set by hand, such as "until 18:30"; "" if there is none.

    Add the day if it is not today.
    """
    until = datetime.fromtimestamp(duty.until, now.tzinfo)
    if until <= now:
        return ""
    return f"until {until:%H:%M}" + ("" if until.date() == now.date() else f" on {DAYS[until.weekday()]}")


def _ended(duty: Duty, now: datetime) -> str:
    """Format when the weekly hours count again after a shift that was ended early; "" if they do."""
    return moment(duty.off_until, int(now.timestamp())) if duty.off_until > now.timestamp() else ""


def _usual(duty: Duty) -> str:
    """Format the weekly hours in one line, with equal days together; "" if there are none."""
    told = []
    for spans, days in groupby(range(7), lambda day: rota.write_day(duty.spans, day)):
        first, *rest = (DAYS[day][:3] for day in days)
        if spans:
            told.append(f"{first}-{rest[-1]} {spans}" if rest else f"{first} {spans}")
    return "; ".join(told)
