"""Colleagues, managed by leads: invitations, roles, phones, and who may sign in.

Every change is noted in the audit log first.
"""

from __future__ import annotations

from dataclasses import replace

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.staff import accounts as rules
from bot.staff.accounts import Role, Staff, Taken, last_lead, read_name, read_phone
from bot.staff.audit import Verb
from bot.web.current import runtime
from bot.web.staff import session
from bot.web.staff.account import NO_NUMBER, NUMBER_TAKEN, phone_end, phone_fault, save_phone
from bot.web.staff.audit import note
from bot.web.staff.base import staff_blueprint
from bot.web.staff.passwords import passwords
from bot.web.staff.permissions import recent_auth_required, role_required

bp = staff_blueprint("staff_people", "/staff/people")

DONE = {
    "roles": "Roles saved. They apply from their next click.",
    "phone": "Phone number saved. They get alerts on a new number once they have checked it.",
    "passkeys": "Passkeys removed. They are signed out everywhere.",
    "out": "Deactivated. They are signed out and can't sign in.",
    "back": "Reactivated. They can sign in as before.",
}
DUTIES = (
    (Role.CASEWORKER, "replies to young people and works on cases"),
    (Role.EDITOR, "edits messages, phrases and languages, checks help lines, reads the directory; sees no case"),
    (Role.LEAD, "manages the team and the directory, sees reports and the audit log"),
)
NO_NAME = "Enter a name of up to 40 letters."
NO_ROLE = "Choose at least one role."
ONLY_LEAD = "They are the only lead. Make someone else a lead first."


@bp.get("")
@role_required("lead")
def everybody() -> str:
    """List all colleagues."""
    return render_template("staff/people.html", people=runtime().store.staff.everybody(), now=passwords().clock())


@bp.get("/new")
@role_required("lead")
@recent_auth_required
def invitation() -> ResponseReturnValue:
    """Show the form for a new colleague."""
    return _invitation_page()


@bp.post("/new")
@role_required("lead")
@recent_auth_required
def invite() -> ResponseReturnValue:
    """Invite a colleague; the next page shows the link, once."""
    name, roles = read_name(request.form.get("name", "")), _roles()
    phone = read_phone(request.form.get("phone", "")[:60], runtime().settings.region)
    fault = NO_NAME if not name else NO_ROLE if not roles else NO_NUMBER if phone is None else ""
    fault = fault or phone_fault("", phone or "")
    if fault or phone is None:
        return _invitation_page(fault)
    try:
        person, token = runtime().store.staff.invite(name, roles, passwords().clock(), phone)
    except Taken:
        return _invitation_page(NUMBER_TAKEN)
    # noted afterwards: the id is created with the record, and without the link nobody can use it
    note(Verb.INVITED, f"staff:{person.id}")
    return _show_link(person, token)


@bp.get("/<staff_id>")
@role_required("lead")
@recent_auth_required
def one(staff_id: str) -> ResponseReturnValue:
    """Show one colleague and what can be changed."""
    return _page(_find(staff_id))


@bp.post("/<staff_id>/roles")
@role_required("lead")
@recent_auth_required
def set_roles(staff_id: str) -> ResponseReturnValue:
    """Change a colleague's roles, from their next request on."""
    person, roles = _find(staff_id), _roles()
    if not roles:
        return _page(person, NO_ROLE)
    if Role.LEAD not in roles and _only_lead(person):
        return _page(person, ONLY_LEAD)
    note(Verb.ROLES_CHANGED, f"staff:{person.id}", ", ".join(sorted(roles)))
    runtime().store.staff.change(person.id, lambda kept: replace(kept, roles=roles))
    return _done(person, "roles")


@bp.post("/<staff_id>/phone")
@role_required("lead")
@recent_auth_required
def set_phone(staff_id: str) -> ResponseReturnValue:
    """Change or remove a colleague's phone."""
    person = _find(staff_id)
    fault = save_phone(person.id, request.form.get("phone", ""))
    return _page(person, fault) if fault else _done(person, "phone")


@bp.post("/<staff_id>/passkeys")
@role_required("lead")
@recent_auth_required
def remove_passkeys(staff_id: str) -> ResponseReturnValue:
    """Remove all passkeys of a colleague who lost a device, and end their sessions."""
    person = _find(staff_id)
    note(Verb.PASSKEY_REMOVED, f"staff:{person.id}", f"all {len(person.passkeys)}")
    runtime().store.staff.change(person.id, lambda kept: rules.keep_passkeys(kept, ()))
    return _done(person, "passkeys")


@bp.post("/<staff_id>/active")
@role_required("lead")
@recent_auth_required
def set_active(staff_id: str) -> ResponseReturnValue:
    """Deactivate a colleague at once, or reactivate them."""
    person, wanted = _find(staff_id), request.form.get("active")
    if wanted not in ("0", "1"):
        abort(400)
    active = wanted == "1"
    if not active and _only_lead(person):
        return _page(person, ONLY_LEAD)
    note(Verb.REACTIVATED if active else Verb.DEACTIVATED, f"staff:{person.id}")
    runtime().store.staff.change(person.id, lambda kept: rules.set_active(kept, active))
    return _done(person, "back" if active else "out")


@bp.post("/<staff_id>/invitation")
@role_required("lead")
@recent_auth_required
def invite_again(staff_id: str) -> ResponseReturnValue:
    """Create a new link, which replaces the colleague's password and second factor at once."""
    person = _find(staff_id)
    if not person.active:
        abort(400)
    if _only_lead(person):
        return _page(person, ONLY_LEAD)
    note(Verb.INVITED_AGAIN, f"staff:{person.id}")
    return _show_link(*runtime().store.staff.invite_again(person.id, passwords().clock()))


def _find(staff_id: str) -> Staff:
    person = runtime().store.staff.get(staff_id)
    if person is None:
        abort(404)
    return person


def _only_lead(person: Staff) -> bool:
    return rules.is_lead(person) and last_lead(person, runtime().store.staff.everybody())


def _roles() -> frozenset[Role]:
    return frozenset(role for role in Role if role.value in request.form.getlist("role"))


def _show_link(person: Staff, token: str) -> ResponseReturnValue:
    """Redirect to the page that shows the link once; until then it is in this browser's sealed session."""
    link = runtime().settings.public_url + url_for("staff_join.welcome", _anchor=token)
    session.change(lambda kept: replace(kept, once=link))
    return redirect(url_for("staff_people.one", staff_id=person.id), 303)


def _done(person: Staff, what: str) -> ResponseReturnValue:
    return redirect(url_for("staff_people.one", staff_id=person.id, done=what), 303)


def _page(person: Staff, fault: str = "") -> ResponseReturnValue:
    here = session.current()
    link = here.session.once if here else ""
    if link and rules.token_owner(link.rpartition("#")[2]) == person.id:
        session.change(lambda kept: replace(kept, once=""))
    else:
        link = ""
    words = {
        "person": person,
        "fault": fault,
        "link": link,
        "join_page": link.partition("#")[0],
        "done": DONE.get(request.args.get("done", ""), ""),
        "duties": DUTIES,
        "end": phone_end(person.phone),
        "new_end": phone_end(person.new_phone),
        "only_lead": _only_lead(person),
        "invited": person.invited_until > passwords().clock(),
    }
    return render_template("staff/person.html", **words), 422 if fault else 200


def _invitation_page(fault: str = "") -> ResponseReturnValue:
    words = {"fault": fault, "duties": DUTIES, "form": request.form, "chosen": _roles()}
    return render_template("staff/invite.html", **words), 422 if fault else 200
