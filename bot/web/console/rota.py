"""On call: who is on call now, and who is when in the next four weeks, with the gaps.

A caseworker goes on call until a time, or off, and takes a gap; a lead also sets the days on which the team is closed.
Each change is noted in the audit log first. Wrong input is shown again as it was typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from flask import Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.staff import rota
from bot.staff.accounts import Role, Staff
from bot.staff.roster import Roster, Stretch, Turn
from bot.staff.rota import TEAM, Duty, Shift
from bot.web.base import local_now, local_time, names, roster
from bot.web.console.rota_base import (
    AWAY,
    DAYS,
    NO_TIME,
    Wrong,
    bp,
    change,
    day_name,
    days_name,
    hours_name,
    people,
    shift_name,
    today,
    typed_days,
    typed_time,
    usual,
)
from bot.web.console.shift_check import shift_check
from bot.web.console.task_view import moment
from bot.web.current import runtime
from bot.web.staff import me, role_required
from bot.web.staff.permissions import safe_next

WEEKS = 4
GONE = "This gap is covered now."
DONE = {
    "until": "On call now.",
    "off": "Extra shift ended. Weekly shifts haven't changed.",
    "took": "The shift is yours.",
    "here": "Thank you. Have a good shift.",
    "closed": "Closed days saved.",
    "offered": "We ask your colleague on this page. Until they accept, the shift hasn't moved.",
    "given": "The shift has moved.",
    "accepted": "The shift is yours.",
    "declined": "You said no. The shift hasn't moved.",
    "withdrawn": "Not offered any more.",
}


@dataclass(frozen=True, slots=True)
class OnCall:
    """Colleague on call now; `why` says how long, in words, and `phone` whether a text can reach them."""

    name: str
    why: str
    phone: bool


@dataclass(frozen=True, slots=True)
class TurnRow:
    """Shift of one date. `instead_of` is whose shift it was; `asked` has not accepted it yet.

    `give` and `withdraw` tell what the colleague who looks may do with it.
    """

    key: str
    owner: str
    name: str
    own: bool
    hours: str
    instead_of: str
    asked: str
    give: bool
    withdraw: bool


@dataclass(frozen=True, slots=True)
class GapRow:
    """Time that nobody covers."""

    key: str
    hours: str


@dataclass(frozen=True, slots=True)
class Day:
    """Day of the calendar."""

    name: str
    today: bool
    closed: bool
    turns: tuple[TurnRow, ...]
    gaps: tuple[GapRow, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days of the calendar."""

    name: str
    days: tuple[Day, ...]

    @property
    def gaps(self) -> int:
        """How many gaps there are."""
        return sum(len(day.gaps) for day in self.days)


@dataclass(frozen=True, slots=True)
class Request:
    """Shift that a colleague asks one to take."""

    key: str
    owner: str
    name: str
    shift: str


@bp.get("")
@role_required("caseworker", "lead")
def week() -> Response:
    """Show who is on call now, the colleague's own shifts, and the next four weeks."""
    return week_page()


@bp.post("/hand")
@role_required("caseworker", "lead")
def my_hand() -> ResponseReturnValue:
    """Put the colleague on call until a time, or off call."""
    try:
        return back(by_hand(me()))
    except Wrong as error:
        return week_page(hand_fault=str(error))


@bp.post("/here")
@role_required("caseworker", "lead")
def here() -> ResponseReturnValue:
    """Note that the colleague is there. It changes no rota, so the audit log has no entry."""
    now = runtime().clock()
    runtime().store.staff.rota.change(me().id, lambda duty: replace(duty, here_at=now))
    wanted = safe_next(request.form.get("next"))
    return redirect(wanted, 303) if wanted == url_for("console.board") else back("here")


@bp.post("/take")
@role_required("caseworker", "lead")
def take() -> ResponseReturnValue:
    """Take a gap: the colleague gets a shift of one date."""
    shift, plan, now = Shift.of_key(request.form.get("gap", "")), roster(), runtime().clock()
    if shift is None or not today() - 1 <= shift.day < today() + 7 * WEEKS:
        abort(400)
    wanted = plan.stretch(shift)
    if not any(gap.begins < wanted.ends and gap.ends > wanted.begins for gap in _gaps(plan, now)):
        return week_page(fault=GONE)
    if plan.duty(me().id).is_away(shift.day):
        return week_page(fault=AWAY)
    return _changed("took", me().id, lambda duty: replace(duty, once=rota.added(duty.once, shift)))


@bp.post("/closed")
@role_required("lead")
def close() -> ResponseReturnValue:
    """Set days on which the whole team is closed, or drop them."""
    if drop := request.form.get("drop", ""):
        return _changed("closed", TEAM, lambda duty: replace(
            duty, away=tuple(days for days in duty.away if f"{days.first}-{days.last}" != drop)
        ))  # fmt: skip
    try:
        days = typed_days()
    except Wrong as error:
        return week_page(closed_fault=str(error))
    return _changed("closed", TEAM, lambda duty: replace(duty, away=rota.added(duty.away, days)))


def by_hand(person: Staff) -> str:
    """Put a colleague on call as the form says, and return what was done. Raise Wrong."""
    if request.form.get("off"):
        change(person.id, lambda duty: replace(duty, until=0))
        return "off"
    minute = typed_time("until")
    if minute is None:
        raise Wrong(NO_TIME)
    until = int(rota.next_at(local_now(), minute).timestamp())
    change(person.id, lambda duty: replace(duty, until=until))
    return "until"


def back(done: str) -> ResponseReturnValue:
    """Lead to the page after something was `done`."""
    return redirect(url_for("rota.week", done=done), 303)


def by_hand_until(duty: Duty, now: datetime) -> str:
    """Format the end of an on-call time set by hand, such as "until 18:30"; "" if there is none."""
    return _until(duty.until, now) if duty.until > now.timestamp() else ""


def _changed(done: str, staff_id: str, to: Callable[[Duty], Duty]) -> ResponseReturnValue:
    try:
        change(staff_id, to)
    except Wrong as error:
        return week_page(fault=str(error))
    return back(done)


# The page


def week_page(fault: str = "", hand_fault: str = "", closed_fault: str = "") -> Response:
    """Show the page, with what is wrong about the whole, the extra shift or the closed days."""
    plan, now = roster(), local_now()
    at, mine = int(now.timestamp()), me().id
    on, duty = plan.on_call(at), plan.duty(mine)
    turns = plan.turns(today() - 1, today() + 7 * WEEKS - 1)
    page = render_template(
        "console/rota.html",
        check=shift_check(plan),
        on_call=[_on_call(person, plan, now) for person in people() if on and person.id in on],
        set_up=on is not None,
        weeks=_weeks(plan, turns, now) if turns else [],
        requests=_requests(turns, at),
        people=[(person, usual(plan.duty(person.id))) for person in people()],
        team_hours=runtime().settings.team_hours,
        closed=[(f"{days.first}-{days.last}", days_name(*days)) for days in _ahead(plan.duty(TEAM).away)],
        away=[days_name(*days) for days in _ahead(duty.away)],
        by_hand=by_hand_until(duty, now),
        ended=moment(duty.off_until, at) if duty.off_until > at else "",
        usual=usual(duty),
        typed=request.form,
        leads=me().may({Role.LEAD}),
        fault=fault,
        hand_fault=hand_fault,
        closed_fault=closed_fault,
        done=DONE.get(request.args.get("done", ""), ""),
    )
    return Response(page, 409 if fault else 422 if hand_fault or closed_fault else 200)


def _gaps(plan: Roster, now: int) -> list[Stretch]:
    hours = rota.read_hours(runtime().settings.team_hours)
    return plan.gaps(hours, now, plan.day(now) + 7 * WEEKS - 1)


def _ahead(days: Iterable[rota.Days]) -> list[rota.Days]:
    return sorted(one for one in days if one.last >= today())


def _weeks(plan: Roster, turns: list[Turn], now: datetime) -> list[Week]:
    at, start = int(now.timestamp()), today()
    shifts = [plan.shift(gap) for gap in _gaps(plan, at)]
    days = []
    for day in range(start, start + 7 * WEEKS):
        left = [_turn(turn, at) for turn in turns if turn.shift.day == day]
        if day == start:
            left = [_turn(turn, at) for turn in turns if turn.shift.day < day and turn.runs(at)] + left
        gaps = tuple(GapRow(one.key, hours_name(one.begins, one.ends)) for one in shifts if one.day == day)
        days.append(Day(day_name(day), day == start, plan.is_closed(day), tuple(left), gaps))
    return [
        Week(days_name(start + first, start + first + 6), tuple(days[first : first + 7]))
        for first in range(0, len(days), 7)
    ]


def _turn(turn: Turn, now: int) -> TurnRow:
    lead, mine = me().may({Role.LEAD}), me().id
    ahead = turn.begins > now
    hours = hours_name(turn.shift.begins, turn.shift.ends)
    if turn.shift.day < today():
        hours = f"until {rota.clock(turn.shift.ends)}, since {DAYS[rota.weekday(turn.shift.day)]}"
    return TurnRow(
        key=turn.shift.key,
        owner=turn.owner,
        name=names().get(turn.holder, "A colleague"),
        own=turn.owner == mine,
        hours=hours,
        instead_of="" if turn.holder == turn.owner else names().get(turn.owner, "a colleague"),
        asked=names().get(turn.asked, ""),
        give=ahead and not turn.asked and (lead or turn.owner == turn.holder == mine),
        withdraw=bool(turn.asked) and (lead or turn.owner == mine),
    )


def _requests(turns: list[Turn], now: int) -> list[Request]:
    asked = [turn for turn in turns if turn.asked == me().id and turn.ends > now]
    return [
        Request(turn.shift.key, turn.owner, names().get(turn.owner, "A colleague"), shift_name(turn.shift))
        for turn in asked
    ]


def _on_call(person: Staff, plan: Roster, now: datetime) -> OnCall:
    at = int(now.timestamp())
    ends = [turn.ends for turn in plan.running(at) if turn.holder == person.id]
    hand = by_hand_until(plan.duty(person.id), now)
    why = f"{hand} (added manually)" if hand else f"{_until(max(ends), now)} (on the rota)"
    return OnCall(person.name, why, bool(person.phone))


def _until(at: int, now: datetime) -> str:
    """Format an end, such as "until 18:30". Add the day if it is not today."""
    until = local_time(at)
    return f"until {until:%H:%M}" + ("" if until.date() == now.date() else f" on {DAYS[until.weekday()]}")
