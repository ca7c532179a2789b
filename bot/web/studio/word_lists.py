"""Word lists: of the trade, that blame or promise, which one is asked about; and what no watched screen may show."""

from __future__ import annotations

from typing import NamedTuple

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.content.draft import LISTS
from bot.content.editions import Name
from bot.content.plain_language import Kind, shipped
from bot.errors import ContentError, LostRace
from bot.web.current import parts
from bot.web.staff import allowed, me
from bot.web.studio.base import desk, doors, languages, names
from bot.web.studio.line_entries import Lines, Refused, Shelf, name_of_form, refused

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
    """One list: what ships of it, and the staff's own."""

    kind: Kind
    title: str
    about: str
    shipped: tuple[str, ...]
    own: Lines


@doors.get("/lists")
@allowed("editor")
def lists() -> ResponseReturnValue:
    """The lists of one language."""
    return _page(request.args.get("language", ""))


@doors.post("/lists")
@allowed("editor")
def keep_list() -> ResponseReturnValue:
    """Keep the staff's own words of one list in the draft."""
    name = name_of_form(LISTS)
    if name.language not in languages() or name.key not in {*Kind}:
        abort(400)
    there = set(shipped(name.language, Kind(name.key)))
    lines = [" ".join(line.lower().split()) for line in request.form.get("lines", "").splitlines()]
    words = [word for word in dict.fromkeys(lines) if word and word not in there]
    try:
        if len(words) > MOST_WORDS or any(len(word) > LONGEST for word in words):
            raise ContentError([f"Use at most {MOST_WORDS} lines of {LONGEST} letters each."])
        desk().put(name, request.form.get("seen", ""), words or None, me().id)
    except (ContentError, LostRace) as error:
        again = refused(name, error)
        return _page(name.language, again), again.status
    return redirect(url_for("studio.lists", language=name.language, done=name.key, _anchor=name.key), 303)


def _page(language: str, again: Refused | None = None) -> str:
    known = languages()
    language = language if language in known else next(iter(known), "en")
    shelf = Shelf(parts().words.shipped.sheets, desk().edition(), desk().draft(), again)
    return render_template(
        "studio/lists.html",
        language=language,
        languages=known,
        lists=[
            WordList(kind, *ABOUT[kind], shipped(language, kind), shelf.of(Name(language, LISTS, kind)))
            for kind in Kind
        ],
        done=request.args.get("done", ""),
        names=names(),
    )
