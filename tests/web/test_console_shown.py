"""What a case's page shows: only while consent stands behind it, only as text, and every look is noted."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from bot.actions.cases import Desk
from bot.conversation.engine import Conversation
from bot.staff.accounts import Staff
from bot.staff.audit import Verb
from tests.support.console import act, waiting_texts
from tests.support.person import YoungPerson
from tests.support.staff import Team, post

XSS = "<script>alert(1)</script><img src=x onerror=alert(2)>"


# What is shown


def test_only_what_was_shared_is_shown_and_until_when(desk: FlaskClient, her: YoungPerson) -> None:
    code = her.share("needs", name="Jay")
    page = unescape(desk.get(f"/console/{code}").text)
    assert "A place to sleep tonight" in page
    assert "Jay" in page
    assert "Until <time" in page
    assert "Santa Ana" not in page
    assert "Show the number" not in page
    assert her.phone not in page


@pytest.mark.parametrize("word", ["take back", "STOP"])
def test_when_consent_ends_all_of_it_is_gone_with_the_next_question(
    desk: FlaskClient, her: YoungPerson, conversation: Conversation, word: str
) -> None:
    code = her.share("needs", "area", "reach", name="Jayden")
    act(desk, code, "take")
    her.text("my mom kicked me out")
    act(desk, code, "say", words="I hear you")
    act(desk, code, "note", note="Calls her aunt Rosa")
    told = ("A place to sleep", "Santa Ana", "Jayden", "kicked me out", "I hear you", "Rosa", "Show the number")
    before = desk.get(f"/console/{code}/live")
    assert [words for words in told if words not in before.text] == []
    her.text(word)
    after = desk.get(f"/console/{code}/live", headers={"If-None-Match": before.headers["ETag"]})
    assert after.status_code == 200
    for page in (after.text, desk.get(f"/console/{code}").text, desk.get(f"/console/{code}/number").text):
        assert [words for words in told if words in page] == []
    assert ("Their consent has ended" if word == "take back" else "opted out") in after.text
    assert act(desk, code, "say", words="wait").status_code == 409
    assert act(desk, code, "note", note="more").status_code == 404
    assert "wait" not in waiting_texts(conversation.parts.store, her)


def test_a_closed_case_shows_nothing_of_what_was_said(desk: FlaskClient, her: YoungPerson) -> None:
    code = her.share("needs", name="Jayden")
    act(desk, code, "take")
    her.text("my mom kicked me out")
    assert act(desk, code, "close", outcome="nonsense").status_code == 422
    act(desk, code, "close", outcome="referred")
    page = desk.get(f"/console/{code}").text
    assert "referred to a service" in page
    assert [words for words in ("Jayden", "kicked", "A place to sleep") if words in page] == []


def test_what_somebody_wrote_is_text_and_nothing_else(team: Team, desk: FlaskClient, her: YoungPerson) -> None:
    mean = team.person(name=f"Eve {XSS}"[:40])
    code = her.share("needs", name="<b>Jay</b>")
    act(desk, code, "take")
    her.text(XSS)
    act(desk, code, "say", words=XSS)
    act(desk, code, "note", note=XSS)
    for path in (f"/console/{code}", f"/console/{code}/live", "/console"):
        page = desk.get(path).text
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "<b>Jay" not in page
        assert "Eve <" not in page
    page = desk.get(f"/console/{code}").text
    assert page.count("&lt;script&gt;alert(1)") >= 3
    assert mean.name.replace("<", "&lt;").replace(">", "&gt;") in page, "among those to pass it on to"
    assert re.search(r"<title>Case \w{4} · Oak Line</title>", page)
    refused = act(desk, code, "say", words=XSS * 30)
    assert "<script>alert" not in refused.text


# The number


def test_the_number_takes_a_code_a_reason_and_a_consent_and_is_noted(
    team: Team, desk: FlaskClient, sam: Staff, her: YoungPerson
) -> None:
    code = her.share("reach")
    assert "Take the case first" in desk.get(f"/console/{code}/number").text
    act(desk, code, "take")
    team.clock.now += 301
    asked = desk.get(f"/console/{code}/number")
    assert asked.headers["Location"] == f"/staff/code?next=/console/{code}/number"
    answer = act(desk, code, "number", reason="cannot type now", next=f"/console/{code}/number")
    assert answer.headers["Location"] == f"/staff/code?next=/console/{code}/number"
    entered = post(desk, "/staff/code", "/staff/account", code=team.code(sam), next=f"/console/{code}/number")
    assert entered.headers["Location"] == f"/console/{code}/number"
    form = desk.get(f"/console/{code}/number").text
    assert her.phone not in form
    assert act(desk, code, "number", reason="").status_code == 422
    shown = act(desk, code, "number", reason="cannot type now")
    assert her.phone in shown.text
    assert f"tel:{her.phone}" not in shown.text
    newest = team.store.audit.page(0, 1)[0][1]
    assert newest
    entry = newest.entry
    assert (entry.what, entry.on, entry.who, entry.reason) == (
        Verb.NUMBER_REVEALED, f"case:{code}", sam.id, "cannot type now",
    )  # fmt: skip
    assert her.phone not in desk.get(f"/console/{code}").text
    her.text("take back")
    refused = act(desk, code, "number", reason="once more please")
    assert (refused.status_code, her.phone in refused.text) == (409, False)


def test_no_number_without_a_consent_to_be_called(desk: FlaskClient, her: YoungPerson, team: Team) -> None:
    code = her.share("needs", "area", name="Jay")
    act(desk, code, "take")
    before = team.store.audit.count()
    refused = act(desk, code, "number", reason="i would like to")
    assert (refused.status_code, her.phone in refused.text) == (409, False)
    assert team.store.audit.count() == before, "what did not happen is not noted"


# The audit


def test_a_look_is_noted_once_an_hour_for_each_who_looks(team: Team, desk: FlaskClient, her: YoungPerson) -> None:
    code = her.share("needs")

    def looks() -> list[str]:
        links = [link for _, link in team.store.audit.page(0, 500) if link]
        return [link.entry.who for link in links if link.entry.what is Verb.CASE_SEEN and code in link.entry.on]

    for path in ("", "/live", ""):
        desk.get(f"/console/{code}{path}")
    assert len(looks()) == 1
    team.inside(team.person(name="Noor")).get(f"/console/{code}")
    assert len(looks()) == len(set(looks())) == 2
    desk.get("/console")
    desk.get("/console/ZZ99")
    assert len(looks()) == 2


def test_the_desk_says_the_same_wherever_one_writes(desk: FlaskClient, sam: Staff, her: YoungPerson) -> None:
    """What a colleague does by another way (a text) stands in the page's thread too."""
    code = her.share("needs")
    Desk(her.conversation).take(code, sam.id, "Sam")
    Desk(her.conversation).say(code, sam.id, "I write from the bus")
    assert "I write from the bus" in desk.get(f"/console/{code}").text
