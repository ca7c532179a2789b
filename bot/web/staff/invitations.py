"""An invitation taken up: a password, then the second factor, then in. Nothing of it counts until the code is right.

The link alone changes nothing when it is opened: whoever looks at links for people (a mail server, a preview) may.
"""

from __future__ import annotations

import io
from dataclasses import asdict

import segno
from flask import Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.staff import accounts as rules
from bot.staff.accounts import Joining, NotJoined, Staff, Taken
from bot.staff.audit import Verb
from bot.staff.credentials import SHORTEST_PASSWORD, code_step, enrolment, new_secret, password_fault
from bot.web.current import parts
from bot.web.staff import session
from bot.web.staff.audit import note
from bot.web.staff.base import room
from bot.web.staff.login import LONGEST_TYPED, WRONG_CODE, Attempt, slow_words
from bot.web.staff.passwords import gate
from bot.web.staff.permissions import anyone

doors = room("staff_join")

JOINING_SECONDS = 30 * 60


@doors.get("/join/<token>")
@anyone
def welcome(token: str) -> ResponseReturnValue:
    """The first step: who is invited to what, and a password to choose."""
    person = invited(rules.token_owner(token), rules.token_hash(token))
    return _password_page(person, token) if person else too_late()


@doors.post("/join/<token>")
@anyone
def choose_password(token: str) -> ResponseReturnValue:
    """A good password, twice the same, opens the second step."""
    person = invited(rules.token_owner(token), rules.token_hash(token))
    if person is None:
        return too_late()
    password, again = (request.form.get(field, "")[: LONGEST_TYPED * 2] for field in ("password", "again"))
    names = (person.handle, *person.name.split(), parts().settings.program_name)
    fault = password_fault(password, names) or ("Enter the same password twice." if password != again else "")
    if fault:
        return _password_page(person, token, fault), 422
    joining = Joining(person.id, rules.token_hash(token), gate().hash(password), new_secret())
    parts().store.staff.joinings.put(session.visit(), asdict(joining), JOINING_SECONDS)
    return redirect(url_for("staff_join.factor"), 303)


@doors.get("/join")
@anyone
def factor() -> ResponseReturnValue:
    """The second step: the code's app."""
    return _factor_page()


@doors.get("/join/code.svg")
@anyone
def picture() -> ResponseReturnValue:
    """The QR code, for the browser that chose the password and no other."""
    person, joining = _half_way()
    if person is None or joining is None:
        abort(404)
    drawn = io.BytesIO()
    address = enrolment(joining.secret, person.handle, parts().settings.program_name)
    segno.make(address, error="m").save(
        drawn, kind="svg", scale=5, border=4, light="#fff", dark="#000", xmldecl=False, svgclass=None, lineclass=None
    )
    return Response(drawn.getvalue(), mimetype="image/svg+xml")


@doors.post("/join")
@anyone
def finish() -> ResponseReturnValue:
    """A right code from the app: the invitation is used up, and the colleague is in."""
    person, joining = _half_way()
    if person is None or joining is None:
        return too_late()
    attempt = Attempt.of_code(person.id)
    wait, _ = attempt.begin()
    if wait:
        return _factor_page(slow_words(wait), 429)
    now = gate().clock()
    step = code_step(joining.secret, request.form.get("code", "")[:LONGEST_TYPED], now, 0)
    if step is None:
        return _factor_page(WRONG_CODE, 422)
    attempt.succeed()
    note(Verb.JOINED, f"staff:{person.id}", who=person.id)
    try:
        joined = parts().store.staff.change(person.id, lambda kept: rules.join(kept, joining, step, now))
    except (NotJoined, Taken):  # the same link, in another window, was quicker
        return too_late()
    parts().store.staff.joinings.drop(session.visit())
    session.begin(joined)
    return redirect(url_for("staff_login.home"), 303)


def invited(staff_id: str, hashed: str) -> Staff | None:
    """The colleague, if the invitation with this hash lets them join now."""
    person = parts().store.staff.get(staff_id)
    return person if person and rules.opens(person, hashed, gate().clock()) else None


def _half_way() -> tuple[Staff | None, Joining | None]:
    kept = parts().store.staff.joinings.get(session.visit())
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
    secret = joining.secret
    words = {
        "person": person,
        "fault": fault,
        "by_hand": [secret[at : at + 4] for at in range(0, len(secret), 4)],
        "address": enrolment(secret, person.handle, parts().settings.program_name),
    }
    return render_template("staff/factor.html", **words), code


def too_late() -> ResponseReturnValue:
    """The link is used, replaced, or too old."""
    return render_template("staff/join_over.html"), 410
