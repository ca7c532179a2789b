"""Noting who did what, and the page on which leads read it. A page never shows more than ids stand for."""

from __future__ import annotations

from flask import render_template, request

from bot.staff.accounts import Staff
from bot.staff.audit import COMMAND_LINE, LONGEST_REASON, Entry, Link, Verb
from bot.web.current import parts
from bot.web.staff.base import room
from bot.web.staff.passwords import gate
from bot.web.staff.permissions import allowed
from bot.web.staff.session import current

doors = room("staff_trail")

PAGE = 50
VERBS = {
    Verb.SIGN_IN_SLOWED: "Sign-in slowed down",
    Verb.CASE_PASSED: "Case transferred",
    Verb.WORK_CHANGED: "Tasks or referrals changed",
    Verb.NUMBER_REVEALED: "Phone number shown",
    Verb.INTRODUCTION_PROPOSED: "Introduction offered",
    Verb.DISCLOSED: "Disclosure recorded",
    Verb.WORDS_PUBLISHED: "Messages published",
}
"""Verbs whose stored word is not what staff call the act."""


def note(what: Verb, on: str = "", reason: str = "", who: str = "") -> None:
    """Note what is about to be done, or was, by the colleague who is signed in unless `who` says otherwise.

    Call it before the deed: if it cannot be noted (StoreGone, LostRace), the deed must not happen. Only what
    keeps its own record of who and why, as an edition does, is noted after, when it is known that it was done. `on` is
    an id with its kind, like "staff:x7…" or "case:K7QM": never a name, a number or a text.
    """
    here = current()
    by = who or (here.person.id if here else "")
    parts().store.staff.audit.add(Entry(gate().clock(), by, what, on, reason.strip()[:LONGEST_REASON]))


@doors.get("/audit")
@allowed("lead")
def page() -> str:
    """What was noted, the newest first, and whether the chain still holds."""
    trail = parts().store.staff.audit
    number = max(request.args.get("page", 1, type=int), 1)
    names: dict[str, Staff] = {person.id: person for person in parts().store.staff.everybody()}
    total, broken = trail.count(), trail.verify()
    rows = [_row(index, link, names, broken) for index, link in trail.page((number - 1) * PAGE, PAGE)]
    pages = max((total + PAGE - 1) // PAGE, 1)
    words = {"rows": rows, "total": total, "broken": broken, "cut": trail.cut(), "page": number, "pages": pages}
    return render_template("staff/audit.html", **words)


def _row(index: int, link: Link | None, names: dict[str, Staff], broken: int | None) -> dict[str, object]:
    """One line as the page shows it. `sound` is whether the chain holds up to it."""
    row: dict[str, object] = {"number": index + 1, "sound": broken is None or index < broken}
    if link is None:
        return row | {"entry": None}
    entry = link.entry
    kind, _, ref = entry.on.partition(":")
    on = _name(ref, names) if kind == "staff" else f"{kind} {ref}".strip()
    by_itself = kind == "staff" and ref == entry.who
    what = VERBS.get(entry.what, entry.what.value.replace("_", " ").capitalize())
    return row | {"entry": entry, "what": what, "who": _name(entry.who, names), "on": "" if by_itself else on}


def _name(staff_id: str, names: dict[str, Staff]) -> str:
    if staff_id in ("", COMMAND_LINE):
        return staff_id.capitalize() or "Not signed in"
    return names[staff_id].name if staff_id in names else staff_id
