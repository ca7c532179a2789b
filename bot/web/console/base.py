"""Finding a case and who may see it; and what the console stands on. Every door of the console goes by here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from flask import Response, abort, request

from bot.actions.cases import Desk
from bot.casework.cases import Case
from bot.casework.consent_gate import Gate
from bot.staff.accounts import Role
from bot.staff.audit import Verb
from bot.web.current import runtime
from bot.web.staff import me, note, room

doors = room("console", "/console")

SEEN_SECONDS = 3600
"""A colleague's looks at one case are noted once in this time."""


@doors.before_request
def catch_up() -> None:
    """The services on a page are those of the directory as it is now."""
    runtime().directory.catch_up()


def the_gate() -> Gate:
    """The way to what was shared."""
    return Gate(runtime().store, runtime().directory.now, runtime().clock, runtime().settings.idle_seconds)


def the_desk() -> Desk:
    """The way to act on a case."""
    return Desk(runtime())


def find(code: str) -> Case:
    """The case, if the colleague may see it: an open one, their own, or any for a lead. 404 for all others.

    That there is such a case is not told either.
    """
    case = runtime().store.cases.get(code.upper()[:12])
    person = me()
    if case is None or not (case.is_open or case.owner == person.id or person.may({Role.LEAD})):
        abort(404)
    return case


def note_look(case: Case) -> None:
    """Note in the audit that the colleague sees this case, before they do."""
    seen, key = runtime().store.staff.seen, f"{me().id} {case.code}"
    if seen.get(key) is None:
        note(Verb.CASE_SEEN, f"case:{case.code}")
        seen.put(key, {}, SEEN_SECONDS)


def names() -> dict[str, str]:
    """How each colleague is called, by id; those who are gone too."""
    return {person.id: person.name for person in runtime().store.staff.everybody()}


def since() -> Callable[[int], str]:
    """How long ago something was, on the conversation's clock, which in a demo may be ahead: "4 min"."""
    now = runtime().clock()  # looked at once: in a demo it is kept in the store

    def ago(at: int) -> str:
        seconds = max(now - at, 0)
        for size, unit in ((86_400, "d"), (3600, "h"), (60, "min")):
            if seconds >= size:
                return f"{seconds // size} {unit}"
        return "now"

    return ago


def day(at: int) -> str:
    """The day on the programme's clock: "21 Feb 2027"."""
    return dt.datetime.fromtimestamp(at, runtime().settings.timezone).strftime("%-d %b %Y")


def minute() -> int:
    """Changes when the times on a page do."""
    return runtime().clock() // 60


def news(render: Callable[[], str], mark: str) -> Response:
    """A part of a page, or 304 when the browser has it by this `mark` already; then nothing is rendered."""
    fresh = not request.if_none_match.contains(mark)
    answer = Response(render(), mimetype="text/html") if fresh else Response(status=304)
    answer.set_etag(mark)
    return answer
