"""Audit log: writing entries, and the page on which leads read them.

Entries hold ids, and the page shows no more than these ids stand for.
"""

from __future__ import annotations

from flask import render_template, request

from bot.staff.accounts import Staff
from bot.staff.audit import COMMAND_LINE, LONGEST_REASON, Entry, Link, Verb
from bot.web.current import runtime
from bot.web.staff.base import staff_blueprint
from bot.web.staff.passwords import passwords
from bot.web.staff.permissions import role_required
from bot.web.staff.session import current

bp = staff_blueprint("staff_trail")

PAGE = 50
VERBS: dict[str, str] = {
    Verb.SIGN_IN_SLOWED: "Sign-in slowed down",
    Verb.SECOND_FACTOR_CHANGED: "Authenticator app changed",
    Verb.EARLIER_SEEN: "Earlier cases seen",
    Verb.QUEUE_SEEN: "Queue seen",
    Verb.CASE_PASSED: "Case transferred",
    Verb.WORK_CHANGED: "Tasks or referrals changed",
    Verb.NUMBER_REVEALED: "Phone number shown",
    Verb.INTRODUCTION_PROPOSED: "Introduction offered",
    Verb.DISCLOSED: "Disclosure recorded",
    Verb.REPORT_BEGUN: "Mandated report begun",
    Verb.REPORT_ADDED_TO: "Mandated report added to",
    Verb.REPORT_SEEN: "Mandated report read",
    Verb.REPORT_SIGNED: "Mandated report signed",
    Verb.REPLIES_CHANGED: "Quick replies changed",
    Verb.SHIFT_WITHDRAWN: "Offer of a shift withdrawn",
    Verb.WORDS_PUBLISHED: "Messages published",
    Verb.AUDIT_BROKEN: "Audit chain broken: a new segment began",
    Verb.AUDIT_MENDED: "Broken entries looked at",
}
"""Verbs whose stored word is not what staff call the act."""


def note(what: Verb, on: str = "", reason: str = "", who: str = "") -> None:
    """Write an audit entry for the signed-in colleague, or for `who`.

    Call it before the action: if the entry cannot be written (StoreUnavailable, Conflict), the action must not happen.
    Only an action that keeps its own record of who and why, as an edition does, is noted afterwards, once it is done.
    `on` is an id with its kind, like "staff:x7…" or "case:K7QM": never a name, a number or a text.
    """
    here = current()
    by = who or (here.person.id if here else "")
    runtime().store.staff.audit.add(Entry(passwords().clock(), by, what, on, reason.strip()[:LONGEST_REASON]))


@bp.get("/audit")
@role_required("lead")
def page() -> str:
    """Show the entries, newest first, and whether the hash chain is intact."""
    trail = runtime().store.staff.audit
    number = max(request.args.get("page", 1, type=int), 1)
    names: dict[str, Staff] = {person.id: person for person in runtime().store.staff.everybody()}
    total, broken = trail.count(), trail.verify()
    rows = [_row(index, link, names, broken) for index, link in trail.page((number - 1) * PAGE, PAGE)]
    pages = max((total + PAGE - 1) // PAGE, 1)
    unsigned = runtime().store.fetch(runtime().store.disclosures.unsigned_query())
    words = {"rows": rows, "total": total, "broken": broken, "cut": trail.cut(), "page": number, "pages": pages}
    return render_template("staff/audit.html", **words, unsigned=unsigned)


def _row(index: int, link: Link | None, names: dict[str, Staff], broken: int | None) -> dict[str, object]:
    """Build a row of the page; `sound` says whether the chain is intact up to it."""
    row: dict[str, object] = {"number": index + 1, "sound": broken is None or index < broken}
    if link is None:
        return row | {"entry": None}
    entry = link.entry
    kind, _, ref = entry.on.partition(":")
    on = _name(ref, names) if kind == "staff" else f"{kind} {ref}".strip()
    by_itself = kind == "staff" and ref == entry.who
    what = VERBS.get(entry.what, entry.what.replace("_", " ").capitalize())
    return row | {"entry": entry, "what": what, "who": _name(entry.who, names), "on": "" if by_itself else on}


def _name(staff_id: str, names: dict[str, Staff]) -> str:
    if staff_id in ("", COMMAND_LINE):
        return staff_id.capitalize() or "Not signed in"
    return names[staff_id].name if staff_id in names else staff_id
