"""Report routes for leads: a page, and the same tables as CSV.

Each export is noted in the audit log first.
"""

from __future__ import annotations

import datetime as dt

from flask import Response, render_template, request

from bot.reports.tables import PERIODS, Table, months, report
from bot.staff.audit import Verb
from bot.web.current import runtime
from bot.web.reports import csv_export as sheet
from bot.web.reports import labels as words
from bot.web.staff import note, role_required, staff_blueprint

bp = staff_blueprint("reports")


@bp.get("/reports")
@role_required("lead")
def page() -> str:
    """Show the tables for the chosen number of months."""
    period = _period()
    return render_template(
        "reports/page.html",
        tables=_tables(period),
        period=period,
        periods=PERIODS,
        span=_span(period),
        words=words,
    )


@bp.get("/reports.csv")
@role_required("lead")
def csv() -> Response:
    """Download the same tables as a CSV file."""
    period = _period()
    note(Verb.EXPORTED, f"report:{period} months")
    newest, *_, oldest = months(_today(), period)
    answer = Response(sheet.write(_tables(period)), mimetype="text/csv")
    answer.headers["Content-Disposition"] = f'attachment; filename="report-{oldest}-to-{newest}.csv"'
    return answer


def _tables(period: int) -> tuple[Table, ...]:
    return report(runtime().store.counts.of(months(_today(), period)), runtime().content.now.catalog.languages)


def _period() -> int:
    """Return the chosen number of months, or the shortest on offer."""
    chosen = request.args.get("months", type=int)
    return chosen if chosen in PERIODS else PERIODS[0]


def _today() -> str:
    """Return the ISO date by which counts are stored: UTC, on the conversation's clock."""
    return dt.datetime.fromtimestamp(runtime().clock(), dt.UTC).date().isoformat()


def _span(period: int) -> str:
    """Format the period from its first month to the current one, such as "September to November 2026"."""
    newest, *_, oldest = (dt.date.fromisoformat(f"{month}-01") for month in months(_today(), period))
    start = f"{oldest:%B}" if oldest.year == newest.year else f"{oldest:%B %Y}"
    return f"{start} to {newest:%B %Y}"
