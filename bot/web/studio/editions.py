"""Every edition that was published: who, when and why, what differs between any two, and the way back."""

from __future__ import annotations

from typing import NamedTuple

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.content.draft import LISTS, PHRASES, published_value
from bot.content.editions import Edition, Name, entries
from bot.errors import ContentError, LostRace
from bot.staff.audit import Verb
from bot.web.current import parts
from bot.web.staff import allowed, me, note
from bot.web.studio import diff as difference
from bot.web.studio import labels as words
from bot.web.studio.base import desk, doors, languages, names

PAGE = 50


class Differs(NamedTuple):
    """One entry that two editions have in different words."""

    name: Name
    changes: tuple[difference.Changed, ...]


@doors.get("/editions")
@allowed("editor")
def editions() -> str:
    """A page of them, the newest first: those numbered below `before`, or the latest; what ships is the last."""
    before = request.args.get("before", type=int)
    return render_template(
        "studio/editions.html", history=desk().history(PAGE, before), newest=desk().edition().number, people=names(),
        published=request.args.get("published", type=int), before=before,
    )  # fmt: skip


@doors.get("/editions/difference")
@allowed("editor")
def compared() -> str:
    """What differs between two, and the form by which the second is put in use again."""
    before, after = (_edition(request.args.get(which, 0, type=int)) for which in ("from", "to"))
    return _page(before, after)


@doors.post("/editions/back")
@allowed("editor")
def back() -> ResponseReturnValue:
    """Put an earlier one in use again, as a new one. It is noted once it is done, by its number."""
    number = request.form.get("to", type=int)
    if number is None:
        abort(400)
    wanted = _edition(number)
    newest = desk().edition()
    why = request.form.get("why", "").strip()
    if not why:
        return _page(newest, wanted, "Enter a reason for your colleagues."), 422
    if request.form.get("newest", type=int) != newest.number:
        return _page(newest, wanted, "Someone has just published. Going back would now change this."), 409
    try:
        made = desk().go_back(wanted.number, me().id, why)
    except LostRace:
        return _page(desk().edition(), wanted, "Someone has just published. Check the changes, then try again."), 409
    note(Verb.WORDS_PUBLISHED, f"edition:{made.number}")
    return redirect(url_for("studio.editions", published=made.number), 303)


def _edition(number: int) -> Edition:
    try:
        return desk().number(number)
    except ContentError:
        abort(404)


def _page(before: Edition, after: Edition, fault: str = "") -> str:
    newest = desk().edition()
    return render_template(
        "studio/compared.html", before=before, after=after, newest=newest.number, words=words,
        found=_differs(before, after), languages=languages(), people=names(), fault=fault,
        why=request.form.get("why", ""), numbers=range(newest.number + 1),
    )  # fmt: skip


def _differs(before: Edition, after: Edition) -> list[Differs]:
    sheets = parts().words.shipped.sheets
    found = []
    for name in sorted(_names(before) | _names(after)):
        old, new = (published_value(sheets, edition, name) for edition in (before, after))
        changes = difference.between(old, new)
        if changes:
            found.append(Differs(name, changes))
    return found


def _names(edition: Edition) -> set[Name]:
    """Every entry that an edition has of its own."""
    return {
        *(name for name, _ in entries(edition.words)),
        *(name._replace(section=PHRASES + name.section) for name, _ in entries(edition.phrases)),
        *(Name(code, LISTS, kind) for code, lists in edition.lists.items() for kind in lists),
    }
