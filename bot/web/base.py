"""What staff pages of every area share: the team and its roster, and times in the programme's time zone."""

from __future__ import annotations

import datetime as dt

from flask import g

from bot.casework.escalation import can_be_on_call
from bot.staff.accounts import Staff
from bot.staff.roster import Roster
from bot.staff.rota import Duty
from bot.web.current import runtime


def team() -> list[Staff]:
    """Return all colleagues, those who have left too. Read once a request; a page may put them in `g.team` itself."""
    if "team" not in g:
        g.team = runtime().store.staff.everybody()
    found: list[Staff] = g.team
    return found


def names() -> dict[str, str]:
    """Return the name of each colleague by id. Cases, editions and drafts hold only ids."""
    return {person.id: person.name for person in team()}


def roster() -> Roster:
    """Read who is on call when. Read anew at each call."""
    staff = runtime().store.staff
    if "team" in g:
        return roster_of(staff.rota.all())
    g.team, duties = runtime().store.fetch_all(staff.everybody_query(), staff.rota.all_query())
    return roster_of(duties)


def roster_of(duties: dict[str, Duty]) -> Roster:
    """Return the roster that a rota makes for those who can be on call."""
    people = frozenset(str(person.id) for person in team() if can_be_on_call(person))
    return Roster(duties, people, runtime().settings.timezone)


def local_time(at: int) -> dt.datetime:
    """Return `at` (epoch seconds) in the programme's time zone."""
    return dt.datetime.fromtimestamp(at, runtime().settings.timezone)


def local_now() -> dt.datetime:
    """Return the time of the conversation's clock, which in a demo may be ahead."""
    return local_time(runtime().clock())


def elapsed(seconds: int) -> str:
    """Return a duration in its largest unit: "4 min". "" below a minute."""
    for size, unit in ((86_400, "d"), (3600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds // size} {unit}"
    return ""
