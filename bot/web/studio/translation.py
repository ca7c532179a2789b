"""One language: its whole sheet, read by a native reader; one of the staff's own is written here, or sent out as PO."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from flask import abort, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.content.draft import Draft, applied, mark_of, published_value
from bot.content.findings import Finding
from bot.content.own_words import Edition, Name
from bot.content.translation import ENGLISH, MOST_BYTES, as_po, direction, from_po, review_of, rows, with_part
from bot.errors import ContentError, LostRace
from bot.web.parts import parts
from bot.web.staff import allowed, me
from bot.web.studio import words
from bot.web.studio.languages import standing
from bot.web.studio.look import desk, doors, languages

MEANWHILE = "Somebody has changed this entry meanwhile. Look again, then go on."
FILE_MEANWHILE = "Somebody has changed one of these entries meanwhile. Nothing of the file was taken. Send it again."


@doors.get("/languages/<code>")
@allowed("editor")
def translation(code: str) -> str:
    """The whole sheet."""
    _known(code)
    return _page(code)


@doors.post("/languages/<code>")
@allowed("editor")
def act_on_translation(code: str) -> ResponseReturnValue:
    """Keep one entry, or say as a native reader that one has seen it as it stands."""
    _known(code)
    is_own, act = code not in _sheets(), request.form.get("act", "")
    name = Name(code, request.form.get("section", ""), request.form.get("key", ""))
    if not any(row.name == name for row in rows(_sheets(), _edition(), code)) or not (is_own or act == "seen"):
        abort(400)
    try:
        if act == "seen":
            value = published_value(_sheets(), _edition(), name)
            if desk().entry(name).mark != request.form.get("seen", "") or value is None:
                raise LostRace("the entry has changed since it was seen")
            _put(*review_of(name, value))
        else:
            desk().put(name, request.form.get("seen", ""), _typed(name, request.form), me().id)
    except ContentError as error:
        return _page(code, " ".join(error.problems)), 422
    except LostRace:
        return _page(code, MEANWHILE), 409
    return redirect(url_for("studio.translation", code=code, _anchor=f"{name.section}.{name.key}"), 303)


@doors.get("/languages/<code>/sheet.po")
@allowed("editor")
def translation_file(code: str) -> ResponseReturnValue:
    """The sheet for a translator's tools."""
    _own(code)
    answer = make_response(as_po(_sheets(), _edition(), code))
    answer.headers["Content-Type"] = "text/x-gettext-translation; charset=utf-8"
    answer.headers["Content-Disposition"] = f'attachment; filename="{code}.po"'
    return answer


@doors.post("/languages/<code>/sheet.po")
@allowed("editor")
def take_translation_file(code: str) -> ResponseReturnValue:
    """Put what a translator's file changes into the draft: all of it, or nothing when there is a fault in it, or when
    somebody writes one of its entries in the same moment.
    """
    _own(code)
    sent = request.files.get("file")
    edition, draft = desk().edition(), desk().draft()
    try:
        data = sent.stream.read(MOST_BYTES + 1) if sent else b""
        changed = from_po(data, _sheets(), applied(edition, draft), code)
        desk().put_all(changed, {name: _mark(name, edition, draft) for name in changed}, me().id)
    except ContentError as error:
        return _page(code, " ".join(error.problems[:10])), 422
    except LostRace:
        return _page(code, FILE_MEANWHILE), 409
    return redirect(url_for("studio.translation", code=code, taken=len(changed)), 303)


def _known(code: str) -> None:
    """One of the languages that are made from English: what ships is written message by message, and read here."""
    if code not in languages() or code == ENGLISH:
        abort(404)


def _own(code: str) -> None:
    """One of the staff's own."""
    if code not in languages() or code in _sheets():
        abort(404)


def _sheets() -> Mapping[str, Any]:
    return parts().words.shipped.sheets


def _edition() -> Edition:
    return applied(desk().edition(), desk().draft())


def _put(name: Name, value: Any) -> None:
    desk().put(name, desk().entry(name).mark, value, me().id)


def _typed(name: Name, form: Mapping[str, str]) -> Any:
    value: Any = {}
    for row in rows(_sheets(), _edition(), name.language):
        words = form.get(f"words.{row.part}", "").strip()
        if row.name == name and (words or (row.english and row.part != "bland")):
            value = with_part(value, row.part, words)
    return value


def _page(code: str, fault: str = "") -> str:
    edition, draft = desk().edition(), desk().draft()
    found: dict[Name, list[Finding]] = {}
    for one in desk().findings():
        found.setdefault(one.name, []).append(one)
    entries = [(name, list(each)) for name, each in groupby(rows(_sheets(), _edition(), code), lambda row: row.name)]
    return render_template(
        "studio/language.html", code=code, way=direction(code), standing=standing(code), fault=fault, found=found,
        entries=[(name, each, _mark(name, edition, draft)) for name, each in entries],
        words=words, taken=request.args.get("taken", type=int),
    )  # fmt: skip


def _mark(name: Name, edition: Edition, draft: Draft) -> str:
    drafted = draft.get(name)
    return mark_of(drafted.value if drafted else published_value(_sheets(), edition, name))
