"""Board of waiting and held cases; it holds nothing that a person shared or said."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Response, render_template

from bot.casework.cases import Case, Status
from bot.staff.accounts import Role
from bot.web.console.base import doors, minute, names, news, since
from bot.web.console.task_view import Due, next_tasks
from bot.web.current import parts
from bot.web.labels import Tongue, tongue
from bot.web.staff import allowed, me


@dataclass(frozen=True, slots=True)
class Entry:
    """Row of the board; `state` is whose turn it is, `since` when that wait began, in epoch seconds."""

    case: Case
    holder: str
    mine: bool
    state: str
    since: int
    language: Tongue
    task: Due | None = None  # next task, if the colleague holds the case


@doors.get("")
@allowed("caseworker", "lead")
def board() -> str:
    """Show waiting and held cases."""
    return render_template("console/board.html", **_words())


@doors.get("/board")
@allowed("caseworker", "lead", polls=True)
def board_live() -> Response:
    """Return the rows alone, for polling; 304 while nothing has changed."""
    mark = f"{parts().store.cases.changes()}.{minute()}.{me().id}"
    return news(lambda: render_template("console/rows.html", **_words()), mark)


def _words() -> dict[str, object]:
    team, mine = names(), me().id  # read once: there may be hundreds of rows
    cases = parts().store.cases.open()
    due = next_tasks([case for case in cases if case.owner == mine])
    entries = [_entry(case, team, mine, due.get(case.code)) for case in cases]
    waiting = [entry for entry in entries if entry.case.status is Status.WAITING]
    held = [entry for entry in entries if entry.case.status is Status.HELD]
    held.sort(key=lambda entry: (not entry.case.urgent, entry.state != "ours", entry.since))
    return {"waiting": waiting, "held": held, "since": since(), "answers": me().may({Role.CASEWORKER})}


def _entry(case: Case, team: dict[str, str], mine: str, task: Due | None) -> Entry:
    if case.status is Status.WAITING:
        state, at = "waiting", case.waits_since
    elif case.asked_at or case.alarm_at:
        state, at = "ours", case.asked_at or case.alarm_at
    else:
        state, at = "theirs", case.answered_at
    holder = team.get(case.owner, "a colleague") if case.owner else ""
    return Entry(case, holder, case.owner == mine, state, at, tongue(case.language), task)
