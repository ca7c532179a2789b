"""The draft's page: every change that is not published yet, what prevents publishing, and the publish form."""

from __future__ import annotations

from dataclasses import dataclass, field

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.actions.content import NotPublishable
from bot.content.checks import Finding, Severity
from bot.content.draft import REVIEWED, DraftEntry, content_hash, is_pinned, published_value, shipped_value
from bot.content.editions import EntryName, name_of
from bot.errors import Conflict, ContentError
from bot.staff.audit import Verb
from bot.web.base import names
from bot.web.staff import me, note, role_required
from bot.web.studio import diff as difference
from bot.web.studio import labels as words
from bot.web.studio.base import bp, content_actions
from bot.web.studio.workspace import Workspace, load_workspace

CHANGED_MEANWHILE = "Someone has just changed the draft or published. Check it, then try again."

LARGEST_DRAFT = 256 * 1024
"""Bytes of the form of a whole language: it holds a mark for each entry, and one for each review."""


@bp.before_request
def room_for_a_language() -> None:
    """Raise the size limit for the draft's form. Must run before the form is read."""
    if request.endpoint == "studio.act_on_draft":
        request.max_content_length = LARGEST_DRAFT


@dataclass
class Item:
    """An entry of the draft on the page. `seen` is the mark of its value, for the editor who approves it."""

    name: EntryName
    drafted: DraftEntry
    changes: tuple[difference.Changed, ...]
    seen: str
    pinned: bool
    reason: str
    errors: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)

    @property
    def waits(self) -> bool:
        """Whether another editor still has to approve it."""
        return self.pinned and self.drafted.seen_by in ("", self.drafted.by)


@bp.get("/draft")
@role_required("editor")
def draft() -> str:
    """Show the whole draft."""
    return _page(load_workspace())


@bp.post("/draft")
@role_required("editor")
def act_on_draft() -> ResponseReturnValue:
    """Publish the draft, drop an entry, or approve entries. After an error the page keeps what was typed."""
    act, _, which = request.form.get("act", "").partition(":")
    if act == "publish":
        return _publish()
    looked = [which] if act == "look" else request.form.getlist("waits") if act == "look_all" else []
    if any(name.count("|") < 2 for name in (*looked, *([which] if act == "drop" else []))):  # no names of entries
        return _page(load_workspace()), 400
    fault = ""
    try:
        if act == "drop":
            content_actions().drop(name_of(which), request.form.get(f"seen.{which}", ""))
        elif looked:
            content_actions().approve({name_of(name): request.form.get(f"seen.{name}", "") for name in looked}, me().id)
    except ContentError as error:
        fault = " ".join(error.problems)
    except Conflict:
        fault = CHANGED_MEANWHILE
    return _page(load_workspace(), fault), 409 if fault else 200


def _publish() -> ResponseReturnValue:
    """Publish the whole draft or nothing. The audit entry follows, since only then the edition has its number."""
    space = load_workspace()
    items, other = _items(space)
    why = request.form.get("why", "").strip()
    if not why:
        return _page(space, "Enter a reason for your colleagues."), 422
    if other or any(item.waits or item.errors or (item.warnings and not item.reason) for item in items):
        return _page(space, "Not published yet. Fix the problems below first."), 422
    reasons = {str(item.name): item.reason for item in items if item.reason}
    seen = {name_of(at.removeprefix("seen.")): mark for at, mark in request.form.items() if at.startswith("seen.")}
    try:
        edition = content_actions().publish(me().id, why, reasons, seen)
    except ContentError as error:
        return _page(load_workspace(), " ".join(error.problems)), 422
    except NotPublishable as unfit:
        says = " ".join(["Not published.", *(one.says for one in unfit.findings)])
        return _page(load_workspace(), says), 422
    except Conflict:
        return _page(load_workspace(), CHANGED_MEANWHILE), 409
    note(Verb.WORDS_PUBLISHED, f"edition:{edition.number}")
    return redirect(url_for("studio.editions", published=edition.number), 303)


def _items(space: Workspace) -> tuple[list[Item], list[Finding]]:
    """List the entries of the draft, and the errors that it causes in other entries."""
    items = {}
    for name, one in sorted(space.draft.items(), key=lambda each: (each[0].section, each[0].key, each[0].language)):
        before = published_value(space.shipped, space.edition, name)
        after = shipped_value(space.shipped, name) if one.value is None else one.value
        changes = () if name.section == REVIEWED else difference.between(before, after)
        items[name] = Item(
            name, one, changes, content_hash(one.value), is_pinned(name),
            request.form.get(f"reason.{name}", "").strip(),
        )  # fmt: skip
    other = []
    for finding in space.findings():
        item = items.get(finding.name)
        if item:
            (item.errors if finding.severity is Severity.ERROR else item.warnings).append(finding)
        elif finding.severity is Severity.ERROR:
            other.append(finding)
    return list(items.values()), other


def _page(space: Workspace, fault: str = "") -> str:
    items, other = _items(space)
    return render_template(
        "studio/draft.html", items=items, other=other, fault=fault, words=words, people=names(),
        languages=space.languages, page_of=space.page_of,
        why=request.form.get("why", ""), me=me().id, waiting=sum(item.waits for item in items), REVIEWED=REVIEWED,
        for_me=[item.name for item in items if item.waits and item.drafted.by != me().id],
        errors=sum(len(item.errors) for item in items) + len(other), warnings=sum(len(item.warnings) for item in items),
    )  # fmt: skip
