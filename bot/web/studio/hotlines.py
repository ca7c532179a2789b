"""The help lines: each with its facts, the day when an editor last tried it, and the monthly check.

An emergency number is never dialled or texted to try it: it is looked up in a document, and no other way is offered.

Editors cannot change numbers: those come with a release, after a review by two people.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.actions.content import NotPublishable
from bot.content.hotlines import Hotlines, Line
from bot.content.languages import ENGLISH_NAMES
from bot.errors import Conflict, ContentError
from bot.staff.audit import Verb
from bot.web.base import local_now
from bot.web.current import runtime
from bot.web.staff import me, note, role_required
from bot.web.studio.base import bp, content_actions

WAYS = {
    "call": "Checked by call",
    "text": "Checked by text",
    "video": "Checked by video call",
    "chat": "Checked online",
}


DOCUMENT = ("document", "Checked in a document")
"""The only way to check an emergency number."""


class Row(NamedTuple):
    """A help line on the page. `uses` pairs each region with its roles there; `days` have passed since the last try."""

    id: str
    help_line: Line
    uses: list[tuple[str, str]]
    languages: str
    is_stale: bool
    days: int | None
    ways: list[tuple[str, str]]
    is_emergency: bool


@bp.get("/hotlines")
@role_required("editor")
def hotlines() -> ResponseReturnValue:
    """List the help lines, those that were not tried for the longest time first."""
    return _page()


@bp.post("/hotlines")
@role_required("editor")
def tried() -> ResponseReturnValue:
    """Publish that an editor tried a help line on a day. The draft stays as it is."""
    line = request.form.get("line", "")
    hotlines = runtime().content.now.hotlines
    known, way = hotlines.lines.get(line), request.form.get("way", "")
    if known is None or way not in dict(_ways(known, is_emergency=line in hotlines.emergencies)):
        abort(400)
    fault = _fault(request.form.get("day", ""), known)
    if fault:
        return _page(line, fault), 422
    day, done = dt.date.fromisoformat(request.form["day"]), url_for("studio.hotlines", done=line, _anchor=line)
    if day == known.checked:  # in another way, or by somebody else
        return redirect(done, 303)
    try:
        made = content_actions().hotline_checked(line, day, me().id)
    except Conflict:
        return _page(line, "Someone published at the same moment. Record it again."), 409
    except (ContentError, NotPublishable):
        return _page(line, "Not saved: the published messages have an error. Check the draft first."), 422
    how = "checked" if way == DOCUMENT[0] else "tried"
    note(Verb.WORDS_PUBLISHED, f"edition:{made.number}", reason=f"{how} {line} by {way}")
    return redirect(done, 303)


def _page(line: str = "", fault: str = "") -> str:
    today = local_now().date()
    rows = _rows(runtime().content.now.hotlines, today)
    return render_template(
        "studio/hotlines.html",
        rows=rows,
        stale=sum(row.is_stale for row in rows),
        today=today,
        done=request.args.get("done", ""),
        line_at=line,
        fault=fault,
    )


def _rows(lines: Hotlines, today: dt.date) -> list[Row]:
    stale, emergencies = set(lines.stale(today)), lines.emergencies
    rows = []
    for key, line in lines.lines.items():
        uses = [
            (region, ", ".join(role.value.replace("_", " ") for role, served in roles.items() if served == key))
            for region, roles in lines.regions.items()
        ]
        days = (today - line.checked).days if line.checked else None
        told = ", ".join(ENGLISH_NAMES.get(code, code) for code in line.languages)
        urgent = key in emergencies
        ways = _ways(line, is_emergency=urgent)
        rows.append(Row(key, line, [use for use in uses if use[1]], told, key in stale, days, ways, urgent))
    return sorted(rows, key=lambda row: (not row.is_stale, row.help_line.checked or dt.date.min))


def _ways(line: Line, *, is_emergency: bool) -> list[tuple[str, str]]:
    """Return the ways to try a line; for an emergency number, the way to check it without trying."""
    if is_emergency:
        return [DOCUMENT]
    found = [(way, says) for way, says in WAYS.items() if way != "chat" and line.number(way)]
    return found or [("chat", WAYS["chat"])]


def _fault(day: str, line: Line) -> str:
    """Return what is wrong with the day of the try; "" for nothing."""
    try:
        tried_on = dt.date.fromisoformat(day)
    except ValueError:
        return "Choose the date you checked it."
    if tried_on > local_now().date():
        return "That date is in the future. Choose the date you checked it."
    if line.checked and tried_on < line.checked:
        return "It was already checked on a later date. We kept that date."
    return ""
