"""The phone number itself, for a call that was agreed to: a code, a reason, and a line in the audit come first.

It is shown in the answer to that form and nowhere else: in no address, no title, no other page.
"""

from __future__ import annotations

from flask import Response, render_template, request
from flask.typing import ResponseReturnValue

from bot.casework.cases import Case, Status
from bot.casework.consent_gate import NoConsent
from bot.flows.names import Share
from bot.staff.accounts import Role, known_as
from bot.staff.audit import LONGEST_REASON, Verb
from bot.web.console.base import doors, find, the_gate
from bot.web.staff import allowed, fresh, me, note

SHORTEST_REASON = 5
NO_REASON = "Say in a few words why you need to call."


@doors.get("/<code>/number")
@allowed("caseworker", "lead")
@fresh
def number(code: str) -> ResponseReturnValue:
    """Asks for the reason, if there is a number to be seen."""
    return _page(find(code))


@doors.post("/<code>/number")
@allowed("caseworker", "lead")
@fresh
def reveal(code: str) -> ResponseReturnValue:
    """Shows it, once."""
    case, reason = find(code), request.form.get("reason", "").strip()
    if not _why_not(case):
        if not SHORTEST_REASON <= len(reason) <= LONGEST_REASON:
            return _page(case, NO_REASON, 422)
        note(Verb.NUMBER_REVEALED, f"case:{case.code}", reason)
        try:
            return _page(case, phone=the_gate().number(case.person))
        except NoConsent:  # taken back in this very moment
            pass
    return _page(find(code), status=409)


def _why_not(case: Case) -> str:
    """Why there is nothing to be seen for this colleague, or ""."""
    holds = case.status is Status.HELD and case.owner == me().id
    if case.is_open and not (holds or me().may({Role.LEAD})):
        return "Only the case's caseworker can call. Take the case first."
    try:
        if case.is_open:
            the_gate().require(case.person, Share.REACH)
            return ""
    except NoConsent:
        pass
    return "They haven't agreed to a call. You can ask them in the conversation."


def _page(case: Case, fault: str = "", status: int = 200, phone: str = "") -> Response:
    why_not = "" if phone else _why_not(case)
    words = {"case": case, "fault": fault, "phone": phone, "why_not": why_not, "my_name": known_as(me().name)}
    return Response(render_template("console/number.html", **words, longest=LONGEST_REASON), status)
