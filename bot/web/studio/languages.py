"""The languages: which are offered, how far the others are, and starting a new one."""

from __future__ import annotations

from dataclasses import dataclass

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.content.draft import applied
from bot.content.editions import ABOUT, Name
from bot.content.readiness import lacks
from bot.content.rules import LONGEST_NAME, MOST_ADDED, is_carrier_word
from bot.content.translation import ENGLISH, direction, own_name, rows
from bot.errors import ContentError, LostRace
from bot.understanding import normalise
from bot.web.current import parts
from bot.web.staff import allowed, me
from bot.web.studio.base import desk, doors, languages


@dataclass(frozen=True)
class Standing:
    """How far a language is, in entries. The words of all others are made from the `source`.

    `lacks`: what stands in the way of offering it, besides what is not written.
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


@doors.get("/languages", endpoint="languages")
@allowed("editor")
def page() -> str:
    """All languages, and how far they are."""
    return _page()


@doors.post("/languages")
@allowed("editor")
def start_language() -> ResponseReturnValue:
    """Begin the sheet of a language, in the draft."""
    code, name = request.form.get("code", "").strip().lower(), request.form.get("name", "").strip()
    try:
        name = _fit(code, name or own_name(code))
        about = Name(code, ABOUT, "language")
        desk().put(about, desk().entry(about).mark, name, me().id)
    except ContentError as error:
        return _page(" ".join(error.problems)), 422
    except LostRace:
        return _page("Someone has just added this language."), 409
    return redirect(url_for("studio.translation", code=code), 303)


def _fit(code: str, name: str) -> str:
    """The name, if people can choose the language by it. Raises ContentError: what else is expected."""
    own_name(code)
    there = languages()
    if code in there:
        raise ContentError([f"You already have {there[code]}."])
    if len(there) - len(parts().words.shipped.sheets) >= MOST_ADDED:
        raise ContentError([f"You can add up to {MOST_ADDED} languages."])
    if not normalise(name).tokens or any(letter.isdecimal() for letter in name) or is_carrier_word(name):
        raise ContentError([f"{name}: use letters only, and no carrier word like STOP."])
    if name.casefold() in (other.casefold() for other in there.values()):
        raise ContentError([f"{name}: another language already has this name."])
    if len(name) > LONGEST_NAME:
        raise ContentError([f"{name}: use at most {LONGEST_NAME} letters."])
    return name


def standing(code: str) -> Standing:
    """How far one language is, the draft counted in."""
    shipped, name = parts().words.shipped.sheets, languages()[code]
    offered = code in parts().words.now.catalog.languages
    by_entry: dict[Name, list[tuple[bool, bool]]] = {}
    edition = applied(desk().edition(), desk().draft())
    for row in rows(shipped, edition, code):
        by_entry.setdefault(row.name, []).append((bool(row.value), row.reviewed))
    whole, ships = len(by_entry), code in shipped
    written = whole if ships else sum(all(is_there for is_there, _ in each) for each in by_entry.values())
    reviewed = sum(all(seen for _, seen in each) for each in by_entry.values())
    must = parts().settings.language_review_must
    missing = () if ships else tuple(lacks(code, edition, must_review=must))
    return Standing(code, name, direction(code), ships, offered, written, reviewed, whole, code == ENGLISH, missing)


def _page(fault: str = "") -> str:
    return render_template(
        "studio/languages.html", standings=[standing(code) for code in languages()], fault=fault, typed=request.form,
        must_review=parts().settings.language_review_must, longest_name=LONGEST_NAME,
    )  # fmt: skip
