"""A colleague's change of their own authenticator app, after they lost or replaced their phone.

The old app works until the first code of the new one is right.
"""

from __future__ import annotations

from flask import Response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.staff import accounts as rules
from bot.staff.accounts import Staff, StaleAccount
from bot.staff.audit import Verb
from bot.staff.credentials import code_step, new_secret
from bot.staff.recovery import hash_codes, new_codes
from bot.web.current import runtime
from bot.web.staff import session
from bot.web.staff.account import bp
from bot.web.staff.audit import note
from bot.web.staff.enrolment import draw_secret, secret_words
from bot.web.staff.login import LONGEST_TYPED, WRONG_CODE, Attempt, slow_words
from bot.web.staff.own_password import STALE, WRONG
from bot.web.staff.passwords import passwords
from bot.web.staff.permissions import recent_auth_required, role_required
from bot.web.staff.recovery_codes import show_codes, with_factor

PROPOSED_SECONDS = 30 * 60


@bp.get("/account/app")
@role_required()
@recent_auth_required
def app_form() -> ResponseReturnValue:
    """Show how to set up a new authenticator app."""
    return _page(with_factor())


@bp.get("/account/app/code.svg")
@role_required()
@recent_auth_required
def app_picture() -> Response:
    """Draw the QR code of the proposed secret, only for the browser that asked for it."""
    return draw_secret(_proposed(), with_factor().handle)


@bp.post("/account/app")
@role_required()
@recent_auth_required
def change_app() -> ResponseReturnValue:
    """Replace the second factor, make new recovery codes and end the sessions in other browsers."""
    person, secret, now = with_factor(), _proposed(), passwords().clock()
    attempt = Attempt.of_password(person.id)
    wait, _ = attempt.begin()
    if wait:
        return _page(person, slow_words(wait), 429, wait)
    typed = {field: request.form.get(field, "")[:LONGEST_TYPED] for field in ("password", "code")}
    if person.password and not passwords().matches(person.password, typed["password"]):
        return _page(person, WRONG, 422)
    step = code_step(secret, typed["code"], now, 0)
    if step is None:
        return _page(person, WRONG_CODE, 422)
    attempt.succeed()
    codes = new_codes()
    change = rules.Factor(secret, step, hash_codes(person.id, codes))
    note(Verb.SECOND_FACTOR_CHANGED, f"staff:{person.id}")
    try:
        changed = runtime().store.staff.change(person.id, lambda kept: rules.change_factor(kept, person, change))
    except StaleAccount:
        return _page(person, STALE, 422)
    runtime().store.staff.joinings.drop(_place())
    session.begin_again(changed)
    return show_codes(codes, url_for("staff_account.page"))


def _proposed() -> str:
    """Return the secret that this browser was offered, a new one if there is none."""
    store = runtime().store.staff.joinings
    kept = store.get(_place())
    if kept is None:
        kept = {"secret": new_secret()}
        store.put(_place(), kept, PROPOSED_SECONDS)
    secret: str = kept["secret"]
    return secret


def _place() -> str:
    """Return the key of the proposed secret, which differs from that of a joining in the same browser."""
    return f"{session.visit()} app"


def _page(person: Staff, fault: str = "", code: int = 200, wait: int = 0) -> ResponseReturnValue:
    headers = {"Retry-After": str(wait)} if wait else {}
    words = secret_words(_proposed(), person.handle)
    return render_template("staff/own_factor.html", person=person, fault=fault, **words), code, headers
