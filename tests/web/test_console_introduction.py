"""Warm hand-off on a case's page: who may offer it, what is refused, and what the page and the audit trail show."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.actions.introductions import IntroductionActions
from bot.casework.cases import IntroductionStatus
from bot.runtime.runtime import Runtime
from bot.staff.accounts import Staff, new_id
from bot.staff.audit import Verb
from bot.web.console.introduction import NO_NAME, NO_NUMBER, NO_SERVICE, NO_TIME, NOT_THIS
from tests.support.console import act, kept, waiting_texts
from tests.support.person import YoungPerson
from tests.support.signed_texts import varied
from tests.support.staff import Team

BEN, DANA = "+15555550177", "+15555550162"
TYPED = {"contact": "Dana", "phone": "(555) 555-0162"}


@pytest.fixture(scope="module")
def served(app: Flask) -> Flask:
    return varied(app, demo=False)


@pytest.fixture
def code(desk: FlaskClient, her: YoungPerson) -> str:
    """Return the code of a case that Sam holds."""
    made = her.share("needs", "service", name="Jay")
    act(desk, made, "take")
    return made


def agree(her: YoungPerson) -> None:
    """Let the person agree and share only the needs."""
    reply = her.text("bring them in", "show it")
    while reply.state == "consent.agency_item":
        reply = her.text("keep it to me")


def test_introduction_asks_the_person_and_shows_its_progress(
    desk: FlaskClient, her: YoungPerson, runtime: Runtime, code: str, service: str
) -> None:
    store = runtime.store
    assert "No agency has joined" in desk.get(f"/console/{code}").text
    assert act(desk, code, "introduce", service=service, **TYPED).status_code == 303
    assert her.state == "consent.agency"
    held = kept(runtime, code).introduction
    assert held and (held.phone, held.stage) == (DANA, IntroductionStatus.ASKED)
    assert [job for job in store.due.claim(2**40, 0, 100) if job.startswith("invite")] == []
    assert "doesn't know yet" in unescape(desk.get(f"/console/{code}").text)
    agree(her)
    page = unescape(desk.get(f"/console/{code}").text)
    assert "who hasn't joined yet" in page
    assert "Dana may know: needs." in page
    IntroductionActions(runtime).joined(code, held.code)
    IntroductionActions(runtime).said(code, held.code, "we have a bed", sid="SM1")
    page = unescape(desk.get(f"/console/{code}").text)
    assert "Dana is in the conversation" in page
    assert "Dana gets this too." in page
    assert '<article class="text contact">' in page and "we have a bed" in page
    assert act(desk, code, "introduce/end").status_code == 303
    page = unescape(desk.get(f"/console/{code}").text)
    assert "The introduction has ended. Dana gets no more texts." in page
    assert "The contact has left" in page
    for told in (DANA, "5550162", her.phone, held.code):
        assert told not in page


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"service": "nowhere"}, NO_SERVICE), ({"contact": ""}, NO_NAME), ({"contact": "D" * 21}, NO_NAME),
        ({"contact": "Dana 555"}, NO_NAME), ({"contact": "\u2067Dana"}, NO_NAME), ({"phone": ""}, NO_NUMBER),
        ({"phone": "12"}, NO_NUMBER), ({"phone": "a staff member's"}, NOT_THIS), ({"phone": "her own"}, NOT_THIS),
    ],
)  # fmt: skip
def test_introduction_form_keeps_input_on_errors(
    desk: FlaskClient, her: YoungPerson, code: str, change: dict[str, str], fault: str
) -> None:
    runtime = her.runtime
    service, ben = next(iter(runtime.directory.now)).id, Staff(new_id(), "ben", "Ben", frozenset(), 0, BEN)
    runtime.store.staff.add(ben)
    phones = {"a staff member's": ben.phone, "her own": her.phone}
    form = {"service": service, **TYPED} | {name: phones.get(value, value) for name, value in change.items()}
    answer = act(desk, code, "introduce", **form)
    page = unescape(answer.text)
    assert answer.status_code == 422
    assert fault in page
    for name, value in form.items():
        assert f'value="{value}"' in page, name
    assert kept(runtime, code).introduction is None
    assert her.state == "handoff.live"


def test_introduction_is_for_the_case_owner_only(
    team: Team, her: YoungPerson, runtime: Runtime, code: str, service: str
) -> None:
    other = team.inside(team.person(name="Ann"))
    assert "Introduce to an agency</summary>\n    <form" not in other.get(f"/console/{code}").text
    at = _local(runtime, 2 * 24 * 60)
    for what, form in (("introduce", {"service": service, **TYPED}), ("introduce/end", {}), ("remind", {"at": at})):
        assert act(other, code, what, **form).status_code == 409, what
    assert kept(runtime, code).introduction is None
    assert her.state == "handoff.live"


def test_introduction_is_refused_without_consent_or_safe_screen(
    desk: FlaskClient, her: YoungPerson, runtime: Runtime, code: str, service: str
) -> None:
    her.text("weather")
    answer = act(desk, code, "introduce", service=service, **TYPED)
    assert answer.status_code == 409 and 'value="Dana"' in answer.text
    her.text("take back")
    assert act(desk, code, "introduce", service=service, **TYPED).status_code == 409
    assert not (held := kept(runtime, code).introduction) or held.stage is IntroductionStatus.OVER
    assert "Introduce to an agency" not in desk.get(f"/console/{code}").text


def test_requested_service_stands_in_the_form(desk: FlaskClient, her: YoungPerson, runtime: Runtime, code: str) -> None:
    wished = re.search(r'name="service"[^>]* value="([^"]+)"', desk.get(f"/console/{code}").text)
    session = runtime.store.load(her.phone, "").session
    assert wished and session and session.introduction == runtime.directory.now.named(unescape(wished[1]))
    assert act(desk, code, "introduce", service=unescape(wished[1]), **TYPED).status_code == 303


def test_introduction_is_audited_by_case_code_only(
    team: Team, desk: FlaskClient, her: YoungPerson, code: str, service: str
) -> None:
    sam = team.store.everybody()[0]
    act(desk, code, "introduce", service=service, **TYPED)
    agree(her)
    act(desk, code, "introduce/end")
    entries = [found.entry for _, found in team.store.audit.page(0, 20) if found]
    ours = [entry for entry in entries if entry.what in (Verb.INTRODUCTION_PROPOSED, Verb.INTRODUCTION_ENDED)]
    assert {(entry.what, entry.on, entry.who, entry.reason) for entry in ours} == {
        (Verb.INTRODUCTION_PROPOSED, f"case:{code}", sam.id, ""), (Verb.INTRODUCTION_ENDED, f"case:{code}", sam.id, ""),
    }  # fmt: skip


@pytest.mark.parametrize("ahead", [-1, 91 * 24 * 60, None])
def test_reminder_must_be_in_the_future(
    desk: FlaskClient, her: YoungPerson, runtime: Runtime, code: str, ahead: int | None
) -> None:
    at = "tomorrow" if ahead is None else _local(runtime, ahead)
    answer = act(desk, code, "remind", at=at)
    assert answer.status_code == 422 and NO_TIME in answer.text and f'value="{at}"' in answer.text
    assert her.state == "handoff.live"


def test_reminder_is_refused_at_night(desk: FlaskClient, runtime: Runtime, code: str) -> None:
    night = f"{_local(runtime, 3 * 24 * 60)[:10]}T03:00"
    answer = act(desk, code, "remind", at=night)
    assert answer.status_code == 422 and "isn't safe for them at that time" in unescape(answer.text)


def test_reminder_is_offered_to_the_person(desk: FlaskClient, her: YoungPerson, runtime: Runtime, code: str) -> None:
    noon = f"{_local(runtime, 3 * 24 * 60)[:10]}T12:00"
    assert act(desk, code, "remind", at=noon).status_code == 303
    assert her.state == "followup.remind"
    her.text("send it")
    assert "Agreed to a reminder" in desk.get(f"/console/{code}").text
    assert any("short reminder" in words for words in waiting_texts(runtime.store, her))


def _local(runtime: Runtime, minutes: int) -> str:
    at = dt.datetime.fromtimestamp(runtime.clock() + 60 * minutes, runtime.settings.timezone)
    return f"{at:%Y-%m-%dT%H:%M}"
