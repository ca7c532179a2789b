"""Board of cases, access to them, and sending from a case's page."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from dataclasses import replace
from html import unescape

import pytest
from flask.testing import FlaskClient

from bot.casework.cases import Status
from bot.runtime.runtime import Runtime
from bot.staff.accounts import new_id
from bot.staff.audit import Verb
from bot.web.console.actions import MOST_PARTS, NOT_SAFE
from bot.web.console.base import SEEN_SECONDS
from tests.support.console import act, kept, waiting_texts
from tests.support.person import YoungPerson
from tests.support.staff import Team, mark

# The board


def row_of(page: str, code: str) -> str:
    """Return the row of a case on the board."""
    found = re.search(rf'<li class="entry[^>]*data-code="{code}".*?</li>', page, re.DOTALL)
    assert found
    return found[0]


def test_board_tells_waiting_cases_apart_by_what_consent_covers(desk: FlaskClient, runtime: Runtime) -> None:
    named, unnamed, silent = (YoungPerson(runtime) for _ in range(3))
    codes = [named.share("needs", "area", name="Jayden"), unnamed.share("needs"), silent.just_talk()]
    page = desk.get("/console").text
    rows = [row_of(page, code) for code in codes]
    assert all("English" in row and "waiting" in row for row in rows)
    assert ["Jayden" in row for row in rows] == [True, False, False]
    assert ["A place to sleep tonight" in row for row in rows] == [True, True, False]
    assert "Shared no needs" in rows[2]
    for kept_back in ("Santa Ana", named.phone, named.phone[-4:]):
        assert kept_back not in page
    beside = desk.get("/console/talks").text
    assert all(mark in beside for mark in ("Jayden", "A place to sleep tonight", *codes))


def test_board_forgets_an_item_that_was_taken_back(team: Team, desk: FlaskClient, her: YoungPerson) -> None:
    code, other = her.share("needs", name="Jayden"), team.inside(team.person(name="Noor"))
    her.text("take back")
    for page in (desk.get("/console").text, desk.get("/console/talks").text):
        assert code not in page
        assert "Jayden" not in page
    again = her.share("needs", name="Jayden")
    act(desk, again, "take")
    row = row_of(other.get("/console").text, again)
    assert "Jayden" not in row, "who holds it may see it, and no other list shows it"
    assert "sleep" not in row


def test_look_at_the_queue_is_noted_once_an_hour(team: Team, desk: FlaskClient, her: YoungPerson) -> None:
    def looks() -> int:
        links = [link for _, link in team.store.audit.page(0, 50) if link]
        return sum(link.entry.what is Verb.QUEUE_SEEN for link in links)

    desk.get("/console")
    before = looks()
    her.share("needs")
    for path in ("", "/board", "/talks"):
        desk.get(f"/console{path}")
    assert looks() == before + (not before)
    team.clock.now += SEEN_SECONDS + 1
    team.inside(team.person(name="Noor")).get("/console/board")
    assert looks() == before + 1 + (not before)


def test_board_puts_urgent_cases_first(desk: FlaskClient, runtime: Runtime) -> None:
    calm = YoungPerson(runtime).share("needs")
    urgent = YoungPerson(runtime).just_talk("i want to kill myself")
    page = desk.get("/console").text
    assert page.index(urgent) < page.index(calm)
    assert page.count("Urgent") == 1


def test_board_changes_only_when_a_case_does(desk: FlaskClient, her: YoungPerson) -> None:
    first = desk.get("/console/board")
    same = {"If-None-Match": first.headers["ETag"]}
    assert first.headers["Cache-Control"] == "no-store"
    again = desk.get("/console/board", headers=same)
    assert again.status_code in (200, 304)
    assert again.status_code == 304 or again.headers["ETag"] != first.headers["ETag"], "a minute may have passed"
    code = her.share("needs")
    news = desk.get("/console/board", headers=same)
    assert (news.status_code, code in news.text) == (200, True)


def test_polling_does_not_extend_the_session(team: Team, desk: FlaskClient, her: YoungPerson) -> None:
    code = her.share("needs")
    for _ in range(4):
        team.clock.now += 10 * 60
        answers = [desk.get(f"/console/{place}").status_code for place in ("board", f"{code}/live")]
    assert answers == [401, 401]


# Access


def test_closed_cases_are_visible_to_owner_and_leads_only(team: Team, desk: FlaskClient, her: YoungPerson) -> None:
    code = her.share("needs")
    other, lead, editor = (team.inside(team.person(role, name=role)) for role in ("caseworker", "lead", "editor"))
    act(desk, code, "take")
    seen = {name: who.get(f"/console/{code}").status_code for name, who in (("other", other), ("editor", editor))}
    assert seen == {"other": 200, "editor": 403}
    assert act(desk, code, "close", outcome="helped").status_code == 303
    for path in ("", "/live", "/number"):
        assert desk.get(f"/console/{code}{path}").status_code == 200
        assert lead.get(f"/console/{code}{path}").status_code == 200
        assert other.get(f"/console/{code}{path}").status_code == 404
    for what in ("take", "say", "ask", "back", "pass", "close", "note", "number"):
        assert act(other, code, what, words="hi", note="hi", outcome="helped").status_code == 404
    missing = other.get("/console/ZZ99")
    assert missing.text == other.get(f"/console/{code}").text.replace(code, "ZZ99"), "one cannot be told from the other"


def test_case_is_changed_by_its_owner_only(team: Team, desk: FlaskClient, her: YoungPerson) -> None:
    code = her.share("needs")
    for what in ("say", "ask", "back", "pass", "close"):
        answer = act(desk, code, what, words="hi", outcome="helped", to="x")
        assert (answer.status_code, "Take this case first" in answer.text) == (409, True), what
    act(desk, code, "take")
    other = team.inside(team.person(name="Noor"))
    for what in ("take", "say", "ask", "back", "pass", "close"):
        answer = act(other, code, what, words="hi", outcome="helped", to="x")
        assert (answer.status_code, "Sam Rivera has this case" in answer.text) == (409, True), what


def test_concurrent_claims_have_one_winner(team: Team, her: YoungPerson, runtime: Runtime) -> None:
    code = her.share("needs")
    people = [team.person(name=name) for name in ("Ana", "Ben", "Cleo")]
    browsers = [team.inside(person) for person in people]
    marks = [mark(browser, "/staff/account") for browser in browsers]
    answers: dict[int, int] = {}

    def take(at: int) -> None:
        answers[at] = browsers[at].post(f"/console/{code}/take", data={"mark": marks[at]}).status_code

    threads = [threading.Thread(target=take, args=(at,)) for at in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers.values()) == [303, 409, 409]
    winner = next(at for at, status in answers.items() if status == 303)
    assert kept(runtime, code).owner == people[winner].id
    told = [line for line in runtime.store.cases.thread(code) if line.text == "case_taken"]
    assert len(told) == 1, "she is told once"


def test_lead_claims_and_answers_a_case(lead: FlaskClient, her: YoungPerson, runtime: Runtime) -> None:
    code = her.share("needs")
    assert [act(lead, code, what, words="hi").status_code for what in ("take", "say")] == [303, 303]
    assert runtime.store.cases.thread(code)[-1].text == "hi"


# Sending


def test_reply_waits_for_the_worker_and_appears_in_the_thread(
    desk: FlaskClient, her: YoungPerson, runtime: Runtime
) -> None:
    code = her.share("needs")
    act(desk, code, "take")
    assert act(desk, code, "say", words="  I'm here.\r\nTake your time.  ").status_code == 303
    sent = waiting_texts(runtime.store, her)
    assert "Sam" in sent[0]
    assert "Rivera" not in sent[0], "she knows the first name"
    assert sent[1] == "I'm here.\nTake your time."
    page = unescape(desk.get(f"/console/{code}").text)
    assert "I'm here.\nTake your time." in page
    assert "1 text" not in page, "the size of a short text is of no interest"
    assert act(desk, code, "say", words="a" * 500).status_code == 303
    assert "· 4 texts</p>" in desk.get(f"/console/{code}").text


@pytest.mark.parametrize(("words", "fault"), [("   ", "Write a text first"), ("é€漢" * 200, "Not sent: this needs")])
def test_reply_box_keeps_text_that_cannot_be_sent(
    desk: FlaskClient, her: YoungPerson, runtime: Runtime, words: str, fault: str
) -> None:
    code = her.share("needs")
    act(desk, code, "take")
    before = waiting_texts(runtime.store, her)
    answer = act(desk, code, "say", words=words)
    assert answer.status_code == 422
    assert fault in answer.text
    assert words.strip() in answer.text
    assert str(MOST_PARTS) in answer.text or not words.strip()
    assert waiting_texts(runtime.store, her) == before


def test_live_page_ignores_texts_of_other_cases(desk: FlaskClient, her: YoungPerson, runtime: Runtime) -> None:
    code, other = her.share("needs"), YoungPerson(runtime)
    act(desk, code, "take")
    act(desk, theirs := other.share("needs"), "take")

    def asked_twice(deed: Callable[[], object]) -> int:
        page = f"/console/{code}/live"
        while True:
            minute = runtime.clock() // 60
            mark = desk.get(page).headers["ETag"]
            deed()
            status = desk.get(page, headers={"If-None-Match": mark}).status_code
            if runtime.clock() // 60 == minute:  # the times on a page count as changes too
                return status

    assert asked_twice(lambda: other.text("i had a long day")) == 304
    assert asked_twice(lambda: act(desk, theirs, "say", words="tell me")) == 304
    assert asked_twice(lambda: her.text("i had a long day")) == 200
    assert asked_twice(lambda: act(desk, code, "say", words="tell me")) == 200
    assert asked_twice(lambda: act(desk, code, "note", note="call back")) == 200


def test_reply_is_refused_while_the_screen_is_unsafe(desk: FlaskClient, her: YoungPerson, runtime: Runtime) -> None:
    code, store = her.share("needs"), runtime.store
    act(desk, code, "take")
    her.text(runtime.settings.cover_word)
    assert "You can't send now" in desk.get(f"/console/{code}").text
    sent = waiting_texts(store, her)
    refused = act(desk, code, "say", words="Are you ok?")
    assert (refused.status_code, NOT_SAFE in refused.text, "Are you ok?" in refused.text) == (409, True, True)
    act(desk, code, "ask")
    assert waiting_texts(store, her) == sent, "while it is covered not even that is asked"
    her.text("hey")
    assert "Someone else may see their screen" in desk.get(f"/console/{code}").text
    act(desk, code, "ask")
    assert "We asked if it's safe to text" in desk.get(f"/console/{code}").text
    asked = waiting_texts(store, her)
    assert len(asked) == len(sent) + 1
    act(desk, code, "ask")
    assert waiting_texts(store, her) == asked, "nobody is asked twice"
    her.text("1")
    assert act(desk, code, "say", words="Are you ok?").status_code == 303


def test_case_is_transferred_and_released(team: Team, desk: FlaskClient, her: YoungPerson) -> None:
    runtime = her.runtime
    noor, editor = team.person(name="Noor Haddad"), team.person("editor", name="Ed")
    invited = team.store.add(replace(team.person(name="Ivo"), id=new_id(), handle="not-yet", password=""))
    code = her.share("needs")
    act(desk, code, "take")
    for nobody in ("", "x", editor.id, invited.id):
        assert act(desk, code, "pass", to=nobody).status_code == 422
    assert act(desk, code, "pass", to=noor.id).status_code == 303
    assert kept(runtime, code).owner == noor.id
    assert "Noor" in waiting_texts(runtime.store, her)[-1]
    theirs = team.inside(noor)
    assert act(theirs, code, "back").status_code == 303
    assert kept(runtime, code).status is Status.WAITING
