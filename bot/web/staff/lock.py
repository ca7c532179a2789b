"""The lock: a page that asks for a code after a pause, and what the script of each page needs to cover it in time.

A locked session reads and changes nothing. Its owner unlocks it by a code, a recovery code or the identity provider, or
signs out. Every tab of the browser has the same session, so that all are locked together.
"""

from __future__ import annotations

from flask import Response, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue

from bot.staff.accounts import Staff
from bot.staff.audit import Verb
from bot.staff.first_hour import Step
from bot.web.staff import session
from bot.web.staff.audit import note
from bot.web.staff.base import staff_blueprint
from bot.web.staff.first_hour import tick
from bot.web.staff.login import Refused, code_page, go_on, prove
from bot.web.staff.permissions import FRONT, role_required, safe_next

bp = staff_blueprint("staff_lock")


@bp.post("/lock")
@role_required()
def lock_now() -> ResponseReturnValue:
    """Lock the colleague's session in this browser."""
    session.lock()
    wanted = safe_next(request.form.get("next"))
    return redirect(url_for("staff_lock.page", next=None if wanted == FRONT else wanted), 303)


@bp.get("/locked")
@role_required(while_locked=True)
def page() -> ResponseReturnValue:
    """Ask for a code; lead on to the page `next` if the session is not locked."""
    person = _owner()
    if person is None:
        return redirect(safe_next(request.args.get("next")), 303)
    return code_page("staff/locked.html", person)


@bp.post("/locked")
@role_required(while_locked=True)
def unlock() -> ResponseReturnValue:
    """Check the code and unlock the session."""
    person = _owner()
    if person is None:
        return redirect(safe_next(request.form.get("next")), 303)
    try:
        used = prove(person)
    except Refused as refused:
        return code_page("staff/locked.html", person, refused)
    note(Verb.UNLOCKED, f"staff:{person.id}", who=person.id)
    session.unlock()
    tick(person.id, Step.LOCK)
    following = go_on(used, request.form.get("next"))
    if request.headers.get("Sec-Fetch-Dest") != "empty":
        return following
    # the script uncovers its page where it was, and goes elsewhere only to say how few recovery codes are left
    return jsonify(session="open", go=following.location if used.by_recovery else "")


@bp.get("/locked/state")
@role_required(polls=True, while_locked=True)
def state() -> Response:
    """Tell a page's script whether the session is locked, and in how many seconds it will be. No activity."""
    return _state()


@bp.post("/awake")
@role_required()
def awake() -> Response:
    """Note that the colleague writes or reads on a page that sends nothing by itself."""
    return _state()


def _state() -> Response:
    here = session.held()
    left = session.seconds_left(here) if here else 0
    return jsonify(session="locked" if _owner() else "open", left=left, mark=session.csrf_token())


def _owner() -> Staff | None:
    """Return whose session is locked, or None if it is not."""
    here = session.held()
    return here.person if here and here.session.locked_at else None
