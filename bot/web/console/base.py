"""The console's blueprint, and what its pages share: finding a case that the caseworker may see, times, names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from flask import Response, abort, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from bot.actions.cases import CaseActions
from bot.casework.cases import Case
from bot.casework.consent_gate import ConsentGate
from bot.staff.accounts import Role
from bot.staff.audit import Verb
from bot.store import Query, StoredPeople, pair
from bot.web.base import elapsed, local_time
from bot.web.current import runtime
from bot.web.staff import me, note, staff_blueprint
from bot.web.staff.session import arrival, arrive_with

bp = staff_blueprint("console", "/console")

BOARD = ("console.board", "console.board_live", "console.my_talks", "console.case", "console.find_anything",
         "console.end_shift", "console.hand_over")  # fmt: skip
"""Endpoints that show all open cases, or a colleague's own beside another."""

T = TypeVar("T")
_NOTHING = Query((), lambda _: None)

_MARK = re.compile("[0-9a-f]{16}")

SEEN_SECONDS = 3600
"""How often a caseworker's view of one case is noted in the audit: once in this time."""


@bp.before_request
def catch_up() -> None:
    """Take over the directory in use, and read which cases are on the board in the same round trip."""
    if request.endpoint in BOARD:
        g.board = arrive_with(runtime().store.cases.board_query())
    runtime().directory.at(arrival().directory, wait=True)


def consent_gate(people: StoredPeople | None = None) -> ConsentGate:
    """Return the consent gate. With `people` it answers for the moment they were read: for one page, and no act."""
    return ConsentGate(
        people or runtime().store, runtime().directory.now, runtime().clock, runtime().settings.idle_seconds
    )


def case_actions() -> CaseActions:
    """Return the object through which a caseworker acts on a case."""
    return CaseActions(runtime())


def find(code: str) -> Case:
    """Return the case if the caseworker may see it: an open one, their own, or any for a lead.

    404 for all others, whether there is such a case or not.
    """
    return find_after(_NOTHING, code)[1]


def find_after(query: Query[T], code: str) -> tuple[T, Case]:
    """Run a query and then find the case, in one round trip. 404 as `find`."""
    store, person, code = runtime().store, me(), code.upper()[:12]
    first, case, (seen, earlier_seen), g.team = store.fetch_all(
        query, store.cases.get_query(code), pair(seen_query(code), seen_query(_earlier(code))),
        store.staff.everybody_query(),
    )  # fmt: skip
    if case is None or not (case.is_open or case.owner == person.id or person.may({Role.LEAD})):
        abort(404)
    g.is_noted, g.earlier_is_noted = seen is not None, earlier_seen is not None
    return first, case


def note_look(case: Case) -> None:
    """Note in the audit log that the caseworker sees the case that was found, before they do."""
    if not g.is_noted:
        note_looks([case.code])
        g.is_noted = True


def note_look_at_earlier(case: Case) -> None:
    """Note in the audit log that the caseworker sees what is remembered of earlier cases, before they do."""
    if not g.earlier_is_noted:
        note(Verb.EARLIER_SEEN, f"case:{case.code}")
        runtime().store.staff.seen.put(_seen_key(_earlier(case.code)), {}, SEEN_SECONDS)
        g.earlier_is_noted = True


def note_looks(codes: Iterable[str]) -> None:
    """Note in the audit log that the caseworker sees these cases, before they do."""
    for code in codes:
        note(Verb.CASE_SEEN, f"case:{code}")
        runtime().store.staff.seen.put(_seen_key(code), {}, SEEN_SECONDS)


def seen_query(code: str) -> Query[bytes | None]:
    """Query whether the caseworker's look at a case was noted in the last hour."""
    return runtime().store.staff.seen.sealed_query(_seen_key(code))


def _earlier(code: str) -> str:
    return f"{code} earlier"


def _seen_key(code: str) -> str:
    return f"{me().id} {code}"


def back_to(case: Case, part: str = "") -> ResponseReturnValue:
    """Redirect to a part of the case's page.

    A form that the page's script sent has a mark. The next address carries it as a proof that the form was carried out,
    so that its draft is dropped, and no part: the page stays where it was.
    """
    mark = request.form.get("saved", "")
    if not _MARK.fullmatch(mark):
        return redirect(url_for("console.case", code=case.code, _anchor=part or None), 303)
    return redirect(url_for("console.case", code=case.code, saved=mark), 303)


def since() -> Callable[[int], str]:
    """Return a function that says how long ago something was: "4 min". In a demo the clock may be ahead."""
    now = runtime().clock()
    return lambda at: elapsed(now - at) or "now"


def day(at: int) -> str:
    """Return the day in the programme's time zone: "21 Feb 2027"."""
    return local_time(at).strftime("%-d %b %Y")


def minute() -> int:
    """Return a number that changes when the times on a page do."""
    return runtime().clock() // 60


def poll_response(render: Callable[[], str], mark: str) -> Response:
    """Respond with a part of a page, or 304, and render nothing, when the browser has it by this `mark`."""
    fresh = not request.if_none_match.contains(mark)
    answer = Response(render(), mimetype="text/html") if fresh else Response(status=304)
    answer.set_etag(mark)
    return answer
