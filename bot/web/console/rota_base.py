"""The rota's blueprint, and what its pages share: a change with its audit entry, times and days in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from itertools import groupby

from flask import abort, request

from bot.casework.escalation import can_be_on_call
from bot.errors import WarmlineError
from bot.staff import rota
from bot.staff.accounts import Staff
from bot.staff.audit import Verb
from bot.staff.rota import DAY_MINUTES, TEAM, Duty, Shift, Span, clock
from bot.web.base import local_now, team
from bot.web.current import runtime
from bot.web.staff import note, staff_blueprint

bp = staff_blueprint("rota", "/console/rota")

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LONGEST_TYPED = 20
MOST_AHEAD = 732
"""How many days ahead a date may be."""

NO_TIME = "Enter a time, like 18:30."
NO_TIMES = "Enter a start and an end, like 09:00 and 17:00."
NO_DATE = "Enter a date, like 2027-01-31."
PAST = "Choose today or a later date."
TOO_FAR = "Choose a date in the next two years."
BACKWARDS = "The last day is before the first day."
AWAY = "That day is marked as away. Remove this first."
FULL = f"There are more than {rota.MOST_ENTRIES} entries. Remove some first."


class Wrong(WarmlineError):
    """A form cannot be carried out. The text says why."""


def people() -> list[Staff]:
    """Return those who can be on call, by name."""
    return [person for person in team() if can_be_on_call(person)]


def colleague(staff_id: str) -> Staff:
    """Return the colleague. 404 if they cannot be on call."""
    person = runtime().store.staff.get(staff_id)
    if person is None or not can_be_on_call(person):
        abort(404)
    return person


def change(staff_id: str, to: Callable[[Duty], Duty], *told: tuple[Verb, str, str]) -> None:
    """Note a change in the audit log, then make it. Raise Wrong if the rota would hold too much.

    `told` are the entries, each a verb, a staff id and a reason; without any it is a change of the rota as a whole.
    """
    store = runtime().store.staff.rota

    def tidy(duty: Duty) -> Duty:
        return to(duty).tidied(today())

    if tidy(store.get(staff_id)).is_full:
        raise Wrong(FULL)
    for verb, on, reason in told or ((Verb.ROTA_CHANGED, staff_id, ""),):
        note(verb, TEAM if on == TEAM else f"staff:{on}", reason)
    store.change(staff_id, tidy)


# What was typed


def today() -> int:
    """Return the day it is for the team."""
    return local_now().toordinal()


def typed_time(name: str) -> int | None:
    """Return the time in a field of the form, in minutes; None if it is not a time."""
    return rota.read_time(request.form.get(name, "")[:LONGEST_TYPED])


def typed_times() -> tuple[int, int]:
    """Return the start and the end of a shift. Raise Wrong."""
    begins, ends = typed_time("begins"), typed_time("ends")
    if begins is None or ends is None:
        raise Wrong(NO_TIMES)
    return begins % DAY_MINUTES, ends % DAY_MINUTES


def typed_day(name: str, *, needed: bool = True, past: bool = False) -> int:
    """Return the day in a field of the form; 0 if it is blank and not `needed`. Raise Wrong."""
    text = request.form.get(name, "").strip()[:LONGEST_TYPED]
    if not text and not needed:
        return 0
    try:
        day = date.fromisoformat(text).toordinal()
    except ValueError:
        raise Wrong(NO_DATE) from None
    if day < today() - (MOST_AHEAD if past else 0):
        raise Wrong(PAST)
    if day > today() + MOST_AHEAD:
        raise Wrong(TOO_FAR)
    return day


def typed_days() -> rota.Days:
    """Return the first and the last day in a form; the last is not over. A blank last is the first. Raise Wrong."""
    first = typed_day("first", past=True)
    days = rota.Days(first, typed_day("last", needed=False) or first)
    if days.last < days.first:
        raise Wrong(BACKWARDS)
    if days.last < today():
        raise Wrong(PAST)
    return days


# In words


def day_name(day: int) -> str:
    """Format a day like "Mon 23 Nov", with the year if it is another one."""
    on = date.fromordinal(day)
    return on.strftime("%a %-d %b" if on.year == local_now().year else "%a %-d %b %Y")


def days_name(first: int, last: int) -> str:
    """Format days like "Mon 23 Nov to Fri 27 Nov"."""
    return day_name(first) if first == last else f"{day_name(first)} to {day_name(last)}"


def hours_name(begins: int, ends: int) -> str:
    """Format times like "22:00 to 06:00 the next day"."""
    if not ends % DAY_MINUTES:
        return f"{clock(begins)} to 24:00" if begins or ends else "all day"
    return f"{clock(begins)} to {clock(ends)}" + (" the next day" if begins >= ends else "")


def shift_name(shift: Shift) -> str:
    """Format a shift like "Mon 23 Nov, 09:00 to 17:00"."""
    return f"{day_name(shift.day)}, {hours_name(shift.begins, shift.ends)}"


def audit_name(shift: Shift) -> str:
    """Format a shift for the audit log, where a date has its year."""
    return f"{date.fromordinal(shift.day).isoformat()} {clock(shift.begins)}-{clock(shift.ends)}"


def weekly_name(spans: Iterable[Span]) -> str:
    """Format weekly shifts that differ in their day alone, like "Mon-Fri 09:00 to 17:00, every second week"."""
    found = sorted(spans)
    told: list[str] = []
    for _, run in groupby(enumerate(found), lambda one: one[1].day - one[0]):  # days that follow each other
        days = [DAYS[span.day][:3] for _, span in run]
        told += [f"{days[0]}-{days[-1]}"] if len(days) > 2 else days
    span = found[0]
    limits = [
        "every second week" if span.weeks > 1 else "",
        f"from {day_name(span.first)}" if span.first else "",
        f"until {day_name(span.last)}" if span.last else "",
    ]
    return ", ".join([f"{', '.join(told)} {hours_name(span.begins, span.ends)}", *filter(None, limits)])


def usual(duty: Duty) -> str:
    """Format the weekly shifts in one line; "" if there are none."""
    return "; ".join(weekly_name(group) for group in rota.grouped(duty.spans))
