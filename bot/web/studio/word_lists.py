"""The word lists: jargon, blame and promises, which cause a warning, and words that a watched screen may not show."""

from __future__ import annotations

from typing import NamedTuple

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.content.draft import LISTS
from bot.content.editions import EntryName
from bot.content.plain_language import Kind, shipped
from bot.errors import Conflict, ContentError
from bot.web.base import names
from bot.web.staff import me, role_required
from bot.web.studio.base import bp, content_actions
from bot.web.studio.line_entries import Lines, Refused, Shelf, name_of_form, refused
from bot.web.studio.workspace import Workspace, load_workspace

MOST_WORDS, LONGEST = 300, 60

ABOUT = {
    Kind.JARGON: ("Jargon", "Staff use these. A young person shouldn't need a dictionary."),
    Kind.BLAME: ("Blaming words", "They ask why, or say what someone should have done."),
    Kind.PROMISE: ("Promises", "No one can keep these. People who were let down before notice."),
    Kind.NAMES: (
        "Revealing words",
        "We never send these while someone else may see the screen. A word's start is enough: abus covers abuse.",
    ),
}


class WordList(NamedTuple):
    """One list: the shipped words, and those that staff added."""

    kind: Kind
    title: str
    about: str
    shipped: tuple[str, ...]
    own: Lines


@bp.get("/lists")
@role_required("editor")
def lists() -> ResponseReturnValue:
    """Show the lists of one language."""
    return _page(load_workspace(), request.args.get("language", ""))


@bp.post("/lists")
@role_required("editor")
def keep_list() -> ResponseReturnValue:
    """Save the words that staff added to one list, in the draft."""
    name, space = name_of_form(LISTS), load_workspace()
    if name.language not in space.languages or name.key not in {*Kind}:
        abort(400)
    there = set(shipped(name.language, Kind(name.key)))
    lines = [" ".join(line.lower().split()) for line in request.form.get("lines", "").splitlines()]
    words = [word for word in dict.fromkeys(lines) if word and word not in there]
    try:
        if len(words) > MOST_WORDS or any(len(word) > LONGEST for word in words):
            raise ContentError([f"Use at most {MOST_WORDS} lines of {LONGEST} letters each."])
        content_actions().save_draft(name, request.form.get("seen", ""), words or None, me().id)
    except (ContentError, Conflict) as error:
        again = refused(name, error)
        return _page(load_workspace(), name.language, again), again.status
    return redirect(url_for("studio.lists", language=name.language, done=name.key, _anchor=name.key), 303)


def _page(space: Workspace, language: str, again: Refused | None = None) -> str:
    known = space.languages
    language = language if language in known else next(iter(known), "en")
    shelf = Shelf(space, again)
    return render_template(
        "studio/lists.html",
        language=language,
        languages=known,
        lists=[
            WordList(kind, *ABOUT[kind], shipped(language, kind), shelf.of(EntryName(language, LISTS, kind)))
            for kind in Kind
        ],
        done=request.args.get("done", ""),
        names=names(),
    )
