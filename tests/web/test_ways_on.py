"""A refused page says what is open to the account, and the roles say what they really let one do."""

from __future__ import annotations

import re
from html import unescape

import pytest

from bot.web.staff.people import DUTIES
from tests.support.staff import Team, mark, post

REFUSED = [
    ("caseworker", "/studio"), ("caseworker", "/staff/people"), ("caseworker", "/directory/new"),
    ("editor", "/console"), ("editor", "/directory/new"), ("editor", "/staff/reports"), ("editor", "/console/rota"),
    ("lead", "/studio"), ("lead", "/studio/hotlines"),
]  # fmt: skip


@pytest.mark.parametrize(("role", "page"), REFUSED)
def test_refused_page_offers_pages_that_open(team: Team, role: str, page: str) -> None:
    person = team.person(role)
    client = team.inside(person)
    answer = client.get(page)
    assert answer.status_code == 403
    body = unescape(answer.text.split("<main", 1)[1])
    assert f"You are {person.name}: {role}." in body
    links = re.findall(r'<a href="([^"]+)"', body)
    assert links
    for link in links:
        assert client.get(link).status_code == 200, link
    assert "open for too long" not in body
    section = f"/{page.split('/')[1]}"
    assert f'name="next" value="{section}"' in body
    out = post(client, "/staff/logout", "/staff/account", next=section)
    assert out.headers["Location"] == ("/staff/login" if section == "/staff" else f"/staff/login?next={section}")


def test_another_account_comes_back_to_the_page(team: Team) -> None:
    client = team.inside(team.person("caseworker"))
    gone = client.post("/staff/logout", data={"mark": mark(client, "/staff/account"), "next": "/studio"})
    assert 'value="/studio"' in client.get(gone.headers["Location"]).text
    assert team.enter(client, team.person("editor"), next="/studio").headers["Location"] == "/studio"
    assert client.get("/studio").status_code == 200


@pytest.mark.parametrize("wanted", ["https://evil.example/staff", "//evil.example", "/try", ""])
def test_signing_out_leads_to_no_other_site(team: Team, wanted: str) -> None:
    client = team.inside(team.person())
    answer = post(client, "/staff/logout", "/staff/account", next=wanted)
    assert answer.headers["Location"] == "/staff/login"


def test_form_with_an_old_token_is_refused_with_a_way_on(team: Team) -> None:
    client = team.inside(team.person())
    answer = client.post("/console/K7QM/note", data={"mark": "0" * 64, "note": "x"})
    assert answer.status_code == 403
    assert "before you last signed in" in answer.text and 'href="/console"' in answer.text


OPEN_TO = {
    "caseworker": {"/console": True, "/studio": False, "/directory": True, "/directory/new": False},
    "editor": {
        "/console": False, "/studio": True, "/studio/hotlines": True, "/studio/languages": True,
        "/studio/lexicon": True, "/directory": True, "/directory/new": False,
    },
    "lead": {"/directory": True, "/directory/new": True, "/staff/people": True, "/staff/audit": True, "/studio": False},
}  # fmt: skip


SAID = {
    "caseworker": ("young people", "cases"),
    "editor": ("messages", "phrases", "languages", "help lines", "reads the directory", "no case"),
    "lead": ("team", "directory", "reports", "audit log"),
}


@pytest.mark.parametrize("role", OPEN_TO)
def test_role_text_is_true(team: Team, role: str) -> None:
    client = team.inside(team.person(role))
    for page, opens in OPEN_TO[role].items():
        assert (client.get(page).status_code == 200) is opens, page
    told = {part.value: words for part, words in DUTIES}[role]
    assert all(words in told for words in SAID[role])
    shown = unescape(team.inside(team.person("lead", name="Lea")).get("/staff/people/new").text)
    assert told in shown
