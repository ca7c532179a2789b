"""Vetting on the directory's pages: what is stored, that the bot then offers the service, and that no input is lost."""

from __future__ import annotations

import datetime as dt
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.actions.directory import DirectoryActions
from bot.directory.edits import Edits, history
from bot.directory.factors import Answer, Factor
from bot.directory.vetting import MUST, OfferStatus
from bot.runtime.runtime import Runtime
from bot.staff.audit import Verb
from bot.web.directory import vetting
from bot.web.directory.labels import QUESTIONS
from tests.support.directory import form, form_of, noted, send, strict
from tests.support.person import YoungPerson
from tests.support.staff import Team

STORY = ("hey", "1", "ok", "need a place to sleep tonight", "santa ana ca")


@pytest.fixture(scope="module")
def served(app: Flask) -> Flask:
    """Return the app outside demo mode, with the full rules."""
    return strict(app)


@pytest.fixture
def path(runtime: Runtime, team: Team) -> str:
    """Return the page of a programme near Santa Ana that finds a place to stay."""
    name = "Project CHOICE"
    return f"/directory/{next(one.id for one in runtime.directory.now if one.name == name)}"


def answers(*factors: Factor, answer: str = "yes") -> dict[str, str]:
    """Return what a lead chooses in the form."""
    return {f"{factor}.answer": answer for factor in factors}


def stored(runtime: Runtime, path: str) -> dict[Factor, tuple[str, ...]]:
    """Return what is stored of each factor: answer, by, whom, day, note."""
    service = runtime.directory.now.service(path.rpartition("/")[2])
    return {
        factor: (found.answer.value, found.by, found.whom, str(found.on), found.note)
        for factor, found in service.vetting.items()
    }


def test_vetting_stores_only_answered_factors_with_source_and_date(
    lead: FlaskClient, runtime: Runtime, path: str, served: Flask
) -> None:
    before = stored(runtime, path)
    page = f"{path}/vetting"
    fields = form(lead, page)
    today = fields["on"][0]
    own = {"no_id.answer": "no", "no_id.whom": "director", "no_id.on": "2026-10-01", "no_id.note": "School card"}
    answer = send(lead, page, fields, whom="intake", **answers(Factor.WILLING), **own)
    assert answer.status_code == 303 and answer.headers["Location"].endswith(f"{path}#vetting")
    assert stored(runtime, path) == before | {
        Factor.WILLING: ("yes", "Robin", "intake", today, ""),
        Factor.NO_ID: ("no", "Robin", "director", "2026-10-01", "School card"),
    }
    told = unescape(lead.get(path).text)
    assert "Robin asked director on 1 Oct 2026" in told and "School card" in told
    [entry, *_] = noted(served)
    assert (entry.what, entry.on) == (Verb.DIRECTORY_CHANGED, f"service:{path.rpartition('/')[2]}")


def test_service_is_offered_only_after_vetting_and_verification(lead: FlaskClient, runtime: Runtime, path: str) -> None:
    service_id = path.rpartition("/")[2]
    runtime.store.reverify.add(service_id, "full", "2026-11-20")
    told = runtime.directory.now.describe(service_id, "en").told
    assert told not in YoungPerson(runtime).text(*STORY).text
    send(lead, f"{path}/vetting", form(lead, f"{path}/vetting"), whom="intake", **answers(*MUST))
    assert runtime.directory.now.standing(service_id) is OfferStatus.EXPIRED
    assert told not in YoungPerson(runtime).text(*STORY).text
    assert send(lead, f"{path}/verified", form(lead, path, f"{path}/verified"), sure="1").status_code == 303
    assert runtime.directory.now.standing(service_id) is OfferStatus.OFFERED
    assert told in YoungPerson(runtime).text(*STORY).text
    assert runtime.store.reverify.listed() == []
    assert "The bot can offer it until" in lead.get(path).text


def test_question_that_nobody_could_answer_is_found_out_and_told(
    lead: FlaskClient, runtime: Runtime, path: str
) -> None:
    send(lead, f"{path}/vetting", form(lead, f"{path}/vetting"), whom="intake", **answers(*MUST))
    send(lead, f"{path}/verified", form(lead, path, f"{path}/verified"), sure="1")
    question = QUESTIONS[Factor.TAKES_YOUNG_MEN]
    assert "Questions to find out" not in lead.get(path).text

    her, other = YoungPerson(runtime), YoungPerson(runtime)
    asked = her.text(*STORY, "do they take guys").text
    assert "I don't know that about them" in asked and "not who" in asked
    assert "not who" not in her.text("do they take guys there").text, "the same question is passed on once"
    her.text("do they make u pray")
    other.text(*STORY)
    page = unescape(lead.get(path).text)
    assert question in page.partition("Questions to find out")[2].partition("</section>")[0]
    assert her.phone not in page and her.key not in page

    fields = form(lead, f"{path}/vetting")
    send(lead, f"{path}/vetting", fields, whom="intake", **answers(Factor.TAKES_YOUNG_MEN))
    left = unescape(lead.get(path).text).partition("Questions to find out")[2].partition("</section>")[0]
    assert question not in left and QUESTIONS[Factor.NO_FAITH] in left
    news = her.text("menu").text  # the first of two questions is not lost
    assert news.startswith("You asked about ") and "young men" in news, news
    assert "You asked about" not in her.text("food").text, "the answer is told once"
    assert "You asked about" not in other.text("menu").text


def test_news_of_a_question_waits_for_a_safe_screen(lead: FlaskClient, runtime: Runtime, path: str) -> None:
    send(lead, f"{path}/vetting", form(lead, f"{path}/vetting"), whom="intake", **answers(*MUST))
    send(lead, f"{path}/verified", form(lead, path, f"{path}/verified"), sure="1")
    her = YoungPerson(runtime)
    her.text(*STORY, "do they take guys")
    fields = form(lead, f"{path}/vetting")
    send(lead, f"{path}/vetting", fields, whom="intake", **answers(Factor.TAKES_YOUNG_MEN))
    for text in ("weather", "who is this", "he hits me and i cant leave"):
        assert "You asked about" not in her.text(text).text, text


def test_verification_needs_confirmation(lead: FlaskClient, runtime: Runtime, path: str) -> None:
    service_id = path.rpartition("/")[2]
    runtime.store.reverify.add(service_id, "full", "2026-11-20")
    answer = send(lead, f"{path}/verified", form(lead, path, f"{path}/verified"))
    assert answer.status_code == 422 and vetting.NO_CONFIRMATION in unescape(answer.text)
    assert runtime.directory.now.service(service_id).assured_on is None
    assert runtime.store.reverify.listed()


def test_vetting_form_shows_errors_and_keeps_input(lead: FlaskClient, runtime: Runtime, path: str) -> None:
    before, page = stored(runtime, path), f"{path}/vetting"
    late = (runtime.directory.now.today() + dt.timedelta(days=400)).isoformat()
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
    assert stored(runtime, path) == before


def test_vetting_conflict_overwrites_nothing_and_keeps_input(lead: FlaskClient, runtime: Runtime, path: str) -> None:
    desk, service_id, page = DirectoryActions(runtime), path.rpartition("/")[2], f"{path}/vetting"
    fields, confirm = form(lead, page), form(lead, path, f"{path}/verified")
    day = runtime.directory.now.today()
    desk.change(service_id, desk.see(service_id).mark, Edits("Ana", day, {"alert": "Closed on Monday"}))
    refused = send(lead, f"{path}/verified", confirm, sure="1")
    assert refused.status_code == 409
    assert "Ana changed Alert: now Closed on Monday" in unescape(refused.text)
    answer = send(lead, page, fields, whom="intake", **answers(Factor.WILLING), **{"willing.note": "since May"})
    assert answer.status_code == 409
    assert "Ana changed Alert: now Closed on Monday" in unescape(answer.text)
    assert Factor.WILLING not in stored(runtime, path)
    again = form_of(answer, page)
    assert (again["willing.answer"], again["willing.note"], again["whom"]) == (["yes"], ["since May"], ["intake"])
    assert send(lead, page, again).status_code == 303
    assert stored(runtime, path)[Factor.WILLING][0] == Answer.YES
    assert runtime.directory.now.service(service_id).alert == "Closed on Monday"


def test_vetting_is_for_leads_only(team: Team, runtime: Runtime, path: str) -> None:
    client = team.inside(team.person("caseworker", "editor"))
    mark = DirectoryActions(runtime).see(path.rpartition("/")[2]).mark
    for way in ("vetting", "verified", "edit"):
        fields = {"seen": [mark], "sure": ["1"], "whom": ["intake"], "willing.answer": ["yes"]}
        assert send(client, f"{path}/{way}", fields).status_code == 403
    assert history(DirectoryActions(runtime).see(path.rpartition("/")[2]).record) == []
