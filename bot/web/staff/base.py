"""What all staff pages share: their rooms, the way around, times as people say them, and errors that look like ours."""

from __future__ import annotations

import datetime as dt
import logging
from typing import Any, NamedTuple

from flask import Blueprint, current_app, g, render_template, request, url_for
from markupsafe import Markup
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from bot.errors import WarmlineError, where
from bot.staff.accounts import Role
from bot.web.current import parts
from bot.web.staff import session
from bot.web.staff.passwords import gate

log = logging.getLogger(__name__)


class Way(NamedTuple):
    """A place in the navigation. Shown to who has one of `roles`, if a page of that name is there."""

    label: str
    endpoint: str
    roles: frozenset[Role]


WAYS = (
    Way("Board", "console.board", frozenset({Role.CASEWORKER, Role.LEAD})),
    Way("On call", "rota.week", frozenset({Role.CASEWORKER, Role.LEAD})),
    Way("Directory", "directory.everything", frozenset(Role)),
    Way("Studio", "studio.flow", frozenset({Role.EDITOR})),
    Way("Team", "staff_people.everybody", frozenset({Role.LEAD})),
    Way("Reports", "reports.page", frozenset({Role.LEAD})),
    Way("Audit log", "staff_trail.page", frozenset({Role.LEAD})),
)
"""The way around, the most used first. A new page adds itself here."""

ERRORS = {
    400: ("We couldn't read that", "Go back and try again."),
    403: (
        "You don't have access to this page",
        "Ask a lead if you need another role. If the page is old, reload it.",
    ),
    404: ("Page not found", "It may have been moved or deleted."),
    405: ("Page not found", "Go back to the form and send it again."),
    413: ("That's too large", "Send a shorter text or a smaller file."),
    503: ("The service is busy", "We couldn't reach the database. Try again in a minute."),
}
BROKEN = ("Something went wrong", "We logged the error without personal details. Try again.")


def room(name: str, prefix: str = "/staff") -> Blueprint:
    """A blueprint for staff pages: its templates know the way around, and its errors look like a staff page."""
    doors = Blueprint(name, __name__, url_prefix=prefix)
    doors.context_processor(_shared)
    doors.register_error_handler(HTTPException, _refused)
    doors.register_error_handler(WarmlineError, _store_gone)
    return doors


def _shared() -> dict[str, Any]:
    here, settings = session.current(), parts().settings
    return {
        "program": settings.program_name,
        "demo": settings.demo,
        "provider": settings.oidc.name if settings.oidc else "",
        "here": here.person if here else None,
        "ways": _ways(),
        "form_mark": _form_mark,
        "ago": ago,
        "in_full": in_full,
        "machine_time": machine_time,
        "role_names": role_names,
    }


def _ways() -> list[tuple[str, str, bool]]:
    """Label, address, and whether this page is it."""
    here = session.current()
    if here is None:
        return []
    return [
        (way.label, url_for(way.endpoint), (request.endpoint or "").split(".")[0] == way.endpoint.split(".")[0])
        for way in WAYS
        if here.person.may(way.roles) and way.endpoint in current_app.view_functions
    ]


def _form_mark() -> Markup:
    """The hidden field that every form of ours carries."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(session.MARK_FIELD, session.form_mark())


# Times and roles, as people say them


def ago(at: int) -> str:
    """How long ago, in one unit: "4 min"."""
    seconds = max(gate().clock() - at, 0)
    for size, unit in ((86_400, "d"), (3600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds // size} {unit}"
    return "just now"


def in_full(at: int) -> str:
    """The time on the programme's clock: "Mon 23 Nov 2026, 14:05"."""
    return _local(at).strftime("%a %-d %b %Y, %H:%M")


def machine_time(at: int) -> str:
    """For the `datetime` of a <time>."""
    return _local(at).isoformat()


def role_names(roles: frozenset[Role]) -> str:
    """ "Caseworker, lead": in the order of the roles' list."""
    return ", ".join(role.value for role in Role if role in roles).capitalize()


def _local(at: int) -> dt.datetime:
    return dt.datetime.fromtimestamp(at, parts().settings.timezone)


# Errors


def error_page(code: int, words: tuple[str, str]) -> Response:
    """A page that says what is wrong and no more; without the way around when who is here cannot be looked up."""
    try:
        session.current()
    except WarmlineError:
        g.staff_here = None
    return current_app.response_class(render_template("staff/error.html", title=words[0], words=words[1]), code)


def _refused(error: HTTPException) -> Response | HTTPException:
    if error.code is None or error.code < 400:
        return error
    answer = error_page(error.code, ERRORS.get(error.code, BROKEN))
    for name, value in error.get_headers():
        if name in {"Allow", "Retry-After"}:
            answer.headers[name] = value
    return answer


def _store_gone(error: WarmlineError) -> Response:
    log.error("a staff page failed: %s", where(error))
    return error_page(503, ERRORS[503])
