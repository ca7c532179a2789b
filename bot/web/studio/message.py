"""The page of one entry in all languages: edit it, check it while typing, preview it, save it to the draft."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import Response, abort, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.actions.content import Entry
from bot.content.checks import Finding, Severity
from bot.content.draft import DraftEntry, InvalidEntry, is_pinned, shipped_value
from bot.content.editions import EntryName
from bot.content.guide_sources import rests_on
from bot.content.lookalikes import LOOK_ALIKES
from bot.content.overlay import SECTIONS
from bot.content.rules import MUST_PHRASES
from bot.errors import Conflict
from bot.flows.machine import PLACES
from bot.reports.tables import Figure, months, usage
from bot.web.base import names
from bot.web.current import runtime
from bot.web.staff import me, role_required
from bot.web.studio import diff as difference
from bot.web.studio import labels as words
from bot.web.studio import preview as shown
from bot.web.studio import transitions as ways
from bot.web.studio.base import bp, content_actions
from bot.web.studio.message_form import MESSAGES, Field, fields, normal, typed, was_sent
from bot.web.studio.workspace import Workspace, load_workspace

ACT = "act"
COUNTED_MONTHS = 3


@dataclass
class Column:
    """One language of the entry: its form fields, its findings and its preview.

    After a conflict `theirs` is what another editor changed, and `yours` how the submitted text differs from it.
    """

    entry: Entry
    language: str
    value: Any
    shipped: Any
    labels: Mapping[str, str]
    fields: list[Field]
    fault: str = ""
    theirs: tuple[difference.Changed, ...] | None = None
    yours: tuple[difference.Changed, ...] = ()
    kept_aside: Any = None
    found: list[Finding] = field(default_factory=list)
    seen: list[shown.Shown] = field(default_factory=list)

    @property
    def name(self) -> EntryName:
        """The entry's name."""
        return self.entry.name

    @property
    def is_changed(self) -> bool:
        """Whether the form differs from the stored entry."""
        return bool(self.value != normal(self.name, self.entry.value))


@bp.get("/message/<section>/<key>")
@role_required("editor")
def message(section: str, key: str) -> str:
    """Show the entry."""
    space = load_workspace()
    return _page(space, section, key, _columns(space, section, key, {}))


@bp.post("/message/<section>/<key>")
@role_required("editor")
def keep(section: str, key: str) -> ResponseReturnValue:
    """Save the entry to the draft, check it, or reset a language. After an error the page keeps what was typed."""
    act, _, code = request.form.get(ACT, "check").partition(":")
    space = load_workspace()
    columns = _columns(space, section, key, request.form)
    if act == "keep":
        refused = [_is_refused(column) for column in columns if column.is_changed]
        if not any(refused):
            return redirect(url_for("studio.message", section=section, key=key, kept=len(refused)), 303)
        shown_again = _page(load_workspace(), section, key, columns)
        return shown_again, 409 if any(column.theirs is not None for column in columns) else 422
    for column in columns:
        if column.name.language == code:
            _take(column, act)
    return _page(load_workspace() if act == "published" else space, section, key, columns)


@bp.post("/check")
@role_required("editor")
def check() -> Response:
    """Check and preview text that is being typed. Saves nothing."""
    section, key = (request.form.get(field, "") for field in ("section", "key"))
    if not section:
        abort(400)
    space = load_workspace()
    columns = _columns(space, section, key, request.form)
    elsewhere = _judge(space, columns)
    told = [
        {
            "language": f.name.language,
            "part": f.part,
            "severity": f.severity.value,
            "says": f.says,
            "letters": f.letters,
        }
        for column in columns
        for f in column.found
    ]
    pieces = {
        column.name.language: render_template("studio/said.html", column=column, words=words) for column in columns
    }
    return jsonify(
        findings=told,
        said=pieces,
        elsewhere=render_template(
            "studio/elsewhere.html", found=elsewhere, languages=space.languages, page_of=space.page_of
        ),
    )


def _columns(space: Workspace, section: str, key: str, form: Mapping[str, str]) -> list[Column]:
    """Make a column for each language, with the submitted text where there is any. 404 for an unknown entry."""
    sheets = space.shipped
    if section not in SECTIONS or key not in ways.keys(sheets.values())[section]:
        abort(404)
    columns, own = [], space.drafted.words
    for code, language in space.languages.items():
        entry = space.entry(EntryName(code, section, key))
        value = typed(entry.name, form) if was_sent(entry.name, form) else normal(entry.name, entry.value)
        shipped = normal(entry.name, shipped_value(sheets, entry.name)) if code in sheets else None
        general = (sheets[code].labels if code in sheets else {}) | own.get(code, {}).get("labels", {})
        columns.append(Column(entry, language, value, shipped, general, []))
    for column in columns:
        column.fields = fields(column.name, column.value, _answers(section, key, columns))
    return columns


def _answers(section: str, key: str, columns: list[Column]) -> list[str]:
    """Return the choices that may have a label here: those offered, and those that have one already."""
    if section not in MESSAGES:
        return []
    place = next((place for place in PLACES.values() if place.state.value == key), None)
    offers = place.choices if place and section == "messages" else ()
    offered = [offer.answer.value for offer in offers if not (offer.need or offer.item)]
    had = [answer for column in columns for answer in (column.entry.value or {}).get("choices", {})]
    return list(dict.fromkeys((*offered, *had)))


def _is_refused(column: Column) -> bool:
    """Save one language to the draft. When that fails, the column says why and keeps what was typed."""
    seen = request.form.get(f"seen.{column.name.language}", "")
    try:
        content_actions().save_draft(column.name, seen, column.value, me().id)
    except InvalidEntry as error:
        column.fault = " ".join(error.says)
        return True
    except Conflict:
        return _meet(column)
    return False


def _meet(column: Column) -> bool:
    """Load what another editor saved meanwhile. Return whether it differs from what was typed."""
    column.entry = content_actions().entry(column.name)
    published, theirs = (normal(column.name, one) for one in (column.entry.published, column.entry.value))
    if theirs == column.value:
        return False
    column.theirs = difference.between(published, theirs)
    column.yours = difference.between(theirs, column.value)
    return True


def _take(column: Column, act: str) -> None:
    """Reset one language to the published, the shipped or the other editor's text."""
    if act in ("theirs", "published", "shipped"):
        column.kept_aside = column.value if column.is_changed else None
    if act == "published":
        try:
            content_actions().drop(column.name, request.form.get(f"seen.{column.name.language}", ""))
        except Conflict:
            column.kept_aside = None
            _meet(column)
            return
        column.entry = content_actions().entry(column.name)
    column.value = column.shipped if act == "shipped" and column.shipped else normal(column.name, column.entry.value)
    answers = [field.key for field in column.fields if field.part == "choices"]
    column.fields = fields(column.name, column.value, answers)


def _judge(space: Workspace, columns: list[Column]) -> list[Finding]:
    """Set the findings and the preview of each column. Return the errors that it causes in other entries."""
    more = {
        column.name: DraftEntry(column.value, me().id, 0, 0)
        for column in columns
        if column.is_changed and (column.name.section in (*MESSAGES, "needs") or column.value)
    }
    found, sheets = space.findings(more), space.sheets(more)
    for column in columns:
        column.found = [one for one in found if one.name == column.name]
        sheet = sheets.get(column.name.language)
        column.seen = shown.shown(column.name, sheet, space.now) if sheet else []
    own = {column.name for column in columns}
    return [one for one in found if one.severity is Severity.ERROR and one.name not in {*own, *space.draft}]


def _page(space: Workspace, section: str, key: str, columns: list[Column]) -> str:
    name = EntryName("", section, key)
    elsewhere = _judge(space, columns)
    drafted = {column.name.language for column in columns if column.entry.drafted}
    offered, heard = ways.leads_to(key) if section == "messages" else ((), ())
    slot = shown.slot_of(name)
    return render_template(
        "studio/message.html", name=name, columns=columns, elsewhere=elsewhere, words=words, slot=slot,
        pinned=is_pinned(name), comes=ways.comes_from(key) if section in MESSAGES else (), offered=offered,
        heard=heard, uses=ways.uses(section, key), must=MUST_PHRASES.get(key, {}), people=names(),
        kept=request.args.get("kept", type=int), look_alikes=LOOK_ALIKES, page_of=space.page_of,
        behind=[code for code in space.behind(section, key) if code not in drafted],
        rests_on=rests_on(key), is_message=section in MESSAGES, languages=space.languages,
        used=_used(key, space.now) if slot else None,
    )  # fmt: skip


def _used(key: str, now: int) -> tuple[Figure, Figure]:
    """Count how often a message was sent, and how often the next text was not understood. Small counts are hidden."""
    today = dt.datetime.fromtimestamp(now, runtime().settings.timezone).date()
    return usage(runtime().store.counts.of(months(today.isoformat(), COUNTED_MONTHS)), key)
