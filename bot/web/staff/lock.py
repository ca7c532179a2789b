"""The lock: a page that asks for a code after a pause, and what the script of each page needs to cover it in time.

A locked session reads and changes nothing. Its owner unlocks it by a code, a recovery code or the identity provider, or
signs out. Every tab of the browser has the same session, so that all are locked together.
"""

from __future__ import annotations

from flask import Response, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.staff.accounts import Staff
from bot.staff.audit import Verb
from bot.staff.credentials import code_at
from bot.web.staff import session
from bot.web.staff.audit import note
from bot.web.staff.base import staff_blueprint
from bot.web.staff.login import (
    LONGEST_TYPED,
    Attempt,
    NoMatch,
    asks_for_recovery,
    go_on,
    slow_words,
    use_code,
    wrong_code,
)
from bot.web.staff.passwords import passwords
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
    return _page() if _owner() else redirect(safe_next(request.args.get("next")), 303)


@bp.post("/locked")
@role_required(while_locked=True)
def unlock() -> ResponseReturnValue:
    """Check the code and unlock the session."""
    person = _owner()
    if person is None:
        return redirect(safe_next(request.form.get("next")), 303)
    attempt = Attempt.of_code(person.id)
    wait, over = attempt.begin()
    if wait:
        return _page(slow_words(wait), 429, wait)
    try:
        used = use_code(person, request.form.get("code", "")[:LONGEST_TYPED])
    except NoMatch:
        if over == 1:
            note(Verb.SIGN_IN_SLOWED, f"staff:{person.id}", who=person.id)
        return _page(wrong_code(), 422)
    attempt.succeed()
    note(Verb.UNLOCKED, f"staff:{person.id}", who=person.id)
    session.unlock()
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


def _page(fault: str = "", status: int = 200, wait: int = 0) -> ResponseReturnValue:
    person = _owner()
    words = {
        "owner": person,
        "fault": fault,
        "next": safe_next(request.values.get("next")),
        "by_recovery": asks_for_recovery(),
        "shown": code_at(person.secret, passwords().clock()) if person and person.demo else "",
    }
    return render_template("staff/locked.html", **words), status, {"Retry-After": str(wait)} if wait else {}
