"""The colleague's own talks, beside every case: what is unread, whose turn it is, and how long until the case is lost.

It shows what a person shared only while a consent covers it: the name, the needs, and in one word why the case is
urgent. Below them stands the queue, with the same marks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from flask import Response, abort, g, render_template, request

from bot.casework.cases import Case, Status
from bot.casework.consent_gate import ConsentGate
from bot.staff.accounts import Role
from bot.store import PersonKey, Query, pair, together
from bot.store.cases import Listing
from bot.web.console.base import bp, consent_gate, find, minute, poll_response, since
from bot.web.console.queue import Marks, Waiting, look_query, marks_of, queue_of
from bot.web.console.unchanged import part_for_request
from bot.web.current import runtime
from bot.web.labels import Tongue, tongue
from bot.web.staff import me, role_required

MOST_ENTRIES = 1_000_000


@dataclass(frozen=True, slots=True)
class Talk:
    """A row. Epoch seconds: since when it is this turn, and when the case goes back to the queue (0: never)."""

    code: str
    urgent: bool
    state: str
    since: int
    ends_at: int
    language: Tongue
    marks: Marks
    unread: int = 0

    @property
    def left(self) -> int:
        """Return the seconds until the case goes back to the queue, at least 0."""
        return max(0, self.ends_at - runtime().clock())


class Lists(NamedTuple):
    """What stands beside a case: the colleague's own talks, and the cases that wait."""

    talks: list[Talk]
    queue: list[Waiting]


@bp.get("/talks")
@role_required("caseworker", "lead", polls=True)
def my_talks() -> Response:
    """Respond with the colleague's own talks and the queue, or 304 while nothing has changed."""
    lists = lists_beside(runtime().store.fetch(listed_query(g.board[1])))
    shown = [_seen(talk) for talk in lists.talks], [(row, row.marks.name) for row in lists.queue]
    mark = sha256(repr((minute(), me().id, shown)).encode()).hexdigest()[:24]
    part = part_for_request()
    return poll_response(lambda: render_template("console/talks.html", **words(lists), part=part), mark)


def words(lists: Lists) -> dict[str, object]:
    """Return what the template of the lists needs."""
    return {"talks": lists.talks, "queue": lists.queue, "since": since(), "answers": me().may({Role.CASEWORKER})}


@bp.post("/<code>/read")
@role_required("caseworker", "lead")
def mark_read(code: str) -> Response:
    """Note how much of the thread the page has shown to the colleague; only they see the difference."""
    entries = request.form.get("entries", type=int)
    if entries is None or not 0 <= entries <= MOST_ENTRIES:
        abort(400)
    runtime().store.staff.reads.mark(me().id, find(code).code, entries)
    return Response(status=204)


def turn(case: Case) -> tuple[str, int]:
    """Return whose turn it is, "waiting", "ours" or "theirs", and since when (epoch seconds)."""
    if case.status is Status.WAITING:
        return "waiting", case.waits_since
    if case.asked_at or case.alarm_at:
        return "ours", case.waiting_since or case.asked_at or case.alarm_at
    return "theirs", case.answered_at


Listed = tuple[Listing, dict[str, int]]
"""The open cases, and how many entries of each the colleague has read."""


def listed_query(codes: Sequence[str]) -> Query[Listed]:
    """Query what `lists_beside` needs of the open cases with these codes."""
    store = runtime().store
    return pair(store.cases.listed_query(codes), store.staff.reads.query(me().id))


def lists_beside(listed: Listed) -> Lists:
    """Return the colleague's own talks and the queue, and forget what they have read of cases that are over."""
    listing, read = listed
    open_codes = {case.code for case in listing.cases} | set(listing.damaged)
    runtime().store.staff.reads.drop(me().id, read.keys() - open_codes)
    talks, gate = talks_of(listing.cases, read)
    return Lists(talks, queue_of(listing.cases, gate))


def talks_of(cases: Sequence[Case], read: Mapping[str, int]) -> tuple[list[Talk], ConsentGate]:
    """Return those of the cases that the colleague holds, as talks, and the gate.

    The gate has answers for the people of these, of waiting and of urgent cases. `read` is how many entries of each
    they have read. News does not change the order.
    """
    store = runtime().store
    held = [case for case in cases if case.status is Status.HELD and case.owner == me().id]
    held.sort(key=lambda case: (case.opened_at, case.code))
    shown = [*held, *(case for case in cases if case.status is Status.WAITING or case.urgent)]
    people, unread, noted = store.fetch_all(
        store.people_query([PersonKey(case.person) for case in shown if case.person]),
        together([store.cases.unread_query(case, read.get(case.code, 0)) for case in held]),
        look_query(),
    )
    g.queue_is_noted = noted is not None
    gate = consent_gate(people)
    return [_talk(case, gate, count) for case, count in zip(held, unread, strict=True)], gate


def _talk(case: Case, gate: ConsentGate, unread: int) -> Talk:
    state, at = turn(case)
    marks = marks_of(case, gate)
    return Talk(
        code=case.code,
        urgent=case.urgent,
        state=state,
        since=at,
        ends_at=case.asked_at + runtime().settings.staff_silent_seconds if case.asked_at else 0,
        language=tongue(case.language),
        marks=marks,
        unread=unread if marks.talks else 0,
    )


def _seen(talk: Talk) -> tuple[object, ...]:
    """Return all that the row of a talk shows. The countdown runs in the page."""
    return talk.code, talk.urgent, talk.state, talk.since, talk.ends_at, talk.unread, talk.marks, talk.marks.name
