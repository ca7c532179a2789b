"""Access to tasks and referrals: who sees and changes them, until when, and what the board shows."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from bot.casework.tasks import ReferralOutcome
from bot.runtime.runtime import Runtime
from bot.staff.accounts import Staff
from bot.staff.audit import Verb
from tests.support.console import act
from tests.support.person import YoungPerson
from tests.support.staff import Team
from tests.support.tasks import WORDS, add, day, page, work

# Who


FORMS = (
    ("task", {"kind": "papers", "words": "x"}),
    ("task/done", {"number": "0"}),
    ("referral", {}),
    ("referral/outcome", {"number": "0", "outcome": "full"}),
)


def test_work_is_visible_to_colleagues_and_changed_by_owner_or_lead(
    team: Team, desk: FlaskClient, code: str, runtime: Runtime, service: str
) -> None:
    add(desk, code)
    act(desk, code, "referral", service=service)
    before = work(runtime, code)
    noor = team.inside(team.person(name="Noor"))
    seen = page(noor, code)
    assert WORDS in seen
    assert "by Sam Rivera" in seen
    assert "Add a task" not in seen
    assert "/task/done" not in seen
    for what, form in FORMS:
        refused = act(noor, code, what, **{"service": service, **form})
        assert (refused.status_code, "Sam Rivera has this case." in refused.text) == (409, True), what
    assert work(runtime, code) == before
    assert runtime.store.reverify.listed() == []
    lead = team.inside(team.person("lead", name="Lena"))
    for what, form in FORMS:
        assert act(lead, code, what, **{"service": service, **form}).status_code == 303, what
    assert (len(work(runtime, code).tasks), len(work(runtime, code).referrals)) == (2, 2)
    editor = team.inside(team.person("editor", name="Ed"))
    for what, form in FORMS:
        assert act(editor, code, what, **{"service": service, **form}).status_code == 403, what


def test_work_of_an_unheld_case_is_changed_by_leads_only(team: Team, desk: FlaskClient, her: YoungPerson) -> None:
    waiting = her.share("needs")
    assert add(desk, waiting) == 409
    assert add(team.inside(team.person("lead", name="Lena")), waiting) == 303


def test_work_changes_are_audited_by_case_only(team: Team, desk: FlaskClient, code: str, sam: Staff) -> None:
    add(desk, code)
    newest = team.store.audit.page(0, 1)[0][1]
    assert newest
    entry = newest.entry
    assert (entry.what, entry.on, entry.who, entry.reason) == (Verb.WORK_CHANGED, f"case:{code}", sam.id, "")


# When


@pytest.mark.parametrize("word", ["take back", "STOP", "forget"])
def test_work_is_hidden_and_frozen_after_consent_ends(
    team: Team, desk: FlaskClient, her: YoungPerson, code: str, word: str
) -> None:
    service = next(iter(her.runtime.directory.now)).id
    add(desk, code)
    act(desk, code, "referral", service=service)
    her.text(*([word, "1"] if word == "forget" else [word]))
    lead = team.inside(team.person("lead", name="Lena"))
    for client in (desk, lead):
        for shown in (page(client, code), client.get(f"/console/{code}/live").text, client.get("/console").text):
            assert WORDS not in shown
            assert 'id="tasks"' not in shown
            assert "Go along" not in shown
        for what, form in FORMS:
            assert act(client, code, what, **{"service": service, **form}).status_code == 404, what


def test_former_owner_can_record_an_outcome_after_the_case_closed(
    team: Team, desk: FlaskClient, code: str, runtime: Runtime, service: str
) -> None:
    act(desk, code, "referral", service=service)
    act(desk, code, "close", outcome="referred")
    assert act(desk, code, "referral/outcome", number="0", outcome="got_in").status_code == 303
    assert work(runtime, code).referrals[0].outcome is ReferralOutcome.GOT_IN
    noor = team.inside(team.person(name="Noor"))
    assert act(noor, code, "referral/outcome", number="0", outcome="full").status_code == 404


def test_work_is_escaped(desk: FlaskClient, code: str) -> None:
    add(desk, code, "<script>alert(1)</script>")
    for path in (f"/console/{code}", f"/console/{code}/live", "/console"):
        assert "<script>alert" not in desk.get(path).text


# The board


def test_board_shows_the_next_task_of_ones_own_cases(
    team: Team, desk: FlaskClient, code: str, runtime: Runtime
) -> None:
    add(desk, code, "whenever")
    assert "Next" not in desk.get("/console").text
    add(desk, code, "an errand", day(runtime, 4), "papers")
    add(desk, code, WORDS, day(runtime, 1))
    mine = desk.get("/console").text
    assert "Next: Go along to an appointment, <time" in mine
    assert "tomorrow, " in mine
    assert "Get the documents" not in mine
    assert WORDS not in mine
    assert "Go along" not in team.inside(team.person(name="Noor")).get("/console").text
    add(desk, code, "late", day(runtime, -1), "reminder")
    assert "Overdue</b>: Reminder" in desk.get("/console").text


def test_work_change_updates_board_and_page(desk: FlaskClient, code: str, runtime: Runtime) -> None:
    for path in ("/console/board", f"/console/{code}/live"):
        mark = desk.get(path).headers["ETag"]
        add(desk, code, due=day(runtime, 1))
        assert desk.get(path, headers={"If-None-Match": mark}).status_code == 200
