"""One language: its sheet, read by a native reader by the part; one of the staff's own is written or sent out here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

from flask import abort, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.content.draft import Draft, applied, mark_of, published_value
from bot.content.editions import FALLBACK, Edition, Name
from bot.content.findings import Finding
from bot.content.translation import ENGLISH, MOST_BYTES, Row, as_po, from_po, review_of, rows, seen_of, with_part
from bot.errors import ContentError, LostRace
from bot.web.current import parts
from bot.web.staff import allowed, me
from bot.web.studio import labels as words
from bot.web.studio import transitions as ways
from bot.web.studio.base import desk, doors, languages
from bot.web.studio.languages import standing

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
"""What the parts are called that are no topic."""

BESIDE_THE_FILE = 16 * 1024
"""Bytes of a form around the file in it."""


@doors.before_request
def room_for_a_file() -> None:
    """A whole sheet is more than any other posting may be. Said before anybody reads the form."""
    if request.endpoint == "studio.take_translation_file":
        request.max_content_length = MOST_BYTES + BESIDE_THE_FILE


class Part(NamedTuple):
    """One part of the sheet, as it is done at one sitting: a topic's messages, or a kind of entry.

    `done` of its entries are written, or read by a native reader where the words ship.
    """

    key: str
    title: str
    done: int
    whole: int


@dataclass
class Item:
    """One entry of the sheet. `typed` is what was sent and not kept, by the context of its row; `faults` say why."""

    name: Name
    rows: list[Row]
    mark: str
    found: list[Finding]
    typed: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    is_read: bool = False

    @property
    def address(self) -> str:
        """Names it in the form."""
        return _address(self.name)

    def shown(self, row: Row) -> str:
        """What stands in the field of a row."""
        return self.typed.get(row.context, row.value)


@doors.get("/languages/<code>")
@allowed("editor")
def translation(code: str) -> str:
    """A part of the sheet: the first that is not all done, unless another is asked for."""
    _known(code)
    return _page(code, request.args.get("part", ""))


@doors.post("/languages/<code>")
@allowed("editor")
def act_on_translation(code: str) -> ResponseReturnValue:
    """Keep what was changed of a part, and what a native reader has read of it as it stands."""
    _known(code)
    part = request.form.get("part", "")
    items = [item for item in _items(code) if ways.sheet_part(item.name) == part]
    writes = any(field.startswith("words.") for field in request.form)
    if not items or (writes and code in _sheets()):
        abort(400)
    statuses = {_keep(item) for item in items}
    if statuses != {200}:
        return _page(code, part, "Some entries were not saved. Fix the problems below.", items), max(statuses)
    return redirect(url_for("studio.translation", code=code, part=part, kept=1), 303)


def _keep(item: Item) -> int:
    """Keep one entry if it was changed, and whether it was read. 200, or what is in the way: then it says so."""
    sent = {row.context: request.form.get(f"words.{row.context}", row.value).strip() for row in item.rows}
    was_read = f"read.{item.address}" in request.form
    is_changed = any(_plain(sent[row.context]) != _plain(row.value) for row in item.rows)
    if not (is_changed or was_read):
        return 200
    try:
        entry = desk().entry(item.name)
        if request.form.get(f"seen.{item.address}", "") != entry.mark:
            raise LostRace("the entry has changed since it was seen")
        value = published_value(_sheets(), _edition(), item.name)
        if is_changed:
            value = desk().put(item.name, entry.mark, _value(item, sent), me().id).value
        if was_read and value is not None:
            _put(*review_of(item.name, value))
    except ContentError as error:
        item.faults, status = list(error.problems), 422
    except LostRace:
        item.faults, status = [MEANWHILE], 409
    else:
        return 200
    item.typed, item.is_read = sent, was_read
    return status


def _value(item: Item, sent: Mapping[str, str]) -> Any:
    """The entry as it was sent; None when all of it is empty."""
    value: Any = None
    for row in item.rows:
        if sent[row.context]:
            value = with_part(value, row.part, sent[row.context])
    return value


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


@doors.get("/languages/<code>/sheet.po")
@allowed("editor")
def translation_file(code: str) -> ResponseReturnValue:
    """The sheet for a translator's tools."""
    _own(code)
    at = parts().clock()  # before anything is read: what is written meanwhile is later
    answer = make_response(as_po(_sheets(), _edition(), code, at))
    answer.headers["Content-Type"] = "text/x-gettext-translation; charset=utf-8"
    answer.headers["Content-Disposition"] = f'attachment; filename="{code}.po"'
    return answer


@doors.post("/languages/<code>/sheet.po")
@allowed("editor")
def take_translation_file(code: str) -> ResponseReturnValue:
    """Put what a translator's file changes into the draft: all of it, or nothing when there is a fault in it, or when
    somebody else has changed one of its entries since it was downloaded, or does so in the same moment.
    """
    _own(code)
    sent = request.files.get("file")
    if not sent:
        return _page(code, fault="Choose the translated PO file, then send it."), 422
    edition, draft = desk().edition(), desk().draft()
    data = sent.stream.read(MOST_BYTES + 1)
    try:
        changed = from_po(data, _sheets(), applied(edition, draft), code)
        if overtaken := desk().overtaken(changed, *seen_of(data), me().id):
            return _page(code, fault=f"{_named(overtaken)}: {SINCE_THE_FILE}"), 409
        desk().put_all(changed, {name: _mark(name, edition, draft) for name in changed}, me().id)
    except ContentError as error:
        return _page(code, fault=" ".join(error.problems[:10])), 422
    except LostRace:
        return _page(code, fault=FILE_MEANWHILE), 409
    return redirect(url_for("studio.translation", code=code, taken=len(changed)), 303)


def _named(names: Sequence[Name], most: int = 10) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(_address(name) for name in names[:most]) + more


def _address(name: Name) -> str:
    """Names an entry to people, and in the form."""
    return f"{name.section}/{name.key}"


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


def _title(part: str) -> str:
    topic = part.removeprefix("messages.")
    return PARTS[part] if part in PARTS else words.TOPICS.get(topic, (topic,))[0]


def _items(code: str) -> list[Item]:
    """The whole sheet, as it stands."""
    edition, draft = desk().edition(), desk().draft()
    found: dict[Name, list[Finding]] = {}
    for one in desk().findings():
        found.setdefault(one.name, []).append(one)
    entries = groupby(rows(_sheets(), _edition(), code), lambda row: row.name)
    return [Item(name, list(each), _mark(name, edition, draft), found.get(name, [])) for name, each in entries]


def _page(code: str, part: str = "", fault: str = "", tried: Sequence[Item] = ()) -> str:
    """The part's page; of what was `tried`, what was not kept stands on it as it was typed."""
    items = _items(code)
    for old in tried:
        for item in items:
            if item.name == old.name and old.faults:
                item.typed, item.faults, item.is_read = old.typed, old.faults, old.is_read
    parts_of_it, ships = [], code in _sheets()
    for key in dict.fromkeys(ways.sheet_part(item.name) for item in items):
        its = [item for item in items if ways.sheet_part(item.name) == key]
        done = sum(all(row.reviewed if ships else row.value for row in item.rows) for item in its)
        parts_of_it.append(Part(key, _title(key), done, len(its)))
    open_part = next((one for one in parts_of_it if one.key == part), None) or next(
        (one for one in parts_of_it if one.done < one.whole), parts_of_it[0]
    )
    return render_template(
        "studio/language.html", code=code, words=words, standing=standing(code), fault=fault,
        parts=parts_of_it, part=open_part,
        entries=[item for item in items if ways.sheet_part(item.name) == open_part.key],
        is_typed=any(item.typed for item in items),
        taken=request.args.get("taken", type=int), kept=request.args.get("kept", type=int),
    )  # fmt: skip


def _mark(name: Name, edition: Edition, draft: Draft) -> str:
    drafted = draft.get(name)
    return mark_of(drafted.value if drafted else published_value(_sheets(), edition, name))
