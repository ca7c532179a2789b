"""The page of one language: a native reader reviews it by part; a language that staff add is also written here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

from flask import abort, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.content.checks import Finding
from bot.content.draft import published_value
from bot.content.editions import FALLBACK, EntryName
from bot.content.translation import ENGLISH, MOST_BYTES, Row, as_po, from_po, review_of, rows, seen_of, with_part
from bot.errors import Conflict, ContentError
from bot.web.current import runtime
from bot.web.staff import me, role_required
from bot.web.studio import labels as words
from bot.web.studio import transitions as ways
from bot.web.studio.base import bp, content_actions
from bot.web.studio.languages import standing
from bot.web.studio.workspace import Workspace, load_workspace

MEANWHILE = "Someone else changed this entry. Your text is below: save again to use it."
FILE_MEANWHILE = "Someone else changed one of these entries. Nothing was imported. Send the file again."
SINCE_THE_FILE = (
    "someone changed this after you downloaded the file. Download it again, or copy their text into your file. "
    "Nothing was imported."
)

PARTS = {
    "remarks": "Added before a message", "labels": "Choice labels", "needs": "Needs, as choices and in sentences",
    "pieces": "Message fragments", FALLBACK: "Fallback reply",
}  # fmt: skip
"""Titles of the parts that are no topic."""

BESIDE_THE_FILE = 16 * 1024
"""Bytes that a form adds to the file in it."""


@bp.before_request
def room_for_a_file() -> None:
    """Raise the size limit for an upload of a whole language. Must run before the form is read."""
    if request.endpoint == "studio.take_translation_file":
        request.max_content_length = MOST_BYTES + BESIDE_THE_FILE


class Part(NamedTuple):
    """A part of the language: the messages of a topic, or a kind of entry.

    `done` counts the entries that are written, or, in a language that ships, reviewed by a native reader.
    """

    key: str
    title: str
    done: int
    whole: int


@dataclass
class Item:
    """An entry on the page. `typed` is submitted text that was not saved, by row context; `faults` say why."""

    name: EntryName
    rows: list[Row]
    mark: str
    found: list[Finding]
    typed: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    is_read: bool = False

    @property
    def address(self) -> str:
        """The entry's name in the form."""
        return _address(self.name)

    def shown(self, row: Row) -> str:
        """Return the text for the field of a row."""
        return self.typed.get(row.context, row.value)


@bp.get("/languages/<code>")
@role_required("editor")
def translation(code: str) -> str:
    """Show one part: the one asked for, or the first that is not done."""
    space = load_workspace()
    _known(space, code)
    return _page(space, code, request.args.get("part", ""))


@bp.post("/languages/<code>")
@role_required("editor")
def act_on_translation(code: str) -> ResponseReturnValue:
    """Save the changed entries of a part, and which of them a native reader has reviewed."""
    space = load_workspace()
    _known(space, code)
    part = request.form.get("part", "")
    items = [item for item in _items(space, code) if ways.sheet_part(item.name) == part]
    writes = any(field.startswith("words.") for field in request.form)
    if not items or (writes and code in space.shipped):
        abort(400)
    statuses = {_keep(space, item) for item in items}
    if statuses != {200}:
        fault = "Some entries were not saved. Fix the problems below."
        return _page(load_workspace(), code, part, fault, items), max(statuses)
    return redirect(url_for("studio.translation", code=code, part=part, kept=1), 303)


def _keep(space: Workspace, item: Item) -> int:
    """Save one entry if it was changed or reviewed. Return 200, or the status of the fault that it then shows."""
    sent = {row.context: request.form.get(f"words.{row.context}", row.value).strip() for row in item.rows}
    was_read = f"read.{item.address}" in request.form
    is_changed = any(_plain(sent[row.context]) != _plain(row.value) for row in item.rows)
    if not (is_changed or was_read):
        return 200
    try:
        if request.form.get(f"seen.{item.address}", "") != item.mark:
            raise Conflict("the entry has changed since it was seen")
        value = published_value(space.shipped, space.drafted, item.name)
        if is_changed:
            value = content_actions().save_draft(item.name, item.mark, _value(item, sent), me().id).value
        if was_read and value is not None:
            _put(*review_of(item.name, value))
    except ContentError as error:
        item.faults, status = list(error.problems), 422
    except Conflict:
        item.faults, status = [MEANWHILE], 409
    else:
        return 200
    item.typed, item.is_read = sent, was_read
    return status


def _value(item: Item, sent: dict[str, str]) -> Any:
    """Return the submitted entry; None when all of it is empty."""
    value: Any = None
    for row in item.rows:
        if sent[row.context]:
            value = with_part(value, row.part, sent[row.context])
    return value


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


@bp.get("/languages/<code>/sheet.po")
@role_required("editor")
def translation_file(code: str) -> ResponseReturnValue:
    """Send the language as a PO file for a translator's tools."""
    at = runtime().clock()  # before the draft is read: what is written meanwhile is later
    space = load_workspace()
    _own(space, code)
    answer = make_response(as_po(space.shipped, space.drafted, code, at))
    answer.headers["Content-Type"] = "text/x-gettext-translation; charset=utf-8"
    answer.headers["Content-Disposition"] = f'attachment; filename="{code}.po"'
    return answer


@bp.post("/languages/<code>/sheet.po")
@role_required("editor")
def take_translation_file(code: str) -> ResponseReturnValue:
    """Save what a translator's file changes: all of it or nothing.

    Nothing is saved when the file has a fault, or another editor has changed one of its entries since the download.
    """
    space = load_workspace()
    _own(space, code)
    sent = request.files.get("file")
    if not sent:
        return _page(space, code, fault="Choose the translated PO file, then send it."), 422
    data = sent.stream.read(MOST_BYTES + 1)
    try:
        changed = from_po(data, space.shipped, space.drafted, code)
        if overtaken := content_actions().changed_since(changed, *seen_of(data), me().id):
            return _page(load_workspace(), code, fault=f"{_named(overtaken)}: {SINCE_THE_FILE}"), 409
        content_actions().save_drafts(changed, {name: space.entry(name).mark for name in changed}, me().id)
    except ContentError as error:
        return _page(load_workspace(), code, fault=" ".join(error.problems[:10])), 422
    except Conflict:
        return _page(load_workspace(), code, fault=FILE_MEANWHILE), 409
    return redirect(url_for("studio.translation", code=code, taken=len(changed)), 303)


def _named(names: Sequence[EntryName], most: int = 10) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(_address(name) for name in names[:most]) + more


def _address(name: EntryName) -> str:
    """Name an entry for people and in the form."""
    return f"{name.section}/{name.key}"


def _known(space: Workspace, code: str) -> None:
    """Respond 404 unless this is a language that is translated from English."""
    if code not in space.languages or code == ENGLISH:
        abort(404)


def _own(space: Workspace, code: str) -> None:
    """Respond 404 unless this is a language that staff added."""
    if code not in space.languages or code in space.shipped:
        abort(404)


def _put(name: EntryName, value: Any) -> None:
    content_actions().save_draft(name, content_actions().entry(name).mark, value, me().id)


def _title(part: str) -> str:
    topic = part.removeprefix("messages.")
    return PARTS[part] if part in PARTS else words.TOPICS.get(topic, (topic,))[0]


def _items(space: Workspace, code: str) -> list[Item]:
    """List all entries of a language, with their findings."""
    found: dict[EntryName, list[Finding]] = {}
    for one in space.findings():
        found.setdefault(one.name, []).append(one)
    entries = groupby(rows(space.shipped, space.drafted, code), lambda row: row.name)
    return [Item(name, list(each), space.entry(name).mark, found.get(name, [])) for name, each in entries]


def _page(space: Workspace, code: str, part: str = "", fault: str = "", tried: Sequence[Item] = ()) -> str:
    """Render a part. Items that were `tried` and not saved keep what was typed."""
    items = _items(space, code)
    for old in tried:
        for item in items:
            if item.name == old.name and old.faults:
                item.typed, item.faults, item.is_read = old.typed, old.faults, old.is_read
    parts_of_it, ships = [], code in space.shipped
    for key in dict.fromkeys(ways.sheet_part(item.name) for item in items):
        its = [item for item in items if ways.sheet_part(item.name) == key]
        done = sum(all(row.reviewed if ships else row.value for row in item.rows) for item in its)
        parts_of_it.append(Part(key, _title(key), done, len(its)))
    open_part = next((one for one in parts_of_it if one.key == part), None) or next(
        (one for one in parts_of_it if one.done < one.whole), parts_of_it[0]
    )
    return render_template(
        "studio/language.html", code=code, words=words, standing=standing(space, code), fault=fault,
        parts=parts_of_it, part=open_part, page_of=space.page_of,
        entries=[item for item in items if ways.sheet_part(item.name) == open_part.key],
        is_typed=any(item.typed for item in items),
        taken=request.args.get("taken", type=int), kept=request.args.get("kept", type=int),
    )  # fmt: skip
