"""Permissions of routes: every staff route declares its roles, and a test fails for one that does not.

Roles are read at each request. A POST must carry the CSRF token, whoever sends it. A locked session opens only what
says so: pages lead to the lock page, and a script is told with 401 and JSON, so that it covers its page.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec
from urllib.parse import urlsplit

from flask import Response, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from bot.staff.accounts import Role
from bot.web.staff import session

P = ParamSpec("P")
View = Callable[P, ResponseReturnValue]

ANYONE: frozenset[Role] = frozenset()
FRONT = "/staff"
SESSION_HEADER = "X-Session"
PLACES = (FRONT, "/console", "/practice", "/directory", "/studio")
"""Path prefixes of all staff pages."""


def public(view: View[P]) -> View[P]:
    """Open a staff route to visitors who are not signed in: the sign-in itself, and little else."""

    @wraps(view)
    def checked(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        session.check_form()
        return view(*args, **kwargs)

    return _declare(checked, ANYONE)


def role_required(*roles: str, polls: bool = False, while_locked: bool = False) -> Callable[[View[P]], View[P]]:
    """Restrict a route to colleagues with one of `roles`; without roles, to all colleagues.

    A visitor who is not signed in is redirected to the sign-in. A page that `polls` gets 401 instead, and its requests
    count as activity only while the colleague is on call. With `while_locked` it opens for a locked session too: it
    must show nothing of a person, and it is no activity. Raise ValueError for an unknown role.
    """
    wanted = frozenset(Role(role) for role in roles) or frozenset(Role)

    def declare(view: View[P]) -> View[P]:
        @wraps(view)
        def checked(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
            here = session.held()
            if here is None:
                return _tell_script("ended") if polls else _to("staff_login.sign_in")
            if here.session.locked_at and not while_locked:
                by_script = polls or request.headers.get("Sec-Fetch-Dest") == "empty"
                return _tell_script("locked") if by_script else _to("staff_lock.page")
            if not here.person.may(wanted):
                abort(403)
            session.check_form()
            if not while_locked:
                session.stay_awake(watching=polls)
            return view(*args, **kwargs)

        return _declare(checked, wanted)

    return declare


def recent_auth_required(view: View[P]) -> View[P]:
    """Require a second-factor check within the last five minutes; apply it below the decorator for roles.

    After the check the page is opened anew. A POST cannot be repeated: put its form on a page that has this decorator
    as well, and name that page in a field `next`.
    """

    @wraps(view)
    def checked(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        return view(*args, **kwargs) if session.is_fresh() else _to("staff_login.check_code")

    return checked


def roles_of(view: Callable[..., object]) -> frozenset[Role] | None:
    """Return what a view declares: its roles, ANYONE, or None if it declares nothing."""
    found: frozenset[Role] | None = vars(view).get("access")
    return found


def safe_next(wanted: str | None) -> str:
    """Return the target if it is a staff page of this site, else the staff front page; no redirect leads elsewhere."""
    target = wanted or ""
    try:
        whole = urlsplit(target)
    except ValueError:
        return FRONT
    ours = any(whole.path == place or whole.path.startswith(f"{place}/") for place in PLACES)
    plain = target.isascii() and target.isprintable() and "\\" not in target and "//" not in target
    return target if ours and plain and ".." not in target and not (whole.scheme or whole.netloc) else FRONT


def _declare(view: View[P], roles: frozenset[Role]) -> View[P]:
    vars(view)["access"] = roles
    return view


def _tell_script(state: str) -> Response:
    """Refuse a request of a page's script, and say whether the session is "locked" or "ended"."""
    answer = Response(json.dumps({"session": state}), 401, mimetype="application/json")
    answer.headers[SESSION_HEADER] = state
    return answer


def _to(endpoint: str) -> ResponseReturnValue:
    here = request.script_root + request.full_path.rstrip("?")
    wanted = here if request.method == "GET" else request.form.get("next")
    target = safe_next(wanted)
    return redirect(url_for(endpoint, next=None if target == FRONT else target), 303)
