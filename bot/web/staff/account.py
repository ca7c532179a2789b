"""A colleague's own account: the phone that gets their alerts, and signing out everywhere."""

from __future__ import annotations

from dataclasses import replace

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.staff import accounts as rules
from bot.staff.accounts import Taken, read_phone
from bot.staff.audit import Verb
from bot.web.current import runtime
from bot.web.staff import session
from bot.web.staff.audit import note
from bot.web.staff.base import staff_blueprint
from bot.web.staff.permissions import recent_auth_required, role_required

bp = staff_blueprint("staff_account")

NO_NUMBER = "Enter a phone number, like +1 555 555 0100."
NUMBER_TAKEN = "A colleague already uses this number. Enter another one."


@bp.get("/account")
@role_required()
def page() -> ResponseReturnValue:
    """Show the colleague's own account."""
    return _page()


@bp.post("/account/phone")
@role_required()
@recent_auth_required
def set_phone() -> ResponseReturnValue:
    """Change or remove the colleague's own phone."""
    fault = save_phone(session.me().id, request.form.get("phone", ""))
    return _page(fault) if fault else redirect(url_for("staff_account.page", done="phone"), 303)


def save_phone(staff_id: str, text: str) -> str:
    """Save a colleague's phone, or remove it if `text` is ""; return what is wrong with it, or ""."""
    phone = read_phone(text[:60], runtime().settings.region)
    store = runtime().store.staff
    if phone is None:
        return NO_NUMBER
    holder = store.by_phone(phone)
    if holder and holder.id != staff_id:
        return NUMBER_TAKEN
    note(Verb.PHONE_CHANGED, f"staff:{staff_id}")
    try:
        store.change(staff_id, lambda kept: replace(kept, phone=phone))
    except Taken:
        return NUMBER_TAKEN
    return ""


@bp.post("/account/out")
@role_required()
def sign_out_everywhere() -> ResponseReturnValue:
    """Sign the colleague out of every browser, including this one."""
    person = session.me()
    note(Verb.SIGNED_OUT_EVERYWHERE, f"staff:{person.id}")
    runtime().store.staff.change(person.id, rules.sign_out_everywhere)
    session.end()
    return redirect(url_for("staff_login.sign_in"), 303)


def phone_end(phone: str) -> str:
    """Return the last two digits, enough to recognise a number; no more, because others may see the screen."""
    return phone[-2:]


def _page(fault: str = "") -> ResponseReturnValue:
    words = {"fault": fault, "done": request.args.get("done") == "phone", "end": phone_end(session.me().phone)}
    return render_template("staff/account.html", **words), 422 if fault else 200
