"""Shared parts of all staff pages: blueprint, navigation, formats of times and roles, error pages."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any, NamedTuple

from flask import Blueprint, current_app, g, render_template, request, url_for
from markupsafe import Markup
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from bot.errors import WarmlineError, safe_location
from bot.logs import request_id
from bot.staff.accounts import Role
from bot.staff.passkeys import relying_party
from bot.web.base import elapsed, local_time
from bot.web.current import runtime
from bot.web.staff import session
from bot.web.staff.passwords import passwords

log = logging.getLogger(__name__)


class NavItem(NamedTuple):
    """Navigation item, shown to colleagues with one of `roles` if its page exists."""

    label: str
    endpoint: str
    roles: frozenset[Role]


NAVIGATION = (
    NavItem("Board", "console.board", frozenset({Role.CASEWORKER, Role.LEAD})),
    NavItem("On call", "rota.week", frozenset({Role.CASEWORKER, Role.LEAD})),
    NavItem("Directory", "directory.everything", frozenset(Role)),
    NavItem("Studio", "studio.flow", frozenset({Role.EDITOR})),
    NavItem("Team", "staff_people.everybody", frozenset({Role.LEAD})),
    NavItem("Reports", "reports.page", frozenset({Role.LEAD})),
    NavItem("Audit log", "staff_trail.page", frozenset({Role.LEAD})),
)
"""Navigation of the staff pages, the most used first. A new page adds itself here."""

ERRORS = {
    400: ("We couldn't read that", "Go back and try again."),
    403: (
        "You don't have access to this page",
        "Your account has no role for it, or the form was opened before you last signed in. Here is what you can do.",
    ),
    404: ("Page not found", "It may have been moved or deleted."),
    405: ("Page not found", "Go back to the form and send it again."),
    413: ("That's too large", "Send a shorter text or a smaller file."),
    503: ("The service is busy", "We couldn't reach the database. Try again in a minute."),
}
BROKEN = ("Something went wrong", "We logged the error without personal details. Try again.")


def staff_blueprint(name: str, prefix: str = "/staff") -> Blueprint:
    """Create a blueprint for staff pages, with their template context and their error pages."""
    doors = Blueprint(name, __name__, url_prefix=prefix)
    doors.context_processor(_shared)
    doors.register_error_handler(HTTPException, _refused)
    doors.register_error_handler(WarmlineError, _store_gone)
    doors.register_error_handler(Exception, _broken)
    return doors


def _shared() -> dict[str, Any]:
    here, settings = session.current(), runtime().settings
    site = relying_party(settings.public_url)
    return {
        "program": settings.program_name,
        "demo": settings.demo,
        "provider": settings.oidc.name if settings.oidc else "",
        "passkey_origin": site.origin if site else "",
        "here": here.person if here else None,
        "seconds_left": session.seconds_left(here) if here else 0,
        "ways": _ways(),
        "csrf_token": _csrf_input,
        "ago": ago,
        "in_full": in_full,
        "machine_time": machine_time,
        "role_names": role_names,
    }


def _ways() -> list[tuple[str, str, bool]]:
    """List the navigation: label, URL, and whether the item is the current page."""
    here = session.current()
    if here is None:
        return []
    return [
        (way.label, url_for(way.endpoint), (request.endpoint or "").split(".")[0] == way.endpoint.split(".")[0])
        for way in NAVIGATION
        if here.person.may(way.roles) and way.endpoint in current_app.view_functions
    ]


def _csrf_input() -> Markup:
    """Return the hidden field with the CSRF token, which every form of ours carries."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(session.CSRF_FIELD, session.csrf_token())


# Formats of times and roles


def ago(at: int) -> str:
    """Format how long ago `at` (epoch seconds) was, in one unit, such as "4 min"."""
    return elapsed(passwords().clock() - at) or "just now"


def in_full(at: int) -> str:
    """Format a time on the programme's clock, such as "Mon 23 Nov 2026, 14:05"."""
    return local_time(at).strftime("%a %-d %b %Y, %H:%M")


def machine_time(at: int) -> str:
    """Format a time for the `datetime` attribute of <time>."""
    return local_time(at).isoformat()


def role_names(roles: frozenset[Role]) -> str:
    """List role names in their fixed order, such as "Caseworker, lead"."""
    return ", ".join(role.value for role in Role if role in roles).capitalize()


# Errors


def error_page(code: int, words: tuple[str, str]) -> Response:
    """Render an error page; leave the navigation out if the session cannot be looked up."""
    try:
        session.current()
    except WarmlineError:
        g.staff_here = None
    page = render_template(
        "staff/error.html",
        title=words[0],
        words=words[1],
        refused=code == HTTPStatus.FORBIDDEN,
        code=request_id() if code >= HTTPStatus.INTERNAL_SERVER_ERROR else "",
    )
    return current_app.response_class(page, code)


def _refused(error: HTTPException) -> Response | HTTPException:
    if error.code is None or error.code < 400:
        return error
    answer = error_page(error.code, ERRORS.get(error.code, BROKEN))
    for name, value in error.get_headers():
        if name in {"Allow", "Retry-After"}:
            answer.headers[name] = value
    return answer


def _store_gone(error: WarmlineError) -> Response:
    log.error("a staff page failed: %s", safe_location(error))
    return error_page(503, ERRORS[503])


def _broken(error: Exception) -> Response:
    log.error("a staff page failed: %s", safe_location(error))
    try:
        return error_page(500, BROKEN)
    except Exception as second:  # what the page needs may be what is broken
        log.error("the error page failed: %s", safe_location(second))
        plain = f"{BROKEN[0]}. Tell your administrator this code: {request_id()}\n"
        return current_app.response_class(plain, 500, mimetype="text/plain")
