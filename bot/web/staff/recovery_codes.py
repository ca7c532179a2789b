"""A colleague's recovery codes: shown once when they are made, counted from then on, replaced all together."""

from __future__ import annotations

from dataclasses import replace

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.staff.accounts import Staff
from bot.staff.audit import Verb
from bot.staff.recovery import CODES, FEW_CODES, hash_codes, new_codes
from bot.web.current import runtime
from bot.web.staff import session
from bot.web.staff.account import bp
from bot.web.staff.audit import note
from bot.web.staff.permissions import recent_auth_required, role_required, safe_next

_ONCE = "recovery "
"""Begins what a session shows once. No invitation link, the only other such value, begins like this."""


@bp.get("/account/recovery")
@role_required()
@recent_auth_required
def recovery_codes() -> ResponseReturnValue:
    """Show how many codes are left, and new ones once."""
    person, here = with_factor(), session.current()
    once = here.session.once if here else ""
    shown = once.removeprefix(_ONCE).split() if once.startswith(_ONCE) else []
    if shown:
        session.change(lambda kept: replace(kept, once=""))
    return render_template(
        "staff/recovery_codes.html",
        codes=shown,
        used=request.args.get("used") == "1",
        left=len(person.recovery),
        most=CODES,
        few=len(person.recovery) <= FEW_CODES,
        target=safe_next(request.args["next"]) if "next" in request.args else "",
    )


@bp.post("/account/recovery")
@role_required()
@recent_auth_required
def make_codes() -> ResponseReturnValue:
    """Replace the colleague's recovery codes by new ones."""
    person = with_factor()
    codes = new_codes()
    hashes = hash_codes(person.id, codes)
    note(Verb.RECOVERY_CODES_MADE, f"staff:{person.id}")
    runtime().store.staff.change(person.id, lambda kept: replace(kept, recovery=hashes))
    return show_codes(codes, url_for("staff_account.page"))


def show_codes(codes: tuple[str, ...], target: str) -> ResponseReturnValue:
    """Redirect to the page that shows new codes once, and leads on to `target`.

    Until then they are in this browser's sealed session.
    """
    session.change(lambda kept: replace(kept, once=_ONCE + " ".join(codes)))
    return redirect(url_for("staff_account.recovery_codes", next=target), 303)


def with_factor() -> Staff:
    """Return the signed-in colleague, or abort if another place checks their second factor."""
    person = session.me()
    if not person.secret:
        abort(404)
    return person
