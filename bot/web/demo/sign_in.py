"""Sign-in by one click in demo mode, as a made-up caseworker, editor or lead.

No password opens these accounts, and they end with demo mode. The caseworker also has a phone in the simulator, so that
alerts reach a phone.
"""

from __future__ import annotations

from contextlib import suppress

from flask import abort, redirect, request
from flask.typing import ResponseReturnValue

from bot.staff.accounts import Role, Staff, StaffId, Taken, new_id
from bot.staff.audit import Verb
from bot.staff.credentials import new_secret
from bot.web.current import runtime
from bot.web.demo.phones import SAM_PHONE
from bot.web.staff import session
from bot.web.staff.audit import note
from bot.web.staff.base import staff_blueprint
from bot.web.staff.passwords import passwords
from bot.web.staff.permissions import public, safe_next

bp = staff_blueprint("staff_demo", "/staff/demo")

DEMO_PEOPLE = {
    "caseworker": ("Sam Rivera", "demo-sam", frozenset({Role.CASEWORKER})),
    "editor": ("Ana Torres", "demo-ana", frozenset({Role.EDITOR})),
    "lead": ("Robin Park", "demo-robin", frozenset({Role.CASEWORKER, Role.EDITOR, Role.LEAD})),
}


@bp.post("/<kind>")
@public
def enter(kind: str) -> ResponseReturnValue:
    """Sign in as one of the made-up colleagues."""
    if kind not in DEMO_PEOPLE:
        abort(404)
    person = demo_person(kind)
    if not (person.active and person.joined):  # deactivated, or created by an earlier release
        person = runtime().store.staff.change(person.id, lambda kept: _anew(kept.id, kind))
    note(Verb.SIGNED_IN, f"staff:{person.id}", who=person.id)
    session.begin(person)
    return redirect(safe_next(request.form.get("next")), 303)


def keep_on_call() -> None:
    """Make sure that the made-up caseworker exists for alerts, unless a lead has deactivated them."""
    person = demo_person("caseworker")
    if person.active and not person.joined:  # created by an earlier release
        runtime().store.staff.change(person.id, lambda kept: _anew(kept.id, "caseworker"))


def demo_person(kind: str) -> Staff:
    """Return the made-up colleague of this kind, created if there is none yet."""
    store, handle = runtime().store.staff, DEMO_PEOPLE[kind][1]
    if store.by_handle(handle) is None:
        with suppress(Taken):  # another request came first
            store.add(_anew(new_id(), kind))
    person = store.by_handle(handle)
    if person is None or not person.demo:
        abort(404)
    return person


def _anew(staff_id: StaffId, kind: str) -> Staff:
    name, handle, roles = DEMO_PEOPLE[kind]
    now = passwords().clock()
    # only a colleague who has joined gets alerts and cases, so set a password that nobody knows
    password, phone = passwords().hash(new_secret()), SAM_PHONE if kind == "caseworker" else ""
    return Staff(staff_id, handle, name, roles, now, phone, password, secret=new_secret(), demo=True, epoch=now)
