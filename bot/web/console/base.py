"""Blueprint of the console, and how its routes find a case and check who may see it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from flask import Response, abort, request

from bot.actions.cases import Desk
from bot.casework.cases import Case
from bot.casework.consent_gate import Gate
from bot.staff.accounts import Role
from bot.staff.audit import Verb
from bot.web.current import conversation, parts
from bot.web.staff import me, note, room

doors = room("console", "/console")

SEEN_SECONDS = 3600
"""Time within which a colleague's views of one case are noted once."""


@doors.before_request
def catch_up() -> None:
    """Load pending changes of the directory, so that a page shows the current services."""
    parts().in_use.catch_up()


def the_gate() -> Gate:
    """Return the consent gate, the only access to what a person shared."""
    return Gate(parts().store, parts().directory, parts().clock, parts().settings.idle_seconds)


def the_desk() -> Desk:
    """Return the actions on cases."""
    return Desk(conversation())


def find(code: str) -> Case:
    """Return the case if the colleague may see it: an open one, their own, or any for a lead.

    Abort with 404 for all others, so that the answer does not reveal that the case exists.
    """
    case = parts().store.cases.get(code.upper()[:12])
    person = me()
    if case is None or not (case.is_open or case.owner == person.id or person.may({Role.LEAD})):
        abort(404)
    return case


def note_look(case: Case) -> None:
    """Note in the audit log that the colleague sees this case, before they do."""
    seen, key = parts().store.staff.seen, f"{me().id} {case.code}"
    if seen.get(key) is None:
        note(Verb.CASE_SEEN, f"case:{case.code}")
        seen.put(key, {}, SEEN_SECONDS)


def names() -> dict[str, str]:
    """Return the name of each colleague by id, including those who have left."""
    return {person.id: person.name for person in parts().store.staff.everybody()}


def since() -> Callable[[int], str]:
    """Return a function that formats how long ago a time was, such as "4 min".

    It goes by the conversation's clock, which may be ahead in demo mode.
    """
    now = parts().clock()  # read once: in demo mode it is kept in the store

    def ago(at: int) -> str:
        seconds = max(now - at, 0)
        for size, unit in ((86_400, "d"), (3600, "h"), (60, "min")):
            if seconds >= size:
                return f"{seconds // size} {unit}"
        return "now"

    return ago


def day(at: int) -> str:
    """Format the date on the programme's clock, such as "21 Feb 2027"."""
    return dt.datetime.fromtimestamp(at, parts().settings.timezone).strftime("%-d %b %Y")


def minute() -> int:
    """Return a number that changes whenever the times on a page do."""
    return parts().clock() // 60


def news(render: Callable[[], str], mark: str) -> Response:
    """Return a part of a page with `mark` as its ETag; if the browser has it already, return 304 and render nothing."""
    fresh = not request.if_none_match.contains(mark)
    answer = Response(render(), mimetype="text/html") if fresh else Response(status=304)
    answer.set_etag(mark)
    return answer
