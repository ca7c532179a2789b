"""Acceptance of an invitation: a password, then the second factor; nothing is saved until its code is right.

The link carries its token in the fragment, which browsers send to nobody: no server, proxy or Referer header sees it.
A script posts it; without a script the colleague pastes it. From then on it travels in the bodies of forms alone.
Opening the link changes nothing by itself, because mail servers and link previews open it too.
"""

from __future__ import annotations

from dataclasses import asdict

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.staff import accounts as rules
from bot.staff.accounts import Joining, NotJoined, Staff, Taken
from bot.staff.audit import Verb
from bot.staff.credentials import SHORTEST_PASSWORD, code_step, new_secret
from bot.staff.recovery import hash_codes, new_codes
from bot.web.current import runtime
from bot.web.staff import session
from bot.web.staff.audit import note
from bot.web.staff.base import staff_blueprint
from bot.web.staff.enrolment import draw_secret, secret_words
from bot.web.staff.login import LONGEST_TYPED, WRONG_CODE, Attempt, slow_words
from bot.web.staff.passwords import new_password_fault, passwords
from bot.web.staff.permissions import public
from bot.web.staff.recovery_codes import show_codes

bp = staff_blueprint("staff_join")

JOINING_SECONDS = 30 * 60
LONGEST_LINK = 500


NO_CODE = "This isn't a whole link or code. Copy all of it, and paste it here."


@bp.get("/join")
@public
def welcome() -> ResponseReturnValue:
    """Show the page that takes the token from the link's fragment or from a field."""
    return render_template("staff/invitation.html", fault="")


@bp.get("/join/<token>")
@public
def old_link(token: str) -> ResponseReturnValue:
    """Send a link of an older release, which has the token in its path, to the page of today."""
    return redirect(url_for("staff_join.welcome", _anchor=token), 303)


@bp.post("/join")
@public
def begin() -> ResponseReturnValue:
    """Show the first step: the invitation and the form for a password."""
    token = posted_token()
    if not token:
        return render_template("staff/invitation.html", fault=NO_CODE), 422
    person = invited_by(token)
    return _password_page(person, token) if person else too_late()


@bp.post("/join/password")
@public
def choose_password() -> ResponseReturnValue:
    """Check the password and its repetition, then go on to the second step."""
    token = posted_token()
    person = invited_by(token)
    if person is None:
        return too_late()
    password, again = (request.form.get(field, "")[: LONGEST_TYPED * 2] for field in ("password", "again"))
    fault = new_password_fault(person, password, again)
    if fault:
        return _password_page(person, token, fault), 422
    joining = Joining(person.id, rules.token_hash(token), passwords().hash(password), new_secret())
    runtime().store.staff.joinings.put(session.visit(), asdict(joining), JOINING_SECONDS)
    return redirect(url_for("staff_join.factor"), 303)


@bp.get("/join/code")
@public
def factor() -> ResponseReturnValue:
    """Show the second step: setting up an authenticator app."""
    return _factor_page()


@bp.get("/join/code.svg")
@public
def picture() -> ResponseReturnValue:
    """Draw the QR code, only for the browser in which the password was chosen."""
    person, joining = _half_way()
    if person is None or joining is None:
        abort(404)
    return draw_secret(joining.secret, person.handle)


@bp.post("/join/code")
@public
def finish() -> ResponseReturnValue:
    """Check a code from the app, use up the invitation and sign the colleague in."""
    person, joining = _half_way()
    if person is None or joining is None:
        return too_late()
    attempt = Attempt.of_code(person.id)
    wait, _ = attempt.begin()
    if wait:
        return _factor_page(slow_words(wait), 429)
    now = passwords().clock()
    step = code_step(joining.secret, request.form.get("code", "")[:LONGEST_TYPED], now, 0)
    if step is None:
        return _factor_page(WRONG_CODE, 422)
    attempt.succeed()
    codes = new_codes()
    hashes = hash_codes(person.id, codes)
    note(Verb.JOINED, f"staff:{person.id}", who=person.id)
    try:
        joined = runtime().store.staff.change(person.id, lambda kept: rules.join(kept, joining, step, now, hashes))
    except (NotJoined, Taken):  # the same link was used in another window first
        return too_late()
    runtime().store.staff.joinings.drop(session.visit())
    session.begin(joined)
    answers = joined.may({rules.Role.CASEWORKER, rules.Role.LEAD})
    return show_codes(codes, url_for("staff_alerts.page" if answers else "staff_login.home"))


def posted_token() -> str:
    """Return the invitation's token in the form; "" if it holds no whole one."""
    return rules.read_token(request.form.get("invitation", "")[:LONGEST_LINK])


def invited_by(token: str) -> Staff | None:
    """Return the colleague who may join now by this token, or None."""
    return invited(rules.token_owner(token), rules.token_hash(token))


def invited(staff_id: str, hashed: str) -> Staff | None:
    """Return the colleague who may join now by the invitation with this hash, or None."""
    person = runtime().store.staff.get(staff_id)
    return person if person and rules.opens(person, hashed, passwords().clock()) else None


def _half_way() -> tuple[Staff | None, Joining | None]:
    kept = runtime().store.staff.joinings.get(session.visit())
    if kept is None:
        return None, None
    joining = Joining(**kept)
    return invited(joining.staff, joining.invitation), joining


def _password_page(person: Staff, token: str, fault: str = "") -> str:
    return render_template("staff/join.html", person=person, token=token, fault=fault, shortest=SHORTEST_PASSWORD)


def _factor_page(fault: str = "", code: int = 200) -> ResponseReturnValue:
    person, joining = _half_way()
    if person is None or joining is None:
        return too_late()
    words = secret_words(joining.secret, person.handle)
    return render_template("staff/factor.html", person=person, fault=fault, **words), code


def too_late() -> ResponseReturnValue:
    """Show that the link was used, was replaced or is too old."""
    return render_template("staff/join_over.html"), 410
