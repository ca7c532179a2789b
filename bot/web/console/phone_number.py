"""Phone number of a person, for a call that they agreed to.

It takes a recent second-factor check and a reason, and an audit entry comes first. The number is shown in the answer to
that form and nowhere else: in no URL, no title and no other page.
"""

from __future__ import annotations

from flask import Response, render_template, request
from flask.typing import ResponseReturnValue

from bot.casework.cases import Case, Status
from bot.casework.consent_gate import NoConsent
from bot.flows.names import ShareItem
from bot.staff.accounts import Role, known_as
from bot.staff.audit import LONGEST_REASON, Verb
from bot.web.console.base import bp, consent_gate, find
from bot.web.staff import me, note, recent_auth_required, role_required

SHORTEST_REASON = 5
NO_REASON = "Say in a few words why you need to call."


@bp.get("/<code>/number")
@role_required("caseworker", "lead")
@recent_auth_required
def number(code: str) -> ResponseReturnValue:
    """Ask for the reason, if there is a number to show."""
    return _page(find(code))


@bp.post("/<code>/number")
@role_required("caseworker", "lead")
@recent_auth_required
def reveal(code: str) -> ResponseReturnValue:
    """Show the number once, after noting the reason."""
    case, reason = find(code), request.form.get("reason", "").strip()
    if not _why_not(case):
        if not SHORTEST_REASON <= len(reason) <= LONGEST_REASON:
            return _page(case, NO_REASON, 422)
        note(Verb.NUMBER_REVEALED, f"case:{case.code}", reason)
        try:
            return _page(case, phone=consent_gate().number(case.person))
        except NoConsent:  # consent was withdrawn just now
            pass
    return _page(find(code), status=409)


def _why_not(case: Case) -> str:
    """Return why this colleague cannot see the number, or ""."""
    holds = case.status is Status.HELD and case.owner == me().id
    if case.is_open and not (holds or me().may({Role.LEAD})):
        return "Only the case's caseworker can call. Take the case first."
    try:
        if case.is_open:
            consent_gate().require(case.person, ShareItem.REACH)
            return ""
    except NoConsent:
        pass
    return "They haven't agreed to a call. You can ask them in the conversation."


def _page(case: Case, fault: str = "", status: int = 200, phone: str = "") -> Response:
    why_not = "" if phone else _why_not(case)
    words = {"case": case, "fault": fault, "phone": phone, "why_not": why_not, "my_name": known_as(me().name)}
    return Response(render_template("console/number.html", **words, longest=LONGEST_REASON), status)
