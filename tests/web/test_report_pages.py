"""Reports for leads: access, the counts that conversations and cases add, and the exported file."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot.errors import StoreUnavailable
from bot.reports.tables import FEWEST, PERIODS, months
from bot.staff.accounts import Staff
from bot.staff.audit import Entry, Verb
from bot.store.connection import RedisServer
from bot.store.metrics import COUNTS_SECONDS
from tests.support.console import act
from tests.support.person import STORY, YoungPerson
from tests.support.signed_texts import runtime_of
from tests.support.staff import Team


@pytest.fixture
def today(served: Flask) -> str:
    """Return the day on the conversation's clock."""
    return datetime.fromtimestamp(runtime_of(served).clock(), UTC).date().isoformat()


def rows(client: FlaskClient, period: int = 3) -> dict[tuple[str, str], list[str]]:
    """Return what the file shows: for each table and row, a figure per column."""
    answer = client.get(f"/staff/reports.csv?months={period}")
    assert answer.status_code == 200
    found: dict[tuple[str, str], list[str]] = {}
    for table, row, _, shown in list(csv.reader(io.StringIO(answer.get_data(as_text=True).removeprefix("\ufeff"))))[1:]:
        found.setdefault((table, row), []).append(shown)
    return found


def test_report_counts_people_and_actions_from_five_on(team: Team, lead: FlaskClient) -> None:
    sam = team.inside(team.person(name="Sam"))
    for number in range(1, FEWEST + 1):
        her = YoungPerson(runtime_of(team.app))
        code = her.share("needs", "area")
        assert act(sam, code, "take").status_code == 303
        assert act(sam, code, "close", outcome="helped").status_code == 303
        found = rows(lead)
        enough = number == FEWEST
        told = "5" if enough else "<5"
        assert found["How cases ended", "Got the help they wanted"] == [told]
        assert found["How cases ended", "Opted out of texts"] == ["<5"]
        assert found["Time until a caseworker took the case", "Up to 5 minutes"] == [told]
        assert found["Steps people took", "Asked for a person"] == [told]
        assert found["Steps people took", "Asked to be introduced to a service"] == [told]
        assert found["Languages people first wrote in", "English"] == [told]
        assert found.get(("Needs", "A place to sleep tonight")) == (["5", "5", "<5"] if enough else None)
        assert found.get(("Needs by county or region", "Orange County, US-CA")) == (
            ["5", "5", "hidden"] if enough else None
        )
    page = lead.get("/staff/reports").text
    assert "A place to sleep tonight" in page and "Orange County, US-CA" in page


def test_report_includes_hesitations_and_unmet_needs(team: Team, lead: FlaskClient) -> None:
    for _ in range(FEWEST):
        YoungPerson(runtime_of(team.app)).text(*STORY[:5], "not now", "getting there")
    for _ in range(FEWEST):
        her = YoungPerson(runtime_of(team.app))
        her.text("hola", "1", "ok", "need food", "fairbanks alaska")
        while her.state == "options.offer":
            her.text("another place")
    found = rows(lead)
    assert found["Why people were unsure about a service", "Getting there"] == ["5"]
    assert found["Needs", "Food"][2] == "5"
    assert found["Languages people first wrote in", "Spanish"] == ["5"]


def test_counts_expire_after_two_years(team: Team, server: RedisServer, today: str) -> None:
    YoungPerson(runtime_of(team.app)).text("hey")
    for period in (today, today[:7]):
        assert COUNTS_SECONDS - 60 < server.call("TTL", f"counts:{period}") <= COUNTS_SECONDS
    assert not any("|" in name for name in runtime_of(team.app).store.counts.of([today])[0])


def test_report_period_must_be_listed(lead: FlaskClient, server: RedisServer, today: str) -> None:
    for month in months(today, 14):
        server.call("HSET", f"counts:{month}", "hesitated|not_said", 10)
    shown = [rows(lead, period)["Why people were unsure about a service", "Did not say why"] for period in PERIODS]
    assert shown == [["30"], ["60"], ["120"]]
    for strange in ("0", "-3", "999999999999", "x", ""):
        assert lead.get(f"/staff/reports?months={strange}").text == lead.get("/staff/reports?months=3").text


HOSTILE = ("=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\tx", "\rx")


@pytest.mark.parametrize("kind", ["need_asked|{}|", "need_asked|food|{}", "language|{}", "need_met|{}|US-CA"])
@pytest.mark.parametrize("hostile", HOSTILE)
def test_csv_cells_are_never_formulas(
    lead: FlaskClient, server: RedisServer, today: str, kind: str, hostile: str
) -> None:
    server.call("HSET", f"counts:{today[:7]}", kind.format(hostile), 99)
    answer = lead.get("/staff/reports.csv")
    lines = list(csv.reader(io.StringIO(answer.get_data(as_text=True).removeprefix("\ufeff"), newline="")))
    assert any(hostile.upper() in cell.upper() for line in lines for cell in line), "it was shown, made harmless"
    assert not [cell for line in lines for cell in line if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert all(len(line) == 4 for line in lines)


def test_report_escapes_names_of_counts(lead: FlaskClient, server: RedisServer, today: str) -> None:
    server.call("HSET", f"counts:{today[:7]}", "language|<script>alert(1)</script>", 99)
    page = lead.get("/staff/reports").text
    assert "&lt;script&gt;alert(1)" in page and "<script>alert" not in page


def test_csv_is_sent_as_a_file_and_audited_first(team: Team, lead: FlaskClient, today: str) -> None:
    answer = lead.get("/staff/reports.csv?months=6")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    first, *_, last = months(today, 6)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="report-{last}-to-{first}.csv"'
    assert answer.headers["Cache-Control"] == "no-store"
    [(_, link), *_] = team.store.audit.page(0, 1)
    assert link and (link.entry.what, link.entry.on) == (Verb.EXPORTED, "report:6 months")
    assert "report 6 months" in lead.get("/staff/audit").text


def test_csv_is_refused_when_audit_fails(team: Team, lead: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_: Entry) -> None:
        raise StoreUnavailable

    monkeypatch.setattr(team.store.audit, "add", gone)
    answer = lead.get("/staff/reports.csv")
    assert answer.status_code == 503
    assert "Figure" not in answer.text


def test_reports_are_for_leads_only(team: Team, robin: Staff, lead: FlaskClient) -> None:
    for path in ("/staff/reports", "/staff/reports.csv"):
        for role in ("caseworker", "editor"):
            assert team.inside(team.person(role)).get(path).status_code == 403
        assert team.caller().get(path).headers["Location"].startswith("/staff/login")
        assert lead.get(path).status_code == 200
    assert not any(link and link.entry.what is Verb.EXPORTED and link.entry.who != robin.id for _, link in
                   team.store.audit.page(0, 50))  # fmt: skip
    assert 'href="/staff/reports"' not in team.inside(team.person()).get("/staff/account").text


def test_bar_reveals_no_more_than_its_figure(lead: FlaskClient, server: RedisServer, today: str) -> None:
    """A suppressed figure has no bar."""
    server.call(
        "HSET", f"counts:{today[:7]}", "hesitated|not_said", 40, "hesitated|not_safe", 4, "hesitated|went_badly", 10
    )
    page = lead.get("/staff/reports").text
    cells = re.findall(r'<span>([^<]+)</span>\s*<svg.*?class="bar" width="([\d.]+)"', page, re.DOTALL)
    assert {("40", "100.0"), ("10", "25.0"), ("&lt;5", "0.0")} <= set(cells)
    assert {width for told, width in cells if told in ("&lt;5", "hidden")} == {"0.0"}
