"""Published editions: who published each, when and why, the difference between two, and going back to one."""

from __future__ import annotations

from typing import NamedTuple

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.content.draft import LISTS, PHRASES, published_value
from bot.content.editions import Edition, EntryName, entries
from bot.errors import Conflict, ContentError
from bot.staff.audit import Verb
from bot.web.base import names
from bot.web.staff import me, note, role_required
from bot.web.studio import diff as difference
from bot.web.studio import labels as words
from bot.web.studio.base import bp, content_actions
from bot.web.studio.workspace import Workspace, load_workspace

PAGE = 50


class Differs(NamedTuple):
    """An entry that differs between two editions."""

    name: EntryName
    changes: tuple[difference.Changed, ...]


@bp.get("/editions")
@role_required("editor")
def editions() -> str:
    """List editions, the newest first, from the one numbered below `before`. The shipped words come last."""
    before = request.args.get("before", type=int)
    return render_template(
        "studio/editions.html",
        history=content_actions().history(PAGE, before),
        newest=content_actions().edition().number,
        people=names(),
        published=request.args.get("published", type=int),
        before=before,
    )


@bp.get("/editions/difference")
@role_required("editor")
def compared() -> str:
    """Show the difference between two editions, and the form that goes back to the second."""
    space = load_workspace()
    before, after = (_edition(space, request.args.get(which, 0, type=int)) for which in ("from", "to"))
    return _page(space, before, after)


@bp.post("/editions/back")
@role_required("editor")
def back() -> ResponseReturnValue:
    """Publish an earlier edition again, as a new one. The audit entry follows, since only then it has its number."""
    number = request.form.get("to", type=int)
    if number is None:
        abort(400)
    space = load_workspace()
    newest, wanted = space.edition, _edition(space, number)
    why = request.form.get("why", "").strip()
    if not why:
        return _page(space, newest, wanted, "Enter a reason for your colleagues."), 422
    if request.form.get("newest", type=int) != newest.number:
        says = "Someone has just published. Going back would now change this."
        return _page(space, newest, wanted, says), 409
    try:
        made = content_actions().go_back(wanted.number, me().id, why)
    except Conflict:
        space = load_workspace()
        return _page(space, space.edition, wanted, "Someone has just published. Check, then try again."), 409
    note(Verb.WORDS_PUBLISHED, f"edition:{made.number}")
    return redirect(url_for("studio.editions", published=made.number), 303)


def _edition(space: Workspace, number: int) -> Edition:
    try:
        return space.edition if number == space.edition.number else content_actions().number(number)
    except ContentError:
        abort(404)


def _page(space: Workspace, before: Edition, after: Edition, fault: str = "") -> str:
    return render_template(
        "studio/compared.html", before=before, after=after, newest=space.edition.number, words=words,
        found=_differs(space, before, after), languages=space.languages, people=names(), fault=fault,
        why=request.form.get("why", ""), numbers=range(space.edition.number + 1),
    )  # fmt: skip


def _differs(space: Workspace, before: Edition, after: Edition) -> list[Differs]:
    found = []
    for name in sorted(_names(before) | _names(after)):
        old, new = (published_value(space.shipped, edition, name) for edition in (before, after))
        changes = difference.between(old, new)
        if changes:
            found.append(Differs(name, changes))
    return found


def _names(edition: Edition) -> set[EntryName]:
    """Return the names of all entries that an edition changes."""
    return {
        *(name for name, _ in entries(edition.words)),
        *(name._replace(section=PHRASES + name.section) for name, _ in entries(edition.phrases)),
        *(EntryName(code, LISTS, kind) for code, lists in edition.lists.items() for kind in lists),
    }
