"""Who may open a route. Each route of the staff's pages declares it, and a test fails for one that does not.

The role is that of this moment. A posting must carry the form's mark, whoever sends it.
"""

from __future__ import annotations

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
PLACES = (FRONT, "/console", "/directory", "/studio")
"""Where staff pages are: below these, and nowhere else."""


def public(view: View[P]) -> View[P]:
    """A staff page that is open to who is not signed in: signing in itself, and little else."""

    @wraps(view)
    def checked(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        session.check_form()
        return view(*args, **kwargs)

    return _declare(checked, ANYONE)


def role_required(*roles: str, polls: bool = False) -> Callable[[View[P]], View[P]]:
    """Open to who has one of `roles`; without any, to every colleague.

    Who is not signed in is led to the sign-in, or told 401 when the page `polls`: asks by itself, which does not
    count as activity. Raises ValueError for a role that there is not.
    """
    wanted = frozenset(Role(role) for role in roles) or frozenset(Role)

    def declare(view: View[P]) -> View[P]:
        @wraps(view)
        def checked(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
            here = session.current()
            if here is None:
                return Response(status=401) if polls else _to("staff_login.sign_in")
            if not here.person.may(wanted):
                abort(403)
            session.check_form()
            if not polls:
                session.stay_awake()
            return view(*args, **kwargs)

        return _declare(checked, wanted)

    return declare


def recent_auth_required(view: View[P]) -> View[P]:
    """Below `allowed`: asks for the code again when the last check is more than five minutes old.

    After that the page is opened anew. A posting cannot be: put its form on a page that is `fresh` as well, and name
    that page in a field `next`.
    """

    @wraps(view)
    def checked(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        return view(*args, **kwargs) if session.is_fresh() else _to("staff_login.check_code")

    return checked


def roles_of(view: Callable[..., object]) -> frozenset[Role] | None:
    """What a view declares: its roles, ANYONE, or None when it declares nothing."""
    found: frozenset[Role] | None = vars(view).get("access")
    return found


def safe_next(wanted: str | None) -> str:
    """Where to go on to: a staff page of this site, or the front one. Nothing else is ever a target."""
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


def _to(endpoint: str) -> ResponseReturnValue:
    wanted = request.full_path.rstrip("?") if request.method == "GET" else request.form.get("next")
    target = safe_next(wanted)
    return redirect(url_for(endpoint, next=None if target == FRONT else target), 303)
