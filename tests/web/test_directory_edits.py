"""Editing on the directory's pages: what changes, errors beside fields, conflicts, and new services."""

from __future__ import annotations

from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.actions.directory import DirectoryActions
from bot.directory.attributes import NEEDS, STAFF_ONLY, TRAITS
from bot.directory.edits import Edits, history
from bot.directory.model import Coverage, Hidden, Phone, Service, Strength, Trait
from bot.directory.serialization import Record
from bot.flows.names import Need
from bot.runtime.runtime import Runtime
from bot.staff.audit import Verb
from bot.web.directory import edit as editing
from tests.support.directory import form, form_of, noted, send
from tests.support.staff import Team


@pytest.fixture
def service(runtime: Runtime, team: Team) -> Service:
    return next(one for one in runtime.directory.now if len(one.phones) > 1 and one.contacts)


@pytest.fixture
def page(service: Service) -> str:
    return f"/directory/{service.id}/edit"


def record(runtime: Runtime, service: Service) -> Record:
    return DirectoryActions(runtime).see(service.id).record


def test_untouched_form_changes_no_record(lead: FlaskClient, runtime: Runtime) -> None:
    desk, services = DirectoryActions(runtime), list(runtime.directory.now)
    before = {one.id: desk.see(one.id).record for one in services}
    for one in services:
        way = f"/directory/{one.id}/edit"
        assert send(lead, way, form(lead, way)).status_code == 303, one.name
    assert desk.records(before) == before


def test_edit_changes_what_was_typed_and_keeps_hidden_fields(
    lead: FlaskClient, runtime: Runtime, service: Service, page: str, served: Flask
) -> None:
    before, fields = record(runtime, service), form(lead, page)
    phones = list(zip(*(fields[f"phones.{part}"] for part in ("number", "type", "description")), strict=True))
    phones[0] = ("(714) 555-0100", "voice", "Ask for intake")
    phones[1] = ("", "voice", "")
    typed = {
        **{f"phones.{part}": [row[at] for row in phones] for at, part in enumerate(("number", "type", "description"))},
        "minimum_age": "11", "maximum_age": "21", "required_documents": "School card\r\n\r\nA letter",
        "languages": "English, vi, Korean", "service_areas": "US-CA: California\r\nUS-OR/Lane County",
        "told.en": "A drop-in. You can rest.", f"{NEEDS}.{Need.FOOD}": "made_for", TRAITS: ["ride"],
        STAFF_ONLY: ["contacts"], "alert": "", "status": "temporarily closed",
    }  # fmt: skip
    assert send(lead, page, fields, **typed).status_code == 303
    now, after = runtime.directory.now.service(service.id), record(runtime, service)
    assert now.phones[0] == Phone("714-555-0100", "voice", "Ask for intake")
    assert len(now.phones) == len(service.phones) - 1
    assert (now.minimum_age, now.maximum_age, now.alert, now.status) == (11, 21, "", "temporarily closed")
    assert now.documents == ("School card", "A letter")
    assert now.languages == {"en", "vi", "ko"}
    assert now.coverage == (Coverage("US", "CA"), Coverage("US", "OR", "lane"))
    assert now.told == {**service.told, "en": "A drop-in. You can rest."} and now.reach == service.reach
    assert now.needs == {**service.needs, Need.FOOD: Strength.MADE_FOR}
    assert (now.traits, now.staff_only) == ({Trait.RIDE}, {Hidden.CONTACTS})
    assert now.faults == () and now.vetting == service.vetting and now.contacts == service.contacts
    assert after["phones"][0]["id"] == before["phones"][0]["id"]
    assert after["languages"][0] == before["languages"][0]
    assert {line.by for line in history(after)} == {"Robin"}
    [entry, *_] = noted(served)
    assert (entry.what, entry.on, entry.reason) == (Verb.DIRECTORY_CHANGED, f"service:{service.id}", "")
    # and the form shows all of it as typed
    again = form(lead, page)
    for name in ("required_documents", "languages", "service_areas", "told.en", "minimum_age"):
        expected = {"languages": "English, Vietnamese, Korean"}.get(name, typed[name])
        assert again[name] == [str(expected).replace("\r\n\r\n", "\n").replace("\r\n", "\n")], name


def test_edit_form_shows_errors_beside_fields_and_keeps_input(
    lead: FlaskClient, runtime: Runtime, service: Service, page: str, served: Flask
) -> None:
    before, entries = record(runtime, service), len(noted(served))
    for fault, typed in (
        ("Name: is missing", {"name": ""}),
        ("Operating status: use", {"status": "open"}),
        ("Minimum age: use a whole number", {"minimum_age": "eleven"}),
        ("The minimum age is above the maximum age.", {"minimum_age": "30", "maximum_age": "20"}),
        ("Areas, number 1: use a place like US", {"service_areas": "Orange County"}),
        ("Languages, number 1: use an ISO 639 code", {"languages": "Klingon tongue"}),
        ("Write the Spanish text.", {"told.es": ""}),
        (editing.TOO_LONG, {"description": "x" * 4001}),
    ):
        answer = send(lead, page, form(lead, page), **typed)
        assert answer.status_code == 422, fault
        assert fault in unescape(answer.text), fault
        again = form_of(answer, page)
        assert {name: again[name] for name in typed} == {name: [value] for name, value in typed.items()}
    assert record(runtime, service) == before
    assert len(noted(served)) == entries


def test_edit_succeeds_after_a_refused_fault_is_corrected(
    lead: FlaskClient, runtime: Runtime, service: Service, page: str
) -> None:
    refused = send(lead, page, form(lead, page), minimum_age="eleven", alert="New door code")
    fields = form_of(refused, page)
    assert send(lead, page, fields, minimum_age="11").status_code == 303
    now = runtime.directory.now.service(service.id)
    assert (now.minimum_age, now.alert) == (11, "New door code")


def test_private_location_refuses_a_street_in_its_text(
    lead: FlaskClient, runtime: Runtime, service: Service, page: str
) -> None:
    assert send(lead, page, form(lead, page), **{TRAITS: ["private_place"]}).status_code == 303
    answer = send(lead, page, form(lead, page), **{"reach.en": "Come to 12 Oak Street. Ring twice."})
    assert answer.status_code == 422
    assert "How to reach it, English: names a street of a private place" in unescape(answer.text)


def test_concurrent_edit_keeps_a_colleagues_change_elsewhere(
    lead: FlaskClient, runtime: Runtime, service: Service, page: str
) -> None:
    desk, fields = DirectoryActions(runtime), form(lead, page)
    day = runtime.directory.now.today()
    theirs = {"alert": "Closed on Monday", "description": "By Ana"}
    desk.change(service.id, desk.see(service.id).mark, Edits("Ana", day, theirs))
    answer = send(lead, page, fields, description="By Robin", maximum_age="21")
    assert answer.status_code == 409
    told = unescape(answer.text)
    assert editing.FASTER in told
    assert "Ana changed Alert: now Closed on Monday" in told and "Ana changed Description: now By Ana" in told
    assert runtime.directory.now.service(service.id).maximum_age is None
    again = form_of(answer, page)
    assert (again["alert"], again["description"], again["maximum_age"]) == (["Closed on Monday"], ["By Robin"], ["21"])
    assert send(lead, page, again).status_code == 303
    now = record(runtime, service)
    assert (now["alert"], now["description"], now["maximum_age"]) == ("Closed on Monday", "By Robin", 21)


def test_new_service_is_not_offered_before_it_is_described(
    lead: FlaskClient, runtime: Runtime, service: Service, served: Flask
) -> None:
    for typed, fault in (
        ({"name": " ", "organization": "Harbor"}, editing.NO_NAME),
        ({"name": "x" * 201, "organization": "Harbor"}, editing.NO_NAME),
        ({"name": "Drop-in", "organization": ""}, editing.NO_ORGANIZATION),
    ):
        answer = send(lead, "/directory/new", typed)  # type: ignore[arg-type]
        assert answer.status_code == 422 and fault in unescape(answer.text)
        assert form_of(answer, "/directory/new")["organization"] == [typed["organization"]]
    fields = form(lead, "/directory/new")
    made = []
    for organization in ("Harbor House", service.organization.upper()):
        answer = send(lead, "/directory/new", fields, name="Drop-in", organization=organization)
        assert answer.status_code == 303
        made.append(answer.headers["Location"].split("/")[2])
    new, beside = (runtime.directory.now.service(one) for one in made)
    assert (new.organization, beside.organization_id) == ("Harbor House", service.organization_id)
    assert not runtime.directory.now.offers(new.id)
    page = unescape(lead.get(f"/directory/{new.id}/edit").text)
    assert "Write the English text." in page and "Add at least one area." in page
    assert noted(served)[0].on == f"service:{beside.id}"
