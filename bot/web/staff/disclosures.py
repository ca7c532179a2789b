"""Disclosures required by law, listed for leads: what was disclosed, to whom and why.

Mandated reports that a colleague began stand first, those that wait for a lead before the others, without what was
heard. A record grants no access and cannot be changed.
"""

from __future__ import annotations

from datetime import date, datetime

from flask import render_template, request

from bot.casework.disclosures import KEPT_SECONDS, Disclosure, Item, Kind, Told
from bot.web.base import names
from bot.web.current import runtime
from bot.web.reporting_law import PLACES
from bot.web.staff.base import staff_blueprint
from bot.web.staff.permissions import role_required

bp = staff_blueprint("staff_disclosures")

KINDS = {Kind.MANDATED_REPORT: "Mandated report", Kind.COURT_ORDER: "Court order"}
ITEMS = {
    Item.CONTACT: "That they contact us",
    Item.NAME: "Name",
    Item.NUMBER: "Phone number",
    Item.AREA: "Area",
    Item.NEEDS: "Needs",
    Item.WORDS: "What they texted",
    Item.NOTES: "What staff wrote about them",
}
TOLD = {
    Told.BEFORE: "Yes, before",
    Told.AFTER: "Yes, after",
    Told.NOT_YET: "Not yet",
    Told.NOT_SAFE: "No, it isn't safe",
    Told.NOT_REACHED: "No, we haven't reached them",
}


@bp.get("/disclosures")
@role_required("lead")
def page() -> str:
    """Show all stored disclosures, the last recorded first."""
    store = runtime().store
    found = [record for record in store.disclosures.all(runtime().clock()) if not record.report]
    reports = store.disclosures.reports(runtime().clock())
    return render_template(
        "staff/disclosures.html",
        found=found,
        reports=sorted(reports, key=lambda report: report.signature is not None),
        unsigned=sum(report.signature is None for report in reports),
        moment=moment,
        place_name=place_name,
        kinds=KINDS,
        what=ITEMS,
        knows=TOLD,
        names=names(),
        there={record.id for record in (*found, *(report.latest for report in reports)) if _has_case(record)},
        years=KEPT_SECONDS // (365 * 86_400),
        day_told=_day,
        done=bool(request.args.get("done")),
    )


def _day(on: str) -> str:
    """Format an ISO date as "22 Nov 2026", with no-break spaces."""
    return f"{date.fromisoformat(on):%-d\xa0%b\xa0%Y}"


def moment(at: str) -> str:
    """Format a local time like 2026-11-22T14:30 as "22 Nov 2026, 14:30", with no-break spaces."""
    return f"{datetime.fromisoformat(at):%-d\xa0%b\xa0%Y, %H:%M}" if at else ""


def place_name(place: str) -> str:
    """Return the name of a state or province by its key, like "US-CA"."""
    return PLACES.get(place, place) or "Not known"


def _has_case(record: Disclosure) -> bool:
    """Return whether the case is still stored; another case with the same code does not count."""
    case = runtime().store.cases.get(record.case) if record.case else None
    return case is not None and case.opened_at == record.opened_at
