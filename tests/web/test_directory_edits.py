"""Editing on the directory's pages: what is changed and what stays, faults beside fields, races, a new service."""

from __future__ import annotations

from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.actions.directory import DirectoryDesk
from bot.conversation.engine import Conversation
from bot.directory.attributes import NEEDS, STAFF_ONLY, TRAITS
from bot.directory.edits import Edits, history
from bot.directory.model import Coverage, Hidden, Phone, Service, Strength, Trait
from bot.directory.serialization import Record
from bot.flows.names import Need
from bot.staff.audit import Verb
from bot.web.directory import edit as editing
from tests.support.directory import form, form_of, noted, send
from tests.support.staff import Team


@pytest.fixture
def service(conversation: Conversation, team: Team) -> Service:
    return next(one for one in conversation.parts.directory if len(one.phones) > 1 and one.contacts)


@pytest.fixture
def page(service: Service) -> str:
    return f"/directory/{service.id}/edit"


def record(conversation: Conversation, service: Service) -> Record:
    return DirectoryDesk(conversation.parts).see(service.id).record


def test_a_form_that_is_sent_untouched_changes_nothing_in_any_record(
    lead: FlaskClient, conversation: Conversation
) -> None:
    desk, services = DirectoryDesk(conversation.parts), list(conversation.parts.directory)
    before = {one.id: desk.see(one.id).record for one in services}
    for one in services:
        way = f"/directory/{one.id}/edit"
        assert send(lead, way, form(lead, way)).status_code == 303, one.name
    assert desk.records(before) == before


def test_each_fact_is_changed_as_it_was_typed_and_what_the_form_does_not_show_stays(
    lead: FlaskClient, conversation: Conversation, service: Service, page: str, served: Flask
) -> None:
    before, fields = record(conversation, service), form(lead, page)
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
    now, after = conversation.parts.directory.service(service.id), record(conversation, service)
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
    # and the form shows all of it as it was typed
    again = form(lead, page)
    for name in ("required_documents", "languages", "service_areas", "told.en", "minimum_age"):
        expected = {"languages": "English, Vietnamese, Korean"}.get(name, typed[name])
        assert again[name] == [str(expected).replace("\r\n\r\n", "\n").replace("\r\n", "\n")], name


def test_what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(
    lead: FlaskClient, conversation: Conversation, service: Service, page: str, served: Flask
) -> None:
    before, entries = record(conversation, service), len(noted(served))
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
    assert record(conversation, service) == before
    assert len(noted(served)) == entries


def test_a_fault_can_be_put_right_after_it_was_refused(
    lead: FlaskClient, conversation: Conversation, service: Service, page: str
) -> None:
    refused = send(lead, page, form(lead, page), minimum_age="eleven", alert="New door code")
    fields = form_of(refused, page)
    assert send(lead, page, fields, minimum_age="11").status_code == 303
    now = conversation.parts.directory.service(service.id)
    assert (now.minimum_age, now.alert) == (11, "New door code")


def test_a_private_place_takes_no_street_in_its_words(
    lead: FlaskClient, conversation: Conversation, service: Service, page: str
) -> None:
    assert send(lead, page, form(lead, page), **{TRAITS: ["private_place"]}).status_code == 303
    answer = send(lead, page, form(lead, page), **{"reach.en": "Come to 12 Oak Street. Ring twice."})
    assert answer.status_code == 422
    assert "How to reach it, English: names a street of a private place" in unescape(answer.text)


def test_what_a_colleague_changed_meanwhile_stays_where_nothing_was_typed(
    lead: FlaskClient, conversation: Conversation, service: Service, page: str
) -> None:
    desk, fields = DirectoryDesk(conversation.parts), form(lead, page)
    day = conversation.parts.directory.today()
    theirs = {"alert": "Closed on Monday", "description": "By Ana"}
    desk.change(service.id, desk.see(service.id).mark, Edits("Ana", day, theirs))
    answer = send(lead, page, fields, description="By Robin", maximum_age="21")
    assert answer.status_code == 409
    told = unescape(answer.text)
    assert editing.FASTER in told
    assert "Ana changed Alert: now Closed on Monday" in told and "Ana changed Description: now By Ana" in told
    assert conversation.parts.directory.service(service.id).maximum_age is None
    again = form_of(answer, page)
    assert (again["alert"], again["description"], again["maximum_age"]) == (["Closed on Monday"], ["By Robin"], ["21"])
    assert send(lead, page, again).status_code == 303
    now = record(conversation, service)
    assert (now["alert"], now["description"], now["maximum_age"]) == ("Closed on Monday", "By Robin", 21)


def test_a_new_service_is_put_in_and_is_not_offered_before_it_is_described(
    lead: FlaskClient, conversation: Conversation, service: Service, served: Flask
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
    new, beside = (conversation.parts.directory.service(one) for one in made)
    assert (new.organization, beside.organization_id) == ("Harbor House", service.organization_id)
    assert not conversation.parts.directory.offers(new.id)
    page = unescape(lead.get(f"/directory/{new.id}/edit").text)
    assert "Write the English text." in page and "Add at least one area." in page
    assert noted(served)[0].on == f"service:{beside.id}"
