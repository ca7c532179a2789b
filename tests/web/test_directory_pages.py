"""The directory's pages: who sees what, what the list finds, what a service's page tells; and nothing of a person."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from urllib.parse import unquote

import pytest
from flask.testing import FlaskClient

from bot.conversation.engine import Conversation
from bot.directory.model import Service, Trait
from bot.directory.parsing import LANGUAGES
from bot.reports.metrics import BADLY_AT, named
from bot.sms.segments import count
from bot.store.connection import Server
from bot.web.directory.capacity_inquiry import QUESTIONS
from tests.support.directory import strict
from tests.support.person import YoungPerson
from tests.support.staff import Team, post

NAMES = re.compile(r'<a href="/directory/[0-9a-f-]{36}">([^<]+)</a>')


@pytest.fixture
def service(conversation: Conversation) -> Service:
    """One with a number, in English and Spanish."""
    return next(one for one in conversation.parts.directory if one.phones and one.organization != one.name)


def found(client: FlaskClient, search: str) -> list[str]:
    """The names that the list shows."""
    return [unescape(name) for name in NAMES.findall(client.get(f"/directory?{search}").text)]


def test_everybody_of_the_staff_reads_and_only_leads_are_shown_what_changes(team: Team, service: Service) -> None:
    for role in ("caseworker", "editor", "lead"):
        client = team.inside(team.person(role))
        page, listed = client.get(f"/directory/{service.id}").text, client.get("/directory").text
        changes = (
            "Mark as verified today" in page,
            f"/directory/{service.id}/edit" in page,
            "/directory/new" in listed,
        )
        assert set(changes) == {role == "lead"}, role
        assert 'href="/directory"' in listed


def test_a_search_narrows_the_list_by_each_of_its_fields(desk: FlaskClient, conversation: Conversation) -> None:
    directory = list(conversation.parts.directory)
    assert len(found(desk, "")) == len(directory)
    for search, fits in (
        ("need=food", lambda one: "food" in one.needs),
        ("language=fr", lambda one: "fr" in one.languages),
        ("takes=anyone", lambda one: Trait.BARRIER_FREE in one.traits),
        ("takes=rules", lambda one: Trait.BARRIER_FREE not in one.traits),
        ("area=canada", lambda one: any(place.country == "CA" for place in one.coverage)),
        ("q=orangewood", lambda one: "Orangewood" in one.organization),
        ("q=LÍNEA+211", lambda one: "211" in one.name),
        ("standing=not_vetted", lambda _: True),
        ("standing=offered", lambda _: False),
        ("standing=nonsense&need=nonsense&page=-3", lambda _: True),
    ):
        assert sorted(found(desk, search)) == sorted(one.name for one in directory if fits(one)), search
    assert found(desk, "open=now")


def test_in_a_place_what_is_near_comes_first_and_other_places_are_left_out(desk: FlaskClient) -> None:
    here = found(desk, "area=92701")
    assert here.index("The Lighthouse") < here.index("988")
    assert here.count("988") == 1 and "VictimLinkBC" not in here
    assert "The Lighthouse" not in found(desk, "area=Seattle,+WA")
    answer = desk.get("/directory?area=xyzzy").text
    assert "We don't know that place" in answer and "The Lighthouse" in answer


def test_ten_thousand_services_are_shown_in_pages(
    desk: FlaskClient, conversation: Conversation, service: Service
) -> None:
    kept = list(conversation.parts.directory)
    conversation.parts.directory.put(replace(service, id=f"{n:032x}", name=f"Place {n:05}") for n in range(10_000))
    try:
        page = desk.get("/directory?q=place&page=200").text
        assert "10000 of 10000 services, page 200 of 200" in page and "page=199" in page
        assert "Place 09999" in page and page.count("<tr>") == 51
        assert "page 200 of 200" in desk.get("/directory?page=9999").text
    finally:
        conversation.parts.directory.put(kept)


def test_example_data_is_called_so_and_nothing_is_claimed_outside_of_the_demo(
    team: Team, desk: FlaskClient, service: Service
) -> None:
    for path in ("/directory", f"/directory/{service.id}"):
        assert "Outside demo mode, we don't offer it" in desk.get(path).text
    assert "This demo offers it anyway" in desk.get(f"/directory/{service.id}").text
    other = strict(team.app)
    client = Team(other, team.store).inside(team.person(name="Bo"))
    page = client.get(f"/directory/{service.id}").text
    assert "demo" not in page and "Not offered" in page


def test_the_texts_are_those_of_the_conversation_to_the_letter(desk: FlaskClient, conversation: Conversation) -> None:
    her = YoungPerson(conversation)
    offer = her.text("hey", "1", "ok", "i need a longer place to live", "thats right", "santa ana ca").text
    reach = her.text("1", "1").text
    session = conversation.parts.store.load(her.phone, "").session
    assert session and session.service
    page = unescape(desk.get(f"/directory/{session.service}").text)
    for text in (offer, reach):
        assert text in page
        size = count(text)
        assert f">{size.segments} text{'' if size.segments == 1 else 's'}</p>" in page


def test_what_came_back_is_told_without_a_trace_of_whom(
    desk: FlaskClient, conversation: Conversation, server: Server, service: Service
) -> None:
    path = f"/directory/{service.id}"
    assert "No problems reported" in desk.get(path).text
    conversation.parts.store.reverify.add(service.id, "full", "2026-11-20")
    month = conversation.parts.directory.today().isoformat()[:7]
    server.call("HSET", f"counts:{month}", named(BADLY_AT, service.id), 1)
    page = desk.get(path).text
    assert "Turned away: no room, last reported 20 Nov 2026" in page
    assert "(12 months): fewer than 5." in page
    server.call("HSET", f"counts:{month}", named(BADLY_AT, service.id), 7)
    assert "(12 months): 5 to 9." in desk.get(path).text


def test_no_page_of_the_directory_shows_anything_of_a_person(
    desk: FlaskClient, conversation: Conversation, service: Service
) -> None:
    her = YoungPerson(conversation)
    code = her.share("needs", "service", name="Marisol")
    post(desk, f"/console/{code}/take", "/staff/account")
    post(desk, f"/console/{code}/referral", "/staff/account", service=service.id)
    post(desk, f"/console/{code}/referral/outcome", "/staff/account", number="0", outcome="went_badly")
    assert conversation.parts.store.reverify.listed()
    for path in ("/directory", f"/directory/{service.id}", f"/directory/{service.id}/inquiry"):
        page = desk.get(path).text
        assert "Marisol" not in page and code not in page and her.phone[2:] not in page and her.key not in page


def test_an_inquiry_is_made_of_questions_alone(desk: FlaskClient, service: Service) -> None:
    path = f"/directory/{service.id}/inquiry?ask=room&ask=no_id&ask=her+name&text=Jay&language="
    for at, code in enumerate(LANGUAGES, 1):
        page = unescape(desk.get(path + code).text)
        assert QUESTIONS["room"][at] in page and QUESTIONS["no_id"][at] in page
        assert QUESTIONS["police"][at] not in page and "Jay" not in page
        links = re.findall(r'href="((?:mailto|sms):[^"]*)"', page)
        assert len(links) == 2
        for link in links:
            assert re.match(r"(mailto:\?subject=|sms:\?&body=)", link)  # to nobody yet
            assert QUESTIONS["room"][at] in unquote(link)


def test_a_service_that_there_is_not_has_no_page(lead: FlaskClient) -> None:
    gone = "00000000-0000-4000-8000-000000000000"
    for path in (gone, f"{gone}/edit", f"{gone}/vetting", f"{gone}/inquiry", "no-id"):
        assert lead.get(f"/directory/{path}").status_code == 404


def test_case_pages_offer_active_services_the_offered_first_and_say_which_are_not(
    team: Team, desk: FlaskClient, conversation: Conversation
) -> None:
    directory = conversation.parts.directory
    kept = list(directory)
    first, second, *_ = sorted(
        (one for one in kept if any(p.country == "US" for p in one.coverage)), key=lambda o: o.name
    )
    closed, shut = replace(first, status="temporarily closed"), replace(second, faults=("name: is wrong",))
    papers = replace(kept[-1], documents=("School card", "A letter"))
    directory.change({one.id: one for one in (closed, shut, papers)})
    try:
        code = YoungPerson(conversation).just_talk()
        post(desk, f"/console/{code}/take", "/staff/account")
        options = re.findall(r'<option value="([0-9a-f-]{36})"[^>]*>([^<]*)', desk.get(f"/console/{code}").text)
        assert closed.id not in dict(options)
        assert dict(options)[shut.id].endswith(", not offered")
        assert "needs School card, A letter" in dict(options)[papers.id]
        ours = [(key, said) for key, said in options if said.endswith("not offered")]
        assert ours == [(shut.id, dict(options)[shut.id])] * 2  # once in each of the two forms
        post(desk, f"/console/{code}/referral", "/staff/account", service=papers.id)
        assert "Documents to bring: School card, A letter" in desk.get(f"/console/{code}").text
    finally:
        directory.put(kept)
