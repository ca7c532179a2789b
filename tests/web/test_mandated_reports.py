"""Mandated reports: begun by who heard it, outside consent, read and signed by a lead, and closed to all others."""

from __future__ import annotations

from dataclasses import replace
from html import unescape

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.casework.mandated import MandatedReport
from bot.errors import StoreUnavailable
from bot.runtime.runtime import Runtime
from bot.staff.accounts import Role, Staff
from bot.staff.audit import Entry, Verb
from bot.store import Store
from bot.store.connection import RedisServer
from bot.store.job_queue import DUE
from tests.support.console import act, waiting_texts
from tests.support.person import YoungPerson
from tests.support.reports import begun_report
from tests.support.staff import Team, mark, post

RIGHT: dict[str, object] = {
    "id": "ab12", "place": "US-CA", "heard": "He takes her to hotels.", "heard_at": "2026-11-20T09:00",
    "concerns": "Mia and a man called Ray", "to": "County child hotline", "made": "yes", "made_at": "2026-11-20T09:30",
    "taker": "Ms. Ortega", "reference": "R-4711", "item": ["area", "words"], "told": "before",
}  # fmt: skip
SECRET = ("hotels", "Mia", "Ray", "County child hotline", "Ortega", "R-4711")
LIST, OWN = "/staff/disclosures", "/console/reports"
VERBS = (Verb.REPORT_BEGUN, Verb.REPORT_ADDED_TO, Verb.REPORT_SEEN, Verb.REPORT_SIGNED)


def begin(client: FlaskClient, code: str, **changed: object) -> TestResponse:
    return post(client, f"/console/{code}/report", "/staff/account", **RIGHT | changed)


def begun(client: FlaskClient, code: str, **changed: object) -> str:
    """Begin a report, and return the address of its page."""
    answer = begin(client, code, **changed)
    assert answer.status_code == 303, answer.text
    return answer.headers["Location"].partition("?")[0]


def sign(client: FlaskClient, page: str, version: str) -> TestResponse:
    return post(client, f"{page}/sign", "/staff/account", version=version, next=page)


def reports(store: Store) -> list[MandatedReport]:
    return store.disclosures.reports(0)


def noted(team: Team) -> list[Entry]:
    entries = [link.entry for _, link in team.store.audit.page(0, 90) if link]
    return [entry for entry in reversed(entries) if entry.what in VERBS]


def text(answer: TestResponse) -> str:
    return unescape(answer.text)


# The way of a report


def test_caseworker_begins_and_a_lead_reads_and_signs(
    *, team: Team, store: Store, code: str, sam: Staff, robin: Staff, desk: FlaskClient, lead: FlaskClient
) -> None:
    assert f'href="/console/{code}/report"' in desk.get(f"/console/{code}").text
    page = begun(desk, code)
    (report,) = reports(store)
    assert page == f"/console/reports/{report.id}"
    assert (report.latest.case, report.latest.by, report.latest.on) == (code, sam.id, "2026-11-20")
    own = text(desk.get(page))
    assert all(words in own for words in (*SECRET, "California", "20\xa0Nov\xa02026, 09:30", "Waits for a lead"))
    assert "Seen and signed" not in own, "a caseworker signs nothing"
    assert "1 mandated report waits for a lead's signature" in text(lead.get("/console"))
    assert "(1 to sign)" in lead.get("/staff/audit").text
    listed = text(lead.get(LIST))
    assert f'href="{page}"' in listed and "Waits for a lead" in listed
    assert not any(words in listed for words in SECRET), "the list holds no content"
    read = text(lead.get(page))
    assert all(words in read for words in SECRET)
    assert sign(lead, page, report.latest.id).headers["Location"] == f"{page}?done=signed"
    assert reports(store)[0].signature.by == robin.id  # type: ignore[union-attr]
    assert "by Robin Park," in desk.get(page).text and "Signed" in desk.get(OWN).text
    assert "to sign)" not in lead.get("/staff/audit").text and "mandated report" not in lead.get("/console").text
    assert [(entry.what, entry.who, entry.on, entry.reason) for entry in noted(team)] == [
        (Verb.REPORT_BEGUN, sam.id, f"case:{code}", ""),
        (Verb.REPORT_SEEN, robin.id, f"case:{code}", ""),
        (Verb.REPORT_SIGNED, robin.id, f"case:{code}", ""),
    ]


def test_report_is_begun_before_it_is_made_and_added_to(
    team: Team, store: Store, code: str, desk: FlaskClient, lead: FlaskClient
) -> None:
    page = begun(desk, code, made="no", made_at="", taker="", reference="", item=[], told="not_yet")
    assert "Not reported yet" in desk.get(page).text
    (first,) = reports(store)
    sign(lead, page, first.latest.id)
    form = text(desk.get(f"{page}/add"))
    assert "He takes her to hotels.</textarea>" in form and 'value="no" checked' in form
    added = post(desk, f"{page}/add", "/staff/account", **RIGHT | {"id": "cd34"})
    assert added.headers["Location"] == f"{page}?done=added"
    (report,) = reports(store)
    assert [one.report.made_at for one in report.versions if one.report] == ["", "2026-11-20T09:30"]
    assert report.signature is None, "a lead signs what was added too"
    assert sign(lead, page, first.latest.id).status_code == 409, "not the version that holds"
    shown = text(lead.get(page))
    assert "R-4711" in shown and "Earlier versions" in shown and "signed by Robin Park" in shown
    assert sign(lead, page, report.latest.id).status_code == 303
    assert len(team.store.audit.page(0, 90)) and [entry.what for entry in noted(team)].count(Verb.REPORT_SIGNED) == 2


def test_form_sent_twice_keeps_one_report(store: Store, code: str, desk: FlaskClient) -> None:
    assert begun(desk, code) == begun(desk, code)
    assert len(reports(store)[0].versions) == 1


def test_id_of_anothers_form_reaches_no_report_of_theirs(
    team: Team, store: Store, code: str, desk: FlaskClient, lead: FlaskClient
) -> None:
    assert begun(desk, code) != begun(lead, code)
    assert len(reports(store)) == 2


def test_lead_signs_their_own_report_only_without_another_lead(
    team: Team, store: Store, code: str, robin: Staff, lead: FlaskClient
) -> None:
    page = begun(lead, code)
    assert "There is no other lead, so you may sign it." in text(lead.get(page))
    other = team.person("lead", name="Alex")
    refused = text(lead.get(page))
    assert "You began this report, so another lead signs it." in refused and "Seen and signed" not in refused
    version = reports(store)[0].latest.id
    assert sign(lead, page, version).status_code == 409
    assert reports(store)[0].signature is None
    assert sign(team.inside(other), page, version).status_code == 303
    assert "who began it" not in lead.get(page).text


def test_only_lead_signs_their_own_report_and_it_says_so(
    team: Team, store: Store, code: str, lead: FlaskClient
) -> None:
    gone = team.person("lead", name="Alex")
    team.store.change(gone.id, lambda person: replace(person, active=False))
    page = begun(lead, code)
    assert sign(lead, page, reports(store)[0].latest.id).status_code == 303
    assert "by Robin Park, who began it" in text(lead.get(page))


# Who sees what


def test_colleagues_without_the_right_see_nothing_of_a_report(
    *, team: Team, store: Store, code: str, desk: FlaskClient, lead: FlaskClient, editor: FlaskClient
) -> None:
    kim = team.inside(team.person(name="Kim Lee"))
    before = len(store.cases.thread(code)), kim.get(f"/console/{code}/live").headers["ETag"]
    page = begun(desk, code)
    assert (len(store.cases.thread(code)), kim.get(f"/console/{code}/live").headers["ETag"]) == before
    for path in (f"/console/{code}", f"/console/{code}/report", OWN, "/console", "/staff/account"):
        shown = text(kim.get(path))
        assert not any(words in shown for words in (*SECRET, page, "Waits for a lead", "report waits")), path
    version = reports(store)[0].latest.id
    for client, wanted in ((kim, 404), (editor, 403)):
        assert client.get(page).status_code == client.get(f"{page}/add").status_code == wanted
        assert post(client, f"{page}/add", "/staff/account", **RIGHT).status_code == wanted
    assert kim.get(LIST).status_code == 403
    for client in (kim, desk, editor):
        assert sign(client, page, version).status_code == 403
    assert lead.get(f"{page}/add").status_code == 404, "a lead adds nothing to what another heard"
    assert reports(store)[0].signature is None and len(reports(store)[0].versions) == 1


def test_forms_need_their_token(store: Store, code: str, sam: Staff, desk: FlaskClient, lead: FlaskClient) -> None:
    page = begun(desk, code)
    version = reports(store)[0].latest.id
    for client, path in ((desk, f"/console/{code}/report"), (desk, f"{page}/add"), (lead, f"{page}/sign")):
        assert client.post(path, data=RIGHT | {"version": version}).status_code == 403
        assert client.post(path, data=RIGHT | {"version": version, "mark": "0" * 32}).status_code == 403
    assert [len(report.versions) for report in reports(store)] == [1] and reports(store)[0].signature is None


def test_pages_need_a_code_and_keep_input_after_a_long_wait(
    *, team: Team, store: Store, code: str, sam: Staff, desk: FlaskClient, lead: FlaskClient
) -> None:
    page = begun(desk, code)
    version, token = reports(store)[0].latest.id, mark(lead, "/staff/account")
    team.clock.now += 301
    for client, path in ((desk, f"/console/{code}/report"), (desk, page), (desk, f"{page}/add"), (lead, page)):
        assert client.get(path).headers["Location"] == f"/staff/code?next={path}"
    late = begin(desk, code, id="cd34")
    assert late.status_code == 422 and "Your last code has expired" in late.text
    assert "He takes her to hotels.</textarea>" in late.text and 'value="words" checked' in late.text
    unsigned = lead.post(f"{page}/sign", data={"mark": token, "version": version, "next": page})
    assert unsigned.headers["Location"] == f"/staff/code?next={page}"
    assert len(reports(store)) == 1 and reports(store)[0].signature is None
    post(desk, "/staff/code", "/staff/account", code=team.code(sam))
    assert begin(desk, code, id="cd34").status_code == 303


@pytest.mark.parametrize("step", ["begin", "add", "sign"])
def test_nothing_is_kept_when_audit_fails(
    *, team: Team, runtime: Runtime, store: Store, code: str, sam: Staff, desk: FlaskClient, lead: FlaskClient,
    monkeypatch: pytest.MonkeyPatch, step: str,
) -> None:  # fmt: skip
    page = f"/console/reports/{begun_report(runtime, sam.id)}"

    def gone(_: Entry) -> None:
        raise StoreUnavailable

    desk.get(f"/console/{code}")  # the look at the case is noted before
    monkeypatch.setattr(team.store.audit, "add", gone)
    answer = {
        "begin": lambda: begin(desk, code),
        "add": lambda: post(desk, f"{page}/add", "/staff/account", **RIGHT),
        "sign": lambda: sign(lead, page, reports(store)[0].latest.id),
    }[step]()
    assert answer.status_code == 503
    assert [len(report.versions) for report in reports(store)] == [1] and reports(store)[0].signature is None


# Consent


def test_report_stays_after_consent_is_taken_back_and_after_erasure(
    store: Store, her: YoungPerson, code: str, desk: FlaskClient, lead: FlaskClient
) -> None:
    page = begun(desk, code)
    her.text("take back", "1")
    assert "He takes her to hotels." in desk.get(page).text
    her.text("forget", "1")
    assert store.cases.get(code) is None and store.ledger(store.person(her.phone)) == (), "all else is erased"
    for client in (desk, lead):
        shown = client.get(page)
        assert "He takes her to hotels." in shown.text and '<span class="quiet">deleted</span>' in shown.text
    assert f'href="{page}"' in lead.get(LIST).text and f'href="{page}"' in desk.get(OWN).text
    assert desk.get(f"/console/{code}/report").status_code == 404
    added = post(desk, f"{page}/add", "/staff/account", **RIGHT | {"id": "cd34", "reference": "R-0815"})
    assert added.status_code == 303, "the reference number often comes later"
    assert sign(lead, page, reports(store)[0].latest.id).status_code == 303


def test_report_can_still_be_begun_after_the_person_erased_the_case(
    team: Team, store: Store, her: YoungPerson, code: str, desk: FlaskClient
) -> None:
    her.text("take back", "1")
    her.text("forget", "1")
    assert begin(desk, code).status_code == 404
    assert 'href="/console/reports/new"' in desk.get(OWN).text
    form = text(desk.get("/console/reports/new"))
    assert 'action="/console/reports/new"' in form and "selected" not in form and "Choose it if you know it." in form
    answer = post(desk, "/console/reports/new", "/staff/account", **RIGHT)
    (report,) = reports(store)
    page = f"/console/reports/{report.id}"
    assert (answer.headers["Location"], report.latest.case) == (f"{page}?done=begun", "")
    assert "Erased case" in desk.get(page).text and "Erased case, begun" in desk.get(OWN).text
    assert [entry.on for entry in noted(team)] == [f"report:{report.id}"]
    assert post(desk, f"{page}/add", "/staff/account", **RIGHT | {"id": "cd34"}).status_code == 303


def test_report_opens_nothing_and_sends_nothing(store: Store, her: YoungPerson, code: str, desk: FlaskClient) -> None:
    def world() -> object:
        person = store.person(her.phone)
        return store.ledger(person), waiting_texts(store, her), store.cases.get(code), her.state

    before = world()
    begun(desk, code)
    assert world() == before


def test_place_is_chosen_for_the_colleague_only_while_the_area_is_shared(
    runtime: Runtime, desk: FlaskClient, lead: FlaskClient
) -> None:
    person = YoungPerson(runtime)
    shared, kept_back = person.share("needs", "area"), YoungPerson(runtime).share("needs")
    for made in (shared, kept_back):
        act(desk, made, "take")
    page = text(desk.get(f"/console/{shared}/report"))
    assert '<option value="US-CA" selected>' in page and "They share their area with the team: California." in page
    assert "Their county" in page and "714-940-1000" in page
    assert "Santa Ana" not in page, "no more than the place"
    hidden = text(desk.get(f"/console/{kept_back}/report"))
    assert "selected" not in hidden and "They share no area now." in hidden and "714-940-1000" not in hidden
    person.text("take back", "1")
    ended = text(desk.get(f"/console/{shared}/report"))
    assert "selected" not in ended and "They share no area now." in ended


# What the page says


def show(client: FlaskClient, code: str, place: str, **typed: object) -> str:
    answer = begin(client, code, place=place, show="1", **typed)
    assert answer.status_code == 200
    return text(answer)


def test_law_of_a_chosen_place_is_shown_with_how_it_is_known(code: str, store: Store, desk: FlaskClient) -> None:
    page = show(desk, code, "US-AZ", heard="half a word")
    assert "1-888-767-2445" in page and "Read in the law or on an official page, 2016" in page
    assert '<span class="small unsure">Not checked</span>' in page, "the deadline there is general knowledge"
    assert "No one at your agency has checked this." in page and "Put together on 27 Nov 2026" in page
    assert "All staff who help youth may have to report." in page
    assert "half a word</textarea>" in page and reports(store) == [], "nothing is lost, nothing is kept"
    assert "not checked" not in show(desk, code, "CA-ON") and "From 16 to 17, people may report" in show(
        desk, code, "CA-ON"
    )
    counties = show(desk, code, "US-CA")
    assert "County number" in counties and "1-800-540-4000" in counties and "mandreptla.org, 22 Nov 2026" in counties
    assert "Their county" not in counties, "the colleague's own choice says no county"


@pytest.mark.parametrize(("place", "says", "says_not"), [
    ("US-UT", "You can ask Childhelp, 1-800-422-4453, who takes reports there. It takes none.", "Source"),
    ("CA-MB", "call 911 first", "Childhelp"), ("", "Your lead or your agency's lawyer can say it.", "Childhelp"),
])  # fmt: skip
def test_unknown_law_is_said_to_be_unknown(code: str, desk: FlaskClient, place: str, says: str, says_not: str) -> None:
    page = show(desk, code, place)
    law = page[page.index('id="law"') : page.index('id="say"')]
    assert law.count("Not known here.") == 2 and says in law and says_not not in law


def test_words_for_the_young_person_come_in_both_languages_and_are_marked(code: str, desk: FlaskClient) -> None:
    page = text(desk.get(f"/console/{code}/report"))
    assert "the law may make me report it" in page and "la ley puede pedirme que avise" in page
    assert "In danger now: 911." in page and "((" not in page
    assert "No advocate has read these words." in page and "We send nothing." in page


@pytest.mark.parametrize(("field", "wrong"), [
    ("heard", ""), ("concerns", ""), ("to", ""), ("heard_at", "2999-01-01T00:00"), ("made", ""), ("made_at", ""),
    ("item", []), ("told", ""), ("place", "US-XX"), ("reference", "x" * 81), ("taker", "x" * 121),
])  # fmt: skip
def test_form_shows_its_fault_and_keeps_input(
    *, team: Team, store: Store, code: str, desk: FlaskClient, field: str, wrong: object
) -> None:
    answer = begin(desk, code, **{field: wrong})
    assert answer.status_code == 422 and "Not kept yet: fix 1 problem." in answer.text
    assert f'id="fault-{"items" if field == "item" else field}"' in answer.text
    still = {"heard": "He takes her to hotels.</textarea>", "to": 'value="County child hotline"',
             "made": 'value="yes" required checked', "item": 'value="words" checked'}  # fmt: skip
    assert [name for name, words in still.items() if name != field and words not in text(answer)] == []
    assert reports(store) == [] and noted(team) == []


def test_empty_form_shows_no_fault(code: str, desk: FlaskClient) -> None:
    page = desk.get(f"/console/{code}/report").text
    assert "object at 0x" not in page and 'class="fault"' not in page and "aria-invalid" not in page


def test_text_of_a_report_is_escaped(code: str, desk: FlaskClient) -> None:
    page = desk.get(begun(desk, code, heard="<script>alert(1)</script>", to="<img src=x>")).text
    assert "<script>alert" not in page and "<img src=x" not in page and "&lt;script&gt;" in page


# Who is told


def told(store: Store, server: RedisServer) -> list[str]:
    """Return the ids of the leads to whom a text of a report is queued, and take the jobs away."""
    jobs = [blob.decode() for blob in server.call("ZRANGE", DUE, 0, -1)]
    found = [job for job in jobs if job.startswith("report:")]
    for job in found:
        server.call("ZREM", DUE, job)
    return sorted(job.rpartition(":")[2] for job in found)


def test_each_version_texts_the_leads_on_call_once(
    *, team: Team, store: Store, server: RedisServer, code: str, desk: FlaskClient, runtime: Runtime
) -> None:
    here = team.person("lead", name="Here", phone="+15555550171")
    away = team.person("lead", name="Away", phone="+15555550172")
    told(store, server)
    page = begun(desk, code)
    phones = {who.id for who in store.staff.everybody() if who.phone and who.may({Role.LEAD}) and who.active}
    assert {here.id, away.id} <= set(told(store, server)) <= phones, "without a rota, all leads"
    assert begin(desk, code).status_code == 303
    assert told(store, server) == [], "a form that comes twice alerts nobody twice"
    until = int(runtime.clock()) + 3600
    store.staff.rota.change(here.id, lambda duty: replace(duty, until=until))
    assert post(desk, f"{page}/add", "/staff/account", **RIGHT | {"id": "cd34"}).status_code == 303
    assert told(store, server) == [here.id]


def test_lead_who_begins_a_report_is_not_told_of_it(team: Team, store: Store, server: RedisServer, code: str) -> None:
    author = team.person("lead", "caseworker", name="Author", phone="+15555550173")
    other = team.person("lead", name="Other", phone="+15555550174")
    told(store, server)
    begun(team.inside(author), code)
    found = told(store, server)
    assert other.id in found and author.id not in found
