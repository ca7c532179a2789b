"""Content of a case's page: only with consent, only as text, and every view recorded."""

from __future__ import annotations

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from bot.actions.cases import CaseActions
from bot.runtime.runtime import Runtime
from bot.staff.accounts import Staff
from bot.staff.audit import Verb
from tests.support.console import act, waiting_texts
from tests.support.person import YoungPerson
from tests.support.staff import Team, post

XSS = "<script>alert(1)</script><img src=x onerror=alert(2)>"


# What is shown


def test_case_page_shows_only_shared_items_with_expiry(desk: FlaskClient, her: YoungPerson) -> None:
    code = her.share("needs", name="Jay")
    page = unescape(desk.get(f"/console/{code}").text)
    assert "A place to sleep tonight" in page
    assert "Jay" in page
    assert "Until <time" in page
    assert "Santa Ana" not in page
    assert "Show the number" not in page
    assert her.phone not in page


@pytest.mark.parametrize("word", ["take back", "STOP"])
def test_case_page_hides_everything_after_consent_ends(
    desk: FlaskClient, her: YoungPerson, runtime: Runtime, word: str
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
    assert "wait" not in waiting_texts(runtime.store, her)


def test_closed_case_shows_no_messages(desk: FlaskClient, her: YoungPerson) -> None:
    code = her.share("needs", name="Jayden")
    act(desk, code, "take")
    her.text("my mom kicked me out")
    assert act(desk, code, "close", outcome="nonsense").status_code == 422
    act(desk, code, "close", outcome="referred")
    page = desk.get(f"/console/{code}").text
    assert "referred to a service" in page
    assert [words for words in ("Jayden", "kicked", "A place to sleep") if words in page] == []


def test_case_page_escapes_user_text(team: Team, desk: FlaskClient, her: YoungPerson) -> None:
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


def test_phone_number_needs_code_reason_and_consent_and_is_audited(
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


def test_phone_number_is_refused_without_consent_to_call(desk: FlaskClient, her: YoungPerson, team: Team) -> None:
    code = her.share("needs", "area", name="Jay")
    act(desk, code, "take")
    before = team.store.audit.count()
    refused = act(desk, code, "number", reason="i would like to")
    assert (refused.status_code, her.phone in refused.text) == (409, False)
    assert team.store.audit.count() == before, "what did not happen is not noted"


# The audit


def test_case_view_is_audited_once_an_hour_per_viewer(team: Team, desk: FlaskClient, her: YoungPerson) -> None:
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


def test_case_page_shows_actions_made_by_text(desk: FlaskClient, sam: Staff, her: YoungPerson) -> None:
    """What a caseworker does by text appears in the page's thread too."""
    code = her.share("needs")
    CaseActions(her.runtime).claim(code, sam.id, "Sam")
    CaseActions(her.runtime).reply(code, sam.id, "I write from the bus")
    assert "I write from the bus" in desk.get(f"/console/{code}").text
