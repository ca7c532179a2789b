"""Changing a service, for leads: its facts, its needs and marks, the words to text; and putting in a new one.

What is wrong is said beside the field, and nothing that was typed is lost: not by a slip, nor by a colleague who was
faster. What they changed is then taken over wherever nothing was typed.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import uuid4

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.directory.attributes import NEEDS, STAFF_ONLY, TRAITS
from bot.directory.edits import Edits, history, new_record
from bot.directory.model import Hidden, Strength, Trait
from bot.directory.parsing import LANGUAGES
from bot.directory.place_names import folded
from bot.errors import DirectoryError, LostRace
from bot.flows.names import Need
from bot.staff.audit import Verb
from bot.web.current import parts
from bot.web.directory import edit_form as draft
from bot.web.directory import labels as words
from bot.web.directory.base import doors, find, the_desk, today
from bot.web.directory.concurrent_edits import since
from bot.web.directory.edit_form import GROUPS, Typed
from bot.web.directory.message_preview import AT, around
from bot.web.directory.vetting import FASTER, by
from bot.web.staff import allowed, note

LONGEST = 4000
LONGEST_NAME = 200

TOO_LONG = f"Shorten this to {LONGEST} letters or fewer."
NO_NAME = f"Enter the service's name, in up to {LONGEST_NAME} letters."
NO_ORGANIZATION = f"Enter the organization, in up to {LONGEST_NAME} letters."
NOT_SAVED = "Not saved yet. Fix the errors below."
SPARE_ROWS = 2


@doors.get("/<uuid:service_id>/edit")
@allowed("lead")
def edit(service_id: object) -> Response:
    """The form."""
    return _form(str(service_id))


@doors.post("/<uuid:service_id>/edit")
@allowed("lead")
def save(service_id: object) -> ResponseReturnValue:
    """Change what was typed anew, and nothing else."""
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
        the_desk().change(
            key, request.form.get("seen", ""), edits, lambda: note(Verb.DIRECTORY_CHANGED, f"service:{key}")
        )
    except DirectoryError as wrong:
        return _form(key, typed, _beside(wrong.problems), NOT_SAVED, status=422)
    except LostRace:
        _, now = find(key)
        fields = draft.fields_of(now.record, now.terms)
        return _form(key, draft.merged(typed, fields, changed), fault=FASTER, status=409)
    return redirect(url_for("directory.service", service_id=key), 303)


@doors.get("/new")
@allowed("lead")
def new() -> Response:
    """The form for a new service."""
    return _new_form()


@doors.post("/new")
@allowed("lead")
def add() -> ResponseReturnValue:
    """Put a new service in, and go on to all that is to be said of it."""
    given = {name: " ".join(request.form.get(name, "").split()) for name in ("name", "organization", "about")}
    if not 0 < len(given["name"]) <= LONGEST_NAME:
        return _new_form(NO_NAME, 422)
    if not 0 < len(given["organization"]) <= LONGEST_NAME:
        return _new_form(NO_ORGANIZATION, 422)
    record = new_record(given["name"], _organization(given["organization"], given["about"][:LONGEST]), by(), today())
    note(Verb.DIRECTORY_CHANGED, f"service:{record['id']}")
    the_desk().add(record)
    return redirect(url_for("directory.edit", service_id=record["id"]), 303)


def _organization(name: str, about: str) -> dict[str, str]:
    """The organization of that name, if one runs another service; else a new one."""
    known = next((service for service in parts().directory if folded(service.organization) == folded(name)), None)
    if known:
        record = the_desk().see(known.id).record["organization"]
        return {key: str(record.get(key) or "") for key in ("id", "name", "description")}
    return {"id": str(uuid4()), "name": name, "description": about}


def _new_form(fault: str = "", status: int = 200) -> Response:
    organizations = sorted({service.organization for service in parts().directory})
    page = render_template(
        "directory/new.html", typed=request.form, fault=fault, organizations=organizations, longest=LONGEST_NAME
    )
    return Response(page, status)


def _form(
    key: str, typed: Typed | None = None, faults: dict[str, list[str]] | None = None, fault: str = "", status: int = 200
) -> Response:
    one, seen = find(key)
    fields = draft.fields_of(seen.record, seen.terms)
    page = render_template(
        "directory/edit.html",
        service=one,
        # after a slip the marks stay those of the form as it was opened
        mark=request.form.get("seen", "") if status == 422 else seen.mark,
        lines=request.form.get("lines", "") if status == 422 else len(history(seen.record)),
        was=request.form.get("was", "") if status == 422 else draft.marks(fields),
        typed=typed or fields,
        faults=faults if faults is not None else _beside(one.faults),
        fault=fault,
        meanwhile=tuple(since(seen)) if status == 409 else (),
        around={f"{kind}.{code}": around(parts(), one, kind, code) for kind in AT for code in LANGUAGES},
        spare=range(SPARE_ROWS),
        needs=[(f"{NEEDS}.{need}", words.need(need)) for need in Need],
        strengths=[(strength.word, words.STRENGTHS[strength]) for strength in Strength],
        traits=(TRAITS, [(trait.value, words.TRAITS[trait]) for trait in Trait]),
        hidden=(STAFF_ONLY, [(part.value, words.HIDDEN[part]) for part in Hidden]),
        longest=LONGEST,
    )
    return Response(page, status)


def _beside(problems: Iterable[str]) -> dict[str, list[str]]:
    """The faults by the part of the form that they stand beside; "" for what the form does not hold."""
    found: dict[str, list[str]] = {}
    for problem in problems:
        path = problem.partition(": ")[0]
        first = path.partition(".")[0]
        group = path if path in GROUPS else "needs" if first == "attributes" else first if first in GROUPS else ""
        found.setdefault(group, []).append(words.fault(problem))
    return found
