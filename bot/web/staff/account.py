"""One's own account: the phone that alerts go to, and signing out everywhere."""

from __future__ import annotations

from dataclasses import replace

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.staff import accounts as rules
from bot.staff.accounts import Taken, read_phone
from bot.staff.audit import Verb
from bot.web.current import parts
from bot.web.staff import session
from bot.web.staff.audit import note
from bot.web.staff.base import room
from bot.web.staff.permissions import allowed, fresh

doors = room("staff_account")

NO_NUMBER = "Enter a phone number, like +1 555 555 0100."
NUMBER_TAKEN = "A colleague already uses this number. Enter another one."


@doors.get("/account")
@allowed()
def page() -> ResponseReturnValue:
    """Who one is here."""
    return _page()


@doors.post("/account/phone")
@allowed()
@fresh
def set_phone() -> ResponseReturnValue:
    """Another phone, or none."""
    fault = save_phone(session.me().id, request.form.get("phone", ""))
    return _page(fault) if fault else redirect(url_for("staff_account.page", done="phone"), 303)


def save_phone(staff_id: str, text: str) -> str:
    """Keep the phone of a colleague, "" for none; what is wrong with it, or ""."""
    phone = read_phone(text[:60], parts().settings.region)
    store = parts().store.staff
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


@doors.post("/account/out")
@allowed()
def sign_out_everywhere() -> ResponseReturnValue:
    """Every browser is signed out, this one too."""
    person = session.me()
    note(Verb.SIGNED_OUT_EVERYWHERE, f"staff:{person.id}")
    parts().store.staff.change(person.id, rules.sign_out_everywhere)
    session.end()
    return redirect(url_for("staff_login.sign_in"), 303)


def phone_end(phone: str) -> str:
    """Enough of a number to know it by, and no more: others may see the screen."""
    return phone[-2:]


def _page(fault: str = "") -> ResponseReturnValue:
    words = {"fault": fault, "done": request.args.get("done") == "phone", "end": phone_end(session.me().phone)}
    return render_template("staff/account.html", **words), 422 if fault else 200
