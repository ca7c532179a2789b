"""The help lines: what is known of each, when somebody last tried it, and the monthly list to check off.

Numbers are not changed here: they come with a release, where two people read them.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.actions.content import Unfit
from bot.content.hotlines import Hotlines, Line
from bot.errors import ContentError, LostRace
from bot.staff.audit import Verb
from bot.web.current import parts
from bot.web.staff import allowed, me, note
from bot.web.studio.base import desk, doors

WAYS = {
    "call": "Checked by call",
    "text": "Checked by text",
    "video": "Checked by video call",
    "chat": "Checked online",
}
LANGUAGES = {"en": "English", "es": "Spanish", "fr": "French", "ase": "American Sign Language"}


class Row(NamedTuple):
    """One line as the page shows it. `uses`: for each region, what it is for there. `days` since it was tried."""

    id: str
    help_line: Line
    uses: list[tuple[str, str]]
    languages: str
    is_stale: bool
    days: int | None
    ways: list[tuple[str, str]]


@doors.get("/hotlines")
@allowed("editor")
def hotlines() -> ResponseReturnValue:
    """The list, what has waited the longest first."""
    return _page()


@doors.post("/hotlines")
@allowed("editor")
def tried() -> ResponseReturnValue:
    """Somebody tried a line on a day: known to every process from its next turn. The draft waits."""
    line = request.form.get("line", "")
    known = parts().words.now.hotlines.lines.get(line)
    way = request.form.get("way", "")
    if known is None or way not in dict(_ways(known)):
        abort(400)
    fault = _fault(request.form.get("day", ""), known)
    if fault:
        return _page(line, fault), 422
    day, done = dt.date.fromisoformat(request.form["day"]), url_for("studio.hotlines", done=line, _anchor=line)
    if day == known.checked:  # in another way, or by somebody else
        return redirect(done, 303)
    try:
        made = desk().tried(line, day, me().id)
    except LostRace:
        return _page(line, "Someone published at the same moment. Record it again."), 409
    except (ContentError, Unfit):
        return _page(line, "Not saved: the published messages have an error. Check the draft first."), 422
    note(Verb.WORDS_PUBLISHED, f"edition:{made.number}", reason=f"tried {line} by {way}")
    return redirect(done, 303)


def _page(line: str = "", fault: str = "") -> str:
    lines = parts().words.now.hotlines
    rows = _rows(lines, _today())
    return render_template(
        "studio/hotlines.html",
        rows=rows,
        stale=sum(row.is_stale for row in rows),
        today=_today(),
        done=request.args.get("done", ""),
        line_at=line,
        fault=fault,
    )


def _rows(lines: Hotlines, today: dt.date) -> list[Row]:
    stale = set(lines.stale(today))
    rows = []
    for key, line in lines.lines.items():
        uses = [
            (region, ", ".join(role.value.replace("_", " ") for role, served in roles.items() if served == key))
            for region, roles in lines.regions.items()
        ]
        days = (today - line.checked).days if line.checked else None
        told = ", ".join(LANGUAGES.get(code, code) for code in line.languages)
        rows.append(Row(key, line, [use for use in uses if use[1]], told, key in stale, days, _ways(line)))
    return sorted(rows, key=lambda row: (not row.is_stale, row.help_line.checked or dt.date.min))


def _ways(line: Line) -> list[tuple[str, str]]:
    """How this line can be tried."""
    found = [(way, says) for way, says in WAYS.items() if way != "chat" and line.number(way)]
    return found or [("chat", WAYS["chat"])]


def _fault(day: str, line: Line) -> str:
    """What is wrong with the day on which it was tried; "" for nothing."""
    try:
        tried_on = dt.date.fromisoformat(day)
    except ValueError:
        return "Choose the date you checked it."
    if tried_on > _today():
        return "That date is in the future. Choose the date you checked it."
    if line.checked and tried_on < line.checked:
        return "It was already checked on a later date. We kept that date."
    return ""


def _today() -> dt.date:
    """The day on the programme's clock."""
    return dt.datetime.fromtimestamp(parts().clock(), parts().settings.timezone).date()
