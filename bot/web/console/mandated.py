"""Mandated report: the page on which a colleague begins one from a case, or adds to their own.

It shows the law of the place, the numbers and words for the young person. Of a person it shows no more than the state
or province, and which number is that of their county, while a consent covers their area. It sends nothing. As for a
disclosure, it asks for a recent second-factor check, an audit entry comes first, and a check that has expired loses
nothing that was typed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from flask import Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.casework import disclosures, mandated
from bot.casework.cases import Case
from bot.casework.disclosures import Disclosure, Item, Kind, Report, Told
from bot.casework.escalation import reachable
from bot.casework.mandated import MADE, NOT_YET, MandatedReport
from bot.flows.model import Area
from bot.staff.accounts import Role
from bot.staff.audit import Verb
from bot.store.jobs import AT_ONCE, TellOfReport
from bot.web.base import local_now, names, team
from bot.web.console.base import bp, consent_gate, find, note_look
from bot.web.console.case_view import on_call
from bot.web.current import runtime
from bot.web.labels import tongue
from bot.web.reporting_law import PLACES, emergency_number, law_of, place_of, to_say
from bot.web.staff import me, note, recent_auth_required, role_required
from bot.web.staff.disclosures import ITEMS, TOLD, moment
from bot.web.staff.session import is_fresh

STALE = "Your last code has expired. What you wrote is still here."
LONGEST = {
    "heard": mandated.LONGEST_HEARD,
    "concerns": mandated.LONGEST_CONCERNS,
    "to": disclosures.LONGEST_TO,
    "taker": mandated.LONGEST_TAKER,
    "reference": mandated.LONGEST_REFERENCE,
}
NO_CASE = ("", 0)
_SHORT = ("id", "place", "heard_at", "made", "made_at", "told")


@bp.get("/reports/new", defaults={"code": ""})
@bp.get("/<code>/report")
@role_required("caseworker", "lead")
@recent_auth_required
def begin_report(code: str) -> ResponseReturnValue:
    """Show an empty form, with the place that the person shares. Without a code it is for a case that was erased."""
    case = find(code) if code else None
    area = _shared_area(case)
    typed = dict.fromkeys((*LONGEST, *_SHORT), "")
    return _page(case, area, typed | {"place": place_of(area), "heard_at": _now()})


@bp.post("/reports/new", defaults={"code": ""})
@bp.post("/<code>/report")
@role_required("caseworker", "lead")
def keep_report(code: str) -> ResponseReturnValue:
    """Keep the report, or show the form again with the law of the place that was chosen, or with what is wrong."""
    case = find(code) if code else None
    typed, items = _typed(), request.form.getlist("item")
    wrong = _faults(typed, items)
    if wrong or not is_fresh() or "show" in request.form:
        return _page(case, _shared_area(case), typed, items, wrong)
    base, of = Report(_own_id(typed["id"])), (case.code, case.opened_at) if case else NO_CASE
    record = _record(of, base, typed, items)
    note(Verb.REPORT_BEGUN, subject(record))
    _add(record)
    return redirect(url_for("console.report", report=record.id, done="begun"), 303)


@bp.get("/reports/<report>/add")
@role_required("caseworker", "lead")
@recent_auth_required
def add_form(report: str) -> ResponseReturnValue:
    """Show the form with what is known so far."""
    found = _own(report)
    last, told = found.latest, found.latest.report or Report(report)
    typed = {
        "place": told.place, "heard": told.heard, "heard_at": told.heard_at, "concerns": told.concerns, "to": last.to,
        "made": MADE if told.made_at else NOT_YET, "made_at": told.made_at, "taker": told.taker,
        "reference": told.reference, "told": last.told, "id": "",
    }  # fmt: skip
    return _page(found, None, typed, list(last.items))


@bp.post("/reports/<report>/add")
@role_required("caseworker", "lead")
def add_to_report(report: str) -> ResponseReturnValue:
    """Keep a later version of the report, which waits for a lead again."""
    found, typed, items = _own(report), _typed(), request.form.getlist("item")
    wrong = _faults(typed, items)
    if wrong or not is_fresh() or "show" in request.form:
        return _page(found, None, typed, items, wrong)
    last, base = found.latest, Report(found.id, len(found.versions) + 1)
    note(Verb.REPORT_ADDED_TO, subject(last))
    _add(_record((last.case, last.opened_at), base, typed, items))
    return redirect(url_for("console.report", report=found.id, done="added"), 303)


def _add(record: Disclosure) -> None:
    """Store a version of a report, and queue a text to the leads on call, or to all leads if none is.

    A version that was stored before alerts nobody again. Who wrote it is not told.
    """
    if not runtime().store.disclosures.add(record):
        return
    on = on_call()
    leads = [who for who in reachable(team()) if who.may({Role.LEAD}) and who.id != record.by]
    there = [who for who in leads if on is None or who.id in on]
    for who in there or leads:
        runtime().store.due.add(TellOfReport(record.id, who.id).at(AT_ONCE))


def subject(record: Disclosure) -> str:
    """Return what the audit log says a report is about: its case, or the report if its case was erased before."""
    return f"case:{record.case}" if record.case else f"report:{record.report.of if record.report else record.id}"


def find_report(report: str) -> MandatedReport:
    """Return the report if the colleague may read it: their own, or any for a lead. 404 for all others."""
    reports = runtime().store.disclosures.reports(runtime().clock())
    found = next((one for one in reports if one.id == report), None)
    if found is None or not _may_read(found):
        abort(404)
    return found


def _may_read(report: MandatedReport) -> bool:
    return report.latest.by == me().id or me().may({Role.LEAD})


def _own(report: str) -> MandatedReport:
    """Return the colleague's own report; 404 for that of another, whoever asks."""
    found = find_report(report)
    if found.latest.by != me().id:
        abort(404)
    return found


def _own_id(typed: str) -> str:
    """Return the id of a record whose form had this id: the same each time, and of nobody else's record."""
    return sha256(f"{me().id} {typed}".encode()).hexdigest()[:16]


def _record(of: tuple[str, int], base: Report, typed: dict[str, str], items: list[str]) -> Disclosure:
    """Build a version of the report that `base` names. `of` is the code of the case, and when it was opened."""
    made_at = typed["made_at"]
    return Disclosure(
        id=_own_id(typed["id"]), case=of[0], opened_at=of[1], kind=Kind.MANDATED_REPORT, to=typed["to"],
        on=made_at[:10] or local_now().date().isoformat(), items=tuple(item for item in Item if item in items),
        reason="", told=Told(typed["told"]), by=me().id, at=runtime().clock(),
        report=replace(
            base, place=typed["place"], heard=typed["heard"], heard_at=typed["heard_at"], concerns=typed["concerns"],
            made_at=made_at, taker=typed["taker"], reference=typed["reference"],
        ),
    )  # fmt: skip


def _faults(typed: dict[str, str], items: list[str]) -> dict[str, str]:
    if "show" in request.form:
        return {}
    now = datetime.fromisoformat(_now())
    wrong = mandated.faults(typed, items, now)
    if typed["place"] and typed["place"] not in PLACES:
        wrong["place"] = "Choose a place of the list, or none."
    return wrong


def _typed() -> dict[str, str]:
    longest = dict.fromkeys(_SHORT, 20) | {name: 2 * most for name, most in LONGEST.items()}
    return {
        name: request.form.get(name, "").replace("\r\n", "\n").strip()[:most] for name, most in longest.items()
    }  # fmt: skip


def _shared_area(case: Case | None) -> Area | None:
    """Return the area while the person shares it with the team. The page shows no more of it than the place."""
    return consent_gate().area(case.person) if case and case.is_open and case.person else None


def _now() -> str:
    return local_now().strftime("%Y-%m-%dT%H:%M")


def _page(
    about: Case | MandatedReport | None, area: Area | None, typed: dict[str, str], items: list[str] | None = None,
    wrong: dict[str, str] | None = None,
) -> Response:  # fmt: skip
    """Render the form: of a case, of a report that is added to, or of neither."""
    stale = request.method == "POST" and "show" not in request.form and not is_fresh()
    case, report = (about, None) if isinstance(about, Case) else (None, about)
    if case:
        note_look(case)
    place = typed["place"] if typed["place"] in PLACES else ""
    page = render_template(
        "console/mandated.html",
        code=case.code if case else report.latest.case if report else "",
        report=report,
        reports=_reports_of(case) if case else [],
        typed=typed | {"id": typed["id"] or disclosures.new_id(), "place": place},
        items=items or [],
        wrong=wrong or {},
        stale=STALE if stale else "",
        places=sorted(PLACES.items(), key=lambda one: one[1]),
        shared=PLACES.get(place_of(area), ""),
        law=law_of(place, area) if place else None,
        emergency=emergency_number(place),
        say=to_say(place, case.language if case else ""),
        say_by=runtime().reporting.words,
        other=_language_without_words(case),
        what=ITEMS,
        knows=TOLD,
        longest=LONGEST,
        latest=_now(),
        names=names(),
        moment=moment,
    )
    return Response(page, 422 if wrong or stale else 200)


def _language_without_words(case: Case | None) -> str:
    """Return the person's language if there are no words for them in it, else ""."""
    words = runtime().reporting.words
    return tongue(case.language).name if case and words and case.language not in words.before else ""


def _reports_of(case: Case) -> list[MandatedReport]:
    """Return the reports about the case that the colleague may read."""
    found = filter(_may_read, runtime().store.disclosures.reports(runtime().clock()))
    return [one for one in found if (one.latest.case, one.latest.opened_at) == (case.code, case.opened_at)]
