"""The board: the waiting cases, and the held ones with their caseworkers.

A waiting case shows what tells it apart, while a consent covers that: the needs, the name, and in one word why it is
urgent. A colleague's own cases have the marks of their list of talks. Of the cases of others it shows only the reason.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from flask import Response, g, render_template

from bot.casework.cases import Case, Status
from bot.casework.consent_gate import ConsentGate
from bot.staff.accounts import Role
from bot.staff.first_hour import Step, done
from bot.store import pair
from bot.web.base import names, roster_of
from bot.web.console.base import bp, minute, poll_response, since
from bot.web.console.queue import NONE, Marks, marks_of, offered, queue_of
from bot.web.console.shift_check import shift_check
from bot.web.console.talks import Talk, talks_of, turn
from bot.web.console.task_view import Due, next_tasks
from bot.web.current import runtime
from bot.web.labels import Tongue, tongue
from bot.web.staff import me, role_required
from bot.web.staff.first_hour import is_due


@dataclass(frozen=True, slots=True)
class Entry:
    """A row. `since` is when the wait began (epoch seconds); `state` is whose turn it is."""

    case: Case
    holder: str
    mine: bool
    state: str
    since: int
    language: Tongue
    spoken: bool  # the colleague texts in that language
    marks: Marks = NONE  # of a waiting case or of their own; of another's no more than why it is urgent
    task: Due | None = None  # next task, if the colleague holds the case
    talk: Talk | None = None  # marks of their own talk, if the colleague holds the case


@bp.get("")
@role_required("caseworker", "lead")
def board() -> str:
    """Show the waiting and the held cases; to a lead, also how many mandated reports wait for a signature.

    A new colleague also sees how far they are with their first hour.
    """
    words, store = _words(), runtime().store
    unsigned = store.fetch(store.disclosures.unsigned_query()) if me().may({Role.LEAD}) else 0
    learns = f"{len(done(me()))} of {len(Step)}" if is_due(me()) else ""
    return render_template("console/board.html", **words, unsigned=unsigned, learns=learns)


@bp.get("/board")
@role_required("caseworker", "lead", polls=True)
def board_live() -> Response:
    """Respond with the rows, or 304 while nothing has changed."""
    changes, _ = g.board
    mark = f"{changes}.{minute()}.{me().id}"
    return poll_response(lambda: render_template("console/rows.html", **_words()), mark)


def _words() -> dict[str, object]:
    store, mine, (_, codes) = runtime().store, me().id, g.board
    (g.team, duties), (cases, damaged), work, read = store.fetch_all(
        pair(store.staff.everybody_query(), store.staff.rota.all_query()),
        store.cases.listed_query(codes),
        store.work.sealed_query(codes),
        store.staff.reads.query(mine),
    )
    own, gate = talks_of(cases, read)
    talks = {talk.code: talk for talk in own}
    due = next_tasks([case for case in cases if case.code in talks], work, gate)
    called, queue = names(), {row.code: row.marks for row in queue_of(cases, gate)}
    entries = [
        replace(
            _entry(case, called, mine, due.get(case.code)),
            marks=queue.get(case.code) or _marks_of_held(case, talks.get(case.code), gate), talk=talks.get(case.code),
        )
        for case in cases
    ]  # fmt: skip
    by_code = {entry.case.code: entry for entry in entries}
    waiting = [by_code[case.code] for case in offered(cases)]
    held = [entry for entry in entries if entry.case.status is Status.HELD]
    held.sort(key=lambda entry: (not entry.case.urgent, entry.state != "ours", entry.since))
    return {"waiting": waiting, "held": held, "since": since(), "answers": me().may({Role.CASEWORKER}),
            "damaged": damaged, "check": shift_check(roster_of(duties))}  # fmt: skip


def _marks_of_held(case: Case, talk: Talk | None, gate: ConsentGate) -> Marks:
    if talk:
        return talk.marks
    return Marks(reason=marks_of(case, gate).reason) if case.urgent else NONE


def _entry(case: Case, called: dict[str, str], mine: str, task: Due | None) -> Entry:
    state, at = turn(case)
    holder = called.get(case.owner, "a colleague") if case.owner else ""
    spoken = me().texts_in(case.language)
    return Entry(case, holder, case.owner == mine, state, at, tongue(case.language), spoken, task=task)
