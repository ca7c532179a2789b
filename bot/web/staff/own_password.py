"""A colleague's change of their own password, while they are signed in."""

from __future__ import annotations

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.staff import accounts as rules
from bot.staff.accounts import Staff, StaleAccount
from bot.staff.audit import Verb
from bot.staff.credentials import SHORTEST_PASSWORD, normal
from bot.web.current import runtime
from bot.web.staff import session
from bot.web.staff.account import bp
from bot.web.staff.audit import note
from bot.web.staff.login import LONGEST_TYPED, Attempt, slow_words
from bot.web.staff.passwords import new_password_fault, passwords
from bot.web.staff.permissions import recent_auth_required, role_required

WRONG = "That is not your current password. Try again."
SAME = "That is your current password. Choose a new one."
STALE = "Your account changed in another window. Try again."


@bp.get("/account/password")
@role_required()
@recent_auth_required
def change_form() -> ResponseReturnValue:
    """Show the form for a new password."""
    return _page(_with_password())


@bp.post("/account/password")
@role_required()
@recent_auth_required
def change_password() -> ResponseReturnValue:
    """Replace the colleague's password and end their sessions in other browsers."""
    person = _with_password()
    old, new, again = (request.form.get(field, "")[: LONGEST_TYPED * 2] for field in ("old", "password", "again"))
    attempt = Attempt.of_password(person.id)
    wait, _ = attempt.begin()
    if wait:
        return _page(person, slow_words(wait), 429, wait)
    if not passwords().matches(person.password, old):
        return _page(person, WRONG, 422)
    attempt.succeed()
    fault = new_password_fault(person, new, again) or (SAME if normal(new) == normal(old) else "")
    if fault:
        return _page(person, fault, 422)
    hashed = passwords().hash(new)
    note(Verb.PASSWORD_CHANGED, f"staff:{person.id}")
    try:
        changed = runtime().store.staff.change(person.id, lambda kept: rules.change_password(kept, person, hashed))
    except StaleAccount:
        return _page(person, STALE, 422)
    session.begin_again(changed)
    return redirect(url_for("staff_account.page", done="password"), 303)


def _with_password() -> Staff:
    """Return the signed-in colleague, or abort if they sign in without a password."""
    person = session.me()
    if not person.password:
        abort(404)
    return person


def _page(person: Staff, fault: str = "", code: int = 200, wait: int = 0) -> ResponseReturnValue:
    headers = {"Retry-After": str(wait)} if wait else {}
    words = {"person": person, "fault": fault, "shortest": SHORTEST_PASSWORD}
    return render_template("staff/own_password.html", **words), code, headers
