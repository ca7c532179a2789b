"""Practice mode: a colleague works as on real cases, and nothing of it reaches anything real."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

import bot.web
from bot.casework.cases import Status
from bot.content.practice import made_up
from bot.inbound.practice import COLLEAGUES
from bot.jobs.worker import Worker
from bot.runtime.practice import practice_runtime
from bot.runtime.runtime import Runtime
from bot.sms.twilio import TwilioClient
from bot.staff.accounts import Staff
from bot.staff.rota import Duty
from bot.store.connection import RedisServer
from bot.store.practice import PLACE
from bot.web.practice.inner import CLOSED
from tests.support.person import YoungPerson
from tests.support.provider import Provider
from tests.support.signed_texts import runtime_of, varied
from tests.support.staff import Team, mark, post

BOARD = "/practice/console"
STATIC = Path(bot.web.__file__).parent / "static"
WORDS = "hi, i am sam and this is practice"
OWN = ("{staff}:people",)
"""What practice may change outside: the account, which holds the steps of the first hour."""


@pytest.fixture
def practising(desk: FlaskClient) -> FlaskClient:
    """Return Sam's browser, in practice."""
    assert post(desk, "/practice/begin", "/staff/account").headers["Location"] == BOARD
    return desk


@pytest.fixture
def within(runtime: Runtime, practising: FlaskClient, sam: Staff) -> Runtime:
    """Return the runtime of Sam's practice."""
    space = runtime.store.practice.get(sam.id)
    assert space
    return practice_runtime(runtime, runtime.store.practice.server(space), space)


def codes(client: FlaskClient) -> list[str]:
    """Return the codes on the board, in its order."""
    return re.findall(r'<li class="entry[^"]*" data-code="(\w{4})"', client.get(BOARD).text)


def act(client: FlaskClient, path: str, **form: str) -> int:
    return post(client, f"{BOARD}/{path}", "/staff/account", **form).status_code


def everything(server: RedisServer) -> dict[str, bytes]:
    """Return all that is stored outside of practice, and is no browser's session."""
    cursor, found = b"0", dict[str, bytes]()
    while True:
        cursor, names = server.call("SCAN", cursor, "COUNT", 1000)
        for name in names:
            if not name.startswith((PLACE.encode(), b"{staff}:session", b"{staff}:tries")):
                found[name.decode()] = server.call("DUMP", name)
        if cursor == b"0":
            return found


def work(client: FlaskClient, runtime: Runtime) -> None:
    """Do in practice all that a colleague does with cases."""
    first, second, third, fourth = codes(client)[2:6]
    service = next(iter(runtime.directory.now)).id
    for code in (first, second, third, fourth):
        assert act(client, f"{code}/take") == 303
    assert act(client, f"{first}/say", words=WORDS) == 303
    runtime.store.simulated.shift_clock(30)
    assert made_up().people["bed_tonight"].greeting in client.get(f"{BOARD}/{first}/live").text
    steps: list[tuple[str, dict[str, str]]] = [
        ("draft", {"boxes": '{"words": "half"}'}), ("read", {"entries": "3"}), ("note", {"note": "a note"}),
        ("task", {"kind": "papers", "words": "call back"}), ("urgent", {"urgent": "1"}), ("urgent", {"urgent": "0"}),
        ("referral", {"service": service}), ("offer", {"service": service}),
        ("referral/outcome", {"number": "0", "outcome": "went_badly"}), ("services", {"q": "bed tonight"}),
    ]  # fmt: skip
    for path, form in steps:
        assert act(client, f"{first}/{path}", **form) in (200, 204, 303), path
    assert act(client, f"{second}/back") == 303
    assert act(client, f"{third}/pass", to=COLLEAGUES[0][0]) == 303
    assert act(client, "find", q="jay") == 200
    assert act(client, f"{first}/close", outcome="helped") == 303
    page = client.get(f"{BOARD}/end-shift").text
    assert act(client, "end-shift", **{f"to-{fourth}": COLLEAGUES[1][0], f"note-{fourth}": "soon"}) == 303, page


def test_all_work_is_done_on_the_real_pages(
    practising: FlaskClient, within: Runtime, runtime: Runtime, sam: Staff
) -> None:
    first, second, third, fourth = codes(practising)[2:6]
    work(practising, runtime)
    cases = {code: within.store.cases.get(code) for code in (first, second, third, fourth)}
    told = [(case.status, case.owner) for case in cases.values() if case]
    assert told == [
        (Status.CLOSED, sam.id), (Status.WAITING, ""), (Status.HELD, COLLEAGUES[0][0]), (Status.HELD, COLLEAGUES[1][0]),
    ]  # fmt: skip
    assert within.store.work.get(first).referrals
    assert within.store.work.get(first).tasks
    assert WORDS in [line.text for line in within.store.cases.thread(first)]


def test_nothing_outside_of_practice_changes(
    desk: FlaskClient, sam: Staff, team: Team, runtime: Runtime, server: RedisServer
) -> None:
    her = YoungPerson(runtime)
    her.share("needs", "area", name="Mara")
    runtime.store.staff.rota.change(sam.id, lambda _: Duty(until=int(runtime.clock()) + 36_000))
    desk.get("/console")
    before = everything(server)
    assert post(desk, "/practice/begin", "/staff/account").status_code == 303
    work(desk, runtime)
    assert post(desk, "/practice/end", "/staff/account").status_code == 303
    after = everything(server)
    clock = "sim:clock"  # this test moved it
    assert {name for name in after.keys() | before.keys() if after.get(name) != before.get(name)} <= {*OWN, clock}
    changed = team.store.get(sam.id)
    assert changed
    assert changed.first_hour
    assert len(before) > 10


def test_no_text_reaches_a_provider(practising: FlaskClient, within: Runtime, runtime: Runtime) -> None:
    work(practising, runtime)
    waiting = within.store._server.call("ZCARD", "due")
    assert waiting > 5, "practice queued texts and alerts, where no worker looks"
    with Provider().listening() as provider:
        account = {
            "twilio_api_base": provider.url, "twilio_account_sid": provider.account,
            "twilio_auth_tokens": (provider.token,), "twilio_from": provider.number,
        }  # fmt: skip
        real = runtime_of(varied(practising.application, **account))
        worker = Worker(real, TwilioClient(real.settings))
        runtime.store.simulated.shift_clock(9 * 3600)
        while worker.work_once():
            pass
        worker.periodic.run_due()
        assert (provider.creations, provider.texts) == (0, [])
    assert runtime.store.simulated.all_texts() == []
    assert within.store._server.call("ZCARD", "due") == waiting


def test_reports_metrics_and_audit_are_unchanged(
    team: Team, sam: Staff, desk: FlaskClient, lead: FlaskClient, runtime: Runtime
) -> None:
    YoungPerson(runtime).share("needs")
    measured = varied(team.app, metrics_token="m" * 32).test_client()
    pages = ("/staff/reports.csv", "/staff/reports", "/staff/disclosures", "/directory/reverify")

    def told() -> list[str]:
        metrics = measured.get("/metrics", headers={"Authorization": "Bearer " + "m" * 32})
        assert metrics.status_code == 200
        figures = "\n".join(line for line in metrics.text.splitlines() if "seconds" not in line and "_at" not in line)
        return [figures, *(_without_marks(lead.get(path).text) for path in pages)]

    def noted() -> list[str]:
        return [link.entry.what for _, link in team.store.audit.page(0, 999) if link and link.entry.who == sam.id]

    before, acts = told(), noted()
    assert post(desk, "/practice/begin", "/staff/account").status_code == 303
    work(desk, runtime)
    assert told() == before
    assert noted() == acts
    for _ in range(5):
        YoungPerson(runtime).share("needs")
    assert told() != before, "real people do count"


def _without_marks(page: str) -> str:
    return re.sub(r'name="mark" value="\w+"|data-left="\d+"|just now|\d+ min', "", page)


def test_colleagues_see_nothing_of_it(practising: FlaskClient, team: Team, lead: FlaskClient, runtime: Runtime) -> None:
    kim = team.inside(team.person(name="Kim"))
    before = [_without_marks(who.get("/console").text) for who in (kim, lead)]
    real = codes(practising)
    work(practising, runtime)
    assert [_without_marks(who.get("/console").text) for who in (kim, lead)] == before
    for code in real:
        for who in (kim, lead, practising):
            assert who.get(f"/console/{code}").status_code == 404
    assert kim.get(BOARD).headers["Location"] == "/staff/first-hour?done=over"
    assert kim.get(f"{BOARD}/{real[0]}").headers["Location"] == "/staff/first-hour?done=over"
    assert post(kim, "/practice/begin", "/staff/account").status_code == 303
    assert not set(codes(kim)) & set(real)
    for code in real:
        assert kim.get(f"{BOARD}/{code}").status_code == 404


def test_real_person_is_out_of_reach(practising: FlaskClient, runtime: Runtime, sam: Staff) -> None:
    her = YoungPerson(runtime)
    code = her.share("needs", "area", name="Marabel")
    for path in (code, f"{code}/live", f"{code}/draft", f"{code}/report"):
        assert practising.get(f"{BOARD}/{path}").status_code == 404, path
    for what in ("take", "say", "ask", "back", "urgent", "pass", "close", "note", "task", "referral", "offer", "read"):
        form = {"words": WORDS, "note": WORDS, "urgent": "1", "entries": "1"}
        assert act(practising, f"{code}/{what}", **form) == 404, what
    found = post(practising, f"{BOARD}/find", "/staff/account", q="", only="people").text
    for page in (found, practising.get(BOARD).text, practising.get(f"{BOARD}/talks").text):
        assert code not in page
        assert "Marabel" not in page
    case = runtime.store.cases.get(code)
    assert case
    assert (case.status, case.owner, case.urgent) == (Status.WAITING, "", False)


def test_texts_from_a_colleagues_phone_never_mean_practice(
    practising: FlaskClient, within: Runtime, runtime: Runtime, sam: Staff
) -> None:
    phone = "+15555550141"
    runtime.store.staff.change(sam.id, lambda kept: replace(kept, phone=phone))
    code = codes(practising)[0]
    her = YoungPerson(runtime, phone=phone)
    assert code not in her.text("BOARD").text
    her.text(f"TAKE {code}")
    case = within.store.cases.get(code)
    assert case
    assert case.owner == ""


# The end


def test_press_ends_it_and_leaves_nothing(practising: FlaskClient, runtime: Runtime, server: RedisServer) -> None:
    work(practising, runtime)
    answer = post(practising, "/practice/end", "/staff/account")
    assert answer.headers["Location"] == "/staff/first-hour?done=over"
    assert server.call("SCAN", 0, "MATCH", f"{PLACE}*", "COUNT", 100_000) == [b"0", []]
    assert "Practice has ended" in practising.get(answer.headers["Location"]).text
    assert practising.get(BOARD).headers["Location"] == "/staff/first-hour?done=over"


def test_ends_by_itself(practising: FlaskClient, sam: Staff, server: RedisServer) -> None:
    names = server.call("SCAN", 0, "MATCH", f"{PLACE}*", "COUNT", 100_000)[1]
    assert len(names) > 50
    assert all(0 < server.call("TTL", name) <= 8 * 3600 for name in names)
    server.call("EXPIRE", f"{PLACE}of:{sam.id}", 0)
    for path in (BOARD, f"{BOARD}/K7QM", f"{BOARD}/end-shift"):
        assert practising.get(path).headers["Location"] == "/staff/first-hour?done=over"
    for path in ("board", "talks", "K7QM/live"):
        assert practising.get(f"{BOARD}/{path}").status_code == 404, "the page's script stops, and says so"


def test_second_press_goes_on_with_the_same_people(practising: FlaskClient) -> None:
    before = codes(practising)
    assert post(practising, "/practice/begin", "/staff/account").status_code == 303
    assert codes(practising) == before
    assert len(before) == len(made_up().people)


# The pages


def test_every_page_says_that_it_is_practice(practising: FlaskClient) -> None:
    code = codes(practising)[2]
    act(practising, f"{code}/take")
    for path in ("", f"/{code}", "/end-shift", f"/{code}/report", "/reports", f"/{code}/number", "/K7QM"):
        page = practising.get(BOARD + path)
        assert page.status_code in (200, 404, 409), path
        assert "These people are made up." in page.text, path
        assert "<title>Practice ·" in page.text, path
    for path in ("/board", "/talks", f"/{code}/live"):
        assert '<span class="tag made-up">Practice</span>' in practising.get(BOARD + path).text, path
    for path in ("/console", "/staff/account", "/staff/first-hour"):
        assert "practice-bar" not in practising.get(path).text, path


def test_no_address_of_a_practice_page_leads_to_a_real_case(practising: FlaskClient) -> None:
    code = codes(practising)[2]
    act(practising, f"{code}/take")
    for path in ("", f"/{code}", "/end-shift", f"/{code}/live", "/talks", f"/{code}/report"):
        page = unescape(practising.get(BOARD + path).text)
        page = page.replace('<a href="/console">Real board</a>', "")
        found = re.findall(r'(?:href|action|formaction|data-[\w-]+)="(/[^"]*)"', page)
        assert not [one for one in found if one.startswith(("/console", "/practice/staff", "/practice/static"))], path


def test_scripts_name_no_console_of_their_own() -> None:
    for script in STATIC.glob("*.js"):
        if script.name not in ("console-path.js", "alerts-worker.js"):  # the second only looks for an open page
            assert not re.search(r"[\"'`]/console", script.read_text(encoding="utf-8")), script.name


def test_what_has_no_practice_saves_nothing(practising: FlaskClient, within: Runtime) -> None:
    code = codes(practising)[2]
    act(practising, f"{code}/take")
    for path in (f"{code}/report", f"{code}/introduce", f"{code}/remind", f"{code}/disclosure", f"{code}/number"):
        assert act(practising, path, heard="something", reason="why") == 409, path
    assert "We saved nothing and sent nothing." in practising.get(f"{BOARD}/reports").text
    assert within.store.fetch(within.store.disclosures.unsigned_query()) == 0
    assert "Practice keeps no report." in practising.get(f"{BOARD}/{code}/report").text
    shown = post(practising, f"{BOARD}/{code}/report", "/staff/account", show="1", place="US-CA")
    assert shown.status_code == 200
    assert "California" in shown.text


def test_closed_endpoints_exist(served: Flask) -> None:
    assert set(served.view_functions) >= CLOSED


def test_polled_pages_are_polled_in_practice_too(served: Flask, team: Team, practising: FlaskClient) -> None:
    code = codes(practising)[0]
    outside = team.caller()
    for path in ("board", "talks", f"{code}/live"):
        assert practising.get(f"{BOARD}/{path}").status_code == 200
        told = outside.get(f"{BOARD}/{path}")
        assert (told.status_code, told.json) == (401, {"session": "ended"}), path
    shown = practising.get(f"{BOARD}/board")
    assert practising.get(f"{BOARD}/board", headers={"If-None-Match": shown.headers["ETag"]}).status_code == 304


def test_lock_covers_practice_and_leads_back(practising: FlaskClient, team: Team) -> None:
    code = codes(practising)[0]
    page = practising.get(f"{BOARD}/{code}").text
    assert f'name="next" value="{BOARD}/{code}"' in page
    assert 'action="/staff/lock"' in page
    post(practising, "/staff/lock", "/staff/account", next=f"{BOARD}/{code}")
    answer = practising.get(f"{BOARD}/{code}")
    assert answer.headers["Location"] == f"/staff/locked?next={BOARD}/{code}"
    assert practising.get(f"{BOARD}/{code}/live").status_code == 401


def test_report_page_asks_for_a_code_and_leads_back(practising: FlaskClient, team: Team) -> None:
    code = codes(practising)[0]
    team.clock.now += 301
    answer = practising.get(f"{BOARD}/{code}/report")
    assert answer.headers["Location"] == f"/staff/code?next={BOARD}/{code}/report"


def test_form_without_its_mark_is_refused(practising: FlaskClient, within: Runtime) -> None:
    code = codes(practising)[2]
    for form in ({}, {"mark": "0" * 64}):
        assert practising.post(f"{BOARD}/{code}/take", data=form).status_code == 403
    case = within.store.cases.get(code)
    assert case
    assert case.owner == ""


@pytest.mark.parametrize("path", ["/a/b/c", "/rota", "/rota/hours", "/K7QM/nothing"])
def test_address_that_is_none(practising: FlaskClient, path: str) -> None:
    page = practising.get(BOARD + path)
    assert page.status_code == 404
    assert "Page not found" in page.text


def test_damaged_start_leaves_no_space(
    desk: FlaskClient, sam: Staff, runtime: Runtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("half-way")

    monkeypatch.setattr("bot.inbound.practice.made_up", broken)
    assert post(desk, "/practice/begin", "/staff/account").status_code == 500
    assert runtime.store.practice.get(sam.id) is None


def test_editor_has_no_practice(editor: FlaskClient) -> None:
    assert post(editor, "/practice/begin", "/staff/account").status_code == 403
    assert editor.get(BOARD).status_code == 403
    assert "Practise" not in editor.get("/staff/account").text


def test_signed_out_visitor_is_sent_to_the_sign_in(team: Team) -> None:
    assert team.caller().get(BOARD).headers["Location"] == f"/staff/login?next={BOARD}"


def test_practice_without_redis_says_so(gone: Flask) -> None:
    assert gone.test_client().get(BOARD).status_code == 503


def test_mark_of_the_form_is_the_real_one(practising: FlaskClient) -> None:
    assert mark(practising, BOARD) == mark(practising, "/staff/account")
