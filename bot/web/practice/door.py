"""Door of practice: a colleague begins, works in, and ends a space that only they see.

The door checks session, lock, role and form as for each staff page. Behind it the inner app answers, which has no way
to a real record. The one thing that comes back is which steps of the first hour were done.
"""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

from flask import Flask, Response, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as BaseResponse

from bot.inbound.practice import open_space, stand_in
from bot.runtime.practice import practice_runtime
from bot.runtime.runtime import Runtime
from bot.store.practice import Space
from bot.web.current import runtime
from bot.web.practice import inner
from bot.web.practice.inner import VISIT, Visit
from bot.web.staff import session
from bot.web.staff.base import staff_blueprint
from bot.web.staff.first_hour import tick
from bot.web.staff.passwords import passwords, put_passwords
from bot.web.staff.permissions import role_required

bp = staff_blueprint("practice", "/practice")
_KEY = "warmline.practice"


@bp.before_request
def keep_form() -> None:
    """Keep the body as it came, because the inner app reads the form again."""
    request.get_data(cache=True)


@bp.post("/begin")
@role_required("caseworker", "lead")
def begin() -> ResponseReturnValue:
    """Open the colleague's practice space, unless it is open."""
    person = session.me()
    space, is_new = runtime().store.practice.begin(person.id)
    if is_new:
        try:
            open_space(_runtime_of(space), person)
        except BaseException:
            runtime().store.practice.end(person.id)
            raise
    return redirect(url_for("practice.console"), 303)


@bp.post("/end")
@role_required("caseworker", "lead")
def end() -> ResponseReturnValue:
    """End practice. Nothing of it is kept but the steps of the first hour."""
    runtime().store.practice.end(session.me().id)
    return _over()


@bp.get("/console/board")
@bp.get("/console/talks")
@bp.get("/console/<code>/live")
@role_required("caseworker", "lead", polls=True)
def watch(code: str = "") -> ResponseReturnValue:
    """Respond as the part of a console page that is asked for every few seconds; 404 once practice is over."""
    return _answer() or Response(status=404)


@bp.get("/console/stream")
@role_required("caseworker", "lead", polls=True)
def stream() -> ResponseReturnValue:
    """Respond that practice has no stream: its pages ask every few seconds."""
    return Response(status=204)


@bp.route("/console", defaults={"rest": ""}, methods=["GET", "POST"])
@bp.route("/console/<path:rest>", methods=["GET", "POST"])
@role_required("caseworker", "lead")
def console(rest: str) -> ResponseReturnValue:
    """Respond as the console does, on the colleague's practice space."""
    return _answer() or _over()


def _answer() -> BaseResponse | None:
    """Return the inner app's answer, or None if the colleague does not practise now."""
    here = session.current()
    space = runtime().store.practice.get(here.person.id) if here else None
    if here is None or space is None:
        return None
    runtime().directory.at(session.arrival().directory, wait=True)  # practice shows the services in use
    # the door has just noted the activity of the real session, and the inner app has none to note
    as_known = replace(here, person=stand_in(here.person), session=replace(here.session, seen=passwords().clock()))
    visit, path = Visit(_runtime_of(space), as_known), request.path.removeprefix(str(bp.url_prefix))
    _inner().url_map.bind("").match(path, method=request.method)  # an address that is none ends here
    environ = request.environ | {
        "SCRIPT_NAME": request.script_root + str(bp.url_prefix),
        "PATH_INFO": path,
        "wsgi.input": _body(),
        VISIT: visit,
    }
    answer = Response.from_app(_inner(), environ)
    if visit.steps:
        tick(here.person.id, *visit.steps)
    return answer


def _over() -> ResponseReturnValue:
    return redirect(url_for("first_hour.page", done="over"), 303)


def _runtime_of(space: Space) -> Runtime:
    return practice_runtime(runtime(), runtime().store.practice.server(space), space)


def _body() -> BytesIO:
    return BytesIO(request.get_data())


def _inner() -> Flask:
    """Return the inner app of this app, built at the first visit."""
    found: Flask | None = current_app.extensions.get(_KEY)
    if found is None:
        outer: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # Flask's own way to the app

        def real_address(endpoint: str, values: dict[str, Any]) -> str:
            """Return the address of a page of the outer app."""
            anchor = values.get("_anchor")
            plain = {name: value for name, value in values.items() if not name.startswith("_")}
            return outer.url_map.bind("").build(endpoint, plain) + (f"#{anchor}" if anchor else "")

        found = inner.build(real_address, passwords())
        current_app.extensions[_KEY] = found
    put_passwords(found, passwords())
    return found
