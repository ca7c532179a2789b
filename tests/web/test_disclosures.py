"""Legally required disclosures: a lead records them, each is audited first, and they reveal and send nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from bot.casework.disclosures import LONGEST_REASON, LONGEST_TO, Disclosure, Item, Kind, Told, faults
from bot.errors import StoreUnavailable
from bot.staff.accounts import Staff
from bot.staff.audit import Entry, Verb
from bot.store import Store
from bot.store.connection import RedisServer
from bot.store.disclosures import ALL
from tests.support.person import YoungPerson
from tests.support.signed_texts import runtime_of
from tests.support.staff import Team, post

RIGHT: dict[str, object] = {
    "id": "ab12", "kind": "court_order", "to": "Superior Court", "on": "2026-11-20", "item": ["name", "words"],
    "reason": "Order 30-2026; counsel decided.", "told": "before",
}  # fmt: skip
LIST = "/staff/disclosures"


def record(client: FlaskClient, code: str, **changed: object) -> TestResponse:
    return post(client, f"/console/{code}/disclosure", "/staff/account", **RIGHT | changed)


def noted(team: Team) -> list[Entry]:
    entries = [link.entry for _, link in team.store.audit.page(0, 50) if link]
    return [entry for entry in entries if entry.what is Verb.DISCLOSED]


def records(store: Store) -> list[Disclosure]:
    return store.disclosures.all(0)


def test_disclosure_is_audited_and_listed(
    team: Team, store: Store, her: YoungPerson, robin: Staff, lead: FlaskClient
) -> None:
    code = her.share("needs", name="Jayden")
    assert lead.get(f"/console/{code}/disclosure").status_code == 200
    answer = record(lead, code)
    assert answer.status_code == 303 and answer.headers["Location"] == f"{LIST}?done=1"
    (one,) = records(store)
    assert (one.case, one.kind, one.to, one.on) == (code, Kind.COURT_ORDER, "Superior Court", "2026-11-20")
    assert (one.items, one.told, one.by) == ((Item.NAME, Item.WORDS), Told.BEFORE, robin.id)
    page = unescape(lead.get(LIST).text)
    for words in ("20\xa0Nov\xa02026", code, "Court order", "Superior Court", "Name, what they texted", "Robin Park",
                  "Order 30-2026; counsel decided.", "Yes, before"):  # fmt: skip
        assert words in page
    assert [(entry.who, entry.on, entry.reason) for entry in noted(team)] == [(robin.id, f"case:{code}", "Court order")]


def test_disclosure_form_and_record_show_no_personal_data(
    store: Store, server: RedisServer, her: YoungPerson, lead: FlaskClient
) -> None:
    code = her.share("needs", "area", name="Jayden")
    form = lead.get(f"/console/{code}/disclosure").text
    record(lead, code)
    for secret in ("Jayden", "Santa Ana", her.phone, her.key):
        assert secret not in form and secret not in lead.get(LIST).text
    assert her.key not in repr(records(store)[0].dump())
    blob = server.call("ZRANGE", ALL, 0, -1)[0]
    assert not any(words.encode() in blob for words in (code, "Superior", "Order", "court_order"))


def test_empty_disclosure_form_shows_no_errors(her: YoungPerson, lead: FlaskClient) -> None:
    page = lead.get(f"/console/{her.share('needs')}/disclosure").text
    assert "object at 0x" not in page and 'class="fault"' not in page and "aria-invalid" not in page


def test_disclosure_opens_nothing_and_sends_nothing(store: Store, her: YoungPerson, lead: FlaskClient) -> None:
    code = her.just_talk()
    before = (store.ledger(store.person(her.phone)), store.due.waiting(), store.cases.get(code), her.state)
    record(lead, code, item=[item.value for item in Item])
    assert (store.ledger(store.person(her.phone)), store.due.waiting(), store.cases.get(code), her.state) == before
    assert "Phone number shown" not in lead.get("/staff/audit").text


def test_case_timeline_says_only_that_there_was_a_disclosure(
    team: Team, her: YoungPerson, lead: FlaskClient, desk: FlaskClient
) -> None:
    code = her.just_talk()
    news = desk.get(f"/console/{code}/live").headers["ETag"]
    record(lead, code)
    answer = desk.get(f"/console/{code}/live", headers={"If-None-Match": news})
    assert answer.status_code == 200 and "A disclosure required by law was recorded" in answer.text
    for page in (answer.text, desk.get(f"/console/{code}").text):
        assert not any(words in page for words in ("Superior", "Court", "Order 30", "Robin"))
    her.text("take back", "1")
    assert "A disclosure required by law was recorded" in lead.get(f"/console/{code}").text
    assert desk.get(LIST).status_code == desk.get(f"/console/{code}/disclosure").status_code == 403
    assert record(desk, code).status_code == 403


@pytest.mark.parametrize(("field", "wrong"), [
    ("kind", ""), ("kind", "subpoena"), ("to", ""), ("to", "x" * (LONGEST_TO + 1)), ("on", ""), ("on", "yesterday"),
    ("on", "2999-01-01"), ("on", "2026-02-30"), ("item", []), ("item", ["name", "soul"]), ("reason", " . "),
    ("reason", "x" * (LONGEST_REASON + 1)), ("told", ""), ("told", "perhaps"),
])  # fmt: skip
def test_disclosure_form_shows_errors_and_keeps_input(
    team: Team, her: YoungPerson, lead: FlaskClient, field: str, wrong: object
) -> None:
    answer = record(lead, her.just_talk(), **{field: wrong})
    page = unescape(answer.text)
    assert answer.status_code == 422 and "Not recorded yet: fix 1 problem." in page
    assert f'id="fault-{"items" if field == "item" else field}"' in page
    still = {"kind": 'value="court_order" required checked', "to": 'value="Superior Court"', "on": 'value="2026-11-20"',
             "item": 'value="words" checked', "reason": "Order 30-2026; counsel decided.</textarea>",
             "told": 'value="before" required checked'}  # fmt: skip
    assert [name for name, words in still.items() if name != field and words not in page] == []
    assert records(runtime_of(team.app).store) == [] and noted(team) == []


def test_disclosure_needs_a_code_and_keeps_input_after_a_long_wait(
    team: Team, store: Store, her: YoungPerson, robin: Staff, lead: FlaskClient
) -> None:
    code = her.just_talk()
    team.clock.now += 301
    opened = lead.get(f"/console/{code}/disclosure")
    assert opened.headers["Location"] == f"/staff/code?next=/console/{code}/disclosure"
    answer = record(lead, code)
    assert answer.status_code == 422 and "Your last code has expired" in answer.text
    assert "Order 30-2026; counsel decided.</textarea>" in answer.text and 'value="words" checked' in answer.text
    assert records(store) == [] and noted(team) == []
    post(lead, "/staff/code", "/staff/account", code=team.code(robin))
    assert record(lead, code).status_code == 303
    assert len(records(store)) == 1


def test_disclosure_form_sent_twice_records_once(store: Store, her: YoungPerson, lead: FlaskClient) -> None:
    code = her.just_talk()
    assert [record(lead, code).status_code for _ in range(2)] == [303, 303]
    assert len(records(store)) == 1
    assert [line.text for line in store.cases.thread(code)].count("disclosure_recorded") == 1
    record(lead, code, id="cd34", reason="Corrects the one before.")
    assert {one.id for one in records(store)} == {"cd34", "ab12"}


def test_disclosure_is_not_recorded_when_audit_fails(
    team: Team, store: Store, her: YoungPerson, lead: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = her.just_talk()

    def gone(_: Entry) -> None:
        raise StoreUnavailable

    monkeypatch.setattr(team.store.audit, "add", gone)
    assert record(lead, code).status_code == 503
    assert records(store) == []


def test_disclosure_outlives_its_case_and_keeps_its_identity(
    server: RedisServer, store: Store, her: YoungPerson, lead: FlaskClient
) -> None:
    code = her.just_talk()
    record(lead, code)
    assert f'href="/console/{code}"' in lead.get(LIST).text
    server.call("DEL", f"case:{code}", f"case:{code}:l")
    assert '<span class="quiet">deleted</span>' in lead.get(LIST).text
    assert lead.get(f"/console/{code}/disclosure").status_code == 404
    assert record(lead, code).status_code == 404


def test_disclosure_text_is_escaped(her: YoungPerson, lead: FlaskClient) -> None:
    record(lead, her.just_talk(), to="<script>alert(1)</script>", reason="<img src=x onerror=alert(1)>")
    page = lead.get(LIST).text
    assert "<script>alert" not in page and "<img src=x" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_disclosure_day_may_be_today_but_not_tomorrow() -> None:
    today = datetime.now(UTC).date()
    typed = {name: str(RIGHT[name]) for name in ("kind", "to", "on", "reason", "told")}
    assert faults(typed | {"on": today.isoformat()}, ["name"], today) == {}
    assert set(faults(typed | {"on": (today + timedelta(days=1)).isoformat()}, ["name"], today)) == {"on"}
