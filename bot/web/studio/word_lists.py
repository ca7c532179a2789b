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
    Kind.JARGON: ("Words of the trade", "Said among colleagues. A young person should not need a dictionary."),
    Kind.BLAME: ("Words that may blame", "They ask why, or say what somebody should have done."),
    Kind.PROMISE: ("Words that promise too much", "Nobody can keep them, and who was let down before hears that."),
    Kind.NAMES: (
        "Words that name it",
        "No text says one while somebody else may see the screen. The beginning is enough: abus stands for abuse.",
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
            raise ContentError([f"At most {MOST_WORDS} lines, of {LONGEST} letters each."])
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
