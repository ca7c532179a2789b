"""The board: the waiting cases, and the held ones with their caseworkers.

It shows nothing that a person shared, but in one word why a case is urgent, while a consent covers that. A colleague's
own cases have the marks of their list of talks, with the name while a consent covers it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from flask import Response, g, render_template

from bot.casework.cases import Case, Status
from bot.staff.accounts import Role
from bot.web.base import names
from bot.web.console.base import bp, minute, poll_response, since, why_urgent
from bot.web.console.talks import Talk, talks_of, turn
from bot.web.console.task_view import Due, next_tasks
from bot.web.current import runtime
from bot.web.labels import Tongue, tongue
from bot.web.staff import me, role_required


@dataclass(frozen=True, slots=True)
class Entry:
    """A row. `since` is when the wait began (epoch seconds); `state` is whose turn it is."""

    case: Case
    holder: str
    mine: bool
    state: str
    since: int
    language: Tongue
    reason: str = ""  # why it is urgent, in one word, if a consent in force covers it
    task: Due | None = None  # next task, if the colleague holds the case
    talk: Talk | None = None  # marks of their own talk, if the colleague holds the case


@bp.get("")
@role_required("caseworker", "lead")
def board() -> str:
    """Show the waiting and the held cases."""
    return render_template("console/board.html", **_words())


@bp.get("/board")
@role_required("caseworker", "lead", polls=True)
def board_live() -> Response:
    """Respond with the rows, or 304 while nothing has changed."""
    changes, _ = g.board
    mark = f"{changes}.{minute()}.{me().id}"
    return poll_response(lambda: render_template("console/rows.html", **_words()), mark)


def _words() -> dict[str, object]:
    store, mine, (_, codes) = runtime().store, me().id, g.board
    g.team, (cases, damaged), work, read = store.fetch_all(
        store.staff.everybody_query(), store.cases.listed_query(codes), store.work.sealed_query(codes),
        store.staff.reads.query(mine),
    )  # fmt: skip
    own, gate = talks_of(cases, read)
    talks = {talk.code: talk for talk in own}
    due = next_tasks([case for case in cases if case.code in talks], work, gate)
    called = names()
    reasons = why_urgent(cases)
    entries = [
        replace(
            _entry(case, called, mine, due.get(case.code)),
            reason=reasons.get(case.code, ""), talk=talks.get(case.code),
        )
        for case in cases
    ]  # fmt: skip
    waiting = [entry for entry in entries if entry.case.status is Status.WAITING]
    held = [entry for entry in entries if entry.case.status is Status.HELD]
    held.sort(key=lambda entry: (not entry.case.urgent, entry.state != "ours", entry.since))
    return {"waiting": waiting, "held": held, "since": since(), "answers": me().may({Role.CASEWORKER}),
            "damaged": damaged}  # fmt: skip


def _entry(case: Case, called: dict[str, str], mine: str, task: Due | None) -> Entry:
    state, at = turn(case)
    holder = called.get(case.owner, "a colleague") if case.owner else ""
    return Entry(case, holder, case.owner == mine, state, at, tongue(case.language), task=task)
