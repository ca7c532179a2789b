"""Vetting on the directory's pages: what is written down, that the bot then offers it, and that nothing is lost."""

from __future__ import annotations

import datetime as dt
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.actions.directory import DirectoryDesk
from bot.conversation.engine import Conversation
from bot.directory.edits import Edits, history
from bot.directory.factors import Answer, Factor
from bot.directory.vetting import MUST, Standing
from bot.staff.audit import Verb
from bot.web.directory import vetting
from tests.support.directory import form, form_of, noted, send, strict
from tests.support.person import YoungPerson
from tests.support.staff import Team

STORY = ("hey", "1", "ok", "need a place to sleep tonight", "thats right", "santa ana ca")


@pytest.fixture(scope="module")
def served(app: Flask) -> Flask:
    """Outside of demo mode, by the full rules."""
    return strict(app)


@pytest.fixture
def path(conversation: Conversation, team: Team) -> str:
    """Where one service's page is: of a programme near Santa Ana that finds a place to stay."""
    name = "Project CHOICE"
    return f"/directory/{next(one.id for one in conversation.parts.directory if one.name == name)}"


def answers(*factors: Factor, answer: str = "yes") -> dict[str, str]:
    """What a lead chooses in the form."""
    return {f"{factor}.answer": answer for factor in factors}


def stored(conversation: Conversation, path: str) -> dict[Factor, tuple[str, ...]]:
    """What is known of each factor: answer, by, whom, day, note."""
    service = conversation.parts.directory.service(path.rpartition("/")[2])
    return {
        factor: (found.answer.value, found.by, found.whom, str(found.on), found.note)
        for factor, found in service.vetting.items()
    }


def test_only_what_is_answered_is_written_down_with_who_asked_whom_and_when(
    lead: FlaskClient, conversation: Conversation, path: str, served: Flask
) -> None:
    before = stored(conversation, path)
    page = f"{path}/vetting"
    fields = form(lead, page)
    today = fields["on"][0]
    own = {"no_id.answer": "no", "no_id.whom": "director", "no_id.on": "2026-10-01", "no_id.note": "School card"}
    answer = send(lead, page, fields, whom="intake", **answers(Factor.WILLING), **own)
    assert answer.status_code == 303 and answer.headers["Location"].endswith(f"{path}#vetting")
    assert stored(conversation, path) == before | {
        Factor.WILLING: ("yes", "Robin", "intake", today, ""),
        Factor.NO_ID: ("no", "Robin", "director", "2026-10-01", "School card"),
    }
    told = unescape(lead.get(path).text)
    assert "Robin asked director on 1 Oct 2026" in told and "School card" in told
    [entry, *_] = noted(served)
    assert (entry.what, entry.on) == (Verb.DIRECTORY_CHANGED, f"service:{path.rpartition('/')[2]}")


def test_once_vetted_and_verified_the_bot_offers_it_and_not_a_step_earlier(
    lead: FlaskClient, conversation: Conversation, path: str
) -> None:
    service_id = path.rpartition("/")[2]
    conversation.parts.store.reverify.add(service_id, "full", "2026-11-20")
    told = conversation.parts.directory.describe(service_id, "en").told
    assert told not in YoungPerson(conversation).text(*STORY).text
    send(lead, f"{path}/vetting", form(lead, f"{path}/vetting"), whom="intake", **answers(*MUST))
    assert conversation.parts.directory.standing(service_id) is Standing.EXPIRED
    assert told not in YoungPerson(conversation).text(*STORY).text
    assert send(lead, f"{path}/verified", form(lead, path, f"{path}/verified"), sure="1").status_code == 303
    assert conversation.parts.directory.standing(service_id) is Standing.OFFERED
    assert YoungPerson(conversation).text(*STORY).text.startswith(told)
    assert conversation.parts.store.reverify.listed() == []
    assert "The bot can offer it until" in lead.get(path).text


def test_nothing_is_verified_before_it_is_confirmed(lead: FlaskClient, conversation: Conversation, path: str) -> None:
    service_id = path.rpartition("/")[2]
    conversation.parts.store.reverify.add(service_id, "full", "2026-11-20")
    answer = send(lead, f"{path}/verified", form(lead, path, f"{path}/verified"))
    assert answer.status_code == 422 and vetting.NO_CONFIRMATION in unescape(answer.text)
    assert conversation.parts.directory.service(service_id).assured_on is None
    assert conversation.parts.store.reverify.listed()


def test_bad_input_is_told_beside_the_question_and_nothing_typed_is_lost(
    lead: FlaskClient, conversation: Conversation, path: str
) -> None:
    before, page = stored(conversation, path), f"{path}/vetting"
    late = (conversation.parts.directory.today() + dt.timedelta(days=400)).isoformat()
    for fault, typed in (
        (vetting.NO_WHOM, answers(Factor.WILLING)),
        (vetting.NO_ANSWER, {"willing.note": "They said to call back"}),
        (vetting.NO_DAY, {**answers(Factor.WILLING), "whom": "intake", "willing.on": late}),
        (vetting.NO_DAY, {**answers(Factor.WILLING), "whom": "intake", "on": "soon"}),
        (vetting.NO_NUMBER, {**answers(Factor.WILLING), "whom": "x" * 81}),
        (vetting.NOTHING, {"whom": "intake"}),
        (vetting.NOTHING, answers(Factor.WILLING, answer="maybe")),
    ):
        answer = send(lead, page, form(lead, page), **typed)
        assert answer.status_code == 422, fault
        assert fault in unescape(answer.text)
        again = form_of(answer, page)
        for name, value in typed.items():
            assert value == "maybe" or again[name] == [value], (fault, name)
    assert stored(conversation, path) == before


def test_a_colleague_who_was_faster_is_not_overwritten_and_nothing_typed_is_lost(
    lead: FlaskClient, conversation: Conversation, path: str
) -> None:
    desk, service_id, page = DirectoryDesk(conversation.parts), path.rpartition("/")[2], f"{path}/vetting"
    fields, confirm = form(lead, page), form(lead, path, f"{path}/verified")
    day = conversation.parts.directory.today()
    desk.change(service_id, desk.see(service_id).mark, Edits("Ana", day, {"alert": "Closed on Monday"}))
    refused = send(lead, f"{path}/verified", confirm, sure="1")
    assert refused.status_code == 409
    assert "Ana changed Alert: now Closed on Monday" in unescape(refused.text)
    answer = send(lead, page, fields, whom="intake", **answers(Factor.WILLING), **{"willing.note": "since May"})
    assert answer.status_code == 409
    assert "Ana changed Alert: now Closed on Monday" in unescape(answer.text)
    assert Factor.WILLING not in stored(conversation, path)
    again = form_of(answer, page)
    assert (again["willing.answer"], again["willing.note"], again["whom"]) == (["yes"], ["since May"], ["intake"])
    assert send(lead, page, again).status_code == 303
    assert stored(conversation, path)[Factor.WILLING][0] == Answer.YES
    assert conversation.parts.directory.service(service_id).alert == "Closed on Monday"


def test_who_does_not_lead_vets_and_verifies_nothing(team: Team, conversation: Conversation, path: str) -> None:
    client = team.inside(team.person("caseworker", "editor"))
    mark = DirectoryDesk(conversation.parts).see(path.rpartition("/")[2]).mark
    for way in ("vetting", "verified", "edit"):
        fields = {"seen": [mark], "sure": ["1"], "whom": ["intake"], "willing.answer": ["yes"]}
        assert send(client, f"{path}/{way}", fields).status_code == 403
    assert history(DirectoryDesk(conversation.parts).see(path.rpartition("/")[2]).record) == []
