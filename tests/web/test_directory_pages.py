"""Directory pages: access, search, what a service's page shows, and that nothing personal appears."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from urllib.parse import unquote

import pytest
from flask.testing import FlaskClient

from bot.directory.model import Service, Trait
from bot.flows.names import LANGUAGES
from bot.reports.metrics import BADLY_AT, named
from bot.runtime.runtime import Runtime
from bot.sms.segments import count
from bot.store.connection import RedisServer
from bot.web.directory.capacity_inquiry import QUESTIONS
from tests.support.directory import strict
from tests.support.person import YoungPerson
from tests.support.staff import Team, post

NAMES = re.compile(r'<a href="/directory/[0-9a-f-]{36}">([^<]+)</a>')


@pytest.fixture
def service(runtime: Runtime) -> Service:
    """Return a service with a number, in English and Spanish."""
    return next(one for one in runtime.directory.now if one.phones and one.organization != one.name)


def found(client: FlaskClient, search: str) -> list[str]:
    """List the names on the page."""
    return [unescape(name) for name in NAMES.findall(client.get(f"/directory?{search}").text)]


def test_directory_is_readable_by_all_staff_and_editable_by_leads(team: Team, service: Service) -> None:
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


def test_search_narrows_by_each_field(desk: FlaskClient, runtime: Runtime) -> None:
    directory = list(runtime.directory.now)
    assert len(found(desk, "")) == len(directory)
    for search, fits in (
        ("need=food", lambda one: "food" in one.needs),
        ("language=fr", lambda one: "fr" in one.languages),
        ("takes=anyone", lambda one: Trait.BARRIER_FREE in one.traits),
        ("takes=rules", lambda one: Trait.BARRIER_FREE not in one.traits),
        ("area=canada", lambda one: any(place.country == "CA" for place in one.coverage)),
        ("q=orangewood", lambda one: "Orangewood" in one.organization),
        ("q=ÁYUDA+211", lambda one: "211" in one.name),
        ("standing=not_vetted", lambda _: True),
        ("standing=offered", lambda _: False),
        ("standing=nonsense&need=nonsense&page=-3", lambda _: True),
    ):
        assert sorted(found(desk, search)) == sorted(one.name for one in directory if fits(one)), search
    assert found(desk, "open=now")


def test_search_by_place_lists_nearest_first_and_omits_others(desk: FlaskClient) -> None:
    here = found(desk, "area=92701")
    assert here.index("The Lighthouse") < here.index("988")
    assert here.count("988") == 1 and "VictimLinkBC" not in here
    assert "The Lighthouse" not in found(desk, "area=Seattle,+WA")
    answer = desk.get("/directory?area=xyzzy").text
    assert "We don't know that place" in answer and "The Lighthouse" in answer


def test_large_directory_is_paginated(desk: FlaskClient, runtime: Runtime, service: Service) -> None:
    kept = list(runtime.directory.now)
    runtime.directory.now.put(replace(service, id=f"{n:032x}", name=f"Place {n:05}") for n in range(10_000))
    try:
        page = desk.get("/directory?q=place&page=200").text
        assert "10000 of 10000 services, page 200 of 200" in page and "page=199" in page
        assert "Place 09999" in page and page.count("<tr>") == 51
        assert "page 200 of 200" in desk.get("/directory?page=9999").text
    finally:
        runtime.directory.now.put(kept)


def test_example_data_is_labelled_in_demo_mode_only(team: Team, desk: FlaskClient, service: Service) -> None:
    for path in ("/directory", f"/directory/{service.id}"):
        assert "Outside demo mode, we don't offer it" in desk.get(path).text
    assert "This demo offers it anyway" in desk.get(f"/directory/{service.id}").text
    other = strict(team.app)
    client = Team(other, team.store).inside(team.person(name="Bo"))
    page = client.get(f"/directory/{service.id}").text
    assert "demo" not in page and "Not offered" in page


def test_message_preview_equals_the_conversations_text(desk: FlaskClient, runtime: Runtime) -> None:
    her = YoungPerson(runtime)
    offer = her.text("hey", "1", "ok", "i need a longer place to live", "santa ana ca").text
    reach = her.text("1").text
    session = runtime.store.load(her.phone, "").session
    assert session and session.service
    page = unescape(desk.get(f"/directory/{session.service}").text)
    for text in (offer, reach):
        assert text in page
        size = count(text)
        assert f">{size.segments} text{'' if size.segments == 1 else 's'}</p>" in page


def test_reported_problem_is_shown_without_its_source(
    desk: FlaskClient, runtime: Runtime, server: RedisServer, service: Service
) -> None:
    path = f"/directory/{service.id}"
    assert "No problems reported" in desk.get(path).text
    runtime.store.reverify.add(service.id, "full", "2026-11-20")
    month = runtime.directory.now.today().isoformat()[:7]
    server.call("HSET", f"counts:{month}", named(BADLY_AT, service.id), 1)
    page = desk.get(path).text
    assert "Turned away: no room, last reported 20 Nov 2026" in page
    assert "(12 months): fewer than 5." in page
    server.call("HSET", f"counts:{month}", named(BADLY_AT, service.id), 7)
    assert "(12 months): 5 to 9." in desk.get(path).text


def test_directory_pages_show_no_personal_data(desk: FlaskClient, runtime: Runtime, service: Service) -> None:
    her = YoungPerson(runtime)
    code = her.share("needs", "service", name="Marisol")
    post(desk, f"/console/{code}/take", "/staff/account")
    post(desk, f"/console/{code}/referral", "/staff/account", service=service.id)
    post(desk, f"/console/{code}/referral/outcome", "/staff/account", number="0", outcome="went_badly")
    assert runtime.store.reverify.listed()
    for path in ("/directory", f"/directory/{service.id}", f"/directory/{service.id}/inquiry"):
        page = desk.get(path).text
        assert "Marisol" not in page and code not in page and her.phone[2:] not in page and her.key not in page


def test_capacity_inquiry_holds_questions_only(desk: FlaskClient, service: Service) -> None:
    path = f"/directory/{service.id}/inquiry?ask=room&ask=no_id&ask=her+name&text=Jay&language="
    for at, code in enumerate(LANGUAGES, 1):
        page = unescape(desk.get(path + code).text)
        assert QUESTIONS["room"][at] in page and QUESTIONS["no_id"][at] in page
        assert QUESTIONS["police"][at] not in page and "Jay" not in page
        links = re.findall(r'href="((?:mailto|sms):[^"]*)"', page)
        assert len(links) == 2
        for link in links:
            assert re.match(r"(mailto:\?subject=|sms:\?&body=)", link)  # no recipient yet
            assert QUESTIONS["room"][at] in unquote(link)


def test_unknown_service_has_no_page(lead: FlaskClient) -> None:
    gone = "00000000-0000-4000-8000-000000000000"
    for path in (gone, f"{gone}/edit", f"{gone}/vetting", f"{gone}/inquiry", "no-id"):
        assert lead.get(f"/directory/{path}").status_code == 404


def test_search_beside_a_case_leaves_out_inactive_services_and_marks_others(
    team: Team, desk: FlaskClient, runtime: Runtime
) -> None:
    directory = runtime.directory.now
    kept = list(directory)
    first, second, third, *_ = sorted(
        (one for one in kept if any(p.country == "US" for p in one.coverage)), key=lambda o: o.name
    )
    closed, shut = replace(first, status="temporarily closed"), replace(second, faults=("name: is wrong",))
    papers = replace(third, documents=("School card", "A letter"))
    directory.change({one.id: one for one in (closed, shut, papers)})
    try:
        code = YoungPerson(runtime).just_talk()
        post(desk, f"/console/{code}/take", "/staff/account")

        def found(typed: str) -> str:
            form = {"q": typed, "case": code, "only": "services", "as": "rows"}
            return unescape(post(desk, "/console/find", "/staff/account", **form).text)

        assert closed.id not in found(closed.name)
        assert "Not vetted" in found(shut.name)
        assert f'value="{shut.id}">Put' not in found(shut.name)
        assert "Needs School card, A letter" in found(papers.name)
        post(desk, f"/console/{code}/referral", "/staff/account", service=papers.id)
        assert "Documents to bring: School card, A letter" in desk.get(f"/console/{code}").text
    finally:
        directory.put(kept)
