"""Why a case is urgent, on the board and on its page, and setting it by hand."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from bot.runtime.runtime import Runtime
from bot.staff.audit import Verb
from tests.support.console import act, kept
from tests.support.person import YoungPerson
from tests.support.staff import Team


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("i want to kill myself", "Self-harm"), ("he has a gun", "Violence"), ("quiero matarme", "Self-harm"),
        ("i took too many pills", "Medical"), ("he is hitting me", "Violence"),
    ],
)  # fmt: skip
def test_danger_in_a_talk_is_named_in_one_word_while_consent_covers_it(
    desk: FlaskClient, her: YoungPerson, text: str, word: str
) -> None:
    code = her.share("needs")
    act(desk, code, "take")
    her.text(text)
    for path in ("/console", "/console/board", f"/console/{code}"):
        assert f"Urgent: {word}<" in desk.get(path).text
    her.text("take back")
    for path in ("/console", f"/console/{code}"):
        assert word not in desk.get(path).text


def test_danger_told_to_the_bot_alone_is_urgent_without_a_reason(desk: FlaskClient, runtime: Runtime) -> None:
    code = YoungPerson(runtime).just_talk("i want to kill myself")
    for path in ("/console", f"/console/{code}"):
        page = desk.get(path).text
        assert "Urgent<" in page
        assert "Self-harm" not in page


def test_staff_set_a_case_urgent_and_the_audit_notes_it(
    team: Team, desk: FlaskClient, her: YoungPerson, runtime: Runtime
) -> None:
    code = her.share("needs")
    assert "Set urgent" in desk.get(f"/console/{code}").text
    assert act(desk, code, "urgent", urgent="1").status_code == 303
    assert "Urgent: Flagged<" in desk.get("/console").text
    assert "Remove urgent" in desk.get(f"/console/{code}").text
    assert act(desk, code, "urgent", urgent="0").status_code == 303
    assert "Urgent" not in desk.get("/console").text
    assert act(desk, code, "urgent", urgent="2").status_code == 400
    assert not kept(runtime, code).urgent
    noted = [link.entry for _, link in runtime.store.staff.audit.page(0, 10) if link]
    assert [entry.what for entry in noted].count(Verb.CASE_URGENT) == 2
