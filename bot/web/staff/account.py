"""A colleague's own account: the phone that gets their alerts, their languages, and signing out everywhere."""

from __future__ import annotations

from dataclasses import replace

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.flows.names import LANGUAGES
from bot.staff import accounts as rules
from bot.staff import phone_check
from bot.staff.accounts import Taken, read_phone
from bot.staff.audit import Verb
from bot.store.jobs import AT_ONCE, SendPhoneCode
from bot.web.current import runtime
from bot.web.labels import Tongue, tongue
from bot.web.staff import session
from bot.web.staff.audit import note
from bot.web.staff.base import staff_blueprint
from bot.web.staff.login import slow_words
from bot.web.staff.passwords import passwords
from bot.web.staff.permissions import recent_auth_required, role_required

bp = staff_blueprint("staff_account")

NO_NUMBER = "Enter a phone number, like +1 555 555 0100."
NUMBER_TAKEN = "A colleague already uses this number. Enter another one."
NOT_USABLE = (
    "This number can't get alerts. If it is yours and you have texted our number from it, text FORGET there first."
)
WRONG_CODE = "That is not the code. Check the newest text and try again."
CODE_OVER = "The code has expired. Ask for a new one."
FREE_CODES = 3
DONE = {
    "phone": "Phone number saved.",
    "code": "We sent a code to your phone. Enter it below.",
    "languages": "Languages saved.",
    "password": "Password saved. We signed you out everywhere else. Turn on alerts on your devices again.",
}


@bp.get("/account")
@role_required()
def page() -> ResponseReturnValue:
    """Show the colleague's own account."""
    return _page()


@bp.post("/account/phone")
@role_required()
@recent_auth_required
def set_phone() -> ResponseReturnValue:
    """Send a code to the colleague's new number, or remove their phone."""
    mine, text = session.me().id, request.form.get("phone", "")
    fault = save_phone(mine, text) or (send_code(mine) if text.strip() else "")
    done = "code" if text.strip() else "phone"
    return _page(fault) if fault else redirect(url_for("staff_account.page", done=done), 303)


@bp.post("/account/phone/again")
@role_required()
def send_again() -> ResponseReturnValue:
    """Send another code to the colleague's new number."""
    person = session.me()
    fault = NOT_USABLE if texts_with_the_bot(person.new_phone) else send_code(person.id)
    return _page(fault) if fault else redirect(url_for("staff_account.page", done="code"), 303)


@bp.post("/account/phone/code")
@role_required()
def prove_phone() -> ResponseReturnValue:
    """Take the colleague's new number into use if the code that was sent to it is right."""
    person, typed = session.me(), request.form.get("code", "")[:20]
    if texts_with_the_bot(person.new_phone):
        return _page(NOT_USABLE)
    note(Verb.PHONE_CHANGED, f"staff:{person.id}")
    try:
        changed = runtime().store.staff.change(
            person.id, lambda kept: phone_check.prove(kept, typed, passwords().clock())
        )
    except phone_check.CodeExpired:
        return _page(CODE_OVER)
    except Taken:
        return _page(NUMBER_TAKEN)
    if changed.new_phone:
        return _page(WRONG_CODE)
    return redirect(url_for("staff_account.page", done="phone"), 303)


def save_phone(staff_id: str, text: str) -> str:
    """Save a number to be proven, or remove the colleague's phone if `text` is "". Return what is wrong, or ""."""
    phone = read_phone(text[:60], runtime().settings.region)
    if phone is None:
        return NO_NUMBER
    note(Verb.PHONE_CHANGED, f"staff:{staff_id}")
    if fault := phone_fault(staff_id, phone):
        return fault
    runtime().store.staff.change(staff_id, lambda kept: phone_check.propose(kept, phone))
    return ""


def phone_fault(staff_id: str, phone: str) -> str:
    """Return why a number cannot be the colleague's, or "". A number with a conversation of its own cannot.

    The words are the same whoever texts from it.
    """
    holder = runtime().store.staff.by_phone(phone)
    if holder and holder.id != staff_id:
        return NUMBER_TAKEN
    return NOT_USABLE if texts_with_the_bot(phone) else ""


def texts_with_the_bot(phone: str) -> bool:
    """Return whether a conversation of a person is kept for this number."""
    return bool(phone) and runtime().store.has_conversation(phone)


def send_code(staff_id: str) -> str:
    """Queue a code to the colleague's new number; return what is wrong, or ""."""
    now, store = passwords().clock(), runtime().store
    seconds, _ = store.staff.tries.begin({f"phone:{staff_id}": FREE_CODES}, now)
    if seconds:
        return slow_words(seconds)
    person = store.staff.change(staff_id, lambda kept: phone_check.send_code(kept, phone_check.new_code(), now))
    if person.new_phone:
        store.due.add(SendPhoneCode(person.id, person.phone_code_until).at(AT_ONCE))
    return ""


@bp.post("/account/languages")
@role_required()
def set_languages() -> ResponseReturnValue:
    """Save in which languages the colleague texts."""
    wanted = set(request.form.getlist("language"))
    chosen = tuple(code for code, _ in languages() if code in wanted)
    runtime().store.staff.change(session.me().id, lambda kept: replace(kept, languages=chosen))
    return redirect(url_for("staff_account.page", done="languages"), 303)


def languages() -> list[tuple[str, Tongue]]:
    """List the languages that young people text in, by code."""
    added = (code for code, _ in runtime().content.now.catalog.added)
    return [(code, tongue(code)) for code in dict.fromkeys((*LANGUAGES, *added))]


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
    person = runtime().store.staff.get(session.me().id) or session.me()
    words = {
        "fault": fault,
        "done": DONE.get(request.args.get("done", ""), ""),
        "end": phone_end(person.phone),
        "new_end": phone_end(person.new_phone),
        "languages": languages(),
        "spoken": person.languages,
        "coded": bool(person.phone_code) and passwords().clock() < person.phone_code_until,
    }
    return render_template("staff/account.html", **words), 422 if fault else 200
