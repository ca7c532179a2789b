"""Mandated reports to read: a colleague's own with their state, and any for a lead, who signs it.

What was heard is shown on the report's own page alone, after a recent second-factor check. The audit log notes each
look of a lead, and the signature, by the case's code only.
"""

from __future__ import annotations

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.casework.mandated import MandatedReport, Signature, why_not_sign
from bot.staff.accounts import Role
from bot.staff.audit import Verb
from bot.web.base import names, team
from bot.web.console.base import bp
from bot.web.console.mandated import find_report, subject
from bot.web.current import runtime
from bot.web.staff import me, note, recent_auth_required, role_required
from bot.web.staff.disclosures import ITEMS, TOLD, moment, place_name

DONE = {
    "begun": "We kept the report. A lead reads and signs it.",
    "added": "We kept what you added. A lead reads and signs it again.",
    "signed": "You have seen and signed this report.",
}
CHANGED = "This report has changed since you opened it. Read this version first."


@bp.get("/reports")
@role_required("caseworker", "lead")
def own_reports() -> str:
    """List the colleague's own reports with their state, the last changed first."""
    found = runtime().store.disclosures.reports(runtime().clock())
    own = [report for report in found if report.latest.by == me().id]
    return render_template("console/mandated_own.html", reports=own, names=names(), moment=moment)


@bp.get("/reports/<report>")
@role_required("caseworker", "lead")
@recent_auth_required
def report(report: str) -> Response:
    """Show one report."""
    return _page(find_report(report))


@bp.post("/reports/<report>/sign")
@role_required("lead")
@recent_auth_required
def sign_report(report: str) -> ResponseReturnValue:
    """Sign the version that the lead has read."""
    found, version = find_report(report), request.form.get("version", "")
    if fault := _why_not(found) or ("" if version == found.latest.id else CHANGED):
        return _page(found, fault, 409)
    note(Verb.REPORT_SIGNED, subject(found.latest))
    if not runtime().store.disclosures.sign(found, version, Signature(me().id, runtime().clock())):
        return _page(find_report(report), CHANGED, 409)
    return redirect(url_for("console.report", report=found.id, done="signed"), 303)


def _why_not(found: MandatedReport) -> str:
    return why_not_sign(found, me().id, _leads())


def _leads() -> list[str]:
    return [who.id for who in team() if who.active and who.joined and who.may({Role.LEAD})]


def _page(found: MandatedReport, fault: str = "", status: int = 200) -> Response:
    mine, leads = found.latest.by == me().id, me().may({Role.LEAD})
    if not mine:
        note(Verb.REPORT_SEEN, subject(found.latest))
    case = runtime().store.cases.get(found.latest.case) if found.latest.case else None
    page = render_template(
        "console/mandated_report.html",
        report=found,
        mine=mine,
        leads=leads,
        why_not=_why_not(found) if leads else "",
        only_lead=mine and leads and _leads() == [me().id],
        there=case is not None and case.opened_at == found.latest.opened_at,
        fault=fault,
        done=DONE.get(request.args.get("done", "")) if request.method == "GET" else "",
        what=ITEMS,
        knows=TOLD,
        names=names(),
        moment=moment,
        place_name=place_name,
    )
    return Response(page, status)
