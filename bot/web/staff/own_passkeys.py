"""A colleague's own passkeys: added with the password, listed, and removed one by one after a recent check."""

from __future__ import annotations

from flask import abort, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.staff import accounts as rules
from bot.staff.accounts import Staff, StaleAccount, read_name
from bot.staff.audit import Verb
from bot.staff.passkey_check import PasskeyRefused, check_new, creation_options
from bot.staff.passkeys import MOST_PASSKEYS, find
from bot.web.current import runtime
from bot.web.staff import session
from bot.web.staff.account import bp
from bot.web.staff.audit import note
from bot.web.staff.login import LONGEST_TYPED, Attempt, Refused, slow_words
from bot.web.staff.own_password import STALE, WRONG
from bot.web.staff.passkeys import LONGEST_ANSWER, OVER, begin, give, site, take, tell
from bot.web.staff.passwords import passwords
from bot.web.staff.permissions import recent_auth_required, role_required

ADD = "add"
NO_NAME = "Enter a name of up to 40 letters, like Work laptop."
TOO_MANY = f"You have {MOST_PASSKEYS} passkeys. Remove one first."
NOT_MADE = "We couldn't check this passkey, so we didn't add it. Try again."
GONE = "This passkey was already removed."
DONE = {
    "added": "Passkey added.",
    "removed": "Passkey removed. We signed you out everywhere else. Turn on alerts on your devices again.",
}


@bp.get("/account/passkeys")
@role_required()
@recent_auth_required
def own_passkeys() -> ResponseReturnValue:
    """List the colleague's passkeys."""
    return _page(_holder())


@bp.post("/account/passkeys/options")
@role_required()
@recent_auth_required
def passkey_options() -> ResponseReturnValue:
    """Check name and password, and return what the browser needs to create a passkey."""
    person, name = _holder(), read_name(request.form.get("name", "")[:LONGEST_TYPED])
    try:
        _check_password(person)
    except Refused as refused:
        return tell(refused)
    fault = TOO_MANY if len(person.passkeys) >= MOST_PASSKEYS else "" if name else NO_NAME
    if fault:
        return tell(Refused(fault, 422))
    return give(creation_options(site(), runtime().settings.program_name, person, begin(ADD, name=name)))


@bp.post("/account/passkeys")
@role_required()
@recent_auth_required
def add_passkey() -> ResponseReturnValue:
    """Keep the passkey that the browser created."""
    person, kept, answer = _holder(), take(ADD), request.form.get("answer", "")[:LONGEST_ANSWER]
    if kept is None:
        return tell(Refused(OVER, 422))
    try:
        passkey = check_new(site(), kept["challenge"], answer, kept["name"], passwords().clock())
    except PasskeyRefused:
        return tell(Refused(NOT_MADE, 422))
    note(Verb.PASSKEY_ADDED, f"staff:{person.id}")
    try:
        runtime().store.staff.change(person.id, lambda found: rules.add_passkey(found, person, passkey))
    except StaleAccount:
        return tell(Refused(STALE, 422))
    return jsonify(go=url_for("staff_account.own_passkeys", done="added"))


@bp.post("/account/passkeys/remove")
@role_required()
@recent_auth_required
def remove_passkey() -> ResponseReturnValue:
    """Remove one passkey and end the sessions in other browsers, because its device may be lost."""
    person, wanted = _holder(), request.form.get("passkey", "")[:LONGEST_TYPED]
    if find(person.passkeys, wanted) is None:
        return _page(person, GONE)
    note(Verb.PASSKEY_REMOVED, f"staff:{person.id}")
    changed = runtime().store.staff.change(
        person.id, lambda kept: rules.keep_passkeys(kept, (one for one in kept.passkeys if one.id != wanted))
    )
    session.begin_again(changed)
    return redirect(url_for("staff_account.own_passkeys", done="removed"), 303)


def _holder() -> Staff:
    """Return the signed-in colleague, or abort if the identity provider signs them in: it decides who may."""
    person = session.me()
    site()
    if not person.password:
        abort(404)
    return person


def _check_password(person: Staff) -> None:
    """Raise Refused unless the form holds the password. In the demo there is none that anyone knows."""
    if person.demo:
        return
    attempt = Attempt.of_password(person.id)
    wait, _ = attempt.begin()
    if wait:
        raise Refused(slow_words(wait), 429, wait)
    if not passwords().matches(person.password, request.form.get("password", "")[: LONGEST_TYPED * 2]):
        raise Refused(WRONG, 422)
    attempt.succeed()


def _page(person: Staff, fault: str = "") -> ResponseReturnValue:
    words = {"person": person, "fault": fault, "full": len(person.passkeys) >= MOST_PASSKEYS}
    done = DONE.get(request.args.get("done", ""), "")
    return render_template("staff/passkeys.html", done=done, **words), 422 if fault else 200
