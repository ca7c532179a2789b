"""The languages: which are offered, how far the others are, and how to start a new one."""

from __future__ import annotations

from dataclasses import dataclass

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.content.editions import ABOUT, EntryName
from bot.content.readiness import missing_for_release
from bot.content.rules import LONGEST_NAME, MOST_ADDED, is_carrier_word
from bot.content.translation import ENGLISH, direction, own_name, rows
from bot.errors import Conflict, ContentError
from bot.understanding import normalise
from bot.web.current import runtime
from bot.web.staff import me, role_required
from bot.web.studio.base import bp, content_actions
from bot.web.studio.workspace import Workspace, load_workspace


@dataclass(frozen=True)
class Standing:
    """Progress of a language, in entries. All others are translated from the `source`.

    `lacks` are the reasons why it is not offered, besides missing entries.
    """

    code: str
    name: str
    way: str
    ships: bool
    offered: bool
    written: int
    reviewed: int
    whole: int
    source: bool
    lacks: tuple[str, ...] = ()


@bp.get("/languages", endpoint="languages")
@role_required("editor")
def page() -> str:
    """Show all languages and their progress."""
    return _page(load_workspace())


@bp.post("/languages")
@role_required("editor")
def start_language() -> ResponseReturnValue:
    """Start a language, in the draft."""
    code, name = request.form.get("code", "").strip().lower(), request.form.get("name", "").strip()
    space = load_workspace()
    try:
        name = _fit(space, code, name or own_name(code))
        about = EntryName(code, ABOUT, "language")
        content_actions().save_draft(about, space.entry(about).mark, name, me().id)
    except ContentError as error:
        return _page(space, " ".join(error.problems)), 422
    except Conflict:
        return _page(load_workspace(), "Someone has just added this language."), 409
    return redirect(url_for("studio.translation", code=code), 303)


def _fit(space: Workspace, code: str, name: str) -> str:
    """Return the name if people can choose the language by it. Raises ContentError that says what is expected."""
    own_name(code)
    there = space.languages
    if code in there:
        raise ContentError([f"You already have {there[code]}."])
    if len(there) - len(space.shipped) >= MOST_ADDED:
        raise ContentError([f"You can add up to {MOST_ADDED} languages."])
    if not normalise(name).tokens or any(letter.isdecimal() for letter in name) or is_carrier_word(name):
        raise ContentError([f"{name}: use letters only, and no carrier word like STOP."])
    if name.casefold() in (other.casefold() for other in there.values()):
        raise ContentError([f"{name}: another language already has this name."])
    if len(name) > LONGEST_NAME:
        raise ContentError([f"{name}: use at most {LONGEST_NAME} letters."])
    return name


def standing(space: Workspace, code: str) -> Standing:
    """Return the progress of a language, drafted entries included."""
    shipped, edition, name = space.shipped, space.drafted, space.languages[code]
    offered = code in runtime().content.now.catalog.languages
    by_entry: dict[EntryName, list[tuple[bool, bool]]] = {}
    for row in rows(shipped, edition, code):
        by_entry.setdefault(row.name, []).append((bool(row.value), row.reviewed))
    whole, ships = len(by_entry), code in shipped
    written = whole if ships else sum(all(is_there for is_there, _ in each) for each in by_entry.values())
    reviewed = sum(all(seen for _, seen in each) for each in by_entry.values())
    must = runtime().settings.language_review_must
    missing = () if ships else tuple(missing_for_release(code, edition, must_review=must))
    return Standing(code, name, direction(code), ships, offered, written, reviewed, whole, code == ENGLISH, missing)


def _page(space: Workspace, fault: str = "") -> str:
    return render_template(
        "studio/languages.html", standings=[standing(space, code) for code in space.languages], fault=fault,
        typed=request.form, must_review=runtime().settings.language_review_must, longest_name=LONGEST_NAME,
    )  # fmt: skip
