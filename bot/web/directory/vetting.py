"""Vetting of services, for leads: answers by factor, and confirmation that the facts are right today.

Only what is answered is saved. What a lead typed is never lost: neither by a mistake, nor because a colleague saved
first.
"""

from __future__ import annotations

import datetime as dt

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.directory.edits import Code, Edits, found_out, history
from bot.directory.factors import Answer, Factor, Finding
from bot.errors import Conflict
from bot.staff.accounts import known_as
from bot.staff.audit import Verb
from bot.web.current import runtime
from bot.web.directory.base import bp, directory_actions, find, local_day, today
from bot.web.directory.concurrent_edits import since
from bot.web.directory.service_page import checklist, shown
from bot.web.staff import me, note, role_required

LONGEST_WHOM = 80
LONGEST_NOTE = 300

NO_CONFIRMATION = "Confirm that you asked them or checked, and the facts are correct."
NOTHING = "Answer at least one question."
NO_ANSWER = "Choose an answer too."
NO_WHOM = "Enter the role of the person you asked, above or here."
NO_DAY = "Enter the date you asked, today or earlier."
NO_NUMBER = f"Shorten the role to {LONGEST_WHOM} letters and the note to {LONGEST_NOTE}."
FASTER = "A colleague just changed this service. Your changes are still here, but not saved yet."


@bp.get("/<uuid:service_id>/vetting")
@role_required("lead")
def vetting(service_id: object) -> Response:
    """Show the checklist as a form."""
    return _form(str(service_id))


@bp.post("/<uuid:service_id>/vetting")
@role_required("lead")
def vet(service_id: object) -> ResponseReturnValue:
    """Save the answers."""
    key, faults = str(service_id), dict[str, str]()
    says: dict[Code, str] = {}
    for factor in Factor:
        try:
            if found := _read(factor):
                says |= found_out(factor, found)
        except ValueError as wrong:
            faults[factor] = str(wrong)
    if faults or not says:
        return _form(key, faults, "" if faults else NOTHING, status=422)
    if not _put(key, Edits(by(), today(), says=says)):
        return _form(key, fault=FASTER, status=409)
    return redirect(url_for("directory.service", service_id=key, _anchor="vetting"), 303)


@bp.post("/<uuid:service_id>/verified")
@role_required("lead")
def verify(service_id: object) -> ResponseReturnValue:
    """Record that the facts are right today, which settles what cast doubt on the service."""
    key = str(service_id)
    if not request.form.get("sure"):
        return shown(key, NO_CONFIRMATION, status=422)
    _, seen = find(key)
    if not _put(key, Edits(by(), today(), {"assured_date": today().isoformat()})):
        return shown(key, FASTER, tuple(since(seen)), status=409)
    runtime().store.reverify.clear(key)
    return redirect(url_for("directory.service", service_id=key), 303)


def by() -> str:
    """Return the signed-in lead's first name, by which the history names them."""
    return known_as(me().name)


def _put(key: str, edits: Edits) -> bool:
    """Change the record after noting it in the audit log; return False if it has changed since it was shown."""
    try:
        directory_actions().change(
            key, request.form.get("seen", ""), edits, lambda: note(Verb.DIRECTORY_CHANGED, f"service:{key}")
        )
    except Conflict:
        return False
    return True


def _read(factor: Factor) -> Finding | None:
    """Return what was found out about a factor, or None if it is not answered.

    Raise ValueError with the message to show.
    """
    answer, whom, day, told = (" ".join(request.form.get(f"{factor}.{part}", "").split()) for part in _PARTS)
    if answer not in set(Answer):
        if whom or day or told:
            raise ValueError(NO_ANSWER)
        return None
    whom = whom or " ".join(request.form.get("whom", "").split())
    if not whom:
        raise ValueError(NO_WHOM)
    if len(whom) > LONGEST_WHOM or len(told) > LONGEST_NOTE:
        raise ValueError(NO_NUMBER)
    return Finding(Answer(answer), by(), whom, _day(day or request.form.get("on", "")), told)


_PARTS = ("answer", "whom", "on", "note")


def _day(given: str) -> dt.date:
    try:
        day = dt.date.fromisoformat(given)
    except ValueError:
        raise ValueError(NO_DAY) from None
    if day > max(local_day(), today()):
        raise ValueError(NO_DAY)
    return day


def _form(key: str, faults: dict[str, str] | None = None, fault: str = "", status: int = 200) -> Response:
    one, seen = find(key)
    page = render_template(
        "directory/vetting.html",
        service=one,
        checklist=checklist(one),
        # after an error the hashes stay those of the form as it was opened
        mark=request.form.get("seen", "") if status == 422 else seen.mark,
        lines=request.form.get("lines", "") if status == 422 else len(history(seen.record)),
        typed=request.form,
        today=today().isoformat(),
        faults=faults or {},
        fault=fault,
        meanwhile=tuple(since(seen)) if status == 409 else (),
        longest=(LONGEST_WHOM, LONGEST_NOTE),
    )
    return Response(page, status)
