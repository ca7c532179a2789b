"""Editing of services, for leads: facts, needs and traits, the words to text, and new services.

Errors are shown beside the field. What a lead typed is never lost: neither by a mistake, nor because a colleague saved
first. The colleague's changes are then taken over wherever the lead typed nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import uuid4

from flask import Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.actions.directory import InvalidRecord
from bot.directory.attributes import NEEDS, STAFF_ONLY, TRAITS
from bot.directory.edits import Edits, history, new_record
from bot.directory.model import Hidden, RecordFault, Strength, Trait
from bot.directory.place_names import folded
from bot.errors import Conflict, DirectoryError
from bot.flows.names import LANGUAGES, Need
from bot.staff.audit import Verb
from bot.web.current import runtime
from bot.web.directory import edit_form as draft
from bot.web.directory import labels as words
from bot.web.directory.base import bp, directory_actions, find, today
from bot.web.directory.concurrent_edits import since
from bot.web.directory.edit_form import GROUPS, Typed
from bot.web.directory.message_preview import AT, around
from bot.web.directory.vetting import FASTER, by
from bot.web.staff import note, role_required

LONGEST = 4000
LONGEST_NAME = 200

TOO_LONG = f"Shorten this to {LONGEST} letters or fewer."
NO_NAME = f"Enter the service's name, in up to {LONGEST_NAME} letters."
NO_ORGANIZATION = f"Enter the organization, in up to {LONGEST_NAME} letters."
NOT_SAVED = "Not saved yet. Fix the errors below."
SPARE_ROWS = 2


@bp.get("/<uuid:service_id>/edit")
@role_required("lead")
def edit(service_id: object) -> Response:
    """Show the form of a service."""
    return _form(str(service_id))


@bp.post("/<uuid:service_id>/edit")
@role_required("lead")
def save(service_id: object) -> ResponseReturnValue:
    """Save the fields that were changed in the form, and nothing else."""
    key = str(service_id)
    _, seen = find(key)
    typed = draft.typed_in(request.form.getlist)
    changed = draft.changed_groups(typed, request.form.get("was", ""))
    long = {name for name in changed for field in GROUPS[name] if any(len(each) > LONGEST for each in typed[field])}
    if long:
        return _form(key, typed, {name: [TOO_LONG] for name in long}, NOT_SAVED, status=422)
    facts = draft.facts_of(seen.record, typed, changed)
    edits = Edits(by(), today(), facts, draft.says_of(seen.record, seen.terms, typed, changed))
    try:
        directory_actions().change(
            key, request.form.get("seen", ""), edits, lambda: note(Verb.DIRECTORY_CHANGED, f"service:{key}")
        )
    except InvalidRecord as wrong:
        return _form(key, typed, _beside(wrong.faults), NOT_SAVED, status=422)
    except DirectoryError:  # the service is gone by now
        abort(404)
    except Conflict:
        _, now = find(key)
        fields = draft.fields_of(now.record, now.terms)
        return _form(key, draft.merged(typed, fields, changed), fault=FASTER, status=409)
    return redirect(url_for("directory.service", service_id=key), 303)


@bp.get("/new")
@role_required("lead")
def new() -> Response:
    """Show the form for a new service."""
    return _new_form()


@bp.post("/new")
@role_required("lead")
def add() -> ResponseReturnValue:
    """Create a service, then go on to its full form."""
    given = {name: " ".join(request.form.get(name, "").split()) for name in ("name", "organization", "about")}
    if not 0 < len(given["name"]) <= LONGEST_NAME:
        return _new_form(NO_NAME, 422)
    if not 0 < len(given["organization"]) <= LONGEST_NAME:
        return _new_form(NO_ORGANIZATION, 422)
    record = new_record(given["name"], _organization(given["organization"], given["about"][:LONGEST]), by(), today())
    note(Verb.DIRECTORY_CHANGED, f"service:{record['id']}")
    directory_actions().add(record)
    return redirect(url_for("directory.edit", service_id=record["id"]), 303)


def _organization(name: str, about: str) -> dict[str, str]:
    """Return the organization of that name if one runs another service, else a new one."""
    known = next((service for service in runtime().directory.now if folded(service.organization) == folded(name)), None)
    if known:
        record = directory_actions().see(known.id).record["organization"]
        return {key: str(record.get(key) or "") for key in ("id", "name", "description")}
    return {"id": str(uuid4()), "name": name, "description": about}


def _new_form(fault: str = "", status: int = 200) -> Response:
    organizations = sorted({service.organization for service in runtime().directory.now})
    page = render_template(
        "directory/new.html", typed=request.form, fault=fault, organizations=organizations, longest=LONGEST_NAME
    )
    return Response(page, status)


def _form(
    key: str, typed: Typed | None = None, faults: dict[str, list[str]] | None = None, fault: str = "", status: int = 200
) -> Response:
    one, seen = find(key)
    fields = draft.fields_of(seen.record, seen.terms)
    snapshot = runtime().snapshot()
    page = render_template(
        "directory/edit.html",
        service=one,
        # after an error the hashes stay those of the form as it was opened
        mark=request.form.get("seen", "") if status == 422 else seen.mark,
        lines=request.form.get("lines", "") if status == 422 else len(history(seen.record)),
        was=request.form.get("was", "") if status == 422 else draft.marks(fields),
        typed=typed or fields,
        faults=faults if faults is not None else _beside(one.faults),
        fault=fault,
        meanwhile=tuple(since(seen)) if status == 409 else (),
        around={f"{kind}.{code}": around(snapshot, one, kind, code) for kind in AT for code in LANGUAGES},
        spare=range(SPARE_ROWS),
        needs=[(f"{NEEDS}.{need}", words.need(need)) for need in Need],
        strengths=[(strength.word, words.STRENGTHS[strength]) for strength in Strength],
        traits=(TRAITS, [(trait.value, words.TRAITS[trait]) for trait in Trait]),
        hidden=(STAFF_ONLY, [(part.value, words.HIDDEN[part]) for part in Hidden]),
        longest=LONGEST,
    )
    return Response(page, status)


def _beside(faults: Iterable[RecordFault]) -> dict[str, list[str]]:
    """Group faults by the part of the form that they belong to; "" for a field that the form does not have."""
    found: dict[str, list[str]] = {}
    for fault in faults:
        path, first = fault.field, fault.field.partition(".")[0]
        group = path if path in GROUPS else "needs" if first == "attributes" else first if first in GROUPS else ""
        found.setdefault(group, []).append(words.fault(fault))
    return found
